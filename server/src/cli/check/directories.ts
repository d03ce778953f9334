import { folderOf, foldersAbove, within } from '../../config/paths.ts';
import { type Directory, directoryOf } from '../../core/people/directory.ts';
import {
  directoriesFor,
  emptyWorkspace,
  indexed,
  type Workspace,
  withDocument,
} from '../../core/people/workspace.ts';
import { isPlanLike } from '../../core/plan/recognize.ts';
import { parse } from '../../core/read/read.ts';
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
  const texts = new Map(sources.map(({ path, text }) => [files.resolve(path), text]));
  const roots = new Map<string, Promise<Workspace>>();
  const named = new Map<string, Promise<Directory | undefined>>();
  const lists: (readonly Directory[])[] = [];
  let exit: Exit = 0;

  async function textOf(path: string): Promise<string | undefined> {
    if (texts.has(path)) return texts.get(path);
    if (await isTooLarge(path, files)) return undefined;
    const bytes = await files.read(path).catch(() => undefined);
    const decoded = bytes && decode(bytes);
    return decoded && 'text' in decoded ? decoded.text : undefined;
  }

  async function workspaceOf(root: string): Promise<Workspace> {
    let workspace = emptyWorkspace;
    const { names, cut } = isDisk(root)
      ? await walk.inFolder(`${root}/`, 1)
      : await walk.inFolder(root, limits.folders);
    const candidates = names.filter((name) => CANDIDATE.test(name)).sort();
    if ((cut && !isDisk(root)) || candidates.length > limits.files) await call.complain(call.words.cut(root));
    for (const name of candidates.slice(0, limits.files)) {
      const path = files.resolve(name);
      const document = await contained(name, call, async () => {
        const text = await textOf(path);
        if (text === undefined || !(MENTIONED.test(text) || NAMED.test(name))) return undefined;
        const { settings } = await configurations.settingsFor(path);
        return indexed(parse(text, { labels: settings.labels, path }, call.memory), path, root);
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
      if (plan?.kind === 'plan' && (/plan$/iu.test(path) || isPlanLike(plan)))
        return indexed(plan, path, root);
    }
    return undefined;
  }

  async function directoryAt(path: string): Promise<Directory | undefined> {
    const text = await textOf(path);
    if (text === undefined) return undefined;
    const { settings } = await configurations.settingsFor(path);
    // Whatever its title is, the configuration says what it is.
    return directoryOf(
      { ...parse(text, { labels: settings.labels, path }, call.memory), kind: 'directory' },
      path,
    );
  }

  async function configured({ resolved }: Source): Promise<readonly Directory[]> {
    const paths: string[] = [];
    for (const path of resolved.directories) {
      const kind = await files.kind(path).catch(() => undefined);
      if (kind === 'file') paths.push(path);
      else if (kind === 'folder') {
        const { names } = await walk.inFolder(path);
        for (const name of names) if (CANDIDATE.test(name)) paths.push(files.resolve(name));
      } else {
        exit = 2;
        await call.complain(call.words.noDirectory(shownPath(path, files)));
      }
    }
    const found: Directory[] = [];
    for (const path of new Set(paths)) {
      const directory = named.get(path) ?? contained(path, call, () => directoryAt(path));
      named.set(path, directory);
      const one = await directory;
      if (one) found.push(one);
    }
    return found;
  }

  for (const source of sources) {
    const path = files.resolve(source.path);
    const root = await rootOf(path, configurations);
    const workspace = roots.get(root) ?? workspaceOf(root);
    roots.set(root, workspace);
    const near = directoriesFor(await workspace, path);
    const own = near.filter((directory) => directory.path === path);
    const all = [...own, ...(await configured(source)), ...near];
    lists.push(all.filter((one, i) => all.findIndex((other) => other.path === one.path) === i));
  }
  const used = new Set(lists.flatMap((list) => list.map(({ path }) => path)));
  await keepWhole([...used, ...configurations.read], options, call);
  return { directories: lists, exit };
}

export interface Found {
  /** For each source those that serve it, the first one first. */
  readonly directories: readonly (readonly Directory[])[];
  /** 2 where a configuration names one that is not there. */
  readonly exit: Exit;
}

/** What may hold a directory. */
const CANDIDATE = /\.(?:plan|workplan|txt)$/iu;
/** How far directories are looked for, as in the editor: a home folder checked by mistake must not hurt. */
const limits = { folders: 4000, files: 3000 };
/** What a directory, or an appendix that is one, is headed. */
const MENTIONED = /名\s*[录錄]|机\s*构\s*设\s*置|通\s*[讯訊]\s*[录錄]/u;
const NAMED = /名[录錄]|机构设置|通[讯訊][录錄]|\.units\.plan$/u;

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
