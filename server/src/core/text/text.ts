/**
 * The room `text`: what can be said of any text. Spans and lines, folding, numerals, dates in words, marks for places,
 * near misses. It knows nothing of plans.
 */

/** A half-open stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two stretches are the same. */
export function isEqual(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** A stretch of the text and what it says once inner spaces and line breaks are gone. */
export interface Words {
  readonly span: Span;
  readonly text: string;
}

/** Start offsets of all lines; LF, CRLF and a lone CR end a line. The first is 0, so there is always one. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  let [lf, cr] = [text.indexOf('\n'), text.indexOf('\r')];
  while (lf >= 0 || cr >= 0) {
    const isLf = cr < 0 || (lf >= 0 && lf < cr);
    // CRLF ends one line.
    const end = isLf || lf === cr + 1 ? lf : cr;
    starts.push(end + 1);
    if (cr >= 0 && cr <= end) cr = text.indexOf('\r', end + 1);
    if (lf >= 0 && lf <= end) lf = text.indexOf('\n', end + 1);
  }
  return starts;
}

/** Zero-based index of the line that `offset` stands in; the largest line whose start is not after it. */
export function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line end that `text` is written with: its first, LF where it has none. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/u.exec(text)?.[0] ?? '\n';
}

/** How many of the first `items`, in order, begin at or before `offset`: half of what is left is looked at each time. */
export function countUpTo<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset lies in one of `spans`, which are sorted and do not overlap unless equal. */
export function within(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    return span !== undefined && offset < span.end;
  };
}

/** Spaces, line ends, and the byte order mark, which may stand at the very start. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0x200b || code === 0x85;
}
