import { expect, it } from 'vitest';
import { A, client, ready } from './reading.ts';

const PLAN = `${A}/2026.plan`;
const CONFIG = `${A}/planlint.json`;
const TEXT = '2026年工作要点\n一、工作\n1.举办‸竟赛。办好各项活动。\n';

interface Action {
  readonly data?: { readonly id?: string };
  readonly title: string;
  readonly edit: object;
}

async function addAt(files: Readonly<Record<string, string>>): Promise<Action | undefined> {
  await ready({
    folders: [A],
    files,
    capabilities: {
      workspace: {
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
      },
    },
  });
  const plan = await client!.open(PLAN, TEXT);
  // Settings are known once findings were asked for.
  await client!.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
  const found = await client!.request<Action[]>('textDocument/codeAction', {
    textDocument: { uri: PLAN },
    range: { start: plan.cursor, end: plan.cursor },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  return found.find(({ data }) => data?.id === 'add-to-dictionary');
}

it('a word goes into the nearest planlint.json, beside what stands there', async () => {
  const add = await addAt({ [CONFIG]: '{\n  "words": { "add": ["书香校园"] } // 本局用语\n}\n' });
  expect(add?.title).toBe('将“竟赛”加入词表（planlint.json）');
  expect(add?.edit).toEqual({
    changes: {
      [CONFIG]: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 38 } },
          newText: '  "words": {\n    "add": [\n      "书香校园",\n      "竟赛"\n    ]\n  } // 本局用语',
        },
      ],
    },
  });
});

it('a word goes into a new planlint.json where there is none', async () => {
  const add = await addAt({});
  expect(add?.edit).toMatchObject({
    documentChanges: [
      { kind: 'create', uri: CONFIG },
      { textDocument: { uri: CONFIG }, edits: [{ newText: expect.stringContaining('"竟赛"') }] },
    ],
  });
});
