import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withChange } from '../../server/src/core/text/change.ts';
import { Rope } from '../../server/src/core/text/rope.ts';
import { lineStartsOf } from '../../server/src/core/text/text.ts';
import { rounds } from '../rounds.ts';

/** Lines of all three ends, so many of them that there are several parts. */
const texts = fc
  .array(fc.constantFrom('强化', '\n', '\r\n', '\r', '甲'.repeat(900), '办学\n'), { maxLength: 40 })
  .map((some) => some.join(''));
const edits = fc.array(
  fc.record({
    at: fc.nat(9999),
    length: fc.constantFrom(0, 0, 1, 2, 9000),
    words: fc.constantFrom('', '好', '\n', '\r', 'a\r\nb', '乙'.repeat(9000)),
  }),
  { maxLength: 8 },
);

it('holds what the same changes make of a string', () => {
  fc.assert(
    fc.property(texts, edits, fc.nat(9999), fc.nat(9999), (given, changes, one, other) => {
      let [text, rope] = [given, Rope.of(given)];
      for (const { at, length, words } of changes) {
        expect(rope.lineStarts).toEqual(lineStartsOf(text));
        const start = Math.floor((at / 9999) * text.length);
        const change = { start, end: Math.min(text.length, start + length), words };
        const before = { text, rope };
        [text, rope] = [withChange(text, change), rope.with(change)];
        expect(before.rope.isEqual(rope)).toBe(before.text === text);
        expect(before.rope.text).toBe(before.text);
      }
      expect(rope.length).toBe(text.length);
      const places = [one, other].map((share) => Math.floor((share / 9999) * text.length));
      const [start, end] = [Math.min(...places), Math.max(...places)];
      expect(rope.slice(start, end)).toBe(text.slice(start, end));
      expect(rope.isEqual(Rope.of(text))).toBe(true);
      expect(rope.lineStarts).toEqual(lineStartsOf(text));
      expect(rope.text).toBe(text);
    }),
    rounds(300, 20_000),
  );
});

it('is equal to one of the same text that was cut otherwise', () => {
  const one = Rope.of('甲'.repeat(12_000)).with({ start: 12_000, end: 12_000, words: '乙'.repeat(4000) });
  const other = Rope.of(one.text);
  expect([one.isEqual(other), other.isEqual(one)]).toEqual([true, true]);
});
