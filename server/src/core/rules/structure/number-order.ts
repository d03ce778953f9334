import { renumbering, seriesFaults } from '../../lint/reckoning/series.ts';
import type { Rule } from '../../lint/rule.ts';

/** A number that stands in a wrong place of its series. */
export const numberOrder: Rule = {
  id: 'number-order',
  name: { zh: '编号倒序', en: 'Number out of order' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '同级编号由小到大排列。', en: 'Numbers of siblings go up.' },
  why: {
    zh: '编号颠倒多半是移动段落后没有重排，或编号本身写错。',
    en: 'Numbers out of order mostly show that a paragraph was moved, or that the number itself is mistyped.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。\n2.改造校舍。\n⟦8⟧.配备校医。\n4.规范食堂。',
      good: '一、重点任务\n1.开放操场。\n2.改造校舍。\n3.配备校医。\n4.规范食堂。',
    },
    {
      bad: '一、重点任务\n1.开放操场。\n⟦3⟧.改造校舍。\n2.配备校医。\n4.规范食堂。',
      good: '一、重点任务\n1.开放操场。\n2.配备校医。\n3.改造校舍。\n4.规范食堂。',
    },
  ],
  check(plan, report) {
    for (const fault of seriesFaults(plan)) {
      const { kind, item, expected, certain } = fault;
      if (kind !== 'order') continue;
      const fix = certain ? renumbering(fault) : undefined;
      report(
        item.span,
        {
          zh: `编号“${item.number}”不合顺序，此处是第${expected}项。`,
          en: `The number “${item.number}” is out of order; this is item ${expected}.`,
        },
        fix && { fix },
      );
    }
  },
};
