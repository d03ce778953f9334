import type { Document, Exporter } from './exporter.ts';
import { columns, taskRows } from './table.ts';

/** The tasks of each plan as a Markdown table under its title. */
export const md: Exporter = { format: 'md', write: (documents) => documents.map(section).join('\n') };

/** The file is said by the heading; the columns are those behind it. */
function section(document: Document): string {
  const { path, plan } = document;
  const rows = taskRows([document]).map((cells) => cells.slice(1));
  const heading = `## ${escaped(plan.title?.text ?? path)}`;
  if (rows.length === 0) return `${heading}\n`;
  const head = columns.slice(1);
  const table = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map(escaped).join(' | ')} |`,
  );
  return `${heading}\n\n${table.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, '\\$&').replace(/[\r\n]+/gu, ' ');
}
