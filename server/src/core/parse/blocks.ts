import { numeralValue } from '../numerals.ts';
import type { Span } from '../text.ts';

/**
 * A paragraph: one line, several that a PDF export wrapped, or a part of a line in which a whole hierarchy runs on.
 * `text` is folded and has no line breaks.
 */
export interface Block {
  readonly text: string;
  /** In the plan's text, from the first to the last character that is no space. */
  readonly span: Span;
  /** Offset in the plan's text of every character of `text`; undefined where that is `span.start` + index. */
  readonly offsets: readonly number[] | undefined;
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

/** The words of a stretch as written, without the line breaks and the letter-spacing of a wrapped text. */
export function wordsIn(block: Block, from: number, to: number, source: string): string {
  if (block.offsets)
    return block.offsets
      .slice(from, to)
      .map((offset) => source[offset])
      .join('');
  return source.slice(block.span.start + from, block.span.start + to);
}

/** A stretch of the block as a block of its own, without the spaces around it. */
export function part(block: Block, from: number, to: number): Block {
  let start = from;
  let end = to;
  while (start < end && isSpace(block.text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(block.text.charCodeAt(end - 1))) end -= 1;
  return {
    text: block.text.slice(start, end),
    span: spanIn(block, start, end),
    offsets: block.offsets?.slice(start, end),
  };
}

/** The paragraphs of a folded text, empty lines left out. */
export function blocksOf(folded: string, lineStarts: readonly number[]): readonly Block[] {
  const lines = linesOf(folded, lineStarts);
  const joined = joinWrapped(folded, lines.map(unspaced));
  return joined.flatMap((block) => (GLUABLE.test(block.text) ? unglue(block, lines.length) : [block]));
}

function linesOf(folded: string, lineStarts: readonly number[]): Block[] {
  const lines: Block[] = [];
  for (let i = 0; i < lineStarts.length; i += 1) {
    let start = lineStarts[i] ?? 0;
    let end = lineStarts[i + 1] ?? folded.length;
    while (start < end && isSpace(folded.charCodeAt(start))) start += 1;
    while (end > start && isSpace(folded.charCodeAt(end - 1))) end -= 1;
    // A comment to the linter is no part of the plan.
    if (end > start && !(folded.startsWith('<!--', start) && folded.startsWith('-->', end - 3)))
      lines.push({ text: folded.slice(start, end), span: { start, end }, offsets: undefined });
  }
  return lines;
}

/** Spaces, line ends, and the byte order mark, which may stand at the very start. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0x200b || code === 0x85;
}

/** `一 、 总 体 要 求一 、 总 体 要 求`: a heading that a PDF export spaced out and printed twice. */
const SPACED_OUT = /^\S(?: {1,4}\S{1,2}){4,}$/u;

function unspaced(line: Block): Block {
  if (!SPACED_OUT.test(line.text)) return line;
  const kept: number[] = [];
  for (let i = 0; i < line.text.length; i += 1) if (line.text[i] !== ' ') kept.push(i);
  const compact = kept.map((i) => line.text[i]).join('');
  const half = compact.length / 2;
  const once =
    Number.isInteger(half) && compact.slice(0, half) === compact.slice(half) ? kept.slice(0, half) : kept;
  return {
    text: once.map((i) => line.text[i]).join(''),
    span: line.span,
    offsets: once.map((i) => line.span.start + i),
  };
}

/** Joins the lines of a text that was wrapped at a fixed width; other texts stay as they are. */
function joinWrapped(folded: string, lines: Block[]): Block[] {
  const width = wrapWidth(lines);
  if (width === undefined) return joinOpenBrackets(lines);
  const indents = lines.filter((line) => isIndented(folded, line)).length;
  const indented = indents >= lines.length / 40;
  const groups: Block[][] = [];
  let previous: Block | undefined;
  for (const line of lines) {
    if (PAGE_NUMBER.test(line.text)) continue;
    const open = groups.at(-1);
    const starts = (indented && isIndented(folded, line)) || STARTS_PARAGRAPH.test(line.text);
    const ended = !previous || widthOf(previous.text) < width - 3 || /[。!?]$/u.test(previous.text);
    const alone = line.offsets !== undefined || previous?.offsets !== undefined;
    const continues =
      open &&
      !starts &&
      !alone &&
      (!ended || (indented && !(open.length === 1 && HEADING_ALONE.test(previous?.text ?? ''))));
    if (continues) open.push(line);
    else groups.push([line]);
    previous = line;
  }
  return groups.map(joined);
}

/** The width at which the lines were wrapped, in full-width characters; undefined where they were not. */
function wrapWidth(lines: readonly Block[]): number | undefined {
  if (lines.length < 24) return undefined;
  const widths = lines.map((line) => widthOf(line.text)).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const broken = lines.filter(
    (line) => widthOf(line.text) >= width - 3 && !/[。;:!?]$/u.test(line.text),
  ).length;
  return width >= 18 && width <= 50 && broken >= lines.length * 0.4 ? width : undefined;
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Folding made full-width marks narrow; they were full-width in the document.
    width +=
      (code >= 48 && code <= 57) || (code >= 65 && code <= 122) || code === 32 || code === 46 ? 0.5 : 1;
  }
  return width;
}

function isIndented(folded: string, line: Block): boolean {
  return line.span.start > 0 && folded[line.span.start - 1] === ' ';
}

const PAGE_NUMBER = /^(?:[-—–]\s*)?\d{1,3}(?:\s*[-—–])?$|^第\s*\d+\s*页/u;
const STARTS_PARAGRAPH =
  /^(?:[一二三四五六七八九十百]{1,4}、|\([一二三四五六七八九十百]{1,4}\)|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,3}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]|——|--|附件|专栏)/u;
