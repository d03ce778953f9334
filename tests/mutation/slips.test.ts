import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { seed, soaking } from '../rounds.ts';
import { figuresOf } from './recall.ts';
import { slips } from './slips.ts';

const plans = globSync('tests/fixtures/plans/*.plan')
  .sort()
  .map((path) => parse(readFileSync(path, 'utf8'), { path }))
  .filter(({ kind }) => kind === 'plan');

/** The same numbers for one seed, each below what is asked. */
function drawing(): (most: number) => number {
  const numbers = fc.sample(fc.nat(), { seed, numRuns: 20_000 });
  let at = 0;
  return (most) => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, most);
}

describe('one slip in a sample plan is found where it stands, and nothing else changes', () => {
  it.each(Object.keys(slips))('%s', (kind) => {
    const figures = figuresOf(kind, plans, soaking ? 60 : 2, drawing());
    const { made, found, missed, extra } = figures;
    if (soaking) console.log(`${kind}: ${found} of ${made} found, ${extra.length} more findings`);
    expect(made).toBeGreaterThan(0);
    expect(found / made, [...new Set(missed)].slice(0, 12).join('\n')).toBeGreaterThanOrEqual(0.99);
    expect([...new Set(extra)].slice(0, 12)).toEqual([]);
  });
});
