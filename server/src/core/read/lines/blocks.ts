import { type Block, WatchedBlock } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Labels } from '../fields/labels.ts';
import { withTabs } from './aligned.ts';
import { joinBroken, joinCut } from './broken.ts';
import { cutGlued } from './glued.ts';
import type { Line } from './line.ts';
import { withoutLetterSpacing, withoutSpacing } from './spaced.ts';
import { cutAfterValues } from './values.ts';
import { joinWrapped } from './wrapped.ts';

/** A line where it stands: `start` is its offset in the text. */
export interface PlacedLine {
  readonly start: number;
  readonly line: Line;
}

/** The paragraphs of a text in lines, empty ones and comments to the linter left out. */
export function blocksOf(lines: readonly PlacedLine[], folded: string, labels: Labels): readonly Block[] {
  const blocks = withTabs(withoutSpacing(flatMapped(lines, blockOf)), labels);
  const wrapped = joinWrapped(folded, blocks);
  const paragraphs = wrapped ? joinCut(wrapped, labels) : joinBroken(folded, blocks, labels);
  return flatMapped(
    flatMapped(paragraphs.map(withoutLetterSpacing), (block) => cutGlued(block, blocks)),
    cutAfterValues,
  );
}

function blockOf({ start, line: { words, from, to, comment } }: PlacedLine): Block | readonly [] {
  if (from === to || comment) return [];
  const span = { start: start + from, end: start + to };
  if (words.known.watched) return new WatchedBlock(words, span);
  return { text: words.text, raw: words.raw, known: words.known, span, offsets: undefined };
}
