import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Session } from '../../server/src/lsp/session/session.ts';
import {
  A,
  afterRefresh,
  B,
  client,
  codesOf,
  definitionOf,
  known,
  plan,
  REFRESH,
  type Registration,
  ready,
  refreshed,
  UNITS,
} from './reading.ts';

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
        [`${A}/.hidden.plan`]: plan('丙科'),
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

  it('is no link to what is read by its own name', async () => {
    const links = { link: 'a', other: 'c.md', out: '../b' };
    const uriOf = (name: string) => new URL(name, `${A}/`).href.replace(/(?<!\.md)$/u, '.plan');
    await ready({
      folders: [A],
      files: Object.fromEntries(
        ['a', 'c.md', 'link', 'other', 'out'].map((name) => [uriOf(name), plan('甲科')]),
      ),
      links: Object.fromEntries(Object.entries(links).map(([from, to]) => [uriOf(from), uriOf(to)])),
    });
    expect(known()).toEqual(['a', 'other'].map(uriOf));
    const changes = [{ uri: uriOf('link'), type: 2 }];
    await client!.notify('workspace/didChangeWatchedFiles', { changes });
    expect(known()).toEqual(['a', 'other'].map(uriOf));
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

  it('is read last where it is large', async () => {
    const large = `${plan('甲科')}${'2.办好读书会。选好书目，分好场次。\n'.repeat(8_000)}`;
    const files = { [`${A}/a.plan`]: large, [`${A}/b.plan`]: plan('乙科'), [`${A}/c/d.plan`]: plan('丙科') };
    const taken = vi.spyOn(Session.prototype, 'addFile');
    await ready({ folders: [A], files });
    const read = taken.mock.calls.map(([uri]) => uri);
    taken.mockRestore();
    expect(read).toEqual([`${A}/b.plan`, `${A}/c/d.plan`, `${A}/a.plan`]);
  });

  it('ends at the bounds, which is said once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`${A}/${i % 5}/${i}.plan`, plan('甲科')]),
    );
    await ready({ folders: [A], files, configuration: { indexing: { maxFiles: 7 } } });
    expect(known()).toHaveLength(7);
    await afterRefresh(() => client!.notify('workspace/didChangeConfiguration', { settings: null }));
    // All is read once more.
    await refreshed();
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
