// The package as a commit: what is built lies under a tag of the repository, so that hooks and actions that name it
// have nothing to build, and npm nothing to fetch.
import { join } from 'node:path';
import { git, output } from './run.mjs';

/**
 * Commits `folder` on top of `commit` and tags it with the version. `branch` takes it in without its files: who looks
 * for the newest tag from there (pre-commit autoupdate) finds it. Gives the tag that moves with each release.
 */
export function commitPackage(source, folder, { branch, commit, version }) {
  const index = { GIT_INDEX_FILE: join(source, '.git/package-index') };
  output('git', ['--work-tree', folder, 'add', '--all', '--force', '.'], source, index);
  const tree = output('git', ['write-tree'], source, index);
  const built = git(source, 'commit-tree', tree, '-p', commit, '-m', `Planlint ${version}, built`);
  git(source, 'tag', '--annotate', '--message', `Planlint ${version}`, `v${version}`, built);
  const moving = `v${version.split('.')[0]}`;
  git(source, 'tag', '--force', moving, built);
  const merged = [
    'commit-tree',
    `${commit}^{tree}`,
    '-p',
    commit,
    '-p',
    built,
    '-m',
    `Take in the tag of ${version}`,
  ];
  git(source, 'update-ref', `refs/heads/${branch}`, git(source, ...merged));
  return moving;
}
