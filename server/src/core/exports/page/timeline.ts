import { html } from './page.ts';

/** Something that is due on a day, and may go on from another. */
export interface Due {
  readonly label: string;
  readonly start: string | undefined;
  readonly end: string;
}

/** What is due in order of time, a line each, under a scale of months; nothing where nothing is due. */
export function timeline(dues: readonly Due[]): string {
  const sorted = [...dues].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0)).slice(0, MOST);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return '';
  const starts = sorted.map(({ start, end }) => start ?? end).sort();
  const from = monthIndex(starts[0] ?? first.end);
  const months = monthIndex(last.end) - from + 1;
  const width = 1100 - LABELS;
  const x = (day: string, after: number) => {
    const inMonth = (Number(day.slice(8)) - 1 + after) / 31;
    return LABELS + ((monthIndex(day) - from + inMonth) / months) * width;
  };
  const height = 24 + sorted.length * LINE + 6;
  const step = Math.ceil(months / 18);
  const scale = Array.from({ length: Math.ceil(months / step) }, (_, i) => {
    const month = from + i * step;
    const at = LABELS + ((i * step) / months) * width;
    const name =
      month % 12 === 0 || i === 0 ? `${Math.floor(month / 12)}/${(month % 12) + 1}` : `${(month % 12) + 1}`;
    return `<path class="grid" d="M${at.toFixed(1)} 4V${height}"/><text x="${(at + 4).toFixed(1)}" y="16">${name}</text>`;
  });
  const lines = sorted.map(({ label, start, end }, i) => {
    const y = 24 + i * LINE;
    const span =
      start && start < end
        ? `<rect class="span" x="${x(start, 0).toFixed(1)}" y="${y + 4}" width="${Math.max(2, x(end, 1) - x(start, 0)).toFixed(1)}" height="9" rx="2"/>`
        : '';
    return `<g><title>${html(`${end}  ${label}`)}</title><text x="8" y="${y + 13}">${html(shortened(label))}</text>${span}<circle class="due" cx="${x(end, 1).toFixed(1)}" cy="${y + 8.5}" r="4.5"/></g>`;
  });
  return `<svg class="timeline" viewBox="0 0 1112 ${height}" role="img">${scale.join('')}${lines.join('')}</svg>`;
}

/** More than this nobody reads as a picture. */
const MOST = 120;
const LABELS = 300;
const LINE = 18;

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : label;
}
