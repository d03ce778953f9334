import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type ClientOptions, startClient } from './client.ts';

const A = 'file:///a';
const B = 'file:///b';
const UNITS = '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科（又称：基础教育科）';
const plan = (unit: string) => `2026年工作要点\n一、工作\n1.甲项。一。（责任单位：${unit}；完成时限：6月底）`;
const REFRESH = { workspace: { diagnostics: { refreshSupport: true } } };

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

/** A client whose server has read all folders. */
async function ready(options: ClientOptions): Promise<NonNullable<typeof client>> {
  client = await startClient({ ...options, capabilities: { ...REFRESH, ...options.capabilities } });
  await client.hear('workspace/diagnostic/refresh');
  return client;
}

/** Resolves when the server has taken in what it was told last. */
async function afterRefresh(tell: () => Promise<void>): Promise<void> {
  const before = client!.heard.length;
  await tell();
  for (let i = 0; i < 500; i += 1) {
    if (client!.heard.slice(before).some(({ method }) => method === 'workspace/diagnostic/refresh')) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('The server did not ask for new diagnostics.');
}

const known = () => [...client!.session.workspace.documents.keys()].sort();

async function codesOf(uri: string): Promise<readonly (readonly [code: string, severity: number])[]> {
  const { items } = await client!.request<{ items: { code: string; severity: number }[] }>(
    'textDocument/diagnostic',
    { textDocument: { uri } },
  );
  return items.map(({ code, severity }) => [code, severity] as const);
}

async function definitionOf(uri: string, marked: string): Promise<string[]> {
  const opened = await client!.open(uri, marked);
  const found = await client!.request<{ uri: string }[]>('textDocument/definition', {
    textDocument: opened,
    position: opened.cursor,
  });
  await client!.notify('textDocument/didClose', { textDocument: { uri } });
  return found.map((one) => one.uri);
}

interface Registration {
  readonly method: string;
  readonly registerOptions: {
    readonly watchers: readonly {
      readonly globPattern: { readonly baseUri: string; readonly pattern: string };
      readonly kind?: number;
    }[];
  };
}

describe('several workspace folders', () => {
  it('keep to their own directories, settings and configurations', async () => {
    await ready({
      folders: [A, B],
      files: {
        [`${A}/units.plan`]: UNITS,
        [`${A}/2026.plan`]: plan('基教科'),
        [`${B}/planlint.json`]: '{ "rules": { "missing-deadline": "error" } }',
        [`${B}/2026.plan`]: plan('基教科'),
      },
      configuration: (scope: string | undefined) =>
        scope === A ? { rules: { 'missing-deadline': 'info' } } : {},
    });
    expect(await definitionOf(`${A}/x.plan`, plan('基教‸科'))).toEqual([`${A}/units.plan`]);
    // Without a directory the first mention in the document defines.
    expect(await definitionOf(`${B}/x.plan`, plan('基教‸科'))).toEqual([`${B}/x.plan`]);
    const lacking = '2026年工作要点\n一、工作\n1.甲项。一。（完成时限：6月底）\n2.乙项。二。';
    await client!.open(`${A}/y.plan`, lacking);
    await client!.open(`${B}/y.plan`, lacking);
    expect(await codesOf(`${A}/y.plan`)).toContainEqual(['missing-deadline', 3]);
    expect(await codesOf(`${B}/y.plan`)).toContainEqual(['missing-deadline', 1]);
  });

  it('come and go', async () => {
    await ready({
      folders: [A],
      files: { [`${A}/a.plan`]: plan('甲科'), [`${B}/b.plan`]: plan('乙科') },
    });
    expect(known()).toEqual([`${A}/a.plan`]);
    const change = (added: string[], removed: string[]) =>
      client!.notify('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((uri) => ({ uri, name: uri })),
          removed: removed.map((uri) => ({ uri, name: uri })),
        },
      });
    await afterRefresh(() => change([B], []));
    await expect.poll(known).toEqual([`${A}/a.plan`, `${B}/b.plan`]);
    await afterRefresh(() => change([], [A]));
    await expect.poll(known).toEqual([`${B}/b.plan`]);
  });

  it('are watched as they come and go, and settings once', async () => {
    const capabilities = {
      workspace: {
        ...REFRESH.workspace,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    };
    await ready({ folders: [A], files: {}, capabilities });
    await afterRefresh(() =>
      client!.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: B, name: B }], removed: [] },
      }),
    );
    const told = (method: string) => client!.heard.filter((one) => one.method === method);
    await expect.poll(() => told('client/unregisterCapability')).toHaveLength(1);
    const registered = told('client/registerCapability').flatMap(
      ({ params }) => (params as { registrations: Registration[] }).registrations,
    );
    const of = (method: string) => registered.filter((one) => one.method === method);
    expect(of('workspace/didChangeConfiguration')).toHaveLength(1);
    const watched = of('workspace/didChangeWatchedFiles').map(({ registerOptions }) =>
      registerOptions.watchers.map(({ globPattern, kind }) => [globPattern.baseUri, kind]),
    );
    // Folders that go are told of by themselves, whatever their name.
    expect(watched).toEqual([
      [
        [A, undefined],
        [A, 4],
      ],
      [
        [A, undefined],
        [B, undefined],
        [A, 4],
        [B, 4],
      ],
    ]);
  });

  it('do not hold one another twice', async () => {
    await ready({
      folders: [A, `${A}/inner`],
      files: { [`${A}/a.plan`]: plan('甲科'), [`${A}/inner/b.plan`]: plan('乙科') },
    });
    expect(known()).toEqual([`${A}/a.plan`, `${A}/inner/b.plan`]);
    expect(client!.session.rootOf(`${A}/inner/b.plan`)).toBe(`${A}/inner`);
  });
});

