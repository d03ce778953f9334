import { numeralValue } from './numerals.ts';
import type { Span } from './text.ts';

/** How exactly a time is known; `open` names none (长期坚持), `recurring` comes again (每月25日前). */
export type Precision =
  | 'day'
  | 'tenday'
  | 'month'
  | 'quarter'
  | 'half'
  | 'term'
  | 'year'
  | 'open'
  | 'recurring';

/** What of a school year (学年, September to August) a plan is for: all of it, or its first term. */
export type School = 'year' | 'term';

/** A point or stretch of time read from words; dates are ISO 8601 and inclusive. */
export interface When {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly precision: Precision;
  readonly problem: 'impossible' | 'vague' | undefined;
}

/** The year that the times of a plan leave out. */
export interface DefaultYear {
  readonly year: number | undefined;
  /** As `Plan.school`: 3月 is a month of the next year. */
  readonly school?: School | undefined;
}

/**
 * Reads a deadline (完成时限) from folded text: the first time expression in it, years left out taken from `year`.
 * Undefined where the text names no time at all.
 */
export function readWhen(folded: string, year: DefaultYear): When | undefined {
  const text = westernDigits(folded.replace(/\s+/gu, ''));
  if (/^每|^各(?:年|月|学期)|^(?:逐|按)(?:年|季|月)/u.test(text)) return plainly('recurring');
  const time = decisiveTime(text);
  const period = PERIOD.exec(text);
  if (period && (!time || period.index <= time.index)) return periodOf(period);
  if (time) return combined(text, time, year);
  if (OPEN.test(text)) return plainly('open');
  if (VAGUE.test(text)) return { ...plainly('open'), problem: 'vague' };
  return undefined;
}

/** `2026—2027学年第一学期`; `“十五五”期间`. */
const PERIOD =
  /(?<from>\d{4})[-~—–至]\d{4}学年度?(?:第?(?<half>[一二上下])学期)?|十(?<plan>[一二三四五六七八])五”?(?:时期|期间|期?末)?/u;

/** A school year or its half, or the years of a five-year plan: the fourteenth ended with 2025. */
function periodOf({ groups = {} }: RegExpExecArray): When {
  const { from, half, plan } = groups;
  if (plan) {
    const end = 2005 + 5 * (numeralValue(plan) ?? 0);
    return { ...stretch(end, 1, 12, 'year'), start: iso(end - 4, 1, 1) };
  }
  const year = Number(from);
  if (half === '一' || half === '上') return stretch(year, 9, 13, 'term');
  if (half) return stretch(year + 1, 2, 7, 'term');
  return { ...stretch(year + 1, 1, 7, 'year'), start: iso(year, 9, 1) };
}

/** The first time expression, or the last that something is to be completed by: `3月启动，6月底前完成`. */
function decisiveTime(text: string): RegExpExecArray | undefined {
  let decisive: RegExpExecArray | undefined;
  for (const match of text.matchAll(TIMES)) {
    const end = match.index + match[0].length;
    if (match[0] !== '' && (!decisive || COMPLETION.test(text.slice(end, end + 8)))) decisive = match;
  }
  return decisive;
}

/**
 * Where deadlines stand in running prose (folded text), such as `8月底前完成`: words for `readWhen`. A target year
 * (`到2025年`), a repeated date (`每月25日前`) and a date without 前 or 完成 are none.
 */
