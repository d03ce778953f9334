import type { Finding } from '../lint/finding.ts';
import { fixAll } from '../lint/fix.ts';
import type { Block } from '../plan/block.ts';
import { parse } from '../read/read.ts';
import { inOneLine } from '../text/cells.ts';
import { flatMapped } from '../text/flat.ts';

/**
 * Text from a word processor, a spreadsheet or a page as plan text: spaces, bullets and breaks that such programs put
 * in are taken out, rows of tables keep their tabs, numbers stay. `check` finds what is left, of which the safe fixes
 * are made. A text with nothing to clean comes back as it is.
 */
export function pastedAsPlan(text: string, check: (text: string) => readonly Finding[]): string {
  const ends = text.replace(LINE_END, '\n');
  const lines = cellsInOneLine(ends).split('\n').map(cleanLine);
  const whole = joinedLines(withoutGaps(withoutNumberTabs(lines)).join('\n'));
  const clean = fixAll(whole, check, new Set(['safe'])).text;
  return /\n$/u.test(ends) || clean === '' ? clean : clean.replace(/\n$/u, '');
}

/** Of any kind; a word processor has one for breaks inside of paragraphs, another for pages. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** `甲⇥"教育局⏎财政局"⇥6月`: a spreadsheet puts cells of several lines into quotes. */
function cellsInOneLine(text: string): string {
  if (!text.includes('\t')) return text;
  return text.replace(
    QUOTED_CELL,
    (_, before: string, cell: string) => before + inOneLine(cell.replace(/""/gu, '"')),
  );
}

const QUOTED_CELL = /(^|[\t\n])"((?:[^"]|""){1,4000})"(?=[\t\n]|$)/gu;

function cleanLine(line: string): string {
  const plain = line
    .replace(UNSEEN, '')
    .replace(SPACE, ' ')
    .replace(BULLET, '$<indent>•')
    .replace(IN_DATE, '')
    .replace(AT_DIGITS, '')
    .replace(AT_MARK, '')
    .replace(BEHIND_NUMBER, '$<number>');
  // An indent of full-width spaces is one of the genre; any other is of the page.
  return plain.replace(/^ +(?![ \t])/u, '').replace(/(?<![ \u3000])[ \u3000]+$/u, '');
}

/** Soft hyphens, zero width, marks of direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
/** No-break, thin and other spaces, but not the full-width one, which is an indent. */
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/gu;
/** U+F0B7 and the rest of the symbol fonts, and the letters that stand for their signs, at the head of a line. */
const BULLET =
  /^(?<indent>\s{0,8})[\uF06C\uF06E\uF075\uF076\uF0A7\uF0A8\uF0B2\uF0B7\uF0D8\uF0E8\uF0FC\u25CF\u2022]\s*(?=\S)/u;
/** `2026 年 9 月 30 日` */
const IN_DATE = /(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)/gu;
/** `全年 310 人次`, between Han and a number that counts something. */
const AT_DIGITS =
  /(?<=\d) +(?=[号时名人所个项次元万亿件处家套门节级类条期届周天倍余多])|(?<=[々〇㐀-鿿、，]) +(?=[\d.]{1,8} ?[%％年月日号时名人所个项次元万亿件处家套门节级类条期届周天倍余多])/gu;
/** `“ 名师 ”`, `整修 “名师”`, `学校 ，`, `办公室、 人事科` */
const AT_MARK =
  /(?<=[々〇㐀-鿿]) +(?=[“‘《〈（〔【])|(?<=[”’》〉）〕】]) +(?=[々〇㐀-鿿])|(?<=[“‘《〈（〔【]) +|(?<=\S) +(?=[”’》〉）〕】，。；：、！？])|(?<=[，。；：、！？]) +(?=[々〇㐀-鿿“《（\d])/gu;
/** `一、 总体要求`, `（一） 目标`; what stands behind `1.` may be the document's way. */
const BEHIND_NUMBER =
  /^(?<number>\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])) +/u;

/** `1.⇥加强教研`: an automatic number and the gap behind it; in the rows of a table the tabs part cells. */
function withoutNumberTabs(lines: readonly string[]): readonly string[] {
  const isRow = (line: string | undefined) =>
    line !== undefined && !NUMBER_TAB.test(line) && line.includes('\t');
  return lines.map((line, i) => {
    const rest = line.replace(NUMBER_TAB, '$<number>');
    return rest.includes('\t') || isRow(lines[i - 1]) || isRow(lines[i + 1]) ? line : rest;
  });
}

/** `1.⇥`, `（一）⇥`, `•⇥` */
const NUMBER_TAB =
  /^(?<number>\s{0,8}(?:\d{1,3}[.．、)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节条]|[①-⑳•])) *\t+ */u;

/** A page has an empty line behind each paragraph. */
function withoutGaps(lines: readonly string[]): readonly string[] {
  const full = lines.filter((line) => line.trim() !== '').length;
  const gaps = lines.filter((line, i) => line.trim() === '' && lines[i + 1]?.trim() !== '').length;
  const all = gaps * 2 >= full && full > 2;
  return flatMapped(lines, (line, i) => {
    if (line.trim() !== '') return line;
    const last = i === lines.length - 1;
    return last ? '' : all || lines[i - 1]?.trim() === '' ? [] : '';
  });
}

/** Sentences that were broken in the middle, and rows whose cells came one a line, as they are read: each in one line. */
function joinedLines(text: string): string {
  const { blocks } = parse(text);
  const parts: string[] = [];
  let from = 0;
  for (const block of blocks) {
    if (block.span.start < from || !isBroken(block, text)) continue;
    parts.push(text.slice(from, block.span.start), block.raw);
    from = block.span.end;
  }
  return softlyJoined(parts.join('') + text.slice(from));
}

/** Whether a paragraph stands in several lines, every character of it in its place. */
function isBroken({ span, offsets, raw }: Block, text: string): boolean {
  if (!offsets || !text.slice(span.start, span.end).includes('\n')) return false;
  const letters = (words: string) => words.replace(/\s+/gu, '');
  return letters(raw) === letters(text.slice(span.start, span.end));
}

/** A line that ends in the middle of a sentence, where the next begins with none of what begins one. */
function softlyJoined(text: string): string {
  const lines = text.split('\n');
  const found: string[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last !== undefined && isCut(last, line)) found[found.length - 1] = last + line;
    else found.push(line);
  }
  return found.join('\n');
}

function isCut(line: string, next: string): boolean {
  if (next.trim() === '' || /\t/u.test(line + next) || /^[\s\u3000]/u.test(next)) return false;
  return OPEN_END.test(line) && !BEGINS.test(next);
}

/** `…提高教学质量，`, `…建立健全、` : what cannot be the end of a line. */
const OPEN_END = /[，、（“《—]$/u;
/** A number, a label, a bullet. */
const BEGINS =
  /^(?:\d{1,3}[.．、)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,3}[章节条部]|[①-⑳•●—]|[々〇㐀-鿿]{2,8}[：:])/u;
