import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';

/** What may stand where a file is expected, each with what makes one at a path. */
export const kinds: readonly (readonly [kind: string, make: (path: string) => unknown])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdirSync(path)],
  ['a socket', socket],
  ['a link to itself', (path) => symlinkSync(basename(path), path)],
  ['a link to nothing', (path) => symlinkSync('nowhere', path)],
  ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
  // The superuser may read everything.
  ...(process.getuid?.() === 0 ? [] : ([['a file without permissions', forbidden]] as const)),
];

/** It stands there while the test runs. */
function socket(path: string): Promise<void> {
  const server = createServer().unref();
  return new Promise((done) => server.listen(path, done));
}

function forbidden(path: string): void {
  writeFileSync(path, '');
  chmodSync(path, 0);
}
