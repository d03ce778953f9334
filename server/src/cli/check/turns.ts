import type { Call } from '../command.ts';
import { readNow, type Source } from '../documents.ts';
import type { Exit } from '../host.ts';
import { codeOf } from '../write.ts';
import type { Cache, Seen } from './cache.ts';
import type { Examined, Job } from './examine.ts';

/** One job when its turn has come. */
export interface Turn {
  /** With its text, but where nothing is to be shown of that. */
  readonly job: Job;
  /** The job to examine, where nothing is known of it. */
  readonly asked: Job;
  /** What an earlier run found. */
  readonly known: Examined | undefined;
  /** What was found for `asked` as the job itself asks for it; it is remembered. */
  readonly settle: (examined: Examined) => Examined;
}

/** The jobs of a run, one after the other. */
export interface Turns {
  readonly paths: readonly string[];
  /** How much text there is to examine, as far as can be said before it is read. */
  readonly characters: number;
  /** The turn at that place, with its text read where that was not kept; undefined where that cannot be done any more. */
  readonly take: (i: number) => Promise<Turn | undefined>;
  /** How many results came from the cache. */
  readonly remembered: () => number;
  /** 2 where a file could not be read any more. */
  readonly exit: () => Exit;
}

/** The turns of `jobs`, each of the source at the same place. */
export function turnsOf(jobs: readonly Job[], sources: readonly Source[], call: Call): Turns {
  let exit: Exit = 0;
  return {
    paths: jobs.map(({ path }) => path),
    characters: sources.reduce((sum, { text, aside = text.length }) => sum + aside, 0),
    async take(i) {
      const [job, source] = [jobs[i], sources[i]];
      const now = source && (await readNow(source, call));
      if (!job || !now) {
        exit = 2;
        return undefined;
      }
      const own = now === source ? job : { ...job, text: now.text };
      return { job: own, asked: own, known: undefined, settle: (examined) => examined };
    },
    remembered: () => 0,
    exit: () => exit,
  };
}

/**
 * The same, taking from `cache` what earlier runs found. A file that was not read yet is read where its text is needed:
 * to examine it, or to show what is found.
 */
export function recalling(jobs: readonly Job[], sources: readonly Source[], cache: Cache, call: Call): Turns {
  let [exit, remembered]: [Exit, number] = [0, 0];
  const find = (job: Job, source: Source) => cache.find(job, seenOf(source));
  // What was read and set aside can only be told by its text.
  const found = jobs.map((job, i) => {
    const source = sources[i];
    return source && source.aside === undefined ? find(job, source) : undefined;
  });
  return {
    paths: jobs.map(({ path }) => path),
    characters: sources.reduce((sum, source, i) => sum + (found[i] ? 0 : lengthOf(source)), 0),
    async take(i) {
      const [job, source] = [jobs[i], sources[i]];
      if (!job || !source) return undefined;
      const before = found[i]?.();
      if (before && source.known && isBare(before)) {
        remembered += 1;
        return turn(job, before);
      }
      const now = await readNow(source, call);
      if (!now) {
        exit = 2;
        return undefined;
      }
      const own = now === source ? job : { ...job, text: now.text };
      const known = source.aside === undefined ? before : find(own, now)?.();
      if (known) remembered += 1;
      return turn(own, known, source);
    },
    remembered: () => remembered,
    exit: () => exit,
  };

  /** What is remembered serves every view. */
  function turn(job: Job, known: Examined | undefined, source?: Source): Turn {
    return {
      job,
      asked: { ...job, hints: true },
      known,
      settle(examined) {
        if (source) cache.keep(job, seenOf(source), examined);
        return job.hints ? examined : withoutHints(examined);
      },
    };
  }
}

/** Writes the cache to `path`; where that cannot be done, the check itself is not the worse for it. */
export async function saved(cache: Cache, path: string, { words, complain }: Call): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    await complain(words.cannotWrite(path, codeOf(error)));
  }
}

function isBare({ findings, silenced }: Examined): boolean {
  return findings.length === 0 && silenced.length === 0;
}

/** In characters; of what was not read, by its size, most of which are three bytes long. */
function lengthOf({ text, aside, stamp, known }: Source): number {
  return aside ?? (known && stamp ? Math.ceil(stamp.size / 3) : text.length);
}

function seenOf({ stamp, known, aside, resolved }: Source): Seen {
  const isUnread = known !== undefined && aside === undefined;
  return { stamp, labels: resolved.settings.labels, isUnread };
}

function withoutHints(examined: Examined): Examined {
  return { ...examined, findings: examined.findings.filter(({ severity }) => severity !== 'hint') };
}
