import type { Resolved } from '../../config/settings-for.ts';
import { severityOf } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Call } from '../command.ts';
import { type Other, readSources } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { alignedRows, atHead, printable } from '../terminal/cells.ts';
import { jsonText, keepWhole, writeAll } from '../write.ts';
import { addressOf, complaintsOn, configurationsFor, shownPath } from './configuration.ts';
import type { Why } from './inputs.ts';
import type { Left, SameFile } from './walk.ts';

/** Lists which files would be checked and which would not, each with the reason. */
export async function listFiles(options: Options, call: Call): Promise<Exit> {
  const { sources, others, left, exit } = await readSources(options, call);
  const rows: readonly Row[] = [
    ...sources.map(({ path, why }) => ({ path, read: true, reason: why.kind, by: byOf(why, call) })),
    ...others.map(({ path, reason }) => ({ path, read: false, reason, by: undefined })),
    ...left.map(({ path, by }) =>
      typeof by === 'string'
        ? { path, read: false, reason: by, by: undefined }
        : 'sameAs' in by
          ? { path, read: false, reason: 'same' as const, by: by.sameAs }
          : { path, read: false, reason: 'ignored' as const, by: placeOf(by, call) },
    ),
  ];
  const textOf = (format: string) =>
    format === 'json' ? jsonText({ schemaVersion: 1, files: rows }) : filesTable(rows, call);
  return worst(exit, await writeAll(textOf, options, call));
}

interface Row {
  readonly path: string;
  /** Whether it is checked. */
  readonly read: boolean;
  readonly reason: Why['kind'] | Other['reason'] | 'hidden' | 'packages' | 'same' | 'ignored';
  /** The line that says so, or the name under which the same file is read. */
  readonly by: string | undefined;
}

function filesTable(rows: readonly Row[], { words, paint }: Call): string {
  const cells = rows.map(({ path, read, reason, by }) => {
    const said = words.why[reason](by ?? '');
    return [atHead(printable(path)), read ? said : paint.dim(said)] as const;
  });
  return alignedRows(cells)
    .map((row) => `${row}\n`)
    .join('');
}

function byOf(why: Why, { host }: Call): string | undefined {
  return why.kind === 'files' ? addressOf(why.by.origin, host.files) : undefined;
}

function placeOf(by: Exclude<Left['by'], string | SameFile>, { host }: Call): string {
  return 'file' in by ? `${shownPath(by.file, host.files)}:${by.line}` : addressOf(by.origin, host.files);
}

/** Shows what is set for the file at `path`, and where each value comes from. */
export async function printConfig(path: string, options: Options, call: Call): Promise<Exit> {
  const { complain, words, host } = call;
  if ((await host.files.kind(path)) === undefined) {
    await complain(words.problem.missing(path));
    return 2;
  }
  const { settingsFor, read } = configurationsFor(options, call);
  const resolved = await settingsFor(path);
  await keepWhole([path, ...read], options, call);
  // One call speaks one language, that of the folder that it is made in.
  const { values: spoken } = await settingsFor('planlint');
  const values = [
    ...resolved.values.filter(({ key }) => key !== 'locale'),
    ...spoken.filter(({ key }) => key === 'locale'),
  ];
  await complaintsOn(call)(resolved.faults);
  const shown = shownOf({ ...resolved, values }, call);
  const configurations = resolved.configurations.map((one) => shownPath(one, call.host.files));
  const textOf = (format: string) =>
    format === 'json'
      ? jsonText({ schemaVersion: 1, path, configurations, values: shown })
      : settingsTable(path, configurations, shown, call);
  return worst(resolved.faults.length > 0 ? 2 : 0, await writeAll(textOf, options, call));
}

/** One value; where nothing set it, `from` is undefined and it is what Planlint comes with. */
interface Shown {
  readonly key: string;
  readonly value: string | boolean;
  readonly from: string | undefined;
}

function shownOf({ settings, values }: Resolved, { host, words }: Call): readonly Shown[] {
  const set = values.map(({ key, value, origin }) => ({ key, value, from: addressOf(origin, host.files) }));
  const isSet = (key: string) => values.some((value) => value.key === key);
  const usual = flatMapped(
    [
      { key: 'locale', value: words.locale },
      ...rules.map((rule) => ({ key: `rules.${rule.id}`, value: severityOf(settings, rule) })),
      ...Object.entries(settings.missing).map(([key, value]) => ({ key, value })),
    ],
    ({ key, value }) => (isSet(key) ? [] : [{ key, value, from: undefined }]),
  );
  const all = [...set, ...usual];
  const order = [...new Set([...usual, ...set].map(({ key }) => key.split('.')[0]))];
  const rank = ({ key }: Shown) => order.indexOf(key.split('.')[0]);
  // What belongs together stands together; of one key the values keep their order, which counts.
  return all.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function settingsTable(
  path: string,
  configurations: readonly string[],
  shown: readonly Shown[],
  { words, paint }: Call,
): string {
  const rows = shown.map(({ key, value, from }) => {
    const setting = `${key} = ${JSON.stringify(value)}`;
    return [setting, paint.dim(from ?? words.usual)] as const;
  });
  const files = configurations.length > 0 ? configurations.join(words.and) : words.noConfiguration;
  return `${[`${paint.bold(path)}  ${paint.dim(files)}`, ...alignedRows(rows)].join('\n')}\n`;
}
