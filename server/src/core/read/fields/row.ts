import type { Block } from '../../plan/block.ts';
import type { Field, Style } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { numeralValue } from '../../text/numerals.ts';
import { isSectional, type Mark } from '../outline/numbering.ts';
import type { LabelRole } from './labels.ts';

/** A row of a table: where the number and words of its task stand, and the fields in its cells. */
export interface Row {
  readonly block: Block;
  /** Undefined where the row goes on with the task above. */
  readonly mark: Mark | undefined;
  readonly fields: readonly Field[];
}

/** A row as its own cells say, and what these are under each label. */
export interface ReadRow {
  readonly block: Block;
  readonly row: Row | undefined;
  /** Whether it has no number where the table has a column of them: that above may span this row. */
  readonly isUnnumbered: boolean;
  readonly stated: readonly Statement[];
}

/** What a row has under a label; no words where its cell is empty or lost. */
export interface Statement {
  readonly column: number;
  readonly role: LabelRole;
  readonly words: string;
  readonly fields: readonly Field[];
}

type Table = readonly (ReadRow | undefined)[];

/**
 * The rows of tables, those that head the ones below as headings: `一⇥党建工作` with nothing in the cells behind it; before
 * a row with a plain number `（一）` likewise, `A` and, where the table begins so, no number at all; `一` and `（一）` with
 * whom all of them have and `1` before `1.1`, where every such row has parts.
 */
export function withHeads(tables: readonly Table[]): readonly Table[] {
  const rowsOf = (table: Table) => table.filter((read) => !read || read.row);
  const below = new Map(
    flatMapped(tables, (table) => rowsOf(table).map((read, i, rows) => [read, rows[i + 1]] as const)),
  );
  const areParted = (style: RegExp, has: (next: ReadRow | undefined, read: ReadRow | undefined) => boolean) =>
    [...below].every(([read, next]) => !style.test(numberOf(read)) || has(next, read));
  const isParted = areParted(PLAIN, isPartOf);
  const owning = [HAN, PAREN].filter((style) =>
    areParted(style, (next, read) => PLAIN.test(numberOf(next)) || isBlank(read)),
  );
  return tables.map((table) => {
    const [first, second] = rowsOf(table);
    const opensUnnumbered = headOf(first, second, owning, true) === 'bare';
    return table.map((read) => {
      const next = below.get(read);
      const isOver = isParted && isPartOf(next, read);
      return asHead(read, isOver ? 'han' : headOf(read, next, owning, opensUnnumbered));
    });
  });
}

/** A row as a heading that is numbered in that style. */
function asHead(read: ReadRow | undefined, style: Style | undefined): ReadRow | undefined {
  const { mark, fields = [] } = read?.row ?? {};
  if (!read || !mark || !style) return read;
  const [number = ''] = style === 'bare' ? [] : (/[^()]+/u.exec(mark.number) ?? []);
  const from = style === 'bare' ? mark.bodyFrom : mark.from + mark.number.indexOf(number);
  const head: Mark = {
    ...mark,
    style,
    number,
    value: numeralValue(number) ?? 0,
    from,
    to: from + number.length,
  };
  return {
    ...read,
    row: { block: read.block, mark: head, fields: fields.filter((field) => !isEmpty(field)) },
  };
}

/** How a row is numbered that heads those from `next` on; undefined where it is one like them. `owning`: with whom all below have. */
function headOf(
  read: ReadRow | undefined,
  next: ReadRow | undefined,
  owning: readonly RegExp[],
  opensUnnumbered: boolean,
): Style | undefined {
  if (!read?.row?.mark) return undefined;
  const number = numberOf(read);
  const headsPlain = PLAIN.test(numberOf(next));
  const heads = isBlank(read) || (headsPlain && owning.some((style) => style.test(number)));
  if (!heads) return undefined;
  if (HAN.test(number)) return 'han';
  if (!headsPlain) return undefined;
  if (PAREN.test(number)) return 'paren';
  return /^[A-Z]$/u.test(number) || (number === '' && opensUnnumbered) ? 'bare' : undefined;
}

const PLAIN = /^\d{1,3}$/u;
const HAN = /^[一二三四五六七八九十]{1,3}$/u;
const PAREN = /^\([一二三四五六七八九十]{1,3}\)$/u;

/** `1.1` below `1`. */
function isPartOf(next: ReadRow | undefined, read: ReadRow | undefined): boolean {
  const number = numberOf(read);
  return PLAIN.test(number) && numberOf(next).startsWith(`${number}.`);
}

