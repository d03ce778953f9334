import type { CancellationToken } from 'vscode-languageserver';

/** Counts what may change findings, and wakes who waits for it. */
export class Changes {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.#count;
  }

  note(): void {
    this.#count += 1;
    for (const wake of this.#waiting) wake();
  }

  /** How many pieces of work are under way before which nothing can be told of all documents. */
  #underway = 0;

  get underway(): boolean {
    return this.#underway > 0;
  }

  /** Does such a piece of work. */
  async during(work: () => Promise<void>): Promise<void> {
    this.#underway += 1;
    try {
      await work();
    } finally {
      this.#underway -= 1;
      this.note();
    }
  }

  /** Resolves once more than `count` changes were noted, or when nobody wants to know any more. */
  async after(count: number, token: CancellationToken): Promise<void> {
    if (this.#count > count || token.isCancellationRequested) return;
    let wake = () => {};
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    const cancelled = token.onCancellationRequested(wake);
    await woken;
    this.#waiting.delete(wake);
    cancelled.dispose();
  }
}
