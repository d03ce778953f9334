import { once } from './memo.ts';

/*
 * Letters and digits of any script (Unicode, general categories L and N). The engine makes a table of all of them for each
 * pattern that asks for them, which takes as long as to read a page: what plans are written with is told without one.
 */

/** `A`, `9`, `校` */
const USUAL = /[0-9A-Za-z一-鿿]/u;
const ALL_USUAL = /^[0-9A-Za-z一-鿿]+$/u;
/** Marks, spaces and usual letters: nothing else needs to be looked up. */
const KNOWN = /^[\t-\r -~、。〈-】〔-〛一-鿿‘-”—…·！（），：；？]*$/u;
const any = once(() => /[\p{L}\p{N}]/u);
const all = once(() => /^[\p{L}\p{N}]+$/u);
const letter = once(() => /\p{L}/u);

/** Whether a letter or a digit is among some words. */
export function isWorded(words: string): boolean {
  return USUAL.test(words) || (!KNOWN.test(words) && any().test(words));
}

/** Whether some words are letters and digits, and nothing else. */
export function isAllWorded(words: string): boolean {
  return ALL_USUAL.test(words) || (!KNOWN.test(words) && all().test(words));
}

/** Whether a letter is among some words. */
export function isLettered(words: string): boolean {
  return /[A-Za-z一-鿿]/u.test(words) || (!KNOWN.test(words) && letter().test(words));
}

/** Some words without anything that is neither letter nor digit. */
export function wordedIn(words: string): string {
  return words.replace(/[^0-9A-Za-z一-鿿]/gu, (one) => (isWorded(one) ? one : ''));
}
