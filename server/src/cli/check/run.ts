import type { Finding } from '../../core/lint/finding.ts';
import { rules } from '../../core/rules/index.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import type { Call } from '../command.ts';
import { mendAll, mendingsOf, showDiff, type Within } from '../fixing/mend.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { type Cache, openCache, usualCache } from './cache.ts';
import { isOnChange, mendable } from './changed-lines.ts';
import type { CheckedFile } from './checked.ts';
import type { Examined, Job } from './examine.ts';
import { examineAll } from './pool.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type Clock, Work } from './stats.ts';
import { recalling, saved, turnsOf } from './turns.ts';

/**
 * Checks what the options name, and hands each file to `take` as soon as it is checked, in their order. What cannot be
 * read was complained about; undefined where nothing could be begun.
 */
export async function runCheck(
  options: Options,
  given: Call,
  clock: Clock,
  take: Take,
): Promise<Ran | undefined> {
  const roomy = given.host.compact?.();
  try {
    return await ranCheck(options, given, clock, take);
  } finally {
    roomy?.();
  }
}

type Take = (file: FoundFile) => void | Promise<void>;

async function ranCheck(options: Options, given: Call, clock: Clock, take: Take): Promise<Ran | undefined> {
  const cache = await cacheOf(options, given);
  // What is mended is read, and has another stamp afterwards; and it has to be written back byte by byte.
  const reading = options.fix ? {} : { cache: cache?.cache, shelf: SHELF };
  const prepared = await prepare(options, given, reading);
  if (!prepared) return undefined;
  const { call, lines, sources } = prepared;
  clock.done('read');
  const mended = await mendJobs(prepared, options, given);
  let exit = worst(prepared.exit, mended.exit);
  const turns = cache
    ? recalling(mended.jobs, sources, cache.cache, call)
    : turnsOf(mended.jobs, sources, call);
  const work = new Work();
  await examineAll(
    turns,
    options.threads,
    given,
    async (fault, path) => {
      exit = worst(exit, await call.blame(fault, path));
    },
    async (job, examined) => {
      clock.done('check');
      work.add(examined);
      const isOn = options.changedLines ? isOnChange(job, examined, lines?.get(job.path)) : () => true;
      await take(fileOf(job, examined, isOn));
      clock.done('report');
    },
    (done, total, path) => call.progress.step(call.words.checking, done, total, path),
  );
  if (cache) await saved(cache.cache, cache.path, given);
  call.progress.clear();
  clock.done('check');
  work.remembered = turns.remembered();
  const chosen = options.rules.length === 0 ? rules.map(({ id }) => id) : options.rules;
  return { rules: chosen, exit: worst(exit, turns.exit()), work };
}

/** Characters of texts that stand in memory at once; those of more files are read again when their turn comes. */
const SHELF = 300_000;

/** Shows as a patch what fixes would change in what the options name. */
export async function runDiff(options: Options, given: Call): Promise<Exit> {
  const prepared = await prepare(options, given);
  if (!prepared) return 2;
  const { sources, jobs, call, exit } = prepared;
  const fix = options.fix ?? 'safe';
  const shown = await showDiff(await mendingsOf(sources, jobs, fix, call, withinOf(prepared, options)), call);
  return worst(exit, options.exitZero && shown === 1 ? 0 : shown);
}

async function mendJobs(
  prepared: Prepared,
  options: Options,
  given: Call,
): Promise<{ readonly jobs: readonly Job[]; readonly exit: Exit }> {
  const { sources, jobs, call } = prepared;
  const { fix, severity, staged, exitZero } = options;
  if (fix === undefined) return { jobs, exit: 0 };
  const { words, complain } = call;
  const mendings = await mendingsOf(sources, jobs, fix, call, withinOf(prepared, options));
  // What is in the index is mended on the disk, where both are alike; a person puts it into the index.
  const { fixes, files, ...result } = staged
    ? await mendAll(mendings, given, words.refused.unstaged)
    : await mendAll(mendings, call);
  if (fixes > 0 && severity !== 'error') await complain(words.fixed(fixes, files));
  if (!staged || fixes === 0) return result;
  await complain(words.notStaged(files));
  // A hook that lets the commit pass would commit what was there before.
  return { ...result, exit: worst(result.exit, exitZero ? 0 : 1) };
}

/** Where only changed lines count, only they are mended. */
function withinOf({ lines }: Prepared, { changedLines }: Options): Within {
  if (!changedLines) return ({ findings }) => findings;
  return (examined, text, source) => mendable(examined, text, source.text, lines?.get(source.path));
}

/** What a check did, beside what it found. */
export interface Ran {
  /** Ids of the rules that were asked for. */
  readonly rules: readonly string[];
  readonly exit: Exit;
  readonly work: Work;
}

/** What was found in a file before anything was left out. */
export interface FoundFile extends CheckedFile {
  /** Whether a finding stands on lines that are to be looked at. */
  readonly isOnChange: (finding: Finding) => boolean;
}

interface OpenCache {
  readonly path: string;
  readonly cache: Cache;
}

/** The cache is a file like any other, whatever the index holds. */
async function cacheOf({ cache, cacheLocation }: Options, { host }: Call): Promise<OpenCache | undefined> {
  if (!cache) return undefined;
  const path = cacheLocation ?? (await usualCache(host));
  return { path, cache: await openCache(path, host) };
}

function fileOf(
  { path, text }: Job,
  { kind, tasks, findings, silenced }: Examined,
  isOn: FoundFile['isOnChange'],
): FoundFile {
  return {
    path,
    plan: { text, lineStarts: lineStartsOf(text), kind },
    tasks,
    findings,
    silenced,
    isOnChange: isOn,
  };
}
