import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, Output, Threads } from '../../server/src/cli/host.ts';
import { main } from '../../server/src/cli/main.ts';
import type { Entry, Files, Git } from '../../server/src/files.ts';
import { office } from '../../server/src/office/office.ts';

/** One call of the command line: what it is given. */
export interface Call {
  readonly args: readonly string[];
  /** By path from the current folder. */
  readonly files?: Readonly<Record<string, Content>>;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Width of the terminal, where there is one; in process only. */
  readonly columns?: number;
  /** What of the files does not work; in process only. */
  readonly broken?: Partial<Files>;
  /** What answers for git; none unless given; in process only. */
  readonly git?: Git;
  /** Which program it is, and the threads it has; in process only. */
  readonly build?: string;
  readonly threads?: Threads;
  /** Who changes files while it watches, and ends it; in process only. */
  readonly watching?: Pick<Host, 'watch' | 'onInterrupt'> & { readonly waits: () => void };
}

/** What it gives back. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The files that stand there afterwards and were not given. */
  readonly written: Readonly<Record<string, string>>;
  /** The files that were given and hold something else afterwards. */
  readonly changed: Readonly<Record<string, string>>;
}

/** `forbidden` stands for a file without permissions. */
export type Content = string | Uint8Array | typeof forbidden;
export const forbidden: unique symbol = Symbol('forbidden');

/** Calls `main` in this process, on a map instead of a disk. */
export async function inProcess({
  args,
  files = {},
  stdin = '',
  env = {},
  columns,
  broken,
  git = async () => {
    throw codeError('ENOENT');
  },
  build = 'test',
  threads,
  watching,
}: Call): Promise<Outcome> {
  const given = new Map<string, Content>(
    Object.entries(files).map(([path, content]) => [posix.join('/office', path), content]),
  );
  const stdout = outputOn(columns);
  const stderr = outputOn(columns);
  const host: Host = {
    args,
    env: { LANG: 'zh_CN.UTF-8', ...env },
    files: { ...filesOn(given), ...broken },
    git,
    build: async () => build,
    watch: (folder, changed) => watching?.watch(folder, changed) ?? (() => {}),
    onInterrupt: (end) => watching?.onInterrupt(end) ?? (() => {}),
    threads: threads ?? {
      available: 1,
      start: () => {
        throw new Error('no threads');
      },
    },
    office: async () => office,
    stdin: () => chunksOf(bytesOf(stdin)),
    readStdin: async () => bytesOf(stdin),
    stdout: stdout.output,
    stderr: watching ? heard(stderr.output, /Waiting|正在等待/u, watching.waits) : stderr.output,
  };
  const code = await main(host);
  const after = [...given].map(([path, content]) => [posix.relative('/office', path), content] as const);
  return { code, stdout: stdout.text(), stderr: stderr.text(), ...differences(files, after) };
}

/** Runs the built command in a folder of its own, which goes by the name that it has on the map. */
export async function asProcess({ args, files = {}, stdin = '', env = {} }: Call): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const full = join(folder, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content === forbidden ? '' : content);
      if (content === forbidden) chmodSync(full, 0);
    }
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', ...env },
    });
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    const [stdout, stderr, code] = await Promise.all([
      textOf(child.stdout),
      textOf(child.stderr),
      new Promise<number | null>((done) => child.on('close', done)),
    ]);
    const named = (text: string) => text.replaceAll(`file://${folder}/`, 'file:///office/');
    const { written, changed } = differences(files, filesIn(folder));
    const renamed = Object.entries(written).map(([path, text]) => [path, named(text)]);
    return { code, stdout: named(stdout), stderr, written: Object.fromEntries(renamed), changed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const bundle = fileURLToPath(new URL('../../dist/planlint.cjs', import.meta.url));

/** `output`, and a call each time that something which fits was written to it, and its writer has gone on. */
function heard(output: Output, pattern: RegExp, then: () => void): Output {
  return {
    ...output,
    async write(content) {
      await output.write(content);
      if (pattern.test(String(content))) setTimeout(then);
    },
  };
}

function differences(
  before: Readonly<Record<string, Content>>,
  after: readonly (readonly [path: string, content: Content])[],
): Pick<Outcome, 'written' | 'changed'> {
  const texts = after.flatMap(([path, content]) =>
    content === forbidden ? [] : [[path, new TextDecoder().decode(bytesOf(content))] as const],
  );
  const isOld = (path: string, text: string) => {
    const old = before[path];
    return old === forbidden || (old !== undefined && text === new TextDecoder().decode(bytesOf(old)));
  };
  return {
    written: Object.fromEntries(texts.filter(([path]) => !(path in before))),
    changed: Object.fromEntries(texts.filter(([path, text]) => path in before && !isOld(path, text))),
  };
}

function filesIn(folder: string): (readonly [path: string, content: Content])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      const path = posix.relative(folder, full);
      try {
        return [path, readFileSync(full)] as const;
      } catch {
        return [path, forbidden] as const;
      }
    });
}

function filesOn(given: Map<string, Content>): Files {
  const resolve = (path: string) => posix.resolve('/office', path);
  return {
    resolve,
    real: async (path) => resolve(path),
    async kind(path) {
      const full = resolve(path);
      if (given.has(full)) return 'file';
      return full === '/office' || [...given.keys()].some((key) => key.startsWith(`${full}/`))
        ? 'folder'
        : undefined;
    },
    async size(path) {
      const content = given.get(resolve(path));
      if (content === undefined) throw codeError('ENOENT');
      return content === forbidden ? 0 : bytesOf(content).length;
    },
    // As of something that was written long ago and not changed since.
    async stamp(path) {
      const content = given.get(resolve(path));
      if (content === undefined || content === forbidden) throw codeError('ENOENT');
      return { size: bytesOf(content).length, modified: 1, changed: 1 };
    },
    async read(path) {
      const content = given.get(resolve(path));
      if (content === undefined) throw codeError('ENOENT');
      if (content === forbidden) throw codeError('EACCES');
      return bytesOf(content);
    },
    async write(path, content) {
      const full = resolve(path);
      if (!posix.dirname(full).startsWith('/office')) throw codeError('ENOENT');
      if ([...given.keys()].some((key) => full.startsWith(`${key}/`))) throw codeError('ENOTDIR');
      given.set(full, content);
    },
    async append(path, content) {
      const full = resolve(path);
      given.set(full, `${given.get(full)?.toString() ?? ''}${content}`);
    },
    async replace(path, content) {
      if (!given.has(resolve(path))) throw codeError('ENOENT');
      given.set(resolve(path), content);
    },
    async list(folder) {
      const prefix = `${resolve(folder)}/`;
      const names = new Map<string, Entry>();
      for (const key of given.keys()) {
        if (!key.startsWith(prefix)) continue;
        const [name = '', ...more] = key.slice(prefix.length).split('/');
        if (name === 'locked' && more.length === 0) throw codeError('EACCES');
        names.set(name, { name, kind: more.length > 0 ? 'folder' : 'file' });
      }
      return [...names.values()];
    },
  };
}

function outputOn(columns: number | undefined): { output: Output; text: () => string } {
  let text = '';
  const output: Output = {
    isTTY: columns !== undefined,
    columns,
    write: async (content) => {
      text += typeof content === 'string' ? content : new TextDecoder().decode(content);
    },
  };
  return { output, text: () => text };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Of a length that cuts characters and lines anywhere. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61);
}

function codeError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
