import type { Rule } from '../../lint/rule.ts';
import type { Deadline, Task } from '../../plan/plan.ts';
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
      const latest = deadline && own.length === 1 ? latestOf(task, deadline) : undefined;
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
function latestOf(task: Task, { end }: Deadline): Deadline | undefined {
  if (!end) return undefined;
  const later = task.proseDeadlines.filter(
    (one) => one.end && one.end > end && one.end.slice(0, 4) === end.slice(0, 4),
  );
  return later.reduce<Deadline | undefined>(
    (last, one) => (last && (last.end ?? '') >= (one.end ?? '') ? last : one),
    undefined,
  );
}
