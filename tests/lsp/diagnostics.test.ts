import { afterEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { manualPage } from '../../server/src/config/manual.ts';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const TEXT =
  '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：6月底）\n⟦2.乙项⟧。二。（完成时限：7月底）';

let client: Client | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await client?.close();
  client = undefined;
});

interface Report {
  readonly kind: string;
  readonly resultId: string;
  readonly items: readonly {
    readonly code: string;
    readonly range: unknown;
    readonly message: string;
    readonly severity: number;
  }[];
}

const pull = (uri: string, previousResultId?: string) =>
  client!.request<Report>('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId && { previousResultId }),
  });

describe('pull diagnostics', () => {
  it('are the findings, and unchanged as long as nothing changes', async () => {
    client = await startClient();
    const plan = await client.open(PLAN, TEXT);
    const first = await pull(PLAN);
    expect(first.items.filter(({ code }) => code === 'missing-lead')).toMatchObject([
      {
        range: plan.ranges[0],
        severity: 2,
        message: '第2项任务“乙项”未注明责任单位，同部分2项任务中1项已写明。',
      },
    ]);
    expect(await pull(PLAN, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 3, character: 7 }, end: { line: 3, character: 8 } },
          text: '（责任单位：人事科；',
        },
      ],
    });
    const second = await pull(PLAN, first.resultId);
    expect(second.kind).toBe('full');
    expect(second.items.map(({ code }) => code)).not.toContain('missing-lead');
  });

  it('speak the language of the client', async () => {
    client = await startClient({ locale: 'en' });
    await client.open(PLAN, TEXT);
    const { items } = await pull(PLAN);
    expect(items.find(({ code }) => code === 'missing-lead')?.message).toBe(
      'Task 2 “乙项” does not state who is responsible (责任单位); 1 of the 2 tasks of this part does.',
    );
  });

  it('say no more than the client understands', async () => {
    const text = `${TEXT}\n<!-- planlint-disable-next-line empty-task -->\n3.丙项。三。`;
    const all = {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1 as const] },
    };
    const said = async (publishDiagnostics: object) => {
      client = await startClient({ capabilities: { textDocument: { publishDiagnostics } } });
      await client.open(PLAN, text);
      const { items } = await pull(PLAN);
      await client.close();
      client = undefined;
      return new Set(items.flatMap((item) => Object.keys(item)));
    };
    const plain = ['range', 'severity', 'source', 'code', 'message'];
    expect(await said({})).toEqual(new Set(plain));
    expect(await said(all)).toEqual(new Set([...plain, 'codeDescription', 'tags', 'data']));
  });

  it('lead to the manual in the language that they speak', async () => {
    const textDocument = { publishDiagnostics: { codeDescriptionSupport: true } };
    for (const locale of ['zh', 'en'] as const) {
      client = await startClient({ locale, capabilities: { textDocument } });
      await client.open(PLAN, TEXT);
      const { items } = await pull(PLAN);
      const href = manualPage('rules', locale, 'missing-lead');
      expect(items.find(({ code }) => code === 'missing-lead')).toMatchObject({ codeDescription: { href } });
      await client.close();
      client = undefined;
    }
  });

  it('are never unchanged to a server that has not told them', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      client = await startClient();
      await client.open(PLAN, TEXT);
      ids.push((await pull(PLAN)).resultId);
      expect((await pull(PLAN, ids[0])).kind).toBe(i === 0 ? 'unchanged' : 'full');
      await client.close();
      client = undefined;
    }
  });

  it('count positions as negotiated', async () => {
    const text = '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.😀乙项。二。';
    const ends: Record<string, number> = { 'utf-8': 2 + 4 + 6, 'utf-16': 2 + 2 + 2, 'utf-32': 2 + 1 + 2 };
    for (const [encoding, end] of Object.entries(ends)) {
      client = await startClient({ capabilities: { general: { positionEncodings: [encoding] } } });
      expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
      await client.open(PLAN, text);
      const { items } = await pull(PLAN);
      const found = items.find(({ code }) => code === 'missing-lead');
      expect(found?.range).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: end } });
      await client.close();
      client = undefined;
    }
  });

  it('obey planlint.json above the file and the settings of the editor below it', async () => {
    client = await startClient({
      folders: [FOLDER],
      files: {
        [`${FOLDER}/planlint.json`]: '{ "missing-lead": "never" }',
        [PLAN]: TEXT.replace(/[⟦⟧]/gu, ''),
      },
    });
    await client.open(PLAN, TEXT);
    expect((await pull(PLAN)).items.map(({ code }) => code)).not.toContain('missing-lead');
    await client.close();
    client = await startClient({
      folders: [FOLDER],
      files: {},
      configuration: { rules: { 'missing-lead': 'error' } },
    });
    await client.open(PLAN, TEXT);
    expect((await pull(PLAN)).items.find(({ code }) => code === 'missing-lead')?.severity).toBe(1);
  });
});

