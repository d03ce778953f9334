import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { nameText } from '../../server/src/core/text/fold.ts';
import type { Span } from '../../server/src/core/text/text.ts';
import { rounds, sampled } from '../rounds.ts';
import { documents, planLike } from '../rules/texts.ts';
import { read } from './render.ts';

/** Words to make a paragraph long, without a sentence end. */
const filler = '坚持问题导向健全长效机制加强统筹协调确保各项要求落到实处让师生切实感受到变化'.repeat(4);

/** The list of an owner bracket without a label, and who is in it; a group is marked with *, a person with !. */
const lists: readonly (readonly [list: string, expected: string])[] = [
  // 和, 及 and 与 between bodies of any ending.
  ['县供销社和各乡镇政府', '县供销社 各乡镇政府*'],
  ['县气象台和县电视台', '县气象台 县电视台'],
  ['县博物馆与县图书馆', '县博物馆 县图书馆'],
  ['财政局及青少年宫', '财政局 青少年宫'],
  ['四中及招生办', '四中 招生办'],
  ['县工商联和县科协', '县工商联 县科协'],
  ['芦湾海关和口岸办', '芦湾海关 口岸办'],
  ['高新区和经开区', '高新区 经开区'],
  ['城南镇和河西镇', '城南镇 河西镇'],
  ['县农商行以及县红十字会', '县农商行 县红十字会'],
  ['县农业农村和水利局', '县农业农村和水利局'],
  ['县市场和质量监督管理局', '县市场和质量监督管理局'],
  ['县机关和事业单位登记管理局', '县机关和事业单位登记管理局'],
  ['市城市管理和综合执法局、县文化和旅游局', '市城市管理和综合执法局 县文化和旅游局'],
  // What closes a list names nobody.
  ['县商务局、县贸促会等县政府相关部门', '县商务局 县贸促会'],
  ['县残联等5部门', '县残联'],
  ['县总工会等八家单位', '县总工会'],
  ['县水利局等涉农部门', '县水利局'],
  ['县住建局等行业主管部门和单位', '县住建局'],
  ['县教育局等有关部门和各乡镇', '县教育局 各乡镇*'],
  ['县高等教育处、县中等职业学校', '县高等教育处 县中等职业学校'],
  ['县信息安全等级保护中心、六中等', '县信息安全等级保护中心 六中'],
  // One end that several share.
  ['县、乡机管中心', '县、乡机管中心'],
  ['各镇、乡、区政府', '各镇、乡、区政府*'],
  ['各市、县（区）人民政府', '各市、县（区）人民政府*'],
  ['各县〔市、区〕政府', '各县〔市、区〕政府*'],
  ['各区、市教育局', '各区* 市教育局'],
  ['各镇、村委会', '各镇* 村委会'],
  ['各乡镇党委和政府', '各乡镇党委和政府*'],
  ['县委、县政府', '县委 县政府'],
  ['有关部门和企业', '有关部门和企业*'],
  ['各有关部门和单位', '各有关部门和单位*'],
  // Brackets belong to the name before them.
  ['各街道办事处〈含高新区、港区管委会〉、县交通局', '各街道办事处〈含高新区、港区管委会〉* 县交通局'],
  ['县公安局<交警大队、巡警大队>、县住建局', '县公安局<交警大队、巡警大队> 县住建局'],
  ['市委组织部（人才办）和市人社局', '市委组织部（人才办） 市人社局'],
  // Persons, with and without a post, and who holds an office.
  ['齐远', '齐远!'],
  ['副局长齐远、办公室', '齐远! 办公室'],
  ['县市政委、县教育局', '县市政委 县教育局'],
  ['乡镇党委书记、副县长齐远', '乡镇党委书记! 齐远!'],
  ['齐远副局长、陶文', '齐远! 陶文!'],
  ['县教育局局长、教务处', '县教育局局长! 教务处'],
  ['卫健委、房管局、计财科', '卫健委 房管局 计财科'],
  // Spaces of a table's cell or a PDF.
  ['县人力资源社会 保障局', '县人力资源社会保障局'],
  ['县住房 城乡 建设局、县司 法局', '县住房城乡建设局 县司法局'],
  ['县委 办公室、县政府 研究室', '县委办公室 县政府研究室'],
  ['县 财 政 局 、县 审 计 局', '县财政局 县审计局'],
  // Radicals stand for the characters of the text that they are in.
  ['⼾政科、⾭少年宫、县⾒义勇为协会', '户政科 青少年宫 县见义勇为协会'],
  ['縣⼾政所、縣衛⽣局、縣⾨診部', '縣戶政所 縣衛生局 縣門診部'],
];

