import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { pastedAsPlan } from '../../server/src/core/refactor/paste.ts';
import { type Client, startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const plainly = (text: string) => pastedAsPlan(text, () => []);

describe('pasted text', () => {
  it.each([
    ['no-break spaces', '\u00a02026\u00a0年\u00a09\u00a0月工作要点', '2026年9月工作要点'],
    ['dates with spaces', '于 2026 年 9 月 30 日前完成，培训 310 人次', '于2026年9月30日前完成，培训310人次'],
    ['spaces inside of quotes', '加强“ 名师 ”建设，落实《 办法 》 。', '加强“名师”建设，落实《办法》。'],
    [
      'spaces before and behind quotes',
      '整修 “名师” 工作室（ 三间） 和《手册》',
      '整修“名师”工作室（三间）和《手册》',
    ],
    ['spaces behind marks', '一、 总体要求\n（一） 目标，  要求', '一、总体要求\n（一）目标，要求'],
    ['bullets of symbol fonts', '\uF0B7\t开展培训\n\uF06C 组织考核', '•开展培训\n•组织考核'],
    ['automatic numbers', '1.\t加强教研。\n（一）\t抓好教学', '1.加强教研。\n（一）抓好教学'],
    [
      'soft breaks',
      '1.甲项。\v责任单位：办公室\u2028完成时限：6月',
      '1.甲项。\n责任单位：办公室\n完成时限：6月',
    ],
    [
      'sentences broken in the middle',
      '1.推进集团化办学，\n全面提高质量。\n2.乙。',
      '1.推进集团化办学，全面提高质量。\n2.乙。',
    ],
    ['empty lines between all paragraphs', '甲段。\n\n乙段。\n\n丙段。\n', '甲段。\n乙段。\n丙段。\n'],
    [
      'cells of several lines',
      '1\t读书\t"教育局\n财政局"\n2\t写字\t\n',
      '1\t读书\t教育局、财政局\n2\t写字\t\n',
    ],
    ['quotes in such cells', '甲\t"称""好""\n乙"\n丙\t丁', '甲\t称"好"、乙\n丙\t丁'],
    ['line ends', '1.甲。\r\n2.乙。\r3.丙。', '1.甲。\n2.乙。\n3.丙。'],
    ['zero-width characters', '加\u200B强\uFEFF教研', '加强教研'],
  ])('is rid of %s', (_, text, expected) => {
    expect(plainly(text)).toBe(expected);
    expect(plainly(expected)).toBe(expected);
  });

  it.each([
    ['names that are set apart', '安 平、李 四'],
    ['a telephone', '联系人：张三 13800000000'],
    ['numbers that have a space', '1. 加强教研。\n2. 抓好安全。'],
    ['rows of a table', '1.\t读书\t办公室\n2.\t写字\t人事科'],
    ['an indent of full-width spaces', '　　各校要高度重视。\n　　一是抓实。'],
    ['fields on lines of their own', '1.甲项，\n责任单位：办公室'],
    ['English', 'Please see the plan, version 2.'],
    ['a word', '办公室'],
    ['nothing', ''],
  ])('keeps %s', (_, text) => {
    expect(plainly(text)).toBe(text);
  });

  const folder = new URL('../fixtures/plans/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.plan')))(
    'is left as it is where it is clean: %s',
    (name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const letters = (words: string) => words.replace(/\s/gu, '');
      expect(letters(plainly(text))).toBe(letters(text));
      expect(plainly(plainly(text))).toBe(plainly(text));
    },
  );
});

describe('planlint/paste', () => {
  const paste = async (text: string, html?: string) => {
    client = await startClient();
    await client.open(PLAN, '2026年工作要点\n');
    return client.request('planlint/paste', { textDocument: { uri: PLAN }, text, html });
  };

  it('says nothing where there is nothing to clean', async () => {
    expect(
      await paste('1.加强教研，提高质量。\r\n2.抓好安全。', '<div><span>1.加强教研</span></div>'),
    ).toBeNull();
  });

  it('cleans a text, residue included', async () => {
    expect(await paste('1.\t加强“ 名师 ”建设[bookmark: _GoBack]。')).toEqual({
      text: '1.加强“名师”建设。',
      cleans: true,
    });
  });

  it('reads tables and counted lists from the page, which is offered where the text is clean', async () => {
    const html =
      '<meta charset="utf-8"><table><tr><td rowspan=2>教学<td>读书<td>办公室</tr><tr><td>写字<td><p>教研室</p><p>人事科</p></tr></table>';
    expect(await paste('教学\t读书\t办公室\n写字\t教研室人事科', html)).toEqual({
      text: '教学\t读书\t办公室\n教学\t写字\t教研室、人事科',
      cleans: false,
    });
    await client?.close();
    expect(await paste('读书。\n写字。', '<ol><li>读书。</li><li>写字。</li></ol>')).toEqual({
      text: '1. 读书。\n2. 写字。',
      cleans: false,
    });
  });

  it('keeps to the text where the page says less', async () => {
    expect(await paste('读书\u00a0。写字。算术。音乐。', '<ul><li>读书</li></ul>')).toEqual({
      text: '读书。写字。算术。音乐。',
      cleans: true,
    });
  });
});
