import { plannedYears } from '../../lint/reckoning/years.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Deadline, Plan } from '../../plan/plan.ts';
import { inWords } from '../../text/dates/calendar.ts';
import { flatMapped } from '../../text/flat.ts';

/** A deadline that was over when the document was issued. */
export const deadlineBeforeDocument: Rule = {
  id: 'deadline-before-document',
  name: { zh: '时限早于成文日期', en: 'Deadline before the document' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '完成时限不早于成文日期。', en: 'No deadline lies before the date of the document.' },
  why: {
    zh: '文件印发时已经过去的时限无法执行，不是日期写错，就是印发晚了而没有顺延。',
    en: 'A deadline that was over when the document was issued cannot be kept: the date is wrong, or was not moved when issuing was late.',
  },
  examples: [
    {
      bad: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：⟦2024年2月⟧）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年5月）\n松岭镇教育办公室\n2024年3月12日',
      good: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：2024年8月）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年5月）\n松岭镇教育办公室\n2024年3月12日',
    },
  ],
  check(plan, report) {
    const issued = issueDate(plan);
    if (!issued) return;
    const years = plannedYears(plan);
    for (const { span, end, text } of deadlinesOf(plan)) {
      // A year that is not the plan's is another fault.
      if (!end || end >= issued.iso || (years && Number(end.slice(0, 4)) < years.from)) continue;
      // 2025年12月底（已完成）
      if (text.includes('已') || /^[ 　(,，（]{0,4}已/u.test(plan.text.slice(span.end, span.end + 6)))
        continue;
      if (comesAgain(plan.text, span.start, text) || /寒/u.test(text)) continue;
      // In a plan of several years a month may be of any.
      if (years && years.from < years.to && plan.turn === undefined && !/\d{4}/u.test(text)) continue;
      report(
        span,
        {
          zh: `时限“${text}”早于成文日期${inWords(issued.iso)}，请核对。`,
          en: `The deadline ${text} is before the date of the document, ${issued.iso}; please check.`,
        },
        { related: [{ span: issued.span, message: { zh: '成文日期。', en: 'The date of the document.' } }] },
      );
    }
  },
};

/**
 * Whether a day without a year is one of every year: `每年的3月15日前`, `应于2月15日前将上年度…报`. In a rule (应、应当) nobody
 * means a day that has passed.
 */
function comesAgain(source: string, at: number, words: string): boolean {
  if (/\d{4}/u.test(words)) return false;
  return /(?:每年?[^，。；]{0,8}|应当?(?:于|在)?|[次翌]年|下一?年度?)$/u.test(
    source.slice(Math.max(0, at - 12), at),
  );
}

/**
 * The date of issue; the day on which a web page was put up says nothing: `2026-03-14` above the text is one, unless the
 * body that signs stands right above it.
 */
function issueDate({ date, issuers, metadata, tasks, text }: Plan): Plan['date'] {
  const page = metadata.find(({ value }) => value.span.start === date?.span.start);
  if (page) return page.label.text.startsWith('成文') ? date : undefined;
  if (!date || !STAMP.test(date.text) || date.span.start > (tasks[0]?.span.start ?? 0)) return date;
  return issuers.some(({ span }) => /^\s*$/u.test(text.slice(span.end, date.span.start))) ? date : undefined;
}

const STAMP = /^\d{4}[-./]/u;

function deadlinesOf({ fields, tasks }: Plan): readonly Deadline[] {
  const prose = flatMapped(
    tasks.filter(({ role }) => role === 'task'),
    (task) => task.proseDeadlines,
  );
  // What the sentence above several tasks says is a deadline of each.
  return [...new Set([...flatMapped(fields, ({ deadline }) => deadline ?? []), ...prose])];
}
