/** How often a server may end by itself, and within what time in ms, before it stays down. */
export const allowance = { restarts: 5, within: 3 * 60_000 };

/** Counts how often the server ended; says whether it is to be started again. `now` is in ms. */
export class Restarts {
  #ends: readonly number[] = [];

  /** The server ended at `now`. */
  mayRestart(now: number): boolean {
    this.#ends = [...this.#ends.filter((end) => now - end < allowance.within), now];
    return this.#ends.length <= allowance.restarts;
  }

  /** A person started it anew: what was before does not count. */
  forget(): void {
    this.#ends = [];
  }
}
