import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const DIRECTORY =
  '青河县教育局责任单位名录\n一、机关科室\n1. 办公室（负责人：周明）\n2. 基教科（又称：基础教育科）';

let client: Client | undefined;
afterEach(() => client?.close());

describe('results in parts', () => {
  it('are sent to a client that takes them so, and nothing is left for the answer', async () => {
    client = await startClient({ folders: [FOLDER] });
    const { open, request, heard } = client;
    await open(`${FOLDER}/units.plan`, DIRECTORY);
    const plan = await open(
      `${FOLDER}/2026.plan`,
      '2026年工作要点\n一、工作\n1.做好工作。内容。（责任单位：基教‸科、办公室）',
    );
    const parts = (wanted: string) =>
      heard
        .filter(({ method }) => method === '$/progress')
        .map(({ params }) => params as { token: string; value: unknown[] })
        .flatMap(({ token, value }) => (token === wanted ? value : []));
    const params = { textDocument: plan, position: plan.cursor, context: { includeDeclaration: true } };
    const whole = await request<unknown[]>('textDocument/references', params);
    expect(whole.length).toBeGreaterThan(1);
    const rest = await request('textDocument/references', { ...params, partialResultToken: 'r' });
    expect([rest, parts('r')]).toEqual([[], whole]);
    const symbols = await request<unknown[]>('workspace/symbol', { query: '' });
    expect(symbols.length).toBeGreaterThan(1);
    const left = await request('workspace/symbol', { query: '', partialResultToken: 's' });
    expect([left, parts('s')]).toEqual([[], symbols]);
  });
});
