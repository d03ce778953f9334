import type { PartyKind } from '../plan/plan.ts';
import type { Span } from '../text/text.ts';

/** One unit, person or group as a directory defines it. */
export interface Entry {
  /** The canonical name (全称), without inner spaces. */
  readonly name: string;
  readonly kind: PartyKind;
  readonly nameSpan: Span;
  /** From the number to the end of the entry. */
  readonly span: Span;
  /** Other names (简称、又称、曾用名), as they stand. */
  readonly aliases: readonly Alias[];
  /** Who heads the unit (负责人). */
  readonly heads: readonly Named[];
  /** The post of a person (职务), as written. */
  readonly post: string | undefined;
  /** Units that a person is in charge of (分管). */
  readonly inCharge: readonly Named[];
  /** Persons in charge of the unit (分管领导). */
  readonly leaders: readonly Named[];
  /** The body above (上级). */
  readonly parents: readonly Named[];
  /** What a group is made of (包括). */
  readonly members: readonly Named[];
  /** Heading of the section that it stands in, such as 局领导. */
  readonly section: string | undefined;
  /** Place among all entries; among leaders it is protocol order. */
  readonly order: number;
}

/** A name in a directory and where it stands there. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Another name of an entry. */
export interface Alias extends Named {
  /** It is no longer in use (曾用名). */
  readonly former: boolean;
}

/** Every name that an entry goes by, its own first. */
export function namesOf(entry: Entry): readonly Named[] {
  return [{ name: entry.name, span: entry.nameSpan }, ...entry.aliases];
}

/** Names that an entry only mentions: its head, who and what is in charge, its parent, its members. */
export function mentionsOf(entry: Entry): readonly Named[] {
  return [...entry.heads, ...entry.inCharge, ...entry.leaders, ...entry.parents, ...entry.members];
}
