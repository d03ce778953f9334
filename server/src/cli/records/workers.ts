import type { Examined, Job } from '../check/examine.ts';
import type { Thread, Threads } from '../host.ts';

/** Examines in `count` threads; each takes its jobs in turn, and one that ended is replaced. */
export function workersIn({ start }: Threads, count: number): Workers {
  const threads: Thread[] = Array.from({ length: count }, start);
  const busy: Promise<unknown>[] = threads.map(() => Promise.resolve());
  let next = 0;
  return {
    // While one waits for its turn to be written, each thread has another one to do.
    width: 2 * count,
    examine(job) {
      const i = next % count;
      next += 1;
      const examined = (busy[i] ?? Promise.resolve()).then(() => {
        let thread = threads[i];
        if (!thread || thread.hasEnded()) {
          thread = start();
          threads[i] = thread;
        }
        return thread.examine(job);
      });
      busy[i] = examined.catch(() => {});
      return examined;
    },
    end() {
      for (const thread of threads) thread.end();
    },
  };
}

/** Whoever examines jobs. */
export interface Workers {
  /** How many jobs may be under way. */
  readonly width: number;
  /** Rejects where a job fails. */
  readonly examine: (job: Job) => Promise<Examined>;
  readonly end: () => void;
}
