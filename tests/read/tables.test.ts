import { expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';

it('tables have their numbers where they stand, and they are no page numbers', () => {
  const text = '某局要点\n序号\n工作任务\n责任单位\n1\n推进改革\n办公室\n2\n提升质量\n教研室';
  const plan = parse(text);
  expect(plan.tasks.map(({ numberSpan }) => text.slice(numberSpan.start, numberSpan.end))).toEqual([
    '1',
    '2',
  ]);
  expect(plan.tasks.map(({ titleSpan }) => text.slice(titleSpan.start, titleSpan.end))).toEqual([
    '推进改革',
    '提升质量',
  ]);
  expect(plan.noise).toEqual([]);
});
