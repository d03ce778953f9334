import ignore, { type Ignore } from 'ignore';
import { flatMapped } from '../core/text/flat.ts';
import type { ConfigFiles } from './layers.ts';
import { foldersAbove, within } from './paths.ts';

/**
 * Tells which line of a `.gitignore` or `.planlintignore` leaves out what stands at a path, as git reads them: from
 * the root of the repository down, or without one from `base`. Of one folder, `.planlintignore` comes last, so that
 * it can take back what git is told. The folder `meant` was named by somebody, so that no line leaves it out as such.
 */
export function ignoreRules(base: string, files: ConfigFiles): IgnoreRules {
  const memory: Memory = new Map();
  return async (path, meant) => {
    const bare = path.replace(/\/$/u, '');
    const level = await levelFor(foldersAbove(bare)[0] ?? '', meant, base, files, memory);
    const relative = within(level.top, path);
    if (relative === undefined || level.lines.length === 0) return undefined;
    const { ignored, rule } = level.rules.test(relative);
    return ignored ? level.lines[Number(rule?.mark)] : undefined;
  };
}

/** Answers for a file, or a folder with `/` at the end of its path; undefined where nothing leaves it out. */
export type IgnoreRules = (path: string, meant: string | undefined) => Promise<IgnoreLine | undefined>;

/** A line, from 1, of an ignore file. */
export interface IgnoreLine {
  readonly file: string;
  readonly line: number;
}

/** What counts for the files of one folder, by what was meant and by folder. */
type Memory = Map<string, Promise<Level>>;

interface Level {
  /** The folder that all patterns are seen from. */
  readonly top: string;
  readonly lines: readonly (IgnoreLine & { readonly pattern: string })[];
  readonly rules: Ignore;
}

function levelFor(
  folder: string,
  meant: string | undefined,
  base: string,
  files: ConfigFiles,
  memory: Memory,
): Promise<Level> {
  const key = `${meant ?? ''}\n${folder}`;
  const known = memory.get(key);
  if (known) return known;
  const found = (async () => {
    const names = await files.names(folder);
    const parent = (await isTop(folder, names, base, files)) ? undefined : foldersAbove(folder)[0];
    const above = parent === undefined ? undefined : await levelFor(parent, meant, base, files, memory);
    const top = above?.top ?? folder;
    const own: Level['lines'][number][] = [];
    for (const name of ['.gitignore', '.planlintignore']) {
      if (names.includes(name)) own.push(...(await linesIn(`${folder}/${name}`, folder, top, files)));
    }
    if (folder === meant) {
      // A folder is left out with the folders above it, so these are taken back, too.
      const taken = [folder, ...foldersAbove(folder)].filter((one) => within(top, one) !== undefined);
      for (const one of taken.reverse()) {
        own.push({ file: folder, line: 0, pattern: `!/${escaped(within(top, one) ?? '')}/` });
      }
    }
    if (above && own.length === 0) return above;
    const lines = [...(above?.lines ?? []), ...own];
    const marked = lines.map(({ pattern }, i) => ({ pattern, mark: String(i) }));
    return { top, lines, rules: ignore({ ignorecase: false }).add(marked) };
  })();
  memory.set(key, found);
  return found;
}

/** Whether ignore files above `folder` do not count. */
async function isTop(
  folder: string,
  names: readonly string[],
  base: string,
  files: ConfigFiles,
): Promise<boolean> {
  if (names.includes('.git')) return true;
  if (folder !== base) return false;
  for (const above of foldersAbove(folder)) {
    if ((await files.names(above)).includes('.git')) return false;
  }
  return true;
}

/** The lines of one file, as they read from `top`. One that cannot be read leaves out nothing, as with git. */
async function linesIn(
  file: string,
  folder: string,
  top: string,
  files: ConfigFiles,
): Promise<readonly Level['lines'][number][]> {
  const text = await files.text(file).catch(() => undefined);
  const prefix = folder === top ? '' : `/${escaped(within(top, folder) ?? '')}`;
  return flatMapped((text ?? '').replace(/^\u{FEFF}/u, '').split(/\r?\n/u), (line, i) => {
    const pattern = BARE.test(line) ? undefined : lifted(line, prefix);
    return pattern === undefined ? [] : [{ file, line: i + 1, pattern }];
  });
}

/** A comment, or nothing that could be a name. */
const BARE = /^#|^!?\/?\s*$/u;

// `drafts/` in the folder `/x` is `/x/**/drafts/` above it, `a/b` is `/x/a/b`, `!a` is `!/x/**/a`.
function lifted(line: string, prefix: string): string {
  if (prefix === '') return line;
  const not = line.startsWith('!') ? '!' : '';
  const pattern = line.slice(not.length);
  const anchored = /\/./u.test(pattern.trimEnd()) || pattern.startsWith('/');
  return `${not}${prefix}${anchored ? '' : '/**'}/${pattern.replace(/^\//u, '')}`;
}

/** A folder's own name is no pattern. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]!# ]/gu, '\\$&');
}
