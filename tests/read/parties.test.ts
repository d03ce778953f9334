import { describe, expect, it } from 'vitest';
import type { Party } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';

/** The list behind 责任单位, and who is in it; a group is marked with *. */
const units: readonly (readonly [list: string, expected: string])[] = [
  ['办公室、党建科', '办公室 党建科'],
  ['办公室，党建科；人事科', '办公室 党建科 人事科'],
  ['办公室 党建科　人事科', '办公室 党建科 人事科'],
  ['市财政局、市人社局及市税务局', '市财政局 市人社局 市税务局'],
  ['市财政局和市人社局', '市财政局 市人社局'],
  ['市财政局与市人社局', '市财政局 市人社局'],
  ['市财政局以及各区政府', '市财政局 各区政府*'],
  ['市教育局、市大数据局等', '市教育局 市大数据局'],
  ['市教育局、市大数据局等有关部门', '市教育局 市大数据局'],
  ['市教育局等相关部门以及各区政府', '市教育局 各区政府*'],
  ['市经济和信息化局、市文化和旅游局', '市经济和信息化局 市文化和旅游局'],
  ['各中小学、幼儿园', '各中小学* 幼儿园*'],
  ['教研室，各中小学、幼儿园', '教研室 各中小学* 幼儿园*'],
  ['各区、县（市）政府', '各区、县（市）政府*'],
  ['各县（市、区）政府', '各县（市、区）政府*'],
  ['各县区人民政府、园区管委会', '各县区人民政府* 园区管委会*'],
  ['各县、区人民政府、市实验小学', '各县、区人民政府* 市实验小学'],
  ['各乡镇人民政府、街道办事处', '各乡镇人民政府* 街道办事处*'],
  ['全市经济运行各专班', '全市经济运行各专班*'],
  ['市直有关部门、单位', '市直有关部门、单位*'],
  ['县直有关部门、城关镇、开发区医院', '县直有关部门* 城关镇 开发区医院'],
  ['各专班牵头部门和配合部门', '各专班牵头部门和配合部门*'],
  ['各乡镇、县政府', '各乡镇* 县政府'],
  ['市級各有關部門、相關單位', '市級各有關部門* 相關單位*'],
  ['市委组织部（人才办）、市委改革办〔市营商局〕', '市委组织部（人才办） 市委改革办〔市营商局〕'],
  ['市教育局、财政局', '市教育局 财政局'],
  ['有关部门、相关单位、全体教师', '有关部门* 相关单位* 全体教师*'],
  ['人行清河分行、银保监分局、团市委、清河移动公司', '人行清河分行 银保监分局 团市委 清河移动公司'],
  ['*市科技局、市数据局', '市科技局 市数据局'],
  ['⼯业和信息化局、发展改⾰委', '工业和信息化局 发展改革委'],
  ['办 公 室、党建 科', '办公室 党建科'],
  ['办公室、办公室', '办公室'],
  ['由市教育局、会同市财政局', '市教育局 市财政局'],
  ['×××、待定', ''],
];

/** The list behind 牵头领导; a unit in it is marked with +. */
const leaders: readonly (readonly [list: string, expected: string])[] = [
  ['张三、李四', '张三 李四'],
  ['张三 李四', '张三 李四'],
  ['安 平、牛广', '安平 牛广'],
  ['张三同志', '张三'],
  ['张三（局长）、李四（副局长）', '张三 李四'],
  ['张三局长、李四副局长', '张三 李四'],
  ['局长张三、党组成员 李四', '张三 李四'],
  ['党组书记、局长张三', '张三'],
  ['欧阳明、李团、买买提·艾力', '欧阳明 李团 买买提·艾力'],
  ['各学校校长', '各学校校长*'],
  ['分管副局长', '分管副局长'],
  ['办公室主任、校长', '办公室主任 校长'],
  ['县教育局、张三', '县教育局+ 张三'],
];

describe('lists of parties', () => {
  it.each(units)('%s: %s', (list, expected) => {
    const [task] = parse(`1.抓好阅读。（责任单位：${list}）`).tasks;
    expect(shown(task?.units ?? [], 'unit')).toBe(expected);
  });

  it.each(leaders)('%s: %s', (list, expected) => {
    const [task] = parse(`1.抓好阅读。（牵头领导：${list}）`).tasks;
    expect(shown(task?.leads ?? [], 'person')).toBe(expected);
  });

  it.each([...units, ...leaders])('%s: every name stands where it says', (list) => {
    const text = `1.抓好阅读。（牵头领导：${list}）`;
    const [task] = parse(text).tasks;
    for (const { name, span } of task?.leads ?? []) {
      expect(text.slice(span.start, span.end).replace(/\s/gu, '').normalize('NFKC')).toBe(
        name.normalize('NFKC'),
      );
    }
  });
});

function shown(parties: readonly Party[], usual: Party['kind']): string {
  return parties
    .map(
      ({ name, kind }) => name + (kind === usual ? '' : kind === 'group' ? '*' : kind === 'unit' ? '+' : '!'),
    )
    .join(' ');
}
