import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planAhead } from '../../client/src/editor/new-plan.ts';

const snippets: Readonly<Record<string, { readonly body: readonly string[] }>> = JSON.parse(
  readFileSync(new URL('../../client/snippets/workplan.json', import.meta.url), 'utf8'),
);

it.each([
  ['2026-01-05', '2026', ['6月底前', '年底前']],
  ['2026-04-30', '2026', ['6月底前', '年底前']],
  ['2026-05-01', '2026', ['9月底前', '年底前']],
  ['2026-08-15', '2026', ['11月底前', '年底前']],
  ['2026-10-31', '2026', ['11月底前', '年底前']],
  ['2026-11-28', '2027', ['6月底前', '年底前']],
  ['2026-12-31', '2027', ['6月底前', '年底前']],
])('a plan begun on %s is of %s, its days ahead', (today, year, days) => {
  const text = planAhead(snippets['计划 Plan']!.body, new Date(`${today}T12:00:00`));
  expect(text).toContain(`\${2:${year}}年`);
  expect([...text.matchAll(/完成时限：\$\{\d+:([^}]*)\}/gu)].map(([, day]) => day)).toEqual(days);
});

it('leaves no day in a snippet that may be past when it is used first', () => {
  const first = (line: string) =>
    [...line.matchAll(/完成时限：\$\{\d+[:|]([^,|}]*)/gu)].map(([, day]) => day);
  const days = Object.values(snippets).flatMap(({ body }) => body.flatMap(first));
  expect(days.length).toBeGreaterThan(3);
  expect(new Set(days)).toEqual(new Set(['年底前']));
});
