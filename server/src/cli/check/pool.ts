import type { Memory } from '../../core/read/memory.ts';
import type { Call } from '../command.ts';
import type { Thread } from '../host.ts';
import { type Examined, examine, type Job } from './examine.ts';

/**
 * What each job gives, in the order of the jobs: in `asked` threads or as many as are worth it, else in this one.
 * `progress` hears of each job that is done. A fault in one job is handed to `blame` and leaves that one without a result.
 */
export async function examineAll(
  jobs: readonly Job[],
  asked: number | undefined,
  { host: { threads, sparing }, memory }: Pick<Call, 'host' | 'memory'>,
  blame: (fault: unknown, path?: string) => Promise<unknown>,
  progress: (done: number, total: number, job: Job) => void = () => {},
): Promise<readonly (Examined | undefined)[]> {
  const count = Math.min(jobs.length, asked ?? worthwhile(jobs, threads.available));
  const results: (Examined | undefined)[] = Array.from(jobs, () => undefined);
  let next = 0;
  let done = 0;
  /** Takes jobs as long as there are any: whoever is done first takes the next one. */
  const work = async ({ examine: examineOne, hasEnded }: Pick<Thread, 'examine' | 'hasEnded'>) => {
    while (next < jobs.length && !hasEnded()) {
      const i = next++;
      const job = jobs[i];
      if (!job) continue;
      try {
        results[i] = await examineOne(job);
      } catch (fault) {
        await blame(fault, job.path);
      }
      done += 1;
      progress(done, jobs.length, job);
    }
  };
  if (count <= 1) {
    const spared = charactersOf(jobs) < MANY ? sparing?.() : undefined;
    await work({ examine: patiently(memory), hasEnded: () => false });
    spared?.();
    return results;
  }
  const started: Thread[] = [];
  try {
    for (let i = 0; i < count; i += 1) started.push(threads.start());
    await Promise.all(started.map(work));
    if (next < jobs.length) await blame(new Error('all threads ended'));
  } finally {
    for (const thread of started) thread.end();
  }
  return results;
}

/** Starting and warming up a thread costs what checking this much text does: below, a second one gains nothing. */
const CHARACTERS_PER_THREAD = 500_000;

/** Characters from which on code that is made with more care pays for it: a plan of two pages. */
const MANY = 4_000;

function worthwhile(jobs: readonly Job[], available: number): number {
  return Math.min(available, Math.floor(charactersOf(jobs) / CHARACTERS_PER_THREAD));
}

function charactersOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { text }) => sum + text.length, 0);
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
