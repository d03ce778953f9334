import { afterEach, describe, expect, it } from 'vitest';
import { features } from '../../server/src/lsp/features.ts';
import { type Client, startClient } from './client.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('the table of features', () => {
  it('serves no method twice', () => {
    const methods = features.map(({ method }) => method);
    expect(new Set(methods).size).toBe(methods.length);
  });

  it('answers every method that it has a row for, whatever the text', async () => {
    client = await startClient();
    const uri = 'file:///a.plan';
    await client.open(uri, '2026年工作要点\n一、“未闭合\n1.（责任单位：\n\t|||\n😀');
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 2 } };
    const item = { name: '甲', kind: 5, uri, range, selectionRange: range };
    const params = {
      textDocument: { uri },
      position: { line: 2, character: 3 },
      positions: [{ line: 2, character: 3 }],
      range,
      context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
      newName: '乙',
      query: '',
      previousResultId: 'x',
      previousResultIds: [],
      ch: '\n',
      options: { tabSize: 2, insertSpaces: true },
      item,
      label: '甲',
      rule: 'missing-lead',
      command: 'planlint.server.apply',
      text: '',
      format: 'json',
      data: null,
    };
    for (const { method } of features) {
      const answer = await client.request(method, params).then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.message : 'failed'),
      );
      // A place that cannot be renamed is refused with a reason.
      expect([method, answer]).toEqual([
        method,
        method === 'textDocument/rename' ? expect.stringMatching(/answered|没有可以/u) : 'answered',
      ]);
    }
  });
});
