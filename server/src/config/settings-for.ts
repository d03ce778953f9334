import ignore from 'ignore';
import type { Severity } from '../core/lint/finding.ts';
import {
  cautions,
  defaultSettings,
  type MissingMode,
  type MissingRule,
  type Settings,
} from '../core/lint/settings.ts';
import { flatMapped } from '../core/text/flat.ts';
import { type ConfigFiles, discovered, extended, type Layer, type Memory, newMemory } from './layers.ts';
import { folderOf, joined, within } from './paths.ts';
import type { ConfigFault, ConfigFile, Value } from './read.ts';

/**
 * What is set for the document at `path` (absolute, with `/` between its parts): by the configurations from its
 * folder up, the nearest last, and by what is `given` around them. Editor and command line both ask here.
 */
export async function settingsFor(path: string, files: ConfigFiles, given: Given = {}): Promise<Resolved> {
  const memory = given.memory ?? newMemory();
  const chain =
    given.only === undefined
      ? await discovered(given.from ?? folderOf(path), files, memory)
      : given.only === 'none'
        ? []
        : [await extended(given.only.path, given.only.folder, files, memory)];
  const layers = flatMapped(chain, ({ layers: own }) => own);
  const values = [
    ...(given.under ?? []),
    ...flatMapped(layers, ({ file, folder }) => [
      ...file.values,
      ...flatMapped(
        file.overrides.filter((one) => fits(one.files, folder, path)),
        (one) => one.values,
      ),
    ]),
    ...(given.over ?? []),
  ];
  const named = new Map(flatMapped(layers, (layer) => layer.directories.map((one) => [one.value, one.path])));
  return {
    settings: settingsIn(values, memory),
    locale: last(values, 'locale', ['zh', 'en']),
    directories: flatMapped(
      values.filter(({ key }) => key === 'directories'),
      (value) => {
        if (!('path' in value.origin)) return joined(folderOf(path), String(value.value));
        return named.get(value) ?? [];
      },
    ).reverse(),
    files: fitting('files', layers, path),
    ignored: fitting('ignore', layers, path),
    values: values.filter(isEffective),
    configurations: [...new Set(layers.map(({ file }) => file.path))],
    nearest: layers.at(-1)?.file,
    bases: flatMapped(layers, ({ bases }) => bases),
    faults: flatMapped(chain, ({ faults }) => faults),
  };
}

/** What surrounds the configurations of the files. */
export interface Given {
  /** Values that the configurations change, such as a person's own settings of the editor. */
  readonly under?: readonly Value[];
  /** Values that change the configurations, such as options of the command line. */
  readonly over?: readonly Value[];
  /** The one configuration to use instead of those around the file, its patterns seen from `folder`; or none. */
  readonly only?: { readonly path: string; readonly folder: string } | 'none' | undefined;
  /** The folder whose configurations count, where that is not the document's own: it stands on no disk. */
  readonly from?: string;
  /** What was read before; where it is given, no configuration is read twice. */
  readonly memory?: Memory;
}

/** What is set for one document. */
export interface Resolved {
  readonly settings: Settings;
  readonly locale: 'zh' | 'en' | undefined;
  /** Absolute paths of files or folders with unit directories, those of the nearest configuration first. */
  readonly directories: readonly string[];
  /** The pattern that makes the file a plan where it lies in a folder. */
  readonly files: Value | undefined;
  /** The pattern that leaves the file out where it lies in a folder. */
  readonly ignored: Value | undefined;
  /** Every value that has an effect, with where it comes from, the nearest last. */
  readonly values: readonly Value[];
  /** Paths of the configurations that count, the nearest last. */
  readonly configurations: readonly string[];
  /** The last of them. */
  readonly nearest: Pick<ConfigFile, 'path' | 'text'> | undefined;
  /** Paths that they extend, whether there is a configuration or none. */
  readonly bases: readonly string[];
  /** What is wrong with them; where there is anything, the settings are not what was meant. */
  readonly faults: readonly ConfigFault[];
}

/** Whether one of `patterns`, as in .gitignore and seen from `folder`, fits the file at `path`. */
function fits(patterns: readonly string[], folder: string, path: string): boolean {
  const relative = within(folder, path);
  return relative !== undefined && ignore().add(patterns).ignores(relative);
}

/** The value of the nearest layer whose patterns fit; a pattern with `!` takes back what fits before it. */
function fitting(key: 'files' | 'ignore', layers: readonly Layer[], path: string): Value | undefined {
  let found: Value | undefined;
  for (const { file, folder } of layers) {
    const relative = within(folder, path);
    const patterns = file.values.filter((value) => value.key === key);
    if (relative === undefined || patterns.length === 0) continue;
    const marked = patterns.map(({ value }, i) => ({ pattern: String(value), mark: String(i) }));
    const { ignored, unignored, rule } = ignore().add(marked).test(relative);
    if (ignored) found = patterns[Number(rule?.mark)];
    else if (unignored) found = undefined;
  }
  return found;
}

/** The last value of a key that is no list, and every value of one that is, each once. */
function isEffective({ key, value, listed }: Value, i: number, values: readonly Value[]): boolean {
  return listed
    ? values.findIndex((other) => other.key === key && other.value === value) === i
    : values.findLastIndex((other) => other.key === key) === i;
}

function settingsIn(values: readonly Value[], { settings }: Memory): Settings {
  const key = JSON.stringify(values.map(({ key, value, listed }) => [key, value, listed]));
  const known = settings.get(key) ?? settingsOf(values);
  settings.set(key, known);
  return known;
}

function settingsOf(values: readonly Value[]): Settings {
  const modes: readonly MissingMode[] = ['auto', 'always', 'never'];
  const mode = (rule: MissingRule) => last(values, rule, modes) ?? defaultSettings.missing[rule];
  const list = (key: string) => [
    ...new Set(values.filter((value) => value.key === key).map(({ value }) => String(value))),
  ];
  const caution = last(values, 'words.caution', cautions);
  const labels = flatMapped(['lead', 'unit', 'support', 'deadline'] as const, (role) => {
    const own = list(`labels.${role}`);
    return own.length > 0 ? [[role, own] as const] : [];
  });
  const severities = flatMapped(values, ({ key, value }) =>
    key.startsWith('rules.') ? [[key.slice('rules.'.length), value as Severity | 'off'] as const] : [],
  );
  return {
    ...defaultSettings,
    severities: Object.fromEntries(severities),
    missing: {
      'missing-lead': mode('missing-lead'),
      'missing-unit': mode('missing-unit'),
      'missing-deadline': mode('missing-deadline'),
    },
    labels: Object.fromEntries(labels),
    words: { add: list('words.add'), ignore: list('words.ignore'), ...(caution && { caution }) },
  };
}

function last<T extends string>(values: readonly Value[], key: string, known: readonly T[]): T | undefined {
  const value = values.findLast((one) => one.key === key)?.value;
  return known.find((one) => one === value);
}
