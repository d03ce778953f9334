import { describe, expect, it } from 'vitest';
import { expectLinear } from './growth.ts';

describe('the measure of growth', () => {
  it.each([
    ['nothing', () => 1],
    ['the input', (n: number) => n],
    ['n log n', (n: number) => n * Math.log2(n)],
  ])('lets pass what grows with %s', (_name, steps) => {
    expectLinear(3000, (n) => () => work(steps(n)));
  });

  it('refuses what grows with the square', () => {
    // It believes the best of what it measures: a disturbed moment may let one pass, but not one after the other.
    const measure = () => expectLinear(3000, (n) => () => work((n * n) / 100));
    expect([1, 2, 3, 4].some(() => refuses(measure))).toBe(true);
  });
});

function work(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i += 1) sum = (sum * 31 + i) % 1009;
  return sum;
}

function refuses(measure: () => void): boolean {
  try {
    measure();
    return false;
  } catch {
    return true;
  }
}
