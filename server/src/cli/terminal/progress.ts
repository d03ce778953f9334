import type { Output } from '../host.ts';
import { cellsOf, totalWidth } from './cells.ts';

/**
 * A line that says how far a long run is: on a terminal only, where nothing else is to be seen meanwhile, and gone
 * before anything else is written. `env` and `now` (milliseconds) are those of the run.
 */
export class Progress {
  readonly #output: Output;
  readonly #isShown: boolean;
  readonly #now: () => number;
  /** When the run began. */
  #since: number | undefined;
  #drawn: number | undefined;

  constructor(
    output: Output,
    env: Readonly<Record<string, string | undefined>>,
    now: () => number = () => performance.now(),
  ) {
    this.#output = output;
    this.#isShown = output.isTTY && env.TERM !== 'dumb' && !env.CI;
    this.#now = now;
  }

  /** Says that `done` of `total` are done, the last one being `what`. */
  step(label: string, done: number, total: number, what: string): void {
    if (!this.#isShown) return;
    const now = this.#now();
    this.#since ??= now;
    const isDue = this.#drawn === undefined ? now - this.#since >= PATIENCE : now - this.#drawn >= INTERVAL;
    if (!isDue) return;
    this.#drawn = now;
    this.#write(`\r${this.#fitted(`${label} ${done}/${total} ${what}`)}${ERASE}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#drawn === undefined) return;
    this.#drawn = undefined;
    this.#write(`\r${ERASE}`);
  }

  #fitted(text: string): string {
    const room = (this.#output.columns ?? USUAL) - 1;
    const cells = cellsOf(text.slice(0, 2 * room), true);
    while (cells.length > 0 && totalWidth(cells) > room) cells.pop();
    return cells.map((cell) => cell.text).join('');
  }

  #write(text: string): void {
    // What cannot be shown is no loss.
    this.#output.write(text).catch(() => {});
  }
}

/** Takes away all to the end of the line. */
export const ERASE = '\u{1B}[K';
/** Milliseconds before anything is shown, and between two lines. */
const PATIENCE = 400;
const INTERVAL = 80;
const USUAL = 80;
