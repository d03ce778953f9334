import { describe, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { expectLinear } from '../rules/growth.ts';

/** Characters of the smaller of two texts that are compared. */
const SIZE = 4000;

/** What is repeated, in one line or in many, to make a parser look twice. */
const awkward = [
  ...[
    '1',
    '一',
    '、',
    '。',
    '　',
    '\t',
    '|',
    ' ',
    '（',
    '）',
    '（）',
    '“',
    '”',
    '：',
    '…',
    '—',
    '𠮷',
    '&nbsp;',
    '*',
  ],
  ...[
    '（责任单位：',
    '责任单位：',
    '责任单位',
    '责 任 单 位 ：',
    '【牵头领导】',
    '（牵头',
    '牵头负责配合',
    '等相关部门',
  ],
  ...[
    '办公室、',
    '办公室和',
    '各校及',
    '张三 ',
    '局长',
    '主要预期',
    '目标和任务',
    '加强',
    '组织领导',
    '20',
    '2026年',
  ],
  ...[
    '2026年8月底前完成，',
    '每月',
    '3月至',
    '到2028年',
    '十四五',
    '一是晨读；',
    '（1）晨读。',
    '①晨读',
    '——晨读',
  ],
  ...[
    '一、晨读',
    '（一）晨读。',
    '1.晨读。',
    '1.1 晨读 ',
    '第一条 晨读',
    '以下均由办公室',
    '列第一位的为牵头',
  ],
  ...[
    '附件：1.表',
    '关于印发方案的通知',
    '清河县教育局',
    '国 务 院 ',
    '序号',
    '工作任务',
    '责任单位\t工作任务',
    '一、\n',
  ],
  ...[
    '序号\n工作任务\n责任单位\n1\n',
    '1\n晨读\n办公室\n',
    '牵头单位：\n',
    '（责任单位：办公室、\n',
    '清河县教育局\n2026年3月5日\n',
  ],
  ...[
    '1.晨读。\n责任单位：办公室\n',
    '一、晨读。（责任单位：办公室）\n',
    '序号\t工作任务\t责任单位\n1\t晨读\t办公室\n',
  ],
];

/** What was slow once in a long paragraph. */
const slow: Readonly<Record<string, (n: number) => string>> = {
  'spaces in a heading': (n) => `1.推进${'工作要求落实到位全面推进建设 '.repeat(n / 15)}`,
  'brackets that explain a word': (n) => `1.推进（${'甲局（下列乙），'.repeat(n / 8)}负责）。`,
  'a day before many names': (n) => `1.推进（6月底前${'、甲科'.repeat(n / 3)}负责）。`,
  'spaces in an owner bracket': (n) => `1.推进（${'号 '.repeat(n / 2)}。`,
  'boxes without numbers': (n) => '专栏1\n'.repeat(n / 4),
  'fields of one bracket that goes on below': (n) =>
    `1.甲（${'责任单位：某某局；'.repeat(n / 9)}责任单位：县局，下同）`,
};

describe('time grows no faster than the text', () => {
  it.each(awkward.map((unit) => [JSON.stringify(unit), unit]))('%s', (_name, unit) => {
    expectLinear(SIZE, (n) => {
      const text = `清河县2026年工作要点\n一、任务\n1.晨读。${unit.repeat(Math.ceil(n / unit.length))}`;
      return () => parse(text);
    });
  });

  it.each(awkward.map((unit) => [JSON.stringify(unit), unit]))('%s, a line each', (_name, unit) => {
    expectLinear(SIZE, (n) => {
      const text = `清河县2026年工作要点\n${`${unit}\n`.repeat(Math.ceil(n / (unit.length + 1)))}`;
      return () => parse(text);
    });
  });

  // What was slow once, at sizes at which that shows.
  it.each(Object.entries(slow))('%s', (_name, textOf) => {
    expectLinear(4 * SIZE, (n) => {
      const text = textOf(n);
      return () => parse(text);
    });
  });
});
