import type { OptionName, Options } from '../args.ts';
import type { Exit, Host } from '../host.ts';
import type { Paint } from '../terminal/colors.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Words } from '../words.ts';

/** One command of `planlint`: `name` is the word that calls it and the key of its help. */
export interface Command {
  readonly name:
    | 'check'
    | 'fix'
    | 'export'
    | 'outline'
    | 'baseline'
    | 'rules'
    | 'explain'
    | 'completions'
    | 'init'
    | 'units'
    | 'lsp';
  /** What it takes besides the options that every command takes. */
  readonly options: readonly OptionName[];
  /** What `--format` may say, the default first; empty where there is one form only. */
  readonly formats: readonly string[];
  /** What stands in place of paths, where it takes none. */
  readonly takes?: 'rule' | 'shell' | 'nothing';
  readonly run: (options: Options, call: Call) => Promise<Exit>;
}

/** What surrounds one call of a command. */
export interface Call {
  readonly host: Host;
  readonly words: Words;
  readonly paint: Paint;
  /** The file to write to; undefined for standard output. */
  readonly output: string | undefined;
  /** Says how far a long run is, to be cleared before the result is written. */
  readonly progress: Progress;
  /** Says one line on standard error. */
  readonly complain: (line: string) => Promise<void>;
  /** Asks the user to report an internal fault. */
  readonly blame: (fault: unknown) => Promise<Exit>;
}
