import type { SlipKind } from '../../../server/src/core/lint/wording/suspects.ts';
import { shapes } from './shapes.ts';
import { soundsOf } from './sounds.ts';

/** A text with one slip in it. */
export interface Slipped {
  readonly text: string;
  /** Where it is. */
  readonly from: number;
  readonly to: number;
}

export type Slip = SlipKind | 'shape';

/** Draws slips: what `kind` makes of `text` at index `at`, where it makes something else of it. */
export function slipsWith(
  characters: readonly string[],
  random: () => number,
): (kind: Slip, text: string, at: number) => Slipped | undefined {
  const { of, all, near } = soundsOf(characters);
  const heard = new Map<string, string[]>();
  for (const [character, syllables] of of) {
    for (const syllable of syllables) heard.set(syllable, [...(heard.get(syllable) ?? []), character]);
  }
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const soundingAs = (syllables: readonly string[], not: string) =>
    pick(syllables.flatMap((syllable) => heard.get(syllable) ?? []).filter((one) => one !== not));
  const groups = shapes.trim().split(/\s+/u);
  return (kind, text, at) => {
    const own = text[at] ?? '';
    const replaced = (by: string, length = 1): Slipped => ({
      text: text.slice(0, at) + by + text.slice(at + length),
      from: at,
      to: at + Math.max(1, by.length),
    });
    const syllables = of.get(own) ?? [];
    switch (kind) {
      case 'sound': {
        const other = soundingAs(syllables, own);
        return other ? replaced(other) : undefined;
      }
      case 'near': {
        const places = syllables.map((syllable) => all.indexOf(syllable));
        const others = near.flatMap(([a, b]) => (places.includes(a) ? [b] : places.includes(b) ? [a] : []));
        const other = soundingAs(
          others.map((place) => all[place] ?? ''),
          own,
        );
        return other ? replaced(other) : undefined;
      }
      case 'shape': {
        const other = pick(
          groups
            .filter((group) => group.includes(own))
            .flatMap((group) => [...group])
            .filter((one) => one !== own),
        );
        return other ? replaced(other) : undefined;
      }
      case 'swapped': {
        const next = text[at + 1] ?? '';
        return HAN.test(next) && next !== own ? replaced(next + own, 2) : undefined;
      }
      case 'doubled':
        return replaced(own + own);
      case 'lost':
        return { ...replaced(''), from: Math.max(0, at - 1), to: at + 1 };
    }
  };
}

const HAN = /^\p{Script=Han}$/u;

/** Numbers from 0 to 1 that look drawn and are the same each time (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
