import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { read, render } from './render.ts';

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
  ['a day before the label', '（6月底前完成，牵头单位：教研室）', '牵 教研室 时 2026-06-30'],
  ['no end before the label', '（持续推进；责任科室：教研室）', '责 教研室 时 open'],
  ['a day behind a 、', '（责任科室：教研室、6月底前完成）', '责 教研室 时 2026-06-30'],
  ['a day alone', '（2026年6月底前完成）', '时 2026-06-30'],
  ['a month alone, behind a sentence', '（6月）', '时 2026-06-30'],
  ['a body and a day', '（县教育局，8月底前完成）', '责 县教育局 时 2026-08-31'],
  ['a day and bodies', '（年底前；县教育局、县财政局）', '责 县教育局、县财政局 时 2026-12-31'],
  ['what goes on', '（县教育局负责，常态化推进）', '责 县教育局 时 open'],
  ['what goes on as planned', '（县教育局负责，按序时进度推进）', '责 县教育局 时 open'],
  [
    'a body whose name begins like a time',
    '（责任单位：长期护理保险中心，县教育局）',
    '责 长期护理保险中心、县教育局',
  ],
  ['persons and bodies under one label', '（责任领导和单位：周晓、教研室）', '牵 周晓 责 教研室'],
  ['a label with 是', '（牵头单位是教研室，配合单位是电教馆）', '牵 教研室 配 电教馆'],
  ['a stranger behind', '（责任单位：教研室；验收单位：督导室，经费来源：县财政局）', '责 教研室'],
  ['a stranger behind a verb', '（教研室负责；经费来源：县财政局）', '责 教研室'],
  ['a stranger before', '（经费来源：县财政局；责任单位：教研室）', '责 教研室'],
  ['a verb of help', '（县教育局牵头，县财政局做好保障，县审计局监督）', '牵 县教育局 配 县财政局、县审计局'],
  ['a verb with its object', '（县教育局牵头，县财政局提供资金保障）', '牵 县教育局 配 县财政局'],
  ['a duty', '（县教育局牵头，县住建局负责施工许可办理）', '牵 县教育局 责 县住建局'],
  ['a name that ends like a verb', '（责任科室：办公室、后勤保障）', '责 办公室、后勤保障'],
  [
    '按职责分工配合',
    '（县教育局牵头，县财政局、县公安局按职责分工配合）',
    '牵 县教育局 配 县财政局、县公安局',
  ],
  ['根据各自职责协助', '（县教育局牵头，县公安局根据各自职责协助）', '牵 县教育局 配 县公安局'],
  ['按职责分工 alone', '（县教育局、县财政局按职责分工）', '责 县教育局、县财政局'],
  ['按职责分工负责 under 配合单位', '（配合单位：县财政局按职责分工负责）', '配 县财政局'],
  ['牵头单位 in a name', '（县商务局、各专班牵头单位负责）', '责 县商务局、各专班牵头单位'],
  [
    'an inner bracket that says 下同',
    '（责任单位：县数据局、各镇政府（含园区，下同）、县教育局）',
    '责 县数据局、各镇政府（含园区，下同）、县教育局',
  ],
  [
    'an inner bracket that says 以下简称',
    '（县教育局、各镇（街道，以下简称镇）政府负责，6月底前完成）',
    '责 县教育局、各镇（街道，以下简称镇）政府 时 2026-06-30',
  ],
  ['a name with 的', '（县教育局、有条件的乡镇人民政府负责）', '责 县教育局、有条件的乡镇人民政府'],
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
  ['whom it is for', '（参加对象：县教育局、县公安局）', ''],
  ['who inspects it afterwards', '（由县教育局、县公安局验收）', ''],
  ['who only helps', '（县教育局指导）', ''],
  ['when a law comes into force', '（2026年7月1日起施行）', ''],
  ['a source and its date', '（见县教育局通知，2026年5月）', ''],
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
