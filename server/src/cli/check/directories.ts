import { isCandidate } from '../../config/names.ts';
import { folderOf, foldersAbove, within } from '../../config/paths.ts';
import { isPlan } from '../../config/plan-names.ts';
import { type Directory, directoryOf } from '../../core/people/directory.ts';
import {
  directoriesFor,
  emptyWorkspace,
  indexed,
  type Workspace,
  withDocument,
} from '../../core/people/workspace.ts';
import { kindOf, parse } from '../../core/read/read.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Files } from '../../files.ts';
import type { Call } from '../command.ts';
import { contained } from '../contain.ts';
import type { Source } from '../documents.ts';
import { decode } from '../encoding.ts';
import type { Exit } from '../host.ts';
import { type Configurations, shownPath } from '../input/configuration.ts';
import { isTooLarge } from '../input/inputs.ts';
import { walker } from '../input/walk.ts';
import type { Options } from '../options.ts';
import { keepWhole } from '../write.ts';
import { mayHoldDirectory } from './mentions.ts';

/**
 * Finds the unit directories that serve each source: its own appendix, those that its configuration names, and those
 * that stand in its repository, or without one in the current folder, the nearest first. The editor sees the same
 * in the folder that it has opened. None of them may be written over.
 */
export async function findDirectories(
  sources: readonly Source[],
  configurations: Configurations,
  options: Options,
  call: Call,
): Promise<Found> {
  const { files } = call.host;
  const walk = walker(files, configurations);
  const read = sources.filter(({ known }) => !known);
  const texts = new Map(read.map(({ path, text }) => [files.resolve(path), text]));
  const plain = new Set(
    flatMapped(sources, ({ path, known }) => (known?.isPlain ? files.resolve(path) : [])),
  );
  const roots = new Map<string, Promise<Workspace>>();
  const lists: (readonly Directory[])[] = [];

  const textOf = async (path: string) => texts.get(path) ?? (await textAt(path, files));
  const appointed = appointedDirectories(configurations, call, textOf);

  async function workspaceOf(root: string): Promise<Workspace> {
    let workspace = emptyWorkspace;
    const { names, cut } = isDisk(root)
      ? await walk.inFolder(`${root}/`, 1)
      : await walk.inFolder(root, limits.folders);
    const candidates = names.filter(isCandidate).sort();
    if ((cut && !isDisk(root)) || candidates.length > limits.files) await call.complain(call.words.cut(root));
    for (const name of candidates.slice(0, limits.files)) {
      const path = files.resolve(name);
      if (plain.has(path)) continue;
      const document = await contained(name, call, async () => {
        const text = await textOf(path);
        if (text === undefined || !mayHoldDirectory(name, text)) return undefined;
        const { settings } = await configurations.settingsFor(path);
        const options = { labels: settings.labels, path };
        // What others hold in an appendix serves them alone.
        if (!texts.has(path) && kindOf(text, options) !== 'directory') return undefined;
        const read = indexed(parse(text, options, call.memory), path, root);
        return read.directory && read;
      });
      if (document) workspace = withDocument(workspace, document);
    }
    const all = candidates.map(files.resolve);
    for (const folder of new Set([...workspace.directories.keys()].map(folderOf))) {
      const plan = await planIn(folder, all, root, workspace);
      if (plan) workspace = withDocument(workspace, plan);
    }
    return workspace;
  }

  /** One plan of a folder that holds a directory, as the editor would have it in its index. */
  async function planIn(folder: string, paths: readonly string[], root: string, { documents }: Workspace) {
    for (const path of paths) {
      if (folderOf(path) !== folder || documents.has(path)) continue;
      const text = await textOf(path);
      if (text === undefined) continue;
      const { settings } = await configurations.settingsFor(path);
      const plan = await contained(path, call, () =>
        parse(text, { labels: settings.labels, path }, call.memory),
      );
      if (plan?.kind === 'plan' && isPlan(path, plan)) return indexed(plan, path, root);
    }
    return undefined;
  }

  for (const source of sources) {
    const path = files.resolve(source.path);
    const root = await rootOf(path, configurations);
    const workspace = roots.get(root) ?? workspaceOf(root);
    roots.set(root, workspace);
    const near = directoriesFor(await workspace, path);
    const own = near.filter((directory) => directory.path === path);
    const all = [...own, ...(await appointed.of(source.resolved.directories)), ...near];
    lists.push(all.filter((one, i) => all.findIndex((other) => other.path === one.path) === i));
  }
  const used = new Set(flatMapped(lists, (list) => list.map(({ path }) => path)));
  await keepWhole([...used, ...configurations.read], options, call);
  return { directories: lists, exit: appointed.exit() };
}

