import { watched } from './watched.ts';

/** Work that can be left between two of its steps, to be gone on with later. Each step is a watched run. */
export class Steps<Value extends object> {
  readonly #begin: () => Iterator<undefined, Value>;
  #steps: Iterator<undefined, Value> | undefined;
  #value: Value | undefined;

  constructor(begin: () => Iterator<undefined, Value>) {
    this.#begin = begin;
  }

  /** Goes on until `isOver` says to stop; whether all is done then. */
  goOn(isOver: () => boolean): boolean {
    while (!this.#step()) if (isOver()) return false;
    return true;
  }

  /** What comes of it when all is done. */
  get value(): Value {
    for (;;) {
      const value = this.#step();
      if (value) return value;
    }
  }

  /** What comes of it, if that was the last step. Who fails begins anew the next time. */
  #step(): Value | undefined {
    if (this.#value) return this.#value;
    const steps = this.#steps ?? this.#begin();
    this.#steps = undefined;
    const { done, value } = watched(() => steps.next());
    if (done) this.#value = value;
    else this.#steps = steps;
    return this.#value;
  }
}
