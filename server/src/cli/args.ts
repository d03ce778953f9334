import { parseArgs } from 'node:util';
import type { Severity } from '../core/lint/finding.ts';
import type { MissingMode, MissingRule } from '../core/lint/settings.ts';
import { conflictOf, type RunOptions, runOptionsOf, valueProblem } from './check/options.ts';
import type { Command } from './commands/command.ts';
import { type InputOptions, inputOptions, inputOptionsOf } from './input/options.ts';
import { nearest } from './nearest.ts';
import { serverOptions } from './words/lsp.ts';
import type { Words } from './words.ts';

/** What the arguments ask for. Help and version are given whatever else is wrong. */
export function readArguments(args: readonly string[], commands: Commands, words: Words): Request | Word {
  const { tokens } = parseArgs({
    args: [...args],
    options: parsable,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const firstWord = tokens.find(({ kind }) => kind !== 'option');
  const named = commands.find(({ name }) => firstWord?.kind === 'positional' && firstWord.value === name);
  const command = named ?? commands[0];

  const paths: string[] = [];
  const given = new Map<string, string[]>();
  let problem: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional' && !(named && token === firstWord)) paths.push(token.value);
    if (token.kind !== 'option') continue;
    problem ??= problemOf(token, command, words);
    const values = [...(given.get(token.name) ?? []), token.value ?? ''];
    // The keys stand in the order in which the options were given last.
    given.delete(token.name);
    given.set(token.name, values);
  }
  const asked = (): Request => {
    if (given.has('help')) return { kind: 'help', command: named };
    if (given.has('version')) return { kind: 'version' };
    if (given.has('stdin-filename') && paths.length > 0 && !paths.includes('-'))
      problem ??= words.stdinUnread;
    problem ??=
      destinationProblem(given, words) ??
      listingProblem(given, words) ??
      conflictOf(given, paths, words.team);
    if (problem) return { kind: 'wrong', message: `${problem}${words.seeHelp(named?.name)}` };
    const typo = named || firstWord !== tokens[0] ? undefined : typoOf(paths[0], commands);
    return { kind: 'run', command, options: optionsOf(paths, given, command), typo };
  };
  const word = firstWord?.kind === 'positional' ? firstWord.value : undefined;
  const help = { kind: 'help', command: commands.find(({ name }) => name === paths[1]) } as const;
  if (word === 'help') return { kind: 'word', word, meant: help, otherwise: asked() };
  if (word === 'version') return { kind: 'word', word, meant: { kind: 'version' }, otherwise: asked() };
  return asked();
}

/** Every command; the first is the one that a call without a command word means. */
export type Commands = readonly [Command, ...Command[]];

export type Request =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly options: Options;
      /** The first path looks like a command; if there is no such file, it was meant to be one. */
      readonly typo: Typo | undefined;
    }
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

/** A word that asks for something itself, unless there is a file or folder of that name. */
export interface Word {
  readonly kind: 'word';
  readonly word: string;
  readonly meant: Request;
  readonly otherwise: Request;
}

export interface Typo {
  readonly word: string;
  /** The command that was meant; undefined where this one is still to come. */
  readonly near: string | undefined;
}

/** What a person can set on the command line, checked and with the defaults filled in. */
export interface Options {
  /** Files, folders, globs and `-`. */
  readonly paths: readonly string[];
  /** What to write and where to; one at least where the command knows formats. */
  readonly reports: readonly Destination[];
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly maxWarnings: number;
  /** Ids of the only rules to run; empty for all. */
  readonly rules: readonly string[];
  readonly stdinFilename: string | undefined;
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
  /** Whether to colour; undefined where the surroundings decide. */
  readonly color: boolean | undefined;
  readonly run: RunOptions;
  readonly input: InputOptions;
}

/** A format, and the file to write it to; without one, standard output. */
export interface Destination {
  readonly format: string;
  readonly file: string | undefined;
}

/** What is to come, so that nobody looks for what is wrong in the call. */
const planned = { commands: ['diff'], exports: ['xlsx', 'ics', 'html'] };

/** From the most to the least severe. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

const missingRules: readonly MissingRule[] = ['missing-lead', 'missing-unit', 'missing-deadline'];
const missingModes: readonly MissingMode[] = ['auto', 'always', 'never'];

/** The options behind `RunOptions`. */
const runOptions = {
  baseline: { value: 'FILE' },
  'baseline-update': {},
  prune: {},
  since: { value: 'REV' },
  staged: {},
  'changed-lines': {},
  'exit-zero': {},
  today: { value: 'DAY' },
  cache: {},
  'cache-location': { value: 'FILE' },
  watch: {},
  threads: { value: 'N' },
  stats: {},
  'dry-run': {},
} as const satisfies Readonly<Record<string, Option>>;

export type RunOptionName = keyof typeof runOptions;

