import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { shakeHands } from './client.ts';
import { begin, codesOf, known, REFRESH } from './reading.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const HEAD = '2026年清河县教育工作要点\n一、工作\n';
const FULL = '（责任单位：办公室；完成时限：6月底）';
const GAP = `${HEAD}1.甲事。做好。${FULL}\n2.乙事。做好。${FULL}\n⟦3.丙‸事⟧。做好。（责任单位：办公室）\n`;
const BARE = { bare: true } as const;

interface Command {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

describe('a client that says nothing of itself', () => {
  it('gets plain words', async () => {
    const client = await begin(BARE);
    await client.open(
      `${FOLDER}/units.plan`,
      '清河县教育局责任单位名录\n一、科室\n1. 办公室（简称：局_办）\n',
    );
    const plan = await client.open(PLAN, `${HEAD}1.甲事。做好。（责任单位：办‸公室）`);
    const params = { textDocument: plan, position: plan.cursor };
    const { contents } = await client.request<{ contents: unknown }>('textDocument/hover', params);
    expect(contents).toMatch(/^办公室\n\n又称：局_办/u);
    const { items } = await client.request<{ items: { label: string }[] }>('textDocument/completion', params);
    const item = items.find(({ label }) => label === '办公室');
    expect(await client.request('completionItem/resolve', item)).toMatchObject({
      documentation: expect.stringMatching(/^办公室\n\n又称：局_办/u),
    });
  });

  it('is promised and given neither actions nor lenses', async () => {
    const client = await begin(BARE);
    const { capabilities } = client.initialized;
    for (const one of ['codeActionProvider', 'codeLensProvider', 'executeCommandProvider'] as const) {
      expect(capabilities[one]).toBeUndefined();
    }
    await client.open(PLAN, GAP);
    expect(await client.request('textDocument/codeLens', { textDocument: { uri: PLAN } })).toEqual([]);
  });

  it('is pushed findings without a version, which others get', async () => {
    const pushed = async (textDocument: object) => {
      const client = await begin({ ...BARE, capabilities: { textDocument } });
      await client.open(PLAN, GAP);
      return client.hear('textDocument/publishDiagnostics');
    };
    expect(await pushed({})).not.toHaveProperty('version');
    expect(await pushed({ publishDiagnostics: { versionSupport: true } })).toHaveProperty('version', 1);
  });

  it('gets no kind of completion that it need not know', async () => {
    const kinds = async (textDocument: object) => {
      const client = await begin({ ...BARE, capabilities: { textDocument } });
      const plan = await client.open(PLAN, `${HEAD}1.甲事。做好。\n‸\n`);
      const { items } = await client.request<{ items: { kind: number }[] }>('textDocument/completion', {
        textDocument: plan,
        position: plan.cursor,
      });
      return items.map(({ kind }) => kind);
    };
    expect(await kinds({})).toEqual([12]);
    expect(await kinds({ completion: { completionItemKind: { valueSet: [12, 24] } } })).toEqual([24]);
  });
});

describe('a client that knows commands alone', () => {
  const OLD = { ...BARE, capabilities: { workspace: { applyEdit: true } } };

  it('gets quick fixes as commands, which hand it the change', async () => {
    const client = await begin(OLD);
    expect(client.initialized.capabilities).toMatchObject({
      codeActionProvider: true,
      executeCommandProvider: { commands: ['planlint.server.apply'] },
    });
    const plan = await client.open(PLAN, GAP);
    const found = await client.request<Command[]>('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: plan.ranges[0],
      context: { diagnostics: [] },
    });
    const keys = new Set(found.flatMap((one) => Object.keys(one)));
    expect(keys).toEqual(new Set(['title', 'command', 'arguments']));
    const [fix] = found;
    expect(fix?.title).toBe('为第3项任务补上“完成时限”，内容待填');
    expect(await client.request('workspace/executeCommand', fix)).toBeNull();
    expect(await client.hear('workspace/applyEdit')).toEqual({
      label: fix?.title,
      edit: { changes: { [PLAN]: [expect.objectContaining({ newText: '；完成时限：' })] } },
    });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges: [{ text: HEAD }],
    });
    const late = client.request('workspace/executeCommand', fix).catch(({ code }: { code: number }) => code);
    expect(await late).toBe(-32801);
  });

  it('and what is none of ours changes nothing', async () => {
    const client = await begin(OLD);
    await client.open(PLAN, GAP);
    for (const given of [undefined, [], [null], [{ title: 'x', kind: 'quickfix' }], [{ title: 1 }]]) {
      const asked = { command: 'planlint.server.apply', ...(given && { arguments: given }) };
      expect(await client.request('workspace/executeCommand', asked)).toBeNull();
    }
    expect(client.heard.filter(({ method }) => method === 'workspace/applyEdit')).toEqual([]);
    const unknown = client.request('workspace/executeCommand', { command: 'planlint.server.gone' });
    expect(await unknown.catch(({ code }: { code: number }) => code)).toBe(-32602);
  });

  it('gets only what it names of an action', async () => {
    const actions = async (codeAction: object) => {
      const literal = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };
      const client = await begin({
        ...BARE,
        capabilities: { textDocument: { codeAction: { ...literal, ...codeAction } } },
      });
      const plan = await client.open(PLAN, GAP);
      return client.request<object[]>('textDocument/codeAction', {
        textDocument: { uri: PLAN },
        range: plan.ranges[0],
        context: { diagnostics: [] },
      });
    };
    const plain = await actions({});
    expect(plain.filter((one) => 'isPreferred' in one || 'data' in one)).toEqual([]);
    expect(plain.filter((one) => !('edit' in one))).toEqual([]);
    const [first] = await actions({ isPreferredSupport: true, dataSupport: true });
    expect(first).toMatchObject({ isPreferred: true, data: { id: 'fill-task' } });
  });
});

