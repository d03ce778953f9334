import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, read } from './render.ts';

type Case = readonly [name: string, text: string, expected: string];

const tables: readonly Case[] = [
  [
    'cells one a line, from the middle of a longer table',
    `
      重点工作任务分解表
      序号 |
      目标与任务 |
      牵头责任单位 |
      责任单位 |
      80 |
      扩大学位供给。 |
      县教育局 |
      县财政局 |
      81 |
      办好职业学校。 |
      县教育局 |
      县人社局 |`,
    `
      80 扩大学位供给 牵 县教育局 责 县财政局
      81 办好职业学校 牵 县教育局 责 县人社局`,
  ],
  [
    'tabs',
    `
      清河县教育局2026年重点任务分解表
      序号\t工作任务\t牵头领导\t责任科室\t完成时限
      1\t新建学校。建两所。\t周晓\t项目办、计财科\t2026年8月
      2\t更换课桌\t李明\t后勤中心\t上半年`,
    `
      1 新建学校 牵 周晓 责 项目办、计财科 时 2026-08-31
      2 更换课桌 牵 李明 责 后勤中心 时 2026-06-30`,
  ],
  [
    'bars, with a row of dashes and group rows',
    `
      清河县2026年任务
      | 序号 | 重点工作 | 责任单位（责任人） | 完成时间 |
      | --- | --- | --- | --- |
      | 一 | 党建工作 | | |
      | 1 | 晨读。每天。 | 党建科 | 3月底 |
      | 二 | 业务工作 | | |
      | 2 | 晚读 | 各中小学 | 全年 |`,
    `
      §一 党建工作
        1 晨读 责 党建科 时 2026-03-31
      §二 业务工作
        2 晚读 责 各中小学 时 2026-12-31`,
  ],
  [
    'headings between rows',
    `
      一、党建工作
      序号\t工作任务\t责任科室
      1\t晨读\t党建科
      （二）业务工作
      2\t晚读\t教研室`,
    `
      §一 党建工作
        1 晨读 责 党建科
        §二 业务工作
          2 晚读 责 教研室`,
  ],
  [
    'cells that span rows, empty or lost',
    `
      类别\t序号\t任务\t责任单位\t时限
      党建\t1\t晨读\t党建科\t长期坚持
      \t2\t晚读\t办公室\t长期坚持
      3\t早操\t监察室\t长期坚持
      业务\t4\t备课\t教研室\t长期坚持
      \t\t上课\t基教科\t长期坚持`,
    `
      1 晨读 责 党建科 时 open
      2 晚读 责 办公室 时 open
      3 早操 责 监察室 时 open
      4 备课 责 教研室 时 open
      · 上课 责 基教科 时 open`,
  ],
  [
    'departments and their duties',
    `
      清河县健康行动分工
      部门\t职责与任务
      教育局\t开展健康教育。开足课时。
      财政局\t保障经费`,
    `
      · 开展健康教育 责 教育局
      · 保障经费 责 财政局`,
  ],
  [
    'one cell a line',
    `
      清河县教育局2026年任务分解表
      序号
      工作任务
      牵头单位
      配合单位
      完成时限
      1
      推进改革。深化三项。
      办公室
      人事科、计财科
      2026年8月
      2
      提升质量。
      教研室
      /
      年底前
      清河县教育局
      2026年3月1日`,
    `
      1 推进改革 牵 办公室 配 人事科、计财科 时 2026-08-31
      2 提升质量 牵 教研室 时 2026-12-31`,
  ],
  [
    'one cell a line, each with a bar behind',
    `
      序号 |
      工作任务 |
      责任单位 |
      1 |
      推进改革 |
      办公室 |
      2 |
      提升质量 |
      教研室 |`,
    `
      1 推进改革 责 办公室
      2 提升质量 责 教研室`,
  ],
  [
    'one cell a line, where the first columns span several rows',
    `
      序号
      工作事项
      主要内容
      牵头单位
      配合单位
      1
      扩大服务供给。
      培养医生，充实队伍。
      卫健局
      人社局
      引导医生下沉。
      各区政府
      卫健局
      2
      提升服务能力。
      建设站点。
      各区政府
      /`,
    `
      1 扩大服务供给 牵 卫健局、各区政府 配 人社局、卫健局
      2 提升服务能力 牵 各区政府`,
  ],
  [
    'one cell a line, with cells lost: the tasks stand',
    `
      序号
      工作任务
      牵头单位
      配合单位
      1
      推进改革
      办公室
      2
      提升质量
      教研室
      人事科`,
    `
      1 推进改革
      2 提升质量 牵 教研室 配 人事科`,
  ],
  [
    'a table that names nobody is none',
    `
      一、任务
      1.晨读。
      年级\t人数
      一年级\t40
      二年级\t50`,
    `
      §一 任务
        1 晨读`,
  ],
];

describe('tables', () => {
  it.each(tables)('%s', (_name, text, expected) => {
    expect(read(`某局2026年要点\n${plain(text)}`)).toBe(plain(expected));
  });

  it('have their numbers where they stand, and are no page numbers', () => {
    const text = '某局要点\n序号\n工作任务\n责任单位\n1\n推进改革\n办公室\n2\n提升质量\n教研室';
    const plan = parse(text);
    expect(plan.tasks.map(({ numberSpan }) => text.slice(numberSpan.start, numberSpan.end))).toEqual([
      '1',
      '2',
    ]);
    expect(plan.tasks.map(({ titleSpan }) => text.slice(titleSpan.start, titleSpan.end))).toEqual([
      '推进改革',
      '提升质量',
    ]);
    expect(plan.noise).toEqual([]);
  });
});
