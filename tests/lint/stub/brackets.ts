import { missingDeadline } from '../../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../../server/src/core/rules/responsibility/missing-unit.ts';
import type { Case } from './case.ts';

/** Stubs in brackets. */
export const brackets: readonly Case[] = [
  {
    name: 'a bracket behind the 。',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（责任单位：校产科）
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。（责任单位：校产科）
2.开放操场。周末开放。（责任单位：‸）`,
  },
  {
    name: 'a bracket before the 。',
    rule: missingLead,
    before: `1.整修教室，更换门窗（责任单位：校产科）。
2.开放操场，周末开放。`,
    after: `1.整修教室，更换门窗（责任单位：校产科）。
2.开放操场，周末开放（责任单位：‸）。`,
  },
  {
    name: 'a bracket on the next line',
    rule: missingLead,
    before: `　　1.整修教室。更换门窗。
　　（责任单位：校产科）
　　2.开放操场。周末开放。`,
    after: `　　1.整修教室。更换门窗。
　　（责任单位：校产科）
　　2.开放操场。周末开放。
　　（责任单位：‸）`,
  },
  {
    name: 'tortoise brackets',
    rule: missingLead,
    before: `1.整修教室。更换门窗。〔责任部门：校产科〕
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。〔责任部门：校产科〕
2.开放操场。周末开放。〔责任部门：‸〕`,
  },
  {
    name: 'half-width brackets and colons, closed as they open',
    rule: missingLead,
    before: `1.整修教室。更换门窗。(责任单位:校产科）
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。(责任单位:校产科）
2.开放操场。周末开放。(责任单位:‸)`,
  },
  {
    name: 'both labels as the siblings have them',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（牵头领导：周明，责任科室：校产科）
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。（牵头领导：周明，责任科室：校产科）
2.开放操场。周末开放。（牵头领导：‸，责任科室：‸）`,
  },
  {
    name: 'a bracket for each label',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（牵头单位：校产科）（责任单位：各校）
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。（牵头单位：校产科）（责任单位：各校）
2.开放操场。周末开放。（牵头单位：‸）（责任单位：‸）`,
  },
  {
    name: 'no label that only one of many tasks has',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（责任单位：校产科）
2.整修厕所。更换水管。（责任单位：校产科）
3.整修围墙。更换栏杆。（牵头单位：校产科；责任单位：各校）
4.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。（责任单位：校产科）
2.整修厕所。更换水管。（责任单位：校产科）
3.整修围墙。更换栏杆。（牵头单位：校产科；责任单位：各校）
4.开放操场。周末开放。（责任单位：‸）`,
  },
  {
    name: 'into the bracket of the task, last',
    rule: missingDeadline,
    before: `1.整修教室。更换门窗。（责任单位：校产科，完成时间：8月）
2.开放操场。周末开放。（责任单位：体卫艺科）`,
    after: `1.整修教室。更换门窗。（责任单位：校产科，完成时间：8月）
2.开放操场。周末开放。（责任单位：体卫艺科，完成时间：‸）`,
  },
  {
    name: 'into the bracket of the task, in its place',
    rule: missingUnit,
    before: `1.整修教室。更换门窗。（牵头领导：周明；责任科室：校产科；完成时限：8月）
2.开放操场。周末开放。（牵头领导：林岚；完成时限：9月）`,
    after: `1.整修教室。更换门窗。（牵头领导：周明；责任科室：校产科；完成时限：8月）
2.开放操场。周末开放。（牵头领导：林岚；责任科室：‸；完成时限：9月）`,
  },
  {
    name: 'into a bracket that ends in a 。 of its own',
    rule: missingDeadline,
    before: `1.整修教室。更换门窗。（责任单位：校产科。）`,
    after: `1.整修教室。更换门窗。（责任单位：校产科；完成时限：‸）`,
  },
  {
    name: 'behind an owner clause',
    rule: missingDeadline,
    before: `1.整修教室。更换门窗。（县教育局牵头，县财政局配合，完成时限：2025年8月）
2.开放操场。周末开放。（各乡镇政府负责落实）`,
    after: `1.整修教室。更换门窗。（县教育局牵头，县财政局配合，完成时限：2025年8月）
2.开放操场。周末开放。（各乡镇政府负责落实，完成时限：‸）`,
  },
  {
    name: 'a label where the siblings have owner clauses',
    rule: missingLead,
    before: `1.整修教室。更换门窗。(县教育局牵头，县财政局配合)
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。(县教育局牵头，县财政局配合)
2.开放操场。周末开放。(责任单位：‸)`,
  },
  {
    name: 'behind the last paragraph of a task',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（责任单位：校产科）
2.开放操场。分两步：
（1）白天开放。先开三所。
（2）晚上开放。装好照明。`,
    after: `1.整修教室。更换门窗。（责任单位：校产科）
2.开放操场。分两步：
（1）白天开放。先开三所。
（2）晚上开放。装好照明。（责任单位：‸）`,
  },
  {
    name: 'behind an owner clause, as the first label',
    rule: missingDeadline,
    before: '1.整修教室。更换门窗。（县教育局牵头，县财政局配合）',
    after: '1.整修教室。更换门窗。（县教育局牵头，县财政局配合，完成时限：‸）',
  },
  {
    name: 'no label from the page around the document',
    rule: missingLead,
    before: `1.整修教室。更换门窗。
2.开放操场。周末开放。
云岭县教育局
2025年3月1日
主办单位：云岭县人民政府`,
    after: `1.整修教室。更换门窗。（责任单位：‸）
2.开放操场。周末开放。（责任单位：‸）
云岭县教育局
2025年3月1日
主办单位：云岭县人民政府`,
  },
  {
    name: 'the usual words where the document has none',
    rule: missingLead,
    before: '1.整修教室。更换门窗。',
    after: '1.整修教室。更换门窗。（责任单位：‸）',
  },
  {
    name: 'a title without a 。',
    rule: missingDeadline,
    before: '1.整修教室\n2.开放操场',
    after: '1.整修教室（完成时限：‸）\n2.开放操场（完成时限：‸）',
  },
];
