import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nameText } from '../../server/src/core/text/fold.ts';
import { anyText } from '../any-text.ts';
import { rounds } from '../rounds.ts';

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('a folded text', () => {
  it.each([
    ['　（Ａ）：１．', ' (A):1.'],
    ['⼯作', '工作'],
    ['⻓期', '长期'],
    ['責任單位', '责任单位'],
    ['首位爲牽頭', '首位为牵头'],
    // Radicals and compatibility forms of traditional characters.
    ['⾨', '门'],
    ['\uF9B4導', '领导'],
    ['&nbsp;甲', '      甲'],
    // A picture is a bullet, but for numbers.
    ['📌 一、党建✅', '•• 一、党建•'],
    ['🔟任务', '🔟任务'],
    ['\uD83C甲𠮷', '•甲𠮷'],
  ])('of %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('has nothing left to fold, whatever character was there', () => {
    expect(characters.filter((one) => fold(fold(one)) !== fold(one))).toEqual([]);
    expect(characters.filter((one) => nameText(nameText(one)) !== nameText(one))).toEqual([]);
  });

  it('is as long as the text, and has nothing left to fold', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
      rounds(500, 100_000),
    );
  });
});
