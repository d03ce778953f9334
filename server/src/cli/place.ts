import type { Plan } from '../core/plan/plan.ts';
import { lineOf, type Span } from '../core/text/text.ts';

/** Where `offset` stands for people and tools: line and column from 1, columns in UTF-16 units. */
export function placeOf({ lineStarts }: Pick<Plan, 'lineStarts'>, offset: number): Place {
  const line = lineOf(lineStarts, offset);
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}

/** Where `span` stands; its end is exclusive. */
export function rangeOf(plan: Pick<Plan, 'lineStarts'>, { start, end }: Span): Range {
  const last = placeOf(plan, end);
  return { ...placeOf(plan, start), endLine: last.line, endColumn: last.column };
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Range extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}

/** What is marked by `span` in its first line, with at most `reach` characters around it, and an ellipsis where it is cut. */
export function excerptOf(
  { text, lineStarts }: Pick<Plan, 'text' | 'lineStarts'>,
  span: Span,
  reach = 60,
): Excerpt {
  const line = lineOf(lineStarts, span.start);
  const from = lineStarts[line] ?? 0;
  const end = lineEndOf(text, lineStarts[line + 1] ?? text.length, from);
  const start = Math.min(span.start, end);
  const stop = Math.max(start, Math.min(span.end, end));
  const head = whole(text, Math.max(from, start - reach));
  const cutMark = whole(text, Math.min(stop, start + LONGEST_MARK));
  const tail = whole(text, Math.min(end, cutMark + reach));
  return {
    line: line + 1,
    before: `${head > from ? ELLIPSIS : ''}${text.slice(head, start)}`,
    marked: `${text.slice(start, cutMark)}${cutMark < stop ? ELLIPSIS : ''}`,
    after: cutMark < stop ? '' : `${text.slice(cutMark, tail)}${tail < end ? ELLIPSIS : ''}`,
  };
}

/** One line, or a part of it, around something marked. */
export interface Excerpt {
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const ELLIPSIS = '…';
const LONGEST_MARK = 200;

/** The end of a line's text, before its LF, CRLF or CR. */
export function lineEndOf(text: string, next: number, start: number): number {
  let end = next;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return end;
}

/** `offset`, or the one before where it would part a surrogate pair. */
export function whole(text: string, offset: number): number {
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? offset - 1 : offset;
}
