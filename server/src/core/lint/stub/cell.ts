import { type FieldRole, type Plan, type Task, textIn } from '../../plan/plan.ts';
import { isRow } from '../../plan/tasks.ts';
import { countUpTo, lineOf, type Span } from '../../text/text.ts';
import type { Edit } from '../finding.ts';

/**
 * Where somebody writes what a row of a table lacks: the empty cell of `task` in the column in which rows around it
 * state `role`, as a stop in an edit that changes nothing else. Undefined where no row shows the column, or the cell of
 * the task cannot be told.
 */
export function emptyCell(plan: Plan, task: Task, role: FieldRole): Edit | undefined {
  const row = cellsOf(plan, task);
  if (!row) return undefined;
  const column = columnOf(plan, task, role, row.length);
  const cell = column === undefined ? undefined : row[column];
  if (!cell || /\S/u.test(textIn(plan, cell.start, cell.end))) return undefined;
  const middle = cell.start + Math.floor((cell.end - cell.start) / 2);
  return { span: { start: middle, end: middle }, newText: '', stops: [0] };
}

/** The column of `role` in the nearest row that has as many cells and states it. */
function columnOf(plan: Plan, task: Task, role: FieldRole, width: number): number | undefined {
  const at = countUpTo(plan.tasks, task.span.start, ({ span }) => span.start) - 1;
  for (let far = 1; far <= REACH; far += 1) {
    for (const other of [plan.tasks[at - far], plan.tasks[at + far]]) {
      const field = other?.fields.find((one) => one.role === role && one.placement === 'cell');
      const row = other && field && cellsOf(plan, other);
      if (!field || row?.length !== width) continue;
      const column = row.findIndex(({ start, end }) => start <= field.value.start && field.value.end <= end);
      if (column >= 0) return column;
    }
  }
  return undefined;
}

/** So many rows are looked at above and below. */
const REACH = 40;

/** The cells of a row that stands on one line, split by tabs or bars; undefined for what is none. */
function cellsOf({ text, lineStarts }: Plan, task: Task): readonly Span[] | undefined {
  if (!isRow(task)) return undefined;
  const { span } = task;
  const line = lineOf(lineStarts, span.start);
  const from = lineStarts[line] ?? 0;
  const next = lineStarts[line + 1] ?? text.length;
  if (span.end > next) return undefined;
  const words = text.slice(from, next).replace(LINE_END, '');
  const separator = words.includes('\t') ? '\t' : '|';
  const cells: Span[] = [];
  let start = from;
  for (let i = from; i <= from + words.length; i += 1) {
    if (i < from + words.length && text[i] !== separator) continue;
    cells.push({ start, end: i });
    start = i + 1;
  }
  return cells.length > 1 ? cells : undefined;
}

/** `\n`, `\r\n` at the end of a line. */
const LINE_END = /(?<![\r\n])[\r\n]+$/u;
