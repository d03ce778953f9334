import { describe, expect, it } from 'vitest';
import { plain, read } from './render.ts';

type Case = readonly [name: string, text: string, expected: string];

/** Where fields stand in a plan, and whose they are read to be. */
const placements: readonly Case[] = [
  [
    'lines below',
    `
      一、任务
      1.晨读。每天半小时。
      责任单位：教研室，各中小学、幼儿园
      完成时间：2026年12月
      2.晚读。
      责任单位:办公室 党建科
      完成时限: 2026年6月30日前`,
    `
      §一 任务
        1 晨读 责 教研室、各中小学、幼儿园 时 2026-12-31
        2 晚读 责 办公室、党建科 时 2026-06-30`,
  ],
  [
    'two labels on one line',
    `
      （一）晨读。每天半小时。
      牵头部门：市教育局　　配合部门：市文旅局、团市委
      （二）晚读。
      责任领导：周晓  责任科室：办公室  完成时限：2026年5月`,
    `
      一 晨读 牵 市教育局 配 市文旅局、团市委
      二 晚读 牵 周晓 责 办公室 时 2026-05-31`,
  ],
  [
    'lines above',
    `
      一、任务
      责任单位：教研室
      1.晨读。
      责任单位：办公室
      2.晚读。`,
    `
      §一 任务
        1 晨读 责 教研室
        2 晚读 责 办公室`,
  ],
  [
    'a statement alone on its line',
    `
      （一）晨读。
      每天半小时。
      市教育局牵头落实
      （二）晚读。
      市教育局牵头，各区政府配合
      （三）强化部门牵头机制
      健全学校牵头制度`,
    `
      一 晨读 牵 市教育局
      二 晚读 牵 市教育局 配 各区政府
      三 强化部门牵头机制`,
  ],
  [
    'a bracket over several lines, with one inside',
    `
      1.晨读。
      （责任单位：

      组织处，各市、县（区）
      教育局，厅直属各单位）
      2.晚读。`,
    `
      1 晨读 责 组织处、各市、县（区）教育局、厅直属各单位
      2 晚读`,
  ],
  [
    'the organisers of an event, with a deadline below',
    `
      1.晨读。
      主办单位：县教育局　协办单位：县财政局
      完成时限：2026年6月`,
    '1 晨读 牵 县教育局 配 县财政局 时 2026-06-30',
  ],
  [
    'below a line that is no title of another document',
    `
      1.改造校舍。
      具体措施
      更换门窗，列入县级重点建设项目
      责任单位：总务处`,
    '1 改造校舍 责 总务处',
  ],
  [
    'organisers among them a centre of information',
    `
      1.晨读。
      主办单位：县教育局、县教育信息中心
      完成时间：2026年6月`,
    '1 晨读 牵 县教育局、县教育信息中心 时 2026-06-30',
  ],
  [
    'prose alone on its line',
    `
      1.晨读。（责任单位：教研室）
      建立县教育局牵头，各乡镇配合。
      一是县教育局牵头，县公安局配合。
      总之，要抓好落实。
      2.晚读。（责任单位：教研室）`,
    `
      1 晨读 责 教研室
      2 晚读 责 教研室`,
  ],
  [
    'a bracket that is never closed, before the next task',
    `
      1.晨读（责任单位：办公室
      2.晚读（责任单位：教研室）`,
    `
      1 晨读 责 办公室
      2 晚读 责 教研室`,
  ],
  [
    'a rule in a bracket behind the units',
    `
      1.晨读。
      责任单位：市教育局、市文旅局（除标注“分别牵头”外，列第一位的为牵头单位，下同）`,
    '1 晨读 牵 市教育局 责 市文旅局',
  ],
  [
    'names alone in a bracket, at the end of every task',
    `
      1.晨读。每天半小时。（市法制办、市政府办公厅，各部门）
      2.晚读。每周两次。（市教育局）
      3.评比。每月一次。（市教育局，各区政府）`,
    `
      1 晨读 责 市法制办、市政府办公厅、各部门
      2 晚读 责 市教育局
      3 评比 责 市教育局、各区政府`,
  ],
  [
    'behind a sentence end, without a bracket',
    `
      1.晨读。每天半小时。责任单位：教研室。完成时限：2026年6月。
      2.晚读。责任单位：办公室 完成时限：2026年7月`,
    `
      1 晨读 责 教研室 时 2026-06-30
      2 晚读 责 办公室 时 2026-07-31`,
  ],
  [
    'values on the line below their labels',
    `
      1.晨读。
      牵头单位：
      办公室、教研室
      完成时限：
      2026年8月底
      2.晚读。
      责任单位：`,
    `
      1 晨读 牵 办公室、教研室 时 2026-08-31
      2 晚读`,
  ],
  [
    'a bracket over three lines',
    `
      1.晨读。（牵头单位：教研室；
      配合单位：办公室、
      团委）
      2.晚读。`,
    `
      1 晨读 牵 教研室 配 办公室、团委
      2 晚读`,
  ],
  [
    'a bracket under a heading, inherited',
    `
      一、读书
      （责任领导：周晓；责任科室：教研室）
      1.晨读。
      2.晚读。（责任科室：办公室）
      二、写字（责任科室：基教科）
      3.练字。`,
    `
      §一 读书
        1 晨读 牵 周晓 责 教研室
        2 晚读 牵 周晓 责 办公室
      §二 写字
        3 练字 责 基教科`,
  ],
  [
    'a blanket clause, for what follows it',
    `
      一、任务
      1.晨读。（责任单位：教育局。以下均需各区、县（市）政府落实，不再列出）
      2.晚读。（责任单位：文旅局）`,
    `
      §一 任务
        1 晨读 责 教育局
        2 晚读 责 文旅局、各区、县（市）政府`,
  ],
  [
    'a blanket clause that includes',
    `
      （一）晨读。（教育局、文旅局按职责分工负责，以下责任单位均包括各市人民政府，不再列出）
      （二）晚读。（文旅局等按职责分工负责）`,
    `
      一 晨读 责 教育局、文旅局
      二 晚读 责 文旅局、各市人民政府`,
  ],
  [
    'lead by the first place',
    `
      1.晨读。（责任单位：教育局、文旅局，列第一位的为牵头单位，下同）
      2.晚读。（责任单位：文旅局、教育局）`,
    `
      1 晨读 牵 教育局 责 文旅局
      2 晚读 牵 文旅局 责 教育局`,
  ],
  [
    'lead by the first comma, in brackets of names alone',
    `
      1.晨读。（教育局、文旅局，各区政府。第一个逗号前为牵头单位，下同）
      2.晚读。（文旅局，教育局）`,
    `
      1 晨读 牵 教育局、文旅局 责 各区政府
      2 晚读 牵 文旅局 责 教育局`,
  ],
  [
    'lead by the first place, in each bracket of a task',
    `
      1.晨读。（责任单位：教育局、文旅局。列第一位的为牵头单位，下同）
      2.晚读。每周。（责任单位：文旅局、教育局）评比。（责任单位：妇联、团委）`,
    `
      1 晨读 牵 教育局 责 文旅局
      2 晚读 牵 文旅局、妇联 责 教育局、团委`,
  ],
  [
    'lead by the comma, and by the list where it has none',
    `
      1.晨读。（责任单位：教育局、文旅局，各镇政府；逗号前为牵头单位，下同）
      2.晚读。（责任单位：文旅局、教育局（含教研室，招生办））`,
    `
      1 晨读 牵 教育局、文旅局 责 各镇政府
      2 晚读 牵 文旅局、教育局（含教研室，招生办）`,
  ],
  [
    'lead by the first place, the others to support',
    `
      1.晨读。（责任单位：教育局、文旅局；牵头单位列首位，其余为配合单位）
      2.晚读。（责任单位：文旅局、教育局）`,
    `
      1 晨读 牵 教育局 配 文旅局
      2 晚读 牵 文旅局 配 教育局`,
  ],
  [
    'a statement that goes on below, for those that name nobody',
    `
      1.晨读。（教育局、文旅局按职能分工负责，下同）
      2.晚读。
      3.评比。（教育局负责）
      4.展演。`,
    `
      1 晨读 责 教育局、文旅局
      2 晚读 责 教育局、文旅局
      3 评比 责 教育局
      4 展演 责 教育局、文旅局`,
  ],
  [
    'an inner bracket that goes on, and a statement that does not',
    `
      1.晨读。（责任单位：教育局、各镇政府（含街道，下同））
      2.晚读。`,
    `
      1 晨读 责 教育局、各镇政府（含街道，下同）
      2 晚读`,
  ],
  [
    'a blanket clause that concerns, without more words',
    `
      1.晨读。（教育局负责。以下各条均涉及各镇政府）
      2.晚读。（文旅局负责）`,
    `
      1 晨读 责 教育局
      2 晚读 责 文旅局、各镇政府`,
  ],
  [
    'lead by the first place, inherited',
    `
      （一）读书。
      推动阅读。（教育局、文旅局等负责，排第一位者为牵头部门，下同）
      1.晨读。每天。
      2.晚读。每周。（文旅局、教育局负责）`,
    `
      §一 读书
        1 晨读 牵 教育局 责 文旅局
        2 晚读 牵 文旅局 责 教育局`,
  ],
  [
    'under measures, for their task',
    `
      一、阅读
      （一）读书。
      “一核”：建设书房。（牵头单位：文旅局，责任单位：城投公司）
      “多点”：建设书屋。（责任单位：各镇）
      （二）写字。（责任单位：教育局）`,
    `
      §一 阅读
        一 读书 牵 文旅局 责 城投公司、各镇
        二 写字 责 教育局`,
  ],
];

describe('where fields stand', () => {
  it.each(placements)('%s', (_name, text, expected) => {
    expect(read(`某县2026年教育工作要点\n${plain(text)}`)).toBe(plain(expected));
  });
});
