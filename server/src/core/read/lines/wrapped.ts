import { type Block, joined, type Passage } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';
import { isTitle } from '../frame/title.ts';
import { lastLines } from './open.ts';
import { nextLines, pageLines } from './pages.ts';

/** Joins the lines of a text that was wrapped at a fixed width; undefined where the text was not. */
export function joinWrapped(folded: string, lines: readonly Block[]): readonly Block[] | undefined {
  const width = wrapWidth(lines);
  if (width === undefined) return undefined;
  const { indents, indented } = indentsOf(folded, lines, marginOf(folded, lines));
  const groups: Block[][] = [];
  const pages = pageLines(lines);
  const bracketEnds = lastLines(lines, nextLines(lines, pages));
  let held = 0;
  let previous: Block | undefined;
  for (const [i, line] of lines.entries()) {
    if (pages.has(line)) continue;
    const open = groups.at(-1);
    const inBracket = i <= held;
    held = Math.max(held, bracketEnds[i] ?? i);
    if (isRow(line) || (previous && isRow(previous))) {
      groups.push([line]);
      previous = line;
      continue;
    }
    if (open && inBracket) {
      open.push(line);
      previous = line;
      continue;
    }
    const starts = (indented && indents.has(line)) || STARTS_PARAGRAPH.test(line.text);
    const alone = line.offsets !== undefined || previous?.offsets !== undefined;
    const ended = !previous || endsParagraph(previous, width, indented);
    const underHeading = indented && open?.length === 1 && HEADING_ALONE.test(previous?.text ?? '');
    const underTitle = groups.length <= TITLE_LINES && PREAMBLE.test(line.text) && isTitleOver(open);
    if (open && !starts && !alone && !ended && !underHeading && !underTitle) open.push(line);
    else groups.push([line]);
    previous = line;
  }
  return groups.map(joined);
}

/** Whether lines are the title of a text, which may be as wide as what is wrapped below it. */
function isTitleOver(lines: readonly Block[] | undefined): boolean {
  return lines !== undefined && isTitle(lines.map(({ text }) => text).join(''));
}

/** Among so many paragraphs stands the title. */
const TITLE_LINES = 4;
/** How the sentence below a title begins: `为深入贯彻…`, `根据…`. */
const PREAMBLE = /^(?:为|根据|按照|依据|结合)/u;

/** Whether a line has cells; one tab alone may stand behind a number. Rows of a table are not wrapped like the text around it. */
export const isRow = unnumbered(({ text }: Passage) => {
  if (text.includes('\t')) return !NUMBER_AND_TAB.test(text);
  return text.includes('|') && BARS.test(text);
});

/** `1.⇥改造食堂` */
const NUMBER_AND_TAB = /^[^\t]{1,6}[.、)]\s?\t[^\t]*$/u;
const BARS = /\|[^|]*\|/u;

/** Where paragraphs are indented, a line may end one anywhere; what follows a very short one goes on with none. */
function endsParagraph(line: Block, width: number, indented: boolean): boolean {
  const own = wrappedIn(line);
  return indented ? own.width < width * 0.6 : own.width < width - 3 || '。!?'.includes(own.last);
}

