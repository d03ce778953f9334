import type { Rule } from '../../lint/rule.ts';
import { reportUnknown } from '../../lint/unknown.ts';

const directory = [
  '柳湾县教育局责任单位名录',
  '一、局领导',
  '1. 章慕白（职务：党组书记、局长）',
  '2. 佟以安（职务：副局长；分管：办公室、人事科）',
  '二、机关科室',
  '1. 办公室（负责人：郝一鸣）',
  '2. 人事科',
].join('\n');

/** A leader whom the directory does not have. */
export const unknownLeader: Rule = {
  id: 'unknown-leader',
  name: { zh: '名录外领导', en: 'Unknown leader' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '牵头领导在责任单位名录中查得到。',
    en: 'Every leader named is one that the unit directory has.',
  },
  why: {
    zh: '名录中没有的领导，多半是姓名写错，或者已经调离。只有附近的名录列出了领导时才检查；“责任人”“负责人”后面写的常是经办人，只在疑似写错时提示。同一姓名只在首次出现处提示一次。',
    en: 'A leader whom the directory lacks was mostly misspelt, or has left. Checked only where a directory at hand lists leaders. What follows 责任人 and 负责人 is often whoever does the work, and reported only where it may be a slip. Each name is reported once, where it first stands.',
  },
  examples: [
    {
      directory,
      bad: '一、任务\n1.招聘教师。（牵头领导：⟦佟宜安⟧；责任单位：人事科）\n2.公开信息。（牵头领导：章慕白；责任单位：办公室）',
      good: '一、任务\n1.招聘教师。（牵头领导：佟以安；责任单位：人事科）\n2.公开信息。（牵头领导：章慕白；责任单位：办公室）',
    },
    {
      directory,
      bad: '一、任务\n1.招聘教师。（分管领导：⟦鲁重山⟧；责任单位：人事科）\n2.公开信息。（责任人：丁小满）',
      good: '一、任务\n1.招聘教师。（分管领导：佟以安；责任单位：人事科）\n2.公开信息。（责任人：郝一鸣）',
    },
  ],
  check: (plan, report, { directories }) =>
    reportUnknown(plan, report, directories, {
      kind: 'person',
      called: { zh: '牵头领导', en: 'leader' },
      fits: ({ kind }) => kind === 'person',
      expected:
        () =>
        ({ label }) =>
          label?.includes('领导') ?? false,
    }),
};
