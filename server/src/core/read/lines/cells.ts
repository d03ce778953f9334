import { type Block, joined, part, saying } from '../../plan/block.ts';
import { knowing } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import { type LabelRole, type Labels, roleOfLabel } from '../fields/labels.ts';
import { isSectional, markOf } from '../outline/numbering.ts';
import { endsOfTables } from './ends.ts';
import {
  daysStray,
  headerNames,
  longTask,
  lostCell,
  OWNERS,
  rolesOf,
  standUnder,
  taskColumn,
  wordsOf,
} from './fitting.ts';
import { aroundPages } from './pages.ts';
import { spreadRows } from './spread.ts';
import { row, rowWithout } from './tabbed.ts';

/**
 * Puts the cells of a table that came out one a line (序号 ⏎ 工作事项 ⏎ 牵头单位 ⏎ 1 ⏎ …) back into rows, split by
 * tabs. Cells that span several rows stand once: the rows below have empty ones in their place.
 */
export function joinCells(blocks: readonly Block[], labels: Labels): readonly Block[] {
  const bare = withoutBars(blocks);
  const table = (lines: readonly Block[]) => joinNumbered(joinBetweenBars(lines, labels), labels);
  return aroundPages(bare, bare.findIndex(numbersRows), table);
}

const isBar = saying(/^\|$/u);

/**
 * The lines without those that hold a bar alone behind a cell, where such part the names of a header: `序号` ⏎ `|` ⏎
 * `责任单位` ⏎ `|`. All of them where a cell has two lines, which may be one name or two.
 */
function withoutBars(blocks: readonly Block[]): readonly Block[] {
  const barAt = (i: number) => blocks[i] !== undefined && isBar(blocks[i]);
  const isParted = (block: Block, i: number) => numbersRows(block) && [1, 3, 5].every((k) => barAt(i + k));
  const first = blocks.some(isBar) ? blocks.findIndex(isParted) : -1;
  const isSecond = (block: Block, i: number) =>
    i > first && barAt(i + 1) && !isBar(block) && !barAt(i - 1) && !numbersRows(block);
  if (first < 0 || blocks.some(isSecond)) return blocks;
  return blocks.filter((block, i) => !isBar(block) || i === 0 || barAt(i - 1));
}

/**
 * Rows that a bar alone begins, with a bar behind every cell: `|` ⏎ `序号 |` ⏎ `责任单位 |` ⏎ `|` ⏎ `1 |` ⏎ …. The header
 * says how many cells a row has; a cell may be empty or run over several lines.
 */
function joinBetweenBars(blocks: readonly Block[], labels: Labels): readonly Block[] {
  if (!blocks.some(isBar)) return blocks;
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    const header = barCells(blocks, i, MOST_COLUMNS);
    const labelled = header.some(([cell]) => roleOfLabel(labels, wordsOf(cell)) !== 'other');
    if (header.length < 2 || !labelled) {
      found.push(...blocks.slice(i, i + 1));
      i += 1;
      continue;
    }
    for (let cells = header; cells.length > 0; cells = barCells(blocks, i, header.length)) {
      found.push(row(cells.map(joined), 0));
      i += 1 + cells.flat().length;
    }
  }
  return found;
}

/** The lines of each of at most `most` cells behind the bar at `from`; none where no bar stands there. */
function barCells(blocks: readonly Block[], from: number, most: number): readonly (readonly Block[])[] {
  if (blocks[from]?.text !== '|') return [];
  const cells: Block[][] = [];
  let lines: Block[] = [];
  for (let i = from + 1; i < blocks.length && cells.length < most && lines.length < MOST_COLUMNS; i += 1) {
    const block = blocks[i];
    if (!block || (block.text === '|' && most === MOST_COLUMNS)) break;
    lines.push(block);
    if (!block.text.endsWith('|')) continue;
    cells.push(lines);
    lines = [];
  }
  return cells;
}

/** Rows below a column of numbers, each as long as the header or as the next number shows. */
function joinNumbered(blocks: readonly Block[], labels: Labels): readonly Block[] {
  if (!blocks.some(numbersRows)) return blocks;
  const ends = endsOfTables(blocks, numbersRows);
  const found: Block[] = [];
  let header: readonly string[] = [];
  let names: ReturnType<typeof headerNames> = [];
  for (let i = 0; i < blocks.length; ) {
    const isSame = header.length > 0 && header.every((name, k) => wordsOf(blocks[i + k]) === name);
    const width = isSame ? header.length : headerWidth(blocks, i, labels);
    if (width === 0) {
      found.push(...blocks.slice(i, i + 1));
      i += 1;
      continue;
    }
    if (!isSame) {
      header = blocks.slice(i, i + width).map(wordsOf);
      names = headerNames(header, wholeRows(blocks, i + width, width), labels);
    }
    const heads = names.map(([from, to]) => joined(blocks.slice(i + from, i + to)));
    found.push(row(heads, 0));
    i += width;
    const end = ends.find((at) => at > i);
    const own = end === undefined ? blocks : blocks.slice(0, end);
    const rows = rowsFrom(own, i, heads.map(wordsOf), labels);
    found.push(...rows.rows);
    i = rows.end;
  }
  return found;
}

