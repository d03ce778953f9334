import type { Resolved } from '../../config/settings-for.ts';
import { severityOf } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { keepWhole } from '../destinations.ts';
import { type Exit, worst } from '../host.ts';
import { alignedRows } from '../terminal/rows.ts';
import { write } from '../write.ts';
import { complaintsOn, configurationsFor, shownPath } from './configuration.ts';
import { addressOf } from './origin.ts';

/** Shows what is set for the file at `path`, and where each value comes from. */
export async function printConfig(path: string, options: Options, call: Call): Promise<Exit> {
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
  const exits: Exit[] = [];
  for (const { format, file } of options.reports) {
    const text =
      format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, path, configurations, values: shown }, null, 2)}\n`
        : tableOf(path, configurations, shown, call);
    exits.push(await write(text, { ...call, output: file }));
  }
  return worst(resolved.faults.length > 0 ? 2 : 0, ...exits);
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
  const usual = [
    { key: 'locale', value: words.locale },
    ...rules.map((rule) => ({ key: `rules.${rule.id}`, value: severityOf(settings, rule) })),
    ...Object.entries(settings.missing).map(([key, value]) => ({ key, value })),
  ].flatMap(({ key, value }) => (isSet(key) ? [] : [{ key, value, from: undefined }]));
  const all = [...set, ...usual];
  const order = [...new Set([...usual, ...set].map(({ key }) => key.split('.')[0]))];
  const rank = ({ key }: Shown) => order.indexOf(key.split('.')[0]);
  // What belongs together stands together; of one key the values keep their order, which counts.
  return all.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function tableOf(
  path: string,
  configurations: readonly string[],
  shown: readonly Shown[],
  { words, paint }: Call,
): string {
  const rows = shown.map(({ key, value, from }) => {
    const setting = `${key} = ${JSON.stringify(value)}`;
    return [setting, paint.dim(from ?? words.input.usual)] as const;
  });
  const files = configurations.length > 0 ? configurations.join(words.and) : words.input.noConfiguration;
  return `${[`${paint.bold(path)}  ${paint.dim(files)}`, ...alignedRows(rows)].join('\n')}\n`;
}
