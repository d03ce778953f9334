import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Records, read } from '../../server/src/core/read/read.ts';
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

describe('reading again', () => {
  it('gives what reading for the first time gives, whatever was changed', () => {
    let asked = 0;
    let kept = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts.map(([, text]) => text.slice(0, 8000))),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (start, changes) => {
          let text = start;
          let before: Records = read(text).records;
          for (const one of changes) {
            text = changed(text, one);
            const again = read(text, {}, before);
            expect(again.plan).toEqual(read(text).plan);
            for (const key of again.records.contents.keys()) {
              asked += 1;
              if (before.contents.get(key) === again.records.contents.get(key)) kept += 1;
            }
            before = again.records;
          }
        },
      ),
      rounds(40, 2000),
    );
    // A change touches a line or two: all but a few paragraphs are remembered, and none is for ever.
    expect(kept / asked).toBeGreaterThan(0.9);
  });

  it('forgets what no longer stands in the text', () => {
    const { records } = read('1.甲事。\n2.乙事。');
    const again = read('1.甲事。', {}, records).records;
    expect([...again.contents.keys()]).toEqual(['1.甲事。']);
    expect([...again.lines.keys()]).toEqual(['1.甲事。']);
  });

  it('forgets everything when the labels change', () => {
    const text = '1.甲事。（承担科室：办公室）';
    const { records } = read(text);
    const labels = { unit: ['承担科室'] };
    expect(read(text, { labels }, records).plan).toEqual(read(text, { labels }).plan);
    expect(read(text, { labels }, records).plan.tasks[0]?.units).toHaveLength(1);
  });
});
