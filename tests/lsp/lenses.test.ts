import { afterEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { references, referencesFrom } from '../../server/src/core/features/going/references.ts';
import { emptyWorkspace, indexed, withDocument } from '../../server/src/core/people/workspace.ts';
import { carriersIn } from '../../server/src/core/plan/carriers.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { expectLinear } from '../rules/growth.ts';
import { type Client, startClient } from './client.ts';
import { DIRECTORY, PLAN, UNITS } from './units.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
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
