import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { directoryOf, doubles } from '../../server/src/core/people/directory.ts';
import { mentionsOf, namesOf } from '../../server/src/core/people/entry.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { variants } from '../rules/variants.ts';
import { directory, said } from './read.ts';

/** An entry in a section, as it is read. */
function entryIn(section: string, entry: string) {
  const { entries } = directory(`溪口区教育局责任单位名录\n一、${section}\n1. ${entry}`);
  expect(entries).toHaveLength(1);
  return said(entries[0]!);
}

describe('the sample directory', () => {
  const path = 'county.units.plan';
  const text = readFileSync(new URL(`../fixtures/plans/${path}`, import.meta.url), 'utf8');
  const { body, entries } = directory(text, path);

  it('has everybody, in order, each of a kind', () => {
    expect(body).toBe('澄溪县教育局');
    expect(entries.map(({ order }) => order)).toEqual(entries.map((_, i) => i));
    const kinds = entries.map(({ kind, name }) => `${kind} ${name}`);
    expect(kinds.slice(0, 6)).toEqual([
      ...['person 陆怀远', 'person 沈岚', 'person 唐启明', 'person 顾云舒', 'person 韩立夫', 'unit 办公室'],
    ]);
    expect(kinds.slice(-5)).toEqual([
      ...['group 各中小学', 'group 各义务教育学校', 'group 各幼儿园', 'group 各学区', 'unit 民办教育机构'],
    ]);
    expect(entries).toHaveLength(32);
  });

  it('is read detail by detail', () => {
    const byName = (name: string) => said(entries.find((entry) => entry.name === name)!);
    expect(byName('唐启明')).toEqual({
      kind: 'person',
      name: '唐启明',
      post: '党组成员、副局长',
      inCharge: ['计财科', '校产办', '电教站', '学生资助中心'],
      section: '局领导',
    });
    expect(byName('安全科')).toEqual({
      kind: 'unit',
      name: '安全科',
      former: ['安监科'],
      heads: ['尹长河'],
      parents: ['县教育局'],
      section: '机关科室',
    });
    expect(byName('各义务教育学校')).toMatchObject({ members: ['城东初中', '滨河小学', '育才小学'] });
  });

  it.each(Object.entries(variants))('has every name where it stands, with %s', (_name, variant) => {
    const varied = variant(text);
    const found = directory(varied, path).entries;
    expect(found.map(said)).toEqual(entries.map(said));
    for (const entry of found) {
      for (const { name, span } of [...namesOf(entry), ...mentionsOf(entry)]) {
        expect(varied.slice(span.start, span.end)).toBe(name);
        expect(span.start >= entry.span.start && span.end <= entry.span.end, name).toBe(true);
      }
    }
  });

  it('has nothing twice', () => {
    expect(doubles(directory(text, path))).toEqual([]);
  });
});

