import { describe, expect, it } from 'vitest';
import { exporters } from '../../server/src/core/exports/index.ts';
import { json, modelOf } from '../../server/src/core/exports/json.ts';
import { outline } from '../../server/src/core/features/reading/outline.ts';
import { parse } from '../../server/src/core/read/read.ts';

const text = `滨湖区教育局关于印发2026年工作要点的通知
滨教发〔2026〕5号

滨湖区教育局2026年工作要点

一、总体要求
坚持立德树人。
二、工作目标
1. 学前教育普及率达到百分之九十五。
三、重点任务
（一）办好学前教育
1. 新建幼儿园。一是完成选址；二是开工建设。（牵头领导：安 平、张三；责任科室：学前教育科，各镇（街道）；配合单位：区财政局；完成时间：2026年9月）
2．培训园长。
组织集中培训。
责任单位：人事科
四、其他工作
3. 总结经验。适时总结，年底前上报。

滨湖区教育局
2026年3月1日
`;

/** In the line where `words` stand first, from 1. */
function columnOf(words: string): number {
  const offset = text.indexOf(words);
  return offset - text.lastIndexOf('\n', offset);
}

describe('the JSON export', () => {
  const document = JSON.parse(String(json.write([{ path: 'a/计划.plan', plan: parse(text) }])));
  const [plan] = document.plans;

  it('is in the list', () => expect(exporters).toContain(json));

  it('has a version and a plan for each document', () => {
    expect(Object.keys(document)).toEqual(['schemaVersion', 'plans']);
    expect(document.schemaVersion).toBe(1);
    expect(modelOf([])).toEqual({ schemaVersion: 1, plans: [] });
  });

  it('has the keys of the contract, in its order', () => {
    expect(Object.keys(plan)).toEqual([
      ...['path', 'kind', 'title', 'year', 'documentNumber', 'date', 'sections', 'tasks'],
    ]);
    expect(new Set(plan.sections.map((section: object) => Object.keys(section).join()))).toEqual(
      new Set(['number,title,level,role,line,parent']),
    );
    expect(new Set(plan.tasks.map((task: object) => Object.keys(task).join()))).toEqual(
      new Set([
        'number,title,line,endLine,section,role,leads,units,support,deadline,proseDeadlines,measures',
      ]),
    );
  });

  it('says what the document is', () => {
    const { path, kind, title, year, documentNumber, date } = plan;
    expect({ path, kind, title, year, documentNumber, date }).toEqual({
      path: 'a/计划.plan',
      kind: 'plan',
      title: '滨湖区教育局2026年工作要点',
      year: 2026,
      documentNumber: '滨教发〔2026〕5号',
      date: '2026-03-01',
    });
  });

  it('lists sections with their parents', () => {
    expect(plan.sections).toEqual([
      { number: '一', title: '总体要求', level: 1, role: 'guidance', line: 6, parent: null },
      { number: '二', title: '工作目标', level: 1, role: 'objectives', line: 8, parent: null },
      { number: '三', title: '重点任务', level: 1, role: 'tasks', line: 10, parent: null },
      { number: '一', title: '办好学前教育', level: 2, role: 'tasks', line: 11, parent: 2 },
      { number: '四', title: '其他工作', level: 1, role: 'tasks', line: 16, parent: null },
    ]);
  });

  it('lists tasks with everything stated about them', () => {
    expect(plan.tasks[1]).toEqual({
      number: '1',
      title: '新建幼儿园',
      line: 12,
      endLine: 12,
      section: 3,
      role: 'task',
      leads: [
        { name: '安平', kind: 'person', line: 12, column: columnOf('安 平') },
        { name: '张三', kind: 'person', line: 12, column: columnOf('张三') },
      ],
      units: [
        { name: '学前教育科', kind: 'unit', line: 12, column: columnOf('学前教育科') },
        { name: '各镇（街道）', kind: 'group', line: 12, column: columnOf('各镇') },
      ],
      support: [{ name: '区财政局', kind: 'unit', line: 12, column: columnOf('区财政局') }],
      deadline: { text: '2026年9月', start: '2026-09-01', end: '2026-09-30', precision: 'month' },
      proseDeadlines: [],
      measures: [
        { number: '一', text: expect.stringContaining('完成选址'), line: 12 },
        { number: '二', text: expect.stringContaining('开工建设'), line: 12 },
      ],
    });
  });

  it('has numbers as written, ends where the last character stands, and null for what is absent', () => {
    expect(plan.tasks[2]).toMatchObject({ number: '2', line: 13, endLine: 15, deadline: null, leads: [] });
    expect(plan.tasks[0]).toMatchObject({ role: 'objective', section: 1, deadline: null });
    // A deadline in the prose is no field.
    expect(plan.tasks[3]).toMatchObject({
      ...{ number: '3', section: 4, deadline: null },
      proseDeadlines: [{ text: '年底前', start: null, end: '2026-12-31', precision: 'year' }],
    });
  });

  it('has null where a document says nothing', () => {
    const [empty] = JSON.parse(String(json.write([{ path: 'x', plan: parse('') }]))).plans;
    expect(empty).toEqual({
      ...{ path: 'x', kind: 'plan', title: null, year: null, documentNumber: null, date: null },
      ...{ sections: [], tasks: [] },
    });
  });

  it('leaves open ends of deadlines null', () => {
    const plan = parse('2026年工作要点\n1. 宣传。（责任科室：办公室；完成时间：长期坚持）\n');
    expect(modelOf([{ path: 'x', plan }]).plans[0]?.tasks[0]?.deadline).toEqual({
      ...{ text: '长期坚持', start: null, end: null, precision: 'open' },
    });
  });
});

describe('the outline', () => {
  const tree = outline(parse(text));
  const flat = (nodes: typeof tree, depth = 0): string[] =>
    nodes.flatMap(({ label, title, children }) => [
      `${'  '.repeat(depth)}${label}|${title}`,
      ...flat(children, depth + 1),
    ]);

  it('is a tree in document order, with numbers as they stand there', () => {
    expect(flat(tree)).toEqual([
      '一、|总体要求',
      '二、|工作目标',
      '  1.|学前教育普及率达到百分之九十五',
      '三、|重点任务',
      '  （一）|办好学前教育',
      '    1.|新建幼儿园',
      '    2．|培训园长',
      '四、|其他工作',
      '  3.|总结经验',
    ]);
  });

  it('has owners, and deadlines from fields or else from the prose', () => {
    const [first] = tree[2]!.children[0]!.children;
    expect(first!.leads.map(({ name }) => name)).toEqual(['安平', '张三']);
    expect(first!.deadlines.map((deadline) => deadline.text)).toEqual(['2026年9月']);
    expect(tree[3]!.children[0]!.deadlines.map((deadline) => deadline.text)).toEqual(['年底前']);
  });
});
