import {
  type PackedWording,
  RARE,
  SIGNS,
  STEP,
  textOf,
  UNKNOWN,
} from '../../../server/src/core/lint/wording/table.ts';
import { shapes } from './shapes.ts';
import { soundsOf } from './sounds.ts';
import { byCode, type Wording } from './terms.ts';

/** The table of `terms`, packed. Words of `right` are used nowhere in the texts and are right nevertheless. */
export function packed({ terms, total }: Wording, right: readonly string[]): PackedWording {
  const costs = new Map(terms.map(({ word, count }) => [word, stepsOf(count, total)]));
  for (const word of right) if (!costs.has(word)) costs.set(word, RARE);
  for (const character of [...costs.keys()].join(''))
    if (!costs.has(character)) costs.set(character, UNKNOWN);
  const characters = [...costs]
    .filter(([word]) => word.length === 1)
    .sort(([a, one], [b, other]) => one - other || byCode(a, b))
    .map(([character]) => character);
  return {
    characters: textOf(gapsOf(characters, costs)),
    ...levels(trieOf(costs, characters)),
    ...soundStreams(characters),
    shapes: shapes.trim().split(/\s+/u).join(' '),
  };
}

function stepsOf(count: number, total: number): number {
  return Math.min(RARE - 1, Math.max(1, Math.round(-Math.log(count / total) / STEP)));
}

/** The characters, which are sorted by what they cost, then by code. */
function gapsOf(characters: readonly string[], costs: ReadonlyMap<string, number>): readonly number[] {
  const gaps: number[] = [];
  let cost = 1;
  let code = 0;
  for (const character of characters) {
    for (; cost < (costs.get(character) ?? 0); cost += 1) {
      gaps.push(0);
      code = 0;
    }
    gaps.push(character.charCodeAt(0) - code);
    code = character.charCodeAt(0);
  }
  return gaps;
}

interface Node {
  cost: number;
  readonly children: Map<number, Node>;
}

/** Every character stands below the root, so that its number is its node's. */
function trieOf(costs: ReadonlyMap<string, number>, characters: readonly string[]): Node {
  const numbers = new Map(characters.map((one, i) => [one, i + 1]));
  const root: Node = { cost: 0, children: new Map() };
  for (const [word, cost] of costs) {
    let node = root;
    for (const character of word) {
      const number = numbers.get(character) ?? 0;
      const next = node.children.get(number) ?? { cost: 0, children: new Map() };
      node.children.set(number, next);
      node = next;
    }
    node.cost = cost;
  }
  return root;
}

function levels(root: Node): Pick<PackedWording, 'counts' | 'high' | 'low' | 'costs'> {
  const counts: number[] = [];
  const steps: number[] = [];
  const costs: number[] = [];
  let level = childrenOf(root).map(([, child]) => child);
  while (level.length > 0) {
    const next: Node[] = [];
    for (const node of level) {
      counts.push(node.children.size);
      let last = 0;
      for (const [number, child] of childrenOf(node)) {
        steps.push(number - last);
        costs.push(child.cost);
        last = number;
        next.push(child);
      }
    }
    level = next;
  }
  const signs = (digits: readonly number[]) => digits.map((digit) => SIGNS[digit]).join('');
  return {
    counts: textOf(counts),
    high: signs(steps.map((step) => Math.floor(step / SIGNS.length))),
    low: signs(steps.map((step) => step % SIGNS.length)),
    costs: signs(costs),
  };
}

function childrenOf({ children }: Node): readonly (readonly [number, Node])[] {
  return [...children].sort(([a], [b]) => a - b);
}

function soundStreams(characters: readonly string[]): Pick<PackedWording, 'sounds' | 'near'> {
  const { of, all, near } = soundsOf(characters);
  const places = new Map(all.map((syllable, i) => [syllable, i + 1]));
  const own = characters.flatMap((one) => [
    ...(of.get(one) ?? []).map((syllable) => places.get(syllable) ?? 0),
    0,
  ]);
  return { sounds: textOf(own), near: textOf(near.flatMap(([a, b]) => [a + 1, b + 1])) };
}
