import type { Finding } from '../../core/lint.ts';
import type { Plan } from '../../core/plan.ts';
import type { Paint } from '../terminal/colors.ts';
import type { Counts, Words } from '../words.ts';

/** Writes the result of a check in one format. */
export interface Reporter {
  readonly format: string;
  readonly write: (checked: Checked, view: View) => string;
}

/** The result of a check: the findings to show, and the counts of all. */
export interface Checked {
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
}

export interface CheckedFile {
  readonly path: string;
  /** What of a plan is known without reading it again. */
  readonly plan: Pick<Plan, 'text' | 'lineStarts' | 'kind'>;
  /** How many tasks it has. */
  readonly tasks: number;
  readonly findings: readonly Finding[];
}

/** How and where a report is looked at. */
export interface View {
  readonly words: Words;
  readonly paint: Paint;
  /** Width of the terminal in cells, where there is one. */
  readonly columns: number | undefined;
  /** See `cellsOf`. */
  readonly ambiguousIsWide: boolean;
}
