import type { Finding } from '../../core/lint/finding.ts';
import type { Checked } from '../check/checked.ts';
import type { Paint } from '../terminal/style.ts';
import type { Words } from '../words.ts';

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
  /** Whether links can be followed where it is looked at. */
  readonly links: boolean;
}

/** Whether a finding speaks against a file, as in the exit code; infos and hints do not. */
export function fails({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}
