import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf, type Span } from '../../text/text.ts';

/**
 * What a growing selection takes at `offset`, from the inside out: the word in a list, the clause, the sentence, the
 * paragraph, the task, its sections, the whole text. Each is larger than the one before.
 */
export function selectionsAt(plan: Plan, offset: number): readonly Span[] {
  const { text, lineStarts } = plan;
  const line = lineAround(text, lineStarts, offset);
  const party = flatMapped([...plan.fields, ...plan.blankets], ({ parties }) => parties).find(({ span }) =>
    holds(span, offset),
  );
  const field = plan.fields.find(({ holder }) => holds(holder, offset));
  const value = field && holds(field.value, offset) ? field.value : undefined;
  const around = [
    party?.span,
    value,
    between(text, offset, line, CLAUSE_END),
    between(text, offset, line, SENTENCE_END),
    field?.holder,
    line,
    ...plan.tasks.filter(({ span }) => holds(span, offset)).map(({ span }) => span),
    ...plan.sections.filter(({ span }) => holds(span, offset)).map(({ span }) => span),
    { start: 0, end: text.length },
  ];
  return nested(around.filter((span) => span !== undefined));
}

const CLAUSE_END = /[，,；;。：:！!？?、（）()]/u;
const SENTENCE_END = /[。！!？?]/u;

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function lineAround(text: string, lineStarts: readonly number[], offset: number): Span {
  const index = lineOf(lineStarts, offset);
  const start = lineStarts[index] ?? 0;
  const line = text.slice(start, lineStarts[index + 1] ?? text.length);
  const from = start + (line.length - line.trimStart().length);
  return { start: Math.min(from, offset), end: Math.max(start + line.trimEnd().length, offset) };
}

/** From behind the mark before `offset` to the mark after it, the mark of a sentence included. */
function between(text: string, offset: number, line: Span, end: RegExp): Span {
  let start = offset;
  while (start > line.start && !end.test(text[start - 1] ?? '')) start -= 1;
  while (start < offset && /\s/u.test(text[start] ?? '')) start += 1;
  let stop = offset;
  while (stop < line.end && !end.test(text[stop] ?? '')) stop += 1;
  if (end === SENTENCE_END && stop < line.end) stop += 1;
  return { start, end: stop };
}

/** Sorted from small to large, only those that hold the one before. */
function nested(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of sorted) {
    const inner = chain.at(-1);
    if (span.end === span.start && spans.length > 1 && inner === undefined) continue;
    if (
      !inner ||
      (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start)
    ) {
      chain.push(span);
    }
  }
  return chain;
}
