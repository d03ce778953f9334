import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from './cli/host.ts';
import { once } from './core/text/memo.ts';

/**
 * Standard output or standard error. What goes to a file or a pipe is written as it is: the streams that Node.js makes
 * for them wait as long, and take longer to load than a short report takes to write.
 */
export function outputOf(fd: 1 | 2): Output {
  let gone = false;
  const stream = once(() => {
    const made = fd === 1 ? process.stdout : process.stderr;
    // A stream that fails also emits; what is to be said about it is said where `write` rejects.
    return made.on('error', (error) => {
      gone ||= isReaderGone(error);
    });
  });
  let isDirect = isNoTerminal(fd);
  const terminal = isDirect ? undefined : stream();
  return {
    isTTY: terminal?.isTTY === true,
    // A terminal that does not know its width says 0.
    columns: terminal?.columns || undefined,
    async write(content) {
      let rest = typeof content === 'string' ? Buffer.from(content) : content;
      try {
        while (isDirect && rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        gone ||= isReaderGone(error);
        if (gone) return;
        if (!isBusy(error)) throw error;
        // Somebody has made it a pipe that does not wait: there the stream knows how to.
        isDirect = false;
      }
      if (isDirect) return;
      await new Promise<void>((done, failed) => {
        stream().write(rest, (error) => {
          gone ||= error ? isReaderGone(error) : false;
          if (error && !gone) failed(error);
          else done();
        });
      });
    },
    isGone: () => gone,
  };
}

/** Whether it is a file, a pipe or nothing at all; where that cannot be told, it may be a terminal. */
function isNoTerminal(fd: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const found = fstatSync(fd);
    return !found.isCharacterDevice() || found.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/** `planlint … | head` closes the pipe when it has seen enough. */
function isReaderGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

function isBusy(error: Error): boolean {
  return 'code' in error && error.code === 'EAGAIN';
}
