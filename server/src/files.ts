import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  constants,
  createReadStream,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
  watch as watchEntry,
} from 'node:fs';
import { access, appendFile, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { received, sent } from './pipe.ts';

/** Files as the programs see them; a disk, or in tests a map. Every call may reject with an error that has a `code`. */
export interface Files {
  /** What stands at `path`, links followed; undefined where nothing does. Pipes, sockets and devices are `other`. */
  readonly kind: (path: string) => Promise<'file' | 'folder' | 'other' | undefined>;
  /** In bytes. */
  readonly size: (path: string) => Promise<number>;
  /** By what a file can be told from what it was, without reading it; undefined where nothing tells for certain. */
  readonly stamp: (path: string) => Promise<Stamp | undefined>;
  /**
   * What a file holds, or of what somebody named what `anything` gives: a pipe (`planlint <(…)`), a device. Nothing else
   * is waited for: beside the codes of the system, it rejects with those of `NoFile`.
   */
  readonly read: (path: string, from?: 'anything') => Promise<Uint8Array>;
  /** Makes the folders that it needs. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** As `write` for a file that is there, but all or nothing: it keeps its mode, and a link to it stays one. */
  readonly replace: (path: string, content: Uint8Array) => Promise<void>;
  readonly append: (path: string, content: string) => Promise<void>;
  /** What a folder holds. Links to folders are left out, so that a walk always ends. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /** The absolute path, with `/` between its parts. */
  readonly resolve: (path: string) => string;
  /** As `resolve`, but links are followed: equal for equal files. */
  readonly real: (path: string) => Promise<string>;
}

/** The size of a file in bytes, and when it and what is known of it were changed, in milliseconds. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

/** No regular file, in whose place nothing may be read that does not end; a link to nothing. */
export type NoFile = 'no-file' | 'dead-link';

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** The files of this machine; relative paths start at the current folder. */
export const disk: Files = {
  async kind(path) {
    try {
      const found = statSync(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  // A call that waits for its turn costs more than the file.
  size: async (path) => statSync(path).size,
  async stamp(path) {
    const found = statSync(path);
    const { size, mtimeMs, ctimeMs } = found;
    // Two changes that follow one another at once may bear one time.
    const isSettled = found.isFile() && Math.abs(Date.now() - Math.max(mtimeMs, ctimeMs)) > SETTLED;
    return isSettled ? { size, modified: mtimeMs, changed: ctimeMs } : undefined;
  },
  read,
  write,
  replace,
  append: async (path, content) =>
    isPipe(path) ? sent(path, Buffer.from(content)) : appendFile(path, content),
  async list(folder) {
    const entries: Entry[] = [];
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) entries.push({ name: entry.name, kind: 'folder' });
      else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(join(folder, entry.name)))) {
        entries.push({ name: entry.name, kind: 'file' });
      }
    }
    return entries;
  },
  resolve: (path) => slashed(resolve(path)),
  async real(path) {
    try {
      return slashed(realpathSync.native(path));
    } catch {
      // What is not there yet leads nowhere else.
      return slashed(resolve(path));
    }
  },
};

async function read(path: string, from?: 'anything'): Promise<Uint8Array> {
  let found: Stats;
  try {
    found = statSync(path);
  } catch (error) {
    throw isMissing(error) && isLink(path) ? coded('dead-link' satisfies NoFile, path) : error;
  }
  if (found.isFile()) return readFileSync(path);
  if (found.isDirectory()) throw coded('EISDIR', path);
  if (from !== 'anything' || found.isSocket()) throw coded('no-file' satisfies NoFile, path);
  const bytes = await (found.isFIFO() ? received(path, ENDLESS) : streamed(path));
  if (bytes.length > ENDLESS) throw coded('EFBIG', path);
  return bytes;
}

/** What a device gives, up to more than any plan: some never end. */
async function streamed(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > ENDLESS) break;
  }
  return Buffer.concat(chunks);
}

/** In bytes, as of files: no plan is as large. */
const ENDLESS = 32 * 1024 * 1024;

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isPipe(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;
}

function coded(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: '${path}'`), { code, path });
}

/** In milliseconds: what file systems round their times to, at most. */
const SETTLED = 2000;

/** On systems that part names otherwise, no name has a `/`; on others a name may have backslashes. */
function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** All or nothing for files; what is a device or a pipe, or stands where no draft can, is written to as it is. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  const kind = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (kind?.isFIFO()) return sent(path, Buffer.from(content));
  if (kind && !kind.isFile()) return writeFile(path, content);
  try {
    if (kind) return await replace(path, typeof content === 'string' ? Buffer.from(content) : content);
    const draft = draftOf(path);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(draft, content, { flag: 'wx' });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!kind || (code !== 'EACCES' && code !== 'EPERM')) throw error;
    await writeFile(path, content);
  }
}

/** Hidden and of its own name, so that nobody takes it for a plan. */
function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

/** Writes beside the file first: whoever reads it sees the old text or the new one, whatever happens meanwhile. */
async function replace(path: string, content: Uint8Array): Promise<void> {
  const target = await realpath(path);
  // A file that may not be written may not be replaced either.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const draft = draftOf(target);
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

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
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

/** A repository comes from anywhere: none of the programs that its configuration names is run. */
const HARMLESS = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  // Nor is anything fetched that a partial clone lacks.
  ...['-c', 'protocol.allow=never'],
];

/** The git of this machine; it speaks English, and takes no lock for what it only reads. */
export const git: Git = (args, input = '') =>
  new Promise((done, failed) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
    const child = spawn('git', [...HARMLESS, ...args], { env, windowsHide: true });
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

/** Calls `changed` with the path of whatever changes in `folder`, until the function that it gives is called. */
export type Watch = (folder: string, changed: (path: string) => void) => () => void;

/** Watches folders of this machine; throws where one cannot be watched. */
export const watch: Watch = (folder, changed) => {
  const watcher = watchEntry(folder, (_, name) =>
    changed(disk.resolve(name === null ? folder : join(folder, name))),
  );
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
};
