import { type Position, PositionEncodingKind, type Range } from 'vscode-languageserver';
import { lineOf, type Span } from '../core/text/text.ts';

/** A text with its lines, as far as positions need it. */
export interface Lines {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Zero-based line and character of an offset; characters are counted as `encoding` says. */
export function positionAt(
  { text, lineStarts }: Lines,
  offset: number,
  encoding: PositionEncodingKind,
): Position {
  const line = lineOf(lineStarts, offset);
  const start = lineStarts[line] ?? 0;
  if (encoding === PositionEncodingKind.UTF16) return { line, character: offset - start };
  return { line, character: lengthIn(text, start, offset, encoding) };
}

/**
 * Offset of a position; one past the end of its line is that end, one past the last line the end of the text
 * (LSP 3.17, position). Never inside a surrogate pair.
 */
export function offsetAt(
  { text, lineStarts }: Lines,
  position: Position,
  encoding: PositionEncodingKind,
): number {
  if (position.line >= lineStarts.length) return text.length;
  const start = lineStarts[Math.max(0, position.line)] ?? 0;
  const end = endOfLine(text, start, lineStarts[position.line + 1] ?? text.length);
  if (encoding === PositionEncodingKind.UTF16) {
    const offset = Math.min(end, start + Math.max(0, position.character));
    return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1)) ? offset - 1 : offset;
  }
  let units = 0;
  for (let at = start; at < end; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = sizeOf(code, encoding);
    if (units + size > position.character) return at;
    units += size;
    at += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** The range of a span. */
export function rangeOf(lines: Lines, span: Span, encoding: PositionEncodingKind): Range {
  return { start: positionAt(lines, span.start, encoding), end: positionAt(lines, span.end, encoding) };
}

/** The span of a range. */
export function spanOf(lines: Lines, range: Range, encoding: PositionEncodingKind): Span {
  return { start: offsetAt(lines, range.start, encoding), end: offsetAt(lines, range.end, encoding) };
}

function lengthIn(text: string, from: number, to: number, encoding: PositionEncodingKind): number {
  let units = 0;
  for (let at = from; at < to; ) {
    const code = text.codePointAt(at) ?? 0;
    units += sizeOf(code, encoding);
    at += code > 0xffff ? 2 : 1;
  }
  return units;
}

function sizeOf(code: number, encoding: PositionEncodingKind): number {
  if (encoding === PositionEncodingKind.UTF32) return 1;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Without the line's own end: `\n`, `\r\n` or `\r`. */
function endOfLine(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text[end - 1] === '\n') end -= 1;
  if (end > start && text[end - 1] === '\r') end -= 1;
  return end;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
