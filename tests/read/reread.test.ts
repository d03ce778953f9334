import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintAll } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Passage } from '../../server/src/core/plan/block.ts';
import { Memory } from '../../server/src/core/read/memory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { unnumbered } from '../../server/src/core/text/known.ts';
import { rounds } from '../rounds.ts';
import { documents, planLike } from '../rules/texts.ts';

const texts = documents();

/** A stretch of a text is replaced; `at` is a share of its length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 80 })),
  words: fc.oneof(
    planLike.map((words) => words.slice(0, 60)),
    fc.constantFrom(
      '',
      '\n',
      '。',
      '（',
      '）',
      '责任单位：',
      '列第一位的为牵头单位',
      '序号\t任务\t责任单位\n',
      '\r',
      '&',
      '\uFEFF',
    ),
  ),
});

function changed(text: string, { at, length, words }: { at: number; length: number; words: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + words + text.slice(start + length);
}

/** The text with other numbers of the same width at the heads of its lines. */
function renumbered(text: string, seed: number): string {
  let next = seed;
  return text.replace(
    /^(?<lead>[ \t\u3000]*[（(]?)(?:(?<digits>\d{1,3}|(?!19|20)\d{4,5})|(?<han>[一二三四五六七八九十]{1,2}))(?=[.．、）)])/gmu,
    (whole, lead: string, digits: string | undefined, han: string | undefined) => {
      next = (next * 7 + 3) % 899;
      if (digits) return lead + String(next % 10 ** digits.length).padStart(digits.length, '1');
      if (!han) return whole;
      return lead + (han.length === 1 ? ONES[next % ONES.length] : `十${ONES[next % (ONES.length - 1)]}`);
    },
  );
}

const ONES = '一二三四五六七八九十';

describe('reading again', () => {
  it('gives what reading for the first time gives, whatever was changed and whatever else was read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.map(([, text]) => text.slice(0, 8000))),
        fc.constantFrom(...texts.map(([, text]) => text.slice(0, 2000))),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (start, other, changes) => {
          const memory = new Memory();
          parse(other, {}, memory);
          let text = start;
          for (const one of changes) {
            text = changed(text, one);
            const plan = parse(text, {}, memory);
            expect(plan).toEqual(parse(text));
            expect(lintAll(plan, rules, defaultSettings)).toEqual(
              lintAll(parse(text), rules, defaultSettings),
            );
          }
        },
      ),
      rounds(12, 2000),
    );
  });

  it('gives what reading for the first time gives, whatever numbers the same words had before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.map(([, text]) => text.slice(0, 8000))),
        fc.nat(),
        fc.constantFrom('', '1', '47'),
        (short, seed, before) => {
          const text = short.replace(/^(?=\d{1,3}[.．、])/gmu, before);
          const memory = new Memory();
          const other = parse(renumbered(text, seed), {}, memory);
          lintAll(other, rules, defaultSettings);
          const plan = parse(text, {}, memory);
          expect(plan).toEqual(parse(text));
          expect(lintAll(plan, rules, defaultSettings)).toEqual(lintAll(parse(text), rules, defaultSettings));
        },
      ),
      rounds(8, 2000),
    );
  });

  it('shares what is known of words that only their number tells apart', () => {
    const memory = new Memory();
    const asked: string[] = [];
    const isShort = unnumbered(({ text }: Passage) => asked.push(text) > 0 && text.length < 40);
    const texts = [
      '1.开放操场。',
      '2.开放操场。',
      '1.开放书库。',
      '3月开放操场。',
      '4月开放操场。',
      '12.开放操场。',
      '1234.开放操场。',
      '1235.开放操场。',
      '2026.开放操场。',
      '2027.开放操场。',
    ];
    for (const text of texts) for (const block of parse(text, {}, memory).blocks) isShort(block);
    expect(asked).toEqual([
      '1.开放操场。',
      '1.开放书库。',
      '3月开放操场。',
      '4月开放操场。',
      '12.开放操场。',
      '1234.开放操场。',
      '2026.开放操场。',
      '2027.开放操场。',
    ]);
  });

  it('reads a line that stays as it was once', () => {
    const memory = new Memory();
    const [before, again] = ['1.甲事。\n2.乙事。', '1.甲事。\n3.丙事。'].map((text) =>
      parse(text, {}, memory),
    );
    expect(again?.blocks[0]?.known).toBe(before?.blocks[0]?.known);
    expect(again?.blocks[1]?.known).not.toBe(before?.blocks[1]?.known);
  });

  it('forgets what was not met for long', () => {
    const memory = new Memory();
    const first = parse('1.甲事。', {}, memory);
    for (let i = 0; i < 4; i += 1) parse(`${i}号。\n`.repeat(2) + `第${i}段。`.repeat(400_000), {}, memory);
    expect(parse('1.甲事。', {}, memory).blocks[0]?.known).not.toBe(first.blocks[0]?.known);
  });

  it('forgets everything when the labels change', () => {
    const text = '1.甲事。（承担科室：办公室）';
    const memory = new Memory();
    parse(text, {}, memory);
    const labels = { unit: ['承担科室'] };
    expect(parse(text, { labels }, memory)).toEqual(parse(text, { labels }));
    expect(parse(text, { labels }, memory).tasks[0]?.units).toHaveLength(1);
    expect(parse(text, {}, memory)).toEqual(parse(text));
  });
});
