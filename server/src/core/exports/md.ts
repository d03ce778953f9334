import { inMarkdown } from '../text/plain.ts';
import type { Document, Exporter } from './exporter.ts';
import { columns, rowsBy, taskRows } from './table.ts';

/** The tasks of each plan as a Markdown table under its title, or those of all by unit, leader or month. */
export const md: Exporter = {
  format: 'md',
  write: (documents, { by } = {}) =>
    (by
      ? rowsBy(documents, by).map(({ name, rows }) => titled(name, columns, rows))
      : documents.map(section)
    ).join('\n'),
};

/** The file is said by the heading; the columns are those behind it. */
function section(document: Document): string {
  const { path, plan } = document;
  const rows = taskRows([document]).map((cells) => cells.slice(1));
  return titled(plan.title?.text ?? path, columns.slice(1), rows);
}

function titled(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heading = `## ${escaped(title)}`;
  if (rows.length === 0) return `${heading}\n`;
  const table = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map(escaped).join(' | ')} |`,
  );
  return `${heading}\n\n${table.join('\n')}\n`;
}

function escaped(text: string): string {
  return inMarkdown(text).replace(/[\r\n]+/gu, ' ');
}
