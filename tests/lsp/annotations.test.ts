import { afterEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { links } from '../../server/src/core/features/going/links.ts';
import { references, referencesFrom } from '../../server/src/core/features/going/references.ts';
import { emptyWorkspace, indexed, withDocument } from '../../server/src/core/people/workspace.ts';
import { carriersIn } from '../../server/src/core/plan/carriers.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { expectLinear } from '../rules/growth.ts';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const DIRECTORY = `${FOLDER}/units.plan`;
const UNITS =
  '青河县教育局责任单位名录\n一、科室\n1. 县教育局\n2. 办公室（又称：综合办；上级：县教育局）\n3. 人事科（上级：县教育局）';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('inlay hints', () => {
  const TEXT =
    '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：综合办；完成时限：6月底）\n2.乙项。二，3月10日前完成。（责任单位：办公室）';
  const ask = () =>
    client!.request<{ label: string; position: unknown }[]>('textDocument/inlayHint', {
      textDocument: { uri: PLAN },
      range: everything,
    });

  it('show days left and full names', async () => {
    client = await startClient();
    await client.open(DIRECTORY, UNITS);
    await client.open(PLAN, TEXT);
    expect((await ask()).map(({ label }) => label)).toEqual(['→ 办公室', '剩15天', '已过97天']);
  });

  it.each([
    ['2022年工作要点', '6月底'],
    ['2022年工作要点', '2026年6月底'],
    ['2026年工作要点', '2031年6月底'],
    ['平安校园建设实施方案', '2019年6月底'],
  ])('show no days in %s to %s, which is of other years than this and the next', async (title, day) => {
    client = await startClient();
    await client.open(PLAN, `${title}\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：${day}）`);
    expect(await ask()).toEqual([]);
    const { deadlines } = await client.request<{ deadlines: { tasks: { days: number | null }[] }[] }>(
      'planlint/overview',
      { textDocument: { uri: PLAN } },
    );
    expect(deadlines[0]?.tasks).toMatchObject([{ days: null }]);
  });

  it.each([
    ['2025—2026学年工作计划', '2026年6月底', '剩15天'],
    ['2025—2027年行动计划', '2027年1月底', '剩230天'],
    ['平安校园建设实施方案', '2026年6月底', '剩15天'],
  ])('show them in %s to %s', async (title, day, left) => {
    client = await startClient();
    await client.open(PLAN, `${title}\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：${day}）`);
    expect((await ask()).map(({ label }) => label)).toEqual([left]);
  });

  it('are not shown in the middle of a task that says by when it is due', async () => {
    client = await startClient();
    const due = '完成时限：2026年7月底';
    await client.open(
      PLAN,
      `2026年工作要点\n一、工作\n1.甲项。年内开工。（责任单位：办公室；${due}）\n2.乙项。8月底前开工。（责任单位：办公室）`,
    );
    expect((await ask()).map(({ label }) => label)).toEqual(['剩46天', '剩77天']);
  });

  it('can be switched off one by one', async () => {
    client = await startClient({ configuration: { inlayHints: { daysLeft: false } } });
    await client.open(DIRECTORY, UNITS);
    await client.open(PLAN, TEXT);
    await client.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    expect((await ask()).map(({ label }) => label)).toEqual(['→ 办公室']);
  });
});

describe('sums', () => {
  const SUMS =
    '2026年工作要点\n一、工作\n1.甲项。招聘教师6‸0人（语文20、数学18、英语22）。小学8所、初中3所，共12所。（责任单位：办公室）\n2.乙项。二。（责任单位：办公室）';
  const sums = async (range: unknown) => {
    const found = await client!.request<{ label: string; position: { character: number } }[]>(
      'textDocument/inlayHint',
      { textDocument: { uri: PLAN }, range },
    );
    return found.map(({ label, position }) => [label, position.character]);
  };

  it('are checked beside the text, in the stretch that is asked for', async () => {
    client = await startClient();
    const { text } = await client.open(PLAN, SUMS);
    const line = text.split('\n')[2] ?? '';
    expect(await sums(everything)).toEqual([
      ['合计 60 ✓', line.indexOf('）。小学') + 1],
      ['合计 11 ≠ 12', line.indexOf('。（责任')],
    ]);
    expect(await sums({ start: { line: 3, character: 0 }, end: { line: 4, character: 0 } })).toEqual([]);
  });

  it('are explained where one points at them', async () => {
    client = await startClient({ locale: 'en' });
    const plan = await client.open(PLAN, SUMS);
    const ask = (position: unknown) =>
      client!.request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri: PLAN },
        position,
      });
    expect((await ask(plan.cursor))?.contents.value).toBe('The parts add up to the total, **60** ✓');
    const wrong = { line: 2, character: (plan.text.split('\n')[2] ?? '').indexOf('12所') };
    expect((await ask(wrong))?.contents.value).toBe('The parts add up to **11**; the total says **12**');
    expect(await ask({ line: 2, character: 3 })).toBe(null);
  });

  it('can be switched off', async () => {
    client = await startClient({ configuration: { inlayHints: { sums: false } } });
    await client.open(PLAN, SUMS);
    expect(await sums(everything)).toEqual([]);
  });
});

