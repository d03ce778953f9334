import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/parse.ts';
import { plain, read, render } from './render.ts';

type Case = readonly [name: string, text: string, expected: string];

/** A task with what stands behind its title, and who is read out of it. */
const brackets: readonly Case[] = [
  ['round, full width', '（牵头领导：周晓；责任科室：办公室、党建科）', '牵 周晓 责 办公室、党建科'],
  ['round, half width', '(责任科室:办公室,党建科)', '责 办公室、党建科'],
  ['tortoise', '〔责任单位：市教育局、各县（市、区）政府〕', '责 市教育局、各县（市、区）政府'],
  ['square', '[责任单位：市教育局，各区、县（市）政府]', '责 市教育局、各区、县（市）政府'],
  ['lenticular', '【牵头单位：教研室；完成时限：2026年6月】', '牵 教研室 时 2026-06-30'],
  [
    'open in one width, closed in another',
    '(各镇政府、县政府各部门负责落实，完成时限：2026年12月）',
    '责 各镇政府、县政府各部门 时 2026-12-31',
  ],
  ['never closed', '（责任单位：教研室', '责 教研室'],
  [
    'labels split by ，',
    '（牵头部门：市教育局，配合部门：市文旅局、市文联）',
    '牵 市教育局 配 市文旅局、市文联',
  ],
  [
    'labels split by a space',
    '（责任领导：周晓 责任科室：职教科 配合科室：人事科）',
    '牵 周晓 责 职教科 配 人事科',
  ],
  [
    'three labels',
    '（主办单位：教研室；协办单位：电教馆；时限要求：年底前）',
    '牵 教研室 配 电教馆 时 2026-12-31',
  ],
  ['a label without a colon', '（责任单位 办公室、党建科）', '责 办公室、党建科'],
  ['a label with 为', '（牵头单位为市教育局）', '牵 市教育局'],
  ['labels with 为', '（牵头单位为市教育局，配合单位为市财政局）', '牵 市教育局 配 市财政局'],
  [
    'labels that say how much',
    '（主要责任单位：卫健局；其他责任单位：发改局；主要协作单位：各镇政府）',
    '责 卫健局、发改局 配 各镇政府',
  ],
  ['a label of posts', '（分管副校长：周晓；具体负责人：林遥）', '牵 周晓、林遥'],
  [
    'a label, then who supports',
    '（牵头单位：县教育局，县财政局、县公安局配合）',
    '牵 县教育局 配 县财政局、县公安局',
  ],
  ['a leader, then who supports', '（牵头领导：周晓，办公室配合）', '牵 周晓 配 办公室'],
  ['a label with another in brackets', '（责任科室（单位）：办公室）', '责 办公室'],
  ['a label in lenticular brackets', '【责任领导】周晓【责任科室】办公室', '牵 周晓 责 办公室'],
  [
    'a label in English',
    '(lead: 周晓; responsible: 办公室; deadline: 2026年5月)',
    '牵 周晓 责 办公室 时 2026-05-31',
  ],
  ['spaces in the label', '（责 任 人：周晓；完 成 时 限：5月）', '牵 周晓 时 2026-05-31'],
  [
    'traditional characters',
    '（牽頭領導：周曉；責任單位：辦公室、財務科；協辦單位：總務處）',
    '牵 周曉 责 辦公室、財務科 配 總務處',
  ],
  [
    'traditional verbs',
    '（市教育局牽頭，市財政局配合，各學校負責落實）',
    '牵 市教育局 责 各學校 配 市財政局',
  ],
  ['X负责', '（市教育局、各区政府负责）', '责 市教育局、各区政府'],
  ['persons, and an office', '（张明、李红负责，办公室配合）', '责 张明、李红 配 办公室'],
  ['schools by their short names', '（一中、二中、实验小学负责）', '责 一中、二中、实验小学'],
  ['X牵头，Y配合', '（省商务厅牵头，清河海关配合）', '牵 省商务厅 配 清河海关'],
  [
    'X牵头、Y负责',
    '（县交通局牵头、各镇政府负责落实，完成时限：2026年10月）',
    '牵 县交通局 责 各镇政府 时 2026-10-31',
  ],
  ['X分别负责落实', '（市交通委、市教委、市卫健委分别负责落实）', '责 市交通委、市教委、市卫健委'],
  [
    '按职责分工',
    '（财政部、税务总局牵头，各部门按职责分工负责，6月底前完成）',
    '牵 财政部、税务总局 责 各部门 时 2026-06-30',
  ],
  ['按分管领域', '（市各相关部门按分管领域负责，2026年10月底前完成）', '责 市各相关部门 时 2026-10-31'],
  ['按各自职责', '（基教科牵头，人事科、各学校按各自职责负责）', '牵 基教科 责 人事科、各学校'],
  ['会同', '（市教育局会同市财政局负责）', '责 市教育局、市财政局'],
  ['the sign of a ratio for a colon', '（责任单位∶办公室）', '责 办公室'],
  [
    'several deadlines: the first that names a day',
    '（教研室牵头，持续实施）；评比（办公室负责，12月底前完成）。',
    '牵 教研室 责 办公室 时 2026-12-31',
  ],
  ['共同牵头', '（工信局、发改局共同牵头）', '牵 工信局、发改局'],
  [
    '等部门',
    '（市教育局牵头，市委宣传部、市文旅局等部门具体负责，持续推进）',
    '牵 市教育局 责 市委宣传部、市文旅局 时 open',
  ],
  ['a deadline of its own', '（市教育局负责，年内持续推进）', '责 市教育局 时 2026-12-31'],
  [
    'a deadline without a label',
    '（牵头单位：市教育局；责任单位：市财政局、市人社局及城投公司，6月底完成）',
    '牵 市教育局 责 市财政局、市人社局、城投公司 时 2026-06-30',
  ],
  [
    'several brackets, each for its measure',
    '（责任单位：教研室）开展培训。（责任单位：人事科、教研室）组织考核。',
    '责 教研室、人事科',
  ],
];

