import type { Block } from '../../plan/block.ts';
import { Known } from '../../text/known.ts';
import { wordsOf } from './fitting.ts';

/** A row without one of its cells. */
export function rowWithout(cells: readonly Block[], column: number): Block {
  if (column >= cells.length) return row(cells, 0);
  const [before, behind] = [row(cells.slice(0, column), 0), row(cells.slice(column), 1)];
  return {
    text: `${before.text}\t${behind.text}`,
    raw: `${before.raw}\t${behind.raw}`,
    known: new Known(),
    span: { start: before.span.start, end: behind.span.end },
    offsets: [...(before.offsets ?? []), behind.span.start, ...(behind.offsets ?? [])],
  };
}

/** Cells as one block, `empty` cells before them, a tab between two. */
export function row(cells: readonly Block[], empty: number): Block {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last)
    return { text: '', raw: '', known: new Known(), span: { start: 0, end: 0 }, offsets: undefined };
  let text = '\t'.repeat(empty);
  let raw = text;
  const offsets = Array.from({ length: empty }, () => first.span.start);
  for (const cell of cells) {
    if (cell !== first) {
      text += '\t';
      raw += '\t';
      offsets.push(cell.span.start);
    }
    const words = wordsOf(cell);
    for (let i = 0; i < words.length; i += 1) offsets.push(cell.offsets?.[i] ?? cell.span.start + i);
    text += words;
    raw += cell.raw.slice(0, words.length);
  }
  return { text, raw, known: new Known(), span: { start: first.span.start, end: last.span.end }, offsets };
}
