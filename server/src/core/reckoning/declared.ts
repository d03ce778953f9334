import type { Plan } from '../plan.ts';
import type { Span } from '../text.ts';
import { followingIn } from './declared/following.ts';
import { headedIn } from './declared/headed.ts';
import { listedIn, pointedAt } from './declared/listed.ts';

/** A count that the text declares and does not keep. */
export interface Declared {
  /** Of the count: `八大`. */
  readonly span: Span;
  readonly declared: number;
  /** How many there are. */
  readonly found: number;
}

/** The declared counts of `plan` that differ from what is there, each place once, in order. */
export function miscounts(plan: Plan): readonly Declared[] {
  const all = [
    ...plan.blocks.flatMap((block) => [...listedIn(block), ...pointedAt(block)]),
    ...headedIn(plan),
    ...followingIn(plan),
  ].sort((a, b) => a.span.start - b.span.start);
  return all.filter((one, i) => one.span.start !== all[i - 1]?.span.start);
}
