import { describe, it } from 'vitest';
import { applyFixes } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { sampled, soaking } from '../rounds.ts';
import { allKinds, servedBy } from './check.ts';
import { expectLinear } from './growth.ts';

const head = '2024年工作要点\n一、重点任务\n';

const served = servedBy(
  parse(''),
  '责任单位名录\n一、局领导\n1. 李四（分管：人事科）\n2. 张三（分管：教研室）\n二、科室\n1. 办公室\n2. 县教育局（简称：教育局）',
);

/** What is repeated up to the wanted length, after `head`. */
const awkward: Readonly<Record<string, string>> = {
  digits: '1234567890',
  'full-width spaces': '　',
  'empty lines': '\n',
  'lines of spaces': ' 　\r\n',
  'opening brackets': '（',
  'brackets of all kinds': '（〔【《“',
  'pairs of brackets': '（）()',
  quotes: '“”‘’"',
  stops: '。；，、',
  labels: '责任单位：',
  'labels in brackets': '（责任单位：',
  'label lines': '责任单位：\n完成时限：\n',
  'labels between spaces': '责任单位：　　　　',
  measures: '一是开展活动；二是提升质量；',
  headings: '一、任务\n',
  numbers: '1.\n',
  'tasks of one line': '1.开展活动。周末开放。\n',
  'tasks of different numbers': '（一）开展活动。\n1.开放。\n（1）周末。\n',
  'tasks with brackets': '1.开展活动。周末开放。（牵头领导：张三；责任科室：办公室）\n2.开放操场。\n',
  'tasks with lines': '1.开展活动。周末开放。\n责任单位：办公室\n2.开放操场。\n完成时间：8月\n',
  'one task of many measures': '开展活动。（责任单位：办公室）',
  'owner clauses': '（县教育局牵头，各校配合）',
  'names in a list': '办公室、',
  'table rows': '1\t开展活动\t办公室\t\n',
  'dates and rates': '2024年8月底前完成99%，',
  'astral characters': '𠮷',
  'declared counts': '以下三项工作，甲、乙等五大行动，以上4个项目。',
  sums: '其中9人（甲4、乙6），甲4人、乙5人，共8人，1名甲、2名乙优化为',
  'quotes and titles': '“三六九”管理模式“五六九”管理模式《石桥县校舍改造计划》《石桥县校舍的改造计划》',
  ordinals: '一是开展；三是提升；',
  comments: '<!-- planlint-disable-next-line -->\n',
};

const texts = Object.entries(awkward).flatMap(([name, unit]) => {
  const repeated = (n: number) => unit.repeat(Math.ceil(n / unit.length));
  return [
    [name, (n: number) => head + repeated(n)],
    [`${name} in a task`, (n: number) => `${head}1.开展活动。${repeated(n)}`],
  ] as const;
});

/** What was slow once, with sizes at which that shows. */
const slow: readonly (readonly [rule: string, size: number, textOf: (n: number) => string])[] = [
  ['repeated-word', 24000, (n) => `一、推进${'附件〕；其中其中：\n'.repeat(n / 10)}`],
  ['missing-deadline', 16000, (n) => `${head}1.某某科情况说明\n${'责任单位：办公室\n'.repeat(n / 9)}`],
];

describe('time grows no faster than a long text', () => {
  it.each(slow)('%s', (id, size, textOf) => {
    const some = rules.filter((rule) => rule.id === id);
    expectLinear(size, (n) => {
      const plan = parse(textOf(n));
      return () => lint({ ...plan }, some, defaultSettings);
    });
  });
});

/** Characters of the smaller text. */
const SIZE = soaking ? 3000 : 1000;

describe.each(texts.map((text, i) => [...text, i] as const))(
  'time grows no faster than the text: %s',
  (_name, textOf, i) => {
    // Each text with every third rule in `npm test`, another third with the next text, and all with all in a soak.
    const some = sampled([...rules.slice(i % 3), ...rules.slice(0, i % 3)], 3);
    const plans = new Map<number, Plan>();
    const planOf = (n: number) => {
      const plan = plans.get(n) ?? parse(textOf(n));
      plans.set(n, plan);
      return plan;
    };

    it.each(some.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
      expectLinear(SIZE, (n) => {
        const plan = planOf(n);
        return () => lint(plan, [rule], defaultSettings, served);
      });
    });

    it('applying all fixes', () => {
      expectLinear(SIZE, (n) => {
        const plan = planOf(n);
        const findings = lint(plan, rules, defaultSettings);
        return () => applyFixes(plan.text, findings, allKinds);
      });
    });
  },
);