/** Every option with the name of its value, none for a switch, and what that value may be. */
export const options = {
  format: { value: 'FORMAT[:FILE]' },
  output: { value: 'FILE' },
  severity: { value: 'LEVEL', choices: severities },
  quiet: {},
  'max-warnings': { value: 'N' },
  rule: { value: 'ID' },
  'missing-lead': { value: 'WHEN', choices: missingModes },
  'missing-unit': { value: 'WHEN', choices: missingModes },
  'missing-deadline': { value: 'WHEN', choices: missingModes },
  'stdin-filename': { value: 'NAME' },
  ...runOptions,
  ...inputOptions,
  ...serverOptions,
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

/** The language to speak: the one asked for, else English where the system speaks it, else Chinese. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const { values } = parseArgs({ args: [...args], options: parsable, strict: false, allowPositionals: true });
  const asked = values.locale;
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en/iu.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'zh';
}

const parsable = Object.fromEntries(
  Object.entries<Option>(options).map(([name, { value, short }]) => [
    name,
    { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
  ]),
);

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** What is wrong with one option, if anything. */
function problemOf({ name, rawName, value, inlineValue }: OptionToken, command: Command, words: Words) {
  const allowed = [...command.options, ...everywhere];
  if (!isOption(name)) {
    const near = rawName.startsWith('--') ? nearest(name, allowed) : undefined;
    return words.unknownOption(rawName, near && `--${near}`);
  }
  if (!allowed.includes(name)) return words.foreignOption(rawName, command.name);
  const option: Option = options[name];
  if (!option.value) return value === undefined ? undefined : words.needlessValue(rawName, value);
  const choices = name === 'format' ? command.formats : option.choices;
  const word = name === 'format' && value !== undefined ? destinationOf(value).format : value;
  // `--output --quiet` forgot the name of the file.
  if (!value || (!inlineValue && value.startsWith('--')))
    return words.missingValue(rawName, option.value, choices);
  if (name === 'format' && command.name === 'export' && planned.exports.includes(word ?? '')) {
    if (!choices?.includes(word ?? '')) return words.notYet(`export --format ${word}`);
  }
  if (choices && word !== undefined && !choices.includes(word))
    return words.wrongChoice(rawName, word, choices, nearest(word, choices));
  if (name === 'format' && value.endsWith(':'))
    return words.missingValue(`${rawName} ${value}`, 'FILE', undefined);
  if (name === 'max-warnings' && !/^\d{1,9}$/u.test(value)) return words.wrongNumber(rawName, value);
  return valueProblem(name, value, words.team);
}

/** `sarif:out/plans.sarif`: a format and its file. No name of a format has a colon, but a file on Windows may. */
function destinationOf(value: string): Destination {
  const colon = value.indexOf(':');
  return colon < 0
    ? { format: value, file: undefined }
    : { format: value.slice(0, colon), file: value.slice(colon + 1) };
}

/** Every format that was asked for with its place: one of them may go to standard output or to `--output`. */
function destinationsOf(given: ReadonlyMap<string, readonly string[]>): readonly Destination[] {
  const output = given.get('output')?.at(-1);
  return (given.get('format') ?? [])
    .map(destinationOf)
    .map(({ format, file }) => ({ format, file: file ?? output }));
}

function destinationProblem(given: ReadonlyMap<string, readonly string[]>, words: Words): string | undefined {
  const asked = (given.get('format') ?? []).map(destinationOf);
  const open = asked.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (open.length > 1) return words.sameDestination(open);
  if (given.has('output') && asked.length > 0 && open.length === 0) return words.outputUnused;
  return undefined;
}

/** What only lists something knows two formats. */
function listingProblem(given: ReadonlyMap<string, readonly string[]>, words: Words): string | undefined {
  if (!given.has('list-files') && !given.has('print-config')) return undefined;
  const known = ['pretty', 'json'];
  const other = (given.get('format') ?? [])
    .map((value) => destinationOf(value).format)
    .find((format) => !known.includes(format));
  return other === undefined ? undefined : words.wrongChoice('--format', other, known, nearest(other, known));
}

function typoOf(word: string | undefined, commands: Commands): Typo | undefined {
  const names = commands.map(({ name }) => name);
  const isPlanned = word !== undefined && planned.commands.includes(word);
  const near = word === undefined || isPlanned ? undefined : nearest(word, names);
  return word === undefined || !(isPlanned || near) ? undefined : { word, near };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** Of an option given twice the last one holds. */
function optionsOf(
  paths: readonly string[],
  given: ReadonlyMap<string, readonly string[]>,
  command: Command,
): Options {
  const last = (name: OptionName) => given.get(name)?.at(-1);
  const missing = missingRules.flatMap((name) => {
    const mode = missingModes.find((known) => known === last(name));
    return mode === undefined ? [] : [[name, mode] as const];
  });
  const color = [...given.keys()].findLast((name) => name === 'color' || name === 'no-color');
  const stdinFilename = last('stdin-filename');
  return {
    paths: paths.length > 0 ? paths : [stdinFilename === undefined ? '.' : '-'],
    reports: given.has('format')
      ? destinationsOf(given)
      : command.formats.slice(0, 1).map((format) => ({ format, file: last('output') })),
    severity: given.has('quiet')
      ? 'error'
      : (severities.find((known) => known === last('severity')) ?? 'info'),
    maxWarnings: Number(last('max-warnings') ?? 0),
    rules: given.get('rule') ?? [],
    stdinFilename,
    output: last('output'),
    color: color === undefined ? undefined : color === 'color',
    run: runOptionsOf(given),
    input: inputOptionsOf(given, Object.fromEntries(missing)),
  };
}
