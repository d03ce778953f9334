import type { Plan } from '../../core/plan/plan.ts';
import { lineOf, type Span } from '../../core/text/text.ts';
import { lineEndOf, whole } from '../place.ts';
import { type Cell, cellsWithin, totalWidth } from './cells.ts';

/**
 * What stands around the start of `span` in its line, wrapped into rows of `columns`: a row's worth on both sides of
 * what is marked, more on one side where there is less on the other. Paragraphs of plans run to hundreds of characters,
 * and a line may be megabytes long, so only what is shown is looked at.
 */
export function frameOf(
  plan: Pick<Plan, 'text' | 'lineStarts'>,
  span: Span,
  columns: number,
  ambiguousIsWide: boolean,
): Frame {
  const { text, lineStarts } = plan;
  const line = lineOf(lineStarts, span.start);
  const lineStart = lineStarts[line] ?? 0;
  const lineEnd = lineEndOf(text, lineStarts[line + 1] ?? text.length, lineStart);
  const start = Math.min(span.start, lineEnd);
  const end = Math.max(start, Math.min(span.end, lineEnd));
  // Every character that counts takes a column or more, so this many units are always enough.
  const reach = 3 * columns;
  const room = 2 * columns;
  const onwards = (from: number, to: number) =>
    cellsWithin(slice(text, from, Math.min(to, from + reach)), room, ambiguousIsWide);

  const marked = cut(onwards(start, end), room, end > start + reach);
  const after = onwards(end, lineEnd);
  const leftRoom = Math.max(columns, marked.isCut ? room : room - totalWidth(after));
  const leading = slice(text, Math.max(lineStart, start - reach), start);
  const before = cellsWithin(leading, leftRoom, ambiguousIsWide, 'backwards');
  const left = cut(before, leftRoom, start - reach > lineStart);
  const right = marked.isCut
    ? { kept: [ELLIPSIS], isCut: false }
    : cut(after, room - totalWidth(left.kept), end + reach < lineEnd);

  const head = [...(left.isCut ? [ELLIPSIS] : []), ...left.kept.reverse()];
  const tail = right.isCut ? [...right.kept, ELLIPSIS] : right.kept;
  const all = [...head, ...marked.kept, ...tail];
  const from = head.length;
  return { line: line + 1, rows: rowsOf(all, from, from + marked.kept.length, columns) };
}

/** A part of one line of a plan with something marked in it. */
export interface Frame {
  /** 1-based. */
  readonly line: number;
  /** At least one. */
  readonly rows: readonly Row[];
}

export interface Row {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Columns before the mark. */
  readonly indent: number;
  /** Columns of the mark; 0 where nothing in this row is marked. */
  readonly width: number;
}

/** `cells` in rows, of which those from `from` to `to` are marked; a mark without cells is one column wide. */
function rowsOf(cells: readonly Cell[], from: number, to: number, columns: number): readonly Row[] {
  const isPoint = from === to;
  const rows: Row[] = [];
  // A point at the end of a row needs a column of its own.
  for (const [start, end] of breaksOf(cells, isPoint ? columns - 1 : columns)) {
    const head = Math.min(Math.max(from, start), end);
    const tail = Math.min(Math.max(to, start), end);
    const before = cells.slice(start, head);
    const marked = cells.slice(head, tail);
    const holdsPoint = isPoint && from >= start && (from < end || end === cells.length);
    rows.push({
      before: shown(before),
      marked: shown(marked),
      after: shown(cells.slice(tail, end)),
      indent: totalWidth(before),
      width: holdsPoint ? 1 : totalWidth(marked),
    });
  }
  return rows;
}

/** Where the rows of `cells` start and end. */
function breaksOf(cells: readonly Cell[], columns: number): (readonly [start: number, end: number])[] {
  const breaks: (readonly [number, number])[] = [];
  let start = 0;
  let width = 0;
  for (let i = 0; i < cells.length; i += 1) {
    width += cells[i]?.width ?? 0;
    if (width <= columns || i === start) continue;
    const end = breakBefore(cells, i, start);
    breaks.push([start, end]);
    start = end;
    width = totalWidth(cells.slice(start, i + 1));
  }
  return [...breaks, [start, cells.length]];
}

/** The last place up to `i` where a row may end: no closing mark begins a row, no opening one ends it (避头尾). */
function breakBefore(cells: readonly Cell[], i: number, start: number): number {
  for (let at = i; at > Math.max(start, i - MOST_MOVED); at -= 1) {
    const last = cells[at - 1]?.text ?? '';
    const next = cells[at]?.text ?? '';
    const inWord = /^[\dA-Za-z]/u.test(last) && /^[\dA-Za-z]/u.test(next);
    if (!NOT_FIRST.test(next) && !NOT_LAST.test(last) && !inWord) return at;
  }
  return i;
}

/** Cells that may be moved to the next row to keep them together. */
const MOST_MOVED = 12;
const NOT_FIRST = /^[、。，．！？；：）〕】》〉」』”’…—·,.!?;:)\]}%％]/u;
const NOT_LAST = /^[（〔【《〈「『“‘([{]/u;

/** Three dots of one column each: the character … has no certain width. */
const ELLIPSIS: Cell = { text: '...', width: 3 };

/** As many of `cells` as fit in `room`, with an ellipsis if that is not all (or `more` follows, unseen). */
function cut(cells: readonly Cell[], room: number, more = false): { kept: Cell[]; isCut: boolean } {
  if (!more && totalWidth(cells) <= room) return { kept: [...cells], isCut: false };
  const kept: Cell[] = [];
  let left = room - ELLIPSIS.width;
  for (const cell of cells) {
    left -= cell.width;
    if (left < 0) break;
    kept.push(cell);
  }
  return { kept, isCut: true };
}

function shown(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}

/** A slice that splits no surrogate pair at its ends. */
function slice(text: string, from: number, to: number): string {
  return text.slice(whole(text, from) < from ? from + 1 : from, whole(text, to));
}
