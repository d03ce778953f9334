import type { Passage } from '../../plan/block.ts';
import { fold } from '../../text/fold.ts';
import { Known } from '../../text/known.ts';
import { isSpace } from '../../text/text.ts';

/** What a line is: a value of its own characters alone, offsets from its start. */
export interface Line {
  /** All of it, folded, its line end included. */
  readonly folded: string;
  /** From the first to the last character that is no space. */
  readonly from: number;
  readonly to: number;
  /** What stands between these. */
  readonly words: Passage;
  /** Whether it is a comment to the linter, which is no part of the plan. */
  readonly comment: boolean;
}

/** Reads one line, given with its line end; `knownOf` gives what is known of its words. */
export function lineFrom(raw: string, knownOf: (words: string) => Known = () => new Known(true)): Line {
  const folded = fold(raw);
  let from = 0;
  let to = folded.length;
  while (from < to && isSpace(folded.charCodeAt(from))) from += 1;
  while (to > from && isSpace(folded.charCodeAt(to - 1))) to -= 1;
  const comment = folded.startsWith('<!--', from) && folded.slice(from, to).indexOf('-->') === to - from - 3;
  const own = raw.slice(from, to);
  const words = { text: folded.slice(from, to), raw: own, known: knownOf(own) };
  return { folded, from, to, words, comment };
}