describe('code lenses', () => {
  it('count tasks of sections, units and objectives', async () => {
    client = await startClient({ initializationOptions: { showPlaces: true } });
    await client.open(DIRECTORY, UNITS);
    await client.open(
      PLAN,
      '2026年工作要点\n一、工作目标\n1.擦亮“书香校园”品牌。\n二、工作\n1.建设图书角。推进“书香校园”建设。（责任单位：综合办）\n2.整修操场。二。',
    );
    const textDocument = { uri: PLAN };
    const lenses = await client.request<{ command: { title: string; arguments: [string, object] } }[]>(
      'textDocument/codeLens',
      { textDocument },
    );
    expect(lenses.map(({ command }) => command.title)).toEqual(['1项任务', '2项任务，1项未注明责任']);
    const lines = await Promise.all(
      lenses.map(async ({ command }) => {
        const position = command.arguments[1];
        const places = await client!.request<Location[]>('planlint/places', { textDocument, position });
        return places.map(({ uri, range }) => [uri, range.start.line]);
      }),
    );
    expect(lines).toEqual([[[PLAN, 4]], [[PLAN, 5]]]);
    const units = await client.request<{ command: { title: string; arguments: [string, object] } }[]>(
      'textDocument/codeLens',
      { textDocument: { uri: DIRECTORY } },
    );
    expect(units.map(({ command }) => command.title)).toEqual(['1项任务']);
    const [unit] = units;
    const mentions = await client.request<Location[]>('planlint/places', {
      textDocument: { uri: DIRECTORY },
      position: unit?.command.arguments[1],
    });
    expect(mentions.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [PLAN, 4],
      [DIRECTORY, 3],
    ]);
    const nowhere = { textDocument, position: { line: 5, character: 1 } };
    expect(await client.request('planlint/places', nowhere)).toEqual([]);
  });

  it('are silent where nobody is named', async () => {
    client = await startClient();
    await client.open(PLAN, '2026年工作要点\n一、工作\n1.建设图书角。一。\n2.整修操场。二。');
    const lenses = await client.request('textDocument/codeLens', { textDocument: { uri: PLAN } });
    expect(lenses).toEqual([]);
  });

  it('lead to what references find', () => {
    const text = `${UNITS}\n4. 各中小学（包括：一中、二中）\n`;
    const plans = [
      '2026年工作要点\n一、工作\n1.甲项。（责任单位：综合办、县教育局人事科；配合单位：一中）\n2.乙项。（责任单位：办公室、中小学）',
      '2027年工作要点\n一、工作\n1.甲项。（责任单位：办公室）',
    ];
    const workspace = [
      indexed(parse(text, { path: 'r/units.plan' }), 'r/units.plan', 'r'),
      ...plans.map((plan, i) => indexed(parse(plan), `r/${i}.plan`, 'r')),
    ].reduce(withDocument, emptyWorkspace);
    const directory = workspace.documents.get('r/units.plan')!;
    const referencesTo = referencesFrom(workspace, 'r/units.plan');
    const counts = directory.mentions.map(({ span }) => {
      const expected = references(workspace, 'r/units.plan', span.start, { withDefinition: false });
      expect(referencesTo(span.start)).toEqual(expected);
      return expected.length;
    });
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });

  it('count a task once that names a unit twice', async () => {
    client = await startClient({ initializationOptions: { showPlaces: true } });
    await client.open(DIRECTORY, UNITS);
    await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲项。一。（牵头单位：综合办；责任单位：办公室、人事科）',
    );
    const units = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri: DIRECTORY },
    });
    expect(units.map(({ command }) => command.title)).toEqual(['1项任务', '1项任务']);
  });

  it('find the tasks of objectives in time that grows no faster than the plan', () => {
    const word = (i: number) => String.fromCharCode(...[0, 1, 2, 3].map((k) => 0x5000 + 4 * i + k));
    expectLinear(100, (n) => {
      const items = Array.from({ length: n }, (_, i) => `${i + 1}.完成${word(i)}。`).join('\n');
      const plan = parse(`2026年工作要点\n一、工作目标\n${items}\n二、工作\n${items}`);
      const objectives = plan.tasks.filter(({ role }) => role === 'objective');
      expect(objectives).toHaveLength(n);
      return () => {
        const carriersOf = carriersIn(plan);
        for (const objective of objectives) carriersOf(objective);
      };
    });
  });
});

