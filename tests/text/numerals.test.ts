import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanNumeral, numeralLike, numeralValue } from '../../server/src/core/text/numerals.ts';
import { rounds } from '../rounds.ts';

describe('numerals', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['廿三', 23],
    ['卅', 30],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两千零五', 2005],
    ['一万', 10_000],
    ['三万零二十', 30_020],
    ['十二万三千', 123_000],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['二零二六', 2026],
    ['〇', 0],
    ['123', 123],
    ['１２３', 123],
    ['①', 1],
    ['⑳', 20],
    ['㉑', 21],
    ['㊿', 50],
    ['⑴', 1],
    ['⒈', 1],
    ['㈠', 1],
    ['㈩', 10],
  ])('%s is %i', (text, value) => {
    expect(numeralValue(text)).toBe(value);
  });

  it.each(['', '甲', '一二三是', '1.5', '-1', '第一', 'XIV', '1234567890123456'])(
    '“%s” is no whole number',
    (text) => {
      expect(numeralValue(text)).toBeUndefined();
    },
  );

  it.each([
    [0, '零'],
    [9, '九'],
    [10, '十'],
    [19, '十九'],
    [105, '一百零五'],
    [110, '一百一十'],
    [2005, '二千零五'],
    [10_010, '一万零一十'],
    [100_000, '十万'],
  ])('%i is written %s', (value, text) => {
    expect(hanNumeral(value)).toBe(text);
  });

  it.each([
    [4, '三', '四'],
    [10, '9', '10'],
    [10, '09', '10'],
    [4, '03', '04'],
    [10, '９', '１０'],
    [2, '①', '②'],
    [21, '⑳', undefined],
    [22, '㉑', '㉒'],
    [2, '⑴', '⑵'],
    [2, '⒈', '⒉'],
    [11, '㈩', undefined],
    [2, '甲', undefined],
    [2, '1.1', undefined],
  ])('%i is written like %s: %s', (value, like, text) => {
    expect(numeralLike(value, like)).toBe(text);
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(numeralValue(hanNumeral(value))).toBe(value);
      }),
      rounds(500, 100_000),
    );
  });

  it('have a value or none for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'零〇一二三十百千万廿0１①㈠甲 ') }), (text) => {
        const value = numeralValue(text);
        expect(value === undefined || (Number.isInteger(value) && value >= 0)).toBe(true);
      }),
      rounds(100, 20_000),
    );
  });
});
