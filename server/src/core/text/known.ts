import { isAlike, type Moved } from './alike.ts';
import type { Span } from './text.ts';
import { ALL_OF_IT, ROOT, run } from './watched.ts';

/**
 * What was found out about some words, by the functions that `knowing` and `unnumbered` make. Equal words may share it; it
 * is no part of what they say, and may be lost at any time.
 */
export class Known {
  #own: Answers | undefined;
  readonly #shared: Answers;
  readonly #questions: Questions | undefined;
  /** Whether a watched run read the words themselves, outside of any function that remembers. */
  #read = false;

  /**
   * `ofLine`: it belongs to the words of a line, and is remembered with it. `unnumbered`: what is known of all words that
   * are these but for the number at their head. `questions`: given where it is noted what is asked.
   */
  constructor(
    readonly ofLine = false,
    unnumbered?: Known,
    questions?: Questions,
  ) {
    this.#questions = questions;
    this.#shared = unnumbered ? unnumbered.#shared : new Answers(questions?.shared);
  }

  /** See `knowing`. */
  static own(this: void, known: Known): Answers {
    known.#own ??= new Answers(known.#questions?.own);
    return known.#own;
  }

  /** See `unnumbered`. */
  static shared(this: void, known: Known): Answers {
    return known.#shared;
  }

  /** Whether it is noted what watched runs ask of the words. */
  get watched(): boolean {
    return this.#questions !== undefined;
  }

