import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  createMessageConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { anyText } from '../any-text.ts';
import { rounds, seed, soaking } from '../rounds.ts';
import { startClient } from './client.ts';
import { publishedProtocol } from './protocol/messages.ts';

const PLAN = 'file:///plans/2026.plan';
const TEXT = [
  '2026年工作要点',
  '一、工作',
  ...Array.from({ length: 30 }, (_, i) => `${i + 1}.第${i}项。内容,一。（责任单位：办公室、第${i}科）`),
].join('\n');

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(() => {
  client?.connection.dispose();
  client = undefined;
});

/** What came of a request. */
const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: unknown) => (error as { code: number }).code,
  );

describe('a burst of changes with requests among them', () => {
  it('has every request answered or told off, and ends with what the last text says', async () => {
    client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    const { connection, request } = client;
    await client.open(PLAN, TEXT);
    const count = soaking ? 10_000 : 120;
    const textDocument = { uri: PLAN };
    const asked: Promise<unknown>[] = [];
    const draw = drawing();
    for (let version = 2; version < count + 2; version += 1) {
      const position = { line: 2 + draw(30), character: draw(12) };
      const whole = draw(500) === 0;
      const words = ['改', '\n', '31.新项。', '，', '', '“'][draw(6)];
      await client.notify('textDocument/didChange', {
        textDocument: { uri: PLAN, version },
        contentChanges: [whole ? { text: TEXT } : { range: { start: position, end: position }, text: words }],
      });
      if (draw(4) > 0) continue;
      const method = ['diagnostic', 'documentSymbol', 'hover', 'completion', 'semanticTokens/full'][draw(5)];
      const source = new CancellationTokenSource();
      const params = { textDocument, position, context: { triggerKind: 1 } };
      asked.push(outcome(connection.sendRequest(`textDocument/${method}`, params, source.token)));
      if (draw(3) === 0) source.cancel();
      if (draw(50) === 0) await asked.at(-1);
    }
    const outcomes = await Promise.all(asked);
    expect(outcomes.length).toBeGreaterThan(count / 10);
    // Content modified, cancelled by the server, cancelled.
    const expected: readonly unknown[] = [-32801, -32802, -32800, 'answered'];
    expect([...new Set(outcomes)].filter((one) => !expected.includes(one))).toEqual([]);
    const seen = client.session.documents.get(PLAN);
    expect(seen?.version).toBe(count + 1);
    const items = await request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument });
    await client.notify('textDocument/didClose', { textDocument });
    const fresh = 'file:///plans/fresh.plan';
    await client.notify('textDocument/didOpen', {
      textDocument: { uri: fresh, languageId: 'workplan', version: 1, text: seen?.rope.text ?? '' },
    });
    const again = await request<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: fresh },
    });
    const plain = (all: unknown) => JSON.stringify(all).replaceAll(fresh, PLAN);
    expect(plain(again.items)).toBe(plain(items.items));
  });
});

describe('messages of any kind in any order', () => {
  const methods = [...publishedProtocol().messages].flatMap(([method, { result }]) =>
    // These end the conversation, and have tests of their own.
    /^(?:exit|shutdown|initialize)$/u.test(method) ? [] : [{ method, isRequest: result !== undefined }],
  );
  const number = fc.oneof(fc.nat(40), fc.constantFrom(-1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER));
  const position = fc.record({ line: number, character: number });
  const uri = fc.constantFrom(
    PLAN,
    'file:///plans/b.plan',
    'untitled:a',
    'git:/x?y',
    'file:///100%',
    '',
    'x',
  );
  const right = fc.record(
    {
      textDocument: fc.record({
        uri,
        version: number,
        languageId: fc.constant('workplan'),
        text: anyText(),
      }),
      position,
      positions: fc.array(position, { maxLength: 3 }),
      range: fc.record({ start: position, end: position }),
      contentChanges: fc.array(
        fc.record(
          { range: fc.record({ start: position, end: position }), text: anyText() },
          { requiredKeys: ['text'] },
        ),
        { maxLength: 3 },
      ),
      context: fc.record({ diagnostics: fc.constant([]), includeDeclaration: fc.boolean() }),
      options: fc.record({ tabSize: number, insertSpaces: fc.boolean() }),
      newName: anyText(),
      query: anyText(),
      ch: fc.constantFrom('\n', '', '1'),
      command: fc.constantFrom('planlint.server.apply', 'x', ''),
      arguments: fc.array(fc.jsonValue(), { maxLength: 2 }),
      item: fc.record({ uri, range: fc.record({ start: position, end: position }), name: anyText() }),
      label: anyText(),
      data: fc.jsonValue(),
      previousResultIds: fc.constant([]),
      files: fc.array(fc.record({ uri, oldUri: uri, newUri: uri }), { maxLength: 2 }),
      changes: fc.array(fc.record({ uri, type: number }), { maxLength: 2 }),
      event: fc.record({ added: fc.constant([]), removed: fc.constant([]) }),
    },
    { requiredKeys: [] },
  );
  const message = fc.record({
    kind: fc.constantFrom(...methods),
    params: fc.oneof({ weight: 5, arbitrary: right }, { weight: 2, arbitrary: fc.jsonValue() }),
    cancelled: fc.boolean(),
  });

  it('are answered once each, and leave a server that serves', async () => {
    client = await startClient({ files: {}, folders: ['file:///plans'], limits: { patience: 1 } });
    const { connection } = client;
    await client.open(PLAN, TEXT);
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (all) => {
        const asked = all.map(async ({ kind: { method, isRequest }, params, cancelled }) => {
          const given = (typeof params === 'object' ? params : [params]) as object;
          if (!isRequest) return connection.sendNotification(method, given);
          const source = new CancellationTokenSource();
          const answer = outcome(connection.sendRequest(method, given, source.token));
          if (cancelled) source.cancel();
          const code = await answer;
          // A fault of ours: what is wrong with the message has codes of its own.
          expect(code, JSON.stringify([method, params])).not.toBe(-32603);
        });
        await Promise.all(asked);
        expect(await outcome(connection.sendRequest('workspace/symbol', { query: '' }))).toBe('answered');
      }),
      rounds(25, 4000),
    );
    const faults = client.heard.filter(
      ({ method, params }) => method === 'window/logMessage' && /\n {4}at /u.test(JSON.stringify(params)),
    );
    expect(faults).toEqual([]);
  });
});

