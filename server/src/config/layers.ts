import type { Message } from '../core/lint/finding.ts';
import type { Settings } from '../core/lint/settings.ts';
import { flatMapped } from '../core/text/flat.ts';
import { CONFIG_NAME, nearMiss } from './names.ts';
import { foldersAbove, within } from './paths.ts';
import { type Bounds, outsideMessage, reached } from './reach.ts';
import { type ConfigFault, type ConfigFile, readConfig, type Value } from './read.ts';

/** The configurations from `folder` up to the first that says `root`, the nearest last. */
export function discovered(folder: string, files: ConfigFiles, memory: Memory): Promise<readonly Chain[]> {
  const known = memory.folders.get(folder);
  if (known) return known;
  const found = (async () => {
    const own = await inFolder(folder, files, memory);
    const parent = foldersAbove(folder)[0];
    if (own?.root || parent === undefined) return own ? [own] : [];
    const above = await discovered(parent, files, memory);
    return own ? [...above, own] : above;
  })();
  memory.folders.set(folder, found);
  return found;
}

/** What the loader needs of a file system: a disk, a workspace, or in tests a map. */
export interface ConfigFiles extends Bounds {
  /** The text of a file; undefined where there is none. Rejects where there is one that cannot be read. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** Names of what a folder holds; none where it may not be listed. */
  readonly names: (folder: string) => Promise<readonly string[]>;
}

/** Chains of configurations by folder, and files by path. It holds for as long as no configuration changes. */
export interface Memory {
  readonly folders: Map<string, Promise<readonly Chain[]>>;
  readonly chains: Map<string, Promise<Chain>>;
  /** By what is set: documents of which all is set alike share theirs. */
  readonly settings: Map<string, Settings>;
}

export function newMemory(): Memory {
  return { folders: new Map(), chains: new Map(), settings: new Map() };
}

/** One configuration with those that it extends, itself last. */
export interface Chain {
  readonly layers: readonly Layer[];
  readonly root: boolean;
  readonly faults: readonly ConfigFault[];
}

/** A configuration whose values count. */
export interface Layer {
  readonly file: ConfigFile;
  /** Where its patterns are seen from. */
  readonly folder: string;
  /** Paths of the configurations that it extends, whether they are there or not. */
  readonly bases: readonly string[];
  /** Paths of the directories that it names, each with the value that does. */
  readonly directories: readonly { readonly path: string; readonly value: Value }[];
}

async function inFolder(folder: string, files: ConfigFiles, memory: Memory): Promise<Chain | undefined> {
  const path = `${folder}/${CONFIG_NAME}`;
  const names = await files.names(folder);
  const faults = flatMapped(names, (name): ConfigFault[] => {
    const message = nearMiss(name);
    return message ? [{ path: `${folder}/${name}`, text: '', span: undefined, message }] : [];
  });
  const text = await textOf(path, files);
  if (text === undefined && names.includes(CONFIG_NAME))
    faults.push({ path, text: '', span: undefined, message: noFile });
  if (text === undefined) return faults.length > 0 ? { layers: [], root: false, faults } : undefined;
  const chain = await extended(path, folder, files, memory);
  return { ...chain, faults: [...faults, ...chain.faults] };
}

const noFile: Message = {
  zh: '这不是文件，读不到配置，请改名或删去。',
  en: 'this is no file, so nothing is configured by it; rename or remove it.',
};
const forbidden: Message = {
  zh: '没有读取权限，请更改权限。',
  en: 'there is no permission to read it; change its permissions.',
};
const deadLink: Message = {
  zh: '这个链接所指的文件不存在，请改正或删去。',
  en: 'this is a link that leads nowhere; mend or remove it.',
};
const noText: Message = { zh: '这不是文本，请存为 UTF-8。', en: 'it is no text; save it as UTF-8.' };

/** The configuration at `path` with those that it extends; its patterns are seen from `folder`. */
export function extended(path: string, folder: string, files: ConfigFiles, memory: Memory): Promise<Chain> {
  const key = `${folder}\n${path}`;
  const known = memory.chains.get(key);
  if (known) return known;
  const found = chainOf(path, folder, files, [], new Set());
  memory.chains.set(key, found);
  return found;
}

