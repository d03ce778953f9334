import type { GlobOptions } from 'tinyglobby';
import { type IgnoreLine, ignoreRules } from '../../config/ignored.ts';
import { within } from '../../config/paths.ts';
import type { Value } from '../../config/read.ts';
import type { Entry, Files } from '../../files.ts';
import type { Configurations } from './configuration.ts';

/** Walks over folders as .gitignore and .planlintignore allow. */
export function walker(files: Files, { files: texts, here, list: listed }: Configurations): Walker {
  const ignored = ignoreRules(here, texts);

  /** Collects what is left out of each folder, and which folders cannot be listed; `most` folders are looked into. */
  function listing(meant: string | undefined, most = Number.POSITIVE_INFINITY): Listing {
    let visited = 0;
    const left: Left[] = [];
    const errors: Walked['errors'][number][] = [];
    return {
      async entriesOf(folder) {
        const kept: Entry[] = [];
        visited += 1;
        if (visited > most) return kept;
        try {
          for (const entry of await listed(folder)) {
            const path = `${folder}${entry.name}${entry.kind === 'folder' ? '/' : ''}`;
            const by = alwaysLeft(entry) ?? (await ignored(path, meant));
            if (!by) kept.push(entry);
            else if (by !== 'unseen') left.push({ path: seenFrom(here, path), by });
          }
          return kept;
        } catch (error) {
          errors.push({ path: seenFrom(here, folder.replace(/\/$/u, '')), error });
          return [];
        }
      },
      walked: (names) => ({ names, left, errors, cut: visited > most }),
    };
  }

  /** The files in `folder` and below, from there. Names may hold what no pattern matches, such as line ends. */
  async function below(folder: string, list: Listing, prefix = ''): Promise<readonly string[]> {
    const entries = await list.entriesOf(`${folder}/${prefix}`);
    const names = entries.map(({ name, kind }) =>
      kind === 'folder' ? below(folder, list, `${prefix}${name}/`) : [`${prefix}${name}`],
    );
    return (await Promise.all(names)).flat();
  }

  async function matching(pattern: string, absolute: boolean): Promise<Walked> {
    const { entriesOf, walked } = listing(undefined);
    const readdir = (folder: string, _: unknown, done: (error: null, entries: readonly object[]) => void) => {
      entriesOf(folder.endsWith('/') ? folder : `${folder}/`).then((entries) =>
        done(null, entries.map(direntOf)),
      );
    };
    // The library calls `readdir` in this one way, of the many that Node's type lists.
    const fs = { readdir } as unknown as NonNullable<GlobOptions['fs']>;
    const options = { cwd: here, fs, absolute, expandDirectories: false, followSymbolicLinks: false };
    // Few calls have a glob.
    const { glob } = await import('tinyglobby');
    return walked(await glob(pattern, options));
  }

  /** Windows shells leave globs alone and write them with backslashes, which may be in names elsewhere. */
  function slashed(path: string): string {
    return files.resolve(path).includes('\\') ? path : path.replaceAll('\\', '/');
  }

  return {
    async inFolder(folder, most) {
      const full = files.resolve(folder).replace(/\/$/u, '');
      const list = listing(full, most);
      const walked = list.walked(await below(full, list));
      const parent = slashed(folder).replace(/(?<!\/)\/+$/u, '');
      return {
        ...walked,
        names: folder === '.' ? walked.names : walked.names.map((name) => `${parent}/${name}`),
      };
    },
    byGlob(pattern) {
      const bare = slashed(pattern);
      return matching(bare, files.resolve(bare) === bare);
    },
  };
}

export interface Walker {
  /** Looks into `most` folders, all unless given. */
  readonly inFolder: (folder: string, most?: number) => Promise<Walked>;
  readonly byGlob: (pattern: string) => Promise<Walked>;
}

export interface Walked {
  readonly names: readonly string[];
  readonly left: readonly Left[];
  /** There are more folders. */
  readonly cut: boolean;
  /** Folders that may not be listed. */
  readonly errors: readonly { readonly path: string; readonly error: unknown }[];
}

/** A file or folder (with `/` at its end) that is left out, and the line or the value that says so, or what it is. */
export interface Left {
  readonly path: string;
  readonly by: IgnoreLine | Value | 'hidden' | 'packages' | SameFile;
}

/** A link: what it leads to is read under its own name, or that of another link. */
export interface SameFile {
  readonly sameAs: string;
}

/** What is left out whatever anybody says, `unseen` where nobody would look for a plan. */
function alwaysLeft({ name, kind }: Entry): 'hidden' | 'packages' | 'unseen' | undefined {
  if (name === 'node_modules') return 'packages';
  if (!name.startsWith('.')) return undefined;
  const isCandidate = kind === 'folder' ? name !== '.git' : /\.(?:plan|workplan|txt)$/iu.test(name);
  return isCandidate ? 'hidden' : 'unseen';
}

interface Listing {
  /** What a folder, with `/` at its end, holds less what is left out. */
  readonly entriesOf: (folder: string) => Promise<readonly Entry[]>;
  /** The result, once all folders were listed. */
  readonly walked: (names: readonly string[]) => Walked;
}

function seenFrom(here: string, path: string): string {
  return within(here, path) ?? path;
}

function direntOf({ name, kind }: Entry): object {
  return {
    name,
    isDirectory: () => kind === 'folder',
    isFile: () => kind === 'file',
    isSymbolicLink: () => false,
  };
}
