import { afterEach, describe, expect, it } from 'vitest';
import { formats as all } from '../../server/src/core/exports/index.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import type { Overview, Requests } from '../../server/src/protocol.ts';
import { type Client, startClient } from './client.ts';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const URI = 'file:///ws/2026.plan';
const PLAN = `云岭县教育局2026年工作要点
一、重点工作
1.建好图书馆。（牵头领导：顾远山；责任单位：基建科；完成时限：2026年8月底前）
2.办好运动会。（责任单位：体卫科、基建科；配合单位：各中小学；完成时限：持续推进）
3.修订制度。（责任单位：法规科）
4.培训教师。
`;
const DIRECTORY = `云岭县教育局责任单位名录
一、局领导
1. 顾远山（职务：局长）
二、机关科室
1. 基础建设科（简称：基建科）
2. 体卫科
`;

async function ask<M extends keyof Requests>(
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  if (!client) throw new Error('not started');
  return client.request(method, params);
}

async function open(text = PLAN, files?: Readonly<Record<string, string>>) {
  client = await startClient({
    locale: 'en',
    ...(files && { files, folders: ['file:///ws'] }),
  });
  return client.open(URI, text);
}

const document = { textDocument: { uri: URI } };
const shape = ({ units, leaders, deadlines }: Overview) => ({
  units: units.map(({ name, tasks }) => [name, tasks.map(({ label }) => label.slice(0, 2)).join()]),
  leaders: leaders.map(({ name }) => name),
  deadlines: deadlines.map(({ key, tasks }) => [key, tasks.length]),
});

describe('the overview', () => {
  it('lists who has which tasks by when', async () => {
    await open();
    expect(shape(await ask('planlint/overview', document))).toEqual({
      units: [
        ['基建科', '1.,2.'],
        ['体卫科', '2.'],
        ['各中小学', '2.'],
        ['法规科', '3.'],
      ],
      leaders: ['顾远山'],
      deadlines: [
        ['2026-08', 1],
        ['open', 1],
        ['none', 2],
      ],
    });
  });

  it('goes by the names of the directory, leads into it, and tells who is not in it', async () => {
    await open(PLAN, {});
    await client?.open('file:///ws/责任单位名录.units.plan', DIRECTORY);
    await expect
      .poll(async () => (await ask('planlint/overview', document)).units[0]?.name)
      .toBe('基础建设科');
    const { units, leaders } = await ask('planlint/overview', document);
    expect(units.filter(({ unknown }) => unknown).map(({ name }) => name)).toEqual(['各中小学', '法规科']);
    expect(leaders[0]?.defined).toMatchObject({ range: { start: { line: 2, character: 3 } } });
    expect(decodeURIComponent(leaders[0]?.defined?.uri ?? '')).toBe('file:///ws/责任单位名录.units.plan');
  });

  it('leads to where the names, days and findings stand, with the days left', async () => {
    const { ranges } = await open(
      PLAN.replace('：顾远山', '：⟦顾远山⟧').replace('2026年8月底前', '⟦2026年8月底前⟧'),
    );
    const { leaders, deadlines, findings } = await ask('planlint/overview', document);
    expect(leaders[0]?.tasks[0]?.place).toEqual({ uri: URI, range: ranges[0] });
    expect(deadlines[0]?.tasks[0]).toMatchObject({
      deadline: '2026年8月底前',
      end: '2026-08-31',
      days: 77,
      place: { uri: URI, range: ranges[1] },
    });
    const missing = findings[0]?.findings.filter(({ rule }) => rule.startsWith('missing-'));
    expect(missing?.map(({ rule, place }) => [rule, place.range.start.line])).toEqual([
      ['missing-deadline', 4],
      ['missing-deadline', 5],
      ['missing-lead', 5],
    ]);
  });
});

