import type { Plan } from '../../../core/plan/plan.ts';
import { lineOf, type Span } from '../../../core/text/text.ts';

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
