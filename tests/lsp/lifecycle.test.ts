import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server.ts';
import { startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';
const TEXT = '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.乙项。二。';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  client?.connection.dispose();
  client = undefined;
});

/** The error code of a request that is refused. */
async function refusal(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'answered',
    (error: unknown) => (error as { code: number }).code,
  );
}

const about = { textDocument: { uri: PLAN } };
const symbols = () => client!.request('textDocument/documentSymbol', about);

describe('requests out of turn', () => {
  it('are refused after shutdown as invalid', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    expect(await symbols()).toHaveLength(3);
    await client.request('shutdown', undefined);
    expect(await refusal(symbols())).toBe(-32600);
    expect(await refusal(client.request('workspace/symbol', { query: '' }))).toBe(-32600);
    expect(await refusal(client.request('planlint/rules', {}))).toBe(-32600);
  });

  it('are refused before they are due, and a second greeting', async () => {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const [server, connection] = [
      createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)),
      createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up)),
    ];
    const platform = { version: '0', today: () => '2026-06-15', files: undefined };
    startServer(server, platform);
    connection.listen();
    expect(await refusal(connection.sendRequest('planlint/rules', {}))).toBe(-32002);
    const greet = () => connection.sendRequest('initialize', { processId: null, capabilities: {} });
    expect(await refusal(greet())).toBe('answered');
    expect(await refusal(greet())).toBe(-32600);
    connection.dispose();
  });

  it.each([['textDocument/hover'], ['workspace/symbol'], ['planlint/gaps']])(
    'are refused as incomplete: %s about nothing',
    async (method) => {
      client = await startClient();
      expect(await refusal(client.connection.sendRequest(method))).toBe(-32602);
      expect(await refusal(client.connection.sendRequest(method, null))).toBe(-32602);
    },
  );

  it('are answered as cancelled when they are cancelled before they start', async () => {
    let answer: (value: unknown) => void = () => {};
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    client = await startClient({ configuration: () => settings });
    await client.open(PLAN, TEXT);
    // It waits for the settings of its document.
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/documentSymbol', about, source.token);
    await client.hear('workspace/configuration');
    source.cancel();
    answer({});
    expect(await refusal(asked)).toBe(-32800);
    expect(await symbols()).toHaveLength(3);
  });

  it('end workspace diagnostics that are cancelled between two files', async () => {
    // So many that they are not all looked at before the server listens again.
    const names = Array.from({ length: 600 }, (_, i) => `file:///plans/${i}.plan`);
    const files = Object.fromEntries(names.map((name) => [name, TEXT]));
    client = await startClient({
      folders: ['file:///plans'],
      files,
      capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.hear('workspace/diagnostic/refresh');
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'w' };
    const asked = client.connection.sendRequest('workspace/diagnostic', params, source.token);
    const answer = refusal(asked);
    await client.hear('$/progress');
    source.cancel();
    expect(await answer).toBe(-32800);
    expect(client.heard.filter(({ method }) => method === '$/progress').length).toBeLessThan(names.length);
    expect(await symbols()).toEqual(expect.any(Array));
  });
});

describe('a request that fails', () => {
  it('is answered with an error, and the next one is served', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    const { session } = client;
    const planOf = session.planOf.bind(session);
    session.planOf = () => {
      throw new Error('a fault');
    };
    expect(await refusal(symbols())).toBe(-32603);
    session.planOf = planOf;
    expect(await symbols()).toHaveLength(3);
  });
});

describe('a pull while the document changes', () => {
  it('is sent away to come again', async () => {
    let answer: (value: unknown) => void = () => {};
    const settings = new Promise((resolve) => {
      answer = resolve;
    });
    client = await startClient({ configuration: () => settings });
    await client.open(PLAN, TEXT);
    const pull = () => client!.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    const first = pull().then(
      () => 'answered',
      (error: unknown) => error,
    );
    await client.hear('workspace/configuration');
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges: [{ text: `${TEXT}三。` }],
    });
    // The change has arrived when a later request is being worked on.
    await expect.poll(() => client!.session.documents.get(PLAN)?.version).toBe(2);
    answer({});
    expect(await first).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect(await pull()).toMatchObject({ kind: 'full' });
  });

  it('lets go first what is ready, and looks at nothing that changed meanwhile', async () => {
    let go: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    client = await startClient({ turn: () => gone });
    await client.open(PLAN, TEXT);
    const textDocument = { uri: PLAN };
    const pulled = client.request('textDocument/diagnostic', { textDocument }).then(
      () => 'answered',
      (error: unknown) => error,
    );
    expect(await client.request('textDocument/documentSymbol', { textDocument })).not.toHaveLength(0);
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges: [{ text: `${TEXT}三。` }],
    });
    await expect.poll(() => client!.session.documents.get(PLAN)?.version).toBe(2);
    go();
    expect(await pulled).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect(await client.request('textDocument/diagnostic', { textDocument })).toMatchObject({ kind: 'full' });
  });

  it('answers at once what can be, whatever long work was asked for before it', async () => {
    const turn = async () => {
      for (let turns = 0; turns < 2; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    client = await startClient({ turn });
    await client.open(PLAN, TEXT);
    const order: string[] = [];
    const ask = async (method: string) => {
      await client!.request(method, { textDocument: { uri: PLAN } });
      order.push(method);
    };
    const outlines = Array.from({ length: 8 }, () => 'textDocument/documentSymbol');
    await Promise.all(['textDocument/diagnostic', ...outlines].map(ask));
    expect(order).toEqual([...outlines, 'textDocument/diagnostic']);
  });

  describe('while it looks for findings', () => {
    const textDocument = { uri: PLAN };
    const pull = () => client!.request('textDocument/diagnostic', { textDocument });

    /** A client for whom something happens when looking has begun and is not at its end. */
    async function between(happens: () => Promise<unknown>): Promise<void> {
      let turns = 0;
      const turn = async () => {
        turns += 1;
        if (turns === 3) await happens();
      };
      client = await startClient({ turn, limits: { slice: 0 } });
      await client.open(PLAN, TEXT);
    }

    it('serves others', async () => {
      const order: string[] = [];
      await between(async () => {
        await client!.request('textDocument/documentSymbol', { textDocument });
        order.push('outline');
      });
      const pulled = await pull();
      order.push('findings');
      expect(order).toEqual(['outline', 'findings']);
      expect(pulled).toMatchObject({ kind: 'full' });
    });

    it('leaves what changed', async () => {
      await between(async () => {
        await client!.notify('textDocument/didChange', {
          textDocument: { uri: PLAN, version: 2 },
          contentChanges: [{ text: `${TEXT}三。` }],
        });
        await expect.poll(() => client!.session.documents.get(PLAN)?.version).toBe(2);
      });
      const pulled = await pull().catch((error: unknown) => error);
      expect(pulled).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
      expect(await pull()).toMatchObject({ kind: 'full' });
    });

    it('ends at once where an answer needs it', async () => {
      let gaps: unknown;
      await between(async () => {
        gaps = await client!.request('planlint/gaps', { textDocument });
      });
      const pulled = await pull();
      expect(gaps).toBeDefined();
      expect(pulled).toMatchObject({ kind: 'full' });
    });
  });

  it('comes to long work all the same where somebody asks without end', async () => {
    const textDocument = { uri: PLAN };
    client = await startClient({
      turn: async () => {
        await client!.request('textDocument/documentSymbol', { textDocument });
      },
    });
    await client.open(PLAN, TEXT);
    const pulled = client.request('textDocument/diagnostic', { textDocument });
    expect(await pulled).toMatchObject({ kind: 'full' });
  });
});
