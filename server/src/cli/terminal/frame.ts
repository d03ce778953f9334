import type { Plan } from '../../core/plan.ts';
import { lineOf, type Span } from '../../core/text.ts';
import { type Cell, cellsOf, totalWidth } from './cells.ts';

/**
 * The part of the line around the start of `span` that fits in `columns`: paragraphs of plans run to hundreds of
 * characters, and a line may be megabytes long, so only what is shown is looked at.
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
  const lineEnd = endOf(text, lineStarts[line + 1] ?? text.length, lineStart);
  const start = Math.min(span.start, lineEnd);
  const end = Math.max(start, Math.min(span.end, lineEnd));
  // Every character that counts takes a column or more, so this many units are always enough.
  const reach = 2 * columns;
  const cells = (from: number, to: number) => cellsOf(whole(text, from, to), ambiguousIsWide);

  // Around what is marked, room is kept for context; on the left no more than half of it, where there is more.
  const marked = cut(
    cells(start, Math.min(end, start + reach)),
    Math.ceil((columns * 2) / 3),
    end > start + reach,
  );
  const room = columns - totalWidth(marked.kept) - (marked.isCut ? ELLIPSIS.width : 0);
  const after = cells(end, Math.min(lineEnd, end + reach));
  const before = cells(Math.max(lineStart, start - reach), start).reverse();
  const leftRoom = Math.max(Math.floor(room / 2), marked.isCut ? room : room - totalWidth(after));
  const left = cut(before, leftRoom, start - reach > lineStart);
  const right = marked.isCut
    ? { kept: [ELLIPSIS], isCut: false }
    : cut(after, room - totalWidth(left.kept) - (left.isCut ? ELLIPSIS.width : 0), end + reach < lineEnd);

  const leading = [...(left.isCut ? [ELLIPSIS] : []), ...left.kept.reverse()];
  return {
    line: line + 1,
    before: shown(leading),
    marked: shown(marked.kept),
    after: shown(right.isCut ? [...right.kept, ELLIPSIS] : right.kept),
    indent: totalWidth(leading),
    width: Math.max(1, totalWidth(marked.kept)),
  };
}

/** One line of a plan with something marked in it. */
export interface Frame {
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Columns before the mark. */
  readonly indent: number;
  /** Columns of the mark, at least one. */
  readonly width: number;
}

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

/** The end of a line's text, before its LF, CRLF or CR. */
function endOf(text: string, next: number, start: number): number {
  let end = next;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}

/** A slice that splits no surrogate pair at its ends. */
function whole(text: string, from: number, to: number): string {
  const slice = text.slice(from, to);
  const head = isLow(slice.charCodeAt(0)) && isHigh(text.charCodeAt(from - 1)) ? 1 : 0;
  const tail = isHigh(slice.charCodeAt(slice.length - 1)) && isLow(text.charCodeAt(to)) ? 1 : 0;
  return slice.slice(head, slice.length - tail);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
