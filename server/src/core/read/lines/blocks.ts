import { type Block, WatchedBlock } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { cutGlued } from './glued.ts';
import type { Line } from './line.ts';
import { joinOpenBrackets } from './open.ts';
import { withoutLetterSpacing, withoutSpacing } from './spaced.ts';
import { cutAfterValues, joinValues } from './values.ts';
import { joinWrapped } from './wrapped.ts';

/** A line where it stands: `start` is its offset in the text. */
export interface PlacedLine {
  readonly start: number;
  readonly line: Line;
}

/** The paragraphs of a text in lines, empty ones and comments to the linter left out. */
export function blocksOf(lines: readonly PlacedLine[], folded: string): readonly Block[] {
  const blocks = withoutSpacing(flatMapped(lines, blockOf));
  const paragraphs = joinWrapped(folded, blocks) ?? joinValues(joinOpenBrackets(blocks));
  return flatMapped(
    flatMapped(paragraphs.map(withoutLetterSpacing), (block) => cutGlued(block, blocks.length)),
    cutAfterValues,
  );
}

function blockOf({ start, line: { words, from, to, comment } }: PlacedLine): Block | readonly [] {
  if (from === to || comment) return [];
  const span = { start: start + from, end: start + to };
  if (words.known.watched) return new WatchedBlock(words, span);
  return { text: words.text, raw: words.raw, known: words.known, span, offsets: undefined };
}
