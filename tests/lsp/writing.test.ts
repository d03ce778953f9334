import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('writing', () => {
  const ask = <T>(method: string, plan: { uri: string; cursor: unknown }, more: object = {}) =>
    client!.request<T>(method, { textDocument: { uri: plan.uri }, position: plan.cursor, ...more });

  const offeredAt = async (plan: { uri: string; cursor: unknown }) =>
    (await ask<{ items: { label: string }[] }>('textDocument/completion', plan)).items.map(
      ({ label }) => label,
    );

  it('continues the numbering on Enter, in the style of the item above', async () => {
    client = await startClient();
    const plan = await client.open(PLAN, '2026年工作要点\n一、工作\n1．甲项。一。\n‸');
    expect(
      await ask('textDocument/onTypeFormatting', plan, {
        ch: '\n',
        options: { tabSize: 2, insertSpaces: true },
      }),
    ).toMatchObject([{ newText: '2．' }]);
  });

  it('shows the bracket of the document as a signature', async () => {
    client = await startClient();
    const plan = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲项。一。（牵头领导：林知远；责任科室：办公室）\n2.乙项。二。（牵头领导：林知远；责‸）',
    );
    expect(await ask('textDocument/signatureHelp', plan)).toMatchObject({
      signatures: [{ label: '（牵头领导：…；责任科室：…）' }],
    });
  });

  it('shows it over no line unasked', async () => {
    client = await startClient();
    expect(client.initialized.capabilities.signatureHelpProvider?.triggerCharacters).toEqual([]);
  });

  it.each(['2.乙项。二。（‸', '2.乙项。二。（责任‸'])('shows it where fields begin: %s', async (marked) => {
    client = await startClient();
    const head = '2026年工作要点\n一、工作\n1.甲项。一。（责任科室：办公室）\n';
    const plan = await client.open(PLAN, head + marked);
    expect(await ask('textDocument/signatureHelp', plan)).toMatchObject({ activeParameter: 0 });
  });

  it.each(['（一‸）建好校舍', '2.乙项。二（‸', '2.乙项。二。（见附‸'])(
    'shows none in other brackets: %s',
    async (marked) => {
      client = await startClient();
      const head = '2026年工作要点\n一、工作\n1.甲项。一。（责任科室：办公室）\n';
      expect(await ask('textDocument/signatureHelp', await client.open(PLAN, head + marked))).toBeNull();
    },
  );

  it('changes both straight quotes at once, as long as quotes stand there', async () => {
    client = await startClient();
    const plan = await client.open(PLAN, '2026年工作要点\n一、工作\n1.擦亮⟦"‸⟧书香校园⟦"⟧品牌。');
    const linked = await ask<{ ranges: unknown; wordPattern: string }>(
      'textDocument/linkedEditingRange',
      plan,
    );
    expect(linked.ranges).toEqual(plan.ranges);
    const pattern = new RegExp(`^${linked.wordPattern}$`, 'u');
    expect(['', '"', '“', '“"', '”'].filter((typed) => !pattern.test(typed))).toEqual([]);
    expect(pattern.test('书')).toBe(false);
  });

  it('formats without touching a word', async () => {
    client = await startClient();
    const text = '2026年工作要点  \n一、工作\n1.甲项。一。（责任单位：办公室） \n';
    await client.open(PLAN, text);
    const edits = await client.request<{ newText: string }[]>('textDocument/formatting', {
      textDocument: { uri: PLAN },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits.length).toBeGreaterThanOrEqual(2);
    expect(edits.every(({ newText }) => newText.trim() === '')).toBe(true);
  });

  it('completes labels, days and numbers where no name is wanted', async () => {
    client = await startClient();
    const labels = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲项。一。（责任科室：办公室；完成时间：6月底）\n2.乙项。二。（‸',
    );
    expect(await offeredAt(labels)).toEqual(['牵头单位：', '责任科室：', '配合单位：', '完成时间：']);
    const days = await client.open(
      `${FOLDER}/b.plan`,
      '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：‸）',
    );
    const offered = await offeredAt(days);
    expect(offered).toContain('2026年6月底前');
    expect(offered).toContain('长期坚持');
    const number = await client.open(`${FOLDER}/c.plan`, '2026年工作要点\n一、工作\n（一）甲项。一。\n‸\n');
    expect(await offeredAt(number)).toEqual(['（二）']);
  });
});
