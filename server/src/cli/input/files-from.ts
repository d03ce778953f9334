import type { Call } from '../command.ts';
import type { Options } from '../options.ts';
import { problemOf } from './inputs.ts';

/** The options with the paths that `--files-from` lists; undefined where that list cannot be read, which was complained about. */
export async function withListed(options: Options, call: Call): Promise<Options | undefined> {
  const { filesFrom: list } = options;
  if (list === undefined) return options;
  const { host, words, complain } = call;
  try {
    const bytes = await (list === '-' ? host.readStdin() : host.files.read(list, 'anything'));
    const paths = pathsIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (paths.length === 0) await complain(words.emptyList(list));
    return { ...options, paths: [...options.paths, ...paths] };
  } catch (error) {
    if (error instanceof TypeError) await complain(words.badList(list));
    else {
      const { path, reason, code } = problemOf(list, error);
      await complain(words.problem[reason](path, code ?? ''));
    }
    return undefined;
  }
}

/** `find -print0` and `git diff -z` end names with NUL, since a name may hold line ends. A name `-` is a file's here. */
function pathsIn(list: string): readonly string[] {
  const names = list.includes('\0') ? list.split('\0') : list.split(/\r?\n/u);
  return names.filter((name) => name !== '').map((name) => (name === '-' ? './-' : name));
}
