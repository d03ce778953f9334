import { describe, expect, it } from 'vitest';
import {
  A,
  afterRefresh,
  B,
  begin,
  client,
  codesOf,
  definitionOf,
  known,
  plan,
  REFRESH,
  ready,
  refreshed,
  UNITS,
} from './reading.ts';

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
    const files: Record<string, string> = {
      [`${A}/.gitignore`]: 'old/\n',
      [`${A}/planlint.json`]: '{ "ignore": ["annex*"] }',
      [`${A}/a.plan`]: plan('甲科'),
      ...Object.fromEntries(left.map((uri) => [uri, plan('乙科')])),
    };
    await ready({ folders: [A], files, configuration: { exclude: ['tmp'] } });
    expect(known()).toEqual([`${A}/a.plan`]);
    const changes = left.flatMap((uri) => [
      { uri, type: 1 },
      { uri, type: 2 },
    ]);
    // Changes are dealt with in turn: the last one shows that the others are.
    files[`${A}/last.plan`] = plan('甲科');
    const last = { uri: `${A}/last.plan`, type: 1 };
    await afterRefresh(() =>
      client!.notify('workspace/didChangeWatchedFiles', { changes: [...changes, last] }),
    );
    expect(known()).toEqual([`${A}/a.plan`, `${A}/last.plan`]);
    for (const uri of left) {
      await client!.open(uri, plan('乙科'));
      await client!.notify('textDocument/didClose', { textDocument: { uri } });
      await codesOf(`${A}/a.plan`);
      await expect.poll(known).toEqual([`${A}/a.plan`, `${A}/last.plan`]);
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
    const files = Object.fromEntries(
      Array.from({ length: 1500 }, (_, i) => [`${A}/${i}.plan`, plan('甲科')]),
    );
    await begin({ folders: [A], files, capabilities: REFRESH });
    await expect.poll(() => known().length, { interval: 1 }).toBeGreaterThan(5);
    files[`${A}/new.plan`] = plan('乙科');
    await afterRefresh(() =>
      client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${A}/new.plan`, type: 1 }] }),
    );
    expect(known().length).toBeLessThan(1501);
    await refreshed();
    expect(known()).toHaveLength(1501);
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
    const files: Record<string, string> = {
      [`${A}/a.plan`]: plan('甲科'),
      'file:///far/deep/b.plan': plan('乙科'),
    };
    await ready({ folders: [A], files, links: { [LOOP]: A, [`${A}/far`]: 'file:///far' } });
    expect(known()).toEqual([`${A}/a.plan`]);
    for (const [i, uri] of [LOOP, `${A}/far`].entries()) {
      // What is told behind it is dealt with behind it.
      const taken = async (method: string, tell: (last: string) => unknown) => {
        const last = `${A}/${i}-${method}.plan`;
        files[last] = plan('丙科');
        await afterRefresh(() => client!.notify(`workspace/${method}`, tell(last)));
        expect(known()).toContain(last);
      };
      await taken('didCreateFiles', (last) => ({ files: [{ uri }, { uri: last }] }));
      await taken('didRenameFiles', (last) => ({
        files: [
          { oldUri: `${A}/old`, newUri: uri },
          { oldUri: `${A}/new`, newUri: last },
        ],
      }));
      await taken('didChangeWatchedFiles', (last) => ({
        changes: [
          { uri, type: 1 },
          { uri: last, type: 1 },
        ],
      }));
    }
    expect(known().filter((uri) => !uri.includes('-did'))).toEqual([`${A}/a.plan`]);
  });

  it('follow what the client creates, renames and deletes, also whole folders', async () => {
    const files: Record<string, string> = { [`${A}/old/a.plan`]: plan('甲科') };
    await ready({ folders: [A], files });
    files[`${A}/b.plan`] = plan('乙科');
    await afterRefresh(() => client!.notify('workspace/didCreateFiles', { files: [{ uri: `${A}/b.plan` }] }));
    await expect.poll(known).toEqual([`${A}/b.plan`, `${A}/old/a.plan`]);
    files[`${A}/new/a.plan`] = files[`${A}/old/a.plan`]!;
    delete files[`${A}/old/a.plan`];
    await afterRefresh(() =>
      client!.notify('workspace/didRenameFiles', { files: [{ oldUri: `${A}/old`, newUri: `${A}/new` }] }),
    );
    await expect.poll(known).toEqual([`${A}/b.plan`, `${A}/new/a.plan`]);
    delete files[`${A}/b.plan`];
    await afterRefresh(() => client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/b.plan` }] }));
    await expect.poll(known).toEqual([`${A}/new/a.plan`]);
    delete files[`${A}/new/a.plan`];
    await afterRefresh(() => client!.notify('workspace/didDeleteFiles', { files: [{ uri: `${A}/new` }] }));
    await expect.poll(known).toEqual([]);
    // What was no plan is nobody's business.
    const before = client!.heard.length;
    const changes = ['.git/index.lock', 'package.json'].map((name) => ({ uri: `${A}/${name}`, type: 3 }));
    files[`${A}/last.plan`] = plan('甲科');
    const last = { uri: `${A}/last.plan`, type: 1 };
    await client!.notify('workspace/didChangeWatchedFiles', { changes });
    await afterRefresh(() => client!.notify('workspace/didChangeWatchedFiles', { changes: [last] }));
    expect(client!.heard.slice(before).map(({ method }) => method)).toEqual(['workspace/diagnostic/refresh']);
  });
});

describe('a plan outside of all folders', () => {
  it.each([[[A]], [[]]])('is served by the directory beside it, with %j open', async (folders) => {
    const files = {
      [`${B}/units.plan`]: UNITS,
      [`${B}/other.plan`]: plan('乙科'),
      [`${B}/deep/units.plan`]: UNITS,
    };
    await begin({ folders, files });
    await client!.open(`${B}/open.plan`, plan('体卫艺科'));
    expect((await codesOf(`${B}/open.plan`)).map(([code]) => code)).toContain('unknown-unit');
    expect(known()).toEqual([`${B}/open.plan`, `${B}/units.plan`]);
    expect(await definitionOf(`${B}/b.plan`, plan('办公室‸'))).toEqual([`${B}/units.plan`]);
    // The directory is opened, and what is written in it counts at once; closed, it is what the disk has.
    await client!.open(`${B}/units.plan`, `${UNITS}\n3. 体卫艺科`);
    expect((await codesOf(`${B}/open.plan`)).map(([code]) => code)).not.toContain('unknown-unit');
    await client!.notify('textDocument/didClose', { textDocument: { uri: `${B}/units.plan` } });
    await expect
      .poll(async () => (await codesOf(`${B}/open.plan`)).map(([code]) => code))
      .toContain('unknown-unit');
  });
});