describe('what is read', () => {
  it('is neither hidden, installed, ignored, excluded nor no plan', async () => {
    await ready({
      folders: [A],
      files: {
        [`${A}/.gitignore`]: 'old/\n',
        [`${A}/.planlintignore`]: '/draft.plan\n',
        [`${A}/planlint.json`]: '{ "ignore": ["annex*"], "files": ["*.md"] }',
        [`${A}/a.plan`]: plan('甲科'),
        [`${A}/b.md`]: plan('乙科'),
        [`${A}/c.rst`]: plan('乙科'),
        [`${A}/draft.plan`]: plan('丙科'),
        [`${A}/annex1.plan`]: plan('丙科'),
        [`${A}/old/d.plan`]: plan('丁科'),
        [`${A}/.git/e.plan`]: plan('戊科'),
        [`${A}/node_modules/x/f.plan`]: plan('戊科'),
        [`${A}/tmp/g.plan`]: plan('戊科'),
        [`${A}/notes.txt`]: 'Milk, bread.',
        [`${A}/${encodeURIComponent('2026年工作计划')}.txt`]: '',
      },
      configuration: { exclude: ['tmp'] },
    });
    expect(known()).toEqual([`${A}/2026年工作计划.txt`, `${A}/a.plan`, `${A}/b.md`]);
  });

  it('knows plans by the names that the language is associated with', async () => {
    const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const patterns: string[] = contributes.languages.find(
      ({ id }: { id: string }) => id === 'workplan',
    ).filenamePatterns;
    expect(patterns.length).toBeGreaterThan(5);
    const names = patterns.map((pattern) => pattern.replaceAll('*', '甲'));
    await ready({
      folders: [A],
      files: Object.fromEntries(names.map((name) => [`${A}/${encodeURIComponent(name)}`, ''])),
    });
    expect(known()).toEqual(names.map((name) => `${A}/${name}`).sort());
  });

  it('ends at the bounds, which is said once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`${A}/${i % 5}/${i}.plan`, plan('甲科')]),
    );
    await ready({ folders: [A], files, configuration: { indexing: { maxFiles: 7 } } });
    expect(known()).toHaveLength(7);
    await afterRefresh(() => client!.notify('workspace/didChangeConfiguration', { settings: null }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const said = client!.heard.filter(({ method }) => method === 'window/showMessage');
    expect(said.map(({ params }) => (params as { message: string }).message)).toEqual([
      expect.stringContaining('前 7 份文件'),
    ]);
    await client!.close();
    // No limit at all is none that a person can mean.
    await ready({ folders: [A], files, configuration: { indexing: { maxFiles: 0 } } });
    expect(known()).toHaveLength(30);
    await client!.close();
    await ready({ folders: [A], files, limits: { folders: 3 } });
    // The folder itself and two below.
    expect(known()).toHaveLength(12);
    await client!.close();
    await ready({ folders: [A], files, limits: { milliseconds: -1 } });
    expect(known()).toHaveLength(0);
  });

  it('is told as it goes, and not where the client cannot show it', async () => {
    const files = { [`${A}/a.plan`]: plan('甲科') };
    await ready({ folders: [A], files, capabilities: { ...REFRESH, window: { workDoneProgress: true } } });
    const kinds = client!.heard
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => (params as { value: { kind: string; message?: string } }).value);
    expect(kinds[0]).toMatchObject({ kind: 'begin', title: 'Planlint' });
    expect(kinds.at(-1)).toMatchObject({ kind: 'end' });
    await client!.close();
    await ready({ folders: [A], files });
    expect(client!.heard.map(({ method }) => method)).not.toContain('window/workDoneProgress/create');
  });
});

