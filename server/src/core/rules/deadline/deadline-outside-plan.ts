import { plannedYears } from '../../lint/reckoning/years.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Deadline, foldedIn, type Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';

/** A deadline in a year that the plan is not for. */
export const deadlineOutsidePlan: Rule = {
  id: 'deadline-outside-plan',
  name: { zh: '时限超出计划年度', en: 'Deadline outside the plan' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '完成时限在计划年度之内。', en: 'Deadlines lie in the years of the plan.' },
  why: {
    zh: '年度要点里出现上一年或下一年的时限，多半是沿用旧稿没有改年份，也可能这项任务本就不属于本年度。',
    en: 'A deadline in the year before or after was mostly left from an older draft, or the task belongs to another plan.',
  },
  examples: [
    {
      bad: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：⟦2023年8月⟧）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年5月）',
      good: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：2024年8月）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年5月）',
    },
    {
      bad: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。⟦2023年8月底前⟧完成门窗更换。\n2.开放操场。5月底前开放。',
      good: '松岭镇2024年教育工作要点\n一、任务\n1.改造校舍。2024年8月底前完成门窗更换。\n2.开放操场。5月底前开放。',
    },
  ],
  check(plan, report) {
    const years = plannedYears(plan);
    if (!years) return;
    const { from, to } = years;
    const said = from === to ? `${from}年` : `${from}—${to}年`;
    for (const deadline of [...plan.fields.map((field) => field.deadline), ...staleIn(plan, from)]) {
      if (!deadline?.end || deadline.precision === 'term') continue;
      const [first, last] = [deadline.start ?? deadline.end, deadline.end].map((date) =>
        Number(date.slice(0, 4)),
      );
      // What goes on beyond the plan's years has its part in them.
      if (first === undefined || last === undefined || (last >= from && first <= to)) continue;
      // 次年1月20日前 says that the next year is meant.
      if (/[次翌明]年|下一?年度?(?![再另])|已(?!列入|纳入|明确|安排)/u.test(deadline.text)) continue;
      // `2026年12月底前完成主体，2027年9月底前投用`: one of its stages has, too.
      if (yearsIn(deadline.text).some((year) => year >= from && year <= to)) continue;
      report(deadline.span, {
        zh: `时限“${deadline.text}”不在计划年度（${said}）之内，请核对。`,
        en: `The deadline ${deadline.text} is not in the years of the plan (${said}); please check.`,
      });
    }
  },
};

/** The deadlines in the words of tasks that name a year before `from`, but for what was done then: `2025年底前完成改造的小区`. */
function staleIn(plan: Plan, from: number): ReadonlySet<Deadline> {
  const found = flatMapped(plan.tasks, ({ role, proseDeadlines }) =>
    role === 'task' ? proseDeadlines.filter(({ text }) => yearsIn(text).some((year) => year < from)) : [],
  );
  return new Set(
    found.filter(({ span: { end } }) => !/^[^,。;]*[的已]/u.test(foldedIn(plan, end, end + 30))),
  );
}

function yearsIn(text: string): readonly number[] {
  return matchesIn(fold(text), /20\d\d(?= ?年)/gu).map(([year]) => Number(year));
}