/** The heading of the column of numbers, alone on its line. */
const NUMBER_COLUMN = /^(?:序\s*号|编\s*号)\s*\|?$/u;
const numbersRows = saying(NUMBER_COLUMN);
const LONGEST_NAME = 16;
const MOST_COLUMNS = 12;

/** How many lines from `from` on head a table: short names, some of them labels, with a first number behind. */
function headerWidth(blocks: readonly Block[], from: number, labels: Labels): number {
  if (!NUMBER_COLUMN.test(blocks[from]?.text ?? '')) return 0;
  let labelled = false;
  for (let i = from + 1; i <= from + MOST_COLUMNS; i += 1) {
    const name = wordsOf(blocks[i]);
    const row = behindHeadings(blocks, i);
    const first = firstNumber(wordsOf(blocks[row]));
    const next = firstNumber(wordsOf(blocks[behindHeadings(blocks, row + i - from)])) ?? 0;
    if (first === 1 || (first !== undefined && next > first)) return labelled && i - from >= 3 ? i - from : 0;
    if (name === '' || name.length > LONGEST_NAME || /[。:;\t]/u.test(name)) return 0;
    labelled ||= roleOfLabel(labels, name) !== 'other';
  }
  return 0;
}

/** The number of a first row, which an extract of a longer table may begin with. */
function firstNumber(words: string): number | undefined {
  if (isNumber(words, 1)) return 1;
  return /^[1-9]\d{0,2}$/u.test(words) ? Number(words) : undefined;
}

function isNumber(words: string, value: number): boolean {
  return numberIn(words) === value;
}

/** The number that words are, 0 where they are none. */
function numberIn(words: string): number {
  return words.length <= 3 ? (numeralValue(words) ?? 0) : 0;
}

/** The lines of the rows behind a header, each up to the next number. */
function wholeRows(blocks: readonly Block[], from: number, width: number): readonly (readonly Block[])[] {
  const rows: (readonly Block[])[] = [];
  let at = behindHeadings(blocks, from);
  for (;;) {
    const number = numberIn(wordsOf(blocks[at]));
    const next = number > 0 ? nextNumber(blocks, at, number, width) : undefined;
    if (next === undefined) return rows;
    rows.push(blocks.slice(at, next));
    at = behindHeadings(blocks, next);
  }
}

/** The rows behind a header, up to the first that does not fit it. */
function rowsFrom(
  blocks: readonly Block[],
  from: number,
  names: readonly string[],
  labels: Labels,
): { readonly rows: readonly Block[]; readonly end: number } {
  const width = names.length;
  const roles = rolesOf(names, labels);
  const rows: Block[] = [];
  let at = from;
  const first = firstNumber(wordsOf(blocks[behindHeadings(blocks, from)])) ?? 1;
  let number = first - 1;
  // An extract of a longer table leaves numbers out.
  let gaps = first > 1;
  for (;;) {
    const begin = behindHeadings(blocks, at);
    if (headsRows(blocks, at)) rows.push(row(blocks.slice(at, begin), 0));
    else rows.push(...blocks.slice(at, begin).map(withoutBar));
    const own = numberIn(wordsOf(blocks[begin]));
    const isNext = own === number + 1 || (own === 1 && begin > at);
    at = begin;
    const behindWidth = firstNumber(wordsOf(blocks[behindHeadings(blocks, at + width)])) ?? 0;
    gaps ||= own > number + 1 && behindWidth > own;
    if (!isNext && !(gaps && own > number)) break;
    number = own;
    const near = nextNumber(blocks, at, number, width);
    const far = isNumber(wordsOf(blocks[near ?? -1]), number + 1)
      ? undefined
      : higherNumber(blocks, at, number, near ?? at + 2 * width);
    const isRow = (from: number, to: number) => isWhole(blocks.slice(from, to), names, roles, labels);
    // A number that no row follows may be that of a page, or a sum in the last cell.
    const isFollowed = far !== undefined && [-1, 0, 1].some((more) => isRow(far, far + width + more));
    gaps ||= far !== undefined && isFollowed && isRow(at, far);
    const next = gaps && (isFollowed || far === at + width) ? (far ?? near) : near;
    const cells = blocks.slice(at, next ?? at + width);
    const spread = spreadRows(blocks, at, next, names, labels);
    if (spread) {
      rows.push(...spread.rows.map((one, i) => row(one, i === 0 ? 0 : 1)));
      at = spread.end;
      continue;
    }
    const long = longTask(blocks, at, next, names, roles);
    if (long) {
      rows.push(row(long.cells, 0));
      at += long.taken;
      continue;
    }
    const spanned = cells.length === width ? 1 : spannedColumns(cells, width, roles);
    const lost = cells.length === width - 1 ? lostCell(cells, names, labels) : undefined;
    if (lost !== undefined) {
      rows.push(rowWithout(cells, lost));
      at += cells.length;
      continue;
    }
    const strays = daysStray(blocks.slice(at, at + width + (next === undefined ? 1 : 0)), 0, roles);
    if (cells.length < width || spanned === undefined || strays) {
      // Cells are lost: what is left cannot be told apart, but the task stands.
      const known = Math.max(taskColumn(roles), 1) + 1;
      if (cells.length < 2) break;
      rows.push(row(cells.slice(0, known), 0), ...cells.slice(known));
      at += cells.length;
      continue;
    }
    rows.push(row(cells.slice(0, width), 0));
    at += width;
    const more = width - spanned;
    while (
      at < (next ?? blocks.length) &&
      (next !== undefined || fits(blocks.slice(at, at + more), spanned, roles))
    ) {
      rows.push(row(blocks.slice(at, at + more), spanned));
      at += more;
    }
  }
  return { rows, end: at };
}

