import { fold } from '../fold.ts';
import { numeralValue } from '../numerals.ts';
import { dayAfter, dayBefore, daysIn, iso } from './calendar.ts';
import { plainTime } from './shapes.ts';

/** When something that comes again is due: the first day, and how it goes on (RFC 5545, RRULE). */
export interface Recurrence {
  /** ISO 8601. */
  readonly first: string;
  readonly rule: string;
}

/**
 * Reads `每月25日前`, `每季度末`, `每周五` and the like as days of `year`, the last of which lies in it. Undefined where
 * the words name no interval that a calendar knows (每学期).
 */
export function recurrenceOf(words: string, year: number): Recurrence | undefined {
  const text = plainTime(fold(words)).replace(/\s+/gu, '');
  const until = `;UNTIL=${year}1231`;
  const { month, week, season, half, annual, day, weekday } = EVERY.exec(text)?.groups ?? {};
  if (week) {
    const at = WEEKDAYS.indexOf(weekday ?? '五');
    const name = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][at === 7 ? 0 : at];
    return { first: firstWeekday(year, at % 7), rule: `FREQ=WEEKLY;BYDAY=${name}${until}` };
  }
  if (month) return monthly(year, Number(day ?? 31), 1, until);
  if (season) return monthly(year, 31, 3, until);
  if (half) return monthly(year, 31, 6, until);
  const dated = annual && MONTH.exec(text)?.groups;
  if (!dated) return undefined;
  const at = numeralValue(dated.month ?? '') ?? 0;
  const on = Number(dated.day ?? daysIn(year, at));
  if (at < 1 || at > 12 || on < 1 || on > daysIn(year, at)) return undefined;
  return { first: iso(year, at, on), rule: 'FREQ=YEARLY' };
}

/** The next day from `today` on, both ISO 8601, by which something that comes again is due; as `recurrenceOf` reads it. */
export function nextDue(words: string, today: string): string | undefined {
  const rule = recurrenceOf(words, Number(today.slice(0, 4)));
  if (!rule) return undefined;
  // A rule begins with a first day of its own, in the month that is the last of its interval.
  const [, month = 1, on = 1] = rule.first.split('-').map(Number);
  const weekday = weekdayOf(rule.first);
  const fits = (date: string): boolean => {
    const [year = 0, at = 1, day = 1] = date.split('-').map(Number);
    if (rule.rule.startsWith('FREQ=WEEKLY')) return weekdayOf(date) === weekday;
    const months = Number(/INTERVAL=(\d)/u.exec(rule.rule)?.[1] ?? 1);
    const inMonth = rule.rule.startsWith('FREQ=YEARLY') ? at === month : at % months === 0;
    // The last day of a month is told by what the rule says of it.
    const wanted = rule.rule.includes('BYMONTHDAY=-1') ? 31 : Math.max(on, daysNamed(rule.rule));
    return inMonth && day === Math.min(wanted, daysIn(year, at));
  };
  let day = today;
  for (let i = 0; i <= 366; i += 1, day = dayAfter(day)) if (fits(day)) return day;
  return undefined;
}

/** The last of the days that a rule names: 30 of `BYMONTHDAY=28,29,30`. */
function daysNamed(rule: string): number {
  const days = /BYMONTHDAY=([\d,]+)/u.exec(rule)?.[1]?.split(',').map(Number) ?? [];
  return Math.max(0, ...days);
}

/** `每月25日前`, `每周五`, `按季度`, `每半年`, `每年6月底前` */
const EVERY =
  /^(?:每|各|逐|按)(?:(?<month>个?月)(?:的?(?<day>\d{1,2})[日号])?|(?<week>周|星期)(?<weekday>[日一二三四五六天])?|(?:个)?(?<season>季)|(?<half>半年)|(?<annual>年))/u;
const MONTH = /(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?/u;
/** By the number of the day; 天 stands for 日, behind the others. */
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六', '天'];

/** The day of every so many months; a day that some months do not have is their last. */
function monthly(year: number, day: number, every: number, until: string): Recurrence | undefined {
  if (day < 1 || day > 31) return undefined;
  const first = iso(year, every, Math.min(day, daysIn(year, every)));
  const interval = every > 1 ? `;INTERVAL=${every}` : '';
  const on = day > 28 ? lastOf(day) : `;BYMONTHDAY=${day}`;
  return { first, rule: `FREQ=MONTHLY${interval}${on}${until}` };
}

/** 30 → the last there is of 28, 29 and 30. */
function lastOf(day: number): string {
  if (day === 31) return ';BYMONTHDAY=-1';
  const days = Array.from({ length: day - 27 }, (_, i) => 28 + i);
  return `;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

/** The first Friday (5) of a year, as its number says; the days before the second week are looked through. */
function firstWeekday(year: number, weekday: number): string {
  const days = Array.from({ length: 7 }, (_, i) => iso(year, 1, i + 1));
  return days.find((day) => weekdayOf(day) === weekday) ?? dayBefore(iso(year, 1, 8));
}

/** 0 for Sunday, by Zeller's congruence. */
function weekdayOf(day: string): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  const [year, month] = m < 3 ? [y - 1, m + 12] : [y, m];
  const h =
    d +
    Math.floor((13 * (month + 1)) / 5) +
    year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400);
  return (h + 6) % 7;
}
