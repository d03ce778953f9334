import type { Row, Table } from '../../../server/src/protocol.ts';
import { escaped } from './escaped.ts';
import { loadOf } from './load.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { timelineOf } from './timeline.ts';
import type { PageWords } from './words.ts';

/** What a page is for: the preview beside the text, or a page of its own to print. */
export interface PageKind {
  /** Of this page alone, so that nothing that a plan holds can be run in it. */
  readonly nonce: string;
  readonly show: Show | 'print';
  /** Whether it is of all plans of the workspace. */
  readonly all?: boolean;
}

/** What the page shows first. */
export type Show = 'table' | 'timeline' | 'load';

/** The responsibility table, the timeline and the load as one page; it loads nothing from anywhere. */
export function pageOf(table: Table, words: PageWords, kind: PageKind): string {
  const { show } = kind;
  const title = table.title || (kind.all ? words.allPlans : words.table);
  const rows =
    table.rows.length === 0
      ? `<p class="empty">${escaped(words.empty)}</p>`
      : bodyOf(table, words, show !== 'print');
  const body = `<body data-show="${show === 'print' ? 'both' : show}">
<h1>${escaped(title)}</h1>
${show === 'print' ? '' : barOf(table, words, kind.all ?? false)}
${rows}`;
  return documentOf(title, body, show === 'print' ? 'window.print();' : script, words, kind);
}

/** What stands there until the server answers. */
export function waitingPage(words: PageWords, kind: PageKind): string {
  return documentOf(words.table, `<body><p class="empty">${escaped(words.loading)}</p>`, '', words, kind);
}

function documentOf(
  title: string,
  body: string,
  code: string,
  { language }: PageWords,
  { nonce }: PageKind,
): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
${body}
<script nonce="${nonce}">${code}</script>
</body>
</html>
`;
}

function barOf({ rows }: Table, words: PageWords, all: boolean): string {
  const tabs = (['table', 'timeline', 'load'] as const).map(
    (one) =>
      `<button role="tab" id="tab-${one}" data-tab="${one}" aria-controls="${one}">${escaped(words[one])}</button>`,
  );
  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen = '',
  ) =>
    `<select name="${name}" aria-label="${escaped(label)}" title="${escaped(label)}">${options
      .map(
        ([value, said]) =>
          `<option value="${escaped(value)}"${value === chosen ? ' selected' : ''}>${escaped(said)}</option>`,
      )
      .join('')}</select>`;
  const scope = choice(
    'scope',
    words.scope,
    [
      ['plan', words.thisPlan],
      ['all', words.allPlans],
    ],
    all ? 'all' : 'plan',
  );
  const group = choice('group', words.group, [
    ['', words.bySection],
    ['units', words.byUnit],
    ['leads', words.byLeader],
    ['month', words.byMonth],
  ]);
  const names = [...new Set(rows.flatMap(whoOf))].sort();
  const who = choice('who', words.who, [
    ['', words.everybody],
    ...names.map((name) => [name, name] as const),
  ]);
  const button = (what: string, said: string) => `<button data-do="${what}">${escaped(said)}</button>`;
  return `<div class="bar" role="toolbar">
<span role="tablist">${tabs.join('')}</span>
<input type="search" aria-label="${escaped(words.search)}" placeholder="${escaped(words.search)}">
${scope}${group}${who}
<label><input type="checkbox" name="lacking"> ${escaped(words.lacking)}</label>
<span class="end">${button('copy', words.copy)}${button('export', words.export)}${button('print', words.print)}</span>
</div>`;
}

/** The rows; a page on paper has nothing to press. */
function bodyOf(table: Table, words: PageWords, live: boolean): string {
  const { number, task, lead, units, support, deadline } = words;
  // A column that the plan has no word for would only take room.
  const columns = [
    { name: number, className: 'number', sort: 'order', cell: (row: Row) => escaped(row.number) },
    { name: task, className: 'task', cell: (row: Row) => escaped(row.title) },
    ...(table.rows.some(({ leads }) => leads.length > 0)
      ? [{ name: lead, className: 'who', sort: 'leads', cell: (row: Row) => escaped(row.leads.join('、')) }]
      : []),
    { name: units, className: 'who', sort: 'units', cell: (row: Row) => ownerCell(row, words) },
    ...(table.rows.some((row) => row.support.length > 0)
      ? [{ name: support, className: 'who', cell: (row: Row) => escaped(row.support.join('、')) }]
      : []),
    { name: deadline, className: 'when', sort: 'end', cell: (row: Row) => dayCell(row, words) },
  ];
  const bandOf = (text: string) =>
    `<tr class="band" role="row"><th colspan="${columns.length}" scope="colgroup" role="columnheader">${escaped(text)}</th></tr>`;
  let heading = '';
  const rows = table.rows.map((row, index) => {
    const above = row.sections.join(' › ');
    const band = above && above !== heading ? bandOf(above) : '';
    heading = above;
    // The name of the column goes with the cell, for screens too narrow for columns.
    const cells = columns.map(
      ({ name, className, cell }) =>
        `<td role="cell" class="${className}" data-name="${escaped(name)}">${cell(row)}</td>`,
    );
    return `${band}<tr role="row" tabindex="${index === 0 ? 0 : -1}" data-row="${index}"${factsOf(row)}>${cells.join('')}</tr>`;
  });
  const heads = columns.map(({ name, className, sort }) => {
    const said = sort && live ? `<button data-sort="${sort}">${escaped(name)}</button>` : escaped(name);
    return `<th role="columnheader" class="${className}" scope="col">${said}</th>`;
  });
  return `<p class="empty none" role="status" hidden>${escaped(words.none)}</p>
<section id="table" role="tabpanel" aria-labelledby="tab-table" data-nobody="${escaped(words.notStated)}" data-never="${escaped(words.noDay)}">
<table role="table"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead><tbody role="rowgroup">
${rows.join('\n')}
</tbody></table></section>
<section id="timeline" role="tabpanel" aria-labelledby="tab-timeline">${timelineOf(table, words)}</section>
${live ? `<section id="load" role="tabpanel" aria-labelledby="tab-load">${loadOf(table, words)}</section>` : ''}`;
}

/** What the page sorts, groups and filters by. */
function factsOf(row: Row): string {
  const list = (name: string, names: readonly string[]) =>
    names.length > 0 ? ` data-${name}="${escaped(names.join('\n'))}"` : '';
  return [
    list('leads', row.leads),
    list('units', [...row.units, ...row.support]),
    row.end === null ? '' : ` data-end="${row.end}"`,
    lacks(row) ? ' data-lacks' : '',
  ].join('');
}

function whoOf({ leads, units, support }: Row): readonly string[] {
  return [...leads, ...units, ...support];
}

function lacks(row: Row): boolean {
  return whoOf(row).length === 0 || row.deadline === '';
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