export interface Found {
  /** For each source those that serve it, the first one first. */
  readonly directories: readonly (readonly Directory[])[];
  /** 2 where a configuration names one that is not there, or cannot be read. */
  readonly exit: Exit;
}

/** The unit directories that configurations name. A path that leads nowhere, or to what cannot be read, is complained about once. */
export function appointedDirectories(
  configurations: Configurations,
  call: Call,
  textOf = (path: string) => textAt(path, call.host.files),
): Appointed {
  const { files } = call.host;
  const walk = walker(files, configurations);
  const read = new Map<string, Promise<Directory | undefined>>();
  const lacking = new Set<string>();

  async function directoryAt(path: string): Promise<Directory | undefined> {
    const text = await textOf(path);
    if (text === undefined) return undefined;
    const { settings } = await configurations.settingsFor(path);
    // Whatever its title is, the configuration says what it is.
    const plan = parse(text, { labels: settings.labels, path }, call.memory);
    return directoryOf({ ...plan, kind: 'directory' }, path);
  }

  async function pathsAt(path: string): Promise<readonly string[]> {
    const kind = await files.kind(path).catch(() => undefined);
    if (kind === 'file') return [path];
    if (kind === 'folder') {
      const { names } = await walk.inFolder(path);
      return names.filter(isCandidate).map(files.resolve);
    }
    await complainOf(path);
    return [];
  }

  async function complainOf(path: string): Promise<void> {
    if (!lacking.has(path)) await call.complain(call.words.noDirectory(shownPath(path, files)));
    lacking.add(path);
  }

  return {
    exit: () => (lacking.size > 0 ? 2 : 0),
    async of(named) {
      const paths: string[] = [];
      for (const path of named) paths.push(...(await pathsAt(path)));
      const found: Directory[] = [];
      for (const path of new Set(paths)) {
        const directory = read.get(path) ?? contained(path, call, () => directoryAt(path));
        read.set(path, directory);
        const one = await directory;
        if (one) found.push(one);
        // In a folder of directories there may be anything; what is named itself is meant.
        else if (named.includes(path)) await complainOf(path);
      }
      return found;
    },
  };
}

export interface Appointed {
  /** The directories at the paths that a configuration names: files, and folders of them. */
  readonly of: (paths: readonly string[]) => Promise<readonly Directory[]>;
  /** 2 where one of the paths asked for leads nowhere, or cannot be read. */
  readonly exit: () => Exit;
}

async function textAt(path: string, files: Files): Promise<string | undefined> {
  if (await isTooLarge(path, files)) return undefined;
  const bytes = await files.read(path).catch(() => undefined);
  const decoded = bytes && decode(bytes);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}

/** How far directories are looked for: a home folder checked by mistake must not hurt. */
const limits = { folders: 4000, files: 3000 };
/** Whether `folder` is the root of a disk: whoever stands there does not mean all of it. */
function isDisk(folder: string): boolean {
  return /^(?:[A-Za-z]:)?$/u.test(folder);
}

/** The repository that a file stands in, else the current folder, else the file's own. */
async function rootOf(path: string, { files, here }: Configurations): Promise<string> {
  for (const folder of foldersAbove(path)) {
    if ((await files.names(folder)).includes('.git')) return folder;
  }
  return isDisk(here) || within(here, path) === undefined ? folderOf(path) : here;
}
