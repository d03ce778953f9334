import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../server/src/core/fix.ts';
import type { Rule } from '../../server/src/core/lint.ts';
import { missingDeadline } from '../../server/src/core/rules/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/missing-unit.ts';
import { allKinds, findingsIn, fixedBy } from './check.ts';

const title = '云岭县教育局2025年工作要点\n一、重点任务\n';

interface Case {
  readonly name: string;
  readonly rule: Rule;
  /** Below the title and one heading. */
  readonly before: string;
  /** The same after the stub; `‸` where a person types. */
  readonly after: string;
}

const cases: readonly Case[] = [
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

describe('a stub', () => {
  it.each(cases)('stands as $name', ({ rule, before, after }) => {
    const text = title + before;
    expect(withCursors(rule, text)).toBe(title + after);
    expect(fixedBy(rule, text)).toBe(title + after.replaceAll('‸', ''));
  });

  it.each(cases)('keeps the line ends: $name', ({ rule, before, after }) => {
    const crlf = (text: string) => (title + text).replaceAll('\n', '\r\n');
    expect(withCursors(rule, crlf(before))).toBe(crlf(after));
  });

  it.each(cases)('leaves the finding and takes no second: $name', ({ rule, before, after }) => {
    const found = (text: string) =>
      findingsIn(rule, text).map(({ severity, span }) => [severity, text.slice(span.start, span.end)]);
    const fixed = title + after.replaceAll('‸', '');
    expect(found(fixed)).toEqual(found(title + before));
    expect(findingsIn(rule, fixed).filter(({ fix }) => fix)).toEqual([]);
  });

  it('is none in a table', () => {
    const text = `云岭县教育局2025年重点任务分工表
序号\t工作任务\t责任单位\t完成时限
1\t整修教室\t校产科\t8月
2\t开放操场\t\t9月`;
    const findings = findingsIn(missingLead, text);
    expect(findings).toMatchObject([{ severity: 'warning', fix: undefined }]);
    expect(text.slice(findings[0]!.span.start, findings[0]!.span.end)).toBe('2\t开放操场');
  });

  it('is none between tasks whose lines stand above them', () => {
    const text = `${title}责任单位：校产科
1.整修教室。更换门窗。
责任单位：校产科
2.整修围墙。更换栏杆。
二、其他任务
3.开放操场。周末开放。`;
    expect(findingsIn(missingLead, text)).toMatchObject([{ severity: 'warning', fix: undefined }]);
  });
});

/** `text` with the stubs of one round in it and `‸` at each of their stops. */
function withCursors(rule: Rule, text: string): string {
  const findings = findingsIn(rule, text).map((finding) => {
    if (!finding.fix) return finding;
    const edits = finding.fix.edits.map(({ span, newText, stops = [] }) => {
      const parts = [0, ...stops].map((from, i) => newText.slice(from, stops[i]));
      return { span, newText: parts.join('‸') };
    });
    return { ...finding, fix: { ...finding.fix, edits } };
  });
  return applyFixes(text, findings, allKinds).text;
}
