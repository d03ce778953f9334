import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, read, renderLines } from './render.ts';

/** Every way in which sections and tasks are numbered: what stands there, and how it is read. */
const forms: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    '一、（一）1. as the standard has it',
    `
      一、夯实基础
      （一）建设校舍
      1.新建教学楼。开工三栋。
      2.改造操场。铺设跑道。
      （二）配齐设备
      3.更新课桌。全部换新。`,
    `
      §一 夯实基础
        §一 建设校舍
          1 新建教学楼
          2 改造操场
        §二 配齐设备
          3 更新课桌`,
  ],
  [
    '1、 and （1） below it',
    `
      一、重点工作
      1、抓好阅读。每天半小时。
      （1）建设图书角。
      （2）评选阅读之星。
      2、抓好书写。每周一练。`,
    `
      §一 重点工作
        1 抓好阅读 措 1、2
        2 抓好书写`,
  ],
  [
    'half-width (一) and (1)',
    `
      一、重点工作
      (一)抓好阅读
      (1)建设图书角。
      (2)评选阅读之星。`,
    `
      §一 重点工作
        §一 抓好阅读
          1 建设图书角
          2 评选阅读之星`,
  ],
  [
    '1) and ①',
    `
      （一）抓好阅读
      1)建设图书角。
      2)评选阅读之星。
      （二）抓好书写
      ①每周一练。
      ②每月一评。`,
    `
      §一 抓好阅读
        1 建设图书角
        2 评选阅读之星
      §二 抓好书写
        ① 每周一练
        ② 每月一评`,
  ],
  [
    'full-width and small full stops behind the number',
    `
      一、重点工作
      1．抓好阅读。
      2﹒抓好书写。
      3 .抓好计算。
      4. 抓好实验。`,
    `
      §一 重点工作
        1 抓好阅读
        2 抓好书写
        3 抓好计算
        4 抓好实验`,
  ],
  [
    'spaces before and behind the mark',
    `
      一 、夯实基础
      1.建设校舍。
      二、  提升质量
      2.备好课。`,
    `
      §一 夯实基础
        1 建设校舍
      §二 提升质量
        2 备好课`,
  ],
  [
    'a number written twice',
    `
      一、一、夯实基础
      1.建设校舍。
      二、二、提升质量
      2.备好课。`,
    `
      §一 夯实基础
        1 建设校舍
      §二 提升质量
        2 备好课`,
  ],
  [
    'a plan that begins with （一）',
    `
      （一）夯实基础。建设校舍。（责任科室：项目办）
      （二）提升质量。备好课。（责任科室：教研室）`,
    `
      一 夯实基础 责 项目办
      二 提升质量 责 教研室`,
  ],
  [
    'chapters and articles',
    `
      第一章 总则
      第一条 为办好教育，制定本办法。
      第二章 主要任务
      第二条 扩大学位。新建两所学校。（责任单位：项目办）
      第三条 提升质量。加强教研。（责任单位：教研室）`,
    `
      §一 总则
        §一 为办好教育，制定本办法 [guidance]
      §二 主要任务
        二 扩大学位 责 项目办
        三 提升质量 责 教研室`,
  ],
  [
    'articles with （一） below',
    `
      第一条 空间支持
      提供场地。（责任单位：科技局）
      第二条 人才支持
      （一）引进人才。给予奖励。（责任单位：人才办）
      （二）安居保障。提供住房。（责任单位：住建局）
      附则
      （一）适用范围
      本市企业。`,
    `
      一 空间支持 责 科技局
      §二 人才支持
        一 引进人才 责 人才办
        二 安居保障 责 住建局
      § 附则 [safeguards]
        §一 适用范围 [guidance]`,
  ],
  [
    'decimal numbers',
    `
      1. 总体要求
      1.1 指导思想
      办好教育。
      2. 重点任务
      2.1 扩大学位
      2.1.1 新建学校
      2.1.2 改建学校
      2.2 提升质量`,
    `
      §1 总体要求 [guidance]
        §1.1 指导思想 [guidance]
      §2 重点任务
        §2.1 扩大学位
          2.1.1 新建学校
          2.1.2 改建学校
        2.2 提升质量`,
  ],
  [
    'numbers that run on across sections',
    `
      一、夯实基础
      1.建设校舍。
      2.配齐设备。
      二、提升质量
      3.备好课。`,
    `
      §一 夯实基础
        1 建设校舍
        2 配齐设备
      §二 提升质量
        3 备好课`,
  ],
  [
    '（三） that runs on across 一、 and skips a level',
    `
      一、夯实基础
      （一）建设校舍。开工。
      二、提升质量
      （二）备好课。集体备。
      1.每周一次。
      （三）上好课。`,
    `
      §一 夯实基础
        一 建设校舍
      §二 提升质量
        §二 备好课
          1 每周一次
        三 上好课`,
  ],
];

describe('numbering', () => {
  it.each(forms)('%s', (_name, text, expected) => {
    expect(read(text)).toBe(plain(expected));
  });

  it('keeps numbers as they are written', () => {
    const numbers = parse('一、任务\n（十二）抓好阅读\n⒈备课\n⒉上课\n第3条 其他').sections;
    expect(numbers.map(({ number }) => number)).toEqual(['一', '十二', '3']);
  });

  it('says on which line each begins', () => {
    const plan = parse('\n某校计划\r\n一、任务\r\n\r\n1.晨读。\r2.晚读。');
    expect(renderLines(plan)).toBe('@3 一 任务\n@5 1 晨读\n@6 2 晚读');
  });

  it('leaves out a list of attachments and a table of contents', () => {
    const text = '一、重点任务……3\n一、重点任务\n1.晨读。\n附件：1.评分表\n2.名单\n某校\n2026年3月1日';
    expect(read(text)).toBe('§一 重点任务\n  1 晨读');
  });
});
