import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes in use after what can be freed has been freed. */
function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

const ROUNDS = 1000;
const TEXT = [
  '2026年工作要点',
  '一、工作',
  ...Array.from({ length: 20 }, (_, i) => `${i + 1}.第${i}项。内容。（责任单位：办公室、第${i}科）`),
].join('\n');

async function round(at: number): Promise<void> {
  const uri = `file:///plans/${at}.plan`;
  const { open, notify, request } = client!;
  await open(uri, TEXT);
  const position = { line: 2, character: 4 };
  await notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: position, end: position }, text: '改' }],
  });
  await request('textDocument/diagnostic', { textDocument: { uri } });
  await request('textDocument/documentSymbol', { textDocument: { uri } });
  await request('textDocument/semanticTokens/full', { textDocument: { uri } });
  await notify('textDocument/didClose', { textDocument: { uri } });
}

it('memory stays flat over a thousand rounds of open, change and close', async () => {
  client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
  for (let i = 0; i < 200; i += 1) await round(i);
  const before = heap();
  for (let i = 200; i < 200 + ROUNDS; i += 1) await round(i);
  const grown = heap() - before;
  console.log(
    `soak: ${ROUNDS} rounds, ${(before / 1e6).toFixed(1)} MB before, ${(grown / 1e6).toFixed(2)} MB more after`,
  );
  // One open document with its plan is larger than this for each round would be.
  expect(grown / ROUNDS).toBeLessThan(TEXT.length * 2);
}, 300_000);
