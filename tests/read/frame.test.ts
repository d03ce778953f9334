import { describe, expect, it } from 'vitest';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, render } from './render.ts';

interface Frame {
  readonly title?: string;
  readonly year?: number;
  readonly number?: string;
  readonly date?: string;
  readonly issuers?: readonly string[];
  readonly recipients?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The sections and tasks, rendered. */
  readonly body?: string;
}

/** What stands around a plan, and what is read of it; what is not named is not there. */
const frames: readonly (readonly [name: string, text: string, expected: Frame])[] = [
  ['a title alone', '清河县2026年教育工作要点', { title: '清河县2026年教育工作要点', year: 2026 }],
  [
    'a year spaced off by an export',
    '清河县 2026 年教育工作要点\n2027-06-03',
    { title: '清河县 2026 年教育工作要点', year: 2026, date: '2027-06-03' },
  ],
  [
    'years spaced off in a bracket',
    '清河县阅读三年行动计划（ 2026—2028 年 ）',
    { title: '清河县阅读三年行动计划（ 2026—2028 年 ）', year: 2026 },
  ],
  [
    'a term without the word for its school year',
    '清河县实验小学2025-2026第二学期教学工作计划',
    { title: '清河县实验小学2025-2026第二学期教学工作计划', year: 2026 },
  ],
  ['a year without 年', '清河县团委2026的工作计划', { title: '清河县团委2026的工作计划', year: 2026 }],
  [
    'a title printed twice, with spaces before it',
    `
        清河县2026年教育工作要点
      清河县2026年教育工作要点
      （清教发〔2026〕3号）`,
    { title: '清河县2026年教育工作要点', year: 2026, number: '清教发〔2026〕3号' },
  ],
  [
    'a title broken over two lines',
    `
      清河县加强和改进学校阅读
      工作的实施方案
      一、任务
      1.晨读。`,
    { title: '清河县加强和改进学校阅读工作的实施方案', body: '§一 任务\n  1 晨读' },
  ],
  [
    'the kind of a plan broken off its title',
    `
      清河县教育系统安全整治三年行动
      实施方案
      一、任务
      1.晨读。`,
    { title: '清河县教育系统安全整治三年行动实施方案', body: '§一 任务\n  1 晨读' },
  ],
  [
    'a title over three lines, one of which could be a title',
    `
      清河县政府办公室关于深入开展
      节约用水引领行动
      推进节水改造实施方案
      2026 年 3 月 8 日
      一、任务
      1.晨读。`,
    {
      title: '清河县政府办公室关于深入开展节约用水引领行动推进节水改造实施方案',
      year: 2026,
      date: '2026-03-08',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a title broken before its last word, below its issuer',
    `
      清河县教育局
      关于做好校园食堂
      卫生工作的通知
      一、任务
      1.晨读。`,
    { title: '关于做好校园食堂卫生工作的通知', body: '§一 任务\n  1 晨读' },
  ],
  [
    'a title of the Republic’s year, and its numbers',
    `
      清河縣115年度閱讀推廣計畫
      壹、目的
      提升素養。
      貳、實施內容
      一、晨讀。（主辦單位：教務處）
      二、書展。（主辦單位：圖書館）`,
    {
      title: '清河縣115年度閱讀推廣計畫',
      year: 2026,
      body: '§壹 目的 [guidance]\n§貳 實施內容\n  一 晨讀 牵 教務處\n  二 書展 牵 圖書館',
    },
  ],
  [
    'a heading of the body, and the column of a web site',
    `
      清河新闻
      清河县教育局重点工作计划
      2026年，教育局将进一步办好各级各类学校。
      2026年主要任务
      （一）晨读。`,
    { title: '清河县教育局重点工作计划', body: '一 晨读' },
  ],
  [
    'a collection, breadcrumbs, and the number in the title',
    `
      首页 > 信息公开 > 决策部署
      第一篇：清河县2026年重点工作任务（清政发〔2026〕2号）
      一、任务
      1.晨读。`,
    {
      title: '清河县2026年重点工作任务',
      year: 2026,
      number: '清政发〔2026〕2号',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'the number behind the title, and who put it on the page',
    `
      发布：2026-03-22 15:40:36   阅读： 次 【
      清河县政府关于印发质量提升方案的通知 清府办函〔2026〕83号
      作者：林遥 清河县2027年工作计划
      一、任务
      1.晨读。`,
    {
      title: '清河县政府关于印发质量提升方案的通知',
      year: 2026,
      number: '清府办函〔2026〕83号',
      metadata: { 发布: '2026-03-22 15:40:36', 阅读: '次 【', 作者: '林遥 清河县2027年工作计划' },
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a programme that has a year in its name',
    `
      关于落实《清河教育现代化2035》重点工作分工方案
      一、任务
      1.晨读。
      清河县教育局
      2026年3月5日`,
    {
      title: '关于落实《清河教育现代化2035》重点工作分工方案',
      year: 2026,
      date: '2026-03-05',
      issuers: ['清河县教育局'],
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a title cut before a general word, and documents cited above the body',
    `
      清河县关于进一步加强和改进新时代
      中小学校食品安全管理的实施方案
      依据下列文件，制定本方案。
      《清河县教育事业发展规划》
      一、任务
      1.晨读。`,
    {
      title: '清河县关于进一步加强和改进新时代中小学校食品安全管理的实施方案',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a plan that is named again behind it, and a summary in its appendix',
    `
      清河县教育局关于印发《2026年校园安全工作方案》的通知
      各学校：
      现将《2026年校园安全工作方案》印发给你们。
      一、任务
      1.晨读。
      附件：
      2026年校园安全工作方案
      清河县2025年教育工作总结
      一、开展情况`,
    {
      title: '清河县教育局关于印发《2026年校园安全工作方案》的通知',
      year: 2026,
      recipients: '各学校',
      body: '§一 任务\n  1 晨读\n§一 开展情况 [review]',
    },
  ],
  [
    'the years below the title',
    `
      清河县学前教育提升计划
      （2026—2028年）
      一、任务
      1.晨读。`,
    { title: '清河县学前教育提升计划（2026—2028年）', year: 2026, body: '§一 任务\n  1 晨读' },
  ],
  [
    'a number behind its label in brackets',
    `
      【发文字号】 清政办〔2026〕111号
      清河县2026年教育工作总结和2027年工作思路
      一、任务
      1.晨读。`,
    {
      title: '清河县2026年教育工作总结和2027年工作思路',
      year: 2027,
      number: '清政办〔2026〕111号',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'metadata in cells',
    `
      索引号 | 0010/2026-0048 |
      发文字号： | 清政发〔2026〕2号 | 有 效 性： | 有效 |
      标 题： | 清河县关于印发2026年任务分工的通知 |
      成文日期 | 2026-03-05
      一、任务
      1.晨读。`,
    {
      title: '清河县关于印发2026年任务分工的通知',
      year: 2026,
      number: '清政发〔2026〕2号',
      date: '2026-03-05',
      metadata: {
        索引号: '0010/2026-0048',
        发文字号: '清政发〔2026〕2号',
        '有 效 性': '有效',
        '标 题': '清河县关于印发2026年任务分工的通知',
        成文日期: '2026-03-05',
      },
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a notice, signed and dated before the plan',
    `
      清河县教育局关于印发《2026年教育工作要点》的通知
      清教发[2026]15号
      各中小学、幼儿园，局机关各科室：
      现将《2026年教育工作要点》印发给你们，请认真落实。
      清河县教育局
      2026年3月5日
      （此件公开发布）
      2026年教育工作要点
      2026年是关键之年，要办好人民满意的教育，特制定本要点。
      一、任务
      1.晨读。`,
    {
      title: '2026年教育工作要点',
      year: 2026,
      number: '清教发[2026]15号',
      date: '2026-03-05',
      issuers: ['清河县教育局'],
      recipients: '各中小学、幼儿园，局机关各科室',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'an opinion, signed and dated behind the plan',
    `
      清河市人民政府办公室关于加强校园阅读的实施意见
      各县区人民政府，市政府各部门：
      为加强阅读，提出如下意见：
      一、任务
      1.晨读。
      清河市人民政府办公室
      二〇二六年三月七日
      （联系人：周晓）`,
    {
      title: '清河市人民政府办公室关于加强校园阅读的实施意见',
      year: 2026,
      date: '2026-03-07',
      issuers: ['清河市人民政府办公室'],
      recipients: '各县区人民政府，市政府各部门',
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'several issuers in columns',
    `
      关于推进家庭阅读的实施方案
      一、任务
      1.晨读。
      清河市教育局            清河市财政局
      清河市文化和旅游局      清河市妇女联合会
      2026年10月19日`,
    {
      title: '关于推进家庭阅读的实施方案',
      year: 2026,
      date: '2026-10-19',
      issuers: ['清河市教育局', '清河市财政局', '清河市文化和旅游局', '清河市妇女联合会'],
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a block of metadata',
    `
      索引号: 1137/2026-001 文号: 清教字〔2026〕8号
      发文日期: 2026-03-10 发布机构: 清河市教育局
      • 字号:
      打印 关闭
      浏览次数：12
      清河市教育局 2026年工作要点
      一、任务
      1.晨读。
      Produced By 大汉网络`,
    {
      title: '清河市教育局 2026年工作要点',
      year: 2026,
      number: '清教字〔2026〕8号',
      date: '2026-03-10',
      issuers: ['清河市教育局'],
      metadata: {
        索引号: '1137/2026-001',
        文号: '清教字〔2026〕8号',
        发文日期: '2026-03-10',
        发布机构: '清河市教育局',
        浏览次数: '12',
      },
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'markdown metadata',
    `
      # 清河区关于印发《2026年阅读计划》的通知
      **发布日期**: 2026-01-27
      **发布机构**: 清河区教育局
      ---
      **清河区2026年阅读计划**
      一、任务
      1.晨读。
      **更新时间**: 2026-02-01`,
    {
      title: '清河区2026年阅读计划',
      year: 2026,
      date: '2026-01-27',
      issuers: ['清河区教育局'],
      metadata: { 发布日期: '2026-01-27', 发布机构: '清河区教育局' },
      body: '§一 任务\n  1 晨读',
    },
  ],
  [
    'a notice that is all there is',
    `
      清河县教育局关于印发《2026年工作要点》的通知
      各学校：
      现将要点印发给你们，见附件。
      附件：2026年工作要点
      清河县教育局
      2026年3月5日`,
    {
      title: '清河县教育局关于印发《2026年工作要点》的通知',
      year: 2026,
      date: '2026-03-05',
      issuers: ['清河县教育局'],
      recipients: '各学校',
      metadata: { 附件: '2026年工作要点' },
    },
  ],
  [
    'appendices: one of tasks, one of words',
    `
      清河县2026年阅读方案
      一、任务
      1.晨读。
      二、保障措施
      （一）加强领导。
      附件：1.任务分工表
      2.名词解释
      清河县教育局
      2026年3月5日
      附件1
      清河县2026年阅读任务分工表
      1.建设书房。（责任科室：项目办）
      附件2
      名词解释
      1.“双减”：指减负。
      2.“书香校园”：指爱读书的学校。`,
    {
      title: '清河县2026年阅读方案',
      year: 2026,
      date: '2026-03-05',
      issuers: ['清河县教育局'],
      body: '§一 任务\n  1 晨读\n§二 保障措施 [safeguards]\n  §一 加强领导 [safeguards]\n1 建设书房 责 项目办',
    },
  ],
  [
    'the foot of a web page',
    `
      清河县2026年阅读方案
      一、任务
      1.晨读。
      — 6 —
      2.晚读。
      相关文档
      主办单位：清河县人民政府    联系方式：1234
      某ICP备20001927号-1   网站标识码：4401
      上一篇：通知`,
    { title: '清河县2026年阅读方案', year: 2026, body: '§一 任务\n  1 晨读\n  2 晚读' },
  ],
  [
    'years of a summary and a plan, of several years, and of none',
    '清河县2025年工作总结和2026年工作计划',
    { title: '清河县2025年工作总结和2026年工作计划', year: 2026 },
  ],
  [
    'a plan for years',
    '清河县阅读行动计划（2026—2028年）',
    { title: '清河县阅读行动计划（2026—2028年）', year: 2026 },
  ],
  [
    'a report',
    '政府工作报告\n——2026年1月26日在会上\n各位代表：',
    { title: '政府工作报告', recipients: '各位代表' },
  ],
];

describe('the frame', () => {
  it.each(frames)('%s', (_name, text, expected) => {
    const plan = parse(plain(text));
    expect(frameOf(plan)).toEqual({ issuers: [], metadata: {}, body: '', ...expected });
  });

  it.each(frames)('%s: every word stands where it says', (_name, text) => {
    const plan = parse(plain(text));
    for (const words of [plan.title, plan.date, plan.recipients, plan.documentNumber, ...plan.issuers]) {
      if (words)
        expect(squeezed(plan.text.slice(words.span.start, words.span.end))).toBe(squeezed(words.text));
    }
  });

  it.each([
    ['清河县教育局责任单位名录', ''],
    ['清河县教育局机构设置', ''],
    ['科室', '/县/清河县责任单位名录.txt'],
    ['科室', 'a/b/county.units.plan'],
  ])('%s at %s is a directory', (title, path) => {
    expect(parse(`${title}\n1. 办公室`, { path }).kind).toBe('directory');
  });

  it('has entries of a directory without owners', () => {
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
});

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

function frameOf(plan: Plan): Frame {
  const { title, year, documentNumber, date, recipients } = plan;
  return {
    ...(title && { title: title.text }),
    ...(year !== undefined && { year }),
    ...(documentNumber && { number: documentNumber.text }),
    ...(date && { date: date.iso }),
    ...(recipients && { recipients: recipients.text }),
    issuers: plan.issuers.map(({ text }) => text),
    metadata: Object.fromEntries(plan.metadata.map(({ label, value }) => [label.text, value.text])),
    body: render(plan),
  };
}
