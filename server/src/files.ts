import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  appendFile,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Files as the programs see them; a disk, or in tests a map. Every call may reject with an error that has a `code`. */
export interface Files {
  /** What stands at `path`; undefined where nothing does. Whatever can be read and is no folder is a file. */
  readonly kind: (path: string) => Promise<'file' | 'folder' | undefined>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** As `write` for a file that is there, but all or nothing: it keeps its mode, and a link to it stays one. */
  readonly replace: (path: string, content: Uint8Array) => Promise<void>;
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
  replace,
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

/** Writes beside the file first: whoever reads it sees the old text or the new one, whatever happens meanwhile. */
async function replace(path: string, content: Uint8Array): Promise<void> {
  const target = await realpath(path);
  // A file that may not be written may not be replaced either.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(draft, 'wx', mode & 0o7777);
    try {
      await handle.writeFile(content);
      // The owner can be kept by the superuser alone.
      await handle.chown(uid, gid).catch(() => {});
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      await rm(draft, { force: true });
    throw error;
  }
}

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

/** Runs git in the current folder, with `input` on its standard input; rejects with `ENOENT` where there is none. */
export type Git = (args: readonly string[], input?: string) => Promise<GitAnswer>;

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** The git of this machine; it speaks English, and takes no lock for what it only reads. */
export const git: Git = (args, input = '') =>
  new Promise((done, failed) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
    const child = spawn('git', args, { env, windowsHide: true });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // It may end before it has read all.
    child.stdin.on('error', () => {});
    child.on('error', failed);
    child.on('close', (code) =>
      done({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.end(input);
  });