const HEADING_ALONE = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。,]{2,40}。?$/u;

/** Lines as one paragraph. */
function joined(lines: readonly Block[]): Block {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || lines.length === 1)
    return first ?? { text: '', span: { start: 0, end: 0 }, offsets: undefined };
  return {
    text: lines.map((line) => line.text).join(''),
    span: { start: first.span.start, end: last.span.end },
    offsets: lines.flatMap(offsetsOf),
  };
}

function offsetsOf(block: Block): readonly number[] {
  return block.offsets ?? Array.from({ length: block.text.length }, (_, index) => block.span.start + index);
}

/** `（责任单位：甲、` ⏎ `乙）`: an owner bracket that runs over a line end belongs to one paragraph. */
function joinOpenBrackets(lines: Block[]): Block[] {
  const groups: Block[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const tail = open?.map((one) => one.text.slice(-220)).join('') ?? '';
    const continues = open && open.length < 4 && OPEN_OWNER.test(tail) && CLOSES_OWNER.test(line.text);
    if (continues) open.push(line);
    else groups.push([line]);
  }
  return groups.map(joined);
}

const CLOSES_OWNER = /^[^([〔【]{0,200}[)\]〕】]/u;
const OPEN_OWNER = /[([〔【](?:责任|牵头|配合|完成|主办|落实|承办|协办)[^()[\]〔〕【】]{0,200}$/u;

/** Two or more number marks that may stand in one line. */
const GLUABLE = /[。;:)\s\]〕】”](?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)/u;
const GLUED_MARK =
  /(?<paren>\((?<parenNumber>[一二三四五六七八九十]{1,3})\))|(?<!第)(?<han>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]、)|(?<![\d.])(?<digits>\d{1,2})\.(?!\d)| {3,}/gu;

/**
 * Cuts a line in which several headings run on (`…。（二）政府引导。…`). A mark counts where it continues the
 * numbering and follows a sentence end, a bracket, or the heading before it.
 */
function unglue(block: Block, lineCount: number): Block[] {
  const whole = lineCount <= 6 && block.text.length > 1000;
  const next = { han: 1, paren: 1, digits: 1 };
  const cuts: number[] = [];
  let marks = 0;
  for (const match of block.text.matchAll(GLUED_MARK)) {
    const at = match.index;
    const before = block.text.slice(Math.max(0, at - 1), at);
    const { han, parenNumber, digits } = match.groups ?? {};
    if (!han && !parenNumber && !digits) {
      if (whole) cuts.push(at);
      continue;
    }
    const afterEnd = at === 0 || /[。;:)!?\s\]〕】”"]/u.test(before);
    const style = han ? 'han' : parenNumber ? 'paren' : 'digits';
    const value = numeralValue(han ?? parenNumber ?? digits ?? '') ?? 0;
    const sequel = value === next[style] || (value === 1 && style !== 'han' && marks > 0);
    const underHeading = style === 'paren' && value === 1 && isHeadingBefore(block.text, cuts.at(-1), at);
    if (
      !sequel ||
      !(afterEnd || underHeading) ||
      (style === 'digits' && !whole) ||
      (marks === 0 && at > 0 && !whole)
    ) {
      continue;
    }
    next[style] = value + 1;
    if (style === 'han') next.digits = 1;
    marks += 1;
    if (at > 0) cuts.push(at);
  }
  if (cuts.length === 0) return [block];
  return [0, ...cuts]
    .map((from, i) => part(block, from, cuts[i] ?? block.text.length))
    .filter((piece) => piece.text);
}

/** Whether what stands between the last cut and `at` is a bare heading: `一、总体要求` before `（一）`. */
function isHeadingBefore(text: string, from: number | undefined, at: number): boolean {
  return /^\s*[一二三四五六七八九十]{1,3}、[^。;:,]{2,40}$/u.test(text.slice(from ?? 0, at));
}
