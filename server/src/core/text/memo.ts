import { Reads, ROOT, run } from './watched.ts';

/**
 * A function of an unchanging value that remembers what it said of each, for as long as the value is there: several
 * rules ask the same of one plan.
 */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Found<Value>>();
  return (key) => {
    const found = known.get(key);
    if (found && holds(found)) return found.value;
    const made = find(() => compute(key));
    known.set(key, made);
    return made.value;
  };
}

/** What `make` makes, made when it is first asked for: what few texts need is not made for all. */
export function once<T>(make: () => T): () => T {
  let found: Found<T> | undefined;
  return () => {
    if (!found || !holds(found)) found = find(make);
    return found.value;
  };
}

/** An object whose members are made when they are first asked for, each as `once` makes it. */
export function lazily<T extends object>(make: { readonly [Name in keyof T]: () => T[Name] }): T {
  const made = {};
  for (const [name, of] of Object.entries<() => unknown>(make))
    Object.defineProperty(made, name, { get: once(of), enumerable: true });
  return made as T;
}

/** What was computed; `seen`: in a watched run, `read`: which words were read themselves for it, if any. */
interface Found<Value> {
  readonly value: Value;
  readonly seen: boolean;
  readonly read: Reads | undefined;
}

/** Whether what was found still tells what it was found of: what was while nobody watched is found again, to see that. */
function holds<Value>({ seen, read }: Found<Value>): boolean {
  if (!seen && run.depth >= ROOT) return false;
  if (read) run.reader?.parts.add(read);
  return true;
}

function find<Value>(compute: () => Value): Found<Value> {
  const outer = run.reader;
  if (!outer) return { value: compute(), seen: run.depth >= ROOT, read: undefined };
  const inner = new Reads();
  run.reader = inner;
  try {
    const value = compute();
    return { value, seen: run.depth >= ROOT, read: inner.isEmpty ? undefined : inner };
  } finally {
    run.reader = outer;
    if (!inner.isEmpty) outer.parts.add(inner);
  }
}

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

/**
 * A function of plain values that remembers what it said of the last of them, some `most` characters, twice at most: for
 * words that stand again and again, among others each time, so that nothing can be remembered with these.
 */
export function rememberedByWords<Given extends readonly (string | number | boolean | undefined)[], Value>(
  most: number,
  compute: (...given: Given) => Value,
): (...given: Given) => Value {
  const known = new Recent<{ readonly value: Value }>();
  return (...given) => {
    known.thin(most);
    return known.of(JSON.stringify(given), () => ({ value: compute(...given) })).value;
  };
}

/** The same characters in a string of their own, where engines keep slices as views. */
function copied(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
