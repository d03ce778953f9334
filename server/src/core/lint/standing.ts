import type { Passage } from '../plan/block.ts';
import { foldedIn, type Plan, textIn } from '../plan/plan.ts';
import { unnumbered } from '../text/known.ts';
import { matchesIn } from '../text/matches.ts';

/** A match of a pattern where it stands: `at` is its offset in the plan's text. */
export interface Standing {
  readonly at: number;
  readonly match: RegExpExecArray;
}

/**
 * A function that finds every match of a global pattern in the lines of a plan as they stand, so that what a line break
 * parts is none: paragraphs that are one line as given are looked through once. `as`: in the folded text, or as written.
 */
export function standing(
  pattern: RegExp,
  as: 'folded' | 'written' = 'folded',
): (plan: Plan) => readonly Standing[] {
  const inParagraph = unnumbered((passage: Passage) =>
    matchesIn(as === 'folded' ? passage.text : passage.raw, pattern),
  );
  const wordsIn = as === 'folded' ? foldedIn : textIn;
  return (plan) => {
    const found: Standing[] = [];
    for (const block of plan.blocks) {
      const { start, end } = block.span;
      if (!block.offsets) {
        for (const match of inParagraph(block)) found.push({ at: start + match.index, match });
      } else {
        for (const match of matchesIn(wordsIn(plan, start, end), pattern))
          found.push({ at: start + match.index, match });
      }
    }
    return found;
  };
}
