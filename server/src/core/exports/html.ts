import { flatMapped } from '../text/flat.ts';
import type { Division, Document, Exporter } from './exporter.ts';
import { contentOf, divided, type Entry, labelOf, ledgerOf, monthName, monthOf } from './ledger.ts';
import { bars, html as escaped, filters, page, type Row, table, tiles } from './page/page.ts';
import { timeline } from './page/timeline.ts';

/**
 * The tasks as one page that needs nothing else: a table to search and filter, the deadlines on a line of time, and
 * the load of each month, unit and leader. It prints on A4.
 */
export const html: Exporter = {
  format: 'html',
  write: (documents, { by } = {}) => {
    const entries = ledgerOf(documents);
    const title = titleOf(documents);
    const body = [
      `<h1>${escaped(title)}</h1>`,
      counts(entries),
      loads(entries),
      times(entries),
      tables(entries, by),
    ];
    return page(title, 'zh-CN', body.join('\n'));
  },
};

function titleOf(documents: readonly Document[]): string {
  const plans = documents.filter(({ plan }) => plan.kind === 'plan');
  const name = plans[0]?.plan.title?.text ?? '工作计划';
  return plans.length > 1 ? `${name}等${plans.length}份计划` : name;
}

function counts(entries: readonly Entry[]): string {
  const none = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  const named = (by: Division) => divided(entries, by).filter(({ name }) => name !== '未明确').length;
  return tiles([
    ['项任务', entries.length],
    ['个单位', named('unit')],
    ['位领导', named('leader')],
    ['项未写明责任', none((one) => one.leaders.length + one.leadUnits.length + one.units.length === 0)],
    ['项未写明时限', none(({ deadline }) => !deadline)],
  ]);
}

function loads(entries: readonly Entry[]): string {
  const load = (heading: string, by: Division, sort: boolean) => {
    const list = divided(entries, by).map(({ name, entries: some }) => [name, some.length] as const);
    if (list.every(([name]) => name === '未明确')) return '';
    const sorted = sort ? [...list].sort(([, a], [, b]) => b - a) : list;
    return `<section><h2>${heading}</h2>${bars(sorted.slice(0, 40), '项')}</section>`;
  };
  const parts = [
    load('各月到期任务', 'month', false),
    load('各单位任务', 'unit', true),
    load('各领导任务', 'leader', true),
  ];
  return `<div class="columns">${parts.join('')}</div>`;
}

function times(entries: readonly Entry[]): string {
  const dues = flatMapped(entries, ({ task, deadline }) =>
    deadline?.end ? [{ label: labelOf(task), start: deadline.start, end: deadline.end }] : [],
  );
  const picture = timeline(dues);
  return picture && `<h2>时间轴</h2>${picture}`;
}

function tables(entries: readonly Entry[], by: Division | undefined): string {
  const values = (division: Division) => divided(entries, division).map(({ name }) => name);
  const choices = filters('搜索任务、单位、领导', [
    { key: 'unit', all: '全部单位', values: values('unit') },
    { key: 'leader', all: '全部领导', values: values('leader') },
    { key: 'month', all: '全部月份', values: values('month') },
  ]);
  const several = new Set(entries.map(({ path }) => path)).size > 1;
  const rows = (list: readonly Entry[]) =>
    table(
      several ? ['计划', ...HEAD] : HEAD,
      list.map((one) => rowOf(one, several)),
    );
  const parts = by
    ? divided(entries, by).map(
        ({ name, entries: some }) => `<h3>${escaped(name)}（${some.length}项）</h3>${rows(some)}`,
      )
    : [rows(entries)];
  return `<h2>任务分解表</h2>${choices}${parts.join('\n')}`;
}

const HEAD = ['章节', '序号', '任务', '牵头', '责任单位', '配合单位', '完成时限'];

function rowOf(entry: Entry, several: boolean): Row {
  const { path, plan, task, sections, leaders, leadUnits, units, support, deadline } = entry;
  const names = (list: readonly string[]) => escaped(list.join('、'));
  const content = contentOf(entry).map((line) => `<small>${escaped(line)}</small>`);
  const cells = [
    ...(several ? [escaped(plan.title?.text ?? path)] : []),
    escaped(sections.join(' / ')),
    escaped(task.number),
    `${escaped(task.title)}${content.join('')}`,
    ...[names([...leaders, ...leadUnits]), names(units), names(support)],
    `${escaped(deadline?.text ?? '')}${deadline?.end && deadline.end !== deadline.text ? `<small class="nowrap">${deadline.end}</small>` : ''}`,
  ];
  const one = (list: readonly string[]) => (list.length > 0 ? list : ['未明确']);
  const keys = {
    unit: one([...leadUnits, ...units, ...support]),
    leader: one(leaders),
    month: [monthName(monthOf(deadline))],
  };
  return { cells, keys };
}
