import { performance } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { generatePlan } from './generate.ts';

/**
 * Keystroke latency of the language server: from one `textDocument/didChange` to the answer of the request behind it,
 * over real messages on in-memory streams. Prints p50, p95 and p99 in milliseconds.
 */
const SIZES: readonly (readonly [lines: number, strokes: number])[] = [
  [200, 60],
  [2000, 40],
  [20_000, 12],
];
const URI = 'file:///plans/bench.plan';

async function main(): Promise<void> {
  console.log('\nkeystroke latency (ms)      p50     p95     p99');
  for (const [lines, strokes] of SIZES) {
    for (const method of ['textDocument/diagnostic', 'textDocument/documentSymbol']) {
      const times = await strokesOf(generatePlan(lines), strokes, method);
      const figures = [0.5, 0.95, 0.99].map((q) => quantile(times, q).toFixed(1).padStart(8));
      console.log(`${String(lines).padStart(6)} lines, ${method.slice(13).padEnd(14)}${figures.join('')}`);
    }
  }
}

async function strokesOf(text: string, strokes: number, method: string): Promise<readonly number[]> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(server, { version: 'bench', today: () => '2026-06-15', files: undefined });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  const capabilities = {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'workplan', version: 1, text },
  });
  await client.sendRequest(method, { textDocument: { uri: URI } });
  const line = Math.floor(text.split('\n').length / 2);
  const times: number[] = [];
  for (let i = 0; i < strokes; i += 1) {
    const position = { line, character: 4 };
    const begun = performance.now();
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: i + 2 },
      contentChanges: [{ range: { start: position, end: position }, text: '改' }],
    });
    await client.sendRequest(method, { textDocument: { uri: URI } });
    times.push(performance.now() - begun);
  }
  await client.sendRequest('shutdown');
  client.dispose();
  server.dispose();
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

void main();
