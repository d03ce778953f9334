import type { Party, Plan, Task } from '../plan/plan.ts';
import { sectionsAround } from '../plan/tasks.ts';
import { flatMapped } from '../text/flat.ts';
import { lineOf } from '../text/text.ts';
import type { Division, Document } from './exporter.ts';
import { divided, ledgerOf } from './ledger.ts';

/** The columns of a table of tasks (责任分解表), in the language of the plans. */
export const columns = [
  '文件',
  '章节',
  '序号',
  '任务',
  '牵头',
  '责任单位',
  '配合单位',
  '完成时限',
  '文中时限',
  '截止日期',
  '行号',
] as const;

/** One row a task, in order; directories, objectives and what a review tells are no tasks. */
export function taskRows(documents: readonly Document[]): readonly (readonly string[])[] {
  return flatMapped(documents, ({ path, plan }) =>
    plan.kind === 'directory'
      ? []
      : plan.tasks.filter(({ role }) => role === 'task').map((task) => rowOf(path, plan, task)),
  );
}

/** As `taskRows`, by unit, leader or month: who has several tasks has them together, and a task of several is said again. */
export function rowsBy(
  documents: readonly Document[],
  by: Division,
): readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[] {
  return divided(ledgerOf(documents), by).map(({ name, entries }) => ({
    name,
    rows: entries.map(({ path, plan, task }) => rowOf(path, plan, task)),
  }));
}

/** What the column is called that says which group a row belongs to. */
export const divisionHeads: Readonly<Record<Division, string>> = {
  unit: '单位',
  leader: '领导',
  month: '月份',
};

function rowOf(path: string, plan: Plan, task: Task): string[] {
  const { number, title, leads, units, support, span } = task;
  const { deadline, proseDeadlines } = task;
  return [
    path,
    // 主要任务 / 党建
    sectionsAround(plan, task.section)
      .map((section) => section.title)
      .join(' / '),
    number,
    title,
    namesOf(leads),
    namesOf(units),
    namesOf(support),
    deadline?.text ?? '',
    proseDeadlines.map(({ text }) => text).join('、'),
    (deadline ?? proseDeadlines[0])?.end ?? '',
    String(lineOf(plan.lineStarts, span.start) + 1),
  ];
}

function namesOf(parties: readonly Party[]): string {
  return parties.map(({ name }) => name).join('、');
}