export function duesIn(folded: string): readonly Span[] {
  if (!DUE.test(folded)) return [];
  return [...folded.matchAll(PROSE_DEADLINE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** An ISO date for a date in words (`2026年3月7日`, `二〇二六年三月七日`, `2026-03-07`), undefined if it is no date. */
export function readDate(folded: string): string | undefined {
  const text = westernDigits(folded.replace(/\s+/gu, ''));
  const match = /(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})/u.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, day) ? iso(year, month, day) : undefined;
}

const OPEN = /长期|持续|常年|常态|贯穿|经常|始终|不断|按[^,;。、]{0,6}(?:进度|时序|节点)|序时/u;
const VAGUE = /尽快|适时|及时|立即|即时|抓紧|近期|尽早|早日|按时|按期/u;

/** One time expression: `2026年`? then month/day, quarter, half, school term or a year's end; 三年内 is none. */
const TIME =
  /(?:(\d{4})(?:[-~—–至](\d{4}))?(?:年度?|(?=[-./]\d{1,2}(?!\d)))|今年|本年度?|当年|(明年|次年|下年度?))?[-./]?(?:(\d{1,2})(?:(?:月份?)?[-~—–至到、](\d{1,2}))?月(?:份)?(?:(\d{1,2})[日号]|([上中下])旬|([底末])|(初))?|(?<=\d{4}[-./])(\d{1,2})(?!\d)(?:[-./](\d{1,2}))?|第?([一二三四1-4])季度?|([上下])半年|([春秋])季(?:学期)?(开学)?|(暑)[假期]|(寒)假|(学期|学年)(?:末|结束|内|底)|(年底|年末|年终|(?<![\d两几数多])年内|全年|(?<=(?:\d{4}|[今本当明次])年度?)[底末内])|(?<=年度?))/u;

const TIMES = new RegExp(TIME, 'gu');
const COMPLETION = /^[底末]?(?:之|以)?前?(?:全部|全面|基本|要|需|须)?(?:完成|办结|完工|到位|建成)/u;

/** What ends every deadline in prose. */
const DUE = /前|完成|办结|完工|到位|建成/u;

/**
 * `8月底前`, `七至八月完成`, `5月31日24时前`; not 9月前往, 上半年完成情况, 每年6月底前, or 一月完成, which may be the time
 * that something takes.
 */
const PROSE_DEADLINE =
  /(?<![每到\d至期—~-]|[每各](?:年|学年|学期) ?)(?:\d{4} ?年 ?|今年|本年|当年)?(?:(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?: ?月份?)?[-~—–至到](?:\d{1,2}|[一二三四五六七八九十]{1,2})|\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}(?= ?月 ?[份底末上中下之以前\d]|(?<=年.{1,2}) ?月)) ?月(?:份| ?\d{1,2} ?日(?:\d{1,2}[时点])?|[上中下]旬| ?[底末])?|年[底末]|[上下]半年|第?[一二三四1-4]季度末?|[春秋]季学期(?:开学)?|(?:本?学期|学年|暑假|寒假|暑期)(?:末|结束|底)?|(?<=(?<![到至])\d{4}年)[底末])(?:(?:之|以)?前(?![往后来去夕])|(?:全部|全面|基本)?(?:完成|办结|完工|到位|建成)(?!率|度|情况(?!摸底)|后(?![备勤续方])|值(?![班守])|比例(?!尺)|进度))/gu;

/** Reads the match and, where a range follows (`3月至5月`), its other end. */
function combined(text: string, match: RegExpExecArray, year: DefaultYear): When {
  const first = since(single(match, year), text.slice(0, match.index + match[0].length), match, year);
  const rest = text.slice(match.index + match[0].length);
  const range = /^(?:起)?(?:[-~—–至到]+|[、和及](?=\d{1,2}月))/u.exec(rest);
  // `9月1日—10日`
  const day = range && match[6] && /^(\d{1,2})[日号]/u.exec(rest.slice(range[0].length))?.[1];
  if (day) {
    const month = first.start?.slice(0, 7);
    if (month === undefined) return first;
    const known = readDate(`${month}-${day}`);
    return known ? { ...first, end: known } : { ...first, problem: first.problem ?? 'impossible' };
  }
  if (range) {
    const second = TIME.exec(rest.slice(range[0].length));
    if (second?.index === 0) {
      const named = second[1] === undefined && second[3] === undefined && (match[1] ?? match[3]);
      const last = single(second, named ? { year: yearOf(match, year) } : year);
      // A range that ends in September began before the school year.
      const begins =
        first.start && last.end && first.start > last.end ? single(match, { year: year.year }) : first;
      const problem = first.problem ?? last.problem;
      return { start: begins.start, end: last.end, precision: last.precision, problem };
    }
  }
  if (first.problem) return first;
  const opens = /^(?:起|以后|之后|后)/u.test(rest);
  if (opens) return { ...first, end: undefined };
  const closes = /^(?:结束|[内底末])?(?:之|以)?前|^[底末内]/u.test(rest) || /[底末内]$/u.test(match[0]);
  if (!closes) return first;
  const before = /^(?:之|以)?前/u.test(rest) && (match[15] !== undefined || match[16] !== undefined);
  return { ...first, start: undefined, end: before && first.start ? dayBefore(first.start) : first.end };
}