describe('a server as a process', () => {
  const bundle = fileURLToPath(new URL('../../dist/server.mjs', import.meta.url));
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  const start = () => {
    const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  const framed = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const greeting = framed({
    id: 0,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });

  it('answers on between garbage', async () => {
    const child = start();
    const { stdin, stdout } = child;
    const ids: unknown[] = [];
    new StreamMessageReader(stdout!).listen((message: Message) => ids.push((message as { id?: unknown }).id));
    stdin!.write(greeting);
    stdin!.write(framed({ method: 'initialized', params: {} }));
    const draw = drawing();
    const count = soaking ? 400 : 20;
    for (let id = 1; id <= count; id += 1) {
      const bytes = Buffer.from(Array.from({ length: draw(300) }, () => draw(256)));
      const mischief = [
        bytes,
        Buffer.from('Content-Length: 99999\r\n\r\n{'),
        Buffer.from('Content-Length: -1\r\n\r\n'),
        Buffer.from('Content-Length: 2\r\n\r\n{}'),
        Buffer.from('Content-Length: 4\r\n\r\n{"a}'),
        Buffer.from(framed({ id: 'x' })),
        Buffer.from(framed({ id, method: 7 as never }).slice(0, -3)),
      ][draw(7)];
      stdin!.write(mischief!);
      stdin!.write(framed({ id, method: 'workspace/symbol', params: { query: '' } }));
    }
    await expect.poll(() => ids.filter((id) => typeof id === 'number' && id > 0).length).toBe(count);
    expect(child.exitCode).toBe(null);
  });

  // In `npm test` tests/lsp/stdio.test.ts counts what waits.
  it.skipIf(!soaking || process.platform !== 'linux')(
    'stays small for a client that stops reading',
    async () => {
      const child = start();
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout!),
        new StreamMessageWriter(child.stdin!),
      );
      connection.listen();
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      const lines = Array.from({ length: 3000 }, (_, i) => `${i + 1}.第${i}项。内容。（责任单位：第${i}科）`);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: PLAN, languageId: 'workplan', version: 1, text: lines.join('\n') },
      });
      const about = { textDocument: { uri: PLAN } };
      await connection.sendRequest('textDocument/semanticTokens/full', about);
      const before = memoryOf(child);
      child.stdout!.pause();
      const count = 300;
      const asked = Array.from({ length: count }, () =>
        connection.sendRequest<{ data: unknown[] }>('textDocument/documentSymbol', about),
      );
      // As long as it works, and then a while.
      let spent = -1;
      await expect
        .poll(
          () => {
            const now = processorTimeOf(child);
            const rests = now === spent;
            spent = now;
            return rests;
          },
          { interval: 500 },
        )
        .toBe(true);
      const grown = memoryOf(child) - before;
      child.stdout!.resume();
      await Promise.all(asked);
      console.log(`${count} answers unread: ${(grown / 1e6).toFixed(0)} MB more`);
      // An answer is half a megabyte, and a thousand of them were 486 MB.
      expect(grown).toBeLessThan(150e6);
    },
  );

  it('ends when nobody can speak to it any more', async () => {
    const child = start();
    child.stdin!.write(greeting);
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin!.end();
    expect(await ended).toBe(1);
  });
});

/** Bytes that a process holds. */
function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Ticks of the processor that a process has had. */
function processorTimeOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** Whole numbers below what is asked, the same for one seed. */
function drawing(): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}
