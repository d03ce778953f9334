import { type GlobOptions, glob } from 'tinyglobby';
import { type IgnoreLine, ignoreRules } from '../../config/ignored.ts';
import { within } from '../../config/paths.ts';
import type { Value } from '../../config/read.ts';
import type { Entry, Files } from '../../files.ts';
import type { Configurations } from './configuration.ts';

/** Walks over folders as .gitignore and .planlintignore allow. */
export function walker(files: Files, { files: texts, here }: Configurations): Walker {
  const ignored = ignoreRules(here, texts);

  async function walk(
    pattern: string,
    cwd: string,
    options: GlobOptions,
    meant: string | undefined,
    most = Number.POSITIVE_INFINITY,
  ): Promise<Walked> {
    let visited = 0;
    const left: Left[] = [];
    const errors: Walked['errors'][number][] = [];
    const entriesOf = async (folder: string): Promise<readonly Entry[]> => {
      const kept: Entry[] = [];
      visited += 1;
      if (visited > most) return kept;
      for (const entry of await files.list(folder)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const path = `${folder}${entry.name}${entry.kind === 'folder' ? '/' : ''}`;
        const by = await ignored(path, meant);
        if (by) left.push({ path: seenFrom(here, path), by });
        else kept.push(entry);
      }
      return kept;
    };
    const readdir = (folder: string, _: unknown, done: (error: null, entries: readonly object[]) => void) => {
      entriesOf(folder.endsWith('/') ? folder : `${folder}/`).then(
        (entries) => done(null, entries.map(direntOf)),
        (error: unknown) => {
          errors.push({ path: seenFrom(here, folder).replace(/\/$/u, ''), error });
          done(null, []);
        },
      );
    };
    // The library calls `readdir` in this one way, of the many that Node's type lists.
    const fs = { readdir } as unknown as NonNullable<GlobOptions['fs']>;
    const names = await glob(pattern, {
      cwd,
      fs,
      expandDirectories: false,
      followSymbolicLinks: false,
      ...options,
    });
    return { names, left, errors, cut: visited > most };
  }

  /** Windows shells leave globs alone and write them with backslashes, which may be in names elsewhere. */
  function slashed(path: string): string {
    return files.resolve(path).includes('\\') ? path : path.replaceAll('\\', '/');
  }

  return {
    async inFolder(folder, most) {
      const full = files.resolve(folder).replace(/\/$/u, '');
      const walked = await walk('**', full, {}, full, most);
      const parent = slashed(folder).replace(/\/+$/u, '');
      return {
        ...walked,
        names: folder === '.' ? walked.names : walked.names.map((name) => `${parent}/${name}`),
      };
    },
    byGlob(pattern) {
      const bare = slashed(pattern);
      return walk(bare, here, { absolute: files.resolve(bare) === bare }, undefined);
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

/** A file or folder (with `/` at its end) that is left out, and the line or the value that says so. */
export interface Left {
  readonly path: string;
  readonly by: IgnoreLine | Value;
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
