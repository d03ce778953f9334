import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { numeralValue } from '../../text/numerals.ts';

/**
 * The year planned for: in `2025年工作总结和2026年工作计划` it is 2026, of `2026—2028年` the first, and the spring term's
 * own; and the month at which the next one turns into it.
 */
export function yearOf(
  title: string | undefined,
  date: string | undefined,
  number: string | undefined,
): Pick<Plan, 'year' | 'turn'> {
  const heading = commonYears(westernYears(fold(title ?? ''))).replace(
    /(?<=\d)\s+|(?<!\s)\s+(?=\d|年)/gu,
    '',
  );
  const spring = SPRING.exec(heading)?.[1];
  if (spring) return { year: Number(spring), turn: undefined };
  const [, planned, bare] = matchesIn(heading, PLANNED).at(-1) ?? [];
  const named = planned ?? bare ?? NAMED_YEAR.exec(heading)?.[1];
  const fallback = date?.slice(0, 4) ?? /[〔[(【](\d{4})/u.exec(number ?? '')?.[1];
  const found = named ?? fallback;
  if (found === undefined) return { year: undefined, turn: undefined };
  const span = spanIn(heading);
  const once = heading.indexOf(found) === heading.lastIndexOf(found);
  const year = once && span?.to === Number(found) ? span.from : Number(found);
  const issued = date?.startsWith(`${year}-`) ? Number(date.slice(5, 7)) : undefined;
  // A year that is but that of the date is known to turn where the date is late in it.
  const isSure = named !== undefined || (issued ?? 0) >= SECOND_HALF;
  return { year, turn: isSure ? turnOf(heading, year, issued) : undefined };
}

/** The month before which the months of a plan are those of its second year; `issued` is the month of its date in the first. */
function turnOf(heading: string, year: number, issued: number | undefined): number | undefined {
  if (SCHOOL_YEAR.test(heading)) return FIRST_TERM.test(heading) ? TERM : AUTUMN;
  const span = spanIn(heading);
  if (span?.from === year && span.month !== undefined) return Math.min(span.month, AUTUMN);
  if (issued !== undefined && issued < SECOND_HALF) return undefined;
  if (WINTER.test(heading)) return AUTUMN;
  if (OF_AUTUMN.test(heading)) return TERM;
  return issued !== undefined && span?.from === year && span.to === year + 1 ? AUTUMN : undefined;
}

/** What begins in autumn is prepared in August; a first term that begins then ends in February. */
const [TERM, SECOND_HALF, AUTUMN] = [3, 7, 8];
/** `2025年冬季`, `2025—2026年度冬春`, `今冬明春`, `2025—2026年采暖季` */
const WINTER = /今冬|20\d{2}年?度?(?:今|秋)?冬|20\d{2}[-—–~至]20\d{2}年?度?.{0,8}[供采]暖/u;
const OF_AUTUMN = /20\d{2}年?秋|秋季?学期/u;

/** Two years that a title joins, and the month from which on it plans for the first. */
export function spanIn(
  heading: string,
): { readonly from: number; readonly to: number; readonly month: number | undefined } | undefined {
  const { from, to, month, half, season } = SPAN.exec(heading)?.groups ?? {};
  if (from === undefined) return undefined;
  const opening = half ? SECOND_HALF : season ? AUTUMN : undefined;
  return { from: Number(from), to: Number(to), month: month === undefined ? opening : Number(month) };
}

/** `2025—2026年`, `2025年10月至2026年3月`, `2025年冬至2026年春`, `2025年及2026年` */
const SPAN =
  /(?<from>20\d{2})年?(?:度|(?<month>\d{1,2})月|(?<half>下半年)|(?<season>[秋冬]季?|第?四季度)|[春夏]季?|第?[一二三]季度|上半年)?(?:[-—–~至到]{1,2}|[及和与、])(?<to>20\d{2})(?=学?年|\))/u;

/** The last of several years that a folded title plans for, 2028 of `2026—2028年` and 2030 of the fifteenth five years. */
export function lastYearIn(title: string): number | undefined {
  const heading = title.replace(/\s+/gu, '');
  const last = SEVERAL.exec(heading)?.[1];
  if (last !== undefined) return Number(last.length === 2 ? `20${last}` : last);
  const period = FIVE_YEARS.exec(heading)?.[1];
  return period === undefined ? undefined : 2005 + 5 * (numeralValue(period) ?? 0);
}

/** `2026—2028年`, `2026年至28年` */
const SEVERAL = /20\d{2}年?[-—–~～至]{1,2}(20\d{2}|\d{2})(?!\d|学年|年度?第|.{0,2}学期)/u;
/** `“十五五”规划实施方案` */
const FIVE_YEARS = /十([一二三四五六七八])五/u;

/** Years of the Republic, whose first is 1912, in the common era: 114年度, 113学年度, 民国115年. */
function commonYears(heading: string): string {
  return heading.replace(REPUBLIC_YEAR, (_, counted, named) => String(Number(counted ?? named) + 1911));
}

const REPUBLIC_YEAR =
  /(?:中华)?民国\s?(\d{1,3})(?=\s?年|学年)|(?<!\d)(1\d\d)(?=\s?(?:学年|年度|年(?:工作|教育|校务|重点|施政|业务)))/gu;

/** 二〇二六年 and 一一五年度 in digits. */
function westernYears(heading: string): string {
  return heading.replace(
    /二[〇零○Oo0][〇零○Oo0一二三四五六七八九]{2}(?=年)|(?<![一二三四五六七八九十])一[〇零○一二三四五六七八九]{2}(?=学?年度)/gu,
    (year) => {
      return [...year]
        .map((digit) => '〇一二三四五六七八九'.indexOf(/[零○Oo0]/u.test(digit) ? '〇' : digit))
        .join('');
    },
  );
}

const SPRING = /20\d{2}[-—–~至](20\d{2})(?:学年度?|年度?)?[第(]?[二下]学期/u;
const FIRST_TERM = /[第(]?[一上]学期|秋季学期/u;
const SCHOOL_YEAR = /学年|20\d{2}[-—–~至]20\d{2}(?:年度?)?[第(]?[一上]学期/u;

const RANGE = String.raw`(?<![\d.])(20\d{2})(?:年?[-—–~至](?:20)?\d{2})?`;
/** `2026年工作计划`, `2026—2028年行动计划`, `2026工作要点` */
const PLANNED = new RegExp(
  `(?:${RANGE}学?年[^年]{0,24}?|(?<=^|[局委校院园团县区市部])${RANGE}(?!\\d)的?[^年\\d]{0,10}?(?:工作|学期)[^年]{0,12}?)(?:计[划畫]|要点|安排|打算|方案|思路)`,
  'gu',
);
const NAMED_YEAR = new RegExp(`${RANGE}(?:年|学年)`, 'u');
