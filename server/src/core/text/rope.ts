import type { Change } from './change.ts';
import { countUpTo, lineOf, lineStartsOf } from './text.ts';

/** A long text in parts, of which a change makes only those anew that it touches: it costs no copy of the whole. */
export class Rope {
  readonly #parts: readonly string[];
  /** Where each part begins. */
  readonly #starts: readonly number[];
  readonly length: number;
  #text: string | undefined;
  #lineStarts: readonly number[] | undefined;

  private constructor(parts: readonly string[]) {
    let length = 0;
    this.#parts = parts;
    this.#starts = parts.map((part) => {
      const start = length;
      length += part.length;
      return start;
    });
    this.length = length;
  }

  static of(text: string): Rope {
    const rope = new Rope(partsOf(text));
    rope.#text = text;
    return rope;
  }

  /** All of it in one string, which is made when it is first asked for. */
  get text(): string {
    this.#text ??= this.#parts.join('');
    return this.#text;
  }

  /** See `lineStartsOf`. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** As `String.prototype.slice`, of offsets from 0 to the length. */
  slice(start: number, end: number): string {
    if (this.#text !== undefined) return this.#text.slice(start, end);
    if (start >= end) return '';
    const [first, last] = [this.#partAt(start), this.#partAt(end)];
    const words = this.#parts.slice(first, last + 1).join('');
    const from = this.#starts[first] ?? 0;
    return words.slice(start - from, end - from);
  }

  /** The text after a change. */
  with(change: Change): Rope {
    const { start, end, words } = change;
    const [first, last] = [this.#partAt(start), this.#partAt(end)];
    const before = (this.#parts[first] ?? '').slice(0, start - (this.#starts[first] ?? 0));
    const after = (this.#parts[last] ?? '').slice(end - (this.#starts[last] ?? 0));
    const changed = partsOf(before + words + after);
    const now = new Rope([...this.#parts.slice(0, first), ...changed, ...this.#parts.slice(last + 1)]);
    if (this.#lineStarts && this.#isInLine(change)) now.#lineStarts = shifted(this.#lineStarts, change);
    return now;
  }

  isEqual(other: Rope): boolean {
    if (this.length !== other.length) return false;
    const [parts, others] = [this.#parts, other.#parts];
    // Parts may be cut otherwise where one of the texts was changed.
    let [i, k, from, at] = [0, 0, 0, 0];
    while (i < parts.length && k < others.length) {
      const [one = '', two = ''] = [parts[i], others[k]];
      const length = Math.min(one.length - from, two.length - at);
      if (one.slice(from, from + length) !== two.slice(at, at + length)) return false;
      from += length;
      at += length;
      if (from === one.length) [i, from] = [i + 1, 0];
      if (at === two.length) [k, at] = [k + 1, 0];
    }
    return true;
  }

  /** The last part that begins at an offset or before it. */
  #partAt(offset: number): number {
    return Math.max(0, countUpTo(this.#starts, offset, (start) => start) - 1);
  }

  /** Whether a change neither makes nor breaks a line end. */
  #isInLine({ start, end, words }: Change): boolean {
    if (/[\r\n]/u.test(words) || this.slice(Math.max(0, start - 1), start) === '\r') return false;
    return lineOf(this.lineStarts, start) === lineOf(this.lineStarts, end);
  }
}

/** So long that a text has few parts, so short that making one anew costs next to nothing. */
const LENGTH = 4096;

/** The parts of some text; what is not much longer than one is one. */
function partsOf(text: string): string[] {
  if (text.length <= 2 * LENGTH) return [text];
  return Array.from({ length: Math.ceil(text.length / LENGTH) }, (_, i) =>
    text.slice(i * LENGTH, (i + 1) * LENGTH),
  );
}

function shifted(lineStarts: readonly number[], { start, end, words }: Change): readonly number[] {
  const by = words.length - (end - start);
  return lineStarts.map((line) => (line > start ? line + by : line));
}
