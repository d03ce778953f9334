import { type Block, matching, type Passage, spanIn } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span } from '../../text/text.ts';

/** A total beside the parts that should make it up. */
export interface Sum {
  /** Of the total and its unit. */
  readonly span: Span;
  /** Of the first part to the last. */
  readonly parts: Span;
  readonly total: number;
  readonly sum: number;
  /** `change`: the total is that of the same sorts before a change, which need not keep it. */
  readonly kind: 'whole' | 'change';
}

/** Totals of a paragraph that stand beside their parts: `299人（语文95、数学204）`, `小学8所、初中2所，共10所`. */
export function sumsIn(block: Block): readonly Sum[] {
  return [...inBrackets(block), ...listed(block), ...addedUp(block), ...among(block), ...changed(block)];
}

/** Whether a paragraph may have totals beside their parts. */
export function mayAddUp(passage: Passage): boolean {
  return [bracketsIn, listsIn, totalsIn, amongIn, changesIn].some((found) => found(passage).length > 0);
}

/** `299人(语文95、数学204)` */
function inBrackets(block: Block): Sum[] {
  return flatMapped(bracketsIn(block), (match) => {
    const { total = '', unit = '', inner = '' } = match.groups ?? {};
    const added = ADDED.exec(inner)?.groups?.parts?.split('+');
    const parts = added ?? partsOf(inner, unit);
    // Two numbers without the unit may count anything; a room or a class is no part of the rooms that there are.
    const counted =
      added !== undefined || inner.split(/[、,]/u).every((entry) => entry.trim().endsWith(unit));
    if (!parts || parts.length < (counted ? 2 : 3)) return [];
    const from = match.index + match[0].length - 1 - inner.length;
    return wholeOf(block, match.index, total, unit, { parts, from, to: from + inner.length });
  });
}

/** A whole, which begins at `index`, and its parts; nothing where one is more than it. */
function wholeOf(
  block: Block,
  index: number,
  total: string,
  unit: string,
  { parts, from, to }: { readonly parts: readonly string[]; readonly from: number; readonly to: number },
): Sum[] {
  if (parts.some((part) => Number(part) > Number(total))) return [];
  const span = spanIn(block, index, index + total.length + unit.length);
  return [
    { span, parts: spanIn(block, from, to), total: Number(total), sum: sumOf(parts), kind: 'whole' as const },
  ];
}

/** `其中:1830+3850+745` */
const ADDED = /^(?:其中:?)?(?<parts>\d{1,9}(?:\+\d{1,9}){1,20})$/u;

const BRACKET =
  /(?<![\d.第])(?<total>\d{1,9}(?:\.\d{1,4})?)(?<unit>(?![年月日号时分条款级届期])[々〇㐀-鿿𠀀-𲎯]{1,2})\((?<inner>(?:其中:)?[^()。;:]{5,300})\)/gu;
const bracketsIn = matching(BRACKET);

/** `10座：东城4座、西城6座`, `120人，分别为高中50人、初中70人`: each part with the unit, up to the stop. */
function listed(block: Block): Sum[] {
  return flatMapped(listsIn(block), (match) => {
    const { total = '', unit = '', lead = '', rest = '' } = match.groups ?? {};
    const parts = partsOf(rest, unit);
    if (!parts || parts.length < 2 || !rest.split(/[、,]/u).every((entry) => entry.trim().endsWith(unit)))
      return [];
    const from = match.index + total.length + unit.length + lead.length;
    return wholeOf(block, match.index, total, unit, { parts, from, to: from + rest.length });
  });
}

const LISTED =
  /(?<![\d.第])(?<total>\d{1,9}(?:\.\d{1,4})?)(?<unit>(?![年月日号时分条款级届期])[々〇㐀-鿿𠀀-𲎯]{1,2})(?<lead>:|,分别[为是]:?)(?<rest>[^。;:()]{5,300})(?=[。;]|$)/gu;
