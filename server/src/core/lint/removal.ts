import { lineOf, type Span } from '../text/text.ts';
import type { Edit } from './finding.ts';

/**
 * Edits that remove the whole lines in which `spans` stand, in order. Of lines at the very end the line end before them
 * goes too, so that the text ends as it did.
 */
export function lineRemovals(
  text: string,
  lineStarts: readonly number[],
  spans: readonly Span[],
): readonly Edit[] {
  const removed: { start: number; end: number }[] = [];
  for (const span of spans) {
    const start = lineStarts[lineOf(lineStarts, span.start)] ?? 0;
    const end = lineStarts[lineOf(lineStarts, span.end) + 1] ?? text.length;
    const before = removed.at(-1);
    if (before && before.end >= start) before.end = Math.max(before.end, end);
    else removed.push({ start, end });
  }
  const last = removed.at(-1);
  if (last && last.end === text.length && !/[\r\n]$/u.test(text.slice(-1))) {
    if (text[last.start - 1] === '\n') last.start -= 1;
    if (text[last.start - 1] === '\r') last.start -= 1;
  }
  // A byte order mark stays where it is.
  return removed.map(({ start, end }) => ({
    span: { start: start === 0 && text.startsWith('\uFEFF') ? 1 : start, end },
    newText: '',
  }));
}
