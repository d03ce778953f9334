import { expect, it } from 'vitest';
import { isAllWorded, isLettered, isWorded, wordedIn } from '../../server/src/core/text/worded.ts';

/** Every character, with the halves of those that are written as two. */
const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));

it.each([
  ['a letter or a digit', isWorded, /[\p{L}\p{N}]/u],
  ['letters and digits alone', isAllWorded, /^[\p{L}\p{N}]+$/u],
  ['a letter', isLettered, /\p{L}/u],
])('knows %s, whatever character it is', (_, is, pattern) => {
  for (const words of [characters, characters.map((one) => `、${one}`), characters.map((one) => `${one}A`)])
    expect(words.filter((one) => is(one) !== pattern.test(one))).toEqual([]);
  expect(is('')).toBe(false);
});

it('takes away all other characters', () => {
  const text = characters.join('');
  expect(wordedIn(text)).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
});