/**
 * Where the row behind that of `number` at `from` begins, or what heads it, or a page ends; a number may also stand in a
 * cell, so one row is never shorter than two.
 */
function nextNumber(
  blocks: readonly Block[],
  from: number,
  number: number,
  width: number,
): number | undefined {
  for (let i = from + 2; i < blocks.length && i < from + 8 * width; i += 1) {
    const block = blocks[i];
    if (isNumber(wordsOf(block), number + 1) || (block && endsPage(block))) return i;
    const behind = behindHeadings(blocks, i);
    if (behind === i) continue;
    // What begins with 一 before a row is whole is the list in its last cell.
    if (i >= from + width || headsRows(blocks, i) || (block && markOf(block)?.value !== 1)) return i;
    i = behind - 1;
  }
  return undefined;
}

/** Where the first number above that of the row at `from` stands alone, before `end`; an extract leaves those between out. */
function higherNumber(
  blocks: readonly Block[],
  from: number,
  number: number,
  end: number,
): number | undefined {
  for (let i = from + 3; i < Math.min(end, blocks.length); i += 1)
    if ((firstNumber(wordsOf(blocks[i])) ?? 0) > number) return i;
  return undefined;
}

/** Whether cells are a row in which names and days stand under their labels, though one is lost or its task is long. */
function isWhole(
  cells: readonly Block[],
  names: readonly string[],
  roles: readonly LabelRole[],
  labels: Labels,
): boolean {
  if (cells.length === names.length) return standUnder(cells, names, roles);
  if (cells.length > names.length) return longTask(cells, 0, cells.length, names, roles) !== undefined;
  return cells.length === names.length - 1 && lostCell(cells, names, labels) !== undefined;
}

/** Index behind what heads the rows from `at` on, `at` where nothing does: `一、稳增长`, several of them, `一` ⏎ `经济发展`. */
function behindHeadings(blocks: readonly Block[], at: number): number {
  if (headsRows(blocks, at)) return at + 2;
  let i = at;
  for (let block = blocks[i]; block && isHeading(block); block = blocks[i]) i += 1;
  return /^\d{1,3}$/u.test(wordsOf(blocks[i])) ? i : at;
}

/** `一、稳增长`, `（一）扩大投资 | |||` */
const isHeading = knowing(
  (block: Block) =>
    /^[^。;:|]{3,60}[\s|]*$/u.test(block.text) && isSectional(markOf(block)?.style ?? 'arabic'),
);

/** A line without the bars behind it. */
function withoutBar(block: Block): Block {
  const { length } = wordsOf(block);
  return length === block.text.length ? block : part(block, 0, length);
}

/** Whether a numeral in words and a name stand at `at`, which head the rows below: `一` ⏎ `经济发展` ⏎ `1`. */
function headsRows(blocks: readonly Block[], at: number): boolean {
  const [number, name, next] = blocks.slice(at, at + 3).map(wordsOf);
  return (
    next !== undefined &&
    /^[一二三四五六七八九十]{1,3}$/u.test(number ?? '') &&
    /^[々〇㐀-鿿𠀀-𲎯]{2}/u.test(name ?? '') &&
    /^\d{1,3}$/u.test(next)
  );
}

/** A page number, or the header that begins the next page. */
const endsPage = saying(/^(?:第\s?\d{1,3}\s?页|[-—–]\s?\d{1,3}\s?[-—–]$|[序编]\s*号\s*\|?$)/u);

/** How many columns on the left stand once for all rows of a number; undefined where no count fits. */
function spannedColumns(
  cells: readonly Block[],
  width: number,
  roles: readonly LabelRole[],
): number | undefined {
  for (let spanned = 2; spanned < width; spanned += 1) {
    if ((cells.length - width) % (width - spanned) !== 0) continue;
    let good = true;
    for (let i = width; i < cells.length && good; i += width - spanned)
      good = fits(cells.slice(i, i + width - spanned), spanned, roles);
    if (good) return spanned;
  }
  return undefined;
}

/** Whether cells read as the right end of a row: names, not sentences, under the owners' labels. */
function fits(cells: readonly Block[], spanned: number, roles: readonly LabelRole[]): boolean {
  if (cells.length !== roles.length - spanned || daysStray(cells, spanned, roles)) return false;
  return cells.every(
    (cell, i) =>
      !OWNERS.has(roles[spanned + i] ?? 'other') || (cell.text.length <= 80 && !/[。:]/u.test(cell.text)),
  );
}