/** `trail` holds the paths that extend `path`, the first one first; `seen` those read already, each of which counts once. */
async function chainOf(
  path: string,
  folder: string,
  files: ConfigFiles,
  trail: readonly string[],
  seen: Set<string>,
): Promise<Chain> {
  const text = await textOf(path, files);
  if (typeof text !== 'string') {
    const message = text ?? { zh: '没有这个配置文件。', en: 'there is no such configuration.' };
    return { layers: [], root: false, faults: [{ path, text: '', span: undefined, message }] };
  }
  const file = readConfig(path, text);
  const layers: Layer[] = [];
  const bases: string[] = [];
  const faults: ConfigFault[] = [];
  for (const base of file.extends) {
    const target = await baseAt(path, String(base.value), files);
    if (target !== undefined) bases.push(target);
    const fault = await faultOfBase(base, target, [...trail, path], files);
    if (fault || target === undefined) {
      if (fault) faults.push(fault);
      continue;
    }
    if (seen.has(target)) continue;
    seen.add(target);
    const chain = await chainOf(target, folder, files, [...trail, path], seen);
    layers.push(...chain.layers);
    faults.push(...chain.faults);
  }
  const directories: Layer['directories'][number][] = [];
  for (const value of [...file.values, ...flatMapped(file.overrides, ({ values }) => values)]) {
    if (value.key !== 'directories' || !('path' in value.origin)) continue;
    const target = await reached(path, String(value.value), files);
    if (target !== undefined) directories.push({ path: target, value });
    else faults.push({ ...value.origin, message: outsideMessage('directories', String(value.value)) });
  }
  return {
    layers: [...layers, { file, folder, bases, directories }],
    root: file.root,
    faults: [...file.faults, ...faults],
  };
}

/**
 * Where a value of `extends` leads: a path relative to the configuration at `path`; where nothing stands there, a package
 * in the nearest `node_modules` that has it. Neither leads out of the workspace.
 */
async function baseAt(path: string, value: string, files: ConfigFiles): Promise<string | undefined> {
  const near = await reached(path, value, files);
  if (near === undefined || !isPackaged(value) || (await stands(near, files))) return near;
  const top = await files.home?.(path);
  for (const folder of foldersAbove(path)) {
    if (top !== undefined && folder !== top && within(top, folder) === undefined) break;
    const up = '../'.repeat(path.split('/').length - folder.split('/').length - 1);
    const target = await reached(path, `${up}node_modules/${packaged(value)}`, files);
    if (target !== undefined && (await stands(target, files))) return target;
  }
  return near;
}

/** Whether a configuration stands at `path`, if only one that cannot be read; a folder may be a package. */
async function stands(path: string, files: ConfigFiles): Promise<boolean> {
  return files.text(path).then(
    (text) => text !== undefined,
    (error: unknown) => codeOf(error) !== 'EISDIR',
  );
}

/** Whether a value may name a package, as `planlint-config-edu`, `@edu/plans` and `@edu/plans/strict.json` do. */
function isPackaged(value: string): boolean {
  return PACKAGED.test(value);
}

const PACKAGED = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/u;

/** A package alone stands for its planlint.json. */
function packaged(value: string): string {
  const parts = value.split('/').length - (value.startsWith('@') ? 1 : 0);
  return parts === 1 ? `${value}/${CONFIG_NAME}` : value;
}

async function faultOfBase(
  { value, origin }: Value,
  target: string | undefined,
  trail: readonly string[],
  files: ConfigFiles,
): Promise<ConfigFault | undefined> {
  if (!('path' in origin)) return undefined;
  const at = { path: origin.path, text: origin.text, span: origin.span };
  if (target === undefined) return { ...at, message: outsideMessage('extends', String(value)) };
  if (trail.includes(target)) {
    const circle = [...trail.slice(trail.indexOf(target)), target].map((path) =>
      path.slice(path.lastIndexOf('/') + 1),
    );
    return {
      ...at,
      message: {
        zh: `extends 绕成了圈：${circle.join(' → ')}。`,
        en: `extends goes round in a circle: ${circle.join(' → ')}.`,
      },
    };
  }
  const text = await textOf(target, files);
  if (typeof text === 'string') return undefined;
  return {
    ...at,
    message: {
      zh: `extends 所指的“${value}”${text ? `：${text.zh}` : `不存在，${isPackaged(String(value)) ? '既不是相对于本文件的路径，node_modules 里也没有。' : '路径应相对于本文件。'}`}`,
      en: `extends names "${value}"${text ? `: ${text.en}` : `, which does not exist; ${isPackaged(String(value)) ? 'it is neither a path relative to this file nor in node_modules.' : 'paths are relative to this file.'}`}`,
    },
  };
}

/** The text of a configuration, undefined where there is none, or why it cannot be read. */
async function textOf(path: string, files: ConfigFiles): Promise<string | undefined | Message> {
  try {
    return await files.text(path);
  } catch (error) {
    const code = codeOf(error);
    return unreadable[code] ?? { zh: `无法读取（${code}）。`, en: `it cannot be read (${code}).` };
  }
}

/** Why a configuration cannot be read, by the code of the system or of whoever reads it. */
const unreadable: Readonly<Record<string, Message>> = {
  EISDIR: noFile,
  'no-file': noFile,
  'dead-link': deadLink,
  ELOOP: deadLink,
  EACCES: forbidden,
  EPERM: forbidden,
  EFBIG: { zh: '太大，不会是配置。', en: 'it is larger than any configuration.' },
  binary: noText,
  undecodable: noText,
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
