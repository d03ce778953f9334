import { describe, expect, it } from 'vitest';
import { begin } from './reading.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const UNITS = [
  '清河县教育局责任单位名录',
  '一、局领导',
  '1. 章慕白（职务：局长）',
  '2. 佟以安（职务：副局长）',
  '3. 鲁重山（职务：副局长）',
  '二、科室',
  '1. 办公室',
  '2. 人事科',
  '3. 基教科',
  '4. 计财科',
].join('\n');
const HEAD = '2026年清河县教育工作要点\n一、工作\n';

interface Action {
  readonly title: string;
  readonly edit: {
    readonly changes: Readonly<
      Record<string, readonly { range: { start: { line: number; character: number } }; newText: string }[]>
    >;
  };
}

/** The text after units are put in order; `only` as a client asks on saving. */
async function organized(tasks: string, only: readonly string[] | null = ['source.organizeUnits']) {
  const client = await begin({});
  await client.open(`${FOLDER}/units.plan`, UNITS);
  const { text, cursor } = await client.open(PLAN, HEAD + tasks);
  const actions = await client.request<Action[]>('textDocument/codeAction', {
    textDocument: { uri: PLAN },
    range: { start: cursor, end: cursor },
    context: { diagnostics: [], ...(only && { only }) },
  });
  const done = actions.find(({ title }) => title === '按名录顺序整理责任单位');
  if (!done) return undefined;
  const lines = text.split('\n');
  for (const { range, newText } of [...(done.edit.changes[PLAN] ?? [])].reverse()) {
    const { line, character } = range.start;
    const old = lines[line] ?? '';
    lines[line] = old.slice(0, character) + newText + old.slice(character + newText.length);
  }
  return lines.join('\n').slice(HEAD.length);
}

describe('units in the order of the directory', () => {
  it('where somebody else leads, and where they support', async () => {
    expect(
      await organized(
        '1.甲。做好。（牵头领导：佟以安；责任科室：计财科、基教科、人事科；配合科室：基教科、人事科）',
      ),
    ).toBe('1.甲。做好。（牵头领导：佟以安；责任科室：人事科、基教科、计财科；配合科室：人事科、基教科）');
  });

  it.each([
    ['those who lead', '（牵头单位：计财科、基教科、人事科）', '（牵头单位：计财科、人事科、基教科）'],
    ['persons', '（牵头领导：鲁重山、佟以安、章慕白）', '（牵头领导：鲁重山、章慕白、佟以安）'],
    [
      'those who answer alone',
      '（责任单位：计财科、基教科、人事科）',
      '（责任单位：计财科、人事科、基教科）',
    ],
    ['a list without a label', '（计财科、基教科、人事科负责）', '（计财科、人事科、基教科负责）'],
  ])('with the first of %s first', async (_, before, after) => {
    expect(await organized(`1.甲。做好。${before}`)).toBe(`1.甲。做好。${after}`);
  });

  it('with the lead by position first', async () => {
    const rule = '（责任单位列第一位的为牵头单位，下同）';
    expect(
      await organized(
        `1.甲。做好。${rule}\n责任单位：计财科、基教科、人事科\n2.乙。做好。\n责任单位：基教科、人事科`,
      ),
    ).toBe(`1.甲。做好。${rule}\n责任单位：计财科、人事科、基教科\n2.乙。做好。\n责任单位：基教科、人事科`);
  });

  it('are offered on those whom it is about', async () => {
    const field = '（牵头领导：佟以安；责任科室：计财‸科、人事科）';
    expect(await organized(`1.甲。做好。${field}`, null)).toContain('人事科、计财科');
    const task = `1.甲。做‸好。${field.replace('‸', '')}`;
    expect(await organized(task, null)).toBeUndefined();
    expect(await organized(task, ['source'])).toContain('人事科、计财科');
  });
});
