import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, type ClientOptions, startClient } from './client.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const ABLE = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      resourceOperations: ['create' as const],
    },
  },
};

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly edit: { readonly documentChanges: readonly { readonly edits: readonly unknown[] }[] };
}

/** What the light bulb lists at the cursor of `marked`, from top to bottom. */
async function bulbAt(marked: string, context = {}, options: ClientOptions = {}): Promise<readonly Action[]> {
  client = await startClient({ capabilities: ABLE, ...options });
  const { uri, cursor } = await client.open(PLAN, marked);
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: cursor, end: cursor },
    context: { diagnostics: [], ...context },
  });
}

const titles = (actions: readonly Action[]) => actions.map(({ title }) => title);

/** A plan of the fixtures with the cursor behind the number of the line that begins with `head`. */
function fixture(name: string, head: string): string {
  const text = readFileSync(new URL(`../fixtures/plans/${name}.plan`, import.meta.url), 'utf8');
  expect(text).toContain(`\n${head}`);
  return text.replace(`\n${head}`, `\n${head}‸`);
}

const HEAD = '2026年清河县教育工作要点\n一、工作\n';
const FULL = '（责任单位：办公室；完成时限：6月底）';
const BOTH = `${HEAD}1.甲事。做好。${FULL}\n2.乙事。做好。${FULL}\n3.丙‸事。做好。\n4.丁事。做好。（责任单位：办公室）\n`;

