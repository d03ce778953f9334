import type { Row, Table } from '../../../server/src/protocol.ts';
import { escaped } from './escaped.ts';
import type { PageWords } from './words.ts';

/**
 * Days of tasks along the months, below how many are due in each, a line each, the earliest first; those without a day
 * below. What names no start lasts from the start of the scale.
 */
export function timelineOf({ rows, today }: Table, words: PageWords): string {
  const { today: now, noDay, notStated, perMonth } = words;
  const dated = rows
    .map((row, index) => ({ row, index }))
    .filter((one): one is { row: Row & { end: string }; index: number } => one.row.end !== null)
    .sort((a, b) => (a.row.end < b.row.end ? -1 : a.row.end > b.row.end ? 1 : a.index - b.index));
  const open = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.end === null);
  const months = monthsOf(dated.map(({ row }) => row));
  const from = months[0];
  const list = open
    .map(
      ({ row, index }) =>
        `<li tabindex="-1" data-row="${index}">${escaped(row.name)} <span class="${row.deadline ? 'note' : 'note lack'}">${escaped(row.deadline || notStated)}</span></li>`,
    )
    .join('\n');
  const below = open.length > 0 ? `<h2>${escaped(noDay)}</h2>\n<ul>${list}</ul>` : '';
  if (!from) return below;
  const width = months.length;
  const at = (iso: string) => Math.min(100, (monthsBetween(from, iso) / width) * 100);
  const mark = (monthsBetween(from, today) / width) * 100;
  const line =
    mark >= 0 && mark <= 100
      ? `<line class="today" x1="${mark}%" x2="${mark}%" y1="0" y2="100%"><title>${escaped(now)} ${today}</title></line>`
      : '';
  const lines = dated.map(({ row, index }) => {
    const end = at(nextDay(row.end));
    const start = Math.max(0, Math.min(row.start === null ? 0 : at(row.start), end - 0.6));
    const state = (row.days ?? 0) < 0 ? 'past' : (row.days ?? 0) <= 30 ? 'near' : 'later';
    const bar = `<rect class="${state}" x="${start}%" width="${end - start}%" y="30%" height="40%" rx="3"><title>${escaped(row.deadline)}</title></rect>`;
    return `<div class="due" tabindex="${index === dated[0]?.index ? 0 : -1}" data-row="${index}"><span class="name">${escaped(row.name)}</span><svg role="img" aria-label="${escaped(row.deadline)}">${bar}${line}</svg><span class="note">${escaped(row.deadline)}</span></div>`;
  });
  const every = Math.ceil(width / 12);
  const scale = months
    .map((month, i) => {
      const x = `${(i / width) * 100}%`;
      const year =
        month.endsWith('-01') || i === 0 ? `<text x="${x}" y="38%">${month.slice(0, 4)}</text>` : '';
      return `${year}${i % every === 0 ? `<text x="${x}" y="88%">${Number(month.slice(5))}</text>` : ''}`;
    })
    .join('');
  return `${dueOf(
    months,
    dated.map(({ row }) => row.end),
    perMonth,
  )}
<div class="due scale"><span class="name"></span><svg aria-hidden="true">${scale}${line}</svg><span class="note"></span></div>\n${lines.join('\n')}\n${below}`;
}

/** A column a month, as high as it has tasks due, with their number. */
function dueOf(months: readonly string[], ends: readonly string[], perMonth: string): string {
  const counts = months.map((month) => ends.filter((end) => end.startsWith(month)).length);
  const most = Math.max(1, ...counts);
  const width = 100 / months.length;
  const columns = counts.map((count, i) => {
    if (count === 0) return '';
    const height = (count / most) * 64;
    return `<rect class="count" x="${(i + 0.15) * width}%" width="${0.7 * width}%" y="${98 - height}%" height="${height}%"><title>${months[i]}: ${count}</title></rect><text class="count" x="${(i + 0.5) * width}%" y="${92 - height}%">${count}</text>`;
  });
  const said = months.flatMap((month, i) => (counts[i] ? [`${month}: ${counts[i]}`] : [])).join(', ');
  return `<div class="due counts"><span class="name">${escaped(perMonth)}</span><svg role="img" aria-label="${escaped(said)}">${columns.join('')}</svg><span class="note"></span></div>`;
}

/** `2026-01` … `2026-12`: from January of the first year to the last month in which something ends, ten years at most. */
function monthsOf(
  rows: readonly { readonly start: string | null; readonly end: string }[],
): readonly string[] {
  const ends = rows.map(({ end }) => end).sort();
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const starts = rows.map(({ start, end }) => start ?? end).sort();
  // A year's plan begins with its year.
  const from = `${(starts[0] ?? first).slice(0, 4)}-01`;
  const count = Math.min(120, Math.floor(monthsBetween(from, last)) + 1);
  const [year = 0, month = 1] = from.split('-').map(Number);
  return Array.from({ length: count }, (_, i) => {
    const at = month - 1 + i;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Months from the first day of `month` to a day, in parts. */
function monthsBetween(month: string, iso: string): number {
  const [year = 0, first = 1] = month.split('-').map(Number);
  const [toYear = 0, to = 1, day = 1] = iso.split('-').map(Number);
  return (toYear - year) * 12 + to - first + (day - 1) / 31;
}

/** The end of a day; past the last of a month it is that month's end. */
function nextDay(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return Number.isNaN(date.getTime()) ? iso : date.toISOString().slice(0, 10);
}
