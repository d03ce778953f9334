import type { Cases } from './case.ts';

const plan = (year: number) => `${year}年滨湖区教育工作要点
一、重点任务
1. 实施“晨曦领航计划”。办好湖滨悦读会，组织教师参加。
`;

const files = { 'a.plan': plan(2025), 'b.plan': plan(2026) };

/** Terms of one's own, listed and learnt. */
export const words: Cases = {
  'terms that two plans put in quotes': {
    args: ['words', 'a.plan', 'b.plan'],
    files,
    code: 0,
    stdout: [/^晨曦领航计划$/mu],
  },
  'terms of one plan': { args: ['words', 'a.plan'], files, code: 0, not: ['晨曦领航计划'] },
  'terms learnt into a new dictionary': {
    args: ['words', '--learn', '.'],
    files,
    code: 0,
    written: { 'planlint.json': /"words": \{\s+"add": \[\s+"晨曦领航计划"/u },
    stderr: [/^planlint: planlint\.json 的 words\.add 已有这 \d+ 个词/u],
  },
  'terms learnt beside what the dictionary has': {
    args: ['words', '--learn', '.', '--locale', 'en'],
    files: {
      ...files,
      'planlint.json': '{\n  // 本局用语\n  "words": { "add": ["书香校园"], "ignore": [] },\n}\n',
    },
    code: 0,
    changed: {
      'planlint.json':
        '{\n  // 本局用语\n  "words": {\n    "add": [\n      "书香校园",\n      "晨曦领航计划"\n    ],\n    "ignore": []\n  },\n}\n',
    },
    stderr: [/^planlint: words\.add of planlint\.json holds the 1 terms found/u],
  },
  'a dictionary with a mistake is left alone': {
    args: ['words', '--learn', 'a.plan', 'b.plan', '--no-config'],
    files: { ...files, 'planlint.json': '{ "words": { "add": [ }' },
    code: 2,
    stderr: [/^planlint: planlint\.json 有错，没有改动/u],
  },
};
