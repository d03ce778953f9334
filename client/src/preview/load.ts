import type { Table } from '../../../server/src/protocol.ts';
import { escaped } from './escaped.ts';
import type { PageWords } from './words.ts';

/** How many tasks each unit and each leader has, the most first; a press shows these tasks in the table. */
export function loadOf({ rows }: Table, { units, lead, notStated }: PageWords): string {
  const ofUnits = counted(rows.map((row) => [...row.units, ...row.support]));
  const ofLeaders = counted(rows.map((row) => row.leads));
  const nobody = rows.filter((row) => row.leads.length + row.units.length + row.support.length === 0).length;
  const most = Math.max(1, nobody, ...[...ofUnits, ...ofLeaders].map(([, count]) => count));
  const bars = (counts: readonly (readonly [string, number])[]) =>
    counts
      .map(([name, count]) => {
        const width = ((count / most) * 100).toFixed(1);
        return `<div class="due load" role="button" tabindex="0" data-who="${escaped(name)}"><span class="name">${escaped(name)}</span><svg aria-hidden="true"><rect class="share" x="0%" width="${width}%" y="30%" height="40%" rx="3"/></svg><span class="note">${count}</span></div>`;
      })
      .join('\n');
  const part = (heading: string, counts: readonly (readonly [string, number])[]) =>
    counts.length > 0 ? `<h2>${escaped(heading)}</h2>\n${bars(counts)}` : '';
  const lacking = nobody > 0 ? `<p class="note lack">${escaped(notStated)}: ${nobody}</p>` : '';
  return `${part(lead, ofLeaders)}\n${part(units, ofUnits)}\n${lacking}`;
}

/** Names with the number of lists that hold them. */
function counted(lists: readonly (readonly string[])[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const names of lists) {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, few], [b, many]) => many - few || (a < b ? -1 : 1));
}
