import { expect, it } from 'vitest';
import { deadlineBeforeDocument } from '../../server/src/core/rules/deadline/deadline-before-document.ts';
import { findingsIn } from './check.ts';

it.each([
  ['above', '松岭镇2024年教育工作要点\n松岭镇教育局\n2024.3.12\n'],
  [
    'in the letter',
    '关于印发要点的通知\n各校：\n现印发给你们。\n松岭镇教育局\n2024-03-12\n松岭镇2024年教育工作要点\n',
  ],
])('takes a day right below the body that signs for the date of issue: %s', (_, head) => {
  const plan = `${head}一、任务\n1.改造校舍。（责任单位：校产科；完成时限：2024年2月）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年5月）`;
  expect(findingsIn(deadlineBeforeDocument, plan)).toHaveLength(1);
  const done = plan.replace('2024年2月）', '2024年2月（已完成））');
  expect(findingsIn(deadlineBeforeDocument, done)).toEqual([]);
});
