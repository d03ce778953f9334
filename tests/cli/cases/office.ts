import type { Cases } from './case.ts';

const old =
  '2025年工作要点\n一、任务\n1.读书。（责任单位：办公室；完成时限：2025年6月）\n2.写字。（责任单位：教研室）\n';
const plan =
  '2026年工作要点\n一、任务\n1.读书。（责任单位：人事科；完成时限：2026年9月）\n3.算术。（责任单位：教研室）\n';

/** Calls of the commands that follow a plan up. */
export const officeCases: Cases = {
  'two plans by meaning': {
    args: ['diff', 'a.plan', 'b.plan'],
    files: { 'a.plan': old, 'b.plan': plan },
    code: 0,
    stdout: [
      '责任单位：办公室 → 人事科',
      '时限：2025年6月 → 2026年9月',
      '- 删去  2. 写字',
      '+ 新增  3. 算术',
    ],
  },
  'one plan is not two': {
    args: ['diff', 'a.plan', '--locale', 'en'],
    files: { 'a.plan': old },
    code: 2,
    stderr: [
      'planlint: name two plans: planlint diff OLD NEW; or compare with an earlier version by --since.',
    ],
  },
  'deadlines of all plans': {
    args: ['agenda', '--today', '2026-09-01', '--days', '10', '.'],
    files: { 'a.plan': old, 'b.plan': plan },
    code: 0,
    stdout: [
      /^已逾期 1 {2}以后到期 1 {2}未写明时限 2\n2025年6月（1）\n {2}2025-06-30（逾期428天） {2}1\. 读书/u,
    ],
  },
  'a wrong number of days': {
    args: ['agenda', '--days', 'x'],
    code: 2,
    stderr: [/^planlint: --days 应为非负整数，而不是“x”。/u],
  },
  'objectives and tasks': {
    args: ['trace', '--format', 'md', 'a.plan'],
    files: { 'a.plan': old },
    code: 0,
    stdout: ['| 目标 | 任务 | 责任单位 | 完成时限 |'],
  },
  'a ledger before its plans': {
    args: ['progress', '台账.xlsx'],
    files: { '台账.xlsx': 'x' },
    code: 2,
    stderr: ['planlint: 请先写台账，再写计划：planlint progress 台账.xlsx 计划.txt。'],
  },
  'a ledger that is none': {
    args: ['progress', '台账.xlsx', 'a.plan'],
    files: { '台账.xlsx': 'x', 'a.plan': old },
    code: 2,
    stderr: ['planlint: 台账.xlsx：不是完整的 Office 文件，可能已损坏，请用 Word 或 WPS 打开后另存。'],
  },
  'an import over what it reads': {
    args: ['import', 'a.html', '--output', 'a.html'],
    files: { 'a.html': '<p>读书' },
    code: 2,
    stderr: [/^planlint: a\.html：这个文件正要读取/u],
  },
  'an import of what is not there': {
    args: ['import', 'no.docx'],
    code: 2,
    stderr: ['planlint: no.docx：没有这个文件或文件夹，请检查路径。'],
  },
  'tasks by unit': {
    args: ['export', '--format', 'csv', '--by', 'unit', 'b.plan'],
    files: { 'b.plan': plan },
    code: 0,
    stdout: ['单位,文件,章节', '\r\n人事科,b.plan,任务,1,读书'],
  },
};
