import { foldersAbove, within } from '../../config/paths.ts';
import type { Files } from '../../files.ts';
import type { Checked } from '../check/checked.ts';
import type { Call } from '../command.ts';
import { contained } from '../contain.ts';
import { STDIN } from '../documents.ts';
import { type Exit, type Host, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { painter, understandsLinks, wantsColor } from '../terminal/style.ts';
import { add, write } from '../write.ts';
import { reporters } from './index.ts';
import type { View } from './reporter.ts';

/** Writes every report that was asked for to its place; 2 where one cannot be written, and the others still are. */
export async function deliver(checked: Checked, options: Options, call: Call): Promise<Exit> {
  const exits: Exit[] = [];
  const root = await rootOf(call.host);
  const fromRoot = seenFrom(root, checked, call.host.files);
  for (const { format, file } of options.reports) {
    const reporter = reporters.find((known) => known.format === format);
    if (!reporter) continue;
    await contained(file ?? format, call, async () => {
      const view = { ...viewOf(file, options, call), root };
      const named = reporter.fromRoot ? fromRoot : checked;
      const report = reporter.write(named, view);
      // What a file says of an earlier run may not stay.
      if (report !== '' || file !== undefined) exits.push(await write(report, { ...call, output: file }));
      const { addition } = reporter;
      const path = addition && call.host.env[addition.variable];
      if (path) exits.push(await add(addition.write(named, view), path, call));
    });
  }
  return worst(0, ...exits);
}

/** What lies outside of `root` is named by its whole path, and what lies nowhere as it is. */
function seenFrom(root: string, checked: Checked, { resolve }: Files): Checked {
  const nameOf = (path: string) => (path === STDIN ? path : (within(root, resolve(path)) ?? resolve(path)));
  return { ...checked, files: checked.files.map((file) => ({ ...file, path: nameOf(file.path) })) };
}

function viewOf(file: string | undefined, { color }: Options, { host, words }: Call): Omit<View, 'root'> {
  const onTerminal = host.stdout.isTTY && file === undefined;
  const colored = wantsColor(color, host.env, onTerminal);
  return {
    words,
    paint: painter(colored),
    columns: onTerminal ? host.stdout.columns : undefined,
    ambiguousIsWide: !onTerminal,
    links: colored && onTerminal && understandsLinks(host.env),
  };
}

/**
 * The folder, absolute, from which CI systems and repositories name their files: that of the repository around the
 * current folder, no further up than where the CI system says it has checked out, else that place, else the current
 * folder.
 */
export async function rootOf({ env, files }: Pick<Host, 'env' | 'files'>): Promise<string> {
  const here = bare(files.resolve('.'));
  const stated = CHECKED_OUT.flatMap((name) => (env[name] ? [bare(files.resolve(env[name]))] : []));
  const around = stated.find((folder) => folder === here || within(folder, here) !== undefined);
  const folders = [here, ...foldersAbove(here)];
  for (const folder of around === undefined ? folders : folders.slice(0, folders.indexOf(around))) {
    const git = await files.kind(`${folder}/.git`).catch(() => undefined);
    // In a checkout the file `.git` marks a submodule, whose files are named from the repository around it.
    if (git === 'folder' || (git === 'file' && around === undefined)) return folder;
  }
  return around ?? here;
}

/** Where GitHub, GitLab and Azure put the repository. */
const CHECKED_OUT: readonly string[] = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY'];

/** The root of a disk is empty without its slash. */
function bare(folder: string): string {
  return folder.replace(/\/$/u, '');
}
