import type { Moved } from './alike.ts';
import type { Span } from './text.ts';

/** A stretch of a text that others took the place of; offsets are those of the text before. */
export interface Change extends Span {
  readonly words: string;
  /** Whether what ends where it ends reaches over it then: so it is at the end of a paragraph. */
  readonly grows?: boolean;
}

/** The text after a change. */
export function withChange(text: string, { start, end, words }: Change): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** A change of a text as one of the words that begin at `start` of it. */
export function changeFrom(start: number, change: Change): Change {
  return { ...change, start: change.start - start, end: change.end - start };
}

/** A change without what it leaves as it was at its beginning and its end; `gone`: what it takes the place of. */
export function narrowed(gone: string, { start, words }: Change): Change {
  const most = Math.min(gone.length, words.length);
  let same = 0;
  while (same < most && gone[same] === words[same]) same += 1;
  let tail = 0;
  while (same + tail < most && gone.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  return {
    start: start + same,
    end: start + gone.length - tail,
    words: words.slice(same, words.length - tail),
  };
}

/**
 * Where places of a text are after a change: what ends where it begins stays, and what begins where it ends moves with what
 * stands behind it.
 */
export class Mover {
  readonly #start: number;
  readonly #end: number;
  readonly #by: number;
  /** See `Change`. */
  readonly #grows: boolean;
  /** Whether a place was asked for that the change touches: it cannot be told where it is now. */
  lost = false;

  constructor({ start, end, words, grows = false }: Change) {
    this.#start = start;
    this.#end = end;
    this.#by = words.length - (end - start);
    this.#grows = grows;
  }

  /** Where an offset is, at which something ends or else begins; undefined for one that the change touches. */
  readonly offset: Moved = (offset, side) => {
    if (side === 'end' ? this.#endsBefore(offset) : offset < this.#start) return offset;
    const behind = side === 'start' || (side === 'end' && this.#grows);
    return (behind ? offset >= this.#end : offset > this.#end) ? offset + this.#by : undefined;
  };

  /** Where a span is: itself where it stands before the change, longer or shorter where that lies inside of it. */
  span<S extends Span>(span: S): S | Span {
    const { start, end } = span;
    if (end < this.#start || (start < end && this.#endsBefore(end))) return span;
    if (start > this.#end || (start === this.#end && (start < end || this.#grows)))
      return { start: start + this.#by, end: end + this.#by };
    if (start >= this.#start || (this.#grows ? end < this.#end : end <= this.#end)) this.lost = true;
    return { start, end: end + this.#by };
  }

  /** Where a stretch of characters is that the change leaves as they are; undefined for any other. */
  stretch(span: Span): Span | undefined {
    const { start, end } = span;
    if (this.#endsBefore(end)) return span;
    return start >= this.#end ? { start: start + this.#by, end: end + this.#by } : undefined;
  }

  /** Whether the change lies inside of a span. */
  readonly inside = ({ start, end }: Span): boolean =>
    start < this.#start && (this.#end < end || (this.#grows && this.#end === end));

  /** Whether the change lies in a span or beside it: any other is not touched. */
  readonly meets = ({ start, end }: Span): boolean => end >= this.#start && start <= this.#end;

  /** Whether what ends at an offset ends before the change. */
  #endsBefore(offset: number): boolean {
    return offset < this.#start || (offset === this.#start && !(this.#grows && this.#start === this.#end));
  }

  /** What stands in a text at a span, which then cannot have changed. */
  said<W extends { readonly span: Span }>(words: W): W {
    const span = this.span(words.span);
    if (span === words.span) return words;
    if (this.inside(words.span)) this.lost = true;
    return { ...words, span };
  }

  /** A list whose members were moved: itself where none was. */
  readonly each = <T>(list: readonly T[], move: (one: T) => T): readonly T[] => {
    let moved: T[] | undefined;
    for (let i = 0; i < list.length; i += 1) {
      const one = list[i] as T;
      const now = move(one);
      if (moved) moved.push(now);
      else if (now !== one) {
        moved = list.slice(0, i);
        moved.push(now);
      }
    }
    return moved ?? list;
  };
}
