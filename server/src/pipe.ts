import { constants, realpathSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What the named pipe at `path` gives until all who write to it have left, up to `most` bytes and what came with the
 * last of them. Rejects with `ENXIO` where nobody writes to it within `patience` milliseconds. No thread waits in the
 * system meanwhile, which nothing could end.
 */
export async function received(path: string, most: number, patience = PATIENCE): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Whoever opened and closed it without a word was there, too; so was whoever made a pipe without a name.
    let met = isNameless(path);
    const until = performance.now() + patience;
    while (length <= most) {
      const chunk = await next(handle);
      if (chunk === undefined) met = true;
      else if (chunk.length > 0) {
        chunks.push(chunk);
        length += chunk.length;
        continue;
      } else if (met || length > 0) break;
      else if (performance.now() > until) throw unmet(path);
      await pause(INTERVAL);
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

/** Writes to the named pipe at `path`; rejects with `ENXIO` where nobody reads from it within `patience` milliseconds. */
export async function sent(path: string, content: Uint8Array, patience = PATIENCE): Promise<void> {
  const until = performance.now() + patience;
  const handle = await opened(path, until);
  try {
    for (let at = 0; at < content.length; ) {
      const { bytesWritten } = await handle.write(content, at).catch(unlessBusy({ bytesWritten: 0 }));
      at += bytesWritten;
      if (bytesWritten === 0) await pause(INTERVAL);
    }
  } finally {
    await handle.close();
  }
}

/** In milliseconds: long enough to start the program at the other end by hand. */
const PATIENCE = 5000;
const INTERVAL = 20;

/** What is there; nothing at all where nobody has the pipe open for writing, undefined where somebody has, and is silent. */
async function next(handle: FileHandle): Promise<Uint8Array | undefined> {
  const buffer = Buffer.alloc(65_536);
  const read = await handle.read(buffer, 0, buffer.length).catch(unlessBusy(undefined));
  return read && buffer.subarray(0, read.bytesRead);
}

async function opened(path: string, until: number): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO' || performance.now() > until) throw error;
      await pause(INTERVAL);
    }
  }
}

/** `/dev/fd/63`, as shells name a pipe to or from a program that they start: its other end was open from the start. */
function isNameless(path: string): boolean {
  try {
    return /^\/(?:dev|proc)\//u.test(realpathSync(path));
  } catch {
    return true;
  }
}

function unlessBusy<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (codeOf(error) === 'EAGAIN') return instead;
    throw error;
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function unmet(path: string): Error {
  return Object.assign(new Error(`ENXIO: nobody writes to this pipe, '${path}'`), { code: 'ENXIO' });
}