const listsIn = matching(LISTED);

/** The numbers of `甲95、乙50`, undefined where it is no such list; the unit may stand behind each. */
function partsOf(list: string, unit: string): readonly string[] | undefined {
  const numbers: string[] = [];
  for (const entry of list.split(/[、,]/u)) {
    const match = PART.exec(entry.trim());
    const { label = '', value = '', own = '' } = match?.groups ?? {};
    if (!match || (own !== '' && own !== unit) || SUBSET.test(label)) return undefined;
    numbers.push(value);
  }
  return numbers;
}

/** `语文95`, `A类3`; `A101` is a code. */
const PART =
  /^(?<label>[々〇㐀-鿿𠀀-𲎯A-Za-z“”]{0,13}[々〇㐀-鿿𠀀-𲎯”])(?<value>\d{1,9}(?:\.\d{1,4})?)(?<own>[々〇㐀-鿿𠀀-𲎯]{0,2})$/u;
/** 其中, 含, 增长 and the like tell that the numbers do not add up to the whole; 共 alone says the whole again. */
const SUBSET =
  /^(?:共计?|合计|总计)$|其中|含|包括|新增|增长|同比|约|超|近|至少|不少于|第|前|每|各|达|比|率|年(?!级|一贯)|月$/u;

/** Decimal numbers added without the errors of floating point. */
function sumOf(numbers: readonly string[]): number {
  return Math.round(numbers.reduce((sum, one) => sum + Number(one), 0) * 1e6) / 1e6;
}

/** `小学8所、初中2所，共10所` */
function addedUp(block: Block): Sum[] {
  return flatMapped(totalsIn(block), (match) => {
    const { lead = '', total = '', unit = '' } = match.groups ?? {};
    const before = block.text.slice(Math.max(0, match.index - 200), match.index);
    const sentence = (before.split(/[。;:()]/u).at(-1) ?? '').replace(NUMBERED, '');
    // `5000户,其中城东2100户、城西2900户,共计5000户`: parts of the same whole are all there is.
    const clause = sentence.split(`${total}${unit},其中`)[1] ?? sentence;
    const counted = partsOf(clause, unit);
    const parts = counted && withoutWhole(counted, Number(total));
    if (!parts || parts.length < 2 || clause.split(/[、,]/u).some((one) => !one.trim().endsWith(unit)))
      return [];
    const at = match.index + lead.length;
    return [
      {
        span: spanIn(block, at, at + total.length + unit.length),
        parts: spanIn(block, match.index - clause.length, match.index),
        total: Number(total),
        sum: sumOf(parts),
        kind: 'whole' as const,
      },
    ];
  });
}

/**
 * The parts alone where the whole stands before them too: `管网190公里，燃气85公里、…，合计190公里`. What is as many as the rest
 * by chance is a part, unless the total is nearer to the rest.
 */
function withoutWhole([first = '', ...rest]: readonly string[], total: number): readonly string[] {
  const all = [first, ...rest];
  const isWhole = rest.length > 1 && [total, sumOf(rest)].includes(Number(first));
  const far = (parts: readonly string[]) => Math.abs(sumOf(parts) - total);
  return isWhole && far(rest) < far(all) ? rest : all;
}

/** The number of a task, which counts nothing. */
const NUMBERED = /^\s{0,4}(?:\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、)\s{0,2}(?!\d)/u;

const TOGETHER =
  /(?<lead>[,、](?:共计|合计|总计|共))(?<total>\d{1,9}(?:\.\d{1,4})?)(?<unit>[々〇㐀-鿿𠀀-𲎯]{1,2}?)(?=[,。;、()]|$)/gu;
const totalsIn = matching(TOGETHER);

/**
 * `350人，其中小学段299人（…），初中段51人（…）`: parts of one sort that carry parts of their own make up the whole. Others may
 * leave some out, but places and stages that have nothing in common are never more: `42个，其中城关镇8个、柳河镇20个、青河镇16个`.
 */
