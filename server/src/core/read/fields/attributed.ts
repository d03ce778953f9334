import type { Passage } from '../../plan/block.ts';
import type { FieldRole, Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { timeOf } from './clauses.ts';
import type { Asked } from './labels.ts';
import { isPerson, withOffice } from './persons.ts';

/** What one clause of an owner statement says, before and after its names are looked at one by one; offsets are into the block's text. */
export interface Owned {
  readonly role: FieldRole;
  readonly from: number;
  readonly to: number;
  /** Empty for a deadline. */
  readonly parties: readonly Party[];
}

/**
 * `学工部王锐`, `总务处王强主任`: an office, which is named once, and the person there. Whoever is asked for alone
 * (责任人) leads, and the office answers. A name that may be another word is a person's only beside a sure one, where all
 * are of that form.
 */
export function byOffice({ raw, text }: Passage, owned: Owned, names: Asked | undefined): readonly Owned[] {
  const split = owned.parties.map(({ span }) => withOffice(text.slice(span.start, span.end)));
  if (!split.some((one) => one?.sure)) return [owned];
  const alike = split.every((one) => one !== undefined);
  const offices: Party[] = [];
  const named = new Set(owned.parties.map(({ name }) => name));
  const parties = flatMapped(owned.parties, (party, i): readonly Party[] => {
    const found = split[i];
    if (!found || !(found.sure || alike)) return [party];
    const { start } = party.span;
    const part = (kind: Party['kind'], from: number, to: number): Party => ({
      name: nameText(raw.slice(start + from, start + to)),
      kind,
      span: { start: start + from, end: start + to },
    });
    const office = [part('unit', 0, found.end)].filter(({ name }) => !named.has(name));
    for (const one of office) {
      named.add(one.name);
      offices.push(one);
    }
    return [...(names === 'persons' ? [] : office), part('person', found.from, found.to)];
  });
  const apart = names === 'persons' && offices.length > 0;
  const role = owned.role === 'lead' ? 'unit' : owned.role;
  return [{ ...owned, parties }, ...(apart ? [{ ...owned, role, parties: offices }] : [])];
}

/** A bracket behind a name may say what it does: `县发改局(牵头)、县商务局`; the others do what is said of all. */
export function byMark({ raw, text }: Passage, owned: Owned): readonly Owned[] {
  if (!owned.parties.some(({ span }) => DOES.test(text.slice(span.start, span.end)))) return [owned];
  const parts = new Map<FieldRole, Party[]>();
  for (const party of owned.parties) {
    const { start, end } = party.span;
    const mark = DOES.exec(text.slice(start, end));
    const words = raw.slice(start, mark ? start + mark.index : end).trimEnd();
    const named = { ...party, name: nameText(words), span: { start, end: start + words.length } };
    const role = mark ? (HELPS.test(mark[0]) ? 'support' : 'lead') : owned.role;
    parts.set(role, [...(parts.get(role) ?? []), mark ? named : party]);
  }
  return Array.from(parts, ([role, parties]) => ({
    role,
    from: parties[0]?.span.start ?? owned.from,
    to: parties.at(-1)?.span.end ?? owned.to,
    parties,
  }));
}

/** A bracket behind a body may say who leads there, or by when: `规划科(王强)`, `人事科(8月底前)`. */
export function byRemark({ raw, text }: Passage, owned: Owned): readonly Owned[] {
  const said: Owned[] = [];
  const parties = owned.parties.map((party): Party => {
    const { start, end } = party.span;
    const remark = party.kind === 'unit' ? REMARK.exec(text.slice(start, end)) : null;
    const words = remark?.[1] ?? '';
    const day = words !== '' && isDay(words);
    if (!remark || !(day || isPerson(words))) return party;
    const from = start + remark.index;
    const span = { start: from + 1, end: from + 1 + words.length };
    const name = nameText(raw.slice(span.start, span.end));
    const named: readonly Party[] = day ? [] : [{ name, kind: 'person', span }];
    said.push({ role: day ? 'deadline' : 'lead', from: span.start, to: span.end, parties: named });
    return { ...party, name: nameText(raw.slice(start, from)), span: { start, end: from } };
  });
  return said.length === 0 ? [owned] : [{ ...owned, parties }, ...said];
}

const REMARK = /(?<=..)\(([^()]{2,12})\)$/u;

const DOES = /(?<=..)[(〈<](?:牵头|主办|主责|配合|协办)(?:单位|部门|科室)?[)〉>]\s{0,4}$/u;
const HELPS = /配合|协办/u;

/** Whether words are a day or another time. */
export function isDay(words: string): boolean {
  const time = timeOf(words);
  return time === 'due' || time === 'plain';
}
