import type { CheckedFile, Counts } from '../check/checked.ts';
import type { Paint } from '../terminal/style.ts';
import type { Words } from '../words.ts';

/** Writes the result of a check in one format. */
export interface Reporter {
  readonly format: string;
  /** Whether its files are named from `root`, as the system that reads it knows them; else as the user named them. */
  readonly fromRoot?: boolean;
  readonly begin: (view: View) => Report;
  /** What it adds to the file that an environment variable names, as CI systems have them. */
  readonly addition?: { readonly variable: string; readonly begin: (view: View) => Report };
}

/**
 * A report that is written while files are checked, so that nothing of them has to be kept; what has to know all of
 * them first gives its text at the end. Gives the next piece of its text each time.
 */
export interface Report {
  readonly add: (file: CheckedFile) => string;
  /** Called once, after the last file. */
  readonly end: (counts: Counts) => string;
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

/** A report of one line after the other, with nothing at its head or end. */
export function lineByLine(linesOf: (file: CheckedFile, view: View) => readonly string[]): Reporter['begin'] {
  return (view) => ({ add: (file) => linesOf(file, view).join(''), end: () => '' });
}
