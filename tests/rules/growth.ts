import { expect } from 'vitest';
import { soaking } from '../rounds.ts';

/**
 * On an input 4 times as large, work that grows with it takes 4 times as long, with its square 16 times. 2.6 for each
 * doubling is asked in a soak, some more of a run on a machine that does other things.
 */
const BOUND = soaking ? 2.6 ** 2 : 8;
/** Pairs that are measured before growth is believed. */
const ATTEMPTS = 24;
/** Milliseconds that n times n steps take at the very least. */
export const squareOf = (n: number) => n ** 2 / 1e6;

/**
 * Expects that work grows no faster than its input: `prepare(n)` gives the work for an input of size n. Compares two
 * sizes within one run, and by processor time, so it says the same on a slow machine and on a busy one. What does the
 * larger one within `enough` milliseconds is not looked at any further.
 */
export function expectLinear(
  n: number,
  prepare: (n: number) => () => void,
  enough: number = squareOf(n / 2),
): void {
  const large = prepare(4 * n);
  if (cost(large) < enough || growsLittle(BOUND, prepare(n), large, enough)) return;
  // Where the larger one no longer fits into a cache that others use, too, it costs more, but only there.
  expectGrowth(BOUND, prepare(2 * n), prepare(8 * n), 4 * enough);
}

/** Expects that `large` takes less than `bound` times the time of `small`, or less than `enough` milliseconds. */
export function expectGrowth(bound: number, small: () => void, large: () => void, enough = 0): void {
  const ratio = ratioOf(bound, small, large, enough);
  expect(ratio, '4 times the input, as many times the time').toBeLessThan(bound);
}

function growsLittle(bound: number, small: () => void, large: () => void, enough: number): boolean {
  return ratioOf(bound, small, large, enough) < bound;
}

/**
 * How many times the time of `small` `large` takes; 0 where it is below `enough` milliseconds. Both are measured in
 * turns, again and again until the best of each is within `bound`: what disturbs one measurement is not in all of them.
 */
function ratioOf(bound: number, small: () => void, large: () => void, enough: number): number {
  const times = repeatsFor(small);
  let [best, bestLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < ATTEMPTS; i += 1) {
    best = Math.min(best, cost(small, times));
    bestLarge = Math.min(bestLarge, cost(large, times));
    if (bestLarge < enough * times) return 0;
    if (bestLarge < bound * best) break;
  }
  return bestLarge / best;
}

/** How often work has to run to be measured at all: half a millisecond's worth. */
function repeatsFor(work: () => void): number {
  for (let times = 1; times < 4096; times *= 4) if (cost(work, times) > 0.5) return times;
  return 4096;
}

/** Milliseconds of this process, all its threads together: what other processes do meanwhile is not in them. */
function cost(work: () => void, times = 1): number {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
