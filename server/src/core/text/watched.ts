import type { Mover } from './change.ts';
import type { Span } from './text.ts';

/**
 * What is noted while a text is read or checked: which functions that remember are asked of its words, and which words are
 * read otherwise. So it can be told what a change of some words means, without doing all again.
 */
export const run: {
  /** How many functions that remember are at work within each other; far below `ROOT` where nobody watches. */
  depth: number;
  /** Who is to know that words are read, if not these themselves. */
  reader: Reads | undefined;
} = { depth: Number.MIN_SAFE_INTEGER, reader: undefined };

/** So many are remembered until all is read again. */
const MOST_PASSED = 60;

/** The depth of a watched run outside of all functions that remember. */
export const ROOT = 0;

/** Words folded, and as written. */
interface Written {
  readonly text: string;
  readonly raw: string;
}

type Holds = (words: Written) => boolean;

/** Which words something read themselves, beside what it asked of functions that remember. */
export class Reads {
  /** Whether it read the text at large. */
  all = false;
  /** Stretches of words that it read. */
  readonly #words: Map<object, Span[]>;
  /** The same of words that took the place of others. */
  readonly #passed: ReadonlyMap<object, readonly Span[]>;
  readonly parts = new Set<Reads>();
  readonly #absent: Holds[];
  /** What it judged of the text as a whole, which then was not read otherwise. */
  readonly #judged: { readonly judge: (whole: never) => unknown; readonly value: unknown }[];

  /** `before`: what was read before a change, after which it is the same but for the words of `passed`. */
  constructor(before?: Reads, passed: ReadonlyMap<object, readonly Span[]> = new Map()) {
    this.#words = before ? before.#words : new Map();
    this.#passed = passed;
    this.#absent = before ? before.#absent : [];
    this.#judged = before ? before.#judged : [];
    this.all = before?.all ?? false;
  }

  get isEmpty(): boolean {
    return !this.all && this.#words.size + this.parts.size + this.#absent.length + this.#judged.length === 0;
  }

  add(known: object, stretch: Span): void {
    const stretches = this.#words.get(known);
    if (stretches) stretches.push(stretch);
    else this.#words.set(known, [stretch]);
  }

  /** Whether it read of the words `known` what a change of them touches; after very many changes that is not told apart. */
  has(known: object, mover: Mover): boolean {
    if (this.all || this.#passed.size > MOST_PASSED) return true;
    if (this.parts.size > 0 && [...this.parts].some((part) => part.has(known, mover))) return true;
    return this.#stretchesOf(known).some((stretch) => mover.stretch(stretch) === undefined);
  }

  /** Notes that no words of the text hold what it looked for. */
  absent(holds: Holds): void {
    this.#absent.push(holds);
  }

  /** Whether words hold what no words held before. */
  finds(words: Written): boolean {
    return this.#absent.some((holds) => holds(words)) || [...this.parts].some((part) => part.finds(words));
  }

  judged(judge: (whole: never) => unknown, value: unknown): void {
    this.#judged.push({ judge, value });
  }

  /** Whether what was judged of the text is judged so of `whole`, too. `said`: what is known of that already. */
  stands(whole: object, said: Map<unknown, unknown>): boolean {
    for (const { judge, value } of this.#judged) {
      if (!said.has(judge)) said.set(judge, judge(whole as never));
      if (said.get(judge) !== value) return false;
    }
    return this.parts.size === 0 || [...this.parts].every((part) => part.stands(whole, said));
  }

  /**
   * The same after a change: of the words `after` it that was read which was read of those before, where the change does
   * not touch it. `made`: what was made so of others, which may be parts of several.
   */
  passed(before: object, after: object, mover: Mover, made: Map<Reads, Reads>): Reads {
    const known = made.get(this);
    if (known) return known;
    const parts = [...this.parts].map((part) => part.passed(before, after, mover, made));
    const moved = this.#stretchesOf(before).map((stretch) => mover.stretch(stretch) ?? stretch);
    let now: Reads = this;
    if (moved.length > 0 || parts.some((part) => !this.parts.has(part))) {
      const there = this.#passed.get(after) ?? [];
      now = new Reads(
        this,
        moved.length > 0 ? new Map(this.#passed).set(after, [...there, ...moved]) : this.#passed,
      );
      for (const part of parts) now.parts.add(part);
    }
    made.set(this, now);
    return now;
  }

  #stretchesOf(known: object): readonly Span[] {
    const [read, passed] = [this.#words.get(known), this.#passed.get(known)];
    return read && passed ? [...read, ...passed] : (read ?? passed ?? NO_STRETCHES);
  }
}

const NO_STRETCHES: readonly Span[] = [];

/**
 * Runs something that makes what it makes of the answers of functions that remember: they are noted with the words that
 * are asked, and so is it where words themselves are read.
 */
export function watched<T>(work: () => T): T {
  const before = run.depth;
  run.depth = ROOT;
  try {
    return work();
  } finally {
    run.depth = before;
  }
}

/** Runs a part of a watched run and tells which words it reads themselves, which are not noted with these then. */
export function readsOf(work: () => void): Reads {
  const before = run.reader;
  const mine = new Reads();
  run.reader = mine;
  try {
    work();
  } finally {
    run.reader = before;
  }
  return mine;
}

/**
 * A function of a text as a whole, of which it reads no words, but how long they are, say: it is judged anew when some
 * change.
 */
export function judging<Whole extends object, Value>(
  judge: (whole: Whole) => Value,
): (whole: Whole) => Value {
  return (whole) =>
    noting((reads) => {
      const value = judge(whole);
      reads?.judged(judge, value);
      return value;
    });
}

/** Of any words. */
export const ALL_OF_IT: Span = { start: 0, end: 2 ** 30 - 1 };

/** Notes that a text is read at large. */
export function touch(): void {
  if (run.depth === ROOT && run.reader) run.reader.all = true;
}

/**
 * Runs what reads a text, for whom this is not noted as reading it at large: it says itself what it reads, if anybody wants
 * to know.
 */
export function noting<T>(read: (note: Reads | undefined) => T): T {
  const before = run.reader;
  if (!before) return read(undefined);
  run.reader = undefined;
  try {
    return read(run.depth === ROOT ? before : undefined);
  } finally {
    run.reader = before;
  }
}
