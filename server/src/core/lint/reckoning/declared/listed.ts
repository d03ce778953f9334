import { matching, type Passage } from '../../../plan/block.ts';
import { markOf } from '../../../read/outline/numbering.ts';
import { flatMapped } from '../../../text/flat.ts';
import { unnumbered } from '../../../text/known.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Declared } from './declared.ts';

/** Counts that a list in the same sentence belies: `甲、乙、丙三大工程`, `…等四项活动`, `甲、乙，以上3个项目`; spans are into the passage. */
export const listedIn = unnumbered((passage: Passage): readonly Declared[] => {
  // `一、` opens no list.
  const head = markOf(passage)?.bodyFrom ?? 0;
  const { text } = passage;
  return flatMapped(countsIn(passage), (match): readonly Declared[] => {
    const { etc, number = '', counter = '', rest = '' } = match.groups ?? {};
    const at = match.index + match[0].indexOf(number, etc?.length ?? 0);
    const declared = numeralValue(number) ?? 0;
    if (declared < 2 || declared > 30 || NO_COUNT.test(rest)) return [];
    const list = listBefore(text, head, match.index);
    if (!list) return [];
    const { least, most, last, quoted, plain, parallel } = list;
    // `在甲区、东坡和西坡两大基地`: the last two alone may be meant.
    if (last === declared) return [];
    const kinds = quoted || (KINDS.test(counter) && plain);
    // 甲、乙等5个 names some of them; 水池、泵站3个 counts pieces, not kinds.
    const tooMany = declared < least && (kinds || (etc !== undefined && plain)) && (quoted || parallel);
    // 甲、乙、丙等四大工程 closes its list; with fewer it may well leave some out.
    const closes = !etc || (least >= 3 && declared - most === 1);
    const tooFew =
      declared > most && closes && kinds && (quoted || !/\d/u.test(number)) && declared - most <= 3;
    const wrong = tooMany || tooFew;
    if (!wrong) return [];
    return [
      {
        span: { start: at, end: at + number.length + counter.length },
        declared,
        found: declared < least ? least : most,
      },
    ];
  });
});

/** Counts that point back: `，以上5个项目完成后`; spans are into the passage. */
export const pointedAt = unnumbered((passage: Passage): readonly Declared[] => {
  const { text } = passage;
  return flatMapped(backIn(passage), (match): readonly Declared[] => {
    const { number = '', counter = '' } = match.groups ?? {};
    const declared = numeralValue(number) ?? 0;
    const at = match.index + match[0].lastIndexOf(number + counter);
    const sentence =
      flat(text.slice(Math.max(0, match.index - 400), match.index))
        .split(/[。!?]/u)
        .at(-1) ?? '';
    const clause = sentence
      .split(/[,;:]/u)
      .filter((one) => one.includes('、'))
      .at(-1);
    if (!clause || declared < 2) return [];
    const all = sizeOf(sentence.replaceAll(/[,;]/gu, '、'));
    const { least } = sizeOf(clause);
    // Two alone may well be said of sentences before.
    if (least < 3 || (declared >= least && declared <= all.most)) return [];
    return [{ span: { start: at, end: at + number.length + counter.length }, declared, found: least }];
  });
});

/** `等四大`, `三大`, `两个方面`; a list stands right before it. */
const COUNT =
  /(?<=[々〇㐀-鿿𠀀-𲎯A-Za-z”)])(?<etc>等)?(?<number>[两二三四五六七八九十]{1,3}|\d{1,2})(?<counter>大(?!于|概|约|会|幅|力|球)|个|项|类|种|条|方面|支)(?<rest>.{0,4})/gu;
const countsIn = matching(COUNT);

/** Kinds are counted whole; things may be counted by the piece. */
const KINDS = /^(?:大|类|种|方面)$/u;

/** 三个月, 两个百分点, 三项以上: a quantity. */
const NO_COUNT =
  /^(?:月|小时|工作日|百分|星期|学期|学年|年度|以[上下]|左右|多|余|阶段|季度|[、。,;]|层面$|\d)/u;

const BACK =
  /(?<=[,;。])(?:以上|上述)(?<number>[两二三四五六七八九十]{1,3}|\d{1,2})(?<counter>个|项|大|类|所|处|条)/gu;
const backIn = matching(BACK);

interface List {
  /** How many the last entry joins: 2 in `丙和丁`. */
  readonly last: number;
  readonly least: number;
  readonly most: number;
  readonly quoted: boolean;
  /** Whether it is certain where the list begins: short entries, none of them counted or joined but the last. */
  readonly plain: boolean;
  /** Whether the entries are of one make; else the first may belong to what stands before the list. */
  readonly parallel: boolean;
}

