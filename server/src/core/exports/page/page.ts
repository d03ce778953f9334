import { script } from './script.ts';
import { style } from './style.ts';

/** Text as HTML has it, in content and in attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => REFERENCES[character] ?? character);
}

const REFERENCES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** A page of its own: it loads nothing, and nothing that it holds leaves it. */
export function page(title: string, language: 'zh-CN' | 'en', body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Planlint">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
}

/** Numbers with what they count, side by side. */
export function tiles(list: readonly (readonly [label: string, count: number | string])[]): string {
  const items = list.map(
    ([label, count]) => `<div class="tile"><b>${html(String(count))}</b><span>${html(label)}</span></div>`,
  );
  return `<div class="tiles">${items.join('')}</div>`;
}

/** One bar a name, the longest across the whole width. */
export function bars(list: readonly (readonly [name: string, count: number])[], unit: string): string {
  const most = Math.max(1, ...list.map(([, count]) => count));
  const items = list.map(
    ([name, count]) =>
      `<li><span class="name">${html(name)}</span><span class="track"><i style="width:${((count / most) * 100).toFixed(1)}%"></i></span><span class="count">${count}${html(unit)}</span></li>`,
  );
  return `<ol class="bars">${items.join('')}</ol>`;
}

/** A table with its head repeated on every printed page; cells are HTML. */
export function table(head: readonly string[], rows: readonly Row[]): string {
  const heads = head.map((cell) => `<th scope="col">${html(cell)}</th>`).join('');
  const body = rows.map(({ cells, keys = {}, className }) => {
    const data = Object.entries(keys).map(
      ([key, values]) => ` data-${key}="${html(`|${values.join('|')}|`)}"`,
    );
    return `<tr${className ? ` class="${className}"` : ''}${data.join('')}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

export interface Row {
  readonly cells: readonly string[];
  /** What the row can be filtered by. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly className?: string;
}

/** A search box and one list of choices a key; the script of the page filters the rows of every table by them. */
export function filters(
  search: string,
  lists: readonly { readonly key: string; readonly all: string; readonly values: readonly string[] }[],
): string {
  const selects = lists
    .filter(({ values }) => values.length > 1)
    .map(({ key, all, values }) => {
      const options = values.map((value) => `<option>${html(value)}</option>`).join('');
      return `<select data-filter="${key}" aria-label="${html(all)}"><option value="">${html(all)}</option>${options}</select>`;
    });
  return `<form class="filters"><input type="search" placeholder="${html(search)}" aria-label="${html(search)}">${selects.join('')}<output></output></form>`;
}