describe('the command of code lenses', () => {
  it.each([
    ['planlint.showPlaces', { initializationOptions: { showPlaces: true } }],
    ['planlint.server.showPlace', { capabilities: { window: { showDocument: { support: true } } } }],
  ])('is “%s” to a client that says %o of itself', async (command, options) => {
    client = await startClient(options);
    await client.open(PLAN, '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室）\n2.乙项。二。');
    const lenses = await client.request<{ command: object }[]>('textDocument/codeLens', {
      textDocument: { uri: PLAN },
    });
    expect(lenses[0]?.command).toMatchObject({ title: expect.stringContaining('2项任务'), command });
  });
});

describe('quoted documents', () => {
  it('link to the file of that title, under any dash', async () => {
    client = await startClient();
    const other = `${FOLDER}/%E8%A1%8C%E5%8A%A8.plan`;
    await client.open(other, '青河县教育提升行动计划（2024—2026年）\n一、甲\n1.乙。丙。');
    const plan = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.落实《⟦青河县教育提升行动计划(2024-2026年)⟧》《别的办法》。',
    );
    const found = await client.request('textDocument/documentLink', { textDocument: { uri: PLAN } });
    expect(found).toEqual([{ range: plan.ranges[0], target: other }]);
  });
});

describe('addresses', () => {
  it.each([
    ['见(⟦https://a.gov.cn/x⟧)。'],
    ['见（⟦https://a.gov.cn/x⟧）。'],
    ['见⟦https://a.gov.cn/x_(y)⟧。'],
    ['见(⟦https://a.gov.cn/x_(y)⟧).'],
    ['见⟦https://a.gov.cn/x⟧, 下同'],
  ])('end before the stops and the bracket around them: %s', (marked) => {
    const { text, spans } = readMarks(marked);
    const workspace = withDocument(emptyWorkspace, indexed(parse(text), 'a.plan', ''));
    expect(links(workspace, 'a.plan').map(({ span }) => span)).toEqual(spans);
  });
});

describe('hierarchies', () => {
  it('lead from a unit to its tasks and back, and from a body to its departments', async () => {
    client = await startClient();
    await client.open(DIRECTORY, UNITS);
    const plan = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：综合‸办、人事科）',
    );
    const [unit] = await client.request<{ name: string }[]>('textDocument/prepareCallHierarchy', {
      textDocument: plan,
      position: plan.cursor,
    });
    expect(unit?.name).toBe('办公室');
    const incoming = await client.request<{ from: { name: string } }[]>('callHierarchy/incomingCalls', {
      item: unit,
    });
    expect(incoming.map(({ from }) => from.name)).toEqual(['1.甲项']);
    const outgoing = await client.request<{ to: { name: string } }[]>('callHierarchy/outgoingCalls', {
      item: incoming[0]?.from,
    });
    expect(outgoing.map(({ to }) => to.name)).toEqual(['办公室', '人事科']);
    const [type] = await client.request<{ name: string }[]>('textDocument/prepareTypeHierarchy', {
      textDocument: plan,
      position: plan.cursor,
    });
    const above = await client.request<{ name: string }[]>('typeHierarchy/supertypes', { item: type });
    expect(above.map(({ name }) => name)).toEqual(['县教育局']);
    const below = await client.request<{ name: string }[]>('typeHierarchy/subtypes', { item: above[0] });
    expect(below.map(({ name }) => name)).toEqual(['办公室', '人事科']);
  });
});

describe('hover', () => {
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

  it('leads from a quoted document to its title', async () => {
    client = await startClient();
    const other = await client.open(`${FOLDER}/other.plan`, '⟦青河县行动计划⟧\n一、甲\n1.乙。丙。');
    const plan = await client.open(PLAN, '2026年工作要点\n一、工作\n1.落实《青河县‸行动计划》。');
    expect(
      await client.request('textDocument/definition', { textDocument: plan, position: plan.cursor }),
    ).toEqual([{ uri: other.uri, range: other.ranges[0] }]);
  });
});
