import { type Block, saying } from '../../plan/block.ts';
import { BULLETS } from '../../text/bullets.ts';
import { flatMapped } from '../../text/flat.ts';
import { Known } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { isBody } from '../fields/bodies.ts';
import { bracketsIn } from '../fields/brackets.ts';

/**
 * Takes the spaces out of lines that a PDF export spaced out, and the second half of those it printed twice:
 * `一 、 总 体 要 求一 、 总 体 要 求`. What it broke off a line printed twice (`见见`) goes back to its end.
 */
export function withoutSpacing(lines: readonly Block[]): Block[] {
  const found: Block[] = [];
  let doubled = false;
  for (const line of lines) {
    const last = found.at(-1);
    if (isSpacedOut(line)) {
      const kept = indexesWithoutSpaces(line.text);
      const once = firstHalf(line.text, kept);
      doubled = once !== undefined;
      found.push(picked(line, once ?? kept));
      continue;
    }
    const rest =
      doubled && line.text.length <= 8 ? firstHalf(line.text, indexesWithoutSpaces(line.text)) : undefined;
    if (rest && last?.offsets) {
      const end = picked(line, rest);
      found[found.length - 1] = {
        text: last.text + end.text,
        raw: last.raw + end.raw,
        known: new Known(),
        span: { start: last.span.start, end: end.span.end },
        offsets: [...last.offsets, ...(end.offsets ?? [])],
      };
    } else found.push(line);
    doubled = false;
  }
  return found;
}

/**
 * Takes the spaces from between the letters of names, labels and verbs in the brackets of a paragraph, and behind the
 * label that it begins with: `（ 责 任 单 位：县 水 利 局）`. `安 平`, which is too short to tell, keeps them.
 */
export function withoutLetterSpacing(block: Block): Block {
  if (!hasApart(block)) return block;
  const { text } = block;
  const stretches = OWN_LABEL.test(text)
    ? [{ from: 0, to: text.length }]
    : bracketsIn(text).map(({ from, to }) => ({ from, to }));
  const spaces = new Set(flatMapped(stretches, ({ from, to }) => letterSpaces(text, from, to)));
  if (spaces.size === 0) return block;
  const kept: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (!spaces.has(i)) kept.push(i);
  return {
    text: kept.map((i) => text[i]).join(''),
    raw: kept.map((i) => block.raw[i]).join(''),
    known: new Known(),
    span: block.span,
    offsets: kept.map((i) => block.offsets?.[i] ?? block.span.start + i),
  };
}

/** Where spaces stand between the letters of what is a word once they are gone. */
function letterSpaces(text: string, from: number, to: number): number[] {
  return flatMapped(matchesIn(text.slice(from, to), RUN), ({ 0: run, index }) => {
    const tokens = run.split(/ +/u);
    const single = tokens.filter((token) => token.length === 1).length;
    const word = tokens.join('');
    const means = isBody(word) || WORDS.test(word) || text[from + index + run.length] === ':';
    if (single * 3 < tokens.length * 2 || !means) return [];
    return matchesIn(run, / /gu).map((space) => from + index + space.index);
  });
}

/** Three characters, each apart. */
const LETTERS = /[々〇㐀-鿿𠀀-𲎯] {1,2}[々〇㐀-鿿𠀀-𲎯] {1,2}[々〇㐀-鿿𠀀-𲎯]/u;
const hasApart = saying(LETTERS);
/** Words of one or two characters with spaces between; a line break may have brought two together. */
const RUN =
  /(?<![々〇㐀-鿿𠀀-𲎯])[々〇㐀-鿿𠀀-𲎯]{1,2}(?: {1,2}[々〇㐀-鿿𠀀-𲎯]{1,2}(?![々〇㐀-鿿𠀀-𲎯])){2,40}/gu;
const WORDS = /(?:负责|牵头|配合|落实|参与|分工|职责|部门|单位|政府|完成|推进|年|月|日)$/u;
const OWN_LABEL = new RegExp(
  `^[\\s${BULLETS}]{0,8}[【[]?(?:牵 ?头|责 ?任|配 ?合|完 ?成|主 ?办|承 ?办|协 ?办|落 ?实)[々〇㐀-鿿𠀀-𲎯 ]{2,12}[】\\]]? ?:`,
  'u',
);
/** `一 、 总 体 要 求`, `2026 年 巡 河 方 案`, `工 作 要 点` */
const SPACED_OUT =
  /^(?:(?:20\d\d(?= 年)|\S)(?: {1,4}(?:20\d\d(?= 年)|\S{1,2})){4,}|(?:[々〇㐀-鿿𠀀-𲎯] {1,4}){2}(?:要 {1,4}点|方 {1,4}案|计 {1,4}划|意 {1,4}见))$/u;
const isSpacedOut = saying(SPACED_OUT);

function indexesWithoutSpaces(text: string): number[] {
  const kept: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (text[i] !== ' ') kept.push(i);
  return kept;
}

/** The first half of the characters at `kept`, if the second says the same. */
function firstHalf(text: string, kept: readonly number[]): readonly number[] | undefined {
  const half = kept.length / 2;
  if (!Number.isInteger(half) || half === 0) return undefined;
  for (let i = 0; i < half; i += 1) if (text[kept[i] ?? 0] !== text[kept[half + i] ?? 0]) return undefined;
  return kept.slice(0, half);
}

function picked(line: Block, kept: readonly number[]): Block {
  return {
    text: kept.map((i) => line.text[i]).join(''),
    raw: kept.map((i) => line.raw[i]).join(''),
    known: new Known(),
    span: line.span,
    offsets: kept.map((i) => line.span.start + i),
  };
}
