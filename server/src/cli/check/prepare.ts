import type { Settings } from '../../core/lint/settings.ts';
import { rules } from '../../core/rules/index.ts';
import { meant, nearest } from '../../core/text/nearest.ts';
import type { Files } from '../../files.ts';
import type { Call } from '../command.ts';
import { type Choice, readSources, type Source } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import type { Cache } from './cache.ts';
import type { ChangedLines } from './changed-lines.ts';
import { changesOf, type Unknown } from './changes.ts';
import { findDirectories } from './directories.ts';
import type { Job } from './examine.ts';

/**
 * Reads what the options name, with all that its findings depend on; undefined where nothing could be begun. Of texts
 * `shelf` characters are kept.
 */
export async function prepare(
  options: Options,
  given: Call,
  { cache, shelf }: { readonly cache?: Cache | undefined; readonly shelf?: number | undefined } = {},
): Promise<Prepared | undefined> {
  const { words, complain } = given;
  if (!(await areKnown(options.rules, given))) return undefined;
  const scope = await scopeOf(options, given);
  if (!scope) return undefined;
  const { call, lines } = scope;
  const { files } = call.host;
  // Git knows a document by its own name, whatever link it is reached by.
  const changedIn = async (path: string) =>
    lines?.get(await files.real(path)) ?? lines?.get(files.resolve(path));
  const inScope = lines && (async (path: string) => (await changedIn(path)) !== undefined);
  const glance = cache && glanceBy(cache, files);
  const read = await readSources(options, call, { wanted: inScope, glance, shelf });
  const { sources, others, configurations, exit: unread } = read;
  for (const { path, stamp, resolved } of others) {
    if (stamp) cache?.keepOther(path, { stamp, labels: resolved?.settings.labels, isUnread: false });
  }
  if (lines !== undefined && sources.length === 0 && unread === 0) await complain(words.nothingChanged);
  const { directories, exit } = await findDirectories(sources, configurations, options, call);
  // Texts of one folder have the same settings, by which what is prepared for them is found again.
  const settled = new Map<Settings, Settings>();
  const jobs = sources.map(
    ({ path, text, resolved }, i): Job => ({
      path,
      text,
      settings: settledFor(resolved.settings),
      directories: directories[i] ?? [],
      hints: options.severity === 'hint',
      timed: options.stats,
    }),
  );
  function settledFor(configured: Settings): Settings {
    const known = settled.get(configured) ?? settingsOf(configured, options);
    settled.set(configured, known);
    return known;
  }
  const changed = new Map<string, ChangedLines>();
  for (const { path } of sources) changed.set(path, (await changedIn(path)) ?? []);
  return { sources, jobs, call, lines: lines && changed, exit: worst(unread, exit) };
}

function glanceBy(cache: Cache, files: Files): NonNullable<Choice['glance']> {
  return async (path, { settings: { labels } }) => {
    const stamp = await files.stamp(path).catch(() => undefined);
    return { stamp, known: stamp && cache.glance(path, stamp, labels) };
  };
}

/** What is about to be checked; sources and jobs stand at the same places. */
export interface Prepared {
  readonly sources: readonly Source[];
  readonly jobs: readonly Job[];
  /** The call with the files to look at: for staged changes, as they stand in the index. */
  readonly call: Call;
  /** The changed lines by the path of the source; undefined where all is to be checked. */
  readonly lines: ReadonlyMap<string, ChangedLines> | undefined;
  readonly exit: Exit;
}

/** Whether there are rules by all these ids; of one that is unknown it is said which was meant. */
export async function areKnown(
  chosen: readonly string[],
  { words, complain }: Pick<Call, 'words' | 'complain'>,
): Promise<boolean> {
  const ids = rules.map(({ id }) => id);
  const unknown = chosen.find((id) => !ids.includes(id));
  if (unknown !== undefined) await complain(words.unknownRule(unknown, meant(unknown, ids)));
  return unknown === undefined;
}

/** The settings of a check: those configured and those of the call. A rule that is asked for by name runs even where it is off unless asked for. */
export function settingsOf(configured: Settings, { rules: chosen, today }: Options): Settings {
  const settings = { ...configured, today };
  if (chosen.length === 0) return settings;
  const severities = rules.map(({ id, severity }) => {
    const set = settings.severities[id];
    const wanted = set === undefined || set === 'off' ? severity : set;
    return [id, chosen.includes(id) ? wanted : ('off' as const)] as const;
  });
  return { ...settings, severities: Object.fromEntries(severities) };
}

/** What of the files the options ask to look at; undefined where git cannot tell, which was complained about. */
async function scopeOf(options: Options, call: Call): Promise<Scope | undefined> {
  const { since, staged, changedLines } = options;
  if (since === undefined && !staged && !changedLines) return { call, lines: undefined };
  const changes = await changesOf(options, call.host.files, call.host.git);
  if ('lines' in changes) {
    return { call: { ...call, host: { ...call.host, files: changes.files } }, lines: changes.lines };
  }
  await call.complain(reasonOf(changes, call));
  return undefined;
}

interface Scope {
  /** The call with the files to look at: for staged changes, as they stand in the index. */
  readonly call: Call;
  /** The changed lines by absolute path; undefined where all is to be checked. */
  readonly lines: ReadonlyMap<string, ChangedLines> | undefined;
}

/** What to say where git could not tell. */
export function reasonOf(unknown: Unknown, { words }: Pick<Call, 'words'>): string {
  if ('unknown' in unknown)
    return words.unknownRevision(unknown.unknown, nearest(unknown.unknown, unknown.near));
  if (unknown.refused === 'noGit') return words.noGit;
  if (unknown.refused === 'noRepository') return words.noRepository;
  return words.gitSaid(unknown.refused.said);
}