describe('an entry', () => {
  it.each([
    [
      '安　平（职务：局长；分管：办公室、人事科）',
      { kind: 'person', name: '安平', post: '局长', inCharge: ['办公室', '人事科'] },
    ],
    ['安平(职务：局长，分管:办公室）', { kind: 'person', name: '安平', post: '局长', inCharge: ['办公室'] }],
    ['古丽·买买提', { kind: 'person', name: '古丽·买买提' }],
    ['安平（党组成员、副局长）', { kind: 'person', name: '安平', post: '党组成员、副局长' }],
    [
      '安平　职务：局长　分管：办公室工作',
      { kind: 'person', name: '安平', post: '局长', inCharge: ['办公室'] },
    ],
    ['王建科', { kind: 'person', name: '王建科' }],
  ])('%s of a leader', (text, expected) => {
    expect(entryIn('局领导', text)).toEqual({ ...expected, section: '局领导' });
  });

  it.each([
    ['办公室', { name: '办公室' }],
    ['办公室。', { name: '办公室' }],
    ['办公室：综合协调。', { name: '办公室' }],
    ['办公室（分管：安平）', { name: '办公室', leaders: ['安平'] }],
    [
      '办公室（分管领导：安平；负责人：秦立（主任））',
      { name: '办公室', leaders: ['安平'], heads: ['秦立'] },
    ],
    ['教师中心【简称：师训中心；又称：进修学校】', { name: '教师中心', aliases: ['师训中心', '进修学校'] }],
    ['教师中心〔原名：进修学校)', { name: '教师中心', former: ['进修学校'] }],
    ['教师中心[曾用名：进修学校、师范]', { name: '教师中心', former: ['进修学校', '师范'] }],
    ['教师中心（以下简称“师训中心”）', { name: '教师中心', aliases: ['师训中心'] }],
    ['教师中心（又称进修学校，负责培训）', { name: '教师中心', aliases: ['进修学校'] }],
    ['教师中心（进修学校）', { name: '教师中心', aliases: ['进修学校'] }],
    [
      '教师中心（简称：师训中心）（上级：区教育局）',
      { name: '教师中心', aliases: ['师训中心'], parents: ['区教育局'] },
    ],
    ['师训中心（全称：教师中心）', { name: '教师中心', aliases: ['师训中心'] }],
    ['教师中心（电话：0531-1；负责人：秦立）', { name: '教师中心', heads: ['秦立'] }],
    ['教师中心\n简称：师训中心\n负责人：秦 立', { name: '教师中心', aliases: ['师训中心'], heads: ['秦立'] }],
    ['教师中心\n负责人：秦立　上级：区教育局', { name: '教师中心', heads: ['秦立'], parents: ['区教育局'] }],
    ['⼯会（负责人：秦立）', { name: '工会', heads: ['秦立'] }],
  ])('%s of a unit', (text, expected) => {
    expect(entryIn('机关科室', text)).toEqual({ kind: 'unit', ...expected, section: '机关科室' });
  });

  it.each([
    ['各幼儿园', { name: '各幼儿园' }],
    [
      '各区、县（市）教育局（包括：东区教育局、西县教育局）',
      { name: '各区、县（市）教育局', members: ['东区教育局', '西县教育局'] },
    ],
    ['城区学校（包括：一小、二小等）', { name: '城区学校', members: ['一小', '二小'] }],
  ])('%s of a group', (text, expected) => {
    expect(entryIn('学校', text)).toEqual({ kind: 'group', ...expected, section: '学校' });
  });

  it('is a unit in a leading group', () => {
    expect(entryIn('领导小组成员单位', '人社局')).toMatchObject({ kind: 'unit' });
  });

  it('may be a heading where nothing stands below any, but not where others wait to be filled', () => {
    const title = '溪口区教育局责任单位名录\n';
    const names = (text: string) => directory(title + text).entries.map(({ name }) => name);
    expect(names('一、办公室\n二、人事科（负责人：秦立）\n三、基教科')).toEqual([
      '办公室',
      '人事科',
      '基教科',
    ]);
    expect(names('一、办公室\n二、人事科')).toEqual(['办公室', '人事科']);
    expect(names('一、局领导\n1. 安平\n二、机关科室\n三、学校')).toEqual(['安平']);
    expect(names('一、局领导\n二、机关科室\n三、学校')).toEqual([]);
    expect(names('一、局领导\n（一）安平（职务：局长）\n（二）秦立\n二、科室\n（一）办公室')).toEqual([
      ...['安平', '秦立', '办公室'],
    ]);
    expect(names('1. 办公室\n2. 人事科')).toEqual(['办公室', '人事科']);
    expect(names('')).toEqual([]);
  });
});

describe('a directory', () => {
  it.each([
    ['溪口区教育局责任单位名录', '溪口区教育局'],
    ['溪口区教育局2026年责任单位名录', '溪口区教育局'],
    ['溪口区教育局机关科室及负责人通讯录', '溪口区教育局'],
    ['溪口区教育局内设机构设置', '溪口区教育局'],
    ['责任单位名录', undefined],
  ])('%s is that of %s', (title, body) => {
    expect(directory(`${title}\n1. 办公室`, 'a.plan').body).toBe(body);
  });

  it('is known by its file name', () => {
    for (const path of ['x.units.plan', 'a/机构设置.txt', 'C:\\通讯录.plan']) {
      expect(directory('溪口区教育局各科室\n1. 办公室', path).entries).toHaveLength(1);
    }
    expect(directoryOf(parse('溪口区教育局各科室\n1. 办公室', { path: 'x.plan' }), 'x.plan')).toBeUndefined();
  });
});

