import type { Deadline, Plan } from '../../plan/plan.ts';
import { daysIn } from '../../text/dates/calendar.ts';
import { readWhen } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/text.ts';
import { plannedYears } from '../reckoning/years.ts';

/**
 * Days that a task of `plan` may be due by, as the document writes them, in order: those it has already and the ends of
 * months, from `today` (ISO 8601) on, then what has no end. Those of a plan that is over are all past, and all offered.
 * What stands in `but` is what is being typed, and no model.
 */
export function daysFor(plan: Plan, today: string, but: Span): readonly string[] {
  const used = flatMapped(plan.fields, ({ deadline }) =>
    deadline && !deadline.problem && isOwn(plan, deadline.end) && !touches(deadline.span, but)
      ? deadline
      : [],
  );
  const form = formOf(used);
  const dated = new Map<string, string>();
  const add = (words: string, end: string | undefined) => {
    if (end !== undefined && !dated.has(words)) dated.set(words, end);
  };
  for (const { text, end } of used) add(text, end);
  for (const words of [...monthsOf(plan, today, form), ...wholesOf(plan, today, form)]) {
    const when = readWhen(fold(words), plan);
    // Where no year is known, months are offered in their order.
    if (when && !when.problem) add(words, when.end ?? (plan.year === undefined ? '' : undefined));
  }
  const all = [...dated].sort(([, a], [, b]) => (a === b ? 0 : a < b ? -1 : 1));
  const from = plan.date && plan.date.iso > today ? plan.date.iso : today;
  const ahead = all.filter(([, end]) => end === '' || end >= from);
  const open = flatMapped(used, ({ text, end }) => (end === undefined && !MONTH.test(text) ? text : []));
  return [
    ...new Set([
      ...(ahead.length > 0 ? ahead : all).map(([words]) => words),
      ...open,
      ...['长期坚持', '持续推进'],
    ]),
  ].slice(0, MOST);
}

const MOST = 60;

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether a day lies in the years that the plan is for. */
function isOwn(plan: Plan, end: string | undefined): boolean {
  const years = plannedYears(plan);
  if (end === undefined || !years) return true;
  const year = Number(end.slice(0, 4));
  return year >= years.from && year <= years.to;
}

/** How a document writes the end of a month. */
interface Form {
  readonly year: boolean;
  /** Behind 月: `底前`, `底前完成`, nothing. */
  readonly tail: string;
  /** The last day of the month is named. */
  readonly day: boolean;
}

const USUAL: Form = { year: true, tail: '底前', day: false };

/** `2026年6月底前`, `6月`, `2026年6月30日前完成` */
const MONTH =
  /^(?<year>20\d{2}年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?(?<tail>[底末]?(?:之|以)?前?(?:完成)?)$/u;

/** The form that most of the days in use have. */
function formOf(used: readonly Deadline[]): Form {
  const counts = new Map<string, { readonly form: Form; count: number }>();
  for (const { text } of used) {
    const found = MONTH.exec(text)?.groups;
    if (!found) continue;
    const form = { year: found.year !== undefined, tail: found.tail ?? '', day: found.day !== undefined };
    const key = JSON.stringify(form);
    const known = counts.get(key) ?? { form, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.form ?? USUAL;
}

/** The years whose months are offered: the plan's own, the one that runs where it has several. */
function yearOf(plan: Plan, today: string): number | undefined {
  const years = plannedYears(plan);
  const now = Number(today.slice(0, 4));
  if (!years || plan.turn) return plan.year;
  return now >= years.from && now <= years.to ? now : plan.year;
}

/** The months of a year, or of a school year from September on. */
function monthsOf(plan: Plan, today: string, form: Form): readonly string[] {
  const year = yearOf(plan, today);
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + (plan.turn ? 8 : 0)) % 12) + 1;
    const own = year === undefined ? undefined : plan.turn && month < 9 ? year + 1 : year;
    const day = form.day ? `${daysIn(own ?? 2026, month)}日` : '';
    return `${form.year && own !== undefined ? `${own}年` : ''}${month}月${day}${form.tail}`;
  });
}

function wholesOf(plan: Plan, today: string, form: Form): readonly string[] {
  const year = yearOf(plan, today);
  const said = form.year && year !== undefined ? `${year}年` : '';
  if (plan.turn) return [];
  return [`${said}上半年`, said === '' ? '年底前' : `${year}年底前`];
}
