import { Known, unnumbered } from '../text/known.ts';
import { matchesIn } from '../text/matches.ts';
import type { Span, Words } from '../text/text.ts';
import { countUpTo, isSpace } from '../text/text.ts';

/** Words of a text as patterns read them and as they are written: two strings of one length. */
export interface Passage {
  /** Folded, without line breaks. */
  readonly text: string;
  /** As written. */
  readonly raw: string;
  /** What was found out about these words so far. */
  readonly known: Known;
}

/** Whether a pattern is found in the text of a passage: asked once of the same words. */
export function saying(pattern: RegExp): (passage: Passage) => boolean {
  return unnumbered(({ text }: Passage) => pattern.test(text));
}

/** Every match of a global pattern in the text of a passage, which is looked through once. */
export function matching(pattern: RegExp): (passage: Passage) => readonly RegExpExecArray[] {
  return unnumbered(({ text }: Passage) => {
    const found = matchesIn(text, pattern);
    return found.length === 0 ? NONE : found;
  });
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * A paragraph: one line, several that a PDF export wrapped, or a part of a line in which a whole hierarchy runs on.
 * `text` is folded and has no line breaks.
 */
export interface Block extends Passage {
  /** In the plan's text, from the first to the last character that is no space. */
  readonly span: Span;
  /** Offset in the plan's text of every character of `text`; undefined where that is `span.start` + index. */
  readonly offsets: readonly number[] | undefined;
}

/** A paragraph that is one line, and notes where its words are read by something that does not remember what it reads. */
export class WatchedBlock implements Block {
  readonly offsets = undefined;

  constructor(
    readonly words: Passage,
    readonly span: Span,
  ) {}

  get known(): Known {
    return this.words.known;
  }

  get text(): string {
    this.words.known.touch();
    return this.words.text;
  }

  get raw(): string {
    this.words.known.touch();
    return this.words.raw;
  }
}

/**
 * Words of a block as written, for a plan to cite and not to judge by: where such words change, whoever moves the plan
 * (`moved`) cites them anew.
 */
export function cited(block: Block, from: number, to: number): string {
  return (block instanceof WatchedBlock ? block.words : block).raw.slice(from, to);
}

/** Which of some blocks in order stands at an offset: the last that begins there or before it, -1 where none does. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  return countUpTo(blocks, offset, ({ span }) => span.start) - 1;
}

/** How many characters the text of a block has. */
export function lengthOf({ offsets, span }: Block): number {
  return offsets?.length ?? span.end - span.start;
}

/** Offset in the plan's text of the character at `index` of the block's text; its length gives the block's end. */
export function offsetIn(block: Block, index: number): number {
  if (!block.offsets) return block.span.start + index;
  return index >= block.offsets.length ? block.span.end : (block.offsets[index] ?? block.span.end);
}

/** Span in the plan's text of a stretch of the block's text. */
export function spanIn(block: Block, from: number, to: number): Span {
  const start = offsetIn(block, from);
  return { start, end: to > from ? offsetIn(block, to - 1) + 1 : start };
}

/** A line from `from` to `to`, without outer spaces and the line breaks of a wrapped one. */
export function words(block: Block, from: number, to: number): Words {
  const stretch = block.text.slice(from, to);
  const start = from + (stretch.length - stretch.trimStart().length);
  const end = Math.max(start, from + stretch.trimEnd().length);
  return { span: spanIn(block, start, end), text: block.raw.slice(start, end) };
}

/** A stretch of the block as a block of its own, without the spaces around it. */
export function part(block: Block, from: number, to: number): Block {
  let start = from;
  let end = to;
  while (start < end && isSpace(block.text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(block.text.charCodeAt(end - 1))) end -= 1;
  return {
    text: block.text.slice(start, end),
    raw: block.raw.slice(start, end),
    known: start === 0 && end === block.text.length ? block.known : new Known(),
    span: spanIn(block, start, end),
    offsets: block.offsets?.slice(start, end),
  };
}

/** Lines as one paragraph. */
export function joined(lines: readonly Block[]): Block {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || lines.length === 1)
    return first ?? { text: '', raw: '', known: new Known(), span: { start: 0, end: 0 }, offsets: undefined };
  return {
    text: lines.map((line) => line.text).join(''),
    raw: lines.map((line) => line.raw).join(''),
    known: new Known(),
    span: { start: first.span.start, end: last.span.end },
    offsets: offsetsOf(lines),
  };
}

function offsetsOf(blocks: readonly Block[]): readonly number[] {
  const found: number[] = [];
  for (const { text, span, offsets } of blocks)
    for (let i = 0; i < text.length; i += 1) found.push(offsets?.[i] ?? span.start + i);
  return found;
}

/** Index of the last block that `test` holds for, -1 where none does. */
export function lastIndex(blocks: readonly Block[], test: (block: Block, index: number) => boolean): number {
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i];
    if (block && test(block, i)) return i;
  }
  return -1;
}