describe('a client that can show a document', () => {
  it('is led by a lens to the first place, and has no lens that leads nowhere', async () => {
    const client = await begin({ capabilities: { window: { showDocument: { support: true } } } });
    await client.open(`${FOLDER}/units.plan`, '清河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 人事科\n');
    await client.open(PLAN, GAP);
    const units = await client.request<{ command: Command }[]>('textDocument/codeLens', {
      textDocument: { uri: `${FOLDER}/units.plan` },
    });
    expect(units.map(({ command }) => command.title)).toEqual(['3项任务']);
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(
      units[0]?.command.command,
    );
    await client.request('workspace/executeCommand', units[0]?.command);
    expect(await client.hear('window/showDocument')).toMatchObject({
      uri: PLAN,
      selection: { start: { line: 2 } },
    });
  });
});

describe('settings', () => {
  it('count that are sent along at the start, nested or not', async () => {
    for (const options of [
      { planlint: { missing: { deadline: 'never' }, locale: 'en' } },
      { missing: { deadline: 'never' }, locale: 'en' },
    ]) {
      const client = await begin({ initializationOptions: options });
      await client.open(PLAN, GAP);
      expect((await codesOf(PLAN)).map(([code]) => code)).not.toContain('missing-deadline');
      expect(client.session.locale).toBe('en');
    }
  });

  it('count that are sent when they change, over those of the start', async () => {
    const client = await begin({
      capabilities: REFRESH,
      initializationOptions: { missing: { deadline: 'never' } },
    });
    await client.open(PLAN, GAP);
    expect(await codesOf(PLAN)).toEqual([]);
    const change = async (settings: unknown) => {
      const refreshed = client.next('workspace/diagnostic/refresh');
      await client.notify('workspace/didChangeConfiguration', { settings });
      await refreshed;
    };
    await change({ planlint: { missing: { deadline: 'always' } } });
    expect(await codesOf(PLAN)).toEqual([['missing-deadline', 2]]);
    // Some clients send nothing to say that something changed.
    for (const nothing of [null, {}, []]) await change(nothing);
    expect(await codesOf(PLAN)).toEqual([['missing-deadline', 2]]);
    await change({ missing: { deadline: 'never' } });
    expect(await codesOf(PLAN)).toEqual([]);
  });

  it.each([{ planlint: {} }, { planlint: null }])('are taken back by %j', async (settings) => {
    const client = await begin({ capabilities: REFRESH });
    await client.open(PLAN, GAP);
    const before = await codesOf(PLAN);
    for (const [sent, expected] of [
      [{ planlint: { rules: { 'missing-deadline': 'off' } } }, []],
      [settings, before],
    ] as const) {
      const refreshed = client.next('workspace/diagnostic/refresh');
      await client.notify('workspace/didChangeConfiguration', { settings: sent });
      await refreshed;
      expect(await codesOf(PLAN)).toEqual(expected);
    }
    expect(before).not.toEqual([]);
  });

  it('are told of in the log, once, where they cannot be meant, and the others count', async () => {
    const settings = {
      rules: { 'missing-leed': 'off', 'missing-unit': 'loud' },
      missing: { deadline: 'never', lead: null },
      exclude: ['tmp'],
    };
    const client = await begin({ initializationOptions: { ...settings, locale: 'en' } });
    await client.open(PLAN, GAP);
    expect(await codesOf(PLAN)).toEqual([]);
    await client.open(`${FOLDER}/b.plan`, GAP);
    await codesOf(`${FOLDER}/b.plan`);
    const logged = client.heard.filter(({ method }) => method === 'window/logMessage');
    expect(logged.map(({ params }) => params)).toEqual([
      { type: 2, message: expect.stringMatching(/^planlint: .*missing-leed.*missing-lead\?/u) },
      { type: 2, message: expect.stringMatching(/^planlint: .*loud/u) },
    ]);
  });

  it('are asked for first where a client answers, and stand in for no answer', async () => {
    const given = { initializationOptions: { missing: { deadline: 'never' } } };
    const answering = await begin({ ...given, configuration: { missing: { deadline: 'always' } } });
    await answering.open(PLAN, GAP);
    expect(await codesOf(PLAN)).toEqual([['missing-deadline', 2]]);
    const silentClient = await begin({ ...given, configuration: null });
    await silentClient.open(PLAN, GAP);
    expect(await codesOf(PLAN)).toEqual([]);
  });
});