describe('names in a list', () => {
  it.each(lists)('%s: %s', (list, expected) => {
    for (const text of [`1.办好学校。添置器材。（${list}负责）`, `1.办好学校。\n责任单位：${list}`]) {
      expect(shown(parse(text).tasks[0]?.units ?? [])).toBe(expected);
    }
  });

  it('parts at 和 what the document names elsewhere', () => {
    const text = `
      1.办好学校。（责任单位：县融媒、县文明）
      2.办好讲堂。（责任单位：县融媒和县文明）
      3.办好书屋。（责任单位：县融媒和县宣教）`;
    expect(read(text)).toBe(
      '1 办好学校  责 县融媒 县文明\n2 办好讲堂  责 县融媒 县文明\n3 办好书屋  责 县融媒和县宣教',
    );
  });
});

describe('a bracket inside a value', () => {
  it.each([
    ['责任单位：教育局（负责人：王芳）', '1 办好学校  牵 @王芳  责 教育局'],
    ['（责任单位：教育局（负责人：王芳）；完成时限：8月）', '1 办好学校  牵 @王芳  责 教育局  时 month'],
    ['（责任单位：教育局（联系人：王芳，电话：11）、县公安局）', '1 办好学校  责 教育局 县公安局'],
    ['（责任单位：各镇政府〈含林场〉；配合单位：县农办）', '1 办好学校  责 *各镇政府〈含林场〉  配 县农办'],
  ])('%s', (field, expected) => {
    expect(read(`1.办好学校。\n${field}`)).toBe(expected);
  });
});

describe('an owner statement over several lines', () => {
  it.each([
    ['begins a line', '。\n（责任单位：县财政局、县发\n改局）', '责 县财政局 县发改局'],
    ['is cut in a label', '。\n〔牵头单位：县财政局；责\n任单位：县住建局〕', '牵 县财政局  责 县住建局'],
    ['has no label', '。\n（县财政局、\n县工信局等按职责\n分工负责）', '责 县财政局 县工信局'],
    ['has nested brackets', '。（县财政局、各县\n（市、区）政府负责）', '责 县财政局 *各县（市、区）政府'],
    ['is a list', '。（县财政局牵头，县住\n建局\n配合）', '牵 县财政局  配 县住建局'],
    ['has a page between', '。（责任单位：县财\n— 3 —\n政局）', '责 县财政局'],
    ['has a page and empty lines between', '。（责任单位：县人\n\n- 12 -\n\n社局）', '责 县人社局'],
  ])('that %s', (_name, bracket, expected) => {
    const short = `1.办好学校${bracket}\n2.办好讲堂。（责任单位：县文旅局）`;
    expect(read(short)).toBe(`1 办好学校  ${expected}\n2 办好讲堂  责 县文旅局`);
    const paragraph = (`${filler}。`.match(/.{1,28}/gu) ?? []).join('\n');
    const long = Array.from(
      { length: 4 },
      (_, i) => `${i + 1}.办好学校。\n${paragraph}\n${bracket.slice(1).trim()}`,
    );
    expect(read(long.join('\n'))).toBe(
      Array.from({ length: 4 }, (_, i) => `${i + 1} 办好学校  ${expected}`).join('\n'),
    );
  });

  it('is none where a number, a sentence or no owner follows', () => {
    expect(read('1.办好学校。（责任单位：县财\n2.办好讲堂。（责任单位：县文旅局）')).toBe(
      '1 办好学校  责 县财\n2 办好讲堂  责 县文旅局',
    );
    expect(read('1.办好学校（含分校\n区）。\n2.办好讲堂。')).not.toContain('责');
  });

  it.each([
    [
      '责任单位：县教育局、县财政局、县自然资源局、县发展和改\n革局、县审计局',
      '县教育局、县财政局、县自然资源局、县发展和改革局、县审计局',
    ],
    ['责任单位：县教育局、县财政局、\n县审计局', '县教育局、县财政局、县审计局'],
    ['责任单位：县教育局、县财政局\n、县审计局', '县教育局、县财政局、县审计局'],
    ['牵头单位：县教育局\n县财政局审核资金。', '县教育局'],
    ['责任单位：县教育局、县财政局\n清河县教育局\n2026年3月5日', '县教育局、县财政局'],
  ])('an own line goes on until the list ends: %s', (lines, expected) => {
    const [task] = parse(`1.办好学校。制定校舍改造的方案并报县政府会议研究同意后实施。\n${lines}`).tasks;
    expect([...(task?.leads ?? []), ...(task?.units ?? [])].map(({ name }) => name).join('、')).toBe(
      expected,
    );
  });

  it('behind a sentence ends where the next number begins', () => {
    expect(
      read(
        '1.办好学校。添置器材。主要责任单位：县民政局2.办好讲堂。责任单位：县文旅局、县教育局3.办好书屋。',
      ),
    ).toBe('1 办好学校  责 县民政局\n2 办好讲堂  责 县文旅局 县教育局\n3 办好书屋');
    expect(read('十四、办好广场。建两处。责任单位：县住建局十五、办好公园。建三处。责任单位：县园林局')).toBe(
      '十四 办好广场  责 县住建局\n十五 办好公园  责 县园林局',
    );
    // Not the next one: the value ends there all the same.
    const [task] = parse('1.办好学校。责任单位：县民政局8.严格审核。').tasks;
    expect(shown(task?.units ?? [])).toBe('县民政局');
  });
});

