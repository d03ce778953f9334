import { afterEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const DIRECTORY = `${FOLDER}/units.plan`;
const HEAD = '2026年工作要点\n一、工作\n';
const UNITS =
  '青河县教育局责任单位名录\n一、局领导\n1. 林知远（职务：副局长；分管：办公室）\n二、科室\n1. 办公室（负责人：周明；上级：县教育局）\n2. 人事科\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

/** What is offered at the cursor of the last document, in the order of the client. */
async function offered(marked: string, others: Readonly<Record<string, string>> = {}, uri = PLAN) {
  client = await startClient();
  for (const [other, text] of Object.entries(others)) await client.open(other, text);
  const plan = await client.open(uri, marked);
  const found = await client.request<Answer | []>('textDocument/completion', {
    textDocument: { uri },
    position: plan.cursor,
  });
  return Array.isArray(found) ? [] : found.items.map(({ label }) => label);
}

interface Answer {
  readonly isIncomplete: boolean;
  readonly items: readonly { readonly label: string }[];
}

describe('days', () => {
  const days = async (text: string) => (await offered(text)).filter((day) => /月|年/u.test(day));

  it('lie ahead, in the form of the document and in order', async () => {
    const used = '1.甲。（责任单位：办公室；完成时限：2026年9月）\n2.乙。（完成时限：2026年7月）\n';
    expect(await days(`${HEAD}${used}3.丙。（完成时限：‸）`)).toEqual([
      ...['2026年6月', '2026年上半年', '2026年7月', '2026年8月', '2026年9月', '2026年10月', '2026年11月'],
      ...['2026年12月', '2026年底前'],
    ]);
    await client?.close();
    expect(await days(`${HEAD}1.甲。（完成时限：10月底）\n2.丙。（完成时限：‸）`)).toEqual([
      ...['6月底', '上半年', '7月底', '8月底', '9月底', '10月底', '11月底', '12月底', '年底前'],
    ]);
  });

  it('are never what is reported: no such day, no time at all, another year', async () => {
    const wrong = ['9月31日', '尽快', '2027年3月'].map((day, i) => `${i + 1}.甲。（完成时限：${day}）\n`);
    const found = await offered(`${HEAD}${wrong.join('')}4.丙。（完成时限：‸）`);
    expect(found).toContain('2026年6月底前');
    for (const day of ['9月31日', '尽快', '2027年3月']) expect(found).not.toContain(day);
  });

  it('do not hold what is being typed', async () => {
    expect(await offered(`${HEAD}1.甲。（完成时限：8月初‸）`)).not.toContain('8月初');
    await client?.close();
    expect(await offered(`${HEAD}1.甲。（完成时限：10月底‸）\n2.乙。（完成时限：10月底）`)).not.toContain(
      '10月底',
    );
  });

  it('of a plan that is over are all offered, and of a school year begin in September', async () => {
    expect(await days(`${HEAD.replace('2026', '2022')}1.甲。（完成时限：‸）`)).toHaveLength(14);
    await client?.close();
    const school = await days(`2026—2027学年工作计划\n一、工作\n1.甲。（完成时限：‸）`);
    expect([school[0], school.at(-1)]).toEqual(['2026年9月底前', '2027年8月底前']);
  });

  it('are offered in the cells of a column', async () => {
    const table = '2026年工作任务分工表\n序号\t工作任务\t责任单位\t完成时限\n1\t建好图书馆\t办公室\t9月底\n';
    expect(await offered(`${table}2\t整修操场\t\t‸\n`)).toContain('7月底');
  });
});

describe('names', () => {
  it('are offered in the cells of a column, with tabs and with bars', async () => {
    const tabs = '2026年工作任务分工表\n序号\t工作任务\t责任单位\t完成时限\n1\t建好图书馆\t办公室\t9月底\n';
    expect(await offered(`${tabs}2\t整修操场\t‸\t\n`, { [DIRECTORY]: UNITS })).toEqual(
      expect.arrayContaining(['办公室', '人事科']),
    );
    await client?.close();
    const bars = '2026年工作任务分工表\n|序号|工作任务|责任单位|完成时限|\n';
    expect((await offered(`${bars}|1|整修操场|人‸||\n`, { [DIRECTORY]: UNITS }))[0]).toBe('办公室');
    await client?.close();
    expect(await offered(`${bars}|1|整修‸操场|||\n`, { [DIRECTORY]: UNITS })).toEqual([]);
  });

  it('of persons stand first where persons are asked, with a directory and without', async () => {
    const asked = `${HEAD}1.甲。（牵头领导：‸）`;
    expect((await offered(asked, { [DIRECTORY]: UNITS }))[0]).toBe('林知远');
    await client?.close();
    const others = '2.乙。（责任单位：办公室）\n3.丙。（牵头领导：何清源；责任单位：办公室）';
    expect(await offered(`${asked}\n${others}`)).toEqual(['何清源', '办公室']);
  });

  it('that are half written are not offered: here, or in another draft', async () => {
    const other = { [`${FOLDER}/b.plan`]: `${HEAD}1.甲。（责任单位：办公、安全科）` };
    const found = await offered(`${HEAD}1.甲。（责任单位：基‸）`, other);
    expect(found).toEqual(['安全科']);
  });

  it('close the list when one stands there whole', async () => {
    client = await startClient();
    await client.open(DIRECTORY, UNITS);
    const plan = await client.open(PLAN, `${HEAD}1.甲。（责任单位：人事科‸）`);
    const found = await client.request<Answer>('textDocument/completion', {
      textDocument: plan,
      position: plan.cursor,
    });
    expect(found.isIncomplete).toBe(true);
    expect(found.items.filter(({ label }) => label.startsWith('人事科'))).toEqual([]);
  });

  it('follow 上级, 分管 and 负责人 in a directory, its own body first there', async () => {
    const above = await offered(UNITS.replace('人事科', '人事科（上级：‸）'), {}, DIRECTORY);
    expect(above).toEqual(expect.arrayContaining(['青河县教育局', '办公室', '县教育局']));
    expect(above.indexOf('青河县教育局')).toBeLessThan(above.indexOf('林知远'));
    await client?.close();
    const heads = await offered(UNITS.replace('人事科', '人事科（负责人：‸）'), {}, DIRECTORY);
    expect(heads[0]).toBe('林知远');
    await client?.close();
    const charge = UNITS.replace('分管：办公室', '分管：办公室、‸');
    expect((await offered(charge, {}, DIRECTORY))[0]).toBe('人事科');
  });

  it('come with what they do where brackets have no labels', async () => {
    const clauses = `${HEAD}1.甲。（人事科牵头，办公室配合，6月底前完成）\n2.乙。（安全科牵头）\n`;
    expect(await offered(`${clauses}3.丙。（‸）`)).toEqual(
      expect.arrayContaining(['人事科牵头', '办公室牵头', '安全科牵头']),
    );
    await client?.close();
    expect(await offered(`${clauses}3.丙。（安全科牵头，‸`)).toContain('人事科配合');
    await client?.close();
    expect(await offered(`${clauses}3.丙（‸）项工作。`)).not.toContain('人事科牵头');
    await client?.close();
    const before = clauses.replace(/。（([^）]*)）/gu, '（$1）。');
    expect(await offered(`${before}3.丙（‸）。`)).toContain('人事科牵头');
  });
});

describe('labels', () => {
  const LINED = `${HEAD}1.甲。\n责任单位：办公室\n完成时间：6月底\n2.乙。\n`;

  it('and numbers go on after their first character at the head of a line', async () => {
    expect(await offered(`${LINED}责‸`)).toEqual(['责任单位：']);
    await client?.close();
    expect(await offered(`${LINED}责任单位：办公室\n3‸`)).toEqual(['3.']);
    await client?.close();
    expect(await offered(`${HEAD}（一）甲。\n（‸`)).toContain('（二）');
  });

  it('of a directory are those of its entries', async () => {
    expect(await offered(UNITS.replace('人事科', '人事科（‸）'), {}, DIRECTORY)).toEqual([
      ...['简称：', '负责人：', '分管领导：', '上级：', '包括：'],
    ]);
    await client?.close();
    expect(await offered(UNITS.replace('分管：办公室', '‸'), {}, DIRECTORY)).toEqual(['分管：']);
  });

  it.each(['1.甲，抓好安全；乙‸', '1.甲（一）抓好安全；‸', '1.甲。抓好学校（‸）安全。'])(
    'are not offered in prose: %s',
    async (text) => {
      expect(await offered(HEAD + text)).toEqual([]);
    },
  );
});
