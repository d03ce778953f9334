import type { Passage } from '../plan/block.ts';
import type { Plan } from '../plan/plan.ts';
import { matchesIn } from '../text/matches.ts';
import { unnumbered } from '../text/memo.ts';

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
  return ({ blocks, folded, text }) => {
    const source = as === 'folded' ? folded : text;
    const found: Standing[] = [];
    for (const block of blocks) {
      const { start, end } = block.span;
      if (!block.offsets) {
        for (const match of inParagraph(block)) found.push({ at: start + match.index, match });
      } else {
        for (const match of matchesIn(source.slice(start, end), pattern))
          found.push({ at: start + match.index, match });
      }
    }
    return found;
  };
}
