import type { TeamWords } from '../words/team.ts';

/** What a person can set about which findings count, and how a check is run. */
export interface RunOptions {
  /** The file of findings that were there before. */
  readonly baseline: string | undefined;
  /** `update` writes every finding to the baseline, `prune` takes out what is no longer there. */
  readonly renewal: 'update' | 'prune' | undefined;
  /** A revision: only files that changed since then are checked. */
  readonly since: string | undefined;
  /** Check what is about to be committed, as it stands in the index. */
  readonly staged: boolean;
  /** Only findings on lines that changed count. */
  readonly changedLines: boolean;
  /** Findings do not make the exit code 1. */
  readonly exitZero: boolean;
  /** ISO 8601. */
  readonly today: string | undefined;
  readonly cache: boolean;
  /** Where the cache is kept; undefined for the usual place. */
  readonly cacheLocation: string | undefined;
  readonly watch: boolean;
  /** How many threads to check in; undefined where the amount of text decides. */
  readonly threads: number | undefined;
  readonly stats: boolean;
  /** Show what would be written, and write nothing. */
  readonly dryRun: boolean;
}

/** The values that were given for each option, the last one last. */
export type Given = ReadonlyMap<string, readonly string[]>;

export function runOptionsOf(given: Given): RunOptions {
  const last = (name: string) => given.get(name)?.at(-1);
  const renewal = given.has('baseline-update') ? 'update' : given.has('prune') ? 'prune' : undefined;
  const threads = last('threads');
  return {
    baseline: last('baseline') ?? (renewal ? DEFAULT_BASELINE : undefined),
    renewal,
    since: last('since'),
    staged: given.has('staged'),
    changedLines: given.has('changed-lines'),
    exitZero: given.has('exit-zero'),
    today: last('today'),
    cache: given.has('cache') || given.has('cache-location'),
    cacheLocation: last('cache-location'),
    watch: given.has('watch'),
    threads: threads === undefined || threads === 'auto' ? undefined : Number(threads),
    stats: given.has('stats'),
    dryRun: given.has('dry-run'),
  };
}

/** Where a baseline is kept unless another file is named. */
export const DEFAULT_BASELINE = 'planlint.baseline.json';

/** What is wrong with the options together, if anything. */
export function conflictOf(given: Given, paths: readonly string[], words: TeamWords): string | undefined {
  const clash = CLASHES.find(([a, b]) => given.has(a) && given.has(b));
  if (clash) return words.clash(`--${clash[0]}`, `--${clash[1]}`);
  const stdin = paths.includes('-') || (paths.length === 0 && given.has('stdin-filename'));
  const onDisk = NOT_STDIN.find((name) => given.has(name));
  return stdin && onDisk ? words.notStdin(`--${onDisk}`) : undefined;
}

/** What is for a check, or for what is written, would be left out silently where nothing is checked. */
const UNCHECKED: readonly string[] = [
  ...['fix', 'unsafe-fixes', 'diff', 'watch', 'stats', 'since', 'staged', 'changed-lines'],
  ...['baseline', 'baseline-update', 'prune'],
];

const CLASHES: readonly (readonly [string, string])[] = [
  ['since', 'staged'],
  ['baseline-update', 'prune'],
  // What is in the index cannot be mended from here.
  ['staged', 'fix'],
  ['staged', 'unsafe-fixes'],
  ...['format', 'max-warnings', 'stats', 'watch', 'baseline', 'baseline-update', 'prune'].map(
    (name) => ['diff', name] as const,
  ),
  ...['list-files', 'print-config'].flatMap((shown) => UNCHECKED.map((name) => [shown, name] as const)),
  ['list-files', 'print-config'],
];

const NOT_STDIN: readonly string[] = ['since', 'staged', 'changed-lines', 'watch'];

/** What is wrong with the value of one option, if anything. */
export function valueProblem(name: string, value: string, words: TeamWords): string | undefined {
  if (name === 'threads' && value !== 'auto' && !/^[1-9]\d{0,2}$/u.test(value))
    return words.wrongThreads(value);
  if (name === 'today' && !isDay(value)) return words.wrongDay(value);
  return undefined;
}

/** `2026-02-28`, and no day that does not exist. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
