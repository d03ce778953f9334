import { type Passage, spanIn } from '../../plan/block.ts';
import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { bracketedIn } from './declared/bracketed.ts';
import type { Declared } from './declared/declared.ts';
import { followingIn } from './declared/following.ts';
import { headedIn } from './declared/headed.ts';
import { listedIn, pointedAt } from './declared/listed.ts';

const miscountIn = unnumbered((passage: Passage) => [...listedIn(passage), ...pointedAt(passage)]);
const NONE: readonly Declared[] = [];

/** The declared counts of `plan` that differ from what is there, each place once, in order. */
export function miscounts(plan: Plan): readonly Declared[] {
  const all = [
    ...flatMapped(plan.blocks, (block) =>
      miscountIn(block).length > 0
        ? miscountIn(block).map((one) => ({ ...one, span: spanIn(block, one.span.start, one.span.end) }))
        : NONE,
    ),
    ...headedIn(plan),
    ...bracketedIn(plan),
    ...followingIn(plan),
  ].sort((a, b) => a.span.start - b.span.start);
  return all.filter((one, i) => one.span.start !== all[i - 1]?.span.start);
}
