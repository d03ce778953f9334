import { parseArgs } from 'node:util';
import { divisions } from '../core/exports/exporter.ts';
import { flatMapped } from '../core/text/flat.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Command } from './command.ts';
import {
  aloneProblem,
  bundledProblem,
  callProblem,
  destinationOf,
  type Given,
  optionProblem,
  shardOf,
} from './misuse.ts';
import {
  DEFAULT_BASELINE,
  type Locale,
  languageOf,
  missingModes,
  missingRules,
  type Option,
  type OptionName,
  type Options,
  options,
  severities,
} from './options.ts';
import type { Words } from './words.ts';

/** What the arguments ask for. Help and version are given where nothing else is asked for: a slip must not pass for success. */
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
    // `-severity` is no row of short options: each of them stands by itself.
    const written = args[token.index] ?? '';
    if (/^-[^-]./u.test(written)) {
      problem ??= bundledProblem(written, command, words);
      continue;
    }
    problem ??= optionProblem(token, command, words);
    const values = [...(given.get(token.name) ?? []), token.value ?? ''];
    given.delete(token.name);
    given.set(token.name, values);
  }
  const asked = (): Request => {
    problem ??= aloneProblem(given, paths, words);
    if (!problem && given.has('help')) return { kind: 'help', command: named };
    if (!problem && given.has('version')) return { kind: 'version' };
    problem ??= callProblem(given, paths, words);
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
  /** The command that was meant. */
  readonly near: string;
}

/** The language to speak: the one asked for, else English where the system speaks it, else Chinese. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const { values } = parseArgs({ args: [...args], options: parsable, strict: false, allowPositionals: true });
  const asked = typeof values.locale === 'string' && languageOf(values.locale);
  if (asked) return asked;
  return /^en/iu.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'zh';
}

const parsable = Object.fromEntries(
  Object.entries<Option>(options).map(([name, { value, short }]) => [
    name,
    { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
  ]),
);

function typoOf(word: string | undefined, commands: Commands): Typo | undefined {
  if (word === undefined) return undefined;
  const near = nearest(
    word,
    commands.map(({ name }) => name),
  );
  return near === undefined ? undefined : { word, near };
}

/** Whoever names a list of files means no others. */
function usualPaths(given: Given): readonly string[] {
  if (given.has('files-from')) return [];
  return [given.has('stdin-filename') || given.has('records') ? '-' : '.'];
}

/** Of an option given twice the last one holds. */
function optionsOf(paths: readonly string[], given: Given, command: Command): Options {
  const last = (name: OptionName) => given.get(name)?.at(-1);
  const latest = (...names: readonly OptionName[]) =>
    [...given.keys()].findLast((name) => names.some((one) => one === name));
  const missing = flatMapped(missingRules, (name) => {
    const mode = missingModes.find((known) => known === last(name));
    return mode === undefined ? [] : [[name, mode] as const];
  });
  const output = last('output');
  const path = last('config');
  const renewal = given.has('baseline-update') ? 'update' : given.has('prune') ? 'prune' : undefined;
  const threads = last('threads');
  const color = latest('color', 'no-color');
  return {
    paths: paths.length > 0 ? paths : usualPaths(given),
    filesFrom: last('files-from'),
    shard: shardOf(last('shard') ?? ''),
    records: given.has('records'),
    // One of them may go to standard output or to `--output`.
    reports: (given.get('format') ?? command.formats.slice(0, 1))
      .map(destinationOf)
      .map(({ format, file }) => ({ format, file: file ?? output })),
    output,
    days: Number(last('days') ?? 30),
    by: divisions.find((known) => known === last('by')),
    severity: given.has('quiet')
      ? 'error'
      : (severities.find((known) => known === last('severity')) ?? 'info'),
    maxWarnings: Number(last('max-warnings') ?? 0),
    exitZero: given.has('exit-zero'),
    rules: given.get('rule') ?? [],
    missing: Object.fromEntries(missing),
    today: last('today'),
    stdinFilename: last('stdin-filename'),
    config: latest('config', 'no-config') === 'no-config' ? 'none' : path === undefined ? path : { path },
    printConfig: last('print-config'),
    listFiles: given.has('list-files'),
    fix: given.has('unsafe-fixes') ? 'unsafe' : given.has('fix') || given.has('diff') ? 'safe' : undefined,
    diff: given.has('diff'),
    baseline: last('baseline') ?? (renewal ? DEFAULT_BASELINE : undefined),
    renewal,
    since: last('since'),
    staged: given.has('staged'),
    changedLines: given.has('changed-lines'),
    cache: given.has('cache') || given.has('cache-location'),
    cacheLocation: last('cache-location'),
    watch: given.has('watch'),
    threads: threads === undefined || threads === 'auto' ? undefined : Number(threads),
    stats: given.has('stats'),
    dryRun: given.has('dry-run'),
    learn: given.has('learn'),
    locale: languageOf(last('locale') ?? ''),
    color: color === undefined ? undefined : color === 'color',
  };
}
