import type { Plan } from '../../core/plan.ts';
import { lineOf } from '../../core/text.ts';

/** Where `offset` stands for people and tools: line and column from 1, columns in UTF-16 units. */
export function placeOf({ lineStarts }: Pick<Plan, 'lineStarts'>, offset: number): Place {
  const line = lineOf(lineStarts, offset);
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}

export interface Place {
  readonly line: number;
  readonly column: number;
}
