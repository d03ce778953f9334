import { isPlanName } from '../../config/plan-names.ts';
import type { Resolved } from '../../config/settings-for.ts';
import type { Files } from '../../files.ts';
import type { Refused } from '../../office/refusal.ts';
import type { Configurations } from './configuration.ts';
import { type Left, walker } from './walk.ts';

/**
 * The files that `paths` (files, folders, globs) name, sorted by path, each once, what was left out, and what could
 * not be found. Of a file that only its content can tell, it is not known yet whether it is a plan.
 */
export async function findInputs(
  paths: readonly string[],
  files: Files,
  configurations: Configurations,
): Promise<Inputs> {
  const walk = walker(files, configurations);
  const found = new Map<string, Input>();
  const left = new Map<string, Left>();
  const problems: Problem[] = [];
  // What walks found, by its place.
  const names = new Map<string, { readonly path: string; readonly real: string }>();
  for (const argument of paths) {
    try {
      const kind = await files.kind(argument);
      if (kind === 'file' || kind === 'other') {
        // Whoever names a file means it, also where a folder holds it or a pattern leaves it out.
        const real = await files.real(argument);
        const known = found.get(real);
        const path = known?.path ?? shown(argument);
        const settings = known?.settings ?? (await configurations.settingsFor(path));
        found.set(real, { path, why: { kind: 'named' }, argument, settings });
        left.delete(real);
        continue;
      }
      if (kind === undefined && !GLOB.test(argument)) {
        problems.push(missing(argument));
        continue;
      }
      const walked = await (kind ? walk.inFolder(argument) : walk.byGlob(argument));
      for (const { path, error } of walked.errors) problems.push(problemOf(path, error));
      for (const one of walked.left) left.set(files.resolve(one.path), one);
      let any = false;
      for (const name of [...walked.names].sort()) {
        const path = shown(name);
        const settings = await configurations.settingsFor(path);
        const why = whyOf(path, settings, kind === undefined);
        if (why === undefined) continue;
        if (settings.ignored) {
          left.set(files.resolve(name), { path, by: settings.ignored });
          continue;
        }
        any = true;
        const real = await files.real(name);
        const known = found.get(real);
        // Of several links to one document its own name is the best, where it was not named itself.
        if (!known || (known.why.kind !== 'named' && files.resolve(name) === real))
          found.set(real, { path, why, argument, settings });
        names.set(files.resolve(name), { path, real });
      }
      if (!any && walked.errors.length === 0) problems.push(await emptyProblem(argument, files));
    } catch (error) {
      problems.push(problemOf(argument, error));
    }
  }
  for (const [place, { path, real }] of names) {
    const read = found.get(real);
    if (read && files.resolve(read.path) !== place) left.set(place, { path, by: { sameAs: read.path } });
  }
  return { inputs: [...found.values()].sort(byPath), left: [...left.values()].sort(byPath), problems };
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly left: readonly Left[];
  readonly problems: readonly Problem[];
}

/** A file to read. */
export interface Input {
  readonly path: string;
  readonly why: Why;
  /** The argument that led to it: itself, a folder or a glob. */
  readonly argument: string;
  readonly settings: Resolved;
}

/**
 * A file is read because it was `named` or is standard input, because its `name` is that of a plan, because a pattern of the configuration
 * (`files`) says so, or to see it by its `content`.
 */
export type Why =
  | { readonly kind: 'named' | 'stdin' | 'name' | 'content' }
  | { readonly kind: 'files'; readonly by: NonNullable<Resolved['files']> };

/** Whether a file is larger than any plan, and is not to be read by somebody who only looks for plans. */
export async function isTooLarge(path: string, files: Files): Promise<boolean> {
  return (await files.size(path).catch(() => 0)) > LARGEST;
}

/** In bytes, as in the editor: a plan is some hundred kilobytes at most. */
const LARGEST = 4 * 1024 * 1024;

/** Why a path gives nothing to read. */
export interface Problem {
  readonly path: string;
  readonly reason: Reason;
  /** The system's own code for it, such as `EIO`. */
  readonly code?: string | undefined;
}

export type Reason =
  | 'missing'
  | 'unnameable'
  | 'noPlans'
  | 'noMatch'
  | 'forbidden'
  | 'unreadable'
  | 'noFile'
  | 'huge'
  | 'binary'
  | 'undecodable'
  | Refused;

/** The problem that an error of the file system stands for. */
export function problemOf(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT') return missing(path);
  if (code === 'EACCES' || code === 'EPERM') return { path, reason: 'forbidden' };
  if (code === 'no-file') return { path, reason: 'noFile' };
  if (code === 'EFBIG') return { path, reason: 'huge' };
  // An error without a code is a fault of this program.
  if (code === undefined) throw error;
  return { path, reason: 'unreadable', code };
}

/** A name that is no UTF-8 cannot even be said, so that nothing is found under what is said of it. */
function missing(path: string): Problem {
  return { path, reason: path.includes('\u{FFFD}') ? 'unnameable' : 'missing' };
}

/** What to say where `argument` led to files of which none is a plan. */
export async function emptyProblem(argument: string, files: Files): Promise<Problem> {
  return { path: argument, reason: (await files.kind(argument)) ? 'noPlans' : 'noMatch' };
}

/** A path that exists is meant literally, whatever characters its name has: `计划[1].plan` is no glob. */
const GLOB = /[*?[\]{}]/u;

/** Names that say nothing: plans are written as plain text. */
const MAYBE_PLAN = /\.txt$/iu;

/** Why a file from a folder or a glob is worth reading; a glob is as good as the name `.txt`. */
function whyOf(path: string, { files: by }: Resolved, isGlob: boolean): Why | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isPlanName(name)) return { kind: 'name' };
  if (by) return { kind: 'files', by };
  return isGlob || MAYBE_PLAN.test(name) ? { kind: 'content' } : undefined;
}

function shown(path: string): string {
  return path.replace(/^(?:\.\/+)+/u, '');
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