describe('workspace diagnostics', () => {
  const files = {
    [`${FOLDER}/a.plan`]:
      '甲2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：6月底）\n2.乙项。二。（完成时限：6月底）',
    [`${FOLDER}/deep/b.plan`]:
      '乙2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：6月底）',
    [`${FOLDER}/node_modules/c.plan`]: '丙2026年工作要点\n一、工作\n1.甲项。一。',
    [`${FOLDER}/readme.txt`]: 'Nothing of a plan.',
  };
  interface WorkspaceReport {
    readonly items: readonly (Report & { readonly uri: string })[];
  }

  it('cover files that are not open, and stream where asked to', async () => {
    client = await startClient({
      folders: [FOLDER],
      files,
      capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.hear('workspace/diagnostic/refresh');
    const whole = await client.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [] });
    const codes = Object.fromEntries(
      whole.items.map(({ uri, items }) => [uri, items.map(({ code }) => code)]),
    );
    expect(Object.keys(codes).sort()).toEqual([`${FOLDER}/a.plan`, `${FOLDER}/deep/b.plan`]);
    expect(codes[`${FOLDER}/a.plan`]).toContain('missing-lead');
    const previousResultIds = whole.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await client.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds });
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    const streamed = await client.request<WorkspaceReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'p',
    });
    expect(streamed.items).toEqual([]);
    expect(parts('p').map(({ uri }) => uri)).toEqual([`${FOLDER}/a.plan`, `${FOLDER}/deep/b.plan`]);
  });

  it('are held back while the folders are read: not all clients can be told to ask again', async () => {
    client = await startClient({ folders: [FOLDER], files });
    const asked = (more: object) =>
      client!.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds: [], ...more });
    const [whole] = await Promise.all([asked({}), asked({ partialResultToken: 'early' })]);
    for (const items of [whole.items, parts('early')])
      expect(items.map(({ uri }) => uri)).toEqual([`${FOLDER}/a.plan`, `${FOLDER}/deep/b.plan`]);
  });

  /** What was streamed under a token. */
  const parts = (wanted: string) =>
    client!.heard
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => params as { token: string; value: WorkspaceReport })
      .flatMap(({ token, value }) => (token === wanted ? value.items : []));

  /** A client that was told of everything, with what it knows. */
  async function told() {
    client = await startClient({
      folders: [FOLDER],
      files,
      capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.hear('workspace/diagnostic/refresh');
    await client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'first' });
    return parts('first').map(({ uri, resultId }) => ({ uri, value: resultId }));
  }

  it('are held back until there is something to tell, and then only that', async () => {
    const previousResultIds = await told();
    let answer: unknown;
    const asked = client!.request('workspace/diagnostic', { previousResultIds, partialResultToken: 'p' });
    void asked.then((report) => {
      answer = report;
    });
    // What is asked behind it is answered.
    await pull(PLAN);
    await pull(PLAN);
    expect(answer).toBeUndefined();
    await client!.open(`${FOLDER}/deep/b.plan`, TEXT);
    expect(await asked).toEqual({ items: [] });
    expect(parts('p').map(({ uri }) => uri)).toEqual([`${FOLDER}/deep/b.plan`]);
  });

  it('are not held back from who has no use for them any more', async () => {
    const previousResultIds = await told();
    const source = new CancellationTokenSource();
    const params = { previousResultIds, partialResultToken: 'p' };
    const asked = client!.connection.sendRequest('workspace/diagnostic', params, source.token);
    const code = asked.catch((error: { code: number }) => error.code);
    await pull(PLAN);
    source.cancel();
    expect(await code).toBe(-32800);
  });

  it('take back in a part what is shown of documents that have gone', async () => {
    const previousResultIds = [...(await told()), { uri: `${FOLDER}/gone.plan`, value: '1-zh' }];
    const last = await client!.request('workspace/diagnostic', {
      previousResultIds,
      partialResultToken: 'p',
    });
    expect(last).toEqual({ items: [] });
    expect(parts('p')).toMatchObject([{ uri: `${FOLDER}/gone.plan`, items: [] }]);
  });

  it('take back what is shown of closed documents by the names that the client has for them', async () => {
    const names = ['a%20%232.plan', `${encodeURIComponent('计划')}.plan`].map(
      (name) => `file:///other/${name}`,
    );
    const known = await told();
    for (const uri of names) await client!.open(uri, TEXT);
    const shown = await client!.request<WorkspaceReport>('workspace/diagnostic', {
      previousResultIds: known,
    });
    const previousResultIds = shown.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    expect(previousResultIds.map(({ uri }) => uri)).toEqual(expect.arrayContaining(names));
    for (const uri of names) await client!.notify('textDocument/didClose', { textDocument: { uri } });
    const gone = names.map((uri) => ({ kind: 'full', uri, version: null, items: [] }));
    const whole = await client!.request<WorkspaceReport>('workspace/diagnostic', { previousResultIds });
    expect(whole.items.filter(({ kind }) => kind === 'full')).toEqual(gone);
    await client!.request('workspace/diagnostic', { previousResultIds, partialResultToken: 'p' });
    expect(parts('p')).toEqual(gone);
  });

  it('leave out other states of files, as do the lists', async () => {
    await told();
    const git = `git:${FOLDER.slice('file://'.length)}/a.plan?HEAD`;
    await client!.open(git, TEXT);
    const uris = (found: unknown) => JSON.stringify(found).match(/git:[^"]*/gu);
    expect((await pull(git)).items).not.toEqual([]);
    expect(uris(await client!.request('workspace/diagnostic', { previousResultIds: [] }))).toBeNull();
    expect(uris(await client!.request('planlint/overview', {}))).toBeNull();
    expect(uris(await client!.request('workspace/symbol', { query: '' }))).toBeNull();
  });
});

describe('push diagnostics', () => {
  it('come after quiet to a client that does not pull, and go when the document is closed', async () => {
    client = await startClient({ configuration: {} });
    await client.open(PLAN, TEXT);
    const params = await client.hear('textDocument/publishDiagnostics');
    expect(params).toMatchObject({ uri: PLAN, version: 1 });
    const asked = () => client!.heard.filter(({ method }) => method === 'workspace/configuration').length;
    const before = asked();
    await client.notify('textDocument/didClose', { textDocument: { uri: PLAN } });
    const isEmpty = (heard: unknown) => (heard as { diagnostics: unknown[] }).diagnostics.length === 0;
    expect(await client.hear('textDocument/publishDiagnostics', isEmpty)).toMatchObject({
      uri: PLAN,
      diagnostics: [],
    });
    expect(asked()).toBe(before);
  });
});
