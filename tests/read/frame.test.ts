import { expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
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
