import { createRequire } from 'node:module';
import type { Script } from 'node:vm';
import type { Office } from './office/office.ts';
import type * as Program from './program.ts';

// As few modules as can be, and those in the way that takes least: a door is opened before every call.
const require = createRequire(import.meta.url);
const { readFileSync, statSync }: typeof import('node:fs') = require('node:fs');

/** What the program is opened for: each has compiled code of its own. */
export type Use = 'check' | 'serve';

/**
 * The program that stands beside this door. Where the build left what the engine compiled of it, that is taken instead
 * of compiling once more: if it was made by the same Node.js from the same file, else it is left alone, and the engine
 * looks at what it is given as well. Nothing is written when the program runs.
 */
export function loaded(use: Use): typeof Program {
  const path = require.resolve('./program.cjs');
  return opened(scriptOf(path, compiledFor(use, path)), path);
}

/** The bundle for office files, which stands beside it: what is run as a script cannot import it by itself. */
export async function office(): Promise<Office> {
  const bundle: { readonly office: Office } = await import(new URL('./office.js', import.meta.url).href);
  return bundle.office;
}

/**
 * The program as a script: a function as Node.js makes one of a module. The build leaves nothing but ASCII in it, which
 * is read, and kept by the engine, in a quarter of the room.
 */
export function scriptOf(path: string, compiled?: Buffer): Script {
  const { Script: Made }: typeof import('node:vm') = require('node:vm');
  return new Made(readFileSync(path, 'latin1'), {
    filename: path,
    ...(compiled && { cachedData: compiled }),
  });
}

/** The program, run as a module is, but that what few calls need of Node.js is loaded when it is used. */
export function opened(script: Script, path: string): typeof Program {
  const module = { exports: {} };
  const load = createRequire(path);
  const later = (name: string) =>
    LARGE.test(name) ? new Proxy({}, { get: (_, key) => load(name)[key] }) : load(name);
  script.runInThisContext()(module.exports, later, module, path);
  return module.exports as typeof Program;
}

/** `node:crypto`: each of these takes as long to load as the sum of the others. */
const LARGE = /^(?:node:)?(?:child_process|crypto|net|os|v8|worker_threads)$/u;

/** Where the compiled code of the program is kept. */
export function keptAt(use: Use, program: string): string {
  return program.replace(/cjs$/u, `${use}.cache`);
}

/** What it says first: what it was made by, and of which file. */
export function originOf(program: string): Buffer {
  const { size, mtimeMs } = statSync(program);
  return Buffer.from(`${process.version} ${process.arch} ${size} ${mtimeMs}`.padEnd(ORIGIN));
}

/** In bytes; the engine wants what follows to stand at an even place. */
const ORIGIN = 128;

function compiledFor(use: Use, program: string): Buffer | undefined {
  try {
    const kept = readFileSync(keptAt(use, program));
    return originOf(program).equals(kept.subarray(0, ORIGIN)) ? kept.subarray(ORIGIN) : undefined;
  } catch {
    return undefined;
  }
}
