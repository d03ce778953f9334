import { type Block, type Passage, saying } from '../../plan/block.ts';
import { timesIn } from '../../text/dates/shapes.ts';
import type { DefaultYear } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { Known, unnumbered } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import { type Mark, markIn, markOf } from '../outline/numbering.ts';
import { isBody } from './bodies.ts';
import { cellFields } from './fields.ts';
import { type Labels, roleOfLabel } from './labels.ts';
import { placed } from './placed.ts';
import { isAsAbove, isEmpty, type ReadRow, type Row, type Statement, withSpanned } from './row.ts';

/** What reading the rows of a table depends on beside the cells. */
export interface TableContext extends DefaultYear {
  readonly labels: Labels;
  /** The text of the plan. */
  readonly source: string;
}

/**
 * The rows of every table among the blocks, by block: tab-separated or `|` cells under a header that names the
 * labels (牵头单位, 完成时限…) and a column of tasks. A header row maps to undefined.
 */
export function rowsIn(blocks: readonly Block[], context: TableContext): ReadonlyMap<Block, Row | undefined> {
  const rows = new Map<Block, Row | undefined>();
  let columns: Columns | undefined;
  // The row above, where it may head a table.
  let upper: { readonly block: Block; readonly names: readonly string[] } | undefined;
  let table: (ReadRow | undefined)[] = [];
  const ended = () => {
    if (columns) for (const [block, row] of withSpanned(table, columns)) rows.set(block, row);
    table = [];
  };
  for (const block of blocks) {
    const cells = hasCells(block) ? cellsOf(block, context.source) : [];
    if (cells.length < 2) {
      // `（一）扩大资源` between two rows heads those below; prose ends the table.
      if (markOf(block)) table.push(undefined);
      if (columns && isProse(block)) {
        ended();
        columns = undefined;
      }
      continue;
    }
    const names = namesOf(block.text, cells);
    const lower = upper && lowerNames(upper.names, names, context);
    const header = columnsOf(names, context) ?? (lower && columnsOf(lower, context));
    if (header) {
      ended();
      columns = header;
      if (upper && lower) rows.set(upper.block, undefined);
      rows.set(block, undefined);
    } else if (columns && cells.some(({ from, to }) => TOTAL.test(block.text.slice(from, to)))) {
      rows.set(block, undefined);
    } else if (columns) table.push(rowOf(block, cells, columns, context));
    upper = header || isHeader(names) ? { block, names } : undefined;
  }
  ended();
  return rows;
}

const LONGEST_GROUP = 60;

const isProse = unnumbered(({ text }: Passage) => text.length > LONGEST_GROUP);

