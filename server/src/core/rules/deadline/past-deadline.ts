import type { Rule } from '../../lint/rule.ts';
import { inWords } from '../../text/dates/calendar.ts';

/** A deadline that is over on the day given in the settings. */
export const pastDeadline: Rule = {
  id: 'past-deadline',
  name: { zh: '时限已过', en: 'Past deadline' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '给出“今天”时，提示已经过去的时限。',
    en: 'Where a day is given as today, deadlines before it are pointed out.',
  },
  why: {
    zh: '对照某一天看哪些任务已到期，便于督查；不给日期时从不提示，同一份文件任何时候检查结果都一样。',
    en: 'It shows which tasks are due by a day. Without a day nothing is said, so that a text gives the same findings at any time.',
  },
  examples: [
    {
      today: '2024-06-01',
      bad: '2024年工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：⟦5月底前⟧）\n2.开放操场。（责任单位：体卫艺科；完成时限：6月底前）',
      good: '2024年工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：8月底前）\n2.开放操场。（责任单位：体卫艺科；完成时限：6月底前）',
    },
  ],
  check(plan, report, { settings: { today } }) {
    if (today === undefined) return;
    for (const { deadline } of plan.fields) {
      if (!deadline?.end || deadline.end >= today) continue;
      report(deadline.span, {
        zh: `时限“${deadline.text}”已过（截至${inWords(today)}）。`,
        en: `The deadline ${deadline.text} has passed (today is ${today}).`,
      });
    }
  },
};
