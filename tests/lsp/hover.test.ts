import { afterEach, describe, expect, it } from 'vitest';
import { nextDue } from '../../server/src/core/text/dates/recurrence.ts';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const DIRECTORY = `${FOLDER}/units.plan`;
const HEAD = '2026年工作要点\n一、工作\n';
const UNITS =
  '青河县教育局责任单位名录\n一、科室\n1. 办公室（又称：综合办；负责人：周明；上级：县教育局）\n2. 人事科\n二、学校\n1. 青河一中\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

/** The paragraphs of the card at the cursor. */
async function card(uri: string, marked: string, others: Readonly<Record<string, string>> = {}) {
  client = await startClient({
    capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
  });
  for (const [other, text] of Object.entries(others)) await client.open(other, text);
  const opened = await client.open(uri, marked);
  const found = await client.request<{ contents: { value: string }; range: unknown } | null>(
    'textDocument/hover',
    {
      textDocument: opened,
      position: opened.cursor,
    },
  );
  return found && { parts: found.contents.value.split('\n\n'), range: found.range, opened };
}

describe('the head of a column', () => {
  const TABLE = `${HEAD}序号\t任务\t责任‸单位\t完成时限\n1\t甲\t办公室\t6月底\n2\t乙\t人事科\t\n`;

  it('says what it asks for and how many rows say so', async () => {
    const found = await card(PLAN, TABLE);
    expect(found?.parts).toEqual(['**责任单位**', '由谁负责落实。', '全文2项任务，2项注明。']);
    await client?.close();
    const due = await card(PLAN, TABLE.replace('‸', '').replace('完成时限', '完成‸时限'));
    expect(due?.parts).toEqual(['**完成时限**', '何时完成。', '全文2项任务，1项注明。']);
    await client?.close();
    const bars = await card(PLAN, `${HEAD}| 序号 | 任务 | 责任‸单位 |\n| 1 | 甲 | 办公室 |\n`);
    expect(bars?.parts[0]).toBe('**责任单位**');
  });

  it('is nothing where no table stands below it', async () => {
    expect(await card(PLAN, `${HEAD}一览\t责任‸单位\n1.甲项。一。`)).toBe(null);
  });
});

describe('the card of a name', () => {
  const TEXT = `${HEAD}1.甲项。一。（责任单位：综合办；完成时限：6月底）\n2. 乙项。二。（牵头单位：办‸公室；责任单位：人事科）`;

  it('has its aliases, its head and the tasks themselves, and no zeros', async () => {
    const other = '青河县行动计划\n一、甲\n1.丙项。三。（配合单位：办公室）';
    const found = await card(PLAN, TEXT, { [DIRECTORY]: UNITS, [`${FOLDER}/b.plan`]: other });
    expect(found?.parts).toEqual([
      ...['**办公室**', '又称：综合办', '负责人：周明', '上级：县教育局', '牵头1项 · 负责1项 · 配合1项'],
      '- 1\\.甲项（6月底）\n- 2\\. 乙项\n- 1\\.丙项 《青河县行动计划》',
    ]);
    await client?.close();
    const alone = await card(PLAN, TEXT.replace('牵头单位：办‸公室', '牵头单位：财‸务科'));
    expect(alone?.parts).toEqual(['**财务科**', '牵头1项', '- 2\\. 乙项']);
    await client?.close();
    const idle = await card(DIRECTORY, UNITS.replace('青河一中', '青河‸一中'));
    expect(idle?.parts).toEqual(['**青河一中**', '没有任务写到。']);
  });

  it('names the first of many', async () => {
    const items = Array.from({ length: 9 }, (_, i) => `${i + 1}.第${i + 1}项。（责任单位：人事科）\n`).join(
      '',
    );
    const found = await card(PLAN, `${HEAD}${items}10.末项。（责任单位：人事‸科）`);
    expect(found?.parts[1]).toBe('负责10项');
    expect(found?.parts[2]?.split('\n')).toHaveLength(7);
    expect(found?.parts[2]).toMatch(/……另有4项$/u);
  });

  it.each([
    [DIRECTORY, UNITS.replace('上级：县教育局', '上级：县教‸育局'), {}],
    [PLAN, `${HEAD}1.甲。（责任单位：县教‸育局）`, { [DIRECTORY]: UNITS }],
  ])('knows the body of the directory itself: %s', async (uri, marked, others) => {
    const found = await card(uri, marked, others);
    expect(found?.parts.slice(0, 3)).toEqual([
      '**青河县教育局**',
      '这份名录的所属单位。',
      '下设：办公室、人事科',
    ]);
  });
});

describe('the body of a directory', () => {
  it('is above its offices, and is led to', async () => {
    client = await startClient();
    const directory = await client.open(
      DIRECTORY,
      UNITS.replace('青河县教育局', '⟦青河县教育局⟧').replace('上级：县教育局', '上级：县教‸育局'),
    );
    const at = { textDocument: { uri: DIRECTORY }, position: directory.cursor };
    const [title] = directory.ranges;
    const items = await client.request<object[]>('textDocument/prepareTypeHierarchy', at);
    expect(items).toMatchObject([{ name: '青河县教育局', uri: DIRECTORY, selectionRange: title }]);
    const below = await client.request<{ name: string }[]>('typeHierarchy/subtypes', { item: items[0] });
    expect(below.map(({ name }) => name)).toEqual(['办公室', '人事科']);
    for (const item of below)
      expect(await client.request('typeHierarchy/supertypes', { item })).toMatchObject([
        { name: '青河县教育局' },
      ]);
    expect(await client.request('textDocument/definition', at)).toMatchObject([
      { uri: DIRECTORY, range: title },
    ]);
    const type = { ...at, position: { line: 2, character: 4 } };
    expect(await client.request('textDocument/typeDefinition', type)).toMatchObject([{ range: title }]);
  });
});

