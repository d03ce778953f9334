import type { Memory } from '../../core/read/memory.ts';
import type { Call } from '../command.ts';
import type { Thread } from '../host.ts';
import { type Examined, examine, type Job } from './examine.ts';
import type { Turn, Turns } from './turns.ts';

/**
 * Takes turn after turn, in `asked` threads or as many as are worth it, else in this one, and hands what each gives to
 * `take`, in their order and as soon as it is known, so that nothing has to be kept. `progress` hears of each turn that
 * is over. A fault in one is handed to `blame`, and that one gives nothing.
 */
export async function examineAll(
  turns: Turns,
  asked: number | undefined,
  { host: { threads, sparing }, memory }: Pick<Call, 'host' | 'memory'>,
  blame: (fault: unknown, path?: string) => Promise<unknown>,
  take: (job: Job, examined: Examined) => Promise<void>,
  progress: (done: number, total: number, path: string) => void = () => {},
): Promise<void> {
  const total = turns.paths.length;
  const count = Math.min(total, asked ?? worthwhile(turns.characters, threads.available));
  const hand = inOrder((given: Given) => take(given.job, given.examined));
  let next = 0;
  let done = 0;
  /** Takes turns as long as there are any: whoever is done first takes the next one. */
  const work = async ({ examine: examineOne, hasEnded }: Pick<Thread, 'examine' | 'hasEnded'>) => {
    while (next < total && !hasEnded()) {
      const i = next++;
      const path = turns.paths[i] ?? '';
      let given: Given | undefined;
      try {
        const turn = await turns.take(i);
        if (turn) given = { job: turn.job, examined: await resultOf(turn, examineOne) };
      } catch (fault) {
        await blame(fault, path);
      }
      done += 1;
      progress(done, total, path);
      await hand(i, given);
    }
  };
  if (count <= 1) {
    const spared = sparing?.(turns.characters);
    try {
      await work({ examine: patiently(memory), hasEnded: () => false });
    } finally {
      spared?.();
    }
    return;
  }
  const started: Thread[] = [];
  try {
    for (let i = 0; i < count; i += 1) started.push(threads.start());
    await Promise.all(started.map(work));
    if (next < total) await blame(new Error('all threads ended'));
  } finally {
    for (const thread of started) thread.end();
  }
}

interface Given {
  readonly job: Job;
  readonly examined: Examined;
}

async function resultOf({ asked, known, settle }: Turn, examineOne: Thread['examine']): Promise<Examined> {
  return known ?? settle(await examineOne(asked));
}

/** Hands values on in the order of their numbers, each once those before it are through; a number may have none. */
function inOrder<T>(take: (value: T) => Promise<void>): (i: number, value: T | undefined) => Promise<void> {
  const waiting = new Map<number, T | undefined>();
  let next = 0;
  let last = Promise.resolve();
  return (i, value) => {
    waiting.set(i, value);
    last = last.then(async () => {
      while (waiting.has(next)) {
        const ready = waiting.get(next);
        waiting.delete(next);
        next += 1;
        if (ready !== undefined) await take(ready);
      }
    });
    return last;
  };
}

/** Starting and warming up a thread costs what checking this much text does: below, a second one gains nothing. */
const CHARACTERS_PER_THREAD = 500_000;

function worthwhile(characters: number, available: number): number {
  return Math.min(available, Math.floor(characters / CHARACTERS_PER_THREAD));
}

/** Lets signals and timers have their turn now and then. */
function patiently(memory: Memory): (job: Job) => Promise<Examined> {
  let since = Date.now();
  return async (job) => {
    if (Date.now() - since > 20) {
      await new Promise((done) => setTimeout(done, 0));
      since = Date.now();
    }
    return examine(job, memory);
  };
}
