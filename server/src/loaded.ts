import { createRequire } from 'node:module';
import type { Script } from 'node:vm';
import { hasFlags } from './flags.ts';
import type { Office } from './office/office.ts';
import type * as Program from './program.ts';

// As few modules as can be, and those in the way that takes least: a door is opened before every call.
const require = createRequire(import.meta.url);
const { closeSync, fstatSync, openSync, readSync }: typeof import('node:fs') = require('node:fs');

/** What the program is opened for: each has compiled code of its own. */
export type Use = 'check' | 'serve';

/**
 * The program that stands beside this door, in parts that are loaded when they are asked for. Where the build left what
 * the engine compiled of a part, that is taken instead of compiling once more: if it was made by the same Node.js from
 * the same file, else it is left alone, and the engine looks at what it is given as well. Nothing is written when the
 * program runs.
 */
export function loaded(use: Use): typeof Program {
  return opened(use, new URL('.', import.meta.url).href);
}

/** The bundle for office files, which stands beside it: what is run as a script cannot import it by itself. */
export async function office(): Promise<Office> {
  const bundle: { readonly office: Office } = await import(new URL('./office.js', import.meta.url).href);
  return bundle.office;
}

/** The program whose parts stand in `folder`; `note` is told of each part that is loaded. */
export function opened(use: Use, folder: string, note?: (part: Part) => void): typeof Program {
  const { fileURLToPath }: typeof import('node:url') = require('node:url');
  prepareEngine(use);
  const parts = new Map<string, object>();
  const open = (name: string): unknown => {
    if (LARGE.test(name)) return new Proxy({}, { get: (_, key) => require(name)[key] });
    if (!name.startsWith('./')) return require(name);
    const known = parts.get(name);
    if (known) return known;
    const address = new URL(name, folder);
    const part = partAt(use, fileURLToPath(address));
    note?.(part);
    parts.set(name, {});
    const exported = (all: object) => parts.set(name, all);
    part.script.runInThisContext()(exported, open, address.href);
    return parts.get(name);
  };
  return open('./program.cjs') as typeof Program;
}

/**
 * Has the engine make a pattern once, and fast, and not slow first and fast the second time that it is met: nearly all
 * are met again. It asks when the pattern is read, so before the program is. A check clears what is new away in one
 * thread: there is so little of it that to wake others takes longer; a server has more, and somebody waits for it.
 */
function prepareEngine(use: Use): void {
  if (!hasFlags) return;
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  setFlagsFromString('--no-regexp-tier-up');
  if (use === 'check') setFlagsFromString('--no-parallel-scavenge');
}

/** `node:crypto`: each of these takes as long to load as the sum of the others, and few calls use it. */
const LARGE = /^(?:node:)?(?:child_process|crypto|fs\/promises|net|os|timers\/promises|v8|worker_threads)$/u;

/** One file of the program. */
export interface Part {
  /** A function of what takes its exports, what gives it other modules, and its address. */
  readonly script: Script;
  /** Where its compiled code is kept. */
  readonly kept: string;
  /** What that says first: what it was made by, and of which file. */
  readonly origin: Buffer;
}

/** The build leaves nothing but ASCII in it, which is read, and kept by the engine, in a quarter of the room. */
function partAt(use: Use, path: string): Part {
  const { Script: Made }: typeof import('node:vm') = require('node:vm');
  const file = read(path);
  if (!file) throw new Error(`${path} is missing.`);
  const { size, modified } = file;
  const source = room.toString('latin1', 0, size);
  const origin = Buffer.from(`${process.version} ${process.arch} ${size} ${modified}`.padEnd(ORIGIN));
  const kept = path.replace(/cjs$/u, `${use}.cache`);
  const compiled = read(kept);
  const isOurs = compiled && origin.equals(room.subarray(0, ORIGIN));
  const script = new Made(source, {
    filename: path,
    ...(isOurs && { cachedData: room.subarray(ORIGIN, compiled.size) }),
  });
  return { script, kept, origin };
}

/** In bytes; the engine wants what follows to stand at an even place. */
const ORIGIN = 128;

/** Where one file after the other is read: to fill new room takes longer than to read. It is larger than most parts. */
let room = Buffer.allocUnsafeSlow(3 * 2 ** 19);

/** Reads a file into `room`; undefined where there is none. */
function read(path: string): { readonly size: number; readonly modified: number } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const { size, mtimeMs } = fstatSync(file);
    if (room.length < size) room = Buffer.allocUnsafeSlow(size);
    let at = 0;
    for (let some = 1; some > 0 && at < size; at += some) some = readSync(file, room, at, size - at, at);
    return at === size ? { size, modified: mtimeMs } : undefined;
  } finally {
    closeSync(file);
  }
}
