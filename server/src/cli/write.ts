import type { Call } from './commands/command.ts';
import type { Exit } from './host.ts';

/** Writes what a command gives to its file or to standard output; 2 where that cannot be done. */
export async function write(
  content: string | Uint8Array,
  { host, output, words, complain }: Call,
): Promise<Exit> {
  try {
    await (output === undefined ? host.stdout.write(content) : host.files.write(output, content));
    return 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    await complain(words.cannotWrite(output ?? 'stdout', code));
    return 2;
  }
}
