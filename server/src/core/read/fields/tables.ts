import { type Block, type Passage, saying } from '../../plan/block.ts';
import type { DefaultYear } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { Known, unnumbered } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import { isPage } from '../frame/shapes.ts';
import { leadOf, type Mark, markIn, markOf } from '../outline/numbering.ts';
import { namesBodies } from './bodies.ts';
import { type Columns, columnsOf, isForeign, isHeader, labelOf, lowerNames, numbersRows } from './columns.ts';
import { type Labels, namedBy, roleOfLabel } from './labels.ts';
import { placed } from './placed.ts';
import { type Cell, isNumeral, placesOf, wordsOf } from './places.ts';
import { isAsAbove, isEmpty, type ReadRow, type Row, type Statement, withHeads, withSpanned } from './row.ts';
import { labelledIn, outerLabelsIn, type Stated, statedIn } from './stated.ts';
import { isDayAlone } from './when.ts';

/** What reading the header of a table depends on beside the cells. */
interface TableSource {
  readonly labels: Labels;
  /** The text of the plan. */
  readonly source: string;
}

/** What reading the rows of a table depends on beside the cells. */
export type TableContext = TableSource & DefaultYear;

/**
 * The rows of every table among the blocks, by block: tab-separated or `|` cells under a header that names the
 * labels (牵头单位, 完成时限…) and a column of tasks. A header row maps to undefined.
 */
export function rowsIn(blocks: readonly Block[], context: TableContext): ReadonlyMap<Block, Row | undefined> {
  const { labels } = context;
  const rows = new Map<Block, Row | undefined>();
  let columns: Columns | undefined;
  let head: Block | undefined;
  // The row above, where it may head a table.
  let upper: { readonly block: Block; readonly names: readonly string[] } | undefined;
  const tables: { readonly table: readonly (ReadRow | undefined)[]; readonly columns: Columns }[] = [];
  let table: (ReadRow | undefined)[] = [];
  // The number of its last task.
  let above: string | undefined;
  // Whether words stand between the last row and here, and whether the rows here are of a table that names no field.
  let apart = false;
  let foreign = false;
  // What a table of others stands in that has no numbers.
  let left: { readonly columns: Columns; readonly above: string | undefined } | undefined;
  const ended = () => {
    if (columns) tables.push({ table, columns });
    table = [];
    above = undefined;
  };
  for (const block of blocks) {
    const cells = hasCells(block) ? cellsOf(block, context.source) : [];
    if (cells.length < 2) {
      // `（一）扩大资源` between two rows heads those below; prose ends the table.
      apart ||= !isPage(block);
      if (markOf(block)) {
        table.push(undefined);
        foreign = false;
      }
      if (columns && isProse(block)) {
        ended();
        columns = undefined;
      }
      continue;
    }
    const names = namesOf(block.text, cells);
    const whole = withFirst(block, cells, upper?.block ?? head, upper?.names.length ?? columns?.count);
    const lower = upper && lowerNames(upper.names, namesOf(block.text, whole), labels);
    const header = columnsOf(names, labels) ?? (lower && columnsOf(lower, labels));
    if (foreign && left && goesOn(block, cells, left)) {
      ({ columns, above } = left);
      foreign = false;
    }
    if (header) {
      ended();
      columns = header;
      head = block;
      foreign = false;
      if (upper && lower) rows.set(upper.block, undefined);
      rows.set(block, undefined);
    } else if (foreign || (columns && apart && isForeign(names))) {
      if (!foreign) left = columns && !numbersRows(names) ? { columns, above } : undefined;
      ended();
      columns = undefined;
      foreign = true;
      rows.set(block, undefined);
    } else if (
      columns &&
      (isDelimiter(block) ||
        statesPage(block) ||
        cells.some(({ from, to }) => TOTAL.test(block.text.slice(from, to))))
    ) {
      rows.set(block, undefined);
    } else if (columns) {
      const read = rowOf(block, whole, columns, context, above);
      above = read.row?.mark?.number ?? above;
      table.push(read);
    }
    apart = false;
    upper = header || isHeader(names) ? { block, names } : undefined;
  }
  ended();
  for (const [i, heads] of withHeads(tables.map((one) => one.table)).entries()) {
    const header = tables[i]?.columns;
    if (header)
      for (const [block, row] of withSpanned(heads, header)) if (!rows.has(block)) rows.set(block, row);
  }
  return rows;
}

