import type { Rule } from '../../lint/rule.ts';
import { reportUnknown } from '../../lint/unknown.ts';
import { classesIn } from '../../people/bodies.ts';

const directory = [
  '柳湾县教育局责任单位名录',
  '一、机关科室',
  '1. 办公室（负责人：郝一鸣）',
  '2. 学前教育科',
  '3. 教师发展中心（简称：教发中心）',
  '4. 人事科',
].join('\n');

/** A unit that the directory does not have: misspelt, or yet to be added. */
export const unknownUnit: Rule = {
  id: 'unknown-unit',
  name: { zh: '名录外单位', en: 'Unknown unit' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '责任单位在责任单位名录中查得到。',
    en: 'Every responsible unit is one that the unit directory has.',
  },
  why: {
    zh: '名录中没有的单位，多半是写错了名称，或者已经撤并、更名；这样的任务派不出去。只有附近有名录时才检查；“各中小学”等统称和“学校”“有关部门”等泛称不查，名录没有收录的一类单位（如只列科室、不列学校）也不查。同一名称只在首次出现处提示一次。',
    en: 'A unit that the directory lacks was mostly misspelt, merged or renamed, and nobody can be sent the task. Checked only where a directory is at hand. Groups and general words are left alone, and so is a class of units that the directory does not list at all. Each name is reported once, where it first stands.',
  },
  examples: [
    {
      directory,
      bad: '一、任务\n1.培训骨干。（责任单位：⟦教师发展重心⟧、人事科）\n2.评选名师。（责任单位：教师发展重心）',
      good: '一、任务\n1.培训骨干。（责任单位：教师发展中心、人事科）\n2.评选名师。（责任单位：教师发展中心）',
    },
    {
      directory,
      bad: '一、任务\n1.培训骨干。（责任单位：教发中心、人事科）\n2.更新网站。（责任单位：县教育局办公室、⟦新闻科⟧）',
      good: '一、任务\n1.培训骨干。（责任单位：教发中心、人事科）\n2.更新网站。（责任单位：县教育局办公室）',
    },
  ],
  check: (plan, report, { directories }) =>
    reportUnknown(plan, report, directories, {
      kind: 'unit',
      called: { zh: '责任单位', en: 'responsible unit' },
      fits: ({ kind }) => kind !== 'person',
      expected: (all) => {
        const isListed = classesIn(all);
        return ({ party }) => isListed(party.name);
      },
    }),
};
