/**
 * A function of an unchanging value that remembers what it said of each, for as long as the value is there: several
 * rules ask the same of one plan.
 */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** What `make` makes, made when it is first asked for: what few texts need is not made for all. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What was found out about some words, by the functions that `knowing` and `unnumbered` make. Equal words may share it; it
 * is no part of what they say, and may be lost at any time.
 */
export class Known {
  readonly #own: Answers = new Answers();
  readonly #shared: Answers;

  /**
   * `ofLine`: it belongs to the words of a line, and is remembered with it. `unnumbered`: what is known of all words that
   * are these but for the number at their head.
   */
  constructor(
    readonly ofLine = false,
    unnumbered?: Known,
  ) {
    this.#shared = unnumbered ? unnumbered.#shared : new Answers();
  }

  /** See `knowing`. */
  static own(this: void, known: Known): Answers {
    return known.#own;
  }

  /** See `unnumbered`. */
  static shared(this: void, known: Known): Answers {
    return known.#shared;
  }
}

/** By the number of the function that was asked. */
class Answers {
  list: unknown[] | undefined;
}

/** Makes functions that keep what they say where `answersOf` says. */
function remembering(answersOf: (known: Known) => Answers) {
  let functions = 0;
  return <Words extends { readonly known: Known }, Value, More extends readonly unknown[] = []>(
    compute: (words: Words, ...more: More) => Value,
  ): ((words: Words, ...more: More) => Value) => {
    const at = functions++;
    return (words, ...more) => {
      const answers = answersOf(words.known);
      const known = answers.list?.[at];
      if (known !== undefined) return (known === NOTHING ? undefined : known) as Value;
      const value = compute(words, ...more);
      // Room for all at once: it would be made anew for nearly each.
      answers.list ??= new Array(functions);
      answers.list[at] = value === undefined ? NOTHING : value;
      return value;
    };
  };
}

const NOTHING = Symbol('undefined');

/**
 * A function of words alone, not of where they stand, which is asked once of all equal words that share what is known.
 * What else it is given must be the same for all of these.
 */
export const knowing = remembering(Known.own);

/**
 * A function as `knowing` makes one, for what is the same whatever number heads the words: `3.开放操场` and `8.开放操场`
 * share its answer, so that it may say neither the number nor words that hold it.
 */
export const unnumbered = remembering(Known.shared);

/**
 * What is remembered of keys: what was asked for since it was last `thinned`, and what was asked for between the two
 * times before. A hint that can be deleted at any time.
 */
export class Recent<Value> {
  #fresh = new Map<string, Value>();
  #stale = new Map<string, Value>();
  #size = 0;

  /** What `make` makes of a key, which is made once as long as it is remembered. */
  of(key: string, make: (key: string) => Value): Value {
    const known = this.#fresh.get(key);
    if (known !== undefined) return known;
    const stale = this.#stale.get(key);
    // What a key is cut from must not live as long as it does.
    const own = copied(key);
    const value = stale ?? make(own);
    this.#fresh.set(own, value);
    this.#size += key.length;
    return value;
  }

  /** Forgets what was not asked for lately, if more than `most` characters of keys were. */
  thin(most: number): void {
    if (this.#size <= most) return;
    this.#stale = this.#fresh;
    this.#fresh = new Map();
    this.#size = 0;
  }
}

/** The same characters in a string of their own, where engines keep slices as views. */
function copied(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