describe('a table', () => {
  const rows = (text: string) => directory(text, '通讯录.plan').entries.map(said);

  it('lists persons with their posts', () => {
    expect(
      rows(
        '溪口区教育局通讯录\n姓名\t职务\t分管\t电话\n安 平\t局长\t办公室、人事科\t123\n秦立\t副局长\t\t124',
      ),
    ).toEqual([
      { kind: 'person', name: '安平', post: '局长', inCharge: ['办公室', '人事科'] },
      { kind: 'person', name: '秦立', post: '副局长' },
    ]);
    expect(rows('溪口区教育局通讯录\n姓名\t电话\n安平\t123')).toEqual([{ kind: 'person', name: '安平' }]);
  });

  it('lists units with their other names', () => {
    const text =
      '溪口区教育局责任单位名录\n| 序号 | 单位名称 | 简称 | 负责人 |\n|---|---|---|---|\n| 1 | 教师中心 | 师训中心 | 秦立 |\n| 2 | 人事科 | | |';
    expect(rows(text)).toEqual([
      { kind: 'unit', name: '教师中心', aliases: ['师训中心'], heads: ['秦立'] },
      { kind: 'unit', name: '人事科' },
    ]);
    for (const entry of directory(text).entries) {
      expect(text.slice(entry.nameSpan.start, entry.nameSpan.end)).toBe(entry.name);
    }
  });

  it('of tasks is no directory, though an empty one stands behind it', () => {
    const text = '2026年工作要点\n一、任务\n任务\t责任单位\t备注\n修缮校舍\t办公室\t无\n二、责任单位名录\n';
    expect(directoryOf(parse(text), '')?.entries ?? []).toEqual([]);
  });

  it('of something else lists nobody', () => {
    expect(rows('溪口区教育局通讯录\n时间\t地点\n九点\t会议室')).toEqual([]);
  });
});

describe('a plan with a directory behind it', () => {
  const plan =
    '溪口区2026年教育工作要点\n一、重点任务\n1. 修缮校舍。（牵头领导：安平；责任单位：办公室；完成时间：8月）\n';
  const leaders = '局领导\n1. 安平（职务：局长）\n';
  const offices = '机关科室\n1. 办公室（负责人：秦立）\n2. 人事科\n';

  it.each([
    ['of its own section', `二、责任单位名录\n（一）${leaders}（二）${offices}`],
    ['below an unnumbered heading', `\n责任单位名录\n一、${leaders}二、${offices}`],
    ['as an attachment', `\n附件：责任单位名录\n一、${leaders}二、${offices}`],
    [
      'as an attachment with a number and a title',
      `\n附件2\n\n溪口区教育局责任单位名录\n\n一、${leaders}二、${offices}`,
    ],
    ['without sections', '附件：责任单位名录\n1. 安平（职务：局长）\n2. 办公室（负责人：秦立）\n3. 人事科\n'],
  ])('%s', (_where, appendix) => {
    const read = parse(plan + appendix);
    expect(read.kind).toBe('plan');
    expect(read.tasks.filter(({ role }) => role === 'task').map(({ title }) => title)).toEqual(['修缮校舍']);
    const entries = directoryOf(read, 'x.plan')?.entries ?? [];
    expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      ...['person 安平', 'unit 办公室', 'unit 人事科'],
    ]);
    expect(lint(read, rules, defaultSettings).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it.each([
    ['a list of attachments', '\n附件：1.任务分工表\n2.责任单位名录\n\n2026年3月1日\n'],
    ['an attachment that is not there', '\n附件：责任单位名录\n\n2026年3月1日\n'],
    ['a task', '2. 公布全区学校名录。（责任单位：办公室；完成时间：9月）\n'],
    ['a section', '二、编制非遗名录\n1. 普查。（责任单位：办公室；完成时间：9月）\n'],
  ])('has none in %s', (_what, more) => {
    const read = parse(plan + more);
    expect(directoryOf(read, 'x.plan')).toBeUndefined();
  });

  it('has its tasks where a notice names the directory that comes behind it', () => {
    const notice = `关于印发工作要点的通知\n各学校：\n现印发给你们。\n附件：责任单位名录\n\n溪口区教育局\n2026年3月1日\n\n${plan}`;
    expect(parse(notice).tasks.map(({ role }) => role)).toEqual(['task']);
  });
});