function among(block: Block): Sum[] {
  return flatMapped(amongIn(block), (match) => {
    const { total = '', counted = '', rest = '' } = match.groups ?? {};
    const words = rest.split(/[。;]/u)[0] ?? '';
    const clause = words.replace(/\([^()]*\)/gu, '');
    const entries = clause.split(/[、,]/u).map((entry) => PART.exec(entry.trim())?.groups);
    const unit = entries[0]?.own ?? '';
    const parts = entries.filter((entry) => entry?.own === unit);
    if (unit === '' || !counted.startsWith(unit) || parts.length < 2 || parts.length !== entries.length)
      return [];
    const sum = sumOf(parts.map((part) => part?.value ?? '0'));
    // Where each part is broken down further, the parts are all there is; 其中党员30人、团员20人 are not.
    const labels = parts.map((part) => part?.label ?? '');
    const sort = labels[0]?.at(-1);
    const isWhole =
      /^[人名]$/u.test(unit) &&
      (words.match(/\([^()]*\d/gu)?.length ?? 0) >= parts.length &&
      labels.every((label) => label.at(-1) === sort);
    const isPartition = labels.every((label) => KIND.test(label)) || OTHERS.test(labels.at(-1) ?? '');
    const isMore = isPartition && parts.length > 2 && !clause.includes(',') && sum > Number(total);
    if (!isWhole && !isMore) return [];
    const from = match.index + match[0].length - rest.length;
    return [
      {
        span: spanIn(block, match.index, match.index + total.length + unit.length),
        parts: spanIn(block, from, from + words.length),
        total: Number(total),
        sum,
        kind: 'whole' as const,
      },
    ];
  });
}

const AMONG = /(?<![\d.])(?<total>\d{1,9})(?<counted>[^\d。;,()]{1,8}),其中:?(?<rest>[^。;]{5,400})/gu;
const amongIn = matching(AMONG);
/** 小学段, 城关镇: what is in one of these is in no other, as a 科技型 and 创新型 firm may be. */
const KIND = /[段镇乡村组道]$/u;
/** 普通教师, 其他: whoever is none of those before. */
const OTHERS = /^(?:普通|一般|其[他余])/u;

/** `5名研究生、39名大学优化为6名研究生、38名大学`: the same sorts before and behind a change. */
function changed(block: Block): Sum[] {
  return flatMapped(changesIn(block), (match) => {
    const { before = '', verb = '', after = '' } = match.groups ?? {};
    const [old, now] = [before, after].map((list) => matchesIn(list, COUNTED));
    const labels = (list: typeof old) => list?.map(({ groups }) => groups?.label).join();
    if (!old || !now || old.length < 2 || labels(old) !== labels(now)) return [];
    const [total, sum] = [old, now].map((list) => sumOf(list.map(({ groups }) => groups?.value ?? '0')));
    const at = match.index + before.length + verb.length;
    return [
      {
        span: spanIn(block, at, at + after.length),
        parts: spanIn(block, match.index, match.index + before.length),
        total: total ?? 0,
        sum: sum ?? 0,
        kind: 'change' as const,
      },
    ];
  });
}

const CHANGE =
  /(?<before>\d{1,6}[名人个所][々〇㐀-鿿𠀀-𲎯]{1,8}(?:、\d{1,6}[名人个所][々〇㐀-鿿𠀀-𲎯]{1,8}){1,8}?)(?<verb>优化为|调整为|转变为|变为)(?<after>\d{1,6}[名人个所][々〇㐀-鿿𠀀-𲎯]{1,8}(?:、\d{1,6}[名人个所][々〇㐀-鿿𠀀-𲎯]{1,8}){1,8})/gu;
const changesIn = matching(CHANGE);
const COUNTED = /(?<value>\d{1,6})[名人个所](?<label>[々〇㐀-鿿𠀀-𲎯]{1,8}?)(?=、|$)/gu;