/** The list that ends at `end`, back to where its clause or its quote begins; undefined where there is none. */
function listBefore(text: string, start: number, end: number): List | undefined {
  const before = text.slice(Math.max(start, end - 160), end);
  const quote = /“([^“”]{3,120})”$/u.exec(before);
  if (quote) {
    const inner = quote[1] ?? '';
    return inner.includes('、') && !/[,;。]/u.test(inner)
      ? // `“现状、目标、问题和思路”三个部分`: what is quoted may join two in one.
        { ...sizeOf(flat(inner)), least: inner.split('、').length, quoted: true, plain: true, parallel: true }
      : undefined;
  }
  const sentence =
    flat(before)
      .split(/[,;:。!?“”(《]/u)
      .at(-1) ?? '';
  // A paragraph without a number may go on with a list from the line above.
  const whole = end <= 160 && sentence.length === flat(text.slice(0, end)).length;
  const clause = start === 0 && whole && !OPENS_LIST.test(sentence) ? undefined : objectOf(sentence);
  if (clause === undefined) return undefined;
  if (!clause.includes('、') || clause.endsWith('、') || JOINED.test(clause)) return undefined;
  const entries = clause.split('、');
  const plain =
    entries.every((entry) => entry.length <= 14 && !/[\d两三四五六七八九十]/u.test(entry)) &&
    !entries.slice(0, -1).some((entry) => entry.match(JOINER));
  const lengths = entries.map((entry) => entry.trim().length);
  const parallel = Math.max(...lengths) - Math.min(...lengths) <= 1;
  return { ...sizeOf(clause), quoted: false, plain, parallel };
}

/**
 * The list at the end of a clause: what stands behind the last verb or 的 that a list may follow (`建立整体、系统的规划、建设、管理`).
 * Undefined where a list is joined (`在甲和乙两大`) or a verb may still stand in it, so that nobody knows where it begins.
 */
function objectOf(clause: string): string | undefined {
  const of = clause.lastIndexOf('的');
  const list = of >= 0 ? clause.slice(of + 1) : clause;
  const [first = '', ...more] = list.split('、');
  if (more.length === 0) return list;
  // `建设东山、西山`: the verb that opens the list is no part of its first entry.
  const verb = OPENS_LIST.exec(first);
  const entries = [verb ? first.slice(verb[0].length) : first, ...more];
  return entries.some((entry) => VERB_INSIDE.test(entry)) ? undefined : entries.join('、');
}

const OPENS_LIST =
  /^.{0,20}?(?:推进|推动|推广|建设|打造|实施|开展|围绕|聚焦|坚持|落实|完善|健全|加强|强化|深化|优化|构建|统筹|突出|抓好|做好|办好|培育|发展|形成|实现|提升|保障|巩固|支持|鼓励|举办|组织|包括|涵盖|分为|设立|在|以|从|按|由|与|和|对|把|将)(?=.{2})/u;
/** An entry that does something is a clause, and the list began before it. */
const VERB_INSIDE =
  /^(?:推进|推动|推广|实施|开展|坚持|落实|完善|健全|加强|强化|深化|优化|构建|统筹|抓好|做好|举办|鼓励)/u;

/** Least and most entries: 和 and 及 may join two, or stand in one. */
function sizeOf(list: string): Pick<List, 'last' | 'least' | 'most'> {
  const entries = list.split('、').filter((entry) => entry.trim());
  const joiners = list.match(JOINER)?.length ?? 0;
  const [left, right, ...more] = (entries.at(-1) ?? '').split(JOINER);
  // 甲甲甲、乙乙乙、丙丙丙和丁丁丁: alike on both sides, the last two are two.
  const alike = left && right && more.length === 0 && Math.abs(left.length - right.length) <= 1;
  const joined = entries.length > 1 && alike && left.length >= 3 ? 1 : 0;
  const last = (entries.at(-1) ?? '').split(JOINER).length;
  return { last, least: entries.length + joined, most: entries.length + joiners };
}

/** `高校、院所与六大领域`: what is counted is one more entry. */
const JOINED = /[和与及或对在为向]$/u;

const JOINER =
  /以及|(?<![共饱温缓总调])和(?![谐睦平])|(?<![涉普波危触顾遍])及(?!时|格|早)|(?<!参)与(?!会)|暨|并|加|兼/gu;

/** Without what stands in brackets and quotes, where 、 parts something else. */
function flat(text: string): string {
  return text
    .replaceAll(/\([^()]*\)/gu, '')
    .replaceAll(/“[^“”]*”/gu, '＊')
    .replaceAll(/《[^《》]*》/gu, '＊');
}
