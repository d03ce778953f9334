import { after, RARE, SAME, STEP, UNKNOWN, type WordingTable } from './table.ts';

/** How a stretch differs from the term that was probably meant. */
export type SlipKind = 'sound' | 'near' | 'swapped' | 'doubled' | 'lost';

/** A stretch of a paragraph that is no known wording and with one slip mended would be. */
export interface Suspect {
  readonly kind: SlipKind;
  /** The stretch that nearly is the term: indices into the paragraph's text. */
  readonly from: number;
  readonly to: number;
  readonly term: string;
  /** How much likelier the text is with the slip mended: a natural logarithm. */
  readonly gain: number;
}

/**
 * The suspects in `text`, which is folded and has no line breaks, whose mending gains `least`: in order and apart from
 * each other. A function of these alone, so that it can be remembered; takes time that grows with the text.
 *
 * The text is parted into terms so that what they cost together, their rareness, is least. Where a character is left
 * alone that seldom is, each that it can be mistaken for is tried in its place, its neighbours are swapped, one is left
 * out or put in: the gain is what the best parting costs less.
 */
export function suspectsIn(text: string, table: WordingTable, least: number): readonly Suspect[] {
  const numbers = numbersOf(text, table);
  const { before, open, terms } = partingOf(numbers, table);
  const [first] = open;
  if (first === undefined) return [];
  const line: Line = { numbers, table, before, behind: costsBehind(numbers, table, terms, first) };
  const strange = new Set(open.filter((at) => costAlone(numbers[at] ?? -1, table) >= STRANGE));
  const mender = new Mender(line, least);
  const found: Suspect[] = [];
  for (const at of open) {
    const mended = mender.mendingAt(at);
    if (!mended) continue;
    const beside = Number(strange.has(mended.from - 1)) + Number(strange.has(mended.end));
    if (mended.gain - beside * BESIDE >= least && !opensTerm(mended, line))
      found.push(suspectOf(mended, text, table));
  }
  return apart(found);
}

/** `铸牢理想信念`: what a longer term begins with (铸牢中华民族共同体意识) is a word as well, whatever is like it. */
function opensTerm({ from, end, to, at, put }: Mending, { numbers, table }: Line): boolean {
  if (to - at !== put.filter((one) => one > 0).length) return false;
  let node = numbers[from] ?? 0;
  for (let i = from + 1; node > 0 && i < end; i += 1) node = behindNode(table, node, numbers[i]);
  return node > 0;
}

/** What a character costs that is hardly ever a word of its own, in steps: two of them beside each other are a name. */
const STRANGE = 17;
/** What a mending has to gain more for each of them beside the term. */
const BESIDE = 2;

/** A paragraph as the table reads it. */
interface Line {
  /** The number of each character; 0 for a Han character that is not known, -1 for what is none. */
  readonly numbers: Int32Array;
  readonly table: WordingTable;
  /** What the best parting of the text before each index costs, in steps. */
  readonly before: Float64Array;
  /** What the best parting of the text from each index on costs; not known before the first open character. */
  readonly behind: Float64Array;
}

function numbersOf(text: string, table: WordingTable): Int32Array {
  const numbers = new Int32Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    numbers[i] = table.numbers[code] || (code >= 0x3400 && code <= 0x9fff ? 0 : -1);
  }
  return numbers;
}

/** A text parted into terms so that what they cost together is least. */
interface Parting {
  /** See `Line`. */
  readonly before: Float64Array;
  /** The characters that stand alone in the best parting and are seldom alone. */
  readonly open: readonly number[];
  /** Where each term in the text begins and ends, and what it costs: three numbers for each, in order. */
  readonly terms: readonly number[];
}

function partingOf(numbers: Int32Array, table: WordingTable): Parting {
  const { length } = numbers;
  const before = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(length + 1);
  const terms: number[] = [];
  before[0] = 0;
  for (let i = 0; i < length; i += 1) {
    const here = before[i] ?? 0;
    const number = numbers[i] ?? -1;
    const alone = here + costAlone(number, table);
    if (alone < (before[i + 1] ?? 0)) {
      before[i + 1] = alone;
      starts[i + 1] = i;
    }
    let node = number > 0 ? number : 0;
    for (let end = i + 2; node > 0; end += 1) {
      node = behindNode(table, node, numbers[end - 1]);
      const cost = table.costs[node] ?? 0;
      if (node === 0 || cost === 0) continue;
      terms.push(i, end, cost);
      if (here + cost >= (before[end] ?? 0)) continue;
      before[end] = here + cost;
      starts[end] = i;
    }
  }
  const open: number[] = [];
  for (let end = length; end > 0; end = starts[end] ?? 0) {
    if (starts[end] === end - 1 && costAlone(numbers[end - 1] ?? -1, table) >= SELDOM) open.push(end - 1);
  }
  return { before, open: open.reverse(), terms };
}

