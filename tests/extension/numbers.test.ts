import { describe, expect, it } from 'vitest';
import { automaticNumber, hasLinedFields, isOwnNumber } from '../../client/src/editor/numbers.ts';

describe('numbers that Enter puts in', () => {
  it.each([
    ['\n7.', '7.'],
    ['\r\n2. ', '2. '],
    ['\n　　（三）', '（三）'],
    ['8．', '8．'],
    ['五是', '五是'],
    ['②', '②'],
    ['\n', undefined],
    ['\n7.建好', undefined],
    ['甲', undefined],
  ])('are known by the change: %j', (change, number) => {
    expect(automaticNumber(change)).toBe(number);
  });

  it.each([
    ['二、', false, true],
    ['（二）加强', false, true],
    ['二、加强教研。', true, true],
    ['8.加强教研。', true, true],
    // The beginning of 2.1.
    ['1.', false, false],
    ['1.2亿元', true, false],
    ['二', false, false],
    ['加强教研、', true, false],
    ['一二年级、', false, false],
  ])('give way to %j (pasted: %j): %j', (written, pasted, gives) => {
    expect(isOwnNumber(written, pasted)).toBe(gives);
  });

  it.each([
    ['1.甲。\n责任单位：办公室', true],
    ['1.甲。\n　　完成时限: 6月', true],
    ['1.甲。（责任单位：办公室）', false],
    ['1.甲。\n责任单位要重视：一是', false],
  ])('are left to the server where fields stand on lines of their own: %j', (text, lined) => {
    expect(hasLinedFields(text)).toBe(lined);
  });
});
