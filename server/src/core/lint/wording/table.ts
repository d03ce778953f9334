import { once, remembered } from '../../text/memo.ts';

/**
 * The genre's wording as it is kept: numbers as printable characters, alike ones together, so that a zip packs them
 * well. Made by `npm run words:make`.
 */
export interface PackedWording {
  /** Code points of the characters, each as its distance from the one before; 0 begins those one step rarer. */
  readonly characters: string;
  /** How many characters each node of the trie has behind it, the characters' own nodes first. */
  readonly counts: string;
  /** Which ones, each as its distance from the one before: the sign for the higher digit, and that for the lower. */
  readonly high: string;
  readonly low: string;
  /** How rare the term is that ends at each node of two or more characters, 0 where none does. */
  readonly costs: string;
  /** The sounds of each character, without tones: from 1, and 0 behind the last. */
  readonly sounds: string;
  /** Pairs of sounds that are taken for each other, by ear or on the keyboard. */
  readonly near: string;
  /** Characters that look alike, in groups parted by a blank. */
  readonly shapes: string;
}

/** A trie of terms with how rare each is, and what each character can be mistaken for. */
export interface WordingTable {
  /** The number of a character by its code unit, from 1; 0 for one that is not known. */
  readonly numbers: Uint16Array;
  /** The character of a number. */
  readonly characters: string;
  /** Of each node the number of its last character. Node 0 is the root; a number is the node of its character alone. */
  readonly letters: Uint16Array;
  /** The first child of each node; its last stands before the first of the next node. */
  readonly children: Uint32Array;
  /** Rareness of the term that ends at the node, in `STEP`s of a natural logarithm; 0 where none ends. */
  readonly costs: Uint8Array;
  readonly pairs: () => Pairs;
  /** Of every character whether it sounds like one (`SAME`), nearly does or looks like it (`NEAR`), or neither. */
  readonly likeness: (number: number) => Uint8Array;
}

/** The terms of two characters by their last one. */
export interface Pairs {
  /** Their nodes, those together that end in the same character. */
  readonly nodes: Uint32Array;
  /** Their first characters. */
  readonly firsts: Uint16Array;
  /** Where those begin that end in a character. */
  readonly endings: Uint32Array;
}

/** Values of `WordingTable.likeness`. */
export const SAME = 1;
export const NEAR = 2;

/** The table that was packed, unpacked when it is first asked for, and of it what is asked for. */
export const unpacked = remembered((packed: PackedWording): WordingTable => {
  const { low } = packed;
  const numbers = new Uint16Array(0x10000);
  const gaps = numbersIn(packed.characters);
  let first = 1;
  for (let i = 0; i < gaps.length; i += 1) first += gaps[i] === 0 ? 0 : 1;
  const nodes = first + low.length;
  const letters = new Uint16Array(nodes);
  const children = new Uint32Array(nodes + 1);
  const costs = new Uint8Array(nodes);
  let characters = ' ';
  let code = 0;
  let cost = 1;
  for (let i = 0; i < gaps.length; i += 1) {
    const gap = gaps[i] ?? 0;
    // Those follow that are one step rarer.
    cost += gap === 0 ? 1 : 0;
    code = gap === 0 ? 0 : code + gap;
    if (gap === 0) continue;
    const number = characters.length;
    characters += String.fromCharCode(code);
    numbers[code] = number;
    letters[number] = number;
    costs[number] = cost;
  }
  children[0] = 1;
  goThrough(packed, { letters, children, costs }, first);
  return {
    ...{ numbers, characters, letters, children, costs },
    pairs: once(() => pairsIn(letters, children, first)),
    likeness: likenessOf(packed, numbers, characters),
  };
});

/** Fills in the nodes behind the single characters. It runs once, mostly before the engine knows it: by index, at once. */
function goThrough(
  { counts, high, low, costs }: PackedWording,
  table: { readonly letters: Uint16Array; readonly children: Uint32Array; readonly costs: Uint8Array },
  first: number,
): void {
  let count = 0;
  let node = 1;
  let at = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const digit = DIGITS[counts.charCodeAt(i)] ?? 0;
    count = count * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    table.children[node] = first + at;
    node += 1;
    let letter = 0;
    for (; count > 0; count -= 1) {
      letter += (DIGITS[high.charCodeAt(at)] ?? 0) * SIGNS.length + (DIGITS[low.charCodeAt(at)] ?? 0);
      table.letters[first + at] = letter;
      table.costs[first + at] = DIGITS[costs.charCodeAt(at)] ?? 0;
      at += 1;
    }
  }
  table.children[node] = first + at;
}

/** Nats in one step of `WordingTable.costs`. */
export const STEP = 0.5;
/** Rareness of a character that the table does not know, in steps: rarer than every one that it knows. */
export const UNKNOWN = 26;

/** Rareness, in steps, of words that are right and too rare to be what somebody meant who wrote another. */
export const RARE = 28;

