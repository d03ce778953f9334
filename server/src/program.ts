import type { MessagePort } from 'node:worker_threads';
import type { Office } from './office/office.ts';

/**
 * The whole program, `dist/program.cjs` and the parts beside it; each of its doors (`planlint.mjs`, `server.mjs`,
 * `thread.mjs`) calls one of these, and what the others need is not even read.
 */

/** Runs the command line, and gives its exit code. */
export async function run(office: () => Promise<Office>): Promise<number> {
  const { run: runAsCalled } = await import('./process.ts');
  return runAsCalled(office);
}

/** Runs the language server, which ends the process. */
export async function serve(office: () => Promise<Office>): Promise<void> {
  (await import('./main.node.ts')).serve(office);
}

/** Checks what comes over `port`. */
export async function examineFor(port: MessagePort): Promise<void> {
  (await import('./thread.ts')).examineFor(port);
}
