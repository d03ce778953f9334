import { flatMapped } from '../core/text/flat.ts';
import { meant } from '../core/text/nearest.ts';
import type { Command } from './command.ts';
import {
  type Destination,
  everywhere,
  languageOf,
  type Option,
  type OptionName,
  options,
  type Shard,
} from './options.ts';
import type { Words } from './words.ts';

/** The values that were given for each option, the last one last; its keys in the order in which they were given last. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** An option as it stands among the arguments. */
export interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** What is wrong with one option, if anything. */
export function optionProblem(token: OptionToken, command: Command, words: Words): string | undefined {
  const { name, rawName, value, inlineValue } = token;
  const allowed = [...command.options, ...everywhere];
  if (!isOption(name)) {
    const near = rawName.startsWith('--') ? meant(name, allowed) : undefined;
    return words.unknownOption(rawName, near && `--${near}`);
  }
  if (!allowed.includes(name)) return words.foreignOption(rawName, command.name);
  const option: Option = options[name];
  if (!option.value) return value === undefined ? undefined : words.needlessValue(rawName, value);
  const choices = name === 'format' ? command.formats : option.choices;
  // `--output --quiet` and `-o -q` forgot the name of the file.
  if (!value || (!inlineValue && /^-(?:-|[a-z]$)/u.test(value)))
    return words.missingValue(rawName, option.value, choices);
  const word =
    name === 'format' ? destinationOf(value).format : (name === 'locale' && languageOf(value)) || value;
  if (choices && !choices.includes(word)) {
    return words.wrongChoice(rawName, word, choices, meant(word, choices));
  }
  if (name === 'format' && value.endsWith(':'))
    return words.missingValue(`${rawName} ${value}`, 'FILE', undefined);
  if (name === 'max-warnings' && !/^\d{1,9}$/u.test(value)) return words.wrongNumber(rawName, value);
  if (name === 'days' && !/^\d{1,5}$/u.test(value)) return words.office.wrongDays(value);
  if (name === 'threads' && value !== 'auto' && !/^[1-9]\d{0,2}$/u.test(value))
    return words.wrongThreads(value);
  if (name === 'shard' && !shardOf(value)) return words.wrongShard(value);
  if (name === 'today' && !isDay(value)) return words.wrongDay(value);
  return undefined;
}

/** What to say of several letters behind one dash, `-severity`, which no option is written with. */
export function bundledProblem(written: string, command: Command, words: Words): string {
  const name = written.replace(/^-/u, '').replace(/=[\s\S]*/u, '');
  const near = meant(name, [...command.options, ...everywhere]);
  return words.unknownOption(written, near && `--${near}`);
}

/** What stands beside `--help` or `--version`, which ask for nothing else: a check that ends so would never fail. */
export function aloneProblem(given: Given, paths: readonly string[], words: Words): string | undefined {
  const asked = (['help', 'version'] as const).find((name) => given.has(name));
  if (asked === undefined) return undefined;
  const beside = [...given.keys()].find((name) => name !== asked && !SPOKEN.has(name));
  const other = paths[0] ?? (beside === undefined ? undefined : `--${beside}`);
  return other === undefined ? undefined : words.notAlone(`--${asked}`, other);
}

/** How it is said, not what is asked for. */
const SPOKEN: ReadonlySet<string> = new Set(['locale', 'color', 'no-color']);

/** `sarif:out/plans.sarif`: a format and its file. No name of a format has a colon, but a file on Windows may. */
export function destinationOf(value: string): Destination {
  const colon = value.indexOf(':');
  return colon < 0
    ? { format: value, file: undefined }
    : { format: value.slice(0, colon), file: value.slice(colon + 1) };
}

/** `3/8` is the third of eight; undefined where it is no such thing. */
export function shardOf(value: string): Shard | undefined {
  const { index, count } = SHARD.exec(value)?.groups ?? {};
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

const SHARD = /^(?<index>\d{1,5})\/(?<count>\d{1,5})$/u;

/** What is wrong with the options together and with the paths beside them, if anything. */
export function callProblem(given: Given, paths: readonly string[], words: Words): string | undefined {
  if (given.has('stdin-filename') && paths.length > 0 && !paths.includes('-')) return words.stdinUnread;
  const asked = (given.get('format') ?? []).map(destinationOf);
  const open = asked.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (open.length > 1) return words.sameDestination(open);
  if (given.has('output') && asked.length > 0 && open.length === 0) return words.outputUnused;
  const other = asked.find(({ format }) => !LISTINGS.includes(format));
  if (other && (given.has('list-files') || given.has('print-config')))
    return words.wrongChoice('--format', other.format, LISTINGS, meant(other.format, LISTINGS));
  const clash = CLASHES.find(([a, b]) => given.has(a) && given.has(b));
  if (clash) return words.clash(`--${clash[0]}`, `--${clash[1]}`);
  const records = given.has('records') ? recordsProblem(given, paths, words) : undefined;
  if (records) return records;
  if (given.get('files-from')?.at(-1) === '-' && (paths.includes('-') || given.has('stdin-filename')))
    return words.clash('--files-from -', paths.includes('-') ? '-' : '--stdin-filename');
  const stdin = paths.includes('-') || (paths.length === 0 && given.has('stdin-filename'));
  const onDisk = NOT_STDIN.find((name) => given.has(name));
  return stdin && onDisk ? words.notStdin(`--${onDisk}`) : undefined;
}

/** What is wrong with what stands beside `--records`: they come and go by the standard streams, in a form of their own. */
function recordsProblem(given: Given, paths: readonly string[], words: Words): string | undefined {
  const path = paths.find((one) => one !== '-');
  if (path !== undefined) return words.records.noPath(path);
  const beside = [...given.keys()].find(
    (name) => ![...OF_RECORDS, ...everywhere].some((one) => one === name),
  );
  return beside === undefined ? undefined : words.clash('--records', `--${beside}`);
}

const OF_RECORDS: readonly OptionName[] = [
  ...(['records', 'severity', 'quiet', 'max-warnings', 'exit-zero', 'rule', 'today', 'threads'] as const),
  ...(['missing-lead', 'missing-unit', 'missing-deadline', 'config', 'no-config'] as const),
];

/** The formats of what only lists something. */
const LISTINGS: readonly string[] = ['pretty', 'json'];

/** What is for a check, or for what is written, would be left out silently where nothing is checked. */
const UNCHECKED: readonly OptionName[] = [
  ...(['fix', 'unsafe-fixes', 'diff', 'watch', 'stats', 'since', 'staged', 'changed-lines'] as const),
  ...(['baseline', 'baseline-update', 'prune'] as const),
];

const CLASHES: readonly (readonly [OptionName, OptionName])[] = [
  ['since', 'staged'],
  ['baseline-update', 'prune'],
  // Of a part it cannot be said what is no longer there, and each part would write over the others.
  ['shard', 'baseline-update'],
  ['shard', 'prune'],
  ['shard', 'stdin-filename'],
  ...(['format', 'max-warnings', 'stats', 'watch', 'baseline', 'baseline-update', 'prune'] as const).map(
    (name) => ['diff', name] as const,
  ),
  ...flatMapped(['list-files', 'print-config'] as const, (shown) =>
    UNCHECKED.map((name) => [shown, name] as const),
  ),
  ['list-files', 'print-config'],
];

const NOT_STDIN: readonly OptionName[] = ['since', 'staged', 'changed-lines', 'watch'];

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** `2026-02-28`, and no day that does not exist. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
