import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../server/src/core/lint/fix.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { allKinds, findingsIn, fixedBy } from '../rules/check.ts';
import { brackets } from './stub/brackets.ts';
import { lines } from './stub/lines.ts';

const title = '云岭县教育局2025年工作要点\n一、重点任务\n';

const cases = [...brackets, ...lines];

/** A text wrapped at 24 characters, each title on two lines, the last line short. */
const wrapped = ['（一）', '（二）', '（三）', '(二十 四)', '5 .', '6.', '7.', '8.']
  .map(
    (number) =>
      `${number}围绕学生成长建设覆盖城乡中小学幼儿园所有班\n级的阅读空间。各学校要把图书角建到每一个教室里面去\n并且安排专人负责整理图书和登记借还情况每周开放五天\n让每个学生每学期至少读完五本好书并写下读后的感想。`,
  )
  .join('\n');

/** Texts of which an empty field more or less must not change how they are read. */
const steady = [
  ['lines that were wrapped', wrapped],
  [
    'paragraphs above numbered items that say who does them',
    ['制造', '农业', '物流']
      .map(
        (what, i) =>
          `（${'一二三'[i]}）数字${what}。\n推动数字技术与${what}融合，建设示范基地。（市${what}局牵头）\n1.建设平台。汇集各方数据。\n2.培训人员。每年办班两期。`,
      )
      .join('\n'),
  ],
  [
    'items of which few are orders',
    ['教材费', '伙食费', '住宿费', '交通费']
      .map((what, i) => `${i + 1}.${what}。从公用经费中列支。`)
      .join('\n'),
  ],
] as const;

describe('a stub', () => {
  it.each(steady)('changes nothing of what is read and found: %s', (_name, body) => {
    const text = title + body;
    const found = (where: string) =>
      [missingLead, missingDeadline].flatMap((rule) =>
        findingsIn(rule, where).map(({ span, severity }) => [severity, where.slice(span.start, span.end)]),
      );
    const stubbed = fixedBy(missingDeadline, fixedBy(missingLead, text));
    expect(stubbed.match(/(?:责任单位|完成时限)：/gu)?.length).toBeGreaterThan(3);
    expect(found(stubbed)).toEqual(found(text));
    const titles = (where: string) => parse(where).tasks.map((task) => task.title.replace(/\s+/gu, ''));
    expect(titles(stubbed)).toEqual(titles(text));
  });

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

  it('is none in a table, even where other tasks have lines', () => {
    const text = `${title}1.整修教室。更换门窗。
责任单位：校产科
完成时限：8月
序号\t工作任务\t责任单位
2\t开放操场\t体卫艺科`;
    const findings = findingsIn(missingDeadline, text);
    expect(findings).toMatchObject([{ severity: 'hint', fix: undefined }]);
  });

  it('is none where an empty field is there under another label', () => {
    const text = `${title}1.整修教室。更换门窗。（责任单位：校产科）
2.开放操场。周末开放。（责任科室：）`;
    expect(findingsIn(missingLead, text)).toMatchObject([
      { message: { zh: '第2项任务“开放操场”的责任科室尚待填写。' }, fix: undefined },
    ]);
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
