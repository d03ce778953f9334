import { afterEach, describe, expect, it } from 'vitest';
import { links } from '../../server/src/core/features/going/links.ts';
import { emptyWorkspace, indexed, withDocument } from '../../server/src/core/people/workspace.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { type Client, startClient } from './client.ts';
import { DIRECTORY, FOLDER, PLAN, UNITS } from './units.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('inlay hints', () => {
  const TEXT =
    '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：综合办；完成时限：6月底）\n2.乙项。二，3月10日前完成。（责任单位：办公室）';
  const ask = () =>
    client!.request<{ label: string; position: unknown }[]>('textDocument/inlayHint', {
      textDocument: { uri: PLAN },
      range: everything,
    });

  it('show days left and full names', async () => {
    client = await startClient();
    await client.open(DIRECTORY, UNITS);
    await client.open(PLAN, TEXT);
    expect((await ask()).map(({ label }) => label)).toEqual(['→ 办公室', '剩15天', '已过97天']);
  });

  it.each([
    ['2022年工作要点', '6月底'],
    ['2022年工作要点', '2026年6月底'],
    ['2026年工作要点', '2031年6月底'],
    ['平安校园建设实施方案', '2019年6月底'],
  ])('show no days in %s to %s, which is of other years than this and the next', async (title, day) => {
    client = await startClient();
    await client.open(PLAN, `${title}\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：${day}）`);
    expect(await ask()).toEqual([]);
    const { deadlines } = await client.request<{ deadlines: { tasks: { days: number | null }[] }[] }>(
      'planlint/overview',
      { textDocument: { uri: PLAN } },
    );
    expect(deadlines[0]?.tasks).toMatchObject([{ days: null }]);
  });

  it.each([
    ['2025—2026学年工作计划', '2026年6月底', '剩15天'],
    ['2025—2027年行动计划', '2027年1月底', '剩230天'],
    ['平安校园建设实施方案', '2026年6月底', '剩15天'],
  ])('show them in %s to %s', async (title, day, left) => {
    client = await startClient();
    await client.open(PLAN, `${title}\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：${day}）`);
    expect((await ask()).map(({ label }) => label)).toEqual([left]);
  });

  it('are not shown in the middle of a task that says by when it is due', async () => {
    client = await startClient();
    const due = '完成时限：2026年7月底';
    await client.open(
      PLAN,
      `2026年工作要点\n一、工作\n1.甲项。年内开工。（责任单位：办公室；${due}）\n2.乙项。8月底前开工。（责任单位：办公室）`,
    );
    expect((await ask()).map(({ label }) => label)).toEqual(['剩46天', '剩77天']);
  });

  it('can be switched off one by one', async () => {
    client = await startClient({ configuration: { inlayHints: { daysLeft: false } } });
    await client.open(DIRECTORY, UNITS);
    await client.open(PLAN, TEXT);
    await client.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    expect((await ask()).map(({ label }) => label)).toEqual(['→ 办公室']);
  });
});

describe('sums', () => {
  const SUMS =
    '2026年工作要点\n一、工作\n1.甲项。招聘教师6‸0人（语文20、数学18、英语22）。小学8所、初中3所，共12所。（责任单位：办公室）\n2.乙项。二。（责任单位：办公室）';
  const sums = async (range: unknown) => {
    const found = await client!.request<{ label: string; position: { character: number } }[]>(
      'textDocument/inlayHint',
      { textDocument: { uri: PLAN }, range },
    );
    return found.map(({ label, position }) => [label, position.character]);
  };

  it('are checked beside the text, in the stretch that is asked for', async () => {
    client = await startClient();
    const { text } = await client.open(PLAN, SUMS);
    const line = text.split('\n')[2] ?? '';
    expect(await sums(everything)).toEqual([
      ['合计 60 ✓', line.indexOf('）。小学') + 1],
      ['合计 11 ≠ 12', line.indexOf('。（责任')],
    ]);
    expect(await sums({ start: { line: 3, character: 0 }, end: { line: 4, character: 0 } })).toEqual([]);
  });

  it('are explained where one points at them', async () => {
    client = await startClient({ locale: 'en' });
    const plan = await client.open(PLAN, SUMS);
    const ask = (position: unknown) =>
      client!.request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri: PLAN },
        position,
      });
    expect((await ask(plan.cursor))?.contents.value).toBe('The parts add up to the total, **60** ✓');
    const wrong = { line: 2, character: (plan.text.split('\n')[2] ?? '').indexOf('12所') };
    expect((await ask(wrong))?.contents.value).toBe('The parts add up to **11**; the total says **12**');
    expect(await ask({ line: 2, character: 3 })).toBe(null);
  });

  it('can be switched off', async () => {
    client = await startClient({ configuration: { inlayHints: { sums: false } } });
    await client.open(PLAN, SUMS);
    expect(await sums(everything)).toEqual([]);
  });
});

describe('quoted documents', () => {
  it('link to the file of that title, under any dash', async () => {
    client = await startClient();
    const other = `${FOLDER}/%E8%A1%8C%E5%8A%A8.plan`;
    await client.open(other, '青河县教育提升行动计划（2024—2026年）\n一、甲\n1.乙。丙。');
    const plan = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.落实《⟦青河县教育提升行动计划(2024-2026年)⟧》《别的办法》。',
    );
    const found = await client.request('textDocument/documentLink', { textDocument: { uri: PLAN } });
    expect(found).toEqual([{ range: plan.ranges[0], target: other }]);
  });

  it('leads from a quoted document to its title', async () => {
    client = await startClient();
    const other = await client.open(`${FOLDER}/other.plan`, '⟦青河县行动计划⟧\n一、甲\n1.乙。丙。');
    const plan = await client.open(PLAN, '2026年工作要点\n一、工作\n1.落实《青河县‸行动计划》。');
    expect(
      await client.request('textDocument/definition', { textDocument: plan, position: plan.cursor }),
    ).toEqual([{ uri: other.uri, range: other.ranges[0] }]);
  });
});

describe('addresses', () => {
  it.each([
    ['见(⟦https://a.gov.cn/x⟧)。'],
    ['见（⟦https://a.gov.cn/x⟧）。'],
    ['见⟦https://a.gov.cn/x_(y)⟧。'],
    ['见(⟦https://a.gov.cn/x_(y)⟧).'],
    ['见⟦https://a.gov.cn/x⟧, 下同'],
  ])('end before the stops and the bracket around them: %s', (marked) => {
    const { text, spans } = readMarks(marked);
    const workspace = withDocument(emptyWorkspace, indexed(parse(text), 'a.plan', ''));
    expect(links(workspace, 'a.plan').map(({ span }) => span)).toEqual(spans);
  });
});
