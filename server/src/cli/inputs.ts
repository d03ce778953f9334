import { type GlobOptions, glob } from 'tinyglobby';
import { contributes } from '../../../package.json';
import type { Files } from '../files.ts';

/**
 * The files that `paths` (files, folders, globs) name, sorted by path, each once, and what could not be found. Of a
 * file that only its content can tell, it is not known yet whether it is a plan.
 */
export async function findInputs(paths: readonly string[], files: Files): Promise<Inputs> {
  const found = new Map<string, Input>();
  const problems: Problem[] = [];
  for (const path of paths) {
    for (const { name, why } of await expand(path, files, problems)) {
      const shown = name.replace(/^(?:\.\/+)+/u, '');
      const identity = files.resolve(name);
      const known = found.get(identity);
      // Whoever names a file means it, also where a folder holds it.
      if (!known || (why === 'named' && known.why !== 'named')) {
        found.set(identity, { path: known?.path ?? shown, why, argument: path });
      }
    }
  }
  return { inputs: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

/** A file to read. */
export interface Input {
  readonly path: string;
  readonly why: Why;
  /** The argument that led to it: itself, a folder or a glob. */
  readonly argument: string;
}

/** A file is read because it was `named`, because its `name` is that of a plan, or to see it by its `content`. */
export type Why = 'named' | 'name' | 'content';

/** What to say where `argument` led to files of which none is a plan. */
export async function emptyProblem(argument: string, files: Files): Promise<Problem> {
  return { path: argument, reason: (await files.kind(argument)) ? 'noPlans' : 'noMatch' };
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

/** Names that say it themselves: those that the editor takes for plans, too. */
const PLAN_NAMES: readonly RegExp[] = contributes.languages.flatMap(({ extensions, filenamePatterns }) =>
  [...extensions.map((extension) => `*${extension}`), ...filenamePatterns].map(namePattern),
);

/** `*工作要点*.txt`: a star is all that such a pattern has. */
function namePattern(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu');
}

/** Names that say nothing: plans are written as plain text. */
const MAYBE_PLAN = /\.txt$/iu;

const GLOB = /[*?[\]{}]/u;

interface Named {
  readonly name: string;
  readonly why: Why;
}

/** A path that exists is meant literally, whatever characters its name has: `计划[1].plan` is no glob. */
async function expand(path: string, files: Files, problems: Problem[]): Promise<readonly Named[]> {
  const earlier = problems.length;
  try {
    const kind = await files.kind(path);
    if (kind === 'file') return [{ name: path, why: 'named' }];
    if (kind === undefined && !GLOB.test(path)) {
      problems.push({ path, reason: 'missing' });
      return [];
    }
    const names = kind ? await inFolder(path, files, problems) : await byGlob(path, files, problems);
    if (names.length === 0 && problems.length === earlier) problems.push(await emptyProblem(path, files));
    return names.map((name) => ({ name, why: hasPlanName(name) ? 'name' : 'content' }));
  } catch (error) {
    problems.push(problemOf(path, error));
    return [];
  }
}

function hasPlanName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return PLAN_NAMES.some((pattern) => pattern.test(name));
}

async function inFolder(folder: string, files: Files, problems: Problem[]): Promise<readonly string[]> {
  const names = await glob('**', { cwd: files.resolve(folder), ...walk(files, problems) });
  const parent = folder.replace(/[\\/]+$/u, '');
  return names
    .filter((name) => MAYBE_PLAN.test(name) || hasPlanName(name))
    .map((name) => (folder === '.' ? name : `${parent}/${name}`));
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
