import { flatMapped } from '../text/flat.ts';
import { withoutControls } from '../text/plain.ts';
import type { Division, Document, Exporter } from './exporter.ts';
import { columns, divisionHeads, rowsBy, taskRows } from './table.ts';

/**
 * The tasks as CSV (RFC 4180) with a byte order mark, without which spreadsheet programs read Chinese wrongly. A cell
 * that a spreadsheet would take for a formula is led by an apostrophe, and control characters are replaced.
 */
export const csv: Exporter = {
  format: 'csv',
  write: (documents, { by } = {}) => `\uFEFF${table(documents, by).map(line).join('')}`,
};

function table(documents: readonly Document[], by: Division | undefined): readonly (readonly string[])[] {
  if (!by) return [columns, ...taskRows(documents)];
  const groups = rowsBy(documents, by);
  return [
    [divisionHeads[by], ...columns],
    ...flatMapped(groups, ({ name, rows }) => rows.map((cells) => [name, ...cells])),
  ];
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const seen = withoutControls(text);
  const plain = FORMULA.test(seen) ? `'${seen}` : seen;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Full-width forms are formulas in some spreadsheets too: `＝HYPERLINK(…)` */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
