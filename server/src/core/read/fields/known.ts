import type { Field, Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { isGroup } from './bodies.ts';
import { nests } from './nesting.ts';
import { isHolder, isPerson } from './persons.ts';
import { isAsAbove } from './row.ts';

/**
 * The fields of a document, with two bodies for each `甲和乙` of which another field names both halves, and two persons for
 * names that run together in a cell (陆明俞悦) likewise: what a document names is a name, however it ends. `source` is the text of the plan.
 */
export function withKnownNames(fields: readonly Field[], source: string): readonly Field[] {
  const parties = flatMapped(fields, (field) => field.parties);
  if (!parties.some(mayBeTwo)) return fields;
  const known = new Set(parties.map(({ name }) => name));
  return fields.map((field) =>
    field.parties.some(mayBeTwo)
      ? { ...field, parties: flatMapped(field.parties, (party) => halvesOf(party, source, known)) }
      : field,
  );
}

function mayBeTwo(party: Party): boolean {
  return JOINER.test(party.name) || mayBeTwoPersons(party);
}

/** Whether a name is as long as two of persons are. */
function mayBeTwoPersons({ kind, name }: Party): boolean {
  return kind === 'person' && name.length >= 4 && name.length <= 6;
}

/** The two persons whose names run together, where both are known; else the one: 社区民警 names nobody. */
function personsIn(party: Party, source: string, known: ReadonlySet<string>): readonly Party[] {
  const { start, end } = party.span;
  for (let at = start + 2; at <= end - 2; at += 1) {
    const halves = [
      { ...partyAt(source, start, at), kind: party.kind },
      { ...partyAt(source, at, end), kind: party.kind },
    ];
    if (
      source[at] !== ' ' &&
      halves.every(({ name }) => known.has(name) && isPerson(name) && !isHolder(name))
    )
      return halves;
  }
  return [party];
}

function halvesOf(party: Party, source: string, known: ReadonlySet<string>): readonly Party[] {
  const { start, end } = party.span;
  if (mayBeTwoPersons(party)) return personsIn(party, source, known);
  if (party.name.length > LONGEST) return [party];
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    depth += nests(source[i] ?? '');
    const joiner = depth === 0 ? JOINER_AT.exec(source.slice(i, i + 2))?.[0] : undefined;
    if (!joiner) continue;
    const halves = [partyAt(source, start, i), partyAt(source, i + joiner.length, end)];
    if (halves.every(({ name }) => known.has(name))) return halves;
  }
  return [party];
}

/** The fields of a document, with what the same label says before where one says 同上. */
export function withAbove(fields: readonly Field[]): readonly Field[] {
  if (!fields.some(saysAbove)) return fields;
  const above = new Map<string, Field>();
  return fields.map((field) => {
    const key = `${field.role} ${field.label?.text}`;
    const said = saysAbove(field) ? above.get(key) : field;
    if (!said) return field;
    above.set(key, said);
    return said === field ? field : { ...field, parties: said.parties, deadline: said.deadline };
  });
}

function saysAbove({ placement, parties, deadline }: Field): boolean {
  const words = parties.length === 1 ? parties[0]?.name : deadline?.text;
  return placement !== 'cell' && words !== undefined && isAsAbove(words);
}

/** The unit or group between two joiners, without the spaces around it. */
function partyAt(source: string, from: number, to: number): Party {
  const words = source.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = Math.max(start, from + words.trimEnd().length);
  const name = nameText(source.slice(start, end));
  return { name, kind: isGroup(name) ? 'group' : 'unit', span: { start, end } };
}

/** Two names together are no longer. */
const LONGEST = 60;
const JOINER = /[和及与]/u;
const JOINER_AT = /^(?:以及|[和及与])/u;