/** What a character costs that is seldom a word of its own, in steps. */
const SELDOM = 12;

function costsBehind(
  numbers: Int32Array,
  table: WordingTable,
  terms: readonly number[],
  first: number,
): Float64Array {
  const behind = new Float64Array(numbers.length + 1);
  let at = terms.length - 3;
  for (let i = numbers.length - 1; i >= first; i -= 1) {
    let best = (behind[i + 1] ?? 0) + costAlone(numbers[i] ?? -1, table);
    for (; at >= 0 && terms[at] === i; at -= 3)
      best = Math.min(best, (behind[terms[at + 1] ?? 0] ?? 0) + (terms[at + 2] ?? 0));
    behind[i] = best;
  }
  return behind;
}

function costAlone(number: number, { costs }: WordingTable): number {
  return number < 0 ? 0 : costs[number] || UNKNOWN;
}

/** The node behind `node` for what stands there, 0 where that is nothing, no Han character or an unknown one. */
function behindNode(table: WordingTable, node: number, number: number | undefined): number {
  return number !== undefined && number > 0 ? after(table, node, number) : 0;
}

/** A way to mend an open character: something in place of what stands from `at` to `to`. */
interface Way {
  readonly kind: SlipKind;
  readonly at: number;
  readonly to: number;
}

interface Mending extends Way {
  /** What stands there then: two characters at most, 0 behind the last. */
  readonly put: readonly [number, number];
  /** The term that goes over the place, and what it costs. */
  readonly from: number;
  readonly end: number;
  readonly gain: number;
}

/** Looks for the best way to mend each open character of a line. Very many ways are tried: only better ones are kept. */
class Mender {
  readonly #line: Line;
  readonly #least: number;
  /** What the best parting of the whole line costs, in steps. */
  readonly #whole: number;
  #best: Mending | undefined;
  /** See `#startsAt`: those of an open character, and of the one before or behind it. */
  readonly #here = new Int32Array(LONGEST);
  readonly #beside = new Int32Array(LONGEST);

  constructor(line: Line, least: number) {
    this.#line = line;
    this.#least = least;
    this.#whole = line.before[line.numbers.length] ?? 0;
  }

  mendingAt(at: number): Mending | undefined {
    const { numbers } = this.#line;
    const own = numbers[at] ?? -1;
    if (own <= 0) return undefined;
    this.#best = undefined;
    const here = this.#startsAt(at, this.#here);
    const left = numbers[at - 1] ?? -1;
    const right = numbers[at + 1] ?? -1;
    this.#replaced(at, here);
    if (left > 0) this.#swapped(at - 1, own, left, this.#startsAt(at - 1, this.#beside));
    if (right > 0) this.#swapped(at, right, own, here);
    if (left === own || right === own) this.#doubled(at, here);
    this.#lostAt(at, here);
    if (right > 0) this.#lostAt(at + 1, this.#startsAt(at + 1, this.#beside));
    return this.#best;
  }

