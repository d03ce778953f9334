import type { Call } from './commands/command.ts';
import type { Exit } from './host.ts';

/** Adds to the end of the file at `path`; 2 where that cannot be done. */
export async function add(content: string, path: string, { host, words, complain }: Call): Promise<Exit> {
  try {
    await host.files.append(path, content);
    return 0;
  } catch (error) {
    await complain(words.cannotWrite(path, codeOf(error)));
    return 2;
  }
}

/** Writes what a command gives to its file or to standard output; 2 where that cannot be done. */
export async function write(
  content: string | Uint8Array,
  { host, output, words, complain }: Call,
): Promise<Exit> {
  try {
    await (output === undefined ? host.stdout.write(content) : host.files.write(output, content));
    return 0;
  } catch (error) {
    await complain(words.cannotWrite(output ?? 'stdout', codeOf(error)));
    return 2;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
