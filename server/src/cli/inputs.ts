import { type GlobOptions, glob } from 'tinyglobby';
import { contributes } from '../../../package.json';
import type { Files } from '../files.ts';

/** The files that `paths` (files, folders, globs) name, sorted by path, each once, and what could not be found. */
export async function findInputs(paths: readonly string[], files: Files): Promise<Inputs> {
  const found = new Map<string, string>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const named = await expand(path, files, problems);
    for (const name of named) {
      const shown = name.replace(/^(?:\.\/+)+/u, '');
      const identity = files.resolve(name);
      if (!found.has(identity)) found.set(identity, shown);
    }
  }
  return { paths: [...found.values()].sort(), problems };
}

export interface Inputs {
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** Why a path gives nothing to read. */
export interface Problem {
  readonly path: string;
  readonly reason: Reason;
  /** The system's own code for it, such as `EIO`. */
  readonly code?: string | undefined;
}

export type Reason =
  | 'missing'
  | 'noPlans'
  | 'noMatch'
  | 'forbidden'
  | 'unreadable'
  | 'binary'
  | 'undecodable';

/** The problem that an error of the file system stands for. */
export function problemOf(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT') return { path, reason: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { path, reason: 'forbidden' };
  return { path, reason: 'unreadable', code: code ?? String(error) };
}

/** What is taken from a folder: the file names that the editor takes for plans, too. */
const FOLDER_PATTERNS: readonly string[] = contributes.languages.flatMap(
  ({ extensions, filenamePatterns }) => [
    ...extensions.map((extension) => `**/*${extension}`),
    ...filenamePatterns.map((pattern) => `**/${pattern}`),
  ],
);

const GLOB = /[*?[\]{}]/u;

/** A path that exists is meant literally, whatever characters its name has: `计划[1].plan` is no glob. */
async function expand(path: string, files: Files, problems: Problem[]): Promise<readonly string[]> {
  const earlier = problems.length;
  try {
    const kind = await files.kind(path);
    if (kind === 'file') return [path];
    if (kind === undefined && !GLOB.test(path)) {
      problems.push({ path, reason: 'missing' });
      return [];
    }
    const named = kind ? await inFolder(path, files, problems) : await byGlob(path, files, problems);
    if (named.length === 0 && problems.length === earlier) {
      problems.push({ path, reason: kind ? 'noPlans' : 'noMatch' });
    }
    return named;
  } catch (error) {
    problems.push(problemOf(path, error));
    return [];
  }
}

async function inFolder(folder: string, files: Files, problems: Problem[]): Promise<readonly string[]> {
  const names = await glob(FOLDER_PATTERNS, {
    cwd: files.resolve(folder),
    caseSensitiveMatch: false,
    ...walk(files, problems),
  });
  const parent = folder.replace(/[\\/]+$/u, '');
  return names.map((name) => (folder === '.' ? name : `${parent}/${name}`));
}

async function byGlob(pattern: string, files: Files, problems: Problem[]): Promise<readonly string[]> {
  // Windows shells leave globs alone and write them with backslashes.
  const slashed = pattern.replaceAll('\\', '/');
  const absolute = files.resolve(slashed) === slashed;
  return glob(slashed, { cwd: files.resolve('.'), absolute, ...walk(files, problems) });
}

/** Lets the glob library walk over `files`: hidden folders and installed packages hold nobody's plans. */
function walk(files: Files, problems: Problem[]): GlobOptions {
  const here = `${files.resolve('.')}/`;
  const readdir = (folder: string, _: unknown, done: (error: null, entries: readonly object[]) => void) => {
    files.list(folder).then(
      (entries) =>
        done(
          null,
          entries.filter(isVisited).map(({ name, kind }) => direntOf(name, kind)),
        ),
      (error: unknown) => {
        problems.push(problemOf(folder.slice(folder.startsWith(here) ? here.length : 0, -1), error));
        done(null, []);
      },
    );
  };
  // The library calls `readdir` in this one way, of the many that Node's type lists.
  const fs = { readdir } as unknown as NonNullable<GlobOptions['fs']>;
  return { fs, expandDirectories: false, followSymbolicLinks: false };
}

function isVisited({ name }: { readonly name: string }): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function direntOf(name: string, kind: 'file' | 'folder'): object {
  return {
    name,
    isDirectory: () => kind === 'folder',
    isFile: () => kind === 'file',
    isSymbolicLink: () => false,
  };
}