/** `1-2季度` begins with the first of the two, which stands before the match that ends `text`. */
function since(when: When, text: string, match: RegExpExecArray, year: DefaultYear): When {
  const quarter = match[12] && QUARTERS.exec(text)?.[1];
  if (!quarter || !when.start) return when;
  const month = (numeralValue(quarter) ?? 1) * 3 - 2;
  return { ...when, start: stretch(yearOf(match, year), month, month, 'quarter').start };
}

const QUARTERS = /(?<![\d月])([一二三四1-4])(?:季度)?[-~—–至到、]第?[一二三四1-4]季度?$/u;

function yearOf(match: RegExpExecArray, { year, school }: DefaultYear): number | undefined {
  if (match[1]) return Number(match[1]);
  if (year === undefined) return undefined;
  return match[3] || (school && isNextYear(match, school)) ? year + 1 : year;
}

/** Whether a time belongs to the second calendar year of a school year or of its first term; August prepares either. */
function isNextYear(match: RegExpExecArray, school: 'year' | 'term'): boolean {
  if (match[14] === '春' || match[17]) return true;
  const month = match[4] ?? match[10];
  if (school === 'term') return Number(month ?? 12) <= 2;
  if (month !== undefined) return Number(match[5] ?? month) < 8;
  return (numeralValue(match[12] ?? '') ?? 4) <= 2 || match[13] === '上';
}

/** The time of one match of TIME, without the words around it. */
function single(match: RegExpExecArray, defaultYear: DefaultYear): When {
  const year = yearOf(match, defaultYear);
  const month = match[4] ?? match[10];
  if (month !== undefined) return monthly(match, year, Number(month));
  if (match[12]) {
    const quarter = numeralValue(match[12]) ?? 1;
    return stretch(year, quarter * 3 - 2, quarter * 3, 'quarter');
  }
  if (match[13]) return match[13] === '上' ? stretch(year, 1, 6, 'half') : stretch(year, 7, 12, 'half');
  if (match[14]) return match[14] === '春' ? stretch(year, 2, 7, 'term') : stretch(year, 9, 13, 'term');
  if (match[16]) return stretch(year, 7, 8, 'term');
  if (match[17]) return stretch(year, 1, 2, 'term');
  if (match[18]) return plainly('term');
  const whole = stretch(year, 1, 12, 'year');
  return match[2] ? { ...whole, end: iso(Number(match[2]), 12, 31) } : whole;
}

function monthly(match: RegExpExecArray, year: number | undefined, month: number): When {
  const last = match[5] === undefined ? month : Number(match[5]);
  const dayText = match[6] ?? match[11];
  const precision: Precision = dayText ? 'day' : match[7] || match[9] ? 'tenday' : 'month';
  const day = dayText === undefined ? undefined : Number(dayText);
  // A leap day is believed where no year is known.
  if (month < 1 || month > 12 || last > 12 || (day !== undefined && !isDate(year ?? 2024, last, day))) {
    return { start: undefined, end: undefined, precision, problem: 'impossible' };
  }
  if (year === undefined) return plainly(precision);
  if (day !== undefined) {
    const end = iso(year, last, day);
    return { start: match[5] ? iso(year, month, 1) : end, end, precision, problem: undefined };
  }
  const [from, to] = match[9] ? [1, 10] : tenDays(match[7], daysIn(year, last));
  return { start: iso(year, month, from), end: iso(year, last, to), precision, problem: undefined };
}

function tenDays(part: string | undefined, days: number): readonly [number, number] {
  if (part === '上') return [1, 10];
  if (part === '中') return [11, 20];
  if (part === '下') return [21, days];
  return [1, days];
}

/** Whole months; `to` past 12 runs into the next year. */
function stretch(year: number | undefined, from: number, to: number, precision: Precision): When {
  if (year === undefined) return plainly(precision);
  const [endYear, endMonth] = to > 12 ? [year + 1, to - 12] : [year, to];
  const end = iso(endYear, endMonth, daysIn(endYear, endMonth));
  return { start: iso(year, from, 1), end, precision, problem: undefined };
}

function plainly(precision: Precision): When {
  return { start: undefined, end: undefined, precision, problem: undefined };
}

/** Whether the calendar has such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return iso(year, month, day - 1);
  return month > 1 ? iso(year, month - 1, daysIn(year, month - 1)) : iso(year - 1, 12, 31);
}

/** 二〇二六年十二月 → 2026年12月: Chinese numerals before 年, 月 and 日 in digits. */
function westernDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九十]{1,4}(?=[年月日])/gu, (numeral) => {
    return String(numeralValue(numeral) ?? numeral);
  });
}
