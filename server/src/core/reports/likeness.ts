import { fold } from '../text/fold.ts';

/** The pairs of neighbouring characters of a text, spaces and marks left out: what two texts share says how like they are. */
export type Pairs = ReadonlyMap<string, number>;

export function pairsOf(text: string): Pairs {
  const plain = fold(text).replace(/[\s\p{P}]+/gu, '');
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < plain.length || (i === 0 && plain.length === 1); i += 1) {
    const pair = plain.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** From 0, nothing shared, to 1, the same (Dice's coefficient). */
export function likeness(a: Pairs, b: Pairs): number {
  let [shared, total] = [0, 0];
  for (const count of a.values()) total += count;
  for (const [pair, count] of b) {
    total += count;
    shared += Math.min(count, a.get(pair) ?? 0);
  }
  return total === 0 ? 1 : (2 * shared) / total;
}

/**
 * Pairs up what is most alike first, each once: places in the two lists. What is less alike than `least` stays alone.
 */
export function matched(
  left: number,
  right: number,
  score: (left: number, right: number) => number,
  least: number,
): ReadonlyMap<number, number> {
  const candidates: (readonly [left: number, right: number, score: number])[] = [];
  for (let i = 0; i < left; i += 1) {
    for (let j = 0; j < right; j += 1) {
      const points = score(i, j);
      if (points >= least) candidates.push([i, j, points]);
    }
  }
  // Of equals, those that stand at like places.
  const off = ([i, j]: readonly [number, number, number]) => Math.abs(i * right - j * left);
  candidates.sort((a, b) => b[2] - a[2] || off(a) - off(b) || a[0] - b[0] || a[1] - b[1]);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [i, j] of candidates) {
    if (found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  return found;
}
