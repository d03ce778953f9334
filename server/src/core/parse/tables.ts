import { numeralValue } from '../numerals.ts';
import type { Field } from '../plan.ts';
import type { Block } from './blocks.ts';
import { cellField, type FieldContext } from './fields.ts';
import { roleOfLabel } from './labels.ts';
import type { Mark } from './numbering.ts';

/** A row of a table read as a task: where its number and words stand, and the fields in its cells. */
export interface Row {
  readonly block: Block;
  readonly mark: Mark;
  readonly fields: readonly Field[];
}

/**
 * The rows of every table among the blocks, by block: tab-separated or `|` cells under a header that names the
 * labels (牵头单位, 完成时限…) and a column of tasks. A header row maps to undefined.
 */
export function rowsIn(blocks: readonly Block[], context: FieldContext): ReadonlyMap<Block, Row | undefined> {
  const rows = new Map<Block, Row | undefined>();
  let columns: Columns | undefined;
  for (const block of blocks) {
    const cells = cellsOf(block.text);
    if (cells.length < 2) {
      columns = undefined;
      continue;
    }
    const header = columnsOf(block.text, cells, context);
    if (header) {
      columns = header;
      rows.set(block, undefined);
    } else if (columns) {
      rows.set(block, rowOf(block, cells, columns, context));
    }
  }
  return rows;
}

interface Cell {
  readonly from: number;
  readonly to: number;
}

interface Columns {
  readonly number: number;
  readonly task: number;
  readonly labels: readonly (readonly [column: number, label: string])[];
}

function cellsOf(text: string): Cell[] {
  const separator = text.includes('\t') ? '\t' : text.split('|').length > 2 ? '|' : undefined;
  if (!separator) return [];
  const cells: Cell[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && text[i] !== separator) continue;
    cells.push({ from, to: i });
    from = i + 1;
  }
  // A pipe row has a bar at either end.
  if (separator === '|' && text.startsWith('|')) cells.shift();
  if (separator === '|' && text.endsWith('|')) cells.pop();
  return cells;
}

const NUMBER_COLUMN = /^(?:序号|编号|号)$/u;
const TASK_COLUMN = /任务|事项|工作内容|主要内容|重点工作|举措|措施|项目|目标/u;

function columnsOf(text: string, cells: readonly Cell[], context: FieldContext): Columns | undefined {
  const names = cells.map((cell) => text.slice(cell.from, cell.to).replace(/[\s*]+/gu, ''));
  const labels = names.flatMap((name, column) => {
    return roleOfLabel(context.labels, name) === 'other' ? [] : [[column, name] as const];
  });
  const task = names.findIndex((name) => TASK_COLUMN.test(name) && name.length <= 10);
  if (labels.length === 0 || task < 0) return undefined;
  return { number: names.findIndex((name) => NUMBER_COLUMN.test(name)), task, labels };
}

function rowOf(
  block: Block,
  cells: readonly Cell[],
  columns: Columns,
  context: FieldContext,
): Row | undefined {
  const task = cells[columns.task];
  if (!task || !/[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}]/u.test(block.text.slice(task.from, task.to)))
    return undefined;
  const number = cells[columns.number];
  const digits = number ? block.text.slice(number.from, number.to).trim() : '';
  const from = number && digits ? block.text.indexOf(digits, number.from) : task.from;
  const fields = columns.labels.flatMap(([column, label]) => {
    const cell = cells[column];
    return cell ? cellField(block, cell.from, cell.to, label, context) : [];
  });
  const bodyFrom =
    task.from + (block.text.slice(task.from).length - block.text.slice(task.from).trimStart().length);
  // `一⇥党建工作` with nothing in the cells behind it heads the rows below.
  const heads = /^[一二三四五六七八九十]{1,3}$/u.test(digits) && fields.every(isEmpty);
  const mark: Mark = {
    style: heads ? 'han' : 'arabic',
    number: digits,
    value: numeralValue(digits) ?? 0,
    from,
    to: from + digits.length,
    bodyFrom,
  };
  return { block, mark, fields };
}

function isEmpty(field: Field): boolean {
  return field.parties.length === 0 && field.deadline === undefined;
}
