import type { Row, Table } from '../../../server/src/protocol.ts';
import { escaped } from './escaped.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { timelineOf } from './timeline.ts';
import type { PageWords } from './words.ts';

/** What a page is for: the preview beside the text, or a page of its own to print. */
export interface PageKind {
  /** Of this page alone, so that nothing that a plan holds can be run in it. */
  readonly nonce: string;
  readonly show: 'table' | 'timeline' | 'print';
}

/** The responsibility table and the timeline as one page; it loads nothing from anywhere. */
export function pageOf(table: Table, words: PageWords, { nonce, show }: PageKind): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(table.title || words.table)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-show="${show === 'print' ? 'both' : show}">
<h1>${escaped(table.title || words.table)}</h1>
${show === 'print' ? '' : barOf(words)}
${table.rows.length === 0 ? `<p class="empty">${escaped(words.empty)}</p>` : bodyOf(table, words)}
<script nonce="${nonce}">${show === 'print' ? 'window.print();' : script}</script>
</body>
</html>
`;
}

function barOf({ table, timeline, print, export: exportTo, search, lacking }: PageWords): string {
  return `<div class="bar" role="toolbar">
<span role="tablist"><button role="tab" id="tab-table" data-tab="table" aria-controls="table">${escaped(table)}</button><button role="tab" id="tab-timeline" data-tab="timeline" aria-controls="timeline">${escaped(timeline)}</button></span>
<input type="search" aria-label="${escaped(search)}" placeholder="${escaped(search)}">
<label><input type="checkbox" name="lacking"> ${escaped(lacking)}</label>
<span class="end"><button data-do="export">${escaped(exportTo)}</button><button data-do="print">${escaped(print)}</button></span>
</div>`;
}

function bodyOf(table: Table, words: PageWords): string {
  const { number, task, lead, units, support, deadline } = words;
  // A column that the plan has no word for would only take room.
  const columns = [
    { name: number, className: 'number', cell: (row: Row) => escaped(row.number) },
    { name: task, className: 'task', cell: (row: Row) => escaped(row.title) },
    ...(table.rows.some(({ leads }) => leads.length > 0)
      ? [{ name: lead, className: 'who', cell: (row: Row) => escaped(row.leads.join('、')) }]
      : []),
    { name: units, className: 'who', cell: (row: Row) => ownerCell(row, words) },
    ...(table.rows.some((row) => row.support.length > 0)
      ? [{ name: support, className: 'who', cell: (row: Row) => escaped(row.support.join('、')) }]
      : []),
    { name: deadline, className: 'when', cell: (row: Row) => dayCell(row, words) },
  ];
  let heading = '';
  const rows = table.rows.map((row, index) => {
    const above = row.sections.join(' › ');
    const band =
      above && above !== heading
        ? `<tr class="band"><th colspan="${columns.length}" scope="colgroup">${escaped(above)}</th></tr>`
        : '';
    heading = above;
    const cells = columns.map(({ className, cell }) => `<td class="${className}">${cell(row)}</td>`);
    return `${band}<tr tabindex="${index === 0 ? 0 : -1}" data-row="${index}"${lacks(row) ? ' data-lacks' : ''}>${cells.join('')}</tr>`;
  });
  const heads = columns.map(
    ({ name, className }) => `<th class="${className}" scope="col">${escaped(name)}</th>`,
  );
  return `<section id="table" role="tabpanel" aria-labelledby="tab-table">
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></section>
<section id="timeline" role="tabpanel" aria-labelledby="tab-timeline">${timelineOf(table, words)}</section>`;
}

function lacks({ leads, units, support, deadline }: Row): boolean {
  return leads.length + units.length + support.length === 0 || deadline === '';
}

function ownerCell({ leads, units, support }: Row, { notStated }: PageWords): string {
  if (units.length > 0) return escaped(units.join('、'));
  return leads.length + support.length > 0 ? '' : `<em class="lack">${escaped(notStated)}</em>`;
}

function dayCell({ deadline, days }: Row, { notStated }: PageWords): string {
  if (!deadline) return `<em class="lack">${escaped(notStated)}</em>`;
  const state = days === null ? '' : days < 0 ? ' class="past"' : days <= 30 ? ' class="near"' : '';
  return `<span${state}>${escaped(deadline)}</span>`;
}
