import { rules } from '../../core/rules/index.ts';
import { lineStartsOf, type Span } from '../../core/text/text.ts';
import type { Call } from '../command.ts';
import { mendAll, mendingsOf, showDiff, type Within } from '../fixing/mend.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { codeOf } from '../write.ts';
import { openCache, usualCache } from './cache.ts';
import { isOnChange, mendable } from './changed-lines.ts';
import type { CheckedFile } from './checked.ts';
import type { Examined, Job } from './examine.ts';
import { examineAll } from './pool.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Clock, Work } from './stats.ts';

/** Checks what the options name. What cannot be read was complained about; undefined where nothing could be begun. */
export async function runCheck(options: Options, given: Call, clock: Clock): Promise<Ran | undefined> {
  const prepared = await prepare(options, given);
  if (!prepared) return undefined;
  const { call, lines } = prepared;
  clock.done('read');
  const { jobs, exit: unwritten } = await mendJobs(prepared, options);
  let exit = worst(prepared.exit, unwritten);
  // The cache is a file like any other, whatever the index holds.
  const work = await examineJobs(jobs, options, given, async (fault, path) => {
    exit = worst(exit, await call.blame(fault, path));
  });
  call.progress.clear();
  clock.done('check');
  const files = jobs.flatMap((job, i) => {
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
): Promise<{ readonly jobs: readonly Job[]; readonly exit: Exit }> {
  const { sources, jobs, call } = prepared;
  const { fix, severity } = options;
  if (fix === undefined) return { jobs, exit: 0 };
  const { words, complain } = call;
  const mendings = await mendingsOf(sources, jobs, fix, call, withinOf(prepared, options));
  const { fixes, files, ...result } = await mendAll(mendings, call);
  if (fixes > 0 && severity !== 'error') await complain(words.fixed(fixes, files));
  return result;
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
  { cache: isCached, cacheLocation, threads }: Options,
  call: Call,
  blame: (fault: unknown, path?: string) => Promise<unknown>,
): Promise<Work> {
  const { host, words, progress, complain } = call;
  const tell = (done: number, total: number, { path }: Job) => {
    progress.step(words.checking, done, total, path);
  };
  if (!isCached) {
    return { examined: await examineAll(jobs, threads, call, blame, tell), remembered: 0 };
  }
  const path = cacheLocation ?? (await usualCache(host));
  const cache = await openCache(path, host);
  const examined: (Examined | undefined)[] = [];
  for (const job of jobs) examined.push(await cache.find(job));
  const missing = [...jobs.keys()].filter((i) => examined[i] === undefined);
  const fresh = await examineAll(
    missing.flatMap((i) => jobs[i] ?? []),
    threads,
    call,
    blame,
    tell,
  );
  for (const [at, i] of missing.entries()) {
    const [job, result] = [jobs[i], fresh[at]];
    if (!job || !result) continue;
    examined[i] = result;
    await cache.keep(job, result);
  }
  try {
    await cache.save();
  } catch (error) {
    // The check itself is not the worse for it.
    await complain(words.cannotWrite(path, codeOf(error)));
  }
  return { examined, remembered: jobs.length - missing.length };
}

function fileOf({ path, text }: Job, { kind, tasks, extents, findings, silenced }: Examined): FoundFile {
  return { path, plan: { text, lineStarts: lineStartsOf(text), kind }, tasks, extents, findings, silenced };
}