/** `合 计`, `总计：3项`: a row that sums the others up. */
const TOTAL = /^[\s*]*(?:本页|以上)?[合小总共]\s*计[\s*]*(?:$|[:(\d])/u;

interface Cell {
  readonly from: number;
  readonly to: number;
}

interface Columns {
  readonly count: number;
  /** How many there are up to the last one with a name. */
  readonly named: number;
  /** -1 where rows are not numbered. */
  readonly number: number;
  readonly task: number;
  readonly labels: readonly (readonly [column: number, label: string])[];
  /** The columns that name somebody. */
  readonly bodies: readonly number[];
  /** The column that says by when, under a label; -1 where none does. */
  readonly dated: number;
  /** The column that says in which period a row is done, and not by when; -1 where none does. */
  readonly period: number;
}

const hasCells = saying(/\t|\|[^|]*\|/u);

/** A block's text was trimmed of its outer tabs, but they are cells too. */
function cellsOf(block: Block, source: string): readonly Cell[] {
  const { text, span } = block;
  const separator = text.includes('\t') ? '\t' : text.split('|', 3).length > 2 ? '|' : undefined;
  if (!separator) return [];
  const cells: Cell[] = [];
  if (separator === '\t' && !block.offsets)
    for (let at = span.start - 1; source[at] === '\t'; at -= 1) cells.push({ from: 0, to: 0 });
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

const NUMBER_COLUMN = /^(?:(?:任务|事项|项目|工作)?(?:序号|编号)|号)$/u;
/** What rows are sorted by, and no task: 项目类别, 任务来源. */
const SORT_COLUMN = /(?:类别|类型|分类|种类|来源|性质|属性|级别|等级|依据|序号|编号|编码|代码)$/u;
const TASK_COLUMN = /任务|事项|工作内容|主要内容|(?:重点|主要|具体)工作|举措|措施|项目|目标|职责/u;
/** What else rows may be about, where a column says who or by when: 工程名称, 活动内容, 民生实事, 会议名称. */
const MATTER_COLUMN =
  /(?:内容|实事|要点|课题|议题|活动|安排|主题|清单|工程)$|(?<!单位|部门|机构|学校|企业|科室|姓名|人员|领导)名称$|^工作$/u;
/** A table of `部门` and `职责与任务` says who answers for what. */
const BODY_COLUMN = /^(?:部门|单位|科室|成员单位)(?:名称)?$/u;

function namesOf(text: string, cells: readonly Cell[]): readonly string[] {
  return cells.map((cell) => text.slice(cell.from, cell.to).replace(/[\s*]+/gu, ''));
}

/** Whether a row may head a table: short names alone, of tasks among others. */
function isHeader(names: readonly string[]): boolean {
  return taskColumn(names) >= 0 && names.every((name) => name.length <= LONGEST_NAME && !/\d/u.test(name));
}

const LONGEST_NAME = 10;

/**
 * The names of columns where a second row of the header parts what the first one names (责任分工: 责任领导, 责任单位);
 * undefined where it is no such row.
 */
function lowerNames(
  upper: readonly string[],
  lower: readonly string[],
  { labels }: TableContext,
): readonly string[] | undefined {
  if (lower[0] !== '' || lower.some((name) => name.length > LONGEST_NAME)) return undefined;
  if (lower.every((name) => roleOfLabel(labels, name) === 'other')) return undefined;
  const longer = upper.length < lower.length ? lower : upper;
  return longer.map((_, i) => lower[i] || (upper[i] ?? ''));
}

function columnsOf(names: readonly string[], context: TableContext): Columns | undefined {
  const task = taskColumn(names);
  if (task < 0) return undefined;
  const labels = flatMapped(names, (name, column) => {
    const label = name.replace(/\([^()]*\)$/u, '');
    return roleOfLabel(context.labels, label) === 'other' ? [] : [[column, label] as const];
  });
  const body = names.findIndex((name) => BODY_COLUMN.test(name));
  if (labels.length === 0 && body >= 0) labels.push([body, '责任单位']);
  const isDated = ([, label]: readonly [number, string]) => roleOfLabel(context.labels, label) === 'deadline';
  const dated = labels.find(isDated)?.[0] ?? -1;
  const period = dated >= 0 ? -1 : periodColumn(names);
  if (period >= 0) labels.push([period, '完成时间']);
  if (labels.length === 0) return undefined;
  const number = names.findIndex((name) => NUMBER_COLUMN.test(name));
  const bodies = flatMapped(labels, ([column, label]) =>
    roleOfLabel(context.labels, label) === 'deadline' ? [] : [column],
  );
  return {
    count: names.length,
    named: names.reduce((last, name, i) => (name === '' ? last : i + 1), 0),
    number,
    task,
    labels,
    bodies,
    dated,
    period,
  };
}

/** The column that says what is to be done; -1 where none does. */
function taskColumn(names: readonly string[]): number {
  const columnOf = (is: (name: string) => boolean) =>
    names.findIndex((name) => name.length <= LONGEST_NAME && is(name));
  const columns = [
    columnOf((name) => TASK_COLUMN.test(name) && !SORT_COLUMN.test(name)),
    columnOf((name) => MATTER_COLUMN.test(name)),
    columnOf((name) => TASK_COLUMN.test(name)),
  ];
  return columns.find((column) => column >= 0) ?? -1;
}

/** The column that says when a row is done in the closest terms; -1 where none does. */
function periodColumn(names: readonly string[]): number {
  const columns = PERIOD_COLUMNS.map((pattern) => names.findIndex((name) => pattern.test(name)));
  return columns.find((column) => column >= 0) ?? -1;
}

/** The columns of calendars: 日期, 时间, 月份, 周次. */
const PERIOD_COLUMNS = [
  /^(?:起止)?日期$/u,
  /^(?:起止|工作|活动|实施|计划|具体)?时间(?:安排)?$/u,
  /^月(?:份|次)?$/u,
  /^周(?:次|别|数)?$/u,
] as const;

function rowOf(block: Block, cells: readonly Cell[], columns: Columns, context: TableContext): ReadRow {
  const cellAt = placesOf(block.text, cells, columns);
  const passage = withoutBreaks(block);
  const stated = columns.labels.map(([column, label]): Statement => {
    const role = roleOfLabel(context.labels, label);
    const cell = cellAt(column);
    const words = cell ? block.text.slice(cell.from, cell.to).trim() : '';
    if (!cell || isAsAbove(words)) return { column, role, words, fields: [] };
    const found = cellFields(passage, cell.from, cell.to, label, context.labels);
    return { column, role, words, fields: found.map((field) => placed(field, block, context)) };
  });
  const fields = flatMapped(stated, (one) => one.fields);
  const task = cellAt(columns.task);
  const words = task ? block.text.slice(task.from, task.to) : '';
  if (!task || !HAN.test(words)) {
    const row = fields.every(isEmpty) ? undefined : { block, mark: undefined, fields };
    return { block, row, stated };
  }
  const number = columns.number < 0 ? undefined : cellAt(columns.number);
  const digits = number ? block.text.slice(number.from, number.to).trim() : '';
  const from = number && digits ? block.text.indexOf(digits, number.from) : task.from;
  // `一⇥党建工作` with nothing in the cells behind it heads the rows below.
  const heads = /^[一二三四五六七八九十]{1,3}$/u.test(digits) && fields.every(isEmpty);
  const mark: Mark = {
    style: heads ? 'han' : 'arabic',
    number: digits.replace(/[.、]$/u, ''),
    value: numeralValue(digits) ?? 0,
    from,
    to: from + digits.length,
    bodyFrom: task.from + (markIn(words)?.bodyFrom ?? words.length - words.trimStart().length),
  };
  const own = heads ? fields.filter((field) => !isEmpty(field)) : fields;
  return { block, row: { block, mark, fields: own }, stated };
}

/** A row whose `<br>` part names, as 、 does; it stays as long as it was. */
function withoutBreaks({ text, raw }: Block): Passage {
  const plain = (words: string) => words.replace(BREAK, (mark) => '、'.padEnd(mark.length));
  return { text: plain(text), raw: plain(raw), known: new Known() };
}

const BREAK = /<br\s{0,2}\/?>/giu;

const HAN = /[\u3007\u3400-\u9FFF]/u;

/** Where a row has its cell under each column; undefined where it has none. */
function placesOf(
  text: string,
  cells: readonly Cell[],
  columns: Columns,
): (column: number) => Cell | undefined {
  const shift = shiftOf(text, cells, columns);
  const lost = shift === 0 ? lostColumn(text, cells, columns) : -1;
  if (lost < 0) return (column) => cells[column - shift];
  return (column) => (column === lost ? undefined : cells[column < lost ? column : column - 1]);
}

/**
 * The column before the task whose cell is lost, since one above spans this row too: of those who answer, where a day stands
 * under its label only without it; -1 where none is.
 */
function lostColumn(text: string, cells: readonly Cell[], columns: Columns): number {
  const { count, number, task, bodies, dated } = columns;
  const column = bodies.filter((one) => one > number && one < task).at(-1) ?? -1;
  if (number < 0 || column < 0 || cells.length !== count - 1) return -1;
  const isDay = (cell: Cell | undefined) =>
    cell !== undefined && timesIn(text.slice(cell.from, cell.to)).length > 0;
  return dated > column && isDay(cells[dated - 1]) && !isDay(cells[dated]) ? column : -1;
}

/**
 * How many cells on the left are lost, because one above spans this row too: a number tells where the row begins, in a
 * table without numbers the column in which a body stands. Below 0 where the header spans several columns of the row.
 */
function shiftOf(text: string, cells: readonly Cell[], columns: Columns): number {
  const { count, number, named } = columns;
  const first = cells[0];
  // An empty cell on the left stands for the one above, so none is lost.
  if (!first || text.slice(first.from, first.to).trim() === '') return 0;
  if (number < 0) {
    const shift = named - filled(text, cells);
    return shift !== 0 && bodiesAt(text, cells, columns, shift) > bodiesAt(text, cells, columns, 0)
      ? shift
      : 0;
  }
  const missing = count - cells.length;
  if (missing <= 0) return 0;
  const at = cells.findIndex((cell, i) => i <= number && isNumeral(text.slice(cell.from, cell.to).trim()));
  return at >= 0 ? number - at : missing;
}

/** How many cells there are up to the last one that holds something. */
function filled(text: string, cells: readonly Cell[]): number {
  return cells.reduce((last, { from, to }, i) => (text.slice(from, to).trim() === '' ? last : i + 1), 0);
}

/** In how many columns that name somebody a row has bodies, where `shift` of its cells are lost on the left. */
function bodiesAt(text: string, cells: readonly Cell[], { bodies }: Columns, shift: number): number {
  return bodies.filter((column) => {
    const cell = cells[column - shift];
    const names = cell
      ? text
          .slice(cell.from, cell.to)
          .trim()
          .split(/[、,;\s]+/u)
      : [];
    return names.length > 0 && names.every((name) => name.length >= 2 && !/\d/u.test(name) && isBody(name));
  }).length;
}

function isNumeral(words: string): boolean {
  return words.length <= 4 && numeralValue(words.replace(/[.、]$/u, '')) !== undefined;
}