  /** For what is to be known of a part of the words. */
  ofPart(): Known {
    return new Known(false, undefined, this.#questions);
  }

  /** Notes that the words themselves are read. */
  touch(): void {
    if (run.depth !== ROOT) return;
    if (run.reader) run.reader.add(this, ALL_OF_IT);
    else this.#read = true;
  }

  /** Notes that a stretch of the words is read, in what was cited from them. */
  touchIn(stretch: Span): void {
    if (run.depth === ROOT) run.reader?.add(this, stretch);
  }

  /**
   * Whether all that watched runs asked of the words `before` has the same answer for the words `after`, but for where it
   * stands: so what they made of them is the same, too. What was asked of the ones counts as asked of the others.
   */
  static agree(before: Asked, after: Asked, moved: Moved): boolean {
    const [one, other] = [before.known, after.known];
    if (!one.watched || !other.watched || one.#read) return false;
    if (!OWN.agree(Known.own(one), before, after, moved) || !SHARED.agree(one.#shared, before, after, moved))
      return false;
    other.inherit(one);
    return true;
  }

  /** What was asked and read of `before` counts as asked and read of these words, too. */
  inherit(before: Known): void {
    Known.own(this).noteAll(Known.own(before));
    this.#shared.noteAll(before.#shared);
    this.#read ||= before.#read;
  }
}

/** Words that may be asked. */
interface Asked {
  readonly known: Known;
}

/** What functions that watched runs ask are given beside the words, the same for all words of one memory. */
export class Questions {
  readonly own: (readonly unknown[])[] = [];
  readonly shared: (readonly unknown[])[] = [];
}

/** By the number of the function that was asked. */
class Answers {
  list: unknown[] | undefined;
  /** The functions that watched runs asked, a bit each. */
  #asked: number[] | undefined;

  /** `more`: see `Questions`; undefined where nobody wants to know what was asked. */
  constructor(readonly more: (readonly unknown[])[] | undefined) {}

  note(at: number, more: readonly unknown[]): void {
    if (!this.more) return;
    this.#asked ??= [0, 0, 0, 0, 0, 0];
    const word = Math.floor(at / BITS);
    while (this.#asked.length <= word) this.#asked.push(0);
    this.#asked[word] = (this.#asked[word] ?? 0) | (1 << (at % BITS));
    if (more.length > 0) this.more[at] = more;
  }

  noteAll(other: Answers): void {
    if (!other.#asked) return;
    const asked = this.#asked ?? [];
    for (const [i, word] of other.#asked.entries()) asked[i] = (asked[i] ?? 0) | word;
    this.#asked = asked;
  }

  asked(): readonly number[] {
    const found: number[] = [];
    for (const [i, word] of this.#asked?.entries() ?? [])
      for (let bit = 0; bit < BITS; bit += 1) if (word & (1 << bit)) found.push(i * BITS + bit);
    return found;
  }
}

/** So many bits have room in a small number of the engine. */
const BITS = 30;

type Ask<Words, More extends readonly unknown[], Value> = (words: Words, ...more: More) => Value;

/** Makes functions that keep what they say where `answersOf` says. */
class Remembering {
  readonly #functions: Ask<never, never, unknown>[] = [];
  readonly #answersOf: (known: Known) => Answers;

  constructor(answersOf: (known: Known) => Answers) {
    this.#answersOf = answersOf;
  }

  readonly make = <Words extends Asked, Value, More extends readonly unknown[] = []>(
    compute: Ask<Words, More, Value>,
  ): Ask<Words, More, Value> => {
    const answersOf = this.#answersOf;
    const functions = this.#functions;
    let at = -1;
    const answer = (words: Words, more: More): Value => {
      // Numbered when they are first asked: what is asked of most words stands together then, in short lists.
      if (at < 0) at = functions.push(ask) - 1;
      const answers = answersOf(words.known);
      if (run.depth === ROOT) answers.note(at, more);
      const known = answers.list?.[at];
      if (known !== undefined) return (known === NOTHING ? undefined : known) as Value;
      let value: Value;
      run.depth += 1;
      try {
        value = compute(words, ...more);
      } finally {
        run.depth -= 1;
      }
      const own = kept(value);
      answers.list ??= [];
      answers.list[at] = own === undefined ? NOTHING : own;
      return own;
    };
    // Most are given nothing more, and a list of that would be made each time.
    const ask = (
      compute.length > 1
        ? (words: Words, ...more: More) => answer(words, more)
        : (words: Words) => answer(words, none())
    ) as Ask<Words, More, Value>;
    return ask;
  };

  /** See `Known.agree`. */
  agree(answers: Answers, before: Asked, after: Asked, moved: Moved): boolean {
    for (const at of answers.asked()) {
      const ask = this.#functions[at] as Ask<Asked, readonly unknown[], unknown> | undefined;
      if (!ask) return false;
      const more = answers.more?.[at] ?? NO_MORE;
      const known = answers.list?.[at];
      const one = known === undefined ? ask(before, ...more) : known === NOTHING ? undefined : known;
      const other = ask(after, ...more);
      if (!(isAgreeing(one) ? one.agree(other, after, moved) : isAlike(one, other, moved))) return false;
    }
    return true;
  }
}

/** A value as it is kept for long: lists that were put together one by one have room for sixteen more. A match is no list. */
function kept<Value>(value: Value): Value {
  if (!Array.isArray(value) || value.length > ROOMY || 'index' in value) return value;
  return (value.length === 0 ? NO_MORE : value.slice()) as Value;
}

const ROOMY = 8;
const NO_MORE: readonly unknown[] = [];

/** What a function is given that takes words, or a stretch of them, alone. */
function none<More extends readonly unknown[]>(): More {
  return NO_MORE as More;
}

/** An answer that is asked more of the same words, and tells itself whether another one answers all of it alike. */
export interface Agreeing {
  /** `other`: the answer to the same question about the words `after`; see `Known.agree`. */
  agree(other: unknown, after: never, moved: Moved): boolean;
}

function isAgreeing(
  answer: unknown,
): answer is { agree(other: unknown, after: Asked, moved: Moved): boolean } {
  return typeof answer === 'object' && answer !== null && 'agree' in answer;
}

const NOTHING = Symbol('undefined');
const OWN = new Remembering(Known.own);
const SHARED = new Remembering(Known.shared);

/**
 * A function of words alone, not of where they stand, which is asked once of all equal words that share what is known.
 * What else it is given must be the same for all of these.
 */
export const knowing = OWN.make;

/**
 * A function as `knowing` makes one, for what is the same whatever number heads the words: `3.开放操场` and `8.开放操场`
 * share its answer, so that it may say neither the number nor words that hold it.
 */
export const unnumbered = SHARED.make;

type At<Words, More extends readonly unknown[], Value> = (
  words: Words,
  from: number,
  to: number,
  ...more: More
) => Value;

/** A function as `knowing` makes one, which is asked of stretches of the words, and may be given more. */
export function knowingAt<Words extends Asked, Value, More extends readonly unknown[]>(
  compute: At<Words, More, Value>,
): At<Words, More, Value> {
  return at(OWN, compute);
}

/** The same of words whatever number heads them. */
export function unnumberedAt<Words extends Asked, Value, More extends readonly unknown[]>(
  compute: At<Words, More, Value>,
): At<Words, More, Value> {
  return at(SHARED, compute);
}

function at<Words extends Asked, Value, More extends readonly unknown[]>(
  { make }: Remembering,
  compute: At<Words, More, Value>,
): At<Words, More, Value> {
  const placesOf = make(() => new Places(compute));
  return (
    compute.length > 3
      ? (words: Words, from: number, to: number, ...more: More) => placesOf(words).ask(words, from, to, more)
      : (words: Words, from: number, to: number) => placesOf(words).ask(words, from, to, none())
  ) as At<Words, More, Value>;
}

/** What a function said of stretches of some words. */
class Places<Words, Value, More extends readonly unknown[]> implements Agreeing {
  readonly #compute: At<Words, More, Value>;
  #said: readonly Place<More, Value>[] = NOWHERE;
  #lost = false;

  constructor(compute: At<Words, More, Value>) {
    this.#compute = compute;
  }

  ask(words: Words, from: number, to: number, more: More): Value {
    for (const one of this.#said)
      if (one.from === from && one.to === to && isEach(one.more, more)) return one.value;
    let value: Value;
    run.depth += 1;
    try {
      value = this.#compute(words, from, to, ...more);
    } finally {
      run.depth -= 1;
    }
    const place = { from, to, more, value };
    if (this.#said.length === MOST_PLACES) {
      this.#said = [place];
      this.#lost = true;
    } else this.#said = this.#said.length === 0 ? [place] : [...this.#said, place];
    return value;
  }

  agree(other: unknown, after: Words, moved: Moved): boolean {
    return (
      other instanceof Places &&
      !this.#lost &&
      this.#said.every(({ from, to, more, value }) => {
        const [start, end] = [moved(from, 'start'), moved(to, 'end')];
        if (start === undefined || end === undefined) return false;
        return isAlike(value, other.ask(after, start, end, more), moved);
      })
    );
  }
}

interface Place<More, Value> {
  readonly from: number;
  readonly to: number;
  readonly more: More;
  readonly value: Value;
}

const NOWHERE: readonly never[] = [];

/** No paragraph is asked of more stretches, by a few texts that share its words. */
const MOST_PLACES = 40;

function isEach(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let i = 0; i < some.length; i += 1) if (some[i] !== others[i]) return false;
  return true;
}
