import { dayBefore, daysIn, isDate, iso } from './dates/calendar.ts';
import { FESTIVALS, type Form, type Found, plainTime } from './dates/shapes.ts';
import { type Decisive, decisiveTime, RANGE } from './dates/stages.ts';
import { numeralValue } from './numerals.ts';

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
  /** As `Plan.turn`: 3月 is a month of the next year. */
  readonly turn?: number | undefined;
}

/**
 * Reads a deadline (完成时限) from folded text: of several days the last, years left out taken from `year`.
 * Undefined where the text names no time at all.
 */
export function readWhen(folded: string, year: DefaultYear): When | undefined {
  const text = plainTime(folded);
  const decisive = decisiveTime(text);
  if (RECURRING.test(text) && !decisive?.ends) return plainly('recurring');
  const period = PERIOD.exec(text);
  if (period && (!decisive || period.index <= decisive.time.index)) return periodOf(period);
  if (decisive) return staged(text, decisive, year);
  if (OPEN.test(text)) return plainly('open');
  if (ON_EVENT.test(text)) return plainly('open');
  if (VAGUE.test(text)) return { ...plainly('open'), problem: 'vague' };
  if (DEPENDENT.test(text) || isUnfixed(text)) return plainly('open');
  return undefined;
}

/** Whether words are a time by their end alone, of which no calendar knows the day: 防火期内, 接到通知后3日内, 冬季. */
export function isUnfixed(words: string): boolean {
  return UNFIXED.test(words);
}

/** `春耕期间`, `禁渔期`, `年度内`, `第二、三季度`, `春秋两季`, `重大节日前完成`, `24小时内`, `当天`, `每逢节假日`, `周三`, `双周三下午`, `单月25日—30日` */
const UNFIXED =
  /^(?:第?[一二三四]、)?[^、,;。:()的\s]{0,14}(?:期(?:间|内|末)|(?<=..)(?<![一二三四五六七八九十定预周分同\d])期|季(?:度?末?)|[年季月]度?[内终末]|(?<![目当此提空底]|底之|^)前|(?:\d|[一二两三四五六七八九十半几])个?(?:工作日|小时|[天日周月年])之?内(?:报[送备])?)(?:完成|办[结理])?$|^当[天日]$|^每逢.{2,8}$|^第 ?\d{1,2}[-~—–至]{1,2}\d{1,2} ?(?:教学)?周$|^(?:[单双]?周[一二三四五六日末]|[单双]周|星期[一二三四五六日天])(?:[上下]午|晚上?)?$|^[单双]月(?:\d{1,2}日?(?:[-~—–至]{1,2}\d{1,2}日)?(?:之?前)?|[上中下]旬|底)?$/u;

/** `每月25日前`, `各学期`, `逐月`, `按季`, `双周三` */
const RECURRING =
  /^每|^[单双][周月](?![^一二三四五六日末\d上中下底每周、,])|^各(?:年|月|学期)|^(?:逐|按)(?:年|季|月)/u;

/** `2026—2027学年第一学期`; `“十五五”期间`. */
const PERIOD =
  /(?<from>\d{4})[-~—–至]\d{4}学年度?(?:第?(?<half>[一二上下])学期)?|十(?<plan>[一二三四五六七八])五(?:时期|期间|期?末)?/u;

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

/** A stage is of the year that one before it names: `2026年3月开工，11月竣工`; but June follows `2025年12月启动`. */
function staged(text: string, decisive: Decisive, year: DefaultYear): When {
  const when = combined(text, decisive, year);
  const named = decisive.before.filter((time) => namesYear(time) && time.form !== 'whole').at(-1);
  if (!named || year.turn || namesYear(decisive.time)) return when;
  const same = combined(text, decisive, { year: yearOf(named, year) });
  const { start } = single(named, year);
  return same.end && start && same.end < start ? when : same;
}

const OPEN =
  /^(?:节假日|双休日|周末)$|不定期|分期|分批|长期|持续|[长常]年|常态|贯穿|经常|始终|不断|即日起|按[^,;。、]{0,6}(?:进度|时序|节点)|序时|立[行查]立改|(?:立[即刻]|当场)整改|即知即改|边[查学]边改/u;
const VAGUE = /尽快|适时|及时|立即|即时|抓紧|近期|尽早|早日|按时|按期|择[机时期]/u;
/** What happens then tells when: `视旱情启动`, `根据预警及时转移`. */
const ON_EVENT = /^(?:视|根据)[^,;。、]{0,6}(?:情况?|预警|需要|进[度展])/u;
/** What others decide or ask for: `按上级规定时间`, `视全省安排`, `随时办理`; but 按要求 is whose? */
const DEPENDENT = /^随时|(?:按照?|根据|依据|依照|视)(?:上级|国家|中央|国务院|全?[省市州区县])/u;

