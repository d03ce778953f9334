/** The folder of `path`, without a slash at its end; that of `/x` is empty. Paths have `/` between their parts. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that `path` lies in, from the nearest up. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  // The root of a disk: `/`, where an address (`file:///…`) has none.
  return path.startsWith('/') ? [...folders, ''] : folders;
}

/** `path` seen from `folder`; undefined where it does not lie in it. */
export function within(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) && path.length > folder.length + 1
    ? path.slice(folder.length + 1)
    : undefined;
}

/** The path that `relative` leads to from `folder`; one from a root, or with a drive or scheme, stays itself. */
export function joined(folder: string, relative: string): string {
  const slashed = relative.replaceAll('\\', '/');
  if (isRooted(slashed)) return slashed;
  const parts = folder.split('/');
  for (const part of slashed.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && part !== '' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path begins at a root, with a drive or a scheme: no folder tells where it leads. */
export function isRooted(path: string): boolean {
  return /^[/\\]|^[A-Za-z][A-Za-z\d+.-]*:/u.test(path);
}

/** The way from `folder` to `path`, with `..` where it leads up; both are whole. */
export function relative(folder: string, path: string): string {
  const [from, to] = [folder.split('/'), path.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
