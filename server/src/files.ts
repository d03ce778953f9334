import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Files as the programs see them; a disk, or in tests a map. Every call may reject with an error that has a `code`. */
export interface Files {
  /** What stands at `path`; undefined where nothing does. Whatever can be read and is no folder is a file. */
  readonly kind: (path: string) => Promise<'file' | 'folder' | undefined>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly append: (path: string, content: string) => Promise<void>;
  /** What a folder holds. Links to folders are left out, so that a walk always ends. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /** The absolute path, with `/` between its parts: equal for equal files. */
  readonly resolve: (path: string) => string;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** The files of this machine; relative paths start at the current folder. */
export const disk: Files = {
  async kind(path) {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  read: (path) => readFile(path),
  write: (path, content) => writeFile(path, content),
  append: (path, content) => appendFile(path, content),
  async list(folder) {
    const entries: Entry[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) entries.push({ name: entry.name, kind: 'folder' });
      else if (entry.isFile() || (await leadsToFile(join(folder, entry.name)))) {
        entries.push({ name: entry.name, kind: 'file' });
      }
    }
    return entries;
  },
  resolve: (path) => resolve(path).replaceAll('\\', '/'),
};

async function leadsToFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // A link to nothing is nothing.
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
