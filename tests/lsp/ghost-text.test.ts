import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

let client: Client;
let opened = 0;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.close());

/** What is offered in grey at the cursor of `marked`, as plain text or as a snippet. */
async function offered(marked: string): Promise<string | undefined> {
  opened += 1;
  const plan = await client.open(`file:///plans/${opened}.plan`, marked);
  const [item] = await client.request<{ insertText: string | { value: string } }[]>(
    'textDocument/inlineCompletion',
    { textDocument: { uri: plan.uri }, position: plan.cursor, context: { triggerKind: 1 } },
  );
  return typeof item?.insertText === 'object' ? item.insertText.value : item?.insertText;
}

const HEAD = '2026年清河县教育工作要点\n一、重点工作\n';
const line = (number: number, unit: string, day: string) =>
  `${number}.第${number}件事。要做好。（责任单位：${unit}；完成时限：${day}）\n`;
const BRACKETS = HEAD + line(1, '办公室', '6月底') + line(2, '人事科', '9月底') + line(3, '计财科', '5月底');

describe('grey text', () => {
  it('has labels alone: who does another task is no guess', async () => {
    expect(await offered(`${BRACKETS}4.添置图书。每班百册。‸`)).toBe('（责任单位：；完成时限：）');
    expect(await offered(`${BRACKETS}4.添置图书（含画册）‸\n5.开放操场。周末开放。`)).toBe(
      '（责任单位：；完成时限：）',
    );
  });

  it('has a value where the three tasks before it in the section agree', async () => {
    const agreeing = HEAD + [1, 2, 3].map((number) => line(number, '基 教科', `${number}月底`)).join('');
    expect(await offered(`${agreeing}4.添置图书。每班百册。‸`)).toBe('（责任单位：基 教科；完成时限：）');
    // Two are too few, and another section speaks of other things.
    expect(
      await offered(`${HEAD}${line(1, '办公室', '6月底')}${line(2, '办公室', '6月底')}3.添书。百册。‸`),
    ).toBe('（责任单位：；完成时限：）');
    expect(await offered(`${agreeing}二、其他工作\n4.添置图书。每班百册。‸`)).toBe(
      '（责任单位：；完成时限：）',
    );
  });

  it('stands where the document has such lines, in its order', async () => {
    const lines = [1, 2, 3].map((n) => `${n}.第${n}件事。要做好。\n完成时间：${n}月\n责任科室：科室${n}\n`);
    expect(await offered(`${HEAD}${lines.join('')}4.添置图书。每班百册。‸\n`)).toBe(
      '\n完成时间：\n责任科室：',
    );
  });

  it.each([
    '4.添置‸',
    '4.添置图书，‸',
    '4.添置图书：‸',
    '4.添置图书；‸',
    '4.添置图书。每班百册（‸',
    '4.添置图书。发布《‸',
    '4.添置图书。发布《方案》‸',
    '4.添置图书。办好“书香。‸',
    '4.添置图书。办好（书香。‸',
    '4.添置图书。办好"书香。‸',
    '4.添置图书。‸每班百册。',
    '4.添置图书。每班百册。‸（责任单位：办公室；完成时限：6月底）',
    '4.添置图书。每班百册。（责任单位：办公室‸）',
    '4.添置图书。每班百册。（责任单位：办公室；完成时限：6月底）‸',
    '4.添置图书。每班百册。\n‸',
    '4.添置图书。每班百册。\n责任单位：。‸',
  ])('keeps away from %s', async (task) => {
    expect(await offered(BRACKETS + task)).toBeUndefined();
  });

  it('asks nothing that is said in another way', async () => {
    expect(await offered(`${BRACKETS}4.添置图书。8月底前完成。‸`)).toBe('（责任单位：）');
    const under = BRACKETS.replace('一、重点工作', '一、重点工作（责任单位：办公室）');
    expect(await offered(`${under}4.添置图书。每班百册。‸`)).toBe('（完成时限：）');
  });

  it('asks nothing that few tasks say', async () => {
    const few = `${HEAD}${line(1, '办公室', '6月底')}2.甲。做好。\n3.乙。做好。\n`;
    expect(await offered(`${few}4.添置图书。每班百册。‸`)).toBeUndefined();
  });

  it('is silent in a directory', async () => {
    const directory =
      '清河县教育局责任单位名录\n一、科室\n1. 办公室（负责人：王五）\n2. 人事科（负责人：李四）\n';
    expect(await offered(`${directory}3. 基教科（基础教育）‸`)).toBeUndefined();
    const appendix = '责任单位名录\n1. 办公室（负责人：王五）\n2. 人事科（负责人：李四）\n';
    expect(await offered(`${BRACKETS}二、${appendix}3. 基教科（基础教育）‸`)).toBeUndefined();
  });

  it('is gone through place by place, by a client that knows snippets', async () => {
    await client.close();
    const completion = { completionItem: { snippetSupport: true } };
    client = await startClient({ capabilities: { textDocument: { completion } } });
    expect(await offered(`${BRACKETS}4.添置图书。每班百册。‸`)).toBe('（责任单位：$1；完成时限：$2）$0');
  });
});