/** Index of the first block that heads a table of tasks, the number of blocks where none does. */
export function firstTable(blocks: readonly Block[], { labels, source }: TableSource): number {
  const at = blocks.findIndex(
    (block) => hasTab(block) && columnsOf(namesOf(block.text, cellsOf(block, source)), labels),
  );
  return at < 0 ? blocks.length : at;
}

/** Whether a row has the number behind the last one `above` a table of others. */
function goesOn(
  { text }: Block,
  cells: readonly Cell[],
  { columns, above = '' }: { readonly columns: Columns; readonly above: string | undefined },
): boolean {
  const number = wordsOf(text, cells[columns.number]);
  return cells.length === columns.count && /^\d{1,3}$/u.test(above) && Number(number) === Number(above) + 1;
}

const hasTab = saying(/\t/u);
const LONGEST_GROUP = 60;

const isProse = unnumbered(({ text }: Passage) => text.length > LONGEST_GROUP);

/** `:-- | :-:`, the second line of a table in Markdown. */
const isDelimiter = saying(/^[\s|:]*-[\s|:-]*$/u);

/** `合 计`, `总计：3项`: a row that sums the others up. */
const TOTAL = /^[\s*]*(?:本页|以上)?[合小总共]\s*计[\s*]*(?:$|[:(\d])/u;

/** `索引号: | 0417 | 成文日期: | 2026-10-08 |`: labels in every other cell say what the page is about, and are no task. */
const statesPage = saying(/^\|?[^\d|:\t]{2,8}: ?[|\t][^|\t]{1,60}[|\t] ?[^\d|:\t]{2,8}: ?[|\t]/u);

const hasCells = saying(/\t|\|[^|]*\|/u);

/** What stands in a cell of nothing but bold type: 一 of `| **一** |`. */
function withinBold(text: string, { from, to }: Cell): Cell {
  const [, before = '', inner] = /^(\s*\*\*)([^*]+)\*\*\s*$/u.exec(text.slice(from, to)) ?? [];
  return inner === undefined
    ? { from, to }
    : { from: from + before.length, to: from + before.length + inner.length };
}

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
  return text.includes('**') ? cells.map((cell) => withinBold(text, cell)) : cells;
}

function namesOf(text: string, cells: readonly Cell[]): readonly string[] {
  return cells.map((cell) => text.slice(cell.from, cell.to).replace(/[\s*]+/gu, ''));
}

/**
 * The cells of a row below `header`: where that begins with the numbers and no bar, an empty cell stands before the first
 * bar of a row, unless its number or a day stands behind it.
 */
function withFirst(
  block: Block,
  cells: readonly Cell[],
  header: Block | undefined,
  count = 0,
): readonly Cell[] {
  const isShort = header !== undefined && cells.length < count;
  if (!isShort || !opensWithBar(block) || !opensWithNumbers(header)) return cells;
  const words = wordsOf(block.text, cells[0]);
  return isNumeral(words) || isDayAlone(words) ? cells : [{ from: 0, to: 0 }, ...cells];
}

const opensWithNumbers = saying(/^[^|]{0,5}号\s*\|/u);
const opensWithBar = saying(/^\|/u);