function numberOf(read: ReadRow | undefined): string {
  return read?.row?.mark?.number ?? '';
}

/** Whether nobody and no day stands in a row. */
function isBlank(read: ReadRow | undefined): boolean {
  return read?.row?.fields.every(isEmpty) === true;
}

function isHead({ row }: ReadRow): boolean {
  return row?.mark !== undefined && isSectional(row.mark.style);
}

/** The column of the task, and the one that says in which period a row is done; -1 where none does. */
interface Columns {
  readonly task: number;
  readonly period: number;
}

/**
 * The rows of a table with what cells say that span them, too: a period, whoever leads or answers (of each row whose number
 * is merged with the one above, without more), and what is written as 同上. Undefined in `table` is a heading between rows,
 * which no cell spans but that of a period.
 */
export function withSpanned(
  table: Table,
  { task, period }: Columns,
): readonly (readonly [Block, Row | undefined])[] {
  const spanning = spanningColumns(table, task);
  const above = new Map<number, readonly Field[]>();
  let isNumbered = false;
  return flatMapped(table, (read) => {
    if (!read || isHead(read))
      for (const column of [...above.keys()]) if (column !== period) above.delete(column);
    if (!read) return [];
    const { block, row, stated } = read;
    const isBelow = isNumbered && read.isUnnumbered;
    isNumbered ||= numberOf(read) !== '';
    // Who has a cell of one kind behind the task has none of another that is merged; a lost cell is none either.
    const isOpen = block.offsets === undefined && !stated.some((one) => one.column > task && isNamed(one));
    const spanned = flatMapped(stated, ({ column, role, words, fields }) => {
      if (!row?.mark || !fields.every(isEmpty)) return NO_FIELDS;
      // Of a row whose cells came one a line, an empty one behind the task is one that is not written.
      const isPeriod = column === period && (column < task || block.offsets === undefined);
      const spans = spanning.has(column) || (isBelow && (role === 'lead' || role === 'unit'));
      const isMerged = isPeriod || (spans && (column < task || isOpen));
      return (words === '' && isMerged) || isAsAbove(words) ? (above.get(column) ?? NO_FIELDS) : NO_FIELDS;
    });
    for (const { column, words, fields } of stated) {
      const named = fields.filter((field) => !isEmpty(field));
      if (named.length > 0) above.set(column, named);
      // A time that is 待定 is none of the rows below, either.
      else if (column === period && words !== '' && !isAsAbove(words)) above.delete(column);
    }
    const whole = row && spanned.length > 0 ? { ...row, fields: [...spanned, ...row.fields] } : row;
    return [[block, whole] as const];
  });
}

const NO_FIELDS: readonly Field[] = [];

/** Whether a row says under a label who leads or answers. */
function isNamed({ role, words }: Statement): boolean {
  return (role === 'lead' || role === 'unit') && words !== '';
}

/** Whether a cell has the sign that it says what the one above it says. */
export function isAsAbove(words: string): boolean {
  return AS_ABOVE.test(words);
}

const AS_ABOVE = /^(?:同上|同前|〃|″)$/u;

/**
 * The columns of those who lead or answer in which an empty cell is one that the cell above spans: such as stand before
 * the task; behind it those that begin with a name and are empty for a good part. Where a row names whom the one above it
 * names, no cell spans both.
 */
function spanningColumns(table: Table, task: number): ReadonlySet<number> {
  const columns = new Map<number, string[]>();
  for (const read of table) {
    if (!read?.row?.mark || isHead(read)) continue;
    for (const { column, role, words } of read.stated) {
      // Who supports is named where somebody does.
      if (role !== 'lead' && role !== 'unit' && column > task) continue;
      if (role === 'deadline') continue;
      const list = columns.get(column);
      if (list) list.push(words);
      else columns.set(column, [words]);
    }
  }
  return new Set(
    flatMapped([...columns], ([column, words]) => (isSpanning(words, column < task) ? column : [])),
  );
}

function isSpanning(words: readonly string[], isBefore: boolean): boolean {
  if (words.some((one, i) => one !== '' && one === words[i - 1])) return false;
  const empty = words.filter((one) => one === '').length;
  return isBefore || (words[0] !== '' && empty >= FEWEST_EMPTY && empty * MUCH >= words.length);
}

/** One empty cell, or fewer than half of them, may have been left open. */
const FEWEST_EMPTY = 2;
const MUCH = 2;

export function isEmpty(field: Field): boolean {
  return field.parties.length === 0 && field.deadline === undefined;
}
