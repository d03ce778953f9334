import { describe, expect, it } from 'vitest';
import {
  A,
  afterRefresh,
  client,
  codesOf,
  definitionOf,
  known,
  plan,
  REFRESH,
  type Registration,
  ready,
  UNITS,
} from './reading.ts';

describe('configurations', () => {
  const isAbout = (uri: string, count: number) => (params: unknown) =>
    (params as { uri: string }).uri === uri &&
    (params as { diagnostics: unknown[] }).diagnostics.length === count;

  it('show what is wrong with them, until it is mended', async () => {
    const files: Record<string, string> = {
      [`${A}/planlint.json`]: '{\n  "rules": { "missing-led": "error" }\n}',
      [`${A}/a.plan`]: plan('甲科'),
    };
    const textDocument = { publishDiagnostics: { codeDescriptionSupport: true } };
    await ready({ folders: [A], files, capabilities: { textDocument } });
    const CONFIG = `${A}/planlint.json`;
    const shown = await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 1));
    expect(shown).toMatchObject({
      diagnostics: [
        {
          range: { start: { line: 1, character: 13 }, end: { line: 1, character: 26 } },
          severity: 1,
          source: 'planlint',
          code: 'planlint.json',
          codeDescription: { href: expect.stringMatching(/\/config\/README(?:\.zh-CN)?\.md$/u) },
          message: expect.stringContaining('missing-lead'),
        },
      ],
    });
    files[CONFIG] = '{ "rules": { "missing-lead": "error" } }';
    await client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 0));
  });

  it('tell apart what an editor finds by the schema, to a client that keeps such things', async () => {
    const CONFIG = `${A}/planlint.json`;
    const files = { [CONFIG]: '{ "ruels": {}, "files": ["../x"] }', [`${A}/a.plan`]: plan('甲科') };
    await ready({
      folders: [A],
      files,
      capabilities: { textDocument: { publishDiagnostics: { dataSupport: true } } },
    });
    const shown = await client!.hear('textDocument/publishDiagnostics', isAbout(CONFIG, 2));
    const { diagnostics } = shown as { diagnostics: { message: string; data?: object }[] };
    expect(diagnostics.map(({ data }) => data)).toEqual([{ formal: true }, undefined]);
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
      configuration: { directories: ['/shared/units.txt'] },
      files: {
        [CONFIG]: '{ "directories": ["nowhere.plan"] }',
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
      [`${A}/planlint.json`]: '{ "extends": "team/base.json", "directories": ["人员.md"] }',
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
    await ready({ folders: [A], files, capabilities, configuration: { directories: ['/shared'] } });
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
    // What is told behind it is dealt with behind it.
    files[`${A}/last.plan`] = plan('甲科');
    const last = { uri: `${A}/last.plan`, type: 1 };
    await afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes: [last] }));
    expect(client!.heard.slice(before).map(({ method }) => method)).toEqual(['workspace/diagnostic/refresh']);
    expect(known()).toEqual([...all, last.uri].sort());
    delete files[last.uri];
    await afterRefresh(() =>
      client!.notify('workspace/didChangeWatchedFiles', { changes: [{ ...last, type: 3 }] }),
    );
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
      [`${A}/planlint.json`]: '{ "directories": ["人员.txt", "node_modules/units.txt"] }',
      [`${A}/${encodeURIComponent('人员.txt')}`]: '一、科室\n1. 基教科',
      [`${A}/node_modules/units.txt`]: UNITS,
      [`${A}/a.plan`]: plan('甲科'),
    };
    await ready({ folders: [A], files });
    expect(known()).toEqual([`${A}/a.plan`, `${A}/node_modules/units.txt`, `${A}/人员.txt`]);
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
    await client!.notify('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(() => client!.session.locale).toBe('zh');
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