/** Reads the time and, where it is a range (`3月底至5月底`), its other end. */
function combined(text: string, { time, last }: Decisive, year: DefaultYear): When {
  const first = since(single(time, year), text.slice(0, time.end), time, year);
  if (last) return between(time, first, last, year);
  const rest = text.slice(time.end);
  if (time.form === 'whole' && BEFORE_EVENT.test(rest)) return plainly('term');
  // `9月1日—10日`
  const range = time.words.day && RANGE.exec(rest);
  const listed = time.words.day && LISTED_DAYS.exec(rest)?.[1];
  // `3月31日、1日`: of which month the second is, is not said.
  const later = Number(listed) > Number(time.words.day) && listed;
  const day = later || (range && /^(\d{1,2})[日号]/u.exec(rest.slice(range[0].length))?.[1]);
  if (day) return until(first, Number(day));
  if (first.problem) return first;
  const opens = /^(?:起|以后|之后|后)/u.test(rest);
  if (opens) return { ...first, end: undefined };
  const closes =
    /^(?:结束|[内底末])?(?:之|以)?前|^[底末内]/u.test(rest) || /[底末内]$/u.test(text.slice(0, time.end));
  if (!closes) return first;
  const isBefore = /^(?:之|以)?前/u.test(rest);
  if (isBefore && time.form === 'winter')
    return beforeWinter(first, year.turn !== undefined || namesYear(time));
  const before = isBefore && isBeginning(time);
  return { ...first, start: undefined, end: before && first.start ? dayBefore(first.start) : first.end };
}

/** `2026年采暖季前`, `2026年换届前`: what no calendar knows the day of. */
const BEFORE_EVENT =
  /^(?!终|岁末|[^,;。、()]{0,8}[提超当目]前)[^,;。、()]{1,10}(?:[之以]前|前)(?=$|[,;。、()]|完成|办结)/u;

/** `8月11日、12日和13日` */
const LISTED_DAYS = /^(?:[、和及]\d{1,2}[日号]){0,8}[、和及](\d{1,2})(?:日|号(?=$|[前之以,。;]))/u;

/** Whether what is before a time is before it begins: 暑假前, 国庆节前, 秋季学期开学前; but 5月前 takes in all of May. */
function isBeginning({ form, words }: Found): boolean {
  return form === 'summer' || form === 'festive' || words.opening !== undefined;
}

/** 寒假前, in January of its year where that `isKnown`: who plans for a calendar year may mean either. */
function beforeWinter({ start }: When, isKnown: boolean): When {
  return { ...plainly('term'), end: isKnown && start ? start.replace(/01-01$/u, '01-31') : undefined };
}

/** A stretch that ends on a day of the month in which it begins. */
function until(first: When, day: number): When {
  const [year, month] = (first.start ?? '').split('-').map(Number);
  if (!year || !month) return first;
  return isDate(year, month, day)
    ? { ...first, end: iso(year, month, day) }
    : { ...first, problem: first.problem ?? 'impossible' };
}

/** From one time, already read as `first`, to a second. */
function between(time: Found, first: When, second: Found, year: DefaultYear): When {
  const named = !namesYear(second) && namesYear(time);
  const last = single(second, named ? { year: yearOf(time, year) } : year);
  // A range that ends in September began before the school year.
  const begins =
    first.start && last.end && first.start > last.end ? single(time, { year: year.year }) : first;
  const problem = first.problem ?? last.problem;
  // `11月5日、1月8日`
  if (begins.start && last.end && begins.start > last.end && !namesYear(second))
    return { ...plainly(last.precision), problem };
  return { start: begins.start, end: last.end, precision: last.precision, problem };
}

/** `1-2季度` and `一、二、三季度` begin with the first, which stands before the match that ends `text`. */
function since(when: When, text: string, time: Found, year: DefaultYear): When {
  const quarter = time.form === 'quarterly' && QUARTERS.exec(text)?.[1];
  if (!quarter || !when.start) return when;
  const month = (numeralValue(quarter) ?? 1) * 3 - 2;
  return { ...when, start: stretch(yearOf(time, year), month, month, 'quarter').start };
}

const QUARTERS = /(?<![\d月])([一二三四1-4])(?:(?:季度)?[-~—–至到、]第?[一二三四1-4]){1,3}季度?$/u;

/** The year that a time names by its number; those of the Republic count from 1912. */
function statedYear({ words }: Found): number | undefined {
  const { year, republic, bareRepublic } = words;
  if (year !== undefined) return Number(year);
  const counted = republic ?? bareRepublic;
  return counted === undefined ? undefined : Number(counted) + 1911;
}

function namesYear(time: Found): boolean {
  return statedYear(time) !== undefined || time.words.nextYear !== undefined;
}

