import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { features } from '../../server/src/lsp/features.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';
const TEXT =
  '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.乙项。二。（责任单位：办公室）\n4.丙项。三。';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(() => {
  client?.connection.dispose();
  client = undefined;
});

async function codeOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'answered',
    (error: unknown) => (error as { code: number }).code,
  );
}

const symbols = (uri = PLAN) =>
  client!.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
const change = (uri: string, version: number, text: string) =>
  client!.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });

describe('messages that lack something', () => {
  it.each([
    ['textDocument/didOpen', { textDocument: { uri: PLAN, languageId: 'workplan', version: 1, text: null } }],
    ['textDocument/didOpen', {}],
    ['textDocument/didChange', {}],
    ['textDocument/didChange', { textDocument: { uri: PLAN, version: 2 }, contentChanges: [{}] }],
    ['textDocument/didClose', { textDocument: null }],
    ['workspace/didChangeWorkspaceFolders', { event: null }],
    ['workspace/didChangeWorkspaceFolders', { event: { added: [null], removed: [] } }],
    ['workspace/didChangeWatchedFiles', { changes: null }],
    ['workspace/didRenameFiles', { files: [{}] }],
    ['workspace/didCreateFiles', []],
    ['initialized', 'x'],
  ])('are left out, told of, and harm nobody: %s', async (method, params) => {
    client = await startClient({ files: {} });
    await client.open(PLAN, TEXT);
    await client.connection.sendNotification(method, params as object);
    expect(await symbols()).toHaveLength(4);
    await client.hear('window/logMessage', (told) => JSON.stringify(told).includes(method));
  });

  it('are refused as such where they are requests, of every method', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    for (const { method } of features) {
      for (const params of [null, [], [1], 'x']) {
        const asked = client.connection.sendRequest(method, params as object);
        expect([method, params, await codeOf(asked)]).toEqual([method, params, -32602]);
      }
    }
    const about = { textDocument: { uri: PLAN } };
    for (const [method, params] of [
      ['hover', about],
      ['definition', { ...about, position: { line: '1', character: 0 } }],
      ['codeAction', { ...about, range: { start: { line: 0, character: 0 } } }],
      ['rename', { ...about, position: { line: 0, character: 0 } }],
      ['selectionRange', { ...about, positions: [null] }],
      ['onTypeFormatting', { ...about, position: { line: 0, character: 0 } }],
    ] as const) {
      expect([method, await codeOf(client.request(`textDocument/${method}`, params))]).toEqual([
        method,
        -32602,
      ]);
    }
    for (const method of ['callHierarchy/incomingCalls', 'workspace/symbol', 'workspace/diagnostic'])
      expect([method, await codeOf(client.request(method, {}))]).toEqual([method, -32602]);
  });
});

describe('folders', () => {
  it.each(['file://host/share', 'file:///tmp/100%', 'file:///a%2fb', 'x', ''])(
    'of an address like %j leave those beside them to be read',
    async (folder) => {
      const files = { [PLAN]: TEXT };
      client = await startClient({
        folders: [folder, 'file:///plans'],
        files,
        capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
      });
      await client.hear('workspace/diagnostic/refresh');
      expect([...client.session.workspace.documents.keys()]).toContain(PLAN);
    },
  );
});

