import type { Call } from '../command.ts';
import { readNow, type Source } from '../documents.ts';
import type { Exit } from '../host.ts';
import { codeOf } from '../write.ts';
import type { Cache, Seen } from './cache.ts';
import type { Examined, Job } from './examine.ts';

/**
 * Takes from `cache` what earlier runs found for the `jobs`, each of the source at the same place, and `examines` the
 * others for it. A file that was not read yet is read where its text is needed: to examine it, or to show what is found.
 */
export async function recalled(
  jobs: readonly Job[],
  sources: readonly Source[],
  cache: Cache,
  call: Call,
  examines: (jobs: readonly Job[]) => Promise<readonly (Examined | undefined)[]>,
): Promise<Recalled> {
  const known: (Examined | undefined)[] = [];
  const read: Job[] = [];
  const unreadable = new Set<number>();
  let exit: Exit = 0;
  for (const [i, job] of jobs.entries()) {
    const source = sources[i];
    const found = source && cache.find(job, seenOf(source));
    const isBare = found?.findings.length === 0 && found.silenced.length === 0;
    const now = source?.known && !isBare ? await readNow(source, call) : source;
    if (!now) {
      unreadable.add(i);
      exit = 2;
    }
    known.push(now && found);
    read.push(now && !now.known && source?.known ? { ...job, text: now.text } : job);
  }
  const missing = read.flatMap((_, i) => (known[i] === undefined && !unreadable.has(i) ? [i] : []));
  // What is remembered serves every view.
  const fresh = await examines(missing.flatMap((i) => (read[i] ? [{ ...read[i], hints: true }] : [])));
  for (const [at, i] of missing.entries()) {
    const [job, source, result] = [read[i], sources[i], fresh[at]];
    if (!job || !source || !result) continue;
    cache.keep(job, seenOf(source), result);
    known[i] = job.hints ? result : withoutHints(result);
  }
  return { jobs: read, examined: known, remembered: jobs.length - missing.length - unreadable.size, exit };
}

export interface Recalled {
  /** The jobs with their texts, but for those of which nothing is to be shown. */
  readonly jobs: readonly Job[];
  readonly examined: readonly (Examined | undefined)[];
  /** How many results came from the cache. */
  readonly remembered: number;
  /** 2 where a file could not be read any more. */
  readonly exit: Exit;
}

/** Writes the cache to `path`; where that cannot be done, the check itself is not the worse for it. */
export async function saved(cache: Cache, path: string, { words, complain }: Call): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    await complain(words.cannotWrite(path, codeOf(error)));
  }
}

function seenOf({ stamp, known, resolved }: Source): Seen {
  return { stamp, labels: resolved.settings.labels, isUnread: known !== undefined };
}

function withoutHints(examined: Examined): Examined {
  return { ...examined, findings: examined.findings.filter(({ severity }) => severity !== 'hint') };
}
