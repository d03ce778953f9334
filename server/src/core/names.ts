import { type Directory, type Entry, nameForms, nameKey } from './directory.ts';
import type { Span } from './text.ts';

/** What a name stands for in a directory, and how that was found. */
export interface Resolved {
  readonly entry: Entry;
  readonly directory: Directory;
  /** The name or alias that matched, or the member of a group. */
  readonly span: Span;
  readonly by: 'name' | 'alias' | 'prefix' | 'parent' | 'member';
}

/**
 * Finds what `name` stands for, the nearest directory first: its name or alias (compared without spaces and after
 * NFKC), the same with or without a region before it (市教育局、财政局), a department behind its parent
 * (县教育局办公室), a member of a group. Undefined where no directory knows it, or where two bodies could be meant.
 */
export function resolveName(directories: readonly Directory[], name: string): Resolved | undefined {
  const key = nameKey(name);
  for (const way of WAYS) {
    for (const directory of directories) {
      const found = way(directory, key);
      if (found) return found;
    }
  }
  return undefined;
}

type Way = (directory: Directory, key: string) => Resolved | undefined;

const WAYS: readonly Way[] = [exactly, withoutRegion, behindParent, asMember];

function exactly(directory: Directory, key: string): Resolved | undefined {
  const entry = directory.byName.get(key)?.[0];
  return entry && matched(directory, entry, key);
}

function matched(directory: Directory, entry: Entry, key: string): Resolved {
  const alias = entry.aliases.find(({ name }) => nameKey(name) === key);
  if (nameKey(entry.name) === key || !alias) return { entry, directory, span: entry.nameSpan, by: 'name' };
  return { entry, directory, span: alias.span, by: 'alias' };
}

/** `财政局` for 市财政局, `市教育局` for 教育局, `某县教育局` for 县教育局; never where two entries would fit. */
function withoutRegion(directory: Directory, key: string): Resolved | undefined {
  const fitting = new Set(nameForms(key).flatMap((form) => directory.byForm.get(form) ?? []));
  const [entry, ...others] = fitting;
  if (!entry || others.length > 0) return undefined;
  return { entry, directory, span: entry.nameSpan, by: 'prefix' };
}

/** `县教育局办公室`: what stands before a department is its parent, or the body whose directory it is. */
function behindParent(directory: Directory, key: string): Resolved | undefined {
  for (let at = key.length - 2; at >= 2; at -= 1) {
    const entry = directory.byName.get(key.slice(at))?.[0];
    if (!entry || entry.kind === 'person') continue;
    const before = new Set(nameForms(key.slice(0, at)));
    const above = [...entry.parents.map((parent) => parent.name), directory.body ?? ''];
    const fits = above.some(
      (name) => name !== '' && nameForms(nameKey(name)).some((form) => before.has(form)),
    );
    if (fits) return { entry, directory, span: entry.nameSpan, by: 'parent' };
  }
  return undefined;
}

function asMember(directory: Directory, key: string): Resolved | undefined {
  const entry = directory.byMember.get(key)?.[0];
  const member = entry?.members.find(({ name }) => nameKey(name) === key);
  return entry && member && { entry, directory, span: member.span, by: 'member' };
}

/** The names that `directories` know and that `name` may be a slip of, the likeliest first; at most three. */
export function similarNames(directories: readonly Directory[], name: string): readonly string[] {
  const key = nameKey(name);
  const most = key.length <= 3 ? 1 : key.length <= 6 ? 2 : 3;
  const found: { name: string; distance: number }[] = [];
  for (const directory of directories) {
    for (const [known, entries] of directory.byName) {
      if (Math.abs(known.length - key.length) > most) continue;
      const distance = editDistance(key, known, most);
      if (distance > 0 && distance <= most && sharesCharacter(key, known)) {
        found.push({ name: entries[0]?.name === known ? known : (entries[0]?.name ?? known), distance });
      }
    }
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return [...new Set(found.map((one) => one.name))].slice(0, 3);
}

/** A slip keeps some characters of the name. */
function sharesCharacter(a: string, b: string): boolean {
  return [...a].some((character) => b.includes(character)) && (a.length > 2 || a[0] === b[0]);
}

/** Edits (insert, delete, replace, swap) between two names; more than `most` counts as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}
