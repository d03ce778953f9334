import { renumbering, seriesFaults } from '../../lint/reckoning/series.ts';
import type { Rule } from '../../lint/rule.ts';

/** A number that was given to the sibling before. */
export const numberDuplicate: Rule = {
  id: 'number-duplicate',
  name: { zh: '重号', en: 'Duplicate number' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '同级编号不重复。', en: 'No two siblings have the same number.' },
  why: {
    zh: '两项用了同一个编号，按编号分解、引用任务时就分不清指的是哪一项。',
    en: 'When two items share a number, nobody knows which one a reference or a task list means.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。\n2.改造校舍。\n⟦2⟧.配备校医。\n4.规范食堂。',
      good: '一、重点任务\n1.开放操场。\n2.改造校舍。\n3.配备校医。\n4.规范食堂。',
    },
    {
      bad: '一、规范办学\n坚持公平。\n二、改善条件\n更换门窗。\n⟦二⟧、配强队伍\n补充教师。\n三、保障安全\n检查食堂。',
      good: '一、规范办学\n坚持公平。\n二、改善条件\n更换门窗。\n三、配强队伍\n补充教师。\n四、保障安全\n检查食堂。',
    },
    {
      bad: '序号\t任务\t责任单位\n1\t开放操场\t县体育局\n2\t改造校舍\t县教育局\n3\t配备校医\t县卫健局\n⟦3⟧\t规范食堂\t县教育局\n4\t建设步道\t县住建局',
      good: '序号\t任务\t责任单位\n1\t开放操场\t县体育局\n2\t改造校舍\t县教育局\n3\t配备校医\t县卫健局\n4\t规范食堂\t县教育局\n5\t建设步道\t县住建局',
    },
  ],
  check(plan, report) {
    for (const fault of seriesFaults(plan)) {
      const { kind, item, last, expected } = fault;
      if (kind !== 'duplicate') continue;
      const fix = renumbering(fault);
      report(
        item.span,
        {
          zh: `编号“${item.number}”与前一项重复，按顺序是第${expected}项。`,
          en: `The number “${item.number}” repeats the one before; this is item ${expected}.`,
        },
        {
          ...(fix && { fix }),
          ...(last && {
            related: [{ span: last.span, message: { zh: '前一项。', en: 'The item before.' } }],
          }),
        },
      );
    }
  },
};
