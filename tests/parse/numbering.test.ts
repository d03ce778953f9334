import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/parse.ts';
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
  [
    'two plans in one text, each from 一、',
    `
      一、夯实基础
      1.建设校舍。
      二、保障措施
      成立专班。
      城北区学校阅读行动方案
      一、重点任务
      1.建设书房。`,
    `
      §一 夯实基础
        1 建设校舍
      §二 保障措施 [safeguards]
      §一 重点任务
        1 建设书房`,
  ],
  [
    '一、 each with an owner and nothing numbered below',
    `
      一、办公空间。免费提供。（责任单位：国资委）
      二、人才公寓。租金减半。
      三、启动资金。最高十万元。（责任单位：财政局）
      四、附则
      本措施由财政局解释。`,
    `
      一 办公空间 责 国资委
      二 人才公寓
      三 启动资金 责 财政局
      §四 附则 [safeguards]`,
  ],
  [
    'owned paragraphs without numbers under one heading',
    `
      一、支持平台建设
      培育平台。给予补助。（责任单位：经信局）
      推动上云。发放券。（责任单位：财政局）
      二、支持人才
      培养人才。开展培训。（责任单位：人社局）`,
    `
      §一 支持平台建设
        · 培育平台 责 经信局
        · 推动上云 责 财政局
      §二 支持人才
        · 培养人才 责 人社局`,
  ],
  [
    'headings and tasks that end in a colon',
    `
      一、主要工作：
      （一）德育工作：
      1、开好班会：每周一次。
      2、办好家长学校：
      （二）阅读工作：
      1、晨读；`,
    `
      §一 主要工作
        §一 德育工作
          1 开好班会
          2 办好家长学校
        §二 阅读工作
          1 晨读`,
  ],
  [
    'a heading that goes on behind a colon',
    `
      一、空间布局：一核引领、两翼齐飞
      （一）建设核心：集聚资源，打造样板。
      （二）建设两翼：协同发展。`,
    `
      §一 空间布局：一核引领、两翼齐飞
        一 建设核心
        二 建设两翼`,
  ],
  [
    'markdown headings, bullets and bold labels',
    `
      ## 一、重点任务
      ### （一）扩大学位
      - 1.新建学校。**责任单位**：项目办
      - **2.改建学校**
      **牵头单位：** 基建科`,
    `
      §一 重点任务
        §一 扩大学位
          1 新建学校 责 项目办
          2 改建学校 牵 基建科`,
  ],
  [
    'residue before the number',
    `
      一、重点工作
      [bookmark: _GoBack]1.抓好阅读。
      • 2.抓好书写。`,
    `
      §一 重点工作
        1 抓好阅读
        2 抓好书写`,
  ],
  [
    'parts, each with a role of its own',
    `
      第一部分 2025年工作总结
      一、主要工作
      （一）晨读。已成习惯。
      第二部分 2026年工作计划
      一、重点工作
      ★（一）晚读。逐步推开。`,
    `
      §一 2025年工作总结 [review]
        §一 主要工作 [review]
          §一 晨读 [review]
      §二 2026年工作计划
        §一 重点工作
          一 晚读`,
  ],
  [
    'numbers in a box between tasks',
    `
      （一）引进首店。支持。（商务局负责）
      专栏1 品牌培育工程
      1.品牌行动。开展。
      2.首店行动。开展。
      （二）发展夜市。支持。（文旅局负责）`,
    `
      一 引进首店 责 商务局
      二 发展夜市 责 文旅局`,
  ],
  [
    'tasks that run on behind a box',
    `
      （一）引进首店
      1.首店行动。开展。
      专栏1 品牌培育工程
      培育品牌。
      2.夜市行动。开展。`,
    `
      §一 引进首店
        1 首店行动
        2 夜市行动`,
  ],
  [
    'measures: 一是, ——, ①, and an ordinal that is none',
    `
      一、重点工作
      1.抓好阅读。一是晨读；二是晚读。
      2.抓好书写。
      ——每周一练。
      ——每月一评。
      3.抓好计算。①口算；②笔算。
      4.抓好实验。一是一，二是二不分。
      5.抓好劳动。重点是：1.种菜；2.养花。`,
    `
      §一 重点工作
        1 抓好阅读 措 一、二
        2 抓好书写 措 ——、——
        3 抓好计算 措 ①、②
        4 抓好实验 措 一、二
        5 抓好劳动 措 1、2`,
  ],
  [
    'slogans, figures and times that are no numbers',
    `
      一、重点工作
      一、二年级不留书面作业。
      1.抓好阅读。
      2.5万册图书上架。
      10:30开始大课间。
      三会一课常态化。
      2.抓好书写。`,
    `
      §一 重点工作
        1 抓好阅读
        2 抓好书写`,
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