describe('letter-spaced brackets', () => {
  it('are read without their spaces', () => {
    const text = `
      1.办好学校。（ 责 任 单 位：县 财 政 局、县 水 利 局）
      2.办好讲堂。（县工信局、县 审 计 局 等 按 职 责 分 工 负 责）
      3.办好书屋。（牵头领导：安 平、牛 广）`;
    expect(read(text)).toBe(
      '1 办好学校  责 县财政局 县水利局\n2 办好讲堂  责 县工信局 县审计局\n3 办好书屋  牵 @安平 @牛广',
    );
  });
});

/** Texts at hand, and such texts after cuts and doublings. */
const damaged = fc
  .record({
    text: fc.constantFrom(...documents().map(([, text]) => text.slice(0, 5000))),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 12 }),
        words: fc.oneof(planLike, fc.constantFrom('', '（', '）', '：', '\n', ' ', '〈', '和', '、')),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((words, edit) => {
      const at = Math.floor(edit.at * words.length);
      return words.slice(0, at) + edit.words + words.slice(at + edit.length);
    }, text),
  );

describe('the law of names', () => {
  it.each(sampled(documents(), 4))('%s', (_name, text) => expect(faultsIn(text)).toEqual([]));

  it('holds in any text', () => {
    fc.assert(
      fc.property(planLike, (text) => {
        expect(faultsIn(text)).toEqual([]);
      }),
      rounds(300, 5000),
    );
  });

  it('holds after damage', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(faultsIn(text)).toEqual([]);
      }),
      rounds(80, 3000),
    );
  });

  it('is broken by what it forbids', () => {
    const party = (name: string): Party => ({ name, kind: 'unit', span: { start: 0, end: 3 } });
    expect(faultsOf([party('负责人：甲')], '负责人：甲')).not.toEqual([]);
    expect(faultsOf([party('教育局（')], '教育局（')).not.toEqual([]);
    expect(faultsOf([party('财政局')], '教育局')).not.toEqual([]);
    expect(faultsOf([party('教育局')], '教育局')).toEqual([]);
    expect(sharedPlaces([[party('教育局')], [party('教育局')]])).not.toEqual([]);
  });
});

function faultsIn(text: string): string[] {
  const { fields } = parse(text);
  return [
    ...fields.flatMap((field) => faultsOf(field.parties, text)),
    ...sharedPlaces(fields.map(({ parties }) => parties)),
  ];
}

/** What is wrong with names: a colon, a bracket without its other half, or words that their place does not hold. */
function faultsOf(parties: readonly Party[], source: string): string[] {
  return parties.flatMap(({ name, span }) => {
    if (/[:：]/u.test(name)) return [`colon in “${name}”`];
    if (!pairs(name)) return [`half a bracket in “${name}”`];
    return reads(source, span, name) ? [] : [`“${name}” stands not at ${span.start}`];
  });
}

/** Brackets of any width close one another. */
function pairs(name: string): boolean {
  let depth = 0;
  for (const character of name) {
    if ('(（'.includes(character)) depth += 1;
    else if (')）'.includes(character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether a span reads as a name, page numbers and line ends between its characters left out. */
function reads(source: string, { start, end }: Span, name: string): boolean {
  const words = source.slice(start, end).replace(/[\r\n]+[^\p{L}\r\n]*[\r\n]+/gu, '');
  const around = source.slice(Math.max(0, start - 200), end + 200);
  return [nameText(words), nameText(words, around)].includes(name);
}

/** Places that more than one field claims for a name. */
function sharedPlaces(fields: readonly (readonly Party[])[]): string[] {
  const spans = fields.flat().sort((a, b) => a.span.start - b.span.start);
  return spans.flatMap(({ name, span }, i) =>
    i > 0 && span.start < (spans[i - 1]?.span.end ?? 0) ? [`“${name}” shares its place`] : [],
  );
}

function shown(parties: readonly Party[]): string {
  return parties.map(({ name, kind }) => name + { unit: '', group: '*', person: '!' }[kind]).join(' ');
}

it('同志 is no part of a name, and stays where it stands for one', () => {
  const { tasks } = parse(
    '某县要点\n一、任务\n1.修建水厂。（责任人：林遥同志、县政府主要负责同志、分管同志）',
  );
  expect(tasks[0]?.leads.map(({ name }) => name)).toEqual(['林遥', '县政府主要负责同志', '分管同志']);
});