describe('the state of a document', () => {
  it('counts tasks and what they lack', async () => {
    await open();
    expect(await ask('planlint/status', document)).toEqual({
      kind: 'plan',
      tasks: 4,
      withoutOwner: 1,
      withoutDeadline: 2,
      directories: [],
      conflict: null,
    });
  });

  it('counts the entries of a directory, and sees a conflict', async () => {
    await open(`<<<<<<< HEAD\n${DIRECTORY}`);
    expect(await ask('planlint/status', document)).toMatchObject({
      kind: 'directory',
      tasks: 3,
      withoutOwner: 0,
      conflict: { start: { line: 0, character: 0 }, end: { line: 0, character: 12 } },
    });
  });

  it('knows nothing of what is not open', async () => {
    await open();
    const textDocument = { uri: 'file:///elsewhere.plan' };
    expect(await ask('planlint/status', { textDocument })).toBeNull();
    expect(await ask('planlint/table', { textDocument })).toBeNull();
    expect(await ask('planlint/publish', { textDocument })).toBeNull();
    expect(await ask('planlint/gaps', { textDocument })).toEqual([]);
  });
});

describe('the table', () => {
  it('has a row for each task', async () => {
    await open();
    const table = await ask('planlint/table', document);
    expect(table).toMatchObject({ title: '云岭县教育局2026年工作要点', today: '2026-06-15' });
    expect(table?.rows[1]).toMatchObject({
      number: '2',
      title: '办好运动会',
      sections: ['一、重点工作'],
      leads: [],
      units: ['体卫科', '基建科'],
      support: ['各中小学'],
      deadline: '持续推进',
      end: null,
      days: null,
    });
  });
});

describe('the table of a workspace', () => {
  it('has the tasks of all plans, each below the title of its plan', async () => {
    await open();
    await client?.open('file:///ws/b.plan', '某局2027年工作要点\n一、工作\n1.读书。\n');
    const all = await ask('planlint/table', {});
    const last = all?.rows.at(-1);
    expect(last).toMatchObject({
      uri: 'file:///ws/b.plan',
      number: '1',
      sections: ['某局2027年工作要点', '一、工作'],
    });
    expect(new Set(all?.rows.map(({ uri }) => uri)).size).toBe(2);
  });
});

