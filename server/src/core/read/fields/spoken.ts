import type { Passage } from '../../plan/block.ts';
import { isBody, isGroup } from './bodies.ts';
import { labelledOrSpaced } from './fields.ts';
import type { Labels } from './labels.ts';
import { namesAll, type Stated, statedIn } from './stated.ts';

/** What a paragraph says of all tasks of a part: those above it, or those below. */
export interface Spoken {
  readonly of: 'above' | 'below';
  /** Of those that have one of these numbers alone: `（1—2项责任科室：规划科）`, `（第3、5项由县工信局牵头）`. */
  readonly numbers: readonly number[] | undefined;
  readonly fields: readonly Stated[];
}

/**
 * `以上任务由县发改局牵头，11月底前完成。`, `以下任务由县民政局牵头`, `（以上任务责任科室：基教科；完成时间：12月底前）`; what is said to
 * everybody (各单位) names nobody.
 */
export function spokenIn(passage: Passage, labels: Labels): Spoken | undefined {
  const { text } = passage;
  if (!OPENS.test(text.slice(0, 6))) return undefined;
  const first = text.indexOf(',');
  const rest = first > 0 && DATED.test(text.slice(0, first)) ? text.slice(first) : '';
  const isAside = rest !== '' && !TIMED.test(rest);
  return (
    (isAside && TO_ALL.test(rest) ? undefined : saidBy(passage, text, labels)) ??
    (isAside ? saidBy(passage, text.slice(0, first), labels) : undefined)
  );
}

/** `以上任务均须于3月31日前完成`, whatever else the sentence asks for, if that is no other day. */
const DATED = /[于在].{2,20}(?:完成|办结|到位)$/u;
const TIMED = /[月年季]|完成|办结|到位/u;
/** `，各牵头单位每周五报送进展` */
const TO_ALL = /^,[并请]{0,2}各/u;

/** The same where that stands in `text`, which is all of a passage or its first clause. */
function saidBy(passage: Passage, text: string, labels: Labels): Spoken | undefined {
  const { opener = '', which = '', items, rest = '' } = SPOKEN.exec(text)?.groups ?? {};
  if (opener === '') return undefined;
  const held = { holder: { start: 0, end: text.length }, placement: 'clause' } as const;
  const end = opener.length + rest.length;
  const said = /[由于在]$/u.test(opener)
    ? statedIn(passage, opener.length, end, held)
    : (labelledOrSpaced(passage, opener.length, end, held, labels) ??
      statedIn(passage, opener.length, end, held));
  const fields = (said ?? []).filter(({ parties }) => !parties.some(({ name }) => EVERYBODY.test(name)));
  const named = namesAll(fields, ({ name, kind }) => kind === 'person' || isBody(name) || isGroup(name));
  if (fields.length === 0 || !named) return undefined;
  return {
    of: which === '以下' ? 'below' : 'above',
    numbers: items === undefined ? undefined : numbersIn(items),
    fields,
  };
}

/** `1—3`, `2、4`, `第1项、第2`: each number that is meant. */
function numbersIn(items: string): readonly number[] {
  const [first = 0, ...others] = Array.from(items.matchAll(/\d+/gu), ([digits]) => Number(digits));
  const last = others.at(-1) ?? first;
  return items.includes('、') || last < first
    ? [first, ...others]
    : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const OPENS = /^\(?(?:以[上下]|上述|(?:以上)?第?\d{1,2}[—–~至-]|第\d{1,2}[项、]|(?<=\()\d{1,2}、)/u;

const ITEMS = '(?:任务|工作|事项|内容)';

/** 以上任务, 上述各项, 以下3项重点工作; 以上 alone before 由. */
const WHICH = `(?<which>以[上下]|上述)(?:(?:各|所有|全部)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})?[项条](?:重点|主要)?${ITEMS}?|(?:各|重点|主要)?${ITEMS}|(?=均?由))`;

/** 1—2项, 第1、2项, 第1项、第3项 */
const NUMBERS = `(?:以上)?第?(?<items>\\d{1,2}(?:[—–~至-]{1,2}第?\\d{1,2}|(?:项?、第?\\d{1,2}){1,9}))项${ITEMS}?`;

/** 以下…均需…, and 以下…均由…，不再列出, add somebody to all that follows. */
const ALL = '(?:(?<!^\\(?以下.{0,12})(?:均|都|全部)|[均都](?=由))?';

const SPOKEN = new RegExp(
  `^(?<opener>\\(?(?:${WHICH}|${NUMBERS})${ALL}(?:应|须|需|要)?[由于在]?)(?<rest>(?![均都]|.*(?:不再|下同))[^。()]{2,120}?)[。;]?\\)?[。;]?$`,
  'u',
);

const EVERYBODY = /^(?:各|有关|相关|责任|成员|牵头)*(?:单位|部门|科室|处室|股室)$/u;
