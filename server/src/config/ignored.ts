import ignore, { type Ignore } from 'ignore';
import type { ConfigFiles } from './layers.ts';
import { foldersAbove, within } from './paths.ts';

/**
 * Which line of a `.gitignore` or `.planlintignore` leaves out what stands at `path` (a folder's with `/` at its
 * end), undefined where none does. They count from the root of the repository, or without one from `base`, down.
 */
export async function ignoredBy(
  path: string,
  base: string,
  files: ConfigFiles,
  memory: IgnoreMemory,
): Promise<IgnoreLine | undefined> {
  const bare = path.replace(/\/$/u, '');
  const { levels, rooted } = await levelsFor(foldersAbove(bare)[0] ?? '', files, memory);
  let found: IgnoreLine | undefined;
  for (const { folder, file, rules } of levels) {
    if (!rooted && folder !== base && within(base, folder) === undefined) continue;
    const relative = within(folder, path);
    if (relative === undefined) continue;
    const { ignored, unignored, rule } = rules.test(relative);
    if (ignored) found = { file, line: Number(rule?.mark), folder };
    else if (unignored) found = undefined;
  }
  return found;
}

/** A line, from 1, of the file that stands in `folder`. */
export interface IgnoreLine {
  readonly file: string;
  readonly line: number;
  readonly folder: string;
}

/** What was read before, by folder. */
export type IgnoreMemory = Map<string, Promise<Levels>>;

interface Levels {
  /** The outermost first; the later one wins. */
  readonly levels: readonly Level[];
  /** They begin at the root of a repository. */
  readonly rooted: boolean;
}

interface Level {
  readonly folder: string;
  readonly file: string;
  readonly rules: Ignore;
}

function levelsFor(folder: string, files: ConfigFiles, memory: IgnoreMemory): Promise<Levels> {
  const known = memory.get(folder);
  if (known) return known;
  const found = (async () => {
    const names = await files.names(folder);
    const own: Level[] = [];
    // What a project says to git comes first, what it says to Planlint holds.
    for (const name of ['.gitignore', '.planlintignore']) {
      if (!names.includes(name)) continue;
      const rules = await rulesIn(`${folder}/${name}`, files);
      if (rules) own.push({ folder, file: `${folder}/${name}`, rules });
    }
    if (names.includes('.git')) return { levels: own, rooted: true };
    const parent = foldersAbove(folder)[0];
    const above = parent === undefined ? undefined : await levelsFor(parent, files, memory);
    return { levels: [...(above?.levels ?? []), ...own], rooted: above?.rooted ?? false };
  })();
  memory.set(folder, found);
  return found;
}

/** An ignore file that cannot be read leaves out nothing, as with git. */
async function rulesIn(path: string, files: ConfigFiles): Promise<Ignore | undefined> {
  const text = await files.text(path).catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split(/\r?\n/u).map((pattern, i) => ({ pattern, mark: String(i + 1) }));
  return ignore({ ignorecase: false }).add(lines);
}
