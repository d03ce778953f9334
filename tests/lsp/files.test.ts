import { afterEach, describe, expect, it } from 'vitest';
import { startClient } from './client.ts';

const A = 'file:///a';
const UNITS = '青河县教育局责任单位名录\n一、科室\n1. 办公室';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('renaming files', () => {
  it('keeps right what configurations name by path, files and folders', async () => {
    const config = '{\n  "extends": "base.json",\n  "directories": ["lists/units.plan", "other.plan"]\n}';
    client = await startClient({
      folders: [A],
      files: {
        [`${A}/planlint.json`]: config,
        [`${A}/base.json`]: '{}',
        [`${A}/lists/units.plan`]: UNITS,
        [`${A}/other.plan`]: UNITS,
      },
      capabilities: {
        workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      },
    });
    await client.hear('workspace/diagnostic/refresh');
    const rename = (oldUri: string, newUri: string) =>
      client!.request<{ documentChanges: { edits: { newText: string; range: object }[] }[] } | null>(
        'workspace/willRenameFiles',
        { files: [{ oldUri, newUri }] },
      );
    const moved = await rename(`${A}/lists`, 'file:///shared/lists');
    expect(moved?.documentChanges).toEqual([
      {
        textDocument: { uri: `${A}/planlint.json`, version: null },
        edits: [
          {
            range: { start: { line: 2, character: 18 }, end: { line: 2, character: 36 } },
            newText: '"../shared/lists/units.plan"',
          },
        ],
      },
    ]);
    const base = await rename(`${A}/base.json`, `${A}/common/base.json`);
    expect(base?.documentChanges[0]?.edits.map(({ newText }) => newText)).toEqual(['"common/base.json"']);
    expect(await rename(`${A}/x.plan`, `${A}/y.plan`)).toBe(null);
    // The configuration moves itself: alone, and with all that it names.
    const alone = await rename(`${A}/planlint.json`, `${A}/x/planlint.json`);
    expect(alone?.documentChanges[0]?.edits.map(({ newText }) => newText)).toEqual([
      ...['"../lists/units.plan"', '"../other.plan"', '"../base.json"'],
    ]);
    for (const folder of ['file:///b', `${A}2/c`, 'file:///b/']) expect(await rename(A, folder)).toBe(null);
  });

  it('keeps right what a configuration names above itself', async () => {
    client = await startClient({
      folders: ['file:///b'],
      files: {
        'file:///b/a/planlint.json': '{ "directories": ["../d/u.units.plan"] }',
        'file:///b/a/p.plan': UNITS,
        'file:///b/d/u.units.plan': UNITS,
      },
      capabilities: {
        workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      },
    });
    await client.hear('workspace/diagnostic/refresh');
    for (const [from, to, expected] of [
      ['a/planlint.json', 'planlint.json', '"d/u.units.plan"'],
      ['a', 'e/f/a', '"../../../d/u.units.plan"'],
      ['d', 'g', '"../g/u.units.plan"'],
    ]) {
      const edit = await client.request<{ documentChanges: { edits: { newText: string }[] }[] } | null>(
        'workspace/willRenameFiles',
        { files: [{ oldUri: `file:///b/${from}`, newUri: `file:///b/${to}` }] },
      );
      expect(edit?.documentChanges[0]?.edits).toMatchObject([{ newText: expected }]);
    }
  });
});
