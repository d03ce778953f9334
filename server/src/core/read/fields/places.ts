import { numeralValue } from '../../text/numerals.ts';
import { isOfficeAlone } from '../outline/offices.ts';
import { namesBodies } from './bodies.ts';
import type { Columns } from './columns.ts';
import { isDayAlone } from './when.ts';

/** Where a cell stands in its row. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

/** Where a row has its cell under each column; undefined where it has none. */
export function placesOf(
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
 * The column whose cell is lost, where a day stands under its label only without it: before the task that of those who
 * answer, since one above spans this row too; else one that names nobody, and without which names stand under their
 * labels. -1 where none is.
 */
function lostColumn(text: string, cells: readonly Cell[], columns: Columns): number {
  const { count, number, task, bodies, dated, upper } = columns;
  // `2⇥依法行政⇥县司法局` below 序号, 一级任务, 二级任务 and 责任单位: an office stands in place of the lower task.
  const isUpperAlone = number >= 0 && upper === task - 1 && bodies.length === 1 && bodies[0] === task + 1;
  if (isUpperAlone && cells.length === count - 1 && namesOffices(wordsOf(text, cells[task])))
    return wordsOf(text, cells[upper]) === '' ? -1 : task;
  if (number < 0 || cells.length >= count || dated <= number) return -1;
  const isDay = (cell: Cell | undefined) => isDayAlone(wordsOf(text, cell));
  if (!isDay(cells[dated - 1]) || isDay(cells[dated])) return -1;
  const column = bodies.filter((one) => one > number && one < task).at(-1) ?? -1;
  if (column >= 0) return cells.length === count - 1 ? column : -1;
  // Where an empty cell is written, none is lost.
  if (cells.slice(0, filled(text, cells)).some((cell) => wordsOf(text, cell) === '')) return -1;
  for (let lost = dated - 1; lost > number; lost -= 1) {
    const fits = (body: number) =>
      body > dated || namesOffices(wordsOf(text, cells[body < lost ? body : body - 1]));
    if (lost !== task && !bodies.includes(lost) && bodies.every(fits)) return lost;
  }
  return -1;
}

/** Whether words are names of offices, and not what is built or done: 疾控科、各乡镇; not 新建县博物馆. */
function namesOffices(words: string): boolean {
  return (
    namesBodies(words) && words.split(/[、,;\s]+/u).every((name) => isOfficeAlone(name) || EACH.test(name))
  );
}

const EACH = /^(?:各|有关|相关)/u;

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
    if (shift === 0) return 0;
    const isMoved = bodiesAt(text, cells, columns, shift) > bodiesAt(text, cells, columns, 0);
    return isMoved || opensLower(text, cells, columns, shift) ? shift : 0;
  }
  const missing = count - cells.length;
  if (missing <= 0) return 0;
  const placeOf = (is: (words: string) => boolean) =>
    cells.findIndex((cell, i) => i <= number && is(wordsOf(text, cell)));
  // A and （一） may also say what kind of row it is.
  const plain = placeOf((words) => isNumeral(words) && !GROUP.test(words));
  const at = plain >= 0 ? plain : placeOf(isNumeral);
  return at >= 0 ? number - at : missing;
}

/** How many cells there are up to the last one that holds something. */
function filled(text: string, cells: readonly Cell[]): number {
  return cells.reduce((last, { from, to }, i) => (text.slice(from, to).trim() === '' ? last : i + 1), 0);
}

/** In how many columns that name somebody a row has bodies, where `shift` of its cells are lost on the left. */
function bodiesAt(text: string, cells: readonly Cell[], { bodies }: Columns, shift: number): number {
  return bodies.filter((column) => namesBodies(wordsOf(text, cells[column - shift]))).length;
}

/**
 * Whether a row begins with a numbered task that stands under its header only where `shift` cells are lost before it, and
 * there so does a day, or who leads in a phrase: `2.更新路灯⇥县住建局牵头，各街道配合⇥8月底`.
 */
function opensLower(
  text: string,
  cells: readonly Cell[],
  { bodies, dated, task, lower }: Columns,
  shift: number,
): boolean {
  if (!NUMBERED.test(wordsOf(text, cells[0]))) return false;
  const isDay = (cell: Cell | undefined) => isDayAlone(wordsOf(text, cell));
  if (shift === task) return dated >= 0 && isDay(cells[dated - shift]) && !isDay(cells[dated]);
  if (shift !== lower) return false;
  return bodies.some((column) => {
    const isFree = wordsOf(text, cells[column]) === '' || isDay(cells[column]);
    return isFree && leadsAll(wordsOf(text, cells[column - shift]));
  });
}

const NUMBERED = /^\d{1,3}[.、](?!\d)/u;

/** `县住建局牵头，各街道配合`, with nothing behind. */
function leadsAll(words: string): boolean {
  const { lead = '', others = '' } = LEADS.exec(words)?.groups ?? {};
  return namesBodies(lead) && (others === '' || namesBodies(others));
}

const LEADS = /^(?<lead>[^,;。]{2,30}?)(?:牵头|负责)(?:,(?<others>[^,;。]{2,30}?)(?:配合|协助))?$/u;

/** The words of a cell, none where there is no such cell. */
export function wordsOf(text: string, cell: Cell | undefined): string {
  return cell ? text.slice(cell.from, cell.to).trim() : '';
}

/** Whether words are the number of a row: 3, （二）, B. */
export function isNumeral(words: string): boolean {
  return (
    words.length <= 4 && (/^[A-Z]$/u.test(words) || numeralValue(words.replace(BRACKETS, '')) !== undefined)
  );
}

const GROUP = /^[(A-Z]/u;

/** What stands around a number: `（二）`, `2、`. */
const BRACKETS = /^\((?=.{1,3}\)$)|(?:\)|[.、])$/gu;