/** `above`: the number of the task above. */
function rowOf(
  block: Block,
  cells: readonly Cell[],
  columns: Columns,
  context: TableContext,
  above: string | undefined,
): ReadRow {
  const cellAt = placesOf(block.text, cells, columns);
  const passage = withoutBreaks(block);
  const stated = columns.labels.map(([column, name]): Statement => {
    const cell = cellAt(column);
    const words = cell ? block.text.slice(cell.from, cell.to).trim() : '';
    const label = labelOf(name, context.labels, words) ?? name;
    const role = roleOfLabel(context.labels, label);
    if (!cell || isAsAbove(words)) return { column, role, words, fields: [] };
    const found = cellFields(passage, cell.from, cell.to, label, context.labels);
    return { column, role, words, fields: found.map((field) => placed(field, block, context)) };
  });
  const fields = flatMapped(stated, (one) => one.fields);
  const writtenIn = (cell: Cell | undefined) => (cell ? block.text.slice(cell.from, cell.to) : '');
  const lower = lowerTask(block.text, cellAt, columns);
  const number = columns.number < 0 ? lower && cellAt(columns.task) : cellAt(columns.number);
  const written = writtenIn(number).trim();
  const isUnnumbered = columns.number >= 0 && written === '';
  const digits = written.slice(leadOf(written));
  const isOwn = isNumeral(digits) && digits.replace(/[.、]$/u, '') !== above;
  const task =
    lower ??
    [columns.task, columns.upper, ...(isOwn ? [columns.next] : [])]
      .map(cellAt)
      .find((cell) => HAN.test(writtenIn(cell)));
  const words = writtenIn(task);
  if (!task) {
    const row = fields.every(isEmpty) ? undefined : { block, mark: undefined, fields };
    return { block, row, isUnnumbered, stated };
  }
  const from = number && digits ? block.text.indexOf(digits, number.from) : task.from;
  const begins = markIn(words);
  const mark: Mark = {
    style: 'arabic',
    number: digits.replace(/[.、]$/u, ''),
    value: numeralValue(digits) ?? 0,
    from,
    to: from + digits.length,
    ...(columns.number < 0 && begins && numbersCell(begins, words) ? placedMark(begins, task.from) : {}),
    bodyFrom: task.from + (begins?.bodyFrom ?? words.length - words.trimStart().length),
  };
  return { block, row: { block, mark, fields }, isUnnumbered, stated };
}

/** The fields in one cell of a table, under a header that is `label`; labels in the cell say it themselves. */
function cellFields(
  passage: Passage,
  from: number,
  to: number,
  label: string,
  labels: Labels,
): readonly Stated[] {
  const role = roleOfLabel(labels, label);
  if (role === 'other') return [];
  const held = { holder: { start: from, end: to }, placement: 'cell' } as const;
  const [own] = role === 'deadline' ? [] : outerLabelsIn(passage.text, from, to, labels);
  if (own && own.role !== 'other') {
    const before = passage.text.slice(from, own.from).trim();
    if (before === '' || namesBodies(before)) {
      const behind = labelledIn(passage, own.from, to, held, labels);
      if (before === '') return behind;
      const named = { role, names: namedBy(label), words: undefined };
      return [...(statedIn(passage, from, own.from, held, named) ?? []), ...behind];
    }
  }
  return statedIn(passage, from, to, held, { role, names: namedBy(label), words: undefined }) ?? [];
}

/** The cell behind that of the task, where this is merged or holds a number alone, and there stands a numbered task. */
function lowerTask(
  text: string,
  cellAt: (column: number) => Cell | undefined,
  { task, lower }: Columns,
): Cell | undefined {
  const [above, below] = [cellAt(task), lower < 0 ? undefined : cellAt(lower)];
  const [words, number] = [wordsOf(text, below), wordsOf(text, above)];
  if (number !== '') return isNumeral(number) && HAN.test(words) ? below : undefined;
  const mark = markIn(words);
  return mark && numbersCell(mark, words) ? below : undefined;
}

/** Whether a number is that of the whole cell it begins, and not of the first of several: `1.立项；2.开工`. */
function numbersCell({ style, value }: Mark, words: string): boolean {
  return style === 'arabic' && ['.', '、'].every((stop) => !words.includes(`${value + 1}${stop}`));
}

/** What a number at the head of a cell is in the block, where that cell begins at `at`. */
function placedMark({ number, value, from, to }: Mark, at: number): Omit<Mark, 'style' | 'bodyFrom'> {
  return { number, value, from: at + from, to: at + to };
}

/** A row whose `<br>` part names, as 、 does; it stays as long as it was. */
function withoutBreaks({ text, raw }: Block): Passage {
  const plain = (words: string) => words.replace(BREAK, (mark) => '、'.padEnd(mark.length));
  return { text: plain(text), raw: plain(raw), known: new Known() };
}

const BREAK = /<br\s{0,2}\/?>/giu;

const HAN = /[\u3007\u3400-\u9FFF]/u;