describe('a document that cannot be read', () => {
  it('leaves the others as they are', async () => {
    client = await startClient();
    await client.open('file:///plans/bad.plan', TEXT);
    await client.open(PLAN, TEXT);
    await expect.poll(() => client!.session.documents.get('file:///plans/bad.plan')).toBeDefined();
    const bad = client.session.documents.get('file:///plans/bad.plan')!;
    Object.defineProperty(bad, 'plan', {
      get: () => {
        throw new Error('a fault');
      },
    });
    expect(await symbols()).toHaveLength(4);
    const { items } = await client.request<{ items: { uri: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(items.map(({ uri }) => uri)).toContain(PLAN);
  });
});

describe('versions', () => {
  it('may come twice: what was told last is shown', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    expect(await symbols()).toHaveLength(4);
    await change(PLAN, 1, '2026年工作要点\n一、工作\n1.甲项。一。');
    expect(await symbols()).toHaveLength(2);
    await client.open(PLAN, `${TEXT}\n5.丁项。四。`);
    expect(await symbols()).toHaveLength(5);
  });

  it('of one file under two spellings of its address are those told last', async () => {
    client = await startClient();
    const [one, other] = ['file:///p/a%20b.plan', 'file:///p/a b.plan'];
    await client.open(one, TEXT);
    expect(await symbols(one)).toHaveLength(4);
    await client.open(other, '2026年工作要点\n一、工作\n1.甲项。一。');
    expect(await symbols(other)).toHaveLength(2);
    await change(one, 2, `${TEXT}\n5.丁项。四。`);
    expect(await symbols(one)).toHaveLength(5);
    await client.notify('textDocument/didClose', { textDocument: { uri: one } });
    expect(await symbols(other)).toHaveLength(2);
  });

  it('of one file are changed and closed under another spelling of its address than it was opened by', async () => {
    client = await startClient();
    const [one, other] = ['file:///p/a%20b.plan', 'file:///p/a b.plan'];
    await client.open(one, TEXT);
    await change(other, 2, `${TEXT}\n5.丁项。四。`);
    for (const uri of [one, other]) expect(await symbols(uri)).toHaveLength(5);
    await client.notify('textDocument/didClose', { textDocument: { uri: other } });
    expect(await symbols(one)).toHaveLength(0);
  });
});

describe('a client', () => {
  const all = {
    workspace: {
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    },
    window: { workDoneProgress: true },
  };

  it('that answers nothing is served with defaults, and its late answers are taken', async () => {
    let answer: (value: unknown) => void = () => {};
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const files = {
      list: async () => [{ name: 'b.plan', kind: 'file' as const }],
      read: async (uri: string) => (uri.endsWith('b.plan') ? TEXT : undefined),
    };
    const limits = { patience: 1 };
    startServer(server, { version: '0', today: () => '2026-06-15', files, limits });
    connection.onRequest((method, params) =>
      method === 'workspace/configuration'
        ? settings.then((one) => (params as { items: unknown[] }).items.map(() => one))
        : new Promise(() => {}),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'file:///plans', name: 'x' }],
      capabilities: { ...all, workspace: { ...all.workspace, configuration: true } },
    });
    await connection.sendNotification('initialized', {});
    const pull = async () => {
      const asked = await connection.sendRequest<{ items: { code: string; severity: number }[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri: 'file:///plans/b.plan' } },
      );
      return asked.items.filter(({ code }) => code === 'number-gap').map(({ severity }) => severity);
    };
    await expect.poll(pull).toEqual([2]);
    answer({ rules: { 'number-gap': 'error' } });
    await expect.poll(pull).toEqual([1]);
    connection.dispose();
  });

  it('that could pull findings and does not is pushed them, until it pulls', async () => {
    client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(PLAN, TEXT);
    await client.hear('textDocument/publishDiagnostics', (told) =>
      (told as { diagnostics: { code: string }[] }).diagnostics.some(({ code }) => code === 'number-gap'),
    );
    const taken = client.next('textDocument/publishDiagnostics');
    await client.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    expect(await taken).toEqual({ uri: PLAN, diagnostics: [] });
  });

  it('that takes its leave before it comes in may come in', async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(up),
      new StreamMessageWriter(down),
    );
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    startServer(server, { version: '0', today: () => '2026-06-15', files: undefined });
    connection.listen();
    expect(await codeOf(connection.sendRequest('shutdown'))).toBe(-32002);
    expect(await codeOf(connection.sendRequest('initialize', { capabilities: 1 }))).not.toBe('answered');
    expect(await codeOf(connection.sendRequest('initialize', { processId: null, capabilities: {} }))).toBe(
      'answered',
    );
    connection.dispose();
  });
});