describe('the light bulb on a gap', () => {
  it('fills in all that is missing first, then one kind, then the whole text; silences stand last', async () => {
    const found = await bulbAt(BOTH);
    expect(titles(found)).toEqual([
      '为第3项任务补上“责任单位”“完成时限”，内容待填',
      '为第3项任务补上“完成时限”，内容待填',
      '为第3项任务补上“责任单位”，内容待填',
      '全文补上“责任单位”“完成时限”，内容待填（2处）',
      '此处不再提示“缺完成时限”（missing-deadline）“缺责任主体”（missing-lead）',
      '本文件不再提示“缺完成时限”（missing-deadline）',
      '本文件不再提示“缺责任主体”（missing-lead）',
      '上移任务',
      '下移任务',
    ]);
    expect(found.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual([
      found[0]?.title,
    ]);
    const changes = found.map(({ edit }) => JSON.stringify(edit));
    expect(new Set(changes).size).toBe(changes.length);
  });

  it('silences all that a task lacks with one comment', async () => {
    const found = await bulbAt(BOTH);
    const silence = found.find(({ title }) => title.startsWith('此处不再提示'));
    const comment = '<!-- planlint-disable-next-line missing-deadline, missing-lead -->\n';
    expect(silence?.edit.documentChanges[0]?.edits).toMatchObject([{ newText: comment }]);
    const text = BOTH.replace('‸', '').replace('3.', `${comment}3.`);
    await client?.open(`${FOLDER}/silent.plan`, text);
    const { items } = await client!.request<{ items: { message: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: `${FOLDER}/silent.plan` },
    });
    expect(items.map(({ message }) => message.slice(0, 5))).toEqual(['第4项任务']);
  });

  it('puts the fix of a warning before that of a hint, where the document names no days', async () => {
    expect(titles(await bulbAt(fixture('brackets', '17.推进')))).toEqual([
      '为第17项任务补上“牵头领导”“责任科室”，内容待填',
      '为第17项任务补上“牵头领导”“责任科室”“完成时限”，内容待填',
      '为第17项任务补上“完成时限”，内容待填',
      '全文补上“牵头领导”“责任科室”“完成时限”，内容待填（20处）',
      '此处不再提示“缺责任主体”（missing-lead）“缺完成时限”（missing-deadline）',
      '本文件不再提示“缺责任主体”（missing-lead）',
      '本文件不再提示“缺完成时限”（missing-deadline）',
      '上移任务',
      '下移任务',
    ]);
  });

  it('puts both first where the document has both, and says nothing of others where there are none', async () => {
    const found = await bulbAt(fixture('own-lines', '14.切实'));
    expect(titles(found).slice(0, 4)).toEqual([
      '为第14项任务补上“责任单位”“完成时间”，内容待填',
      '为第14项任务补上“责任单位”，内容待填',
      '为第14项任务补上“完成时间”，内容待填',
      '此处不再提示“缺责任主体”（missing-lead）“缺完成时限”（missing-deadline）',
    ]);
    expect(found[0]?.edit.documentChanges[0]?.edits).toMatchObject([
      { snippet: { value: '\n责任单位：$1\n完成时间：$2$0' } },
    ]);
  });

  it('leads into the empty cell of a table', async () => {
    const found = await bulbAt(fixture('table', '9'));
    expect(titles(found).slice(0, 2)).toEqual([
      '为第9项任务填写“时限”一格',
      '此处不再提示“缺完成时限”（missing-deadline）',
    ]);
    const line =
      fixture('table', '9')
        .split('\n')
        .find((one) => one.startsWith('9‸')) ?? '';
    const end = line.length - 1;
    expect(found[0]?.edit.documentChanges[0]?.edits).toMatchObject([
      { snippet: { value: '$1$0' }, range: { start: { character: end }, end: { character: end } } },
    ]);
  });

  it.each([
    ['| 3 | 丙‸事。 | 人事科 |  |', 18],
    ['| 3 | 丙‸事。 |   | 6月底 |', 12],
  ])('leads into the cell between bars: %s', async (row, character) => {
    const rows = ['| 1 | 甲事。 | 办公室 | 5月底 |', '| 2 | 乙事。 | 办公室 | 6月底 |', row];
    const table = `| 序号 | 任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n${rows.join('\n')}\n`;
    const [cell] = await bulbAt(`2026年清河县教育重点任务清单\n${table}`);
    expect(cell?.title).toMatch(/^为第3项任务填写“(?:责任|时限)”一格$/u);
    expect(cell?.edit.documentChanges[0]?.edits).toMatchObject([{ range: { start: { character } } }]);
  });

  it('has no cell for a client that could not type into it', async () => {
    const found = await bulbAt(fixture('table', '9'), {}, { capabilities: {} });
    expect(titles(found)[0]).toBe('此处不再提示“缺完成时限”（missing-deadline）');
  });

  it('has the fix for all on the title as a quick fix', async () => {
    const tasks = Array.from({ length: 6 }, (_, i) => `${i + 1}.第${i + 1}件事。做好这件事。\n`);
    const found = await bulbAt(`2026年清河县‸教育工作要点\n一、工作\n${tasks.join('')}`);
    expect(found[0]).toMatchObject({
      title: '全文补上“责任单位”“完成时限”，内容待填（6处）',
      kind: 'quickfix',
    });
    expect(found[0]?.edit.documentChanges[0]?.edits).toHaveLength(6);
    expect(found.filter(({ kind }) => kind !== 'quickfix')).toEqual([]);
  });

  it('has one entry for many tasks that are selected', async () => {
    client = await startClient({ capabilities: ABLE });
    const gaps = [4, 5, 6, 7].map((number) => `${number}.第${number}件事。做好。\n`).join('');
    const full = [1, 2, 3].map((number) => `${number}.第${number}件事。做好。${FULL}\n`).join('');
    const { ranges } = await client.open(PLAN, `${HEAD}${full}⟦${gaps}⟧`);
    const found = await client.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri: PLAN },
      range: ranges[0],
      context: { diagnostics: [], only: ['quickfix'] },
    });
    expect(titles(found).filter((title) => title.includes('补上'))).toEqual([
      '全文补上“责任单位”“完成时限”，内容待填（4处）',
    ]);
  });

  it('offers the same in the words of a task as a change of form, once', async () => {
    const found = await bulbAt(BOTH.replace('3.丙‸事。做好。', '3.丙事。做‸好。'));
    expect(titles(found)).toEqual([
      '上移任务',
      '下移任务',
      '为第3项任务补上缺少的责任和时限',
      '补上全文缺少的责任和时限（2处）',
    ]);
  });

  it('has quick fixes alone where nobody asked', async () => {
    const found = await bulbAt(BOTH, { triggerKind: 2 });
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
    expect(found).toHaveLength(7);
  });

  it('speaks English', async () => {
    expect(titles(await bulbAt(BOTH, { triggerKind: 2 }, { capabilities: ABLE, locale: 'en' }))).toEqual([
      'Task 3: Add 责任单位 and 完成时限, to be filled in',
      'Task 3: Add 完成时限, to be filled in',
      'Task 3: Add 责任单位, to be filled in',
      'Add 责任单位 and 完成时限 wherever missing, to be filled in (2)',
      'Silence “Missing deadline” (missing-deadline) and “Nobody responsible” (missing-lead) here',
      'Silence “Missing deadline” (missing-deadline) in this file',
      'Silence “Nobody responsible” (missing-lead) in this file',
    ]);
  });

  it('has nothing on a line with nothing to do', async () => {
    expect(await bulbAt(`${HEAD}1.甲事。做好。${FULL}\n‸\n二、其他\n1.乙事。做好。${FULL}\n`)).toEqual([]);
  });
});
