import type { Passage } from '../../plan/block.ts';
import type { Style } from '../../plan/plan.ts';
import { knowing } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';

/** The number at the head of a paragraph; offsets are into the block's text. */
export interface Mark {
  readonly style: Style;
  /** As written, without its punctuation and the space that a PDF export leaves in it. */
  readonly number: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Where the words after the number begin. */
  readonly bodyFrom: number;
}

/** The number that heads a paragraph, undefined where it has none. */
export const markOf = knowing(({ text }: Passage) => markIn(text));

/** The number at the head of folded words, undefined where they have none. */
export function markIn(text: string): Mark | undefined {
  const lead = leadOf(text);
  if (lead >= text.length) return undefined;
  const rest = lead === 0 ? text : text.slice(lead);
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    const written = match?.[1];
    if (!match || written === undefined) continue;
    const number = written.replaceAll(' ', '');
    const bodyFrom = lead + match[0].length;
    if (style === 'han' && isRange(number, rest.slice(match[0].length))) continue;
    const value = numeralValue(style === 'decimal' ? number.slice(number.lastIndexOf('.') + 1) : number) ?? 0;
    const from = lead + match[0].indexOf(written);
    return { style, number, value, from, to: from + written.length, bodyFrom };
  }
  const bare = BARE.exec(rest);
  if (bare) return { style: 'bare', number: '', value: 0, from: lead, to: lead, bodyFrom: lead };
  return undefined;
}

/** How much of a paragraph stands before its number: marks of Markdown, bullets, residue of an export. */
export function leadOf(text: string): number {
  return LEAD.exec(text)?.[0].length ?? 0;
}

/** `一、二年级`: two numbers that run on name grades or classes and head nothing. */
function isRange(number: string, rest: string): boolean {
  const next = RANGE_END.exec(rest)?.[0];
  return next !== undefined && numeralValue(next) === (numeralValue(number) ?? 0) + 1;
}

/** Whether items of this style head sections unless nothing stands below them. */
export function isSectional(style: Style): boolean {
  return SECTIONAL.has(style);
}

const SECTIONAL: ReadonlySet<Style> = new Set([
  ...([
    'part',
    'chapter',
    'division',
    'article',
    'formal',
    'han',
    'paren',
    'period',
    'office',
    'bare',
  ] as const),
]);

/** Markdown marks, list bullets, and Word bookmarks that exports leave in front of a number. */
const LEAD =
  /^(?:\s|[#*>•·●■◆▲※★☆△◇□]|-\s+(?=[\d(（*]|[一二三四五六七八九十])|\[bookmark:[^\]]{0,80}\]|\[_[A-Za-z0-9]{1,40}\])*/u;

const HAN = '(?![百千])[一二三四五六七八九十百千零〇]{1,8}';

/** Half of a number in two. */
const FIGURES = '[一二三四五六七八九十]{1,2}';

/** 壹、貳、參: the figures that sums of money are written in; folding has made one of 參 and 参. */
const FORMAL = '[壹贰貳叁参參肆伍陆陸柒捌玖拾]{1,3}';

const RANGE_END = new RegExp(`^${HAN}(?=[类级期线档]|年级|产业)`, 'u');

/** Examples: 第一部分：工作思路; 第一章 总则; 第二节 治理大气; 第三条 人才支持; 壹、目的; 一、总体要求; （二）; （二十 二）; 问题一：; 第1项：; 3.; 3\.; 3﹒; 1.2 目标; （1）; 1); ①. */
const PATTERNS: readonly (readonly [Style, RegExp])[] = [
  ['part', new RegExp(`^第(${HAN}|\\d{1,2})(?:[编篇](?!:)|部分)(?:[\\s:]+|(?=[^，,、]))`, 'u')],
  ['chapter', new RegExp(`^第(${HAN}|\\d{1,2})章(?:[\\s:]+|(?=[^，,、]))`, 'u')],
  ['division', new RegExp(`^第(${HAN}|\\d{1,2})节(?:[\\s:]+|(?=[^，,、课]))`, 'u')],
  ['article', new RegExp(`^第(${HAN}|\\d{1,2})条(?:\\s+|(?=[^,、款的第之]))`, 'u')],
  ['formal', new RegExp(`^(${FORMAL})\\s*[、.]\\s*(?=\\S)`, 'u')],
  ['han', new RegExp(`^(?:(${HAN})\\s*、\\s*)(?:\\1、\\s*)?(?!${HAN}[、和及]|${HAN}是)(?=\\S)`, 'u')],
  ['han', new RegExp(`^(${HAN})\\s*[.]\\s*(?=[^\\s\\d一二三四五六七八九十])`, 'u')],
  ['paren', new RegExp(`^[(〔\\[]\\s*(${HAN})\\s*[)〕\\]][、.]?\\s*(?=\\S)`, 'u')],
  ['paren', new RegExp(`^\\(((?=[^)]*十)${FIGURES} ${FIGURES})\\)[、.]?\\s*(?=\\S)`, 'u')],
  ['named', new RegExp(`^(?:整改)?(?:问题|任务|事项|实事)\\s*(${HAN}|\\d{1,3})\\s*[:、.]\\s*(?=\\S)`, 'u')],
  ['named', new RegExp(`^第\\s?(${HAN}|\\d{1,3})\\s?项\\s*[:、]\\s*(?=\\S)`, 'u')],
  ['paren', /^([㈠-㈩])[、.]?\s*(?=\S)/u],
  // `降至` ⏎ `1.2 万吨` is an amount.
  [
    'decimal',
    /^(\d{1,2}(?:\.\d{1,2}){1,2})(?:\s+(?!(?:[万亿]余?(?:元|家|户|亩|吨|个|株|所|名|平方米|公里|千瓦|立方米|人次)|个?百分点|平方米|公里|千瓦|公顷|[元吨亩])(?:$|[,。;、)以]))|[、](?!\d)|\.(?!\d))(?=[々〇㐀-鿿𠀀-𲎯“《(【[]|(?![KMGT]B|km|kg)[A-Z]+(?:[A-Z]|[々〇㐀-鿿𠀀-𲎯]))/u,
  ],
  // `1 . 2万人` is one number.
  ['arabic', /^(?!\d{1,3} \. \d(?!\d{3}年))(\d{1,3})\s*\\?[.、](?:\s+|(?!\d)|(?=20\d\d年))(?=\S)/u],
  ['arabic', /^([⒈-⒛])\s*(?=\S)/u],
  ['bracketed', /^[(]\s*(\d{1,3})\s*[)][、.]?\s*(?=\S)/u],
  ['bracketed', /^([⑴-⒇])[、.]?\s*(?=\S)/u],
  ['half', /^(\d{1,2})[)]\s*(?=\S)/u],
  ['circled', /^([①-⑳㉑-㉟㊱-㊿])[、.]?\s*(?=\S)/u],
];

const BARE = /^附\s{0,4}则\s*:?$/u;