/** What looks like a field and is none. */
const strangers: readonly Case[] = [
  ['contacts', '联系人：周晓，联系电话：1234。', ''],
  ['a contact in a bracket', '（联系科室：基教科；监督电话：1234）', ''],
  ['the end of a longer word', '压缩办理完成时限：由五天到三天。', ''],
  ['a quantity', '书面作业完成时间不超过60分钟。', ''],
  ['the subject of a sentence', '由县区政府牵头，教育、宣传等部门分工负责。', ''],
  ['a bracket of prose', '（由学校自行负责的除外）', ''],
  ['a bracket of what schools do themselves', '（学校自行负责）', ''],
  ['a bracket that refers to an annex', '（详见附件1，由办公室负责）', ''],
  ['a bracket that counts', '（每校至少1名，教育局负责）', ''],
  ['a bracket inside a sentence', '推动学校（教育局负责管理的）开放操场。', ''],
  ['a bracket of names without label or verb', '（办公室、党建科）', ''],
];

describe('fields in a paragraph', () => {
  it.each([...brackets, ...strangers])('%s', (_name, words, expected) => {
    const plan = parse(`某县2026年教育工作要点\n一、任务\n1.抓好阅读。办好书香校园。${words}\n`);
    expect(render(plan)).toBe(`§一 任务\n  1 抓好阅读${expected ? ` ${expected}` : ''}`);
  });

  it('stand before the sentence end too', () => {
    expect(read('1.抓好阅读（责任科室：教研室）。办好书香校园。')).toBe('1 抓好阅读 责 教研室');
  });

  it('keep their labels as written, and where they stand', () => {
    const text = '1.抓好閱讀。（牽 頭 領導：周晓）';
    const [field] = parse(text).fields;
    expect(field?.label?.text).toBe('牽頭領導');
    expect(text.slice(field?.label?.span.start, field?.label?.span.end)).toBe('牽 頭 領導');
    expect(text.slice(field?.holder.start, field?.holder.end)).toBe('（牽 頭 領導：周晓）');
    expect(text.slice(field?.value.start, field?.value.end)).toBe('周晓');
  });

  it('take labels of the settings', () => {
    const labels = { lead: ['挂帅领导'], unit: ['主辦處'] };
    const plan = parse('1.抓好阅读。（挂帅领导：周晓；主办处：教务处）', { labels });
    expect(render(plan)).toBe('1 抓好阅读 牵 周晓 责 教务处');
  });
});

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
