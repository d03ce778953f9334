import type { Directory, Entry } from './directory.ts';
import { entriesOf } from './entries.ts';
import type { Edit, Elsewhere, Fix } from './lint.ts';
import { resolveName } from './names.ts';
import { within } from './parse/fields.ts';
import type { Field, Party, Plan } from './plan.ts';

/** Everybody whom the fields of a plan name, in order; the entries of a directory in it name nobody. */
export function namedIn(plan: Plan): readonly Named[] {
  if (plan.kind === 'directory') return [];
  const inside = within((entriesOf(plan) ?? []).map(({ span }) => span));
  return [...plan.fields, ...plan.blankets]
    .flatMap((field) => field.parties.map((party) => ({ party, label: labelOf(field) })))
    .filter(({ party }) => !inside(party.span.start))
    .sort((a, b) => a.party.span.start - b.party.span.start);
}

/** Somebody named in a field, and the label there, if it has one. */
export interface Named {
  readonly party: Party;
  readonly label: string | undefined;
}

function labelOf(field: object): string | undefined {
  return (field as Partial<Field>).label?.text;
}

/** `named` by what it is said of, in order of first mention. */
export function groupedBy<T>(
  named: readonly Named[],
  keyOf: (party: Party) => T | undefined,
): ReadonlyMap<T, readonly [Named, ...Named[]]> {
  const groups = new Map<T, [Named, ...Named[]]>();
  for (const one of named) {
    const key = keyOf(one.party);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Whether an entry stands among the leaders, whose order is that of protocol. */
export function isLeader({ kind, section }: Entry): boolean {
  return kind === 'person' && /领导|班子/u.test(section ?? '');
}

/** Writes `name` wherever the mentions stand. */
export function replacing(mentions: readonly Named[], name: string): Fix {
  const edits: Edit[] = mentions.map(({ party }) => ({ span: party.span, newText: name }));
  const [zh, en] =
    mentions.length > 1 ? [`（共${mentions.length}处）`, ` (${mentions.length} places)`] : ['', ''];
  return { title: { zh: `改为“${name}”${zh}`, en: `Change to “${name}”${en}` }, kind: 'unsafe', edits };
}

/** The entry that a name leads to. */
export function placeOf(directories: readonly Directory[], name: string): readonly Elsewhere[] {
  const found = resolveName(directories, name);
  if (!found) return [];
  const message = { zh: `名录中的“${name}”在这里。`, en: `“${name}” stands here in the directory.` };
  return [{ path: found.directory.path, span: found.span, message }];
}

const MOST_RELATED = 5;

/** The places where the same name stands again. */
export function relatedTo(mentions: readonly Named[]) {
  const again = { zh: '同一名称也写在这里。', en: 'The same name stands here, too.' };
  const related = mentions
    .slice(1, MOST_RELATED + 1)
    .map(({ party }) => ({ span: party.span, message: again }));
  return related.length > 0 ? { related } : {};
}
