import { createHash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { localeOf } from './cli/args.ts';
import type { Host, Thread } from './cli/host.ts';
import { main } from './cli/main.ts';
import { ERASE } from './cli/terminal/progress.ts';
import { wordsOf } from './cli/words.ts';
import { compact, sparing } from './engine.ts';
import { disk, type Files, git, watch } from './files.ts';
import type { Office } from './office/office.ts';
import { outputOf } from './output.ts';
import type { Answer } from './thread.ts';

/** Runs the command line as this process was called, and gives its exit code. */
export function run(office: () => Promise<Office>): Promise<number> {
  const { files, settled } = settling(disk);
  return main({
    args: process.argv.slice(2),
    env: process.env,
    files,
    git,
    build,
    sparing,
    compact,
    watch,
    onInterrupt: interrupts(settled),
    threads: { available: availableParallelism(), start: startThread },
    office,
    stdin: () => process.stdin,
    readStdin,
    serve: () => serve(office),
    stdout: outputOf(1),
    stderr: outputOf(2),
  });
}

/** `files`, and when all that is being written to them is written. */
function settling(files: Files): { files: Files; settled: () => Promise<unknown> } {
  const pending = new Set<Promise<void>>();
  const noted = (writing: Promise<void>) => {
    pending.add(writing);
    const done = () => pending.delete(writing);
    writing.then(done, done);
    return writing;
  };
  return {
    files: {
      ...files,
      write: (path, content) => noted(files.write(path, content)),
      replace: (path, content) => noted(files.replace(path, content)),
      append: (path, content) => noted(files.append(path, content)),
    },
    settled: () => Promise.allSettled(pending),
  };
}

/** The language server reads its options itself and ends the process. */
async function serve(office: () => Promise<Office>): Promise<never> {
  (await import('./main.node.ts')).serve(office);
  return new Promise(() => {});
}

/** Ends the program on a signal, by that signal as shells expect, but not in the middle of a file. */
function interrupts(settled: () => Promise<unknown>): Host['onInterrupt'] {
  const ends = new Set<() => void>();
  const words = wordsOf(localeOf(process.argv.slice(2), process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (ends.size > 0) {
        for (const end of ends) end();
        ends.clear();
        return;
      }
      // Who insists need not wait.
      process.removeAllListeners(signal);
      await settled();
      // It may stand behind a line that says how far the run is.
      const head = process.stderr.isTTY && process.env.TERM !== 'dumb' ? `\r${ERASE}` : '';
      const end = () => process.kill(process.pid, signal);
      process.stderr.write(`${head}planlint: ${words.interrupted}\n`, end);
    });
  }
  return (end) => {
    ends.add(end);
    return () => ends.delete(end);
  };
}

/**
 * A change of the program may change what it finds, and so may another version of Unicode. This file names the others
 * by what they hold.
 */
async function build(): Promise<string> {
  const program = await readFile(new URL(import.meta.url));
  return createHash('sha256').update(program).update(String(process.versions.unicode)).digest('hex');
}

/** A thread of this program that checks what it is sent. */
function startThread(): Thread {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url));
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
  };
  worker.on('exit', end).on('error', end);
  return {
    hasEnded: () => hasEnded,
    examine: (job) =>
      new Promise((done, failed) => {
        const stopped = () => failed(new Error('a thread ended'));
        const settle = (settled: () => void) => {
          worker.off('message', onMessage).off('error', onError).off('exit', stopped);
          settled();
        };
        const onMessage = ({ examined, fault }: Answer) =>
          settle(() => (examined ? done(examined) : failed(fault)));
        const onError = (fault: unknown) => settle(() => failed(fault));
        worker.on('message', onMessage).on('error', onError).on('exit', stopped);
        worker.postMessage(job);
      }),
    end: () => {
      worker.terminate();
    },
  };
}

async function readStdin(): Promise<Uint8Array> {
  // A stream of a folder would be one without anything in it: this fails as it does for a file.
  if (fstatSync(0).isDirectory()) readSync(0, Buffer.alloc(1));
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
