import { type Block, saying, WatchedBlock } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { type Columns, columnsOf } from '../fields/columns.ts';
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
  // The header of the table that a row stands in.
  let header: Columns | undefined;
  const cut = flatMapped(paragraphs.map(withoutLetterSpacing), (block) => {
    if (hasCells(block)) header = columnsOf(namesIn(block), labels) ?? header;
    return cutGlued(block, blocks, header);
  });
  return flatMapped(cut, cutAfterValues);
}

const hasCells = saying(/[|\t]/u);

function namesIn({ text }: Block): readonly string[] {
  return text
    .replace(/^\|/u, '')
    .split(/[|\t]/u)
    .map((name) => name.replace(/[\s*]+/gu, ''));
}

function blockOf({ start, line: { words, from, to, comment } }: PlacedLine): Block | readonly [] {
  if (from === to || comment) return [];
  const span = { start: start + from, end: start + to };
  if (words.known.watched) return new WatchedBlock(words, span);
  return { text: words.text, raw: words.raw, known: words.known, span, offsets: undefined };
}