describe('writing', () => {
  it('finds the tasks that lack something', async () => {
    await open();
    expect((await ask('planlint/gaps', document)).map(({ start }) => start.line)).toEqual([4, 5]);
  });

  it('gives the fields that a task lacks, in the style of the document', async () => {
    const { cursor } = await open(PLAN.replace('4.培训', '4.培‸训'));
    const [one, ...others] = await ask('planlint/missingFields', { ...document, position: cursor });
    expect(others).toEqual([]);
    expect(one?.text).toBe('（责任单位：；完成时限：）');
    expect(one?.stops.map((stop) => one.text.slice(0, stop))).toEqual([
      '（责任单位：',
      '（责任单位：；完成时限：',
    ]);
    expect(await ask('planlint/missingFields', document)).toHaveLength(2);
  });

  it.each([
    ['2.办好‸运动会', '\n3.', 3, ['4', '5']],
    ['4.培训教师。‸', '\n5.', 5, []],
  ])('begins the task below %s', async (marked, text, line, counted) => {
    const { cursor } = await open(PLAN.replace(marked.replace('‸', ''), marked));
    const [task, ...others] = await ask('planlint/newTask', { ...document, position: cursor });
    expect(others.map((other) => other.text)).toEqual(counted);
    expect(task?.text).toBe(text);
    expect(task?.stops).toEqual([text.length]);
    expect(task?.range.start.line).toBe(line);
    expect(task?.range.start).toEqual(task?.range.end);
  });

  it('begins one alike where numbers stand in brackets, and none outside of tasks', async () => {
    const { cursor } = await open(
      '2026年工作要点\r\n一、工作\r\n  （三）建好图书馆，配齐图书‸，全部开放。\r\n',
    );
    const [task] = await ask('planlint/newTask', { ...document, position: cursor });
    expect(task?.text).toBe('\r\n  （四）');
    expect(await ask('planlint/newTask', { ...document, position: { line: 0, character: 0 } })).toEqual([]);
  });

  it.each([
    ['①备课。\n②上课。‸\n③考试。\n', ['\n③', '④']],
    ['１．备课。\n２．上课。‸\n３．考试。\n', ['\n３．', '４']],
  ])('numbers the tasks as they are: %s', async (tasks, written) => {
    const { cursor } = await open(`2026年工作要点\n一、工作\n${tasks}`);
    const edits = await ask('planlint/newTask', { ...document, position: cursor });
    expect(edits.map(({ text }) => text)).toEqual(written);
  });

  it('makes a directory of those whom the plans name', async () => {
    await open();
    expect(await ask('planlint/newDirectory', document)).toContain('1. 顾远山');
    await client?.open('file:///ws/b.plan', '2026年工作要点\n一、工作\n1.读书。\n');
    expect(await ask('planlint/newDirectory', { textDocument: { uri: 'file:///other/x.plan' } })).toContain(
      '基建科',
    );
  });

  it.each([
    ['教育局的', '清河县教育局', ['办公室', '督导室']],
    ['卫生局的', '清河县卫生健康局', ['医政股']],
    ['没有标明', '', ['基建科']],
  ])('makes a directory of one body alone: %s', async (name, body, units) => {
    client = await startClient();
    const plan = (title: string, unit: string) =>
      `${title}\n一、工作\n1.甲事。做好。（责任单位：${unit}）\n2.乙事。做好。（责任单位：${unit}）\n`;
    const texts = {
      教育局的: plan('清河县教育局2026年工作要点', '办公室'),
      教育局的另一份: `${plan('清河县2026年教育督导工作计划', '督导室')}\n清河县教育局\n2026年3月5日\n`,
      卫生局的: plan('清河县卫生健康局2026年工作要点', '医政股'),
      没有标明: plan('2026年重点工作任务清单', '基建科'),
    };
    for (const [file, text] of Object.entries(texts)) await client.open(`file:///ws/${file}.plan`, text);
    const made = await ask('planlint/newDirectory', { textDocument: { uri: `file:///ws/${name}.plan` } });
    expect(made.split('\n')[0]).toBe(`${body}责任单位名录`);
    expect([...made.matchAll(/^\d+\. ([^（\n]+)/gmu)].map((match) => match[1]).sort()).toEqual(units.sort());
    const all = await ask('planlint/newDirectory', {});
    expect(all.split('\n')[0]).toBe('责任单位名录');
  });

  it('takes out what silences findings', async () => {
    const comment = '<!-- planlint-disable-next-line empty-task -- 待定 -->\n';
    await open(PLAN.replace('4.', `${comment}4.`));
    expect(await ask('planlint/publish', document)).toBe(PLAN);
  });

  it('tells plans and directories from other texts by their content', async () => {
    await open();
    const isPlan = (text: string) => ask('planlint/isPlan', { text });
    expect(await isPlan(PLAN)).toBe(true);
    expect(await isPlan(DIRECTORY)).toBe(true);
    expect(await isPlan('您好：\n1.一本小说。\n2.一本诗集。\n')).toBe(false);
    expect(await isPlan('')).toBe(false);
  });

  it('exports in every format', async () => {
    await open();
    const formats = await ask('planlint/formats', {});
    expect(formats).toEqual(all);
    for (const format of formats) {
      const exported = await ask('planlint/export', { ...document, format });
      expect(exported?.content.length, format).toBeGreaterThan(100);
    }
    const model = JSON.parse((await ask('planlint/export', { ...document, format: 'json' }))?.content ?? '');
    expect(model.plans[0].tasks).toHaveLength(4);
    expect(await ask('planlint/export', { ...document, format: 'doc' })).toBeNull();
    const uri = 'file:///ws/50%.plan';
    await client?.open(uri, PLAN);
    const { content = '' } = (await ask('planlint/export', { textDocument: { uri }, format: 'json' })) ?? {};
    expect(JSON.parse(content).plans[0].path).toBe('50%.plan');
  });
});

describe('rules', () => {
  it('lists and explains each in the language of the client', async () => {
    await open();
    const listed = await ask('planlint/rules', {});
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { id, name, summary } of listed) {
      const text = await ask('planlint/explain', { rule: id });
      expect(text).toContain(`# ${name} ${id}\n\n**${summary}**`);
      expect(text).toContain('- Default severity: ');
      expect(text?.match(/^````/gmu)?.length ?? 1).toBeGreaterThan(1);
    }
    expect(await ask('planlint/explain', { rule: 'no-such-rule' })).toBeNull();
  });
});