  /**
   * The nodes that the text leads to from every start before `at`, by how far that stands before it, at most as many as
   * `nodes` has room for; 0 where it leads nowhere, and the root for `at` itself.
   */
  #startsAt(at: number, nodes: Int32Array): Int32Array {
    const { numbers, table } = this.#line;
    nodes.fill(0);
    for (let back = 1; back < nodes.length && back <= at; back += 1) {
      let node = numbers[at - back] ?? -1;
      if (node <= 0) break;
      for (let j = at - back + 1; node > 0 && j < at; j += 1) node = behindNode(table, node, numbers[j]);
      nodes[back] = node;
    }
    return nodes;
  }

  /** Tries every term that has a character in the place of the one at `at` that it can be mistaken for. */
  #replaced(at: number, starts: Int32Array): void {
    const { numbers, table } = this.#line;
    const { children, letters } = table;
    const likeness = table.likeness(numbers[at] ?? 0);
    const sound = { kind: 'sound', at, to: at + 1 } as const;
    const near = { kind: 'near', at, to: at + 1 } as const;
    for (let back = 1; back < starts.length; back += 1) {
      const node = starts[back] ?? 0;
      if (node === 0) continue;
      const end = children[node + 1] ?? 0;
      for (let child = children[node] ?? 0; child < end; child += 1) {
        const letter = letters[child] ?? 0;
        if (likeness[letter])
          this.#goneOn(child, at + 1, likeness[letter] === SAME ? sound : near, at - back, letter);
      }
    }
    const next = numbers[at + 1] ?? -1;
    if (next <= 0) return;
    const { nodes, firsts, endings } = table.pairs();
    const end = endings[next + 1] ?? 0;
    for (let pair = endings[next] ?? 0; pair < end; pair += 1) {
      const letter = firsts[pair] ?? 0;
      if (likeness[letter])
        this.#goneOn(nodes[pair] ?? 0, at + 2, likeness[letter] === SAME ? sound : near, at, letter);
    }
  }

  /** Tries every term that goes over the place of two characters the other way round. */
  #swapped(at: number, first: number, second: number, starts: Int32Array): void {
    const { table } = this.#line;
    const way = { kind: 'swapped', at, to: at + 2 } as const;
    for (let back = 0; back < starts.length; back += 1) {
      const node = starts[back] ?? 0;
      if (back > 0 && node === 0) continue;
      const half = back === 0 ? first : after(table, node, first);
      const current = half === 0 ? 0 : after(table, half, second);
      if (current > 0) this.#goneOn(current, at + 2, way, at - back, first, second);
    }
  }

  /** Tries every term that goes over the place without the character. */
  #doubled(at: number, starts: Int32Array): void {
    const way = { kind: 'doubled', at, to: at + 1 } as const;
    for (let back = 1; back < starts.length; back += 1) {
      const node = starts[back] ?? 0;
      if (node > 0) this.#goneOn(node, at + 1, way, at - back);
    }
  }

  /** Tries what may be lost within a term before index `at`. */
  #lostAt(at: number, starts: Int32Array): void {
    const { numbers, table } = this.#line;
    const next = numbers[at] ?? -1;
    if (next <= 0) return;
    const way = { kind: 'lost', at, to: at } as const;
    // Behind a single character too much may follow.
    for (let back = 2; back < starts.length; back += 1) {
      const node = starts[back] ?? 0;
      if (node === 0) continue;
      const end = table.children[node + 1] ?? 0;
      for (let child = table.children[node] ?? 0; child < end; child += 1) {
        const behind = after(table, child, next);
        if (behind > 0) this.#goneOn(behind, at + 1, way, at - back, table.letters[child]);
      }
    }
  }

  /** Takes every term that `node` or what follows it ends, where it gains more; the text goes on at `index`. */
  #goneOn(node: number, index: number, way: Way, from: number, first = 0, second = 0): void {
    const { kind, at, to } = way;
    const { numbers, table, before, behind } = this.#line;
    const longer = (first > 0 ? 1 : 0) + (second > 0 ? 1 : 0) - (to - at);
    let current = node;
    for (let end = index; current > 0; end += 1) {
      const cost = table.costs[current] ?? 0;
      const length = end - from + longer;
      if (cost > 0 && cost < RARE && length >= SHORTEST[kind]) {
        const mended = (before[from] ?? 0) + cost + (behind[end] ?? 0);
        const gain = (this.#whole - mended) * STEP - HANDICAP[kind] - (length === 2 ? SHORT : 0);
        if (
          gain >= this.#least &&
          gain > (this.#best?.gain ?? 0) &&
          (kind !== 'doubled' || (from < at && end > to))
        )
          this.#best = { ...way, put: [first, second], from, end, gain };
      }
      current = behindNode(table, current, numbers[end]);
    }
  }
}

/** Characters in the longest term. */
const LONGEST = 8;

/** A term of fewer characters says too little: two that are swapped or one that is lost leave another word. */
const SHORTEST: Readonly<Record<SlipKind, number>> = { sound: 2, near: 2, swapped: 2, doubled: 2, lost: 4 };

/** What a kind has to gain beyond a character of the same sound, being the rarer slip or the more often tried. */
const HANDICAP: Readonly<Record<SlipKind, number>> = { sound: 0, near: 3, swapped: 1, doubled: 0, lost: 4 };

/** What a term of two characters has to gain more. */
const SHORT = 1;

function suspectOf(
  { kind, at, to, put, from, end, gain }: Mending,
  text: string,
  table: WordingTable,
): Suspect {
  const letters = put.map((number) => (number > 0 ? table.characters[number] : '')).join('');
  return { kind, from, to: end, term: text.slice(from, at) + letters + text.slice(to, end), gain };
}

/** Of suspects that overlap each other the one that gains most. */
function apart(found: readonly Suspect[]): readonly Suspect[] {
  const kept: Suspect[] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1);
    if (!last || last.to <= one.from) kept.push(one);
    else if (last.gain < one.gain) kept[kept.length - 1] = one;
  }
  return kept;
}
