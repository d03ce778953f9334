import { rules } from '../../core/rules/index.ts';
import { lineStartsOf, type Span } from '../../core/text/text.ts';
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
import { type Recalled, recalled, saved } from './recall.ts';
import type { Clock, Work } from './stats.ts';

/** Checks what the options name. What cannot be read was complained about; undefined where nothing could be begun. */
export async function runCheck(options: Options, given: Call, clock: Clock): Promise<Ran | undefined> {
  const cache = await cacheOf(options, given);
  // What is mended is read, and has another stamp afterwards.
  const prepared = await prepare(options, given, options.fix ? undefined : cache?.cache);
  if (!prepared) return undefined;
  const { call, lines } = prepared;
  clock.done('read');
  const mended = await mendJobs(prepared, options, given);
  let exit = worst(prepared.exit, mended.exit);
  const work = await examineJobs(mended.jobs, prepared, { cache, options, given }, async (fault, path) => {
    exit = worst(exit, await call.blame(fault, path));
  });
  exit = worst(exit, work.exit);
  call.progress.clear();
  clock.done('check');
  const files = work.jobs.flatMap((job, i) => {
    const examined = work.examined[i];
    return examined ? [fileOf(job, examined)] : [];
  });
  const chosen = options.rules.length === 0 ? rules.map(({ id }) => id) : options.rules;
  const counts = (file: FoundFile) =>
    options.changedLines ? isOnChange(file.plan, file, lines?.get(file.path)) : () => true;
  return { files, rules: chosen, counts, exit, work };
}

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

/** What a check found before anything was left out. */
export interface Ran {
  readonly files: readonly FoundFile[];
  /** Ids of the rules that were asked for. */
  readonly rules: readonly string[];
  /** Which findings of a file stand on lines that are to be looked at. */
  readonly counts: (file: FoundFile) => (finding: FoundFile['findings'][number]) => boolean;
  readonly exit: Exit;
  readonly work: Work;
}

export interface FoundFile extends CheckedFile {
  /** From the head of each task to its end. */
  readonly extents: readonly Span[];
}

/** Checks what is not remembered, and remembers it where that was asked for. */
async function examineJobs(
  jobs: readonly Job[],
  { sources, call }: Prepared,
  { cache, options, given }: { cache: OpenCache | undefined; options: Options; given: Call },
  blame: (fault: unknown, path?: string) => Promise<unknown>,
): Promise<Recalled> {
  const { words, progress } = call;
  const tell = (done: number, total: number, { path }: Job) => {
    progress.step(words.checking, done, total, path);
  };
  const examines = (some: readonly Job[]) => examineAll(some, options.threads, given, blame, tell);
  if (!cache) return { jobs, examined: await examines(jobs), remembered: 0, exit: 0 };
  const result = await recalled(jobs, sources, cache.cache, call, examines);
  await saved(cache.cache, cache.path, given);
  return result;
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

function fileOf({ path, text }: Job, { kind, tasks, extents, findings, silenced }: Examined): FoundFile {
  return { path, plan: { text, lineStarts: lineStartsOf(text), kind }, tasks, extents, findings, silenced };
}
