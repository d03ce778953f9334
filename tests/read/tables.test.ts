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

it.each(['\t', ' | '])('the rows of a long table are no text that was wrapped (%j)', (between) => {
  const cells = (...words: string[]) => {
    const row = words.join(between);
    return between === '\t' ? row : `| ${row} |`;
  };
  const days = ['12月底前', '3月底前', '10月底前'];
  const rows = Array.from({ length: 30 }, (_, i) =>
    cells(`${i + 1}`, `组织第${i + 1}次训练并及时通报有关情况`, '教务处', days[i % days.length] ?? ''),
  );
  const plan = parse(
    ['某校任务分解表', cells('序号', '工作任务', '责任科室', '完成时限'), ...rows].join('\n'),
  );
  expect(plan.tasks).toHaveLength(30);
  expect(plan.tasks.filter(({ units, deadline }) => units.length !== 1 || !deadline)).toEqual([]);
});
