import type { Division, Document, Exporter } from '../../core/exports/exporter.ts';
import { contentOf, divided, type Entry, type Group, ledgerOf } from '../../core/exports/ledger.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { type Cell, type Column, type Sheet, workbook } from './workbook.ts';

/**
 * The tasks as a workbook to hand out (任务分解表、督查台账): a sheet of all, one per unit (or leader, or month), and
 * one that counts. 进展 and 备注 are left to be filled in.
 */
export const xlsx: Exporter = {
  format: 'xlsx',
  write: (documents, { by = 'unit' } = {}) => {
    const entries = ledgerOf(documents);
    const columns = columnsFor(entries);
    const sheet = (name: string, title: string, list: readonly Entry[]): Sheet => ({
      ...{ name, title, columns },
      rows: list.map((entry) => columns.map(({ cell }) => cell(entry))),
    });
    const title = titleOf(documents);
    const groups = divided(entries, by);
    return workbook([
      sheet('全部任务', title, entries),
      ...groups
        .slice(0, MOST_SHEETS)
        .map(({ name, entries: list }) => sheet(name, `${title}（${name}）`, list)),
      summary(entries, title),
    ]);
  },
};

/** Beyond this nobody finds a sheet any more; the sheet of all and its filter have the rest. */
const MOST_SHEETS = 200;

function titleOf(documents: readonly Document[]): string {
  const [first, ...others] = documents.filter(({ plan }) => plan.kind === 'plan');
  const name = first?.plan.title?.text ?? '工作计划';
  return `${name}${others.length > 0 ? `等${others.length + 1}份计划` : ''}任务分解表`;
}

interface LedgerColumn extends Column {
  readonly cell: (entry: Entry) => Cell;
}

/** What no task has gets no column: leading units, supporting ones, and the plan where there is one only. */
function columnsFor(entries: readonly Entry[]): readonly LedgerColumn[] {
  const any = (test: (entry: Entry) => boolean) => entries.some(test);
  const names = (list: readonly string[]) => list.join('、');
  const severalPlans = new Set(entries.map(({ path }) => path)).size > 1;
  const columns: readonly (LedgerColumn | false)[] = [
    severalPlans && {
      head: '计划',
      width: 18,
      style: 'text',
      cell: ({ plan, path }) => plan.title?.text ?? path,
    },
    any(({ sections }) => sections.length > 0) && {
      ...{ head: '章节', width: 16, style: 'text' },
      cell: ({ sections }) => sections.join(' / '),
    },
    { head: '序号', width: 6, style: 'middle', cell: ({ task }) => task.number },
    { head: '任务', width: 30, style: 'text', cell: ({ task }) => task.title },
    { head: '主要措施', width: 44, style: 'text', cell: (entry) => contentOf(entry).join('\n') },
    { head: '牵头领导', width: 10, style: 'middle', cell: ({ leaders }) => names(leaders) },
    any(({ leadUnits }) => leadUnits.length > 0) && {
      ...{ head: '牵头单位', width: 14, style: 'middle' },
      cell: ({ leadUnits }) => names(leadUnits),
    },
    { head: '责任单位', width: 18, style: 'middle', cell: ({ units }) => names(units) },
    { head: '配合单位', width: 16, style: 'middle', cell: ({ support }) => names(support) },
    { head: '完成时限', width: 13, style: 'middle', cell: ({ deadline }) => deadline?.text ?? '' },
    {
      ...{ head: '截止日期', width: 11.5, style: 'day' },
      cell: ({ deadline }) => (deadline?.end ? { day: deadline.end } : ''),
    },
    { head: '进展', width: 20, style: 'text', choices: PROGRESS, cell: () => '' },
    { head: '备注', width: 14, style: 'text', cell: () => '' },
  ];
  return columns.filter((column) => column !== false);
}

/** What 进展 may say; people write more than that, too. */
const PROGRESS = ['未启动', '进行中', '已完成', '未完成'];

/** How many tasks each unit, leader and month has; a unit apart by what it is to the task. */
function summary(entries: readonly Entry[], title: string): Sheet {
  const count = (kind: string, { name, entries: list }: Group): readonly Cell[] => {
    const having = (names: (entry: Entry) => readonly string[]) =>
      kind === '单位' ? list.filter((entry) => names(entry).includes(name)).length : '';
    return [
      ...[kind, name, list.length],
      ...[
        having(({ leadUnits }) => leadUnits),
        having(({ units }) => units),
        having(({ support }) => support),
      ],
      list.filter(({ deadline }) => !deadline).length,
    ];
  };
  const kinds: readonly (readonly [string, Division])[] = [
    ['单位', 'unit'],
    ['领导', 'leader'],
    ['月份', 'month'],
  ];
  const column = (head: string, width: number, style: Column['style']): Column => ({ head, width, style });
  return {
    name: '汇总',
    title: `${title}汇总`,
    columns: [
      ...[column('类别', 12, 'middle'), column('名称', 36, 'text'), column('任务数', 12, 'number')],
      ...[column('牵头', 12, 'number'), column('责任', 12, 'number'), column('配合', 12, 'number')],
      column('未写明时限', 14, 'number'),
    ],
    rows: [
      ['合计', '', entries.length, '', '', '', entries.filter(({ deadline }) => !deadline).length],
      ...flatMapped(kinds, ([kind, by]) => divided(entries, by).map((group) => count(kind, group))),
    ],
  };
}
