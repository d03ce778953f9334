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
 * Of many, those alone are held against each other that share rare pairs of characters or stand at like places.
 */
export function matched(
  left: readonly Pairs[],
  right: readonly Pairs[],
  score: (left: number, right: number) => number,
  least: number,
): ReadonlyMap<number, number> {
  const few = left.length * right.length <= MOST_COMPARED;
  const found = few ? new Map<number, number>() : same(left, right, score, least);
  const taken = new Set(found.values());
  const likely = few ? () => right.keys() : likelyIn(right, taken, left.length);
  const candidates: (readonly [left: number, right: number, score: number])[] = [];
  for (const [i, pairs] of left.entries()) {
    if (found.has(i)) continue;
    for (const j of likely(pairs, i)) {
      const points = score(i, j);
      if (points >= least) candidates.push([i, j, points]);
    }
  }
  // Of equals, those that stand at like places.
  const off = ([i, j]: readonly [number, number, number]) => Math.abs(i * right.length - j * left.length);
  candidates.sort((a, b) => b[2] - a[2] || off(a) - off(b) || a[0] - b[0] || a[1] - b[1]);
  for (const [i, j] of candidates) {
    if (found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  return found;
}

/** Two lists of 500 each. */
const MOST_COMPARED = 250_000;

/** Pairs up what says the same, in order. */
function same(
  left: readonly Pairs[],
  right: readonly Pairs[],
  score: (left: number, right: number) => number,
  least: number,
): Map<number, number> {
  const saying = new Map<string, number[]>();
  for (const [j, pairs] of right.entries()) {
    const key = keyOf(pairs);
    const places = saying.get(key) ?? [];
    saying.set(key, places);
    places.push(j);
  }
  for (const places of saying.values()) places.reverse();
  const found = new Map<number, number>();
  for (const [i, pairs] of left.entries()) {
    const places = saying.get(keyOf(pairs));
    const j = places?.at(-1);
    if (j === undefined || score(i, j) < least) continue;
    found.set(i, j);
    places?.pop();
  }
  return found;
}

function keyOf(pairs: Pairs): string {
  return [...pairs].flat().join('|');
}

/** Of what is not `taken`, the places of what may be like some pairs at a place of a list of `length`. */
function likelyIn(
  list: readonly Pairs[],
  taken: ReadonlySet<number>,
  length: number,
): (pairs: Pairs, at: number) => Iterable<number> {
  const left = [...list.keys()].filter((j) => !taken.has(j));
  const holding = new Map<string, number[]>();
  for (const j of left) {
    for (const pair of list[j]?.keys() ?? []) {
      const places = holding.get(pair) ?? [];
      holding.set(pair, places);
      places.push(j);
    }
  }
  return (pairs, at) => {
    const shared = new Map<number, number>();
    for (const pair of pairs.keys()) {
      const places = holding.get(pair) ?? [];
      if (places.length > MOST_HOLDERS) continue;
      for (const j of places) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    const likely = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_LIKELY);
    const like = Math.round((at * left.length) / Math.max(1, length));
    const beside = left.slice(Math.max(0, like - BESIDE), like + BESIDE);
    return new Set([...likely.map(([j]) => j), ...beside]);
  };
}

/** A pair that is in more texts than this tells none of them from the others. */
const MOST_HOLDERS = 50;
const MOST_LIKELY = 24;
const BESIDE = 8;