describe('deadlines that come again', () => {
  it('show the next day', async () => {
    const found = await card(PLAN, `${HEAD}1.甲。（责任单位：办公室；完成时限：每月‸25日前）`);
    expect(found?.parts).toEqual(['**每月25日前**', '定期重复 · 下一次：2026-06-25']);
  });

  it.each([
    ['每月25日前', '2026-06-26', '2026-07-25'],
    ['每月底', '2026-02-10', '2026-02-28'],
    ['每月30日', '2026-02-10', '2026-02-28'],
    ['每季度末', '2026-06-30', '2026-06-30'],
    ['每季度', '2026-07-01', '2026-09-30'],
    ['每周五', '2026-06-15', '2026-06-19'],
    ['每半年', '2026-07-01', '2026-12-31'],
    ['每年6月底前', '2026-07-01', '2027-06-30'],
    ['每月25日前', '2026-12-26', '2027-01-25'],
    ['每学期', '2026-06-15', undefined],
  ])('%s from %s: %s', (words, today, due) => {
    expect(nextDue(words, today)).toBe(due);
  });
});

describe('labels, numbers and silences', () => {
  const TEXT = `${HEAD}1.甲项。一。（责任单位：办公室）\n2.乙项。二。（责任单位：人事科；完成时限：6月底）\n3.丙项。三。\n`;

  it('say what they are', async () => {
    const label = await card(PLAN, TEXT.replace('（责任单位：人', '（⟦责‸任单位⟧：人'));
    expect(label?.parts).toEqual(['**责任单位**', '由谁负责落实。', '全文3项任务，2项注明。']);
    expect(label?.range).toEqual(label?.opened.ranges[0]);
    await client?.close();
    const task = await card(PLAN, TEXT.replace('2.乙', '⟦‸2⟧.乙'));
    expect(task?.parts).toEqual(['**乙项**', '工作', '同级3项中的第2项', '负责：人事科', '时限：6月底']);
    expect(task?.range).toEqual(task?.opened.ranges[0]);
    await client?.close();
    const section = await card(PLAN, TEXT.replace('一、工作', '‸一、工作'));
    expect(section?.parts).toEqual(['**工作**', '同级1项中的第1项', '3项任务']);
  });

  it.each([
    [
      '<!-- ‸planlint-disable-next-line missing-lead -- 上级另定 -->',
      '下一行不报：缺责任主体 `missing-lead`',
      '原因：上级另定',
    ],
    ['<!-- planlint-disable-file‸ -->', '全文不报：所有规则', undefined],
    [
      '<!-- planlint 停用‸ missing-lead、no-such -->',
      '从这里起不报，到“启用”为止：缺责任主体 `missing-lead`、`no-such`',
      undefined,
    ],
    ['<!-- planlint-disabled‸ -->', '认不出要忽略什么，这条注释不起作用。', undefined],
  ])('%s', async (comment, said, why) => {
    const found = await card(PLAN, `${HEAD}${comment}\n1.甲项。一。`);
    expect(found?.parts).toEqual([said, ...(why ? [why] : [])]);
  });
});

describe('what stands at the cursor', () => {
  const hover = async (marked: string): Promise<string | undefined> => {
    client = await startClient();
    await client.open(`${FOLDER}/other.plan`, '青河县行动计划\n一、甲\n1.乙。丙。');
    const plan = await client.open(PLAN, marked);
    const found = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: plan,
      position: plan.cursor,
    });
    return found?.contents.value;
  };

  it.each([
    [
      '2026年工作要点\n一、工作\n1.甲项。一。（完成时限：6‸月底）',
      '**6月底**\n\n2026-06-30 · 精确到月 · 剩15天',
    ],
    ['2026年工作要点\n一、工作\n1.甲项。一。（完成时限：2月‸30日）', '**2月30日**\n\n没有这个日期'],
    ['2026年工作要点\n一、工作\n1.落实《青河县‸行动计划》。', '**青河县行动计划**\n\n1个章节，1项任务'],
  ])('%s', async (marked, expected) => {
    expect(await hover(marked)).toBe(expected);
  });

  it('speaks without marks to a client that shows none, as do completions', async () => {
    const plaintext = ['plaintext' as const];
    const completionItem = { documentationFormat: plaintext };
    client = await startClient({
      capabilities: { textDocument: { hover: { contentFormat: plaintext }, completion: { completionItem } } },
    });
    await client.open(DIRECTORY, UNITS.replace('综合办', '综合_办'));
    const plan = await client.open(PLAN, '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办‸公室）');
    const params = { textDocument: plan, position: plan.cursor };
    const { contents } = await client.request<{ contents: object }>('textDocument/hover', params);
    const card = { kind: 'plaintext', value: expect.stringMatching(/^办公室\n\n又称：综合_办/u) };
    expect(contents).toMatchObject(card);
    const { items } = await client.request<{ items: { label: string }[] }>('textDocument/completion', params);
    const item = items.find(({ label }) => label === '办公室');
    expect(await client.request('completionItem/resolve', item)).toMatchObject({ documentation: card });
  });

  it('explains the rule that a comment names', async () => {
    expect(await hover('<!-- planlint-disable-file missing‸-lead -->\n一、工作')).toContain(
      '**缺责任主体** `missing-lead`\n\n每项任务',
    );
  });
});
