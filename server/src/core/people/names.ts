import { isGroup } from '../read/fields/bodies.ts';
import type { Span } from '../text/text.ts';
import { type Directory, groupCore, nameForms, nameKey } from './directory.ts';
import type { Entry, Named } from './entry.ts';
import { slipBetween } from './slips.ts';

/** What a name stands for in a directory, and how that was found. */
export interface Resolved {
  /** For a member, its group; for a head, the unit. */
  readonly entry: Entry;
  readonly directory: Directory;
  /** The name or alias that matched, the member of a group, or the head of a unit. */
  readonly span: Span;
  readonly by: 'name' | 'alias' | 'prefix' | 'parent' | 'member' | 'head';
}

/**
 * Finds what `name` stands for, the nearest directory first: its name or alias (compared without spaces and after
 * NFKC), the same with or without a region before it (市教育局、财政局) or a bracket behind it, a department behind its
 * parent (县教育局办公室), a member of a group, the head of a unit. Undefined where no directory knows it, or where
 * two bodies could be meant. Takes no longer the more entries there are.
 */
export function resolveName(directories: readonly Directory[], name: string): Resolved | undefined {
  const key = nameKey(name);
  if (key.length > LONGEST) return undefined;
  for (const way of WAYS) {
    for (const directory of directories) {
      const found = way(directory, key);
      if (found) return found;
    }
  }
  return undefined;
}

/** `resolveName` for many names, each looked up once. */
export function resolverFor(directories: readonly Directory[]): (name: string) => Resolved | undefined {
  const known = new Map<string, Resolved | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, resolveName(directories, name));
    return known.get(name);
  };
}

/** Nobody is called more; a whole sentence may stand where a name should. */
const LONGEST = 64;

/** Whether two names were found to be the same: one entry, or one member or head that an entry mentions. */
export function isSame(a: Resolved, b: Resolved): boolean {
  if (a.entry !== b.entry || isEntry(a) !== isEntry(b)) return false;
  return isEntry(a) || a.span.start === b.span.start;
}

/** Whether a name stands for an entry and not for somebody whom an entry mentions. */
export function isEntry({ by }: Resolved): boolean {
  return by !== 'member' && by !== 'head';
}

/** Whether two keys name one body, one of them perhaps without its region: 澄溪县教育局 and 县教育局. */
export function isSameBody(a: string, b: string): boolean {
  return nameForms(a).includes(b) || nameForms(b).includes(a);
}

type Way = (directory: Directory, key: string) => Resolved | undefined;

const WAYS: readonly Way[] = [
  exactly,
  withoutRegion,
  withoutBracket,
  behindParent,
  asGroup,
  (directory, key) => mentioned(directory, directory.byMember.get(key)?.[0], key, 'member'),
  (directory, key) => mentioned(directory, directory.byHead.get(key)?.[0], key, 'head'),
];

function exactly(directory: Directory, key: string): Resolved | undefined {
  const entry = directory.byName.get(key)?.[0];
  if (!entry) return undefined;
  const alias = nameKey(entry.name) === key ? undefined : named(directory, entry.aliases, key);
  return { entry, directory, span: alias?.span ?? entry.nameSpan, by: alias ? 'alias' : 'name' };
}

/** `财政局` for 市财政局, `市教育局` for 教育局, `某县教育局` for 县教育局; never where two entries would fit. */
function withoutRegion(directory: Directory, key: string): Resolved | undefined {
  for (const form of nameForms(key).slice(1)) {
    const found = exactly(directory, form);
    if (found && found.entry.kind !== 'person') return { ...found, by: 'prefix' };
  }
  const [entry, ...others] = directory.byForm.get(key) ?? [];
  if (!entry || entry.kind === 'group' || others.length > 0) return undefined;
  return { entry, directory, span: entry.nameSpan, by: 'prefix' };
}

/** `教师发展中心（进修学校）` is 教师发展中心. */
function withoutBracket(directory: Directory, key: string): Resolved | undefined {
  const bracket = key.endsWith(')') ? key.lastIndexOf('(') : -1;
  return bracket > 1 ? exactly(directory, key.slice(0, bracket)) : undefined;
}

/** `县教育局办公室`: what stands before a department is its parent, or the body whose directory it is. */
function behindParent(directory: Directory, key: string): Resolved | undefined {
  for (let at = key.length - 2; at >= 2; at -= 1) {
    const before = key.slice(0, at);
    // Offices of one name are told apart by what is above them.
    const entry = directory.byName
      .get(key.slice(at))
      ?.slice(0, MOST_ALIKE)
      .find((one) => one.kind !== 'person' && stands(one, before, directory));
    if (entry) return { entry, directory, span: entry.nameSpan, by: 'parent' };
  }
  return undefined;
}

function stands({ parents }: Entry, before: string, { body }: Directory): boolean {
  const above = parents.length > 0 ? parents.map(({ name }) => name) : [body ?? ''];
  return above.some((name) => isSameBody(before, nameKey(name)));
}

const MOST_ALIKE = 50;

/** `全县各中小学` and `中小学` for 各中小学; 有关学校 are others than 各学校. */
function asGroup(directory: Directory, key: string): Resolved | undefined {
  const entry = directory.byForm.get(groupCore(key))?.find(({ kind }) => kind === 'group');
  if (!entry || (isGroup(key) && /有关|相关/u.test(key) !== /有关|相关/u.test(entry.name))) return undefined;
  return { entry, directory, span: entry.nameSpan, by: 'prefix' };
}

function mentioned(
  directory: Directory,
  entry: Entry | undefined,
  key: string,
  by: 'member' | 'head',
): Resolved | undefined {
  if (!entry) return undefined;
  const found =
    by === 'member'
      ? named(directory, entry.members, key)
      : (named(directory, entry.heads, key) ?? named(directory, entry.leaders, key));
  return found && { entry, directory, span: found.span, by };
}

function named({ written }: Directory, names: readonly Named[], key: string): Named | undefined {
  return written.get(names)?.get(key);
}

/**
 * The names that `directories` know and that `name` may be a slip of, the likeliest first; at most three, of entries
 * that `fits`. Looks at every name there is.
 */
export function similarNames(
  directories: readonly Directory[],
  name: string,
  fits: (entry: Entry) => boolean = () => true,
): readonly string[] {
  const key = nameKey(name);
  if (key.length > LONGEST) return [];
  const found = new Map<Entry, { readonly name: string; readonly distance: number }>();
  for (const directory of directories) {
    for (const [known, [entry]] of directory.byName) {
      if (!entry || Math.abs(known.length - key.length) > 2 || !fits(entry)) continue;
      const distance = slipBetween(key, known, entry.kind === 'person');
      const before = found.get(entry);
      if (distance === undefined || (before && before.distance <= distance)) continue;
      const written = [entry, ...entry.aliases].find((one) => nameKey(one.name) === known)?.name;
      found.set(entry, { name: written ?? known, distance });
    }
  }
  return [...new Set([...found.values()].sort(byDistance).map((one) => one.name))].slice(0, 3);
}

function byDistance(a: { name: string; distance: number }, b: { name: string; distance: number }): number {
  return a.distance - b.distance || (a.name < b.name ? -1 : 1);
}
