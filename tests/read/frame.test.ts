import { expect, it } from 'vitest';
import { kindOf, parse } from '../../server/src/core/read/read.ts';
import { documents } from '../rules/texts.ts';
import { plain } from './render.ts';

it('a directory has entries without owners', () => {
  const text = `
    清河县教育局责任单位名录
    一、局领导
    1. 张三（职务：党组书记、局长；分管：办公室、党建科）
    2. 李四（职务：副局长，负责教学；分管：基教科）
    二、机关科室
    3. 办公室（简称：局办；负责人：王五；上级：县教育局）
    4. 各中小学（包括：一中、二中）`;
  expect(
    parse(plain(text)).tasks.map(({ title, leads, units }) => [title, leads.length, units.length]),
  ).toEqual([
    ['张三', 0, 0],
    ['李四', 0, 0],
    ['办公室', 1, 0],
    ['各中小学', 0, 0],
  ]);
});

it('a text is told to be a plan or a directory without all of it being read', () => {
  const title = '滨湖区教育局关于公布本局各科室\n及直属学校责任单位名录';
  expect(kindOf(`${title}\n一、科室\n1. 人事科`)).toBe('directory');
  expect(kindOf('工作计划\n一、更新单位名录\n1. 汇总。')).toBe('plan');
  expect(kindOf('', { path: 'x/通讯录.txt' })).toBe('directory');
  for (const [name, text] of documents()) expect(kindOf(text), name).toBe(parse(text).kind);
});

it('the title is no line of a preamble and no heading that counts what stands below it', () => {
  const titleIn = (...lines: string[]) => parse(lines.join('\n')).title?.text;
  const tasks = '一、重点任务\n1.补植树木。（责任科室：造林股）';
  expect(
    titleIn(
      '云溪县林业局2026年工作方案',
      '',
      '为落实县委部署，扎实推进国土绿化行动',
      '各项任务，制定本方案。',
      tasks,
    ),
  ).toBe('云溪县林业局2026年工作方案');
  expect(
    titleIn('凤鸣镇2026年重点任务清单', '', '重点工程项目（2项）', '1.修建水厂。责任单位：水利站。'),
  ).toBe('凤鸣镇2026年重点任务清单');
  expect(titleIn('凤鸣镇2026年', '重点工程项目（2项）', '1.修建水厂。责任单位：水利站。')).toContain(
    '重点工程项目',
  );
});
