import { foldersAbove, within } from '../../config/paths.ts';
import type { Host } from '../host.ts';

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
