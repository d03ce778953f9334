import { flatMapped } from '../../core/text/flat.ts';
import { type Parts, relationsOf, rootOf } from '../archive.ts';
import { Refusal } from '../refusal.ts';
import { at, child, childrenOf, descendants, type Element, textIn } from '../xml/tree.ts';

/** A sheet as it was read: rows of cells in their columns, what is empty as ''. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Reads the sheets that are to be seen, in order. Days are ISO 8601, formulas are what they last gave. */
export function readWorkbook(parts: Parts): readonly ReadSheet[] {
  const main =
    relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const book = rootOf(parts, main);
  if (!book) throw new Refusal('broken');
  if (book.name !== 'workbook') throw new Refusal('otherKind');
  const relations = relationsOf(parts, main);
  const partOf = (kind: string) => {
    const path = relations.find((relation) => relation.kind === kind)?.path;
    return path === undefined ? undefined : rootOf(parts, path);
  };
  const strings = childrenOf(partOf('sharedStrings'), 'si').map(wordsIn);
  const days = dayFormats(partOf('styles'));
  const from1904 = at(book, 'workbookPr')?.attributes.get('date1904');
  const epoch = from1904 === '1' || from1904 === 'true' ? 24_107 : 25_569;
  return flatMapped(childrenOf(child(book, 'sheets'), 'sheet'), (sheet) => {
    const { attributes } = sheet;
    const path = relations.find(({ id }) => id === attributes.get('r:id'))?.path;
    const root = path === undefined ? undefined : rootOf(parts, path);
    if (root?.name !== 'worksheet' || attributes.has('state')) return [];
    const read = (cell: Element) => cellText(cell, strings, days, epoch);
    return [{ name: attributes.get('name') ?? '', rows: filled(rowsOf(root, read), root) }];
  });
}

/** Phonetic hints stand beside the words and are none. */
function wordsIn(element: Element): string {
  const runs = [
    ...childrenOf(element, 't'),
    ...flatMapped(childrenOf(element, 'r'), (run) => childrenOf(run, 't')),
  ];
  return runs.map(textIn).join('');
}

function rowsOf(root: Element, read: (cell: Element) => string): string[][] {
  const rows: string[][] = [];
  for (const row of childrenOf(child(root, 'sheetData'), 'row')) {
    const number = Number(row.attributes.get('r') ?? rows.length + 1);
    if (number > MOST_ROWS) throw new Refusal('oversized');
    while (rows.length < number) rows.push([]);
    const cells = rows[number - 1] ?? [];
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes.get('r')) ?? cells.length;
      if (column > MOST_COLUMNS) continue;
      while (cells.length <= column) cells.push('');
      cells[column] = read(cell).trim();
    }
  }
  return rows;
}

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 500;

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const name = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  return name
    ? [...name].reduce((sum, character) => sum * 26 + character.charCodeAt(0) - 64, 0) - 1
    : undefined;
}

/** What is merged down a column says the same for every row: a leader beside several tasks. */
function filled(rows: string[][], root: Element): readonly (readonly string[])[] {
  for (const { attributes } of childrenOf(child(root, 'mergeCells'), 'mergeCell')) {
    const { column, from, to } = MERGED.exec(attributes.get('ref') ?? '')?.groups ?? {};
    const at = columnOf(column);
    const value = at === undefined ? undefined : rows[Number(from) - 1]?.[at];
    if (at === undefined || !value) continue;
    for (let i = Number(from); i < Math.min(Number(to), rows.length); i += 1) {
      const row = rows[i];
      while (row && row.length <= at) row.push('');
      if (row) row[at] = value;
    }
  }
  return rows;
}

/** `B3:B7`, one column wide; what is merged across is a title. */
const MERGED = /^(?<column>[A-Z]{1,3})(?<from>\d+):\k<column>(?<to>\d+)$/u;

function cellText(
  cell: Element,
  strings: readonly string[],
  days: ReadonlySet<number>,
  epoch: number,
): string {
  const { attributes } = cell;
  const value = child(cell, 'v');
  const text = value ? textIn(value) : '';
  switch (attributes.get('t')) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline ? wordsIn(inline) : '';
    }
    case 'b':
      return text === '1' ? '是' : '否';
    case 'e':
      return '';
    case 'str':
    case 'd':
      return text;
    default:
      return text !== '' && days.has(Number(attributes.get('s') ?? 0)) ? dayOf(Number(text), epoch) : text;
  }
}

/** A day counted from 1900 or 1904; a fraction of it is a time of day. */
function dayOf(serial: number, epoch: number): string {
  const time = (Math.floor(serial) - epoch) * 86_400_000;
  return Number.isFinite(time) && serial > 0 && serial < 100_000
    ? new Date(time).toISOString().slice(0, 10)
    : String(serial);
}

/** Which cell formats show days: those built in, and those whose code has a year, month or day. */
function dayFormats(styles: Element | undefined): ReadonlySet<number> {
  const codes = new Map(
    [...(styles ? descendants(styles, 'numFmt') : [])].map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  );
  const isDay = (format: number) => {
    const code = codes.get(format)?.replace(/"[^"]{0,255}"|\[[^\]]{0,255}\]|\\./gu, '');
    if (code === undefined)
      return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 58);
    // `mm:ss` are minutes.
    return /[yd]/iu.test(code) || code.toLowerCase().lastIndexOf('m') > code.toLowerCase().lastIndexOf('s');
  };
  const formats = childrenOf(child(styles, 'cellXfs'), 'xf');
  return new Set(
    flatMapped(formats, (xf, i) => (isDay(Number(xf.attributes.get('numFmtId') ?? 0)) ? [i] : [])),
  );
}