/** The node behind `node` for a character's number, 0 where there is none. */
export function after({ letters, children }: WordingTable, node: number, number: number): number {
  let low = children[node] ?? 0;
  let high = children[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    const letter = letters[middle] ?? 0;
    if (letter === number) return middle;
    if (letter < number) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/** Whole numbers as text: base 46, the last digit of each one of the first 46 signs, those before it of the others. */
export function numbersIn(text: string): Uint32Array {
  const digits = digitsIn(text);
  // By index: an iterator takes several times as long where the code is not warm.
  let count = 0;
  for (let i = 0; i < digits.length; i += 1) count += (digits[i] ?? 0) < BASE ? 1 : 0;
  const found = new Uint32Array(count);
  let value = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits[i] ?? 0;
    value = value * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    found[at] = value;
    at += 1;
    value = 0;
  }
  return found;
}

/** The text that `numbersIn` reads. */
export function textOf(numbers: Iterable<number>): string {
  const parts: string[] = [];
  for (const number of numbers) {
    let rest = Math.floor(number / BASE);
    let text = SIGNS[number % BASE] ?? '';
    for (; rest > 0; rest = Math.floor(rest / BASE)) text = `${SIGNS[BASE + (rest % BASE)]}${text}`;
    parts.push(text);
  }
  return parts.join('');
}

const ESCAPED: ReadonlySet<string> = new Set(["'", '\\', '$']);

/** The signs that numbers are written with, by what they stand for: printable, and nothing that a string escapes. */
export const SIGNS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((sign) => !ESCAPED.has(sign))
  .join('');

/** What each sign of `text` stands for. */
function digitsIn(text: string): Uint8Array {
  const digits = new Uint8Array(text.length);
  for (let i = 0; i < digits.length; i += 1) digits[i] = DIGITS[text.charCodeAt(i)] ?? 0;
  return digits;
}

const DIGITS = Uint8Array.from({ length: 127 }, (_, code) =>
  Math.max(0, SIGNS.indexOf(String.fromCharCode(code))),
);
const BASE = 46;

/** `size` is the node behind the last single character. */
function pairsIn(letters: Uint16Array, children: Uint32Array, size: number): Pairs {
  const end = children[size] ?? 0;
  const endings = new Uint32Array(size + 2);
  for (let node = size; node < end; node += 1) {
    const next = (letters[node] ?? 0) + 1;
    endings[next] = (endings[next] ?? 0) + 1;
  }
  for (let letter = 1; letter < endings.length; letter += 1)
    endings[letter] = (endings[letter] ?? 0) + (endings[letter - 1] ?? 0);
  const places = endings.slice();
  const nodes = new Uint32Array(Math.max(0, end - size));
  const firsts = new Uint16Array(nodes.length);
  for (let first = 1; first < size; first += 1) {
    for (let node = children[first] ?? 0; node < (children[first + 1] ?? 0); node += 1) {
      const letter = letters[node] ?? 0;
      const place = places[letter] ?? 0;
      places[letter] = place + 1;
      nodes[place] = node;
      firsts[place] = first;
    }
  }
  return { nodes, firsts, endings };
}

function likenessOf(
  { sounds: heardAs, near, shapes }: PackedWording,
  numbers: Uint16Array,
  characters: string,
): WordingTable['likeness'] {
  const size = characters.length;
  const heard = once(() => soundsOf(heardAs, size));
  const nearPairs = once(() => numbersIn(near));
  return onceEach((number) => {
    const likeness = new Uint8Array(size);
    const shape = characters[number] ?? ' ';
    for (let at = shape === ' ' ? -1 : shapes.indexOf(shape); at >= 0; at = shapes.indexOf(shape, at + 1)) {
      for (let i = shapes.lastIndexOf(' ', at) + 1; i < shapes.length && shapes[i] !== ' '; i += 1)
        likeness[numbers[shapes.charCodeAt(i)] ?? 0] = NEAR;
    }
    const { own, those, starts } = heard();
    const mark = (sound: number, how: number) => {
      const end = starts[sound + 1] ?? 0;
      for (let at = starts[sound] ?? 0; at < end; at += 1) likeness[those[at] ?? 0] = how;
    };
    const sounds = own(number);
    const pairs = nearPairs();
    for (let one = 0; one < sounds.length; one += 1) {
      const sound = sounds[one];
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        if (pairs[i] === sound) mark(pairs[i + 1] ?? 0, NEAR);
        if (pairs[i + 1] === sound) mark(pairs[i] ?? 0, NEAR);
      }
    }
    for (let one = 0; one < sounds.length; one += 1) mark(sounds[one] ?? 0, SAME);
    likeness[number] = 0;
    likeness[0] = 0;
    return likeness;
  });
}

interface Sounds {
  /** The sounds of a character by its number. */
  readonly own: (number: number) => Uint16Array;
  /** The numbers of characters, those together that have a sound. */
  readonly those: Uint16Array;
  /** Where those begin that have it. */
  readonly starts: Uint32Array;
}

/** The sounds of characters; they are written from 1, and 0 ends a character's own. */
function soundsOf(text: string, size: number): Sounds {
  const all = numbersIn(text);
  const begins = new Uint16Array(size + 1);
  const sounds = new Uint16Array(all.length);
  const owners = new Uint16Array(all.length);
  let last = 0;
  for (let i = 0; i < all.length; i += 1) last = Math.max(last, all[i] ?? 0);
  const starts = new Uint32Array(last + 3);
  let number = 1;
  let count = 0;
  for (let i = 0; i < all.length; i += 1) {
    const sound = all[i] ?? 0;
    if (sound === 0) {
      number += 1;
      begins[number] = count;
      continue;
    }
    sounds[count] = sound;
    owners[count] = number;
    starts[sound + 2] = (starts[sound + 2] ?? 0) + 1;
    count += 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const those = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) {
    const sound = (sounds[i] ?? 0) + 1;
    const at = starts[sound] ?? 0;
    those[at] = owners[i] ?? 0;
    starts[sound] = at + 1;
  }
  return { own: (of) => sounds.subarray(begins[of] ?? 0, begins[of + 1] ?? 0), those, starts };
}

/** Asks but once for each number. */
function onceEach<T>(compute: (number: number) => T): (number: number) => T {
  const known: (T | undefined)[] = [];
  return (number) => {
    known[number] ??= compute(number);
    return known[number];
  };
}
