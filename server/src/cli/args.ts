import { parseArgs } from 'node:util';
import type { Severity } from '../core/lint.ts';
import { defaultSettings, type MissingMode, type Settings } from '../core/settings.ts';
import type { Command } from './commands/command.ts';
import { nearest } from './nearest.ts';
import type { Words } from './words.ts';

/** What the arguments ask for. Help and version are given whatever else is wrong. */
export function readArguments(args: readonly string[], commands: readonly Command[], words: Words): Request {
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
  if (command === undefined) return { kind: 'wrong', message: '' };

  const paths: string[] = [];
  const given = new Map<string, string[]>();
  let problem: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional' && !(named && token === firstWord)) paths.push(token.value);
    if (token.kind !== 'option') continue;
    problem ??= problemOf(token, command, words);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  if (given.has('help')) return { kind: 'help', command: named };
  if (given.has('version')) return { kind: 'version' };
  if (problem) return { kind: 'wrong', message: `${problem}${words.seeHelp(named?.name)}` };
  const first = paths[0];
  const near =
    named || first === undefined || tokens[0] !== firstWord
      ? undefined
      : nearest(
          first,
          commands.map(({ name }) => name),
        );
  return {
    kind: 'run',
    command,
    options: optionsOf(paths, given, command),
    typo: first !== undefined && near !== undefined ? { word: first, near } : undefined,
  };
}

export type Request =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly options: Options;
      /** The first path looks like a command; if there is no such file, it was meant to be one. */
      readonly typo: { readonly word: string; readonly near: string } | undefined;
    }
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

/** What a person can set on the command line, checked and with the defaults filled in. */
export interface Options {
  /** Files, folders, globs and `-`. */
  readonly paths: readonly string[];
  readonly format: string;
  /** The lowest severity shown. */
  readonly severity: Severity;
  readonly maxWarnings: number;
  /** Ids of the only rules to run; empty for all. */
  readonly rules: readonly string[];
  readonly missing: Settings['missing'];
  readonly stdinFilename: string | undefined;
  /** The file to write to instead of standard output. */
  readonly output: string | undefined;
}

/** From the most to the least severe. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

const missingModes: readonly MissingMode[] = ['auto', 'always', 'never'];

/** Every option with the name of its value, none for a switch, and what that value may be. */
export const options = {
  format: { value: 'FORMAT' },
  output: { value: 'FILE' },
  severity: { value: 'LEVEL', choices: severities },
  quiet: {},
  'max-warnings': { value: 'N' },
  rule: { value: 'ID' },
  'missing-lead': { value: 'WHEN', choices: missingModes },
  'missing-unit': { value: 'WHEN', choices: missingModes },
  'missing-deadline': { value: 'WHEN', choices: missingModes },
  'stdin-filename': { value: 'NAME' },
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

/** Whether to colour: as asked for, else `NO_COLOR` before `FORCE_COLOR`, else where a person looks at it. */
export function wantsColor(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTTY: boolean,
): boolean {
  const { tokens } = parseArgs({ args: [...args], options: parsable, strict: false, tokens: true });
  const asked = tokens.findLast(
    (token) => token.kind === 'option' && (token.name === 'color' || token.name === 'no-color'),
  );
  if (asked?.kind === 'option') return asked.name === 'color';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
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
  // `--output --quiet` forgot the name of the file.
  if (!value || (!inlineValue && value.startsWith('--')))
    return words.missingValue(rawName, option.value, choices);
  if (choices && !choices.includes(value))
    return words.wrongChoice(rawName, value, choices, nearest(value, choices));
  if (name === 'max-warnings' && !/^\d{1,9}$/u.test(value)) return words.wrongNumber(rawName, value);
  return undefined;
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
  const mode = (name: 'missing-lead' | 'missing-unit' | 'missing-deadline') =>
    missingModes.find((known) => known === last(name)) ?? defaultSettings.missing[name];
  const stdinFilename = last('stdin-filename');
  return {
    paths: paths.length > 0 ? paths : [stdinFilename === undefined ? '.' : '-'],
    format: last('format') ?? command.formats[0] ?? '',
    severity: given.has('quiet')
      ? 'error'
      : (severities.find((known) => known === last('severity')) ?? 'info'),
    maxWarnings: Number(last('max-warnings') ?? 0),
    rules: given.get('rule') ?? [],
    missing: {
      'missing-lead': mode('missing-lead'),
      'missing-unit': mode('missing-unit'),
      'missing-deadline': mode('missing-deadline'),
    },
    stdinFilename,
    output: last('output'),
  };
}
