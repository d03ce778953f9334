import type { Passage } from '../../plan/block.ts';
import { plainTime, timesIn } from '../../text/dates/shapes.ts';
import { type DefaultYear, readWhen, type When } from '../../text/dates.ts';
import { unnumberedAt } from '../../text/known.ts';
import { rememberedByWords } from '../../text/memo.ts';

/** What the words of a passage from `from` to `to` say of a time. */
export interface Said {
  /** As `readWhen` reads it. */
  readonly when: When | undefined;
  /** The words as written, without spaces and line breaks. */
  readonly text: string;
}

/** Reads the time that the words of a passage from `from` to `to` name. */
export function timeIn(passage: Passage, from: number, to: number, { year, turn }: DefaultYear): Said {
  return timeAt(passage, from, to, year, turn);
}

const timeAt = unnumberedAt(
  (
    { text, raw }: Passage,
    from: number,
    to: number,
    year: DefaultYear['year'],
    turn: DefaultYear['turn'],
  ) => ({
    when: whenOf(text.slice(from, to), year, turn),
    text: raw.slice(from, to).replace(/\s+/gu, ''),
  }),
);

/** A plan names the same days again and again. */
const whenOf = rememberedByWords(
  10_000,
  (words: string, year: DefaultYear['year'], turn: DefaultYear['turn']) => readWhen(words, { year, turn }),
);

/** Whether words are a time and little more: `10月底前`, `2026年6月`, `长期坚持`. */
export function isTime(words: string): boolean {
  return timesIn(words).length > 0 || ALWAYS.test(words);
}

/** Whether words are a time, and not what is done then: `10月底前完成`, `长期推进`; not `10月建成投用`, `持续提升质量`. */
export function isDayAlone(words: string): boolean {
  const plain = plainTime(words);
  const times = timesIn(plain);
  const rest = times.reduce((left, { index, end }) => left - (end - index), plain.length);
  return times.length > 0 ? rest <= LONGEST_REST : ALWAYS.test(plain) && rest <= LONGEST_ALWAYS;
}

const LONGEST_REST = 3;
const LONGEST_ALWAYS = 5;
const ALWAYS = /^(?:全年|长期|持续|[长常]年|常态|每[年月周季])/u;

/** Whether a label of time is the title of an item and heads a sentence that names none: `1.时间安排：本计划按步骤实施，逐项推进。` */
export function headsProse(
  text: string,
  {
    role,
    label,
    from,
    valueFrom,
  }: { readonly role: string; readonly label: string; readonly from: number; readonly valueFrom: number },
): boolean {
  if (role !== 'deadline' || !/安排|计划/u.test(label) || !NUMBER.test(text.slice(0, from))) return false;
  return SENTENCE.test(text.slice(valueFrom, valueFrom + 60));
}

const NUMBER = /^[\d一二三四五六七八九十().、 ]{2,8}$/u;
const SENTENCE =
  /^(?!.*(?:\d|[一二三四五六七八九十]月|[一二三四]季度|[上下]半年|[底末内前周旬日]|学期|全年|每[年月周季]|[长近]期|持续|常态)).{6,}[,;]/u;
