/** Work that takes longer than a person takes for at once: `show` begins to say so, and gives what ends that. */
export class Waiting {
  readonly #show: () => () => void;
  readonly #slow = new Set<object>();
  #end: (() => void) | undefined;

  constructor(show: () => () => void) {
    this.#show = show;
  }

  /** The work itself, which is spoken of while it goes on for longer than half a second. */
  async follow<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.#slow.add(work);
      this.#end ??= this.#show();
    }, LONG);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      this.#slow.delete(work);
      if (this.#slow.size === 0) {
        this.#end?.();
        this.#end = undefined;
      }
    }
  }
}

/** In milliseconds. */
const LONG = 500;
