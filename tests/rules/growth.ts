import { expect } from 'vitest';

/** On an input 4 times as large, work that grows with it takes 4 times as long, with its square 16 times. */
const BOUND = 8;
const ATTEMPTS = 6;

/**
 * Expects that work grows no faster than its input: `prepare(n)` gives the work for an input of size n. Compares two
 * sizes within one run, so it says the same on a slow machine; a busy one gets more attempts.
 */
export function expectLinear(n: number, prepare: (n: number) => () => void): void {
  const small = prepare(n);
  const large = prepare(4 * n);
  const times = repeatsFor(small);
  const ratios: number[] = [];
  while (ratios.length < ATTEMPTS) {
    const ratio = shortest(large, times) / shortest(small, times);
    if (ratio < BOUND) return;
    ratios.push(Math.round(ratio));
  }
  expect(ratios, `4 times the input, each time as many times the time`).toEqual([]);
}

/** How often work has to run to be measured at all: a fifth of a millisecond's worth. */
function repeatsFor(work: () => void): number {
  for (let times = 1; times < 4096; times *= 4) if (elapsed(work, times) > 0.2) return times;
  return 4096;
}

function shortest(work: () => void, times: number): number {
  return Math.min(elapsed(work, times), elapsed(work, times), elapsed(work, times));
}

function elapsed(work: () => void, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i += 1) work();
  return performance.now() - start;
}
