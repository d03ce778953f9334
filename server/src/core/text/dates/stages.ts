import { flatMapped } from '../flat.ts';
import { type Found, timesIn } from './shapes.ts';

/** The time that counts of those that words name. */
export interface Decisive {
  readonly time: Found;
  /** The other end, where it is a range: `3月底至5月底`. */
  readonly last: Found | undefined;
  /** The stages before it. */
  readonly before: readonly Found[];
  /** Whether it ends what a clause before it says without a time: `每月调度，12月底前完成`. */
  readonly ends: boolean;
}

/**
 * The last of several stages (`4月底前开工，11月底前竣工`), those in brackets left out where there are others; the first
 * time where none is a stage.
 */
export function decisiveTime(text: string): Decisive | undefined {
  const times = timesIn(text);
  const stages = stagesIn(text, times);
  const plain = stages.filter(({ bracketed }) => !bracketed);
  const said = (plain.length > 0 ? plain : stages).map(({ time }) => time);
  const decisive = said.at(-1) ?? times[0];
  if (!decisive) return undefined;
  let first = times.indexOf(decisive);
  let last = first;
  while (isRange(text, times[first - 1], times[first])) first -= 1;
  while (isRange(text, times[last], times[last + 1])) last += 1;
  const time = times[first] ?? decisive;
  const clause = text.search(/[,;。]/u);
  return {
    time,
    last: last > first ? times[last] : undefined,
    before: said.filter(({ index }) => index < time.index),
    ends: clause >= 0 && clause < (times[0] ?? time).index && first === last && isEnd(text, time),
  };
}

/** The times that are stages, and whether they stand in brackets. */
function stagesIn(text: string, times: readonly Found[]) {
  let from = 0;
  let bracketed = false;
  return flatMapped(times, (time) => {
    const words = text.slice(from, time.index);
    const [open, close] = [words.lastIndexOf('('), words.lastIndexOf(')')];
    if (open !== close) bracketed = open > close;
    from = time.index;
    return isStage(text, time) ? [{ time, bracketed }] : [];
  });
}

/** Whether something is done by a time: it says so, begins a clause or closes; `12月底前完成上半年任务` has one. */
function isStage(text: string, { form, index, end, words }: Found): boolean {
  const rest = text.slice(end, end + 12);
  if (COMPLETION.test(rest)) return true;
  if (UNDATED.has(form) || OPENS.test(rest) || WHOLE.test(text.slice(index, end))) return false;
  return (
    BEGINS.test(text.slice(Math.max(0, index - 6), index)) ||
    CLOSES.test(rest) ||
    (words.close !== undefined && ENDS.test(rest))
  );
}

/** Whether something is done by a time, and does not begin with it; several months are those in which it comes again. */
function isEnd(text: string, time: Found): boolean {
  const [words, rest] = [text.slice(time.index, time.end), text.slice(time.end, time.end + 12)];
  if (!isStage(text, time) || time.words.lastMonth !== undefined) return false;
  return /[底末]$/u.test(words) || CLOSES.test(rest) || COMPLETION.test(rest) || CONCLUDES.test(rest);
}

/** Those that no calendar knows the days of. */
const UNDATED: ReadonlySet<string> = new Set(['term', 'moving', 'weekly']);
const COMPLETION = /^[底末]?(?:之|以)?前?(?:全部|全面|基本|要|需|须)?(?:完成|办结|完工|到位|建成)/u;
const OPENS = /^(?:起|以?后|之后|以来)/u;
/** `全年推进` has no day of its own, `2025年度` says what is done. */
const WHOLE = /^全年$|年度$/u;
const BEGINS = /(?:^|[,;。、:(和及])(?:并?[于在]|拟|计划|预计|力争|确保|争取|务必|最迟|原则上)?$/u;
const CLOSES = /^(?:之|以)?前(?![往后来])/u;
const CONCLUDES = /^(?:验收|总结|考核|竣工)/u;
const ENDS = /^(?:$|[,;。、)])/u;

/** Whether two times are the ends of one: `3月底至6月底`, `3月、6月`. */
function isRange(text: string, first: Found | undefined, second: Found | undefined): boolean {
  if (!first || !second) return false;
  // A time takes in a dash before it.
  const between = RANGE.exec(text.slice(first.end, second.end));
  return between !== null && first.end + between[0].length >= second.index;
}

/** What stands between the ends of a range. */
export const RANGE = /^起?(?:[-~—–至到]+|[、和及](?=\d{1,2}月))/u;
