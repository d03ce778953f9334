import { patiently } from './patience.ts';
import type { Session } from './session.ts';

/** What a client shows of work that it did not ask for (LSP 3.17, window/workDoneProgress/create). */
export interface Progress {
  readonly report: (message: string) => void;
  readonly done: () => void;
  /** Whether the person told it to end. */
  readonly cancelled: () => boolean;
}

/** Begins one, where the client can show it. */
export async function progressOf(session: Session, message: string): Promise<Progress | undefined> {
  if (!session.client.window?.workDoneProgress) return undefined;
  const created = session.connection.window.createWorkDoneProgress();
  const progress = await patiently(created, session.limits.patience);
  if (!progress) return undefined;
  progress.begin('Planlint', undefined, message, true);
  let last = 0;
  return {
    report(now) {
      // A person reads no faster.
      if (Date.now() - last < EVERY) return;
      last = Date.now();
      progress.report(now);
    },
    done: () => progress.done(),
    cancelled: () => progress.token.isCancellationRequested,
  };
}

/** Milliseconds between two messages. */
const EVERY = 100;
