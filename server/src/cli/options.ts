import { type Division, divisions } from '../core/exports/exporter.ts';
import type { Severity } from '../core/lint/finding.ts';
import type { MissingMode, MissingRule } from '../core/lint/settings.ts';

/** What a person can set on the command line, checked and with the defaults filled in. */
export interface Options {
  /** Files, folders, globs and `-`. */
  readonly paths: readonly string[];
  /** The list of further paths; `-` for standard input. */
  readonly filesFrom: string | undefined;
  /** The part of all files to look at; undefined for all of them. */
  readonly shard: Shard | undefined;
  /** Texts come as records on standard input, and what is said of each goes out as a record. */
  readonly records: boolean;
  /** What to write and where to; one at least where the command knows formats. */
  readonly reports: readonly Destination[];
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
  /** What an export divides tasks by; undefined where each format decides. */
  readonly by: Division | undefined;
  /** How many days from today are soon. */
  readonly days: number;
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly maxWarnings: number;
  /** Findings do not make the exit code 1. */
  readonly exitZero: boolean;
  /** Ids of the only rules to run; empty for all. */
  readonly rules: readonly string[];
  /** Modes that hold whatever a configuration says. */
  readonly missing: Readonly<Partial<Record<MissingRule, MissingMode>>>;
  /** ISO 8601. */
  readonly today: string | undefined;
  readonly stdinFilename: string | undefined;
  /** The configuration to use instead of those found around each file; `none` for none at all. */
  readonly config: { readonly path: string } | 'none' | undefined;
  /** The file whose settings to show. */
  readonly printConfig: string | undefined;
  readonly listFiles: boolean;
  /** Which fixes to make; undefined for none. */
  readonly fix: 'safe' | 'unsafe' | undefined;
  /** Show what fixes would change, and change nothing. */
  readonly diff: boolean;
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
  readonly cache: boolean;
  /** Where the cache is kept; undefined for the usual place. */
  readonly cacheLocation: string | undefined;
  readonly watch: boolean;
  /** How many threads to check in; undefined where the amount of text decides. */
  readonly threads: number | undefined;
  readonly stats: boolean;
  /** Show what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** Write the terms found into the dictionary. */
  readonly learn: boolean;
  /** The language asked for, whatever a configuration says. */
  readonly locale: string | undefined;
  /** Whether to colour; undefined where the surroundings decide. */
  readonly color: boolean | undefined;
}

/** Shard `index`, from 1, of `count`: the same files whoever asks, and no file in two of them. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A format, and the file to write it to; without one, standard output. */
export interface Destination {
  readonly format: string;
  readonly file: string | undefined;
}

/** From the most to the least severe. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The language of `zh`, `zh-CN`, `en_US.UTF-8`. */
export function languageOf(locale: string): Locale | undefined {
  return locales.find((one) => one === locale.toLowerCase().split(/[-_.]/u)[0]);
}

export const missingRules: readonly MissingRule[] = ['missing-lead', 'missing-unit', 'missing-deadline'];
export const missingModes: readonly MissingMode[] = ['auto', 'always', 'never'];

/** Where a baseline is kept unless another file is named. */
export const DEFAULT_BASELINE = 'planlint.baseline.json';

/** Every option with the name of its value, none for a switch, and what that value may be. */
export const options = {
  format: { value: 'FORMAT[:FILE]', short: 'f' },
  output: { value: 'FILE', short: 'o' },
  by: { value: 'WHAT', choices: divisions },
  days: { value: 'N' },
  severity: { value: 'LEVEL', choices: severities },
  quiet: { short: 'q' },
  'max-warnings': { value: 'N' },
  'exit-zero': {},
  rule: { value: 'ID' },
  'missing-lead': { value: 'WHEN', choices: missingModes },
  'missing-unit': { value: 'WHEN', choices: missingModes },
  'missing-deadline': { value: 'WHEN', choices: missingModes },
  today: { value: 'DAY' },
  'stdin-filename': { value: 'NAME' },
  'files-from': { value: 'FILE' },
  shard: { value: 'I/N' },
  records: {},
  config: { value: 'FILE', short: 'c' },
  'no-config': {},
  'print-config': { value: 'FILE' },
  'list-files': {},
  fix: {},
  'unsafe-fixes': {},
  diff: {},
  baseline: { value: 'FILE' },
  'baseline-update': {},
  prune: {},
  since: { value: 'REV' },
  staged: {},
  'changed-lines': {},
  cache: {},
  'cache-location': { value: 'FILE' },
  watch: { short: 'w' },
  threads: { value: 'N' },
  stats: {},
  'dry-run': {},
  learn: {},
  // How a client and the language server talk; names as the language client of VS Code passes them.
  stdio: {},
  'node-ipc': {},
  socket: { value: 'PORT' },
  pipe: { value: 'NAME' },
  clientProcessId: { value: 'PID' },
  locale: { value: 'LOCALE', choices: locales },
  color: {},
  'no-color': {},
  help: { short: 'h' },
  version: { short: 'v' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Options that every command takes. */
export const everywhere: readonly OptionName[] = ['locale', 'color', 'no-color', 'help', 'version'];

export interface Option {
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly short?: string;
}
