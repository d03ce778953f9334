import { type Plan, textIn, textLength } from '../plan/plan.ts';
import { lineOf, type Span } from '../text/text.ts';
import type { Edit } from './finding.ts';

/**
 * Edits that remove the whole lines in which `spans` stand, in order. Of lines at the very end the line end before them
 * goes too, so that the text ends as it did.
 */
export function lineRemovals(plan: Plan, spans: readonly Span[]): readonly Edit[] {
  const { lineStarts } = plan;
  const length = textLength(plan);
  const characterAt = (at: number) => textIn(plan, at, at + 1);
  const removed: { start: number; end: number }[] = [];
  for (const span of spans) {
    const start = lineStarts[lineOf(lineStarts, span.start)] ?? 0;
    const end = lineStarts[lineOf(lineStarts, span.end) + 1] ?? length;
    const before = removed.at(-1);
    if (before && before.end >= start) before.end = Math.max(before.end, end);
    else removed.push({ start, end });
  }
  const last = removed.at(-1);
  if (last && last.end === length && !/[\r\n]/u.test(characterAt(length - 1))) {
    if (characterAt(last.start - 1) === '\n') last.start -= 1;
    if (characterAt(last.start - 1) === '\r') last.start -= 1;
  }
  // A byte order mark stays where it is.
  return removed.map(({ start, end }) => ({
    span: { start: start === 0 && characterAt(0) === '\uFEFF' ? 1 : start, end },
    newText: '',
  }));
}
