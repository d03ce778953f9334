import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';
const UNITS = 'file:///plans/县教育局.units.plan';
const TEXT =
  '2026年清河县教育工作要点\n一、重点工作\n1.甲事。招聘60人（语文20人、数学40人）。（责任单位：办公室；完成时限：2026年7月底）\n2.乙事。做好。（责任单位：办公室；完成时限：2026年8月底）\n3.丙事。做好。‸\n';

let client: Client;
afterEach(() => client.close());

/** How much is shown beside the text, above it and in grey, with these settings. */
async function shown(configuration: object): Promise<Readonly<Record<string, boolean>>> {
  client = await startClient({ configuration, initializationOptions: { showPlaces: true } });
  await client.open(UNITS, '清河县教育局责任单位名录\n一、科室\n1. 办公室\n');
  const plan = await client.open(PLAN, TEXT);
  const some = async (method: string, more: object) =>
    (await client.request<unknown[]>(`textDocument/${method}`, { textDocument: { uri: PLAN }, ...more }))
      .length > 0;
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  return {
    hints: await some('inlayHint', { range }),
    lenses: await some('codeLens', {}),
    grey: await some('inlineCompletion', { position: plan.cursor, context: { triggerKind: 1 } }),
    findings:
      (await client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri: PLAN } }))
        .items.length > 0,
  };
}

describe('somebody who reads', () => {
  it('sees the text and what is found in it, and nothing else', async () => {
    expect(await shown({})).toEqual({ hints: true, lenses: true, grey: true, findings: true });
    await client.close();
    expect(await shown({ reading: true })).toEqual({
      hints: false,
      lenses: false,
      grey: false,
      findings: true,
    });
  });

  it('is not asked what else is set', async () => {
    const all = { inlayHints: { daysLeft: true }, codeLenses: { sections: true }, inlineCompletion: true };
    expect(await shown({ ...all, reading: true })).toMatchObject({
      hints: false,
      lenses: false,
      grey: false,
    });
  });
});
