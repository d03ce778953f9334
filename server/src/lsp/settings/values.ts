import { joined } from '../../config/paths.ts';
import { readConfig, type Value } from '../../config/read.ts';
import type { Message } from '../../core/lint/finding.ts';

/** A client's settings as values of the loader; what has another shape is left out. Directories are seen from `root`. */
export function valuesOf(section: unknown, root: string): readonly Value[] {
  if (!isRecord(section)) return [];
  const values: Value[] = [];
  const add = (key: string, value: unknown, listed = false) => {
    if (typeof value === 'string') values.push({ key, value, listed, origin: { name: `planlint.${key}` } });
  };
  const { missing, rules, labels, words, directories } = section;
  if (isRecord(missing)) for (const [kind, mode] of Object.entries(missing)) add(`missing-${kind}`, mode);
  if (isRecord(rules)) for (const [rule, severity] of Object.entries(rules)) add(`rules.${rule}`, severity);
  for (const [key, lists] of [
    ['labels', labels],
    ['words', words],
  ] as const) {
    if (!isRecord(lists)) continue;
    for (const [name, list] of Object.entries(lists)) {
      if (Array.isArray(list)) for (const one of list) add(`${key}.${name}`, one, true);
      else add(`${key}.${name}`, list);
    }
  }
  if (Array.isArray(directories)) {
    for (const one of directories) {
      const path = typeof one === 'string' ? namedPath(root, one) : undefined;
      if (path !== undefined) add('directories', path, true);
    }
  }
  return values;
}

/** What cannot be meant in a client's settings, of those that planlint.json has, too: in the loader's words. */
export function faultsIn(section: Readonly<Record<string, unknown>>): readonly Message[] {
  const { missing, rules, labels, words, directories } = section;
  const modes = Object.entries(isRecord(missing) ? missing : {}).map(([kind, mode]) => [
    `missing-${kind}`,
    mode,
  ]);
  const given = { ...Object.fromEntries(modes), rules, labels, words, directories };
  // What is not set comes as nothing, or as null.
  const text = JSON.stringify(given, (_, value: unknown) => value ?? undefined);
  return readConfig('', text).faults.map(({ message }) => message);
}

/**
 * Our section in what a client hands over: below `planlint`, as editors nest them, where nothing says that nothing is set,
 * else all of it; undefined where it says nothing of us.
 */
export function sectionIn(given: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(given)) return undefined;
  if ('planlint' in given) return isRecord(given.planlint) ? given.planlint : {};
  return Object.keys(given).length > 0 ? given : undefined;
}

/** Whether a value from a client is an object with members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A path that a person names in the editor: relative, or anywhere on the disk that the workspace lies on. No other
 * scheme, and no other machine: nothing is asked of one.
 */
function namedPath(root: string, value: string): string | undefined {
  const slashed = value.replaceAll('\\', '/');
  if (slashed.startsWith('//')) return undefined;
  const drive = /^[A-Za-z]:\//u.test(slashed);
  if (!drive && !slashed.startsWith('/'))
    return /^[A-Za-z][A-Za-z\d+.-]*:/u.test(slashed) ? undefined : joined(root, slashed);
  return root.startsWith('file:///') ? `file://${drive ? '/' : ''}${slashed}` : undefined;
}
