import { rules } from '../../core/rules/index.ts';
import type { Settings } from '../../core/settings.ts';
import { lineStartsOf, type Span } from '../../core/text.ts';
import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { readSources, type Source } from '../documents.ts';
import { mendAll, showDiff } from '../fixing/mend.ts';
import { type Exit, worst } from '../host.ts';
import { nearest } from '../nearest.ts';
import type { CheckedFile } from '../report/reporter.ts';
import { openCache, usualCache } from './cache.ts';
import type { Examined, Job } from './examine.ts';
import { examineAll } from './pool.ts';
import { isOnChange, scopeOf } from './scope.ts';
import type { Clock, Work } from './stats.ts';

/** Checks what the options name. What cannot be read was complained about; undefined where nothing could be begun. */
export async function runCheck(options: Options, given: Call, clock: Clock): Promise<Ran | undefined> {
  const { words, complain, blame } = given;
  const ids = rules.map(({ id }) => id);
  const unknown = options.rules.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    await complain(words.unknownRule(unknown, nearest(unknown, ids)));
    return undefined;
  }
  const scope = await scopeOf(options, given);
  if (!scope) return undefined;
  const { call, lines } = scope;
  const inScope = lines && ((path: string) => lines.has(call.host.files.resolve(path)));
  const { sources, exit: unread } = await readSources(options, call, inScope);
  if (lines !== undefined && sources.length === 0 && unread === 0) await complain(words.team.nothingChanged);
  clock.done('read');
  const unmended = sources.map((source) => jobOf(source, options));
  const { jobs, exit: unwritten } = await mendJobs(sources, unmended, options, call);
  let exit = worst(unread, unwritten);
  const work = await examineJobs(jobs, options, call, async (fault) => {
    exit = worst(exit, await blame(fault));
  });
  clock.done('check');
  const files = jobs.flatMap((job, i) => {
    const examined = work.examined[i];
    return examined ? [fileOf(job, examined)] : [];
  });
  const chosen = options.rules.length === 0 ? ids : options.rules;
  const counts = (file: FoundFile) =>
    options.run.changedLines
      ? isOnChange(file.plan, file, lines?.get(call.host.files.resolve(file.path)))
      : () => true;
  return { files, rules: chosen, counts, exit, work };
}

/** Shows as a patch what fixes would change in what the options name. */
export async function runDiff(options: Options, given: Call): Promise<Exit> {
  const scope = await scopeOf(options, given);
  if (!scope) return 2;
  const { call, lines } = scope;
  const inScope = lines && ((path: string) => lines.has(call.host.files.resolve(path)));
  const { sources, exit } = await readSources(options, call, inScope);
  const jobs = sources.map((source) => jobOf(source, options));
  return worst(exit, await showDiff(sources, jobs, options.input.fix ?? 'safe', call));
}

async function mendJobs(
  sources: readonly Source[],
  jobs: readonly Job[],
  { input, severity }: Options,
  call: Call,
): Promise<{ readonly jobs: readonly Job[]; readonly exit: Exit }> {
  if (input.fix === undefined) return { jobs, exit: 0 };
  const { words, complain } = call;
  const { fixes, files, ...result } = await mendAll(sources, jobs, input.fix, call);
  if (fixes > 0 && severity !== 'error') await complain(words.input.fixed(fixes, files));
  return result;
}

function jobOf({ path, text, resolved }: Source, options: Options): Job {
  const settings = settingsOf(resolved.settings, options);
  return { path, text, settings, directories: [], timed: options.run.stats };
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
  { run }: Options,
  { host, words, complain }: Call,
  blame: (fault: unknown) => Promise<unknown>,
): Promise<Work> {
  if (!run.cache) {
    return { examined: await examineAll(jobs, run.threads, host, blame), remembered: 0 };
  }
  const path = run.cacheLocation ?? (await usualCache(host));
  const cache = await openCache(path, host);
  const examined: (Examined | undefined)[] = [];
  for (const job of jobs) examined.push(await cache.find(job));
  const missing = [...jobs.keys()].filter((i) => examined[i] === undefined);
  const fresh = await examineAll(
    missing.flatMap((i) => jobs[i] ?? []),
    run.threads,
    host,
    blame,
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** A rule that is asked for by name runs even where it is off unless asked for. */
function settingsOf(configured: Settings, { rules: chosen, run }: Options): Settings {
  const settings = { ...configured, today: run.today };
  if (chosen.length === 0) return settings;
  const severities = rules.map(({ id, severity }) => {
    const set = settings.severities[id];
    const wanted = set === undefined || set === 'off' ? severity : set;
    return [id, chosen.includes(id) ? wanted : ('off' as const)] as const;
  });
  return { ...settings, severities: Object.fromEntries(severities) };
}

function fileOf({ path, text }: Job, { kind, tasks, extents, findings, silenced }: Examined): FoundFile {
  return { path, plan: { text, lineStarts: lineStartsOf(text), kind }, tasks, extents, findings, silenced };
}