describe('the folder', () => {
  it('may be a path alone', async () => {
    const client = await begin({
      capabilities: REFRESH,
      rootPath: '/计划 书',
      files: { 'file:///%E8%AE%A1%E5%88%92%20%E4%B9%A6/2026.plan': GAP },
    });
    await client.hear('workspace/diagnostic/refresh');
    expect(known()).toEqual(['file:///计划 书/2026.plan']);
  });
});

describe('the language of the program', () => {
  const program = fileURLToPath(new URL('../../dist/planlint.mjs', import.meta.url));
  it.each([
    ['the system’s, where the client says none', [], 'en_US.UTF-8', undefined, 'does not state'],
    ['the client’s before the system’s', [], 'en_US.UTF-8', 'zh-CN', '未注明'],
    ['the one that is asked for before both', ['--locale', 'en'], 'zh_CN.UTF-8', 'zh-CN', 'does not state'],
    ['the one that is asked for in one word', ['--locale=zh'], 'en_US.UTF-8', 'en', '未注明'],
  ] as const)('is %s', async (_, args, LANG, locale, said) => {
    const child = spawn(process.execPath, [program, 'lsp', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, LANG },
    });
    const client = await shakeHands(
      createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      locale ? { locale } : {},
    );
    await client.open(PLAN, GAP);
    const { items } = await client.request<{ items: { message: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: PLAN },
    });
    expect(items[0]?.message).toContain(said);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await client.close();
    child.stdin.end();
    await ended;
  });
});