describe('files changed outside', () => {
  it('are read again: a directory serves its plans as it is now', async () => {
    const files: Record<string, string> = { [`${A}/units.plan`]: UNITS, [`${A}/a.plan`]: plan('办公室') };
    await ready({ folders: [A], files });
    await client!.open(`${A}/open.plan`, plan('体卫艺科'));
    expect((await codesOf(`${A}/open.plan`)).map(([code]) => code)).toContain('unknown-unit');
    files[`${A}/units.plan`] = `${UNITS}\n3. 体卫艺科`;
    const changed = (uri: string, type: number) =>
      afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }));
    await changed(`${A}/units.plan`, 2);
    expect((await codesOf(`${A}/open.plan`)).map(([code]) => code)).not.toContain('unknown-unit');
    delete files[`${A}/a.plan`];
    await changed(`${A}/a.plan`, 3);
    expect(known()).not.toContain(`${A}/a.plan`);
  });

  it('stay out where they are left out, changed or opened and closed', async () => {
    const left = ['old/b.plan', 'tmp/c.plan', 'annex1.plan', '.git/d.plan', 'node_modules/x/e.plan'].map(
      (name) => `${A}/${name}`,
    );
    await ready({
      folders: [A],
      files: {
        [`${A}/.gitignore`]: 'old/\n',
        [`${A}/planlint.json`]: '{ "ignore": ["annex*"] }',
        [`${A}/a.plan`]: plan('甲科'),
        ...Object.fromEntries(left.map((uri) => [uri, plan('乙科')])),
      },
      configuration: { exclude: ['tmp'] },
    });
    expect(known()).toEqual([`${A}/a.plan`]);
    const changes = left.flatMap((uri) => [
      { uri, type: 1 },
      { uri, type: 2 },
    ]);
    await client!.notify('workspace/didChangeWatchedFiles', { changes });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(known()).toEqual([`${A}/a.plan`]);
    for (const uri of left) {
      await client!.open(uri, plan('乙科'));
      await client!.notify('textDocument/didClose', { textDocument: { uri } });
      await codesOf(`${A}/a.plan`);
      await expect.poll(known).toEqual([`${A}/a.plan`]);
    }
  });

  it('are followed where a configuration asks for them', async () => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: '{ "files": ["*.md"] }',
      [`${A}/a.md`]: plan('甲科'),
    };
    const capabilities = {
      workspace: {
        ...REFRESH.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    };
    await ready({ folders: [A], files, capabilities });
    const watches = (params: unknown) => JSON.stringify(params).includes('*.md');
    await client!.hear('client/registerCapability', watches);
    const changed = (uri: string, type: number) =>
      afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }));
    files[`${A}/a.md`] = plan('丙科');
    await changed(`${A}/a.md`, 2);
    expect(client!.session.planOf(`${A}/a.md`)?.text).toContain('丙科');
    delete files[`${A}/a.md`];
    await changed(`${A}/a.md`, 3);
    expect(known()).toEqual([]);
  });

  it('are kept when they come while the folder is being read', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${A}/${i}.plan`, plan('甲科')]));
    client = await startClient({ folders: [A], files, capabilities: REFRESH });
    await expect.poll(() => known().length, { interval: 1 }).toBeGreaterThan(5);
    files[`${A}/new.plan`] = plan('乙科');
    await afterRefresh(() =>
      client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${A}/new.plan`, type: 1 }] }),
    );
    expect(known().length).toBeLessThan(61);
    await expect.poll(() => known().length).toBe(61);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(known()).toContain(`${A}/new.plan`);
  });

  it('follow folders by whatever name', async () => {
    const files: Record<string, string> = {
      [`${A}/${encodeURIComponent('1.旧')}/a.plan`]: plan('甲科'),
      [`${A}/x.plan/b.plan`]: plan('乙科'),
    };
    await ready({ folders: [A], files });
    expect(known()).toEqual([`${A}/1.旧/a.plan`, `${A}/x.plan/b.plan`]);
    const [oldUri, newUri] = ['1.旧', '2.新'].map((name) => `${A}/${encodeURIComponent(name)}`);
    files[`${newUri}/a.plan`] = plan('甲科');
    delete files[`${oldUri}/a.plan`];
    await afterRefresh(() => client!.notify('workspace/didRenameFiles', { files: [{ oldUri, newUri }] }));
    expect(known()).toEqual([`${A}/2.新/a.plan`, `${A}/x.plan/b.plan`]);
    delete files[`${A}/x.plan/b.plan`];
    await afterRefresh(() => client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/x.plan` }] }));
    expect(known()).toEqual([`${A}/2.新/a.plan`]);
    files[`${A}/copy/deep/c.plan`] = plan('丙科');
    await afterRefresh(() => client!.notify('workspace/didCreateFiles', { files: [{ uri: `${A}/copy` }] }));
    expect(known()).toEqual([`${A}/2.新/a.plan`, `${A}/copy/deep/c.plan`]);
  });

  it('are not looked for where links lead, whatever is told of these', async () => {
    const LOOP = `${A}/${encodeURIComponent('环')}`;
    const files = { [`${A}/a.plan`]: plan('甲科'), 'file:///far/deep/b.plan': plan('乙科') };
    await ready({ folders: [A], files, links: { [LOOP]: A, [`${A}/far`]: 'file:///far' } });
    expect(known()).toEqual([`${A}/a.plan`]);
    for (const uri of [LOOP, `${A}/far`]) {
      await client!.notify('workspace/didCreateFiles', { files: [{ uri }] });
      await client!.notify('workspace/didRenameFiles', { files: [{ oldUri: `${A}/old`, newUri: uri }] });
      await client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(known()).toEqual([`${A}/a.plan`]);
  });

  it('follow what the client creates, renames and deletes, also whole folders', async () => {
    const files: Record<string, string> = { [`${A}/old/a.plan`]: plan('甲科') };
    await ready({ folders: [A], files });
    files[`${A}/b.plan`] = plan('乙科');
    await afterRefresh(() => client!.notify('workspace/didCreateFiles', { files: [{ uri: `${A}/b.plan` }] }));
    expect(known()).toEqual([`${A}/b.plan`, `${A}/old/a.plan`]);
    files[`${A}/new/a.plan`] = files[`${A}/old/a.plan`]!;
    delete files[`${A}/old/a.plan`];
    await client!.notify('workspace/didRenameFiles', { files: [{ oldUri: `${A}/old`, newUri: `${A}/new` }] });
    await expect.poll(known).toEqual([`${A}/b.plan`, `${A}/new/a.plan`]);
    delete files[`${A}/b.plan`];
    await afterRefresh(() => client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/b.plan` }] }));
    expect(known()).toEqual([`${A}/new/a.plan`]);
    delete files[`${A}/new/a.plan`];
    await afterRefresh(() => client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/new` }] }));
    expect(known()).toEqual([]);
    // What was no plan is nobody's business.
    const before = client!.heard.length;
    const changes = ['.git/index.lock', 'package.json'].map((name) => ({ uri: `${A}/${name}`, type: 3 }));
    await client!.notify('workspace/didChangeWatchedFiles', { changes });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(client!.heard.slice(before)).toEqual([]);
  });
});

describe('configurations', () => {
  const isAbout = (uri: string, count: number) => (params: unknown) =>
    (params as { uri: string }).uri === uri &&
    (params as { diagnostics: unknown[] }).diagnostics.length === count;

  it('show what is wrong with them, until it is mended', async () => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: '{\n  "rules": { "missing-led": "error" }\n}',
      [`${A}/a.plan`]: plan('甲科'),
    };
    await ready({ folders: [A], files });
    const CONFIG = `${A}/planlint.json`;
    const shown = await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 1));
    expect(shown).toMatchObject({
      diagnostics: [
        {
          range: { start: { line: 1, character: 13 }, end: { line: 1, character: 26 } },
          severity: 1,
          source: 'planlint',
          message: expect.stringContaining('missing-lead'),
        },
      ],
    });
    files[CONFIG] = '{ "rules": { "missing-lead": "error" } }';
    await client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 0));
  });

  it('are forgotten with their faults when they are deleted', async () => {
    const CONFIG = `${A}/planlint.json`;
    const files: Record<string, string> = { [CONFIG]: '{ "rules": [] }', [`${A}/a.plan`]: plan('甲科') };
    await ready({ folders: [A], files });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 1));
    delete files[CONFIG];
    await client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 3 }] });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 0));
  });

  it('appoint directories, wherever they lie, and say which is not there', async () => {
    const CONFIG = `${A}/planlint.json`;
    await ready({
      folders: [A],
      files: {
        [CONFIG]: '{ "directories": ["../shared/units.txt", "nowhere.plan"] }',
        // Nothing but the configuration says what it is.
        'file:///shared/units.txt': '一、科室\n1. 基教科（又称：基础教育科）',
        [`${A}/a.plan`]: plan('甲科'),
      },
    });
    expect(await definitionOf(`${A}/x.plan`, plan('基础教‸育科'))).toEqual(['file:///shared/units.txt']);
    const shown = await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 1));
    expect(shown).toMatchObject({ diagnostics: [{ message: '名录“nowhere.plan”不存在或者无法读取。' }] });
  });

  it('are watched with all that they name, wherever it lies', async () => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: '{ "extends": "team/base.json", "directories": ["../shared", "人员.md"] }',
      [`${A}/team/base.json`]: '{ "rules": { "missing-deadline": "error" } }',
      'file:///planlint.json': '{ "rules": { "missing-lead": "error" } }',
      'file:///shared/units.txt': UNITS,
    };
    const capabilities = {
      workspace: {
        ...REFRESH.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    };
    await ready({ folders: [A], files, capabilities });
    await client!.open(
      `${A}/a.plan`,
      '2026年工作要点\n一、工作\n1.甲项。一。（完成时限：6月底）\n2.乙项。二。',
    );
    expect(await codesOf(`${A}/a.plan`)).toContainEqual(['missing-deadline', 1]);
    const watched = (params: unknown) =>
      (params as { registrations: Registration[] }).registrations[0]?.registerOptions.watchers.map(
        ({ globPattern: { baseUri, pattern } }) => `${baseUri} ${decodeURIComponent(pattern)}`,
      ) ?? [];
    const last = () =>
      watched(client!.heard.findLast(({ method }) => method === 'client/registerCapability')?.params).sort();
    const names = '**/{*.plan,*.workplan,*.txt,planlint.json,.gitignore,.planlintignore}';
    await expect
      .poll(last)
      .toEqual(
        [
          `${A} ${names}`,
          `${A} 人员.md`,
          `${A} **/*`,
          `${A}/team base.json`,
          'file:// planlint.json',
          'file:// shared',
          `file:///shared ${names}`,
        ].sort(),
      );
    const changed = (uri: string, type: number) =>
      afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }));
    files[`${A}/team/base.json`] = '{ "rules": { "missing-deadline": "info" } }';
    await changed(`${A}/team/base.json`, 2);
    expect(await codesOf(`${A}/a.plan`)).toContainEqual(['missing-deadline', 3]);
    files['file:///shared/more.txt'] = UNITS;
    await changed('file:///shared/more.txt', 1);
    await expect.poll(known).toContain('file:///shared/more.txt');
  });

  it('say which directory is not there until it is', async () => {
    const CONFIG = `${A}/planlint.json`;
    const files: Record<string, string> = {
      [CONFIG]: '{ "directories": ["人员.md"] }',
      [`${A}/a.plan`]: plan('甲科'),
    };
    const isOf = ({ params }: { params: unknown }) => (params as { uri?: string } | null)?.uri === CONFIG;
    const shown = () => {
      const last = client!.heard.findLast(isOf)?.params as { diagnostics: { message: string }[] } | undefined;
      return last?.diagnostics.map(({ message }) => message);
    };
    await ready({ folders: [A], files });
    expect(shown()).toEqual(['名录“人员.md”不存在或者无法读取。']);
    const STAFF = `${A}/${encodeURIComponent('人员.md')}`;
    files[STAFF] = '一、科室\n1. 基教科';
    const changed = (type: number) =>
      client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: STAFF, type }] });
    await changed(1);
    await expect.poll(shown).toEqual([]);
    expect((await codesOf(`${A}/a.plan`)).map(([code]) => code)).toContain('unknown-unit');
    delete files[STAFF];
    await changed(3);
    await expect.poll(shown).toEqual(['名录“人员.md”不存在或者无法读取。']);
    expect((await codesOf(`${A}/a.plan`)).map(([code]) => code)).not.toContain('unknown-unit');
  });

  it.each([
    ['lists', ['~$x.docx', '.~lock.x.txt#', '.git/index.lock', 'build/out/app', 'x.md']],
    ['.', ['.git/index.lock', '~$x.docx', 'package.json', 'node_modules/x', 'lists/x.docx', '1.旧']],
  ])('do not mind what goes from a folder of directories, %s, and was none', async (folder, names) => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: JSON.stringify({ directories: [folder] }),
      [`${A}/lists/units.plan`]: UNITS,
      [`${A}/lists/deep/more.txt`]: '一、科室\n1. 人事科',
    };
    await ready({ folders: [A], files });
    const all = known();
    expect(all).toEqual([`${A}/lists/deep/more.txt`, `${A}/lists/units.plan`]);
    const before = client!.heard.length;
    const changes = names.map((name) => ({
      uri: [A, ...(folder === '.' ? [] : [folder]), ...name.split('/').map(encodeURIComponent)].join('/'),
      type: 3,
    }));
    await client!.notify('workspace/didChangeWatchedFiles', { changes });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(client!.heard.slice(before)).toEqual([]);
    expect(known()).toEqual(all);
    // What was one, is missed; of a folder that comes with some, no more may be told than that.
    delete files[`${A}/lists/deep/more.txt`];
    const gone = [{ uri: `${A}/lists/deep`, type: 3 }];
    await client!.notify('workspace/didChangeWatchedFiles', { changes: gone });
    await expect.poll(known).toEqual([`${A}/lists/units.plan`]);
    files[`${A}/lists/new/more.txt`] = '一、科室\n1. 人事科';
    await client!.notify('workspace/didCreateFiles', { files: [{ uri: `${A}/lists/new` }] });
    await expect.poll(known).toEqual([`${A}/lists/new/more.txt`, `${A}/lists/units.plan`]);
    await expect.poll(() => client!.session.isAppointed(`${A}/lists/new/more.txt`)).toBe(true);
  });

  it('dismiss directories that they no longer name', async () => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: '{ "directories": ["人员.txt", "../shared/units.txt"] }',
      [`${A}/${encodeURIComponent('人员.txt')}`]: '一、科室\n1. 基教科',
      'file:///shared/units.txt': UNITS,
      [`${A}/a.plan`]: plan('甲科'),
    };
    await ready({ folders: [A], files });
    expect(known()).toEqual([`${A}/a.plan`, `${A}/人员.txt`, 'file:///shared/units.txt']);
    files[`${A}/planlint.json`] = '{}';
    const changes = [{ uri: `${A}/planlint.json`, type: 2 }];
    await afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes }));
    await expect.poll(known).toEqual([`${A}/a.plan`]);
    expect((await codesOf(`${A}/a.plan`)).map(([code]) => code)).not.toContain('unknown-unit');
  });

  it('take their faults with them when their folder goes', async () => {
    const CONFIG = `${A}/sub/planlint.json`;
    const files: Record<string, string> = { [CONFIG]: '{ "rules": [] }', [`${A}/a.plan`]: plan('甲科') };
    await ready({ folders: [A], files });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 1));
    delete files[CONFIG];
    await client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/sub` }] });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 0));
  });

  it('give closed files their labels, too', async () => {
    await ready({
      folders: [A],
      files: {
        [`${A}/planlint.json`]: '{ "labels": { "unit": ["具体承办"] } }',
        [`${A}/a.plan`]: '2026年工作要点\n一、工作\n1.甲项。一。（具体承办：基教科）',
      },
    });
    expect(client!.session.planOf(`${A}/a.plan`)?.fields).toHaveLength(1);
  });
});

describe('settings of the window', () => {
  const TEXT = '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.乙项。二。';
  it.each([
    ['zh', 'en', /未注明/u],
    ['en', 'zh', /does not state/u],
    ['auto', 'en', /does not state/u],
    ['auto', 'zh-CN', /未注明/u],
  ])('speak %s to a client in %s', async (locale, own, expected) => {
    await ready({ folders: [A], files: {}, configuration: { locale }, locale: own });
    await client!.open(`${A}/a.plan`, TEXT);
    const { items } = await client!.request<{ items: { code: string; message: string }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri: `${A}/a.plan` } },
    );
    expect(items.find(({ code }) => code === 'missing-lead')?.message).toMatch(expected);
  });

  it('are the language of all that is said, and go back to that of the editor', async () => {
    const configuration = { locale: 'en' };
    const capabilities = { ...REFRESH, window: { workDoneProgress: true } };
    await ready({
      folders: [A],
      files: { [`${A}/a.plan`]: TEXT },
      configuration,
      capabilities,
      locale: 'zh',
    });
    const begun = client!.heard.find(({ method }) => method === '$/progress');
    expect(begun?.params).toMatchObject({ value: { message: 'Reading work plans: 0 files' } });
    configuration.locale = 'auto';
    await afterRefresh(() => client!.notify('workspace/didChangeConfiguration', { settings: null }));
    expect(client!.session.locale).toBe('zh');
  });

  it('list only open plans where that is wanted', async () => {
    const files = { [`${A}/closed.plan`]: TEXT, [`${A}/open.plan`]: TEXT };
    await ready({ folders: [A], files, configuration: { diagnosticScope: 'openDocuments' } });
    await client!.open(`${A}/open.plan`, TEXT);
    const ask = (previousResultIds: unknown[]) =>
      client!.request<{ items: { uri: string; items: unknown[] }[] }>('workspace/diagnostic', {
        previousResultIds,
      });
    const { items } = await ask([]);
    expect(items.map(({ uri }) => uri)).toEqual([`${A}/open.plan`]);
    // What was shown before is taken back.
    const again = await ask([{ uri: `${A}/closed.plan`, value: '1-zh' }]);
    expect(again.items.find(({ uri }) => uri === `${A}/closed.plan`)?.items).toEqual([]);
  });
});