/** The width at which the lines were wrapped, in full-width characters; undefined where they were not. */
function wrapWidth(lines: readonly Block[]): number | undefined {
  if (lines.length < 24) return undefined;
  const plain = lines.some(isRow) ? lines.filter((line) => !isRow(line)) : lines;
  if (plain.length < 24) return undefined;
  // Where most lines are wider than any that was wrapped, their widths need not be known.
  const counted = plain.filter((line) => breadthOf(line) !== 'none');
  const narrow = counted.filter((line) => breadthOf(line) === 'narrow').length;
  if (narrow <= Math.floor(counted.length * 0.9)) return undefined;
  // Nor where most lines end a sentence.
  if (counted.filter(isOpen).length < counted.length * 0.4) return undefined;
  const wrapped = counted.map(wrappedIn);
  const widths = wrapped.map((one) => one.width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (width < 18 || width > WIDEST) return undefined;
  const broken = wrapped.filter((one) => one.width >= width - 3 && !STOPS.includes(one.last)).length;
  return broken >= wrapped.length * 0.4 ? width : undefined;
}

/** A line without who is to do it and by when: that is often written behind what was wrapped before, and wraps nothing. */
export const wrappedIn = unnumbered((passage: Passage) => {
  const { text } = passage;
  if (!ADDED_END.includes(text.at(-1) ?? ' ')) return { last: text.at(-1) ?? '', width: widthOf(passage) };
  const wrapped = text.replace(ADDED, '');
  return { last: wrapped.at(-1) ?? '', width: widthIn(wrapped) };
});

/** Whether a line is wider than any that was wrapped; `none` for one that does not count. */
const breadthOf = unnumbered((passage: Passage): 'none' | 'narrow' | 'wide' => {
  const { last, width } = wrappedIn(passage);
  return last === '' ? 'none' : width > WIDEST ? 'wide' : 'narrow';
});

/** Whether a line stops within a sentence. */
const isOpen = unnumbered((passage: Passage) => !STOPS.includes(wrappedIn(passage).last));
const STOPS = '。;:!?';

/** Of lines that are wrapped at a fixed width, in full-width characters. */
export const WIDEST = 50;

const ADDED_END = ')〕】]:';
/** `…。（责任单位：甲科）`, `完成时限：` */
const ADDED = /[(〔【[][々〇㐀-鿿𠀀-𲎯]{2,8}:[^()〔〕【】[\]]{0,200}[)〕】\]]$|^[々〇㐀-鿿𠀀-𲎯]{2,8}:$/u;

/** How wide a line is, in full-width characters. */
export const widthOf = unnumbered(({ text }: Passage) => widthIn(text));

/** How wide words are, in full-width characters. */
export function widthIn(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    // Folding made full-width marks narrow; they were full-width in the document.
    width +=
      (code >= 48 && code <= 57) || (code >= 65 && code <= 122) || code === 32 || code === 46 ? 0.5 : 1;
  }
  return width;
}

/** The lines with more than `margin` spaces before them, and whether these begin the paragraphs of the text. */
export function indentsOf(
  folded: string,
  lines: readonly Block[],
  margin = 0,
): { readonly indents: ReadonlySet<Block>; readonly indented: boolean } {
  const indents = new Set(
    lines.filter(({ span }) => span.start > margin && isBlank(folded, span.start - 1 - margin, span.start)),
  );
  return { indents, indented: indents.size >= lines.length / 40 };
}

/** The spaces that nearly all lines of a text begin with that was wrapped, as where a page is printed with its margin. */
function marginOf(folded: string, lines: readonly Block[]): number {
  const { indents } = indentsOf(folded, lines);
  if (indents.size < lines.length * NEARLY) return 0;
  const margins = lines.map(({ span }) => {
    let spaces = 0;
    while (folded[span.start - 1 - spaces] === ' ') spaces += 1;
    return spaces;
  });
  return margins.sort((a, b) => b - a)[Math.ceil(lines.length * NEARLY) - 1] ?? 0;
}

const NEARLY = 0.9;

function isBlank(folded: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (folded[i] !== ' ') return false;
  return true;
}

export const STARTS_PARAGRAPH =
  /^(?:[一二三四五六七八九十百]{1,4}、|\( ?[一二三四五六七八九十百]{1,4}(?: [一二三四五六七八九十]{1,2})? ?\)|第[一二三四五六七八九十百]{1,4}[章节条]|\d{1,3}\s?(?:[.、](?!\d)|\.(?=\d{1,2}月(?:[底初]?[前起至,、:]|份|[上中下]旬|\d)))|\( ?\d{1,2} ?\)|[①-⑳]|——|--|附件|专栏|索\s*引\s*号|主\s*题\s*分|发\s*文\s*[机字]|成\s*文\s*日|[★☆▲△※●■◆•·*]? ?[【[]?(?:牵头|责任|配合|完成|主办|承办|协办|参与|落实)[々〇㐀-鿿𠀀-𲎯]{2,6}(?:[】\]]|:)|【[^【】]{2,14}】\s*$)/u;
const HEADING_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}、|\( ?[一二三四五六七八九十]{1,3} ?\))[^。,]{2,40}。?$/u;
