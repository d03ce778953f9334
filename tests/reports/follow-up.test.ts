import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { agendaOf } from '../../server/src/core/reports/agenda/agenda.ts';
import { agendaAs } from '../../server/src/core/reports/agenda/written.ts';
import { type LedgerRow, progressOf } from '../../server/src/core/reports/progress/progress.ts';
import { progressAs } from '../../server/src/core/reports/progress/written.ts';
import { traceOf } from '../../server/src/core/reports/trace/trace.ts';
import { traceAs } from '../../server/src/core/reports/trace/written.ts';

const TEXT = `2026年工作要点
一、工作目标
1.实现“五育融合”课程全覆盖。
2.校园食堂满意率达到百分之九十五。
二、重点任务
1.推进课程改革。以“五育融合”为抓手开发课程。（牵头领导：顾远山；责任单位：教研室；完成时限：6月底前）
2.培训教师。（责任单位：人事科；完成时限：5月10日）
3.召开例会。（责任单位：办公室；完成时限：每月底前）
4.总结经验。（责任单位：办公室）
`;
const documents = [{ path: 'a.plan', plan: parse(TEXT) }];

describe('an agenda', () => {
  const asked = { by: 'month', today: '2026-06-01', within: 30 } as const;

  it('tells what is past, what is soon, and what has no day', () => {
    const { counts, groups } = agendaOf(documents, asked);
    expect(counts).toEqual({ past: 1, soon: 1, later: 0, recurring: 1, open: 0, none: 1 });
    expect(groups.map(({ name }) => name)).toEqual(['2026年5月', '2026年6月', '定期', '未明确']);
    expect(groups[0]?.tasks[0]).toMatchObject({ state: 'past', days: -22 });
    expect(agendaOf(documents, { ...asked, today: undefined }).counts).toMatchObject({ past: 0, later: 2 });
    expect(agendaOf(documents, { ...asked, within: 5 }).counts).toMatchObject({ soon: 0, later: 1 });
  });

  it('is divided by unit or leader', () => {
    expect(
      agendaOf(documents, { ...asked, by: 'unit' }).groups.map(({ name, tasks }) => [name, tasks.length]),
    ).toEqual([
      ...[
        ['教研室', 1],
        ['人事科', 1],
        ['办公室', 2],
      ],
    ]);
    expect(agendaOf(documents, { ...asked, by: 'leader' }).groups[0]?.name).toBe('顾远山');
  });

  it('is written as text, data, a calendar and a page', () => {
    const agenda = agendaOf(documents, asked);
    expect(agendaAs('text', agenda, 'zh')).toContain(
      '  2026-05-10（逾期22天）  2. 培训教师  人事科  a.plan:7\n',
    );
    expect(agendaAs('text', agenda, 'en')).toContain('in 29 days');
    expect(JSON.parse(agendaAs('json', agenda, 'zh')).groups[1].tasks[0]).toMatchObject({
      end: '2026-06-30',
      days: 29,
      state: 'soon',
      line: 6,
    });
    expect(agendaAs('ics', agenda, 'zh').match(/BEGIN:VEVENT/gu)).toHaveLength(3);
    expect(agendaAs('html', agenda, 'zh')).toContain('<small class="bad">逾期22天</small>');
  });
});

describe('a trace', () => {
  const [trace] = traceOf(documents);

  it('has the tasks of each objective, objectives without a task, and tasks without an objective', () => {
    expect(
      trace?.objectives.map(({ objective, tasks }) => [objective.number, tasks.map(({ title }) => title)]),
    ).toEqual([
      ...[
        ['1', ['推进课程改革']],
        ['2', []],
      ],
    ]);
    expect(trace?.loose.map(({ number }) => number)).toEqual(['2', '3', '4']);
  });

  it('is written as an outline, a table, data and a page', () => {
    const traces = traceOf(documents);
    expect(traceAs('text', traces, 'zh')).toContain(
      '百分之九十五\n    ! 没有对应的任务\n  ! 没有对应目标的任务\n    - 2. 培训教师',
    );
    expect(traceAs('md', traces, 'zh')).toContain('| （没有对应目标的任务） | 4. 总结经验 | 办公室 |  |');
    const [plan] = JSON.parse(traceAs('json', traces, 'zh')).plans;
    expect(plan.objectives[0].tasks).toEqual([{ number: '1', title: '推进课程改革', line: 6 }]);
    expect(traceAs('html', traces, 'en').match(/<tr class="bad">/gu)).toHaveLength(4);
  });
});

describe('progress', () => {
  const row = (number: string, title: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
    ...{ number, title, units: '', deadline: '', due: '', progress: '', remark: '' },
    ...more,
  });
  const rows = [
    row('1', '推进课程改革', { progress: '已完成', units: '教研室', due: '2026-06-30' }),
    row('2', '培训教师。', { progress: '正在组织，预计7月完成', units: '办公室', deadline: '7月' }),
    row('3', '召开例会'),
    row('9', '采购校车', { progress: '已完成' }),
  ];
  const progress = progressOf(rows, documents, '2026-06-01');

  it('knows what is done, under way, late, silent and missing', () => {
    expect(progress.tasks.map(({ state, late }) => [state, late])).toEqual([
      ...[
        ['done', false],
        ['doing', true],
        ['silent', false],
        ['missing', false],
      ],
    ]);
    expect(progress.units.find(({ name }) => name === '办公室')).toMatchObject({
      tasks: 2,
      silent: 1,
      missing: 1,
      late: 0,
    });
    expect(progressOf(rows, documents, undefined).tasks.some(({ late }) => late)).toBe(false);
  });

  it('says where the ledger no longer matches the plan', () => {
    expect(progress.tasks.map(({ differences }) => differences.map(({ kind }) => kind))).toEqual([
      [],
      ['units', 'deadline'],
      [],
      [],
    ]);
    expect(progress.strangers.map(({ title }) => title)).toEqual(['采购校车']);
  });

  it.each([
    ['已完成', 'done'],
    ['按期办结', 'done'],
    ['完成率100%', 'done'],
    ['√', 'done'],
    ['未完成', 'doing'],
    ['尚未全部完成', 'doing'],
    ['完成80%', 'doing'],
    ['已完成选址，预计9月底建成', 'done'],
    ['部分完成', 'doing'],
    ['计划10月完成', 'doing'],
    ['无', 'silent'],
    [' ', 'silent'],
  ])('reads %s as %s', (words, state) => {
    expect(
      progressOf([row('4', '总结经验', { progress: words })], documents, undefined).tasks[3]?.state,
    ).toBe(state);
  });

  it('is written as text, data and a page', () => {
    const text = progressAs('text', progress, 'zh');
    expect(text).toMatch(/^已完成 1 {2}进行中 1 {2}未填进展 1 {2}台账缺此任务 1 {2}逾期未完成 1\n/u);
    expect(text).toContain('2. 培训教师  责任单位：计划为“人事科”，台账为“办公室”');
    expect(JSON.parse(progressAs('json', progress, 'zh')).rowsWithoutTask).toHaveLength(1);
    expect(progressAs('html', progress, 'en')).toContain('<small>late</small>');
  });
});
