import { missingDeadline } from '../../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../../server/src/core/rules/responsibility/missing-unit.ts';
import type { Case } from './case.ts';

/** Stubs on lines of their own, or in the text without a bracket. */
export const lines: readonly Case[] = [
  {
    name: 'lines of their own',
    rule: missingDeadline,
    before: `1.整修教室。更换门窗。
责任单位：校产科
完成时间：8月
2.开放操场。周末开放。
责任单位：体卫艺科
3.整修围墙。更换栏杆。
责任单位：校产科
完成时间：8月`,
    after: `1.整修教室。更换门窗。
责任单位：校产科
完成时间：8月
2.开放操场。周末开放。
责任单位：体卫艺科
完成时间：‸
3.整修围墙。更换栏杆。
责任单位：校产科
完成时间：8月`,
  },
  {
    name: 'a line above the line that belongs behind it',
    rule: missingLead,
    before: `　　1.整修教室。更换门窗。
　　责任单位：校产科
　　完成时间：8月
　　2.开放操场。周末开放。
　　完成时间：9月`,
    after: `　　1.整修教室。更换门窗。
　　责任单位：校产科
　　完成时间：8月
　　2.开放操场。周末开放。
　　责任单位：‸
　　完成时间：9月`,
  },
  {
    name: 'lines with empty lines between them',
    rule: missingLead,
    before: `1.整修教室。更换门窗。

责任单位：校产科

2.开放操场。周末开放。

3.整修围墙。更换栏杆。

责任单位：校产科`,
    after: `1.整修教室。更换门窗。

责任单位：校产科

2.开放操场。周末开放。

责任单位：‸

3.整修围墙。更换栏杆。

责任单位：校产科`,
  },
  {
    name: 'two labels on one line',
    rule: missingLead,
    before: `1.整修教室。更换门窗。
牵头部门：校产科　　责任部门：各校
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。
牵头部门：校产科　　责任部门：各校
2.开放操场。周末开放。
牵头部门：‸　　责任部门：‸`,
  },
  {
    name: 'a label in the text',
    rule: missingLead,
    before: `1.整修教室。更换门窗。责任单位：校产科
2.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。责任单位：校产科
2.开放操场。周末开放。责任单位：‸`,
  },
  {
    name: 'lines where the document has such lines, below the bracket of the task',
    rule: missingDeadline,
    before: `1.整修教室。更换门窗。（责任单位：校产科）
完成时间：8月
2.开放操场。周末开放。（责任单位：体卫艺科）`,
    after: `1.整修教室。更换门窗。（责任单位：校产科）
完成时间：8月
2.开放操场。周末开放。（责任单位：体卫艺科）
完成时间：‸`,
  },
  {
    name: 'a bracket where the document has such brackets, above the lines of the task',
    rule: missingLead,
    before: `1.整修教室。更换门窗。（责任单位：校产科）
完成时间：8月
2.开放操场。周末开放。
完成时间：9月`,
    after: `1.整修教室。更换门窗。（责任单位：校产科）
完成时间：8月
2.开放操场。周末开放。（责任单位：‸）
完成时间：9月`,
  },
  {
    name: 'a line behind the other lines, above what follows',
    rule: missingDeadline,
    before: `1.整修教室。
责任单位：校产科
更换门窗，粉刷墙面。
2.开放操场。
责任单位：体卫艺科
周末向居民开放。`,
    after: `1.整修教室。
责任单位：校产科
完成时限：‸
更换门窗，粉刷墙面。
2.开放操场。
责任单位：体卫艺科
完成时限：‸
周末向居民开放。`,
  },
  {
    name: 'a label between two on one line',
    rule: missingUnit,
    before: `1.整修教室。更换门窗。
牵头领导：周明　　责任科室：校产科　　完成时限：8月
2.开放操场。周末开放。
牵头领导：林岚　　完成时限：9月`,
    after: `1.整修教室。更换门窗。
牵头领导：周明　　责任科室：校产科　　完成时限：8月
2.开放操场。周末开放。
牵头领导：林岚　　责任科室：‸　　完成时限：9月`,
  },
  {
    name: 'a label between two on one line that a separator parts',
    rule: missingUnit,
    before: `1.整修教室。更换门窗。
牵头领导：周明；责任科室：校产科；完成时限：8月
2.开放操场。周末开放。
牵头领导：林岚；完成时限：9月`,
    after: `1.整修教室。更换门窗。
牵头领导：周明；责任科室：校产科；完成时限：8月
2.开放操场。周末开放。
牵头领导：林岚；责任科室：‸；完成时限：9月`,
  },
  {
    name: 'a line for each label where two on one line are an exception',
    rule: missingLead,
    before: `1.整修教室。更换门窗。
牵头单位：校产科
责任单位：各校
2.整修厕所。更换水管。
牵头单位：校产科　责任单位：各校
3.整修围墙。更换栏杆。
牵头单位：校产科
责任单位：各校
4.开放操场。周末开放。`,
    after: `1.整修教室。更换门窗。
牵头单位：校产科
责任单位：各校
2.整修厕所。更换水管。
牵头单位：校产科　责任单位：各校
3.整修围墙。更换栏杆。
牵头单位：校产科
责任单位：各校
4.开放操场。周末开放。
牵头单位：‸
责任单位：‸`,
  },
];
