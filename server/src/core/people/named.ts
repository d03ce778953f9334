import type { Field, Party, Plan } from '../plan/plan.ts';
import { flatMapped } from '../text/flat.ts';
import { within } from '../text/text.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entry.ts';

/** Everybody whom the fields of a plan name, in order; the entries of a directory in it name nobody. */
export function namedIn(plan: Plan): readonly Named[] {
  if (plan.kind === 'directory') return [];
  const inside = within((entriesOf(plan) ?? []).map(({ span }) => span));
  return flatMapped([...plan.fields, ...plan.blankets], (field) =>
    field.parties.map((party) => ({ party, label: labelOf(field) })),
  )
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
