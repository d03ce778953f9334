import { type Block, type Passage, saying } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';
import { isSectional, markOf } from '../outline/numbering.ts';
import { LONG, MOST_LINES } from './glued.ts';

/** The stretches of a text whose structure is lost, in order. */
export function doubtfulIn(
  blocks: readonly Block[],
  lineStarts: readonly number[],
  text: string,
): readonly Span[] {
  const tables = flatMapped(flattenedTables(blocks), (run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
  });
  return [...tables, ...lostRows(blocks), ...lostLines(blocks, lineStarts, text)].sort(
    (a, b) => a.start - b.start,
  );
}

/**
 * The lines of tables that an export broke into pieces: runs of short lines, most of them without a number, with
 * figures alone or brackets that close on another line among them. Which cell belongs to which is lost.
 */
export function flattenedTables(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = [];
  let run: Block[] = [];
  const close = () => {
    if (run.length >= FEWEST && isTable(run)) found.push(run);
    run = [];
  };
  for (const block of blocks) {
    if (isPiece(block)) run.push(block);
    else close();
  }
  close();
  return found;
}

/** A few words that end in no stop and are no heading. */
const isPiece = unnumbered((block: Passage): boolean => {
  if (block.text.length > LONGEST_PIECE || ENDED.test(block.text)) return false;
  const mark = markOf(block);
  return mark === undefined || !isSectional(mark.style);
});

/** How many lines make a table, and how long a piece of a cell may be. */
const FEWEST = 6;
const LONGEST_PIECE = 12;
const ENDED = /[。;:!?,、\t|]$|\t|^\|/u;

function isTable(run: readonly Block[]): boolean {
  const plain = run.filter((block) => !markOf(block)).length;
  const torn = run.filter(({ text }) => isTorn(text)).length;
  return plain * 2 >= run.length && torn >= 2;
}

/** `数量（个`, `）>4>6` */
function isTorn(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return true;
  }
  return depth > 0;
}

/**
 * Rows put together from a cell a line of which only number and task could be told apart: the lines behind such a one
 * may be any of its cells, or they were cut off.
 */
function lostRows(blocks: readonly Block[]): readonly Span[] {
  return flatMapped(blocks, (block, i) => {
    const next = blocks[i + 1];
    if (!block.offsets || !isStub(block) || (next && (hasTab(next) || markOf(next)))) return [];
    return [block.span];
  });
}

/** `3⇥建设泵站` */
const isStub = saying(/^\d{1,3}\t[^\t]+$/u);
const hasTab = saying(/\t/u);

/** Lines that hold a whole text whose line breaks are lost: few, and long. */
function lostLines(blocks: readonly Block[], lineStarts: readonly number[], text: string): readonly Span[] {
  if (text.length < LONG || blocks.length < 3) return [];
  const lines: Span[] = [];
  for (let i = 0; i < lineStarts.length; i += 1) {
    const start = lineStarts[i] ?? 0;
    const { length } = text.slice(start, lineStarts[i + 1]).trimEnd();
    if (length === 0) continue;
    if (lines.length === MOST_LINES) return [];
    lines.push({ start, end: start + length });
  }
  return lines.filter(({ start, end }) => end - start > LONG);
}