function yearOf(time: Found, { year, turn }: DefaultYear): number | undefined {
  const stated = statedYear(time);
  if (stated !== undefined || year === undefined) return stated;
  const { nextYear, festival } = time.words;
  // 元旦前 is before the year ends.
  return nextYear || festival === '元旦' || (turn && isNextYear(time, turn)) ? year + 1 : year;
}

/** Whether a time belongs to the second calendar year of a plan whose months before `turn` do; August prepares it. */
function isNextYear({ form, words }: Found, turn: number): boolean {
  if (words.season === '春' || form === 'winter') return true;
  const month = monthOf(words);
  if (month !== undefined) return Number(month) < turn && Number(words.lastMonth ?? month) < 8;
  const last = words.halfOf === '上' ? 6 : 3 * (numeralValue(words.quarter ?? '') ?? 4);
  return last < turn;
}

function monthOf({ month, dashedMonth, festival = '' }: Found['words']): string | undefined {
  return month ?? dashedMonth ?? FESTIVALS[festival]?.[0].toString();
}

/** The meaning of one time, without the words around it. */
function single(time: Found, defaultYear: DefaultYear): When {
  return MEANINGS[time.form](time.words, yearOf(time, defaultYear));
}

/** What each form of time means in a year, which may be unknown. */
const MEANINGS: Readonly<Record<Form, (words: Found['words'], year: number | undefined) => When>> = {
  monthly,
  dashed: ({ dashedMonth, dashedDay }, year) => monthly({ month: dashedMonth, day: dashedDay }, year),
  quarterly: ({ quarter = '' }, year) => {
    const last = (numeralValue(quarter) ?? 1) * 3;
    return stretch(year, last - 2, last, 'quarter');
  },
  half: ({ halfOf }, year) => (halfOf === '上' ? stretch(year, 1, 6, 'half') : stretch(year, 7, 12, 'half')),
  seasonal: ({ season }, year) =>
    season === '春' ? stretch(year, 2, 7, 'term') : stretch(year, 9, 13, 'term'),
  summer: (_, year) => stretch(year, 7, 8, 'term'),
  winter: (_, year) => stretch(year, 1, 2, 'term'),
  festive: ({ festival = '' }, year) => {
    const [month, day] = FESTIVALS[festival] ?? [];
    return monthly({ month: month?.toString(), day: day?.toString() }, year);
  },
  term: () => plainly('term'),
  moving: () => plainly('term'),
  weekly: () => plainly('tenday'),
  yearly: (_, year) => stretch(year, 1, 12, 'year'),
  whole: ({ lastYear }, year) => {
    const whole = stretch(year, 1, 12, 'year');
    return lastYear ? { ...whole, end: iso(Number(lastYear), 12, 31) } : whole;
  },
};

function monthly(words: Found['words'], year: number | undefined): When {
  const { part, lastPart = part, early } = words;
  const month = Number(words.month);
  const last = words.lastMonth === undefined ? month : Number(words.lastMonth);
  const day = words.day === undefined ? undefined : Number(words.day);
  const precision: Precision = words.day ? 'day' : part || early ? 'tenday' : 'month';
  // A leap day is believed where no year is known.
  if (month < 1 || month > 12 || last > 12 || (day !== undefined && !isDate(year ?? 2024, last, day))) {
    return { start: undefined, end: undefined, precision, problem: 'impossible' };
  }
  // `11月、1月`: of which year the second is, is not said.
  if (year === undefined || last < month) return plainly(precision);
  if (day !== undefined) {
    const end = iso(year, last, day);
    return { start: words.lastMonth ? iso(year, month, 1) : end, end, precision, problem: undefined };
  }
  const days = daysIn(year, last);
  const [from, to] = early ? [1, 10] : [tenDays(part, days)[0], tenDays(lastPart, days)[1]];
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

/** An ISO date for a date in words (`2026年3月7日`, `二〇二六年三月七日`, `2026-03-07`), undefined if it is no date. */
export function readDate(folded: string): string | undefined {
  const match = DATE.exec(plainTime(folded));
  if (!match) return undefined;
  const { republic, year: common, month: monthText, day: dayText } = match.groups ?? {};
  const year = republic === undefined ? Number(common) : Number(republic) + 1911;
  const [month, day] = [Number(monthText), Number(dayText)];
  return isDate(year, month, day) ? iso(year, month, day) : undefined;
}

/** `2026年3月7日`, `2026-03-07`, `2026/3/7`, `民国115年3月7日` */
const DATE =
  /(?:民国(?<republic>\d{1,3})|(?<year>\d{4}))(?:年|[-./])(?<month>\d{1,2})(?:月|[-./])(?<day>\d{1,2})/u;
