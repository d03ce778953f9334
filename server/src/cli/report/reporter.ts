import type { Finding } from '../../core/lint/finding.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Paint } from '../terminal/colors.ts';
import type { Counts, Words } from '../words.ts';

/** Writes the result of a check in one format. */
export interface Reporter {
  readonly format: string;
  /** Whether its files are named from `root`, as the system that reads it knows them; else as the user named them. */
  readonly fromRoot?: boolean;
  readonly write: (checked: Checked, view: View) => string;
  /** What it adds to the file that an environment variable names, as CI systems have them. */
  readonly addition?: {
    readonly variable: string;
    readonly write: (checked: Checked, view: View) => string;
  };
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
  /** Findings that a comment in the text silences. */
  readonly silenced?: readonly Silenced[];
  /** Findings that the baseline knows. */
  readonly known?: readonly Finding[];
}

/** A finding with what the comment that silences it gives as its reason; empty where it gives none. */
export interface Silenced {
  readonly finding: Finding;
  readonly silence: { readonly reason: string };
}

/** How and where a report is looked at. */
export interface View {
  readonly words: Words;
  readonly paint: Paint;
  /** Width of the terminal in cells, where there is one. */
  readonly columns: number | undefined;
  /** See `cellsOf`. */
  readonly ambiguousIsWide: boolean;
  /** The folder, absolute, from which other systems name the files of the repository. */
  readonly root: string;
  /** The address of the manual, where links to it can be followed: `#` and a rule's id lead to that rule. */
  readonly manual: string | undefined;
}
