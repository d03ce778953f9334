import type { Message } from '../core/lint/finding.ts';
import type { Memory } from '../core/read/memory.ts';
import type { Exit, Host } from './host.ts';
import type { OptionName, Options } from './options.ts';
import type { Progress } from './terminal/progress.ts';
import type { Paint } from './terminal/style.ts';
import type { Words } from './words.ts';

/** One command of `planlint`, with all that its help says. */
export interface Command {
  /** The word that calls it. */
  readonly name: string;
  /** What it does, in a few words for a list. */
  readonly summary: Message;
  /** The same in sentences. */
  readonly details: Message;
  readonly examples: readonly string[];
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
  /** What the run remembers of the words that it read. */
  readonly memory: Memory;
  /** Says how far a long run is, to be cleared before the result is written. */
  readonly progress: Progress;
  /** Says one line on standard error. */
  readonly complain: (line: string) => Promise<void>;
  /** Asks the user to report an internal fault, met with the file at `path` where that is known; the call ends with 3. */
  readonly blame: (fault: unknown, path?: string) => Promise<Exit>;
}
