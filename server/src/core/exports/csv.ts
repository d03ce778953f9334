import type { Exporter } from './exporter.ts';
import { columns, taskRows } from './table.ts';

/**
 * The tasks as CSV (RFC 4180) with a byte order mark, without which spreadsheet programs read Chinese wrongly. A cell
 * that a spreadsheet would take for a formula is led by an apostrophe.
 */
export const csv: Exporter = {
  format: 'csv',
  write: (documents) => `\uFEFF${[columns, ...taskRows(documents)].map(line).join('')}`,
};

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const FORMULA = /^[=+\-@\t\r]/u;
