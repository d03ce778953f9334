import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const PLAN = 'file:///plans/2026.plan';
const HEAD = '2026年工作要点\n一、工作\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('code actions', () => {
  interface Action {
    readonly title: string;
    readonly kind: string;
    readonly isPreferred?: boolean;
    readonly diagnostics?: readonly { readonly code: string }[];
    readonly edit: {
      readonly changes: Readonly<
        Record<string, readonly { readonly range: unknown; readonly newText: string }[]>
      >;
    };
  }
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
  const ask = (line: number, only?: readonly string[]) =>
    client!.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: at(line),
      context: { diagnostics: [], ...(only && { only }) },
    });
  const TEXT = `${HEAD}1.甲项。一。（责任单位：办公室；完成时限：6月底）\n2.乙项。二。（完成时限：6月底）\n3.丙项。三。（完成时限：6月底）`;

  it('give the fix, the fix for all of the rule, and comments that silence it', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    const found = (await ask(3, ['quickfix'])).filter(
      ({ diagnostics }) => diagnostics?.[0]?.code === 'missing-lead',
    );
    expect(found.map(({ title }) => title)).toEqual([
      '为第2项任务补上“责任单位”，内容待填',
      '全文补上“责任单位”，内容待填（2处）',
      '此处不再提示“缺责任主体”（missing-lead）',
      '本文件不再提示“缺责任主体”（missing-lead）',
    ]);
    expect(found[0]?.isPreferred).toBe(true);
    expect(found[0]?.edit.changes[PLAN]?.map(({ newText }) => newText)).toEqual(['责任单位：；']);
    expect(found[1]?.edit.changes[PLAN]).toHaveLength(2);
    expect(found[2]?.edit.changes[PLAN]).toEqual([
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
        newText: '<!-- planlint-disable-next-line missing-lead -->\n',
      },
    ]);
  });

  it('fix all only what changes no wording', async () => {
    client = await startClient();
    await client.open(PLAN, `${HEAD}1.甲 项。一。（责任单位：办公室）`);
    const before = await ask(2, ['source.fixAll']);
    for (const { kind, edit } of before) {
      expect(kind).toBe('source.fixAll.planlint');
      expect(edit.changes[PLAN]?.map(({ newText }) => newText).join('')).not.toContain('责任单位：；');
    }
  });

  it('bring their changes when they are chosen, to a client that asks for these', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    client = await startClient({ capabilities: { textDocument: { codeAction } } });
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.open(PLAN, TEXT);
    const offered = await ask(3);
    expect(offered.length).toBeGreaterThan(4);
    expect(offered.filter(({ edit }) => edit)).toEqual([]);
    // Of one kind they are asked for to be made.
    const whole = await Promise.all(['quickfix', 'refactor'].map((kind) => ask(3, [kind])));
    const chosen = offered.map((one) => client!.request<Action>('codeAction/resolve', one));
    const edits = (all: readonly Action[]) => all.map(({ title, edit }) => [title, edit]);
    expect(edits(await Promise.all(chosen))).toEqual(edits(whole.flat()));
    const contentChanges = [{ text: `${TEXT}\n4.丁项。四。` }];
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges,
    });
    const late = client.request('codeAction/resolve', offered[0]);
    expect(await late.catch(({ code }: { code: number }) => code)).toBe(-32801);
  });

  it('that are not its own come back as they are', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    client = await startClient({ capabilities: { textDocument: { codeAction } } });
    await client.open(PLAN, TEXT);
    const [offered] = await client.request<{ data: object }[]>('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: at(3),
      context: { diagnostics: [] },
    });
    const foreign = [
      { range: undefined },
      { range: null },
      { range: { start: at(3).start } },
      { range: { start: 3, end: 4 } },
      { range: { start: { line: 3 }, end: at(3).end } },
      { version: undefined },
      { version: '1' },
    ].map((other) => ({ ...offered, data: JSON.parse(JSON.stringify({ ...offered!.data, ...other })) }));
    for (const action of foreign) expect(await client.request('codeAction/resolve', action)).toEqual(action);
  });

  it('of other kinds cost nothing where one is asked for', async () => {
    client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(PLAN, TEXT);
    const { session } = client as Awaited<ReturnType<typeof startClient>>;
    session.findingsOf = () => {
      throw new Error('computed for nothing');
    };
    expect(await ask(3, ['refactor'])).not.toEqual([]);
    expect(await ask(3, ['source.organizeUnits'])).toEqual([]);
  });

  it('are filtered by kind', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    const kinds = new Set((await ask(3, ['refactor'])).map(({ kind }) => kind));
    expect([...kinds].every((kind) => kind.startsWith('refactor'))).toBe(true);
    expect(kinds.size).toBeGreaterThan(0);
  });
});

describe('the unit directory', () => {
  const FOLDER = 'file:///plans';
  const documentChanges = {
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
  };
  interface Action {
    readonly title: string;
    readonly data?: { readonly id: string };
    readonly edit: {
      readonly documentChanges: readonly {
        readonly kind?: string;
        readonly uri?: string;
        readonly edits?: readonly { readonly newText: string }[];
      }[];
    };
  }

  it('is made from what the plans mention, once, where there is none', async () => {
    client = await startClient({ capabilities: documentChanges, folders: [FOLDER] });
    const plan = await client.open(PLAN, `${HEAD}1.甲项。一。（牵头领导：林知远；责任‸科室：办公室）`);
    const ask = () =>
      client!.request<Action[]>('textDocument/codeAction', {
        textDocument: { uri: PLAN },
        range: { start: plan.cursor, end: plan.cursor },
        context: { diagnostics: [], only: ['refactor'] },
      });
    const made = (await ask()).find(({ data }) => data?.id === 'create-directory');
    expect(made?.edit.documentChanges.map(({ kind }) => kind)).toEqual(['create', undefined]);
    const text = made?.edit.documentChanges[1]?.edits?.[0]?.newText ?? '';
    expect(text).toMatch(/名录\n[\s\S]*林知远[\s\S]*办公室/u);
    await client.open(made?.edit.documentChanges[0]?.uri ?? '', text);
    expect((await ask()).some(({ data }) => data?.id === 'create-directory')).toBe(false);
  });

  it('is not made where a plan has no folder yet', async () => {
    client = await startClient({ capabilities: documentChanges, folders: [FOLDER] });
    const uri = 'untitled:Untitled-1';
    const plan = await client.open(uri, `${HEAD}1.甲项。一。（牵头领导：林知远；责任‸科室：办公室）`);
    const found = await client.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: plan.cursor, end: plan.cursor },
      context: { diagnostics: [] },
    });
    expect(found.map(({ data }) => data?.id)).not.toContain('create-directory');
  });

  it('takes a name that it lacks, behind its like', async () => {
    client = await startClient({ capabilities: documentChanges, folders: [FOLDER] });
    const units = await client.open(
      `${FOLDER}/units.plan`,
      '青河县教育局责任单位名录\n一、局领导\n1. 林知远（职务：局长）\n二、科室\n1. 办公室\n2. 基教科\n',
    );
    const plan = await client.open(PLAN, `${HEAD}1.甲项。一。（责任单位：办公室、基教科、督导‸室）`);
    const found = await client.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: { start: plan.cursor, end: plan.cursor },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const add = found.find(({ data }) => data?.id === 'add-to-directory');
    expect(add?.edit.documentChanges).toMatchObject([
      {
        textDocument: { uri: units.uri },
        edits: [{ range: { start: { line: 6, character: 0 } }, newText: '3. 督导室\n' }],
      },
    ]);
  });
});
