import type { Rule } from '../../lint/rule.ts';
import { type Deadline, foldedIn, type Plan, type Task } from '../../plan/plan.ts';
import { dayAfter } from '../../text/dates/calendar.ts';
import { flatMapped } from '../../text/flat.ts';

/** A task whose deadline is before that of one of its own measures. */
export const deadlineBeforeMeasures: Rule = {
  id: 'deadline-before-measures',
  name: { zh: '时限早于分项', en: 'Deadline before its measures' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '任务的完成时限不早于其措施的时限。',
    en: 'The deadline of a task is not before those of its measures.',
  },
  why: {
    zh: '任务9月完成而其中一项措施12月才完成，两个时限必有一个不对。',
    en: 'Where a task is due in September and one of its measures in December, one of the two is wrong.',
  },
  examples: [
    {
      bad: '2024年工作要点\n一、任务\n1.改造校舍。8月底前完成门窗更换，11月底前完成照明更换。\n责任单位：校产科\n完成时间：⟦2024年9月⟧',
      good: '2024年工作要点\n一、任务\n1.改造校舍。8月底前完成门窗更换，11月底前完成照明更换。\n责任单位：校产科\n完成时间：2024年11月',
    },
  ],
  check(plan, report) {
    for (const task of plan.tasks) {
      const own = flatMapped(task.fields, ({ deadline }) => deadline ?? []);
      const [deadline] = own;
      const latest = deadline && own.length === 1 ? latestOf(plan, task, deadline) : undefined;
      if (!deadline || !latest) continue;
      report(
        deadline.span,
        {
          zh: `任务时限“${deadline.text}”早于文中措施的时限“${latest.text}”，请核对。`,
          en: `The deadline ${deadline.text} is before that of a measure, ${latest.text}; please check.`,
        },
        {
          related: [
            { span: latest.span, message: { zh: '措施的时限。', en: 'The deadline of the measure.' } },
          ],
        },
      );
    }
  },
};

/** The latest deadline in the words of a task that is after its own in the same year; a later year is a target. */
function latestOf(plan: Plan, task: Task, { end }: Deadline): Deadline | undefined {
  if (!end) return undefined;
  const later = task.proseDeadlines.filter(
    (one) =>
      one.end &&
      one.end > end &&
      one.end.slice(0, 4) === end.slice(0, 4) &&
      isAllLater(one, end) &&
      !isDayBefore(end, one) &&
      !isShortlyBefore(end, one) &&
      !isAnothers(plan, one),
  );
  return later.reduce<Deadline | undefined>(
    (last, one) => (last && (last.end ?? '') >= (one.end ?? '') ? last : one),
    undefined,
  );
}

/** Whether nothing but a day is left before a time that `day` closes: 7月31日 is before 8月1日 and before 8月. */
function isDayBefore(day: string, { text, end = '', precision }: Deadline): boolean {
  const next = dayAfter(day);
  return text.endsWith('前') && (end === next || (precision === 'month' && next === `${end.slice(0, 8)}01`));
}

/** Whether a day closes the weeks before a feast: 9月25日 and 国庆前, 9月5日 and 教师节前. */
function isShortlyBefore(day: string, { text, end = '' }: Deadline): boolean {
  return /^[々〇㐀-鿿]{2,6}前$/u.test(text) && !/[年月]/u.test(text) && monthIn(end) - monthIn(day) <= 1;
}

/** The month of an ISO date, from 1. */
function monthIn(date: string): number {
  return Number(date.slice(5, 7));
}

/** Whether a time has no part before `end`: in 年内 and 下半年, September is. */
function isAllLater({ start, text, precision }: Deadline, end: string): boolean {
  if (text.endsWith('内')) return false;
  return start === undefined || start > end || !WIDE.has(precision);
}

const WIDE: ReadonlySet<string> = new Set(['quarter', 'half', 'term', 'year']);

/** Whether a day is the one that others ask for, or that of what it is to be done before: `市级要求12月底前完成，我镇提前完成`. */
function isAnothers(plan: Plan, { span: { start, end } }: Deadline): boolean {
  return (
    ASKED.test(foldedIn(plan, Math.max(0, start - 12), start)) || EARLIER.test(foldedIn(plan, end, end + 30))
  );
}

const ASKED = /(?:要求|规定|明确|部署)[^,。;]{0,6}$/u;
/** `11月底前省级验收前完工`, `12月底前完成，力争提前` */
const EARLIER = /^[^,。;]{1,10}前(?![期置后])|^[^。;]{0,24}提前/u;
