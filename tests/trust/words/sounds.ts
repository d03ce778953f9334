import { polyphonic } from 'pinyin-pro';

/** What characters can be mistaken for, by ear and by hand. */
export interface Sounds {
  /** Syllables without tones of each character, the usual first. */
  readonly of: ReadonlyMap<string, readonly string[]>;
  /** Every syllable, sorted. */
  readonly all: readonly string[];
  /** Pairs of indices into `all`: syllables that are taken for each other, or one neighbouring key apart. */
  readonly near: readonly (readonly [number, number])[];
}

/** The sounds of `characters`. */
export function soundsOf(characters: readonly string[]): Sounds {
  const of = new Map(characters.map((one) => [one, syllablesOf(one)] as const));
  const all = [...new Set([...of.values()].flat())].sort();
  const near: [number, number][] = [];
  for (const [i, one] of all.entries()) {
    for (const [j, other] of all.entries()) if (i < j && isNear(one, other)) near.push([i, j]);
  }
  return { of, all, near };
}

function syllablesOf(character: string): readonly string[] {
  const [all = []] = polyphonic(character, { toneType: 'none', type: 'array' });
  return [...new Set(all)].filter((syllable) => SYLLABLE.test(syllable));
}

const SYLLABLE = /^[a-zü]+$/u;

function isNear(one: string, other: string): boolean {
  return blurred(one) === blurred(other) || (one.length === other.length && isNextKey(one, other));
}

/** As those hear it who do not tell zh from z, n from l, or a final n from ng. */
function blurred(syllable: string): string {
  return syllable
    .replace(/^(?<first>[zcs])h/u, '$<first>')
    .replace(/^n/u, 'l')
    .replace(/(?<vowel>[aei])ng$/u, '$<vowel>n');
}

/** Whether one key differs, for one beside it. */
function isNextKey(one: string, other: string): boolean {
  const different = [...one].flatMap((letter, i) => (letter === other[i] ? [] : [i]));
  const [at] = different;
  if (different.length !== 1 || at === undefined) return false;
  return KEYS.some((row) => row.includes(`${one[at]}${other[at]}`) || row.includes(`${other[at]}${one[at]}`));
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
