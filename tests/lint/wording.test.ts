import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspectsIn } from '../../server/src/core/lint/wording/suspects.ts';
import { packedWording } from '../../server/src/core/lint/wording/table.data.ts';
import { after, numbersIn, textOf, unpacked } from '../../server/src/core/lint/wording/table.ts';
import { rounds } from '../rounds.ts';
import { packed } from '../trust/words/pack.ts';

const table = unpacked(packedWording);

/** The node that a word leads to, 0 where it leads nowhere. */
function nodeOf(word: string, of = table): number {
  return [...word].reduce((node, character, i) => {
    const number = of.numbers[character.charCodeAt(0)] ?? 0;
    return i === 0 ? number : node === 0 || number === 0 ? 0 : after(of, node, number);
  }, 0);
}

describe('the packed table', () => {
  it('reads the numbers that it is written in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), (numbers) => {
        expect([...numbersIn(textOf(numbers))]).toEqual(numbers);
      }),
      rounds(100, 2000),
    );
  });

  it('gives back the terms that were packed, the frequent ones as less rare', () => {
    const terms = ['教', '育', '局', '教育', '教育局', '育教'].map((word, i) => ({ word, count: 64 >> i }));
    const small = unpacked(packed({ terms, total: 200 }, ['局育']));
    const cost = (word: string) => small.costs[nodeOf(word, small)] ?? 0;
    for (const { word } of terms) expect(nodeOf(word, small), word).toBeGreaterThan(0);
    expect(cost('教育')).toBeGreaterThan(0);
    expect(cost('教育')).toBeLessThan(cost('教育局'));
    expect(cost('局育')).toBeGreaterThan(cost('育教'));
    expect(nodeOf('局教', small)).toBe(0);
    expect(nodeOf('教育教', small)).toBe(0);
  });

  it('holds single terms of the genre and no sentence', () => {
    for (const word of ['教育', '发展', '建设', '推进'])
      expect(table.costs[nodeOf(word)], word).toBeGreaterThan(0);
    const depths = new Uint8Array(table.letters.length);
    for (let node = 0; node < depths.length; node += 1) {
      for (let child = table.children[node] ?? 0; child < (table.children[node + 1] ?? 0); child += 1)
        depths[child] = (depths[node] ?? 0) + 1;
    }
    expect(Math.max(...depths)).toBe(8);
    expect(depths.length).toBeGreaterThan(10_000);
  });

  it('is small', () => {
    const size = Object.values(packedWording).reduce((sum, text) => sum + text.length, 0);
    // Seven bits a sign at most.
    expect((size * 7) / 8).toBeLessThan(66_000);
  });
});

describe('suspects', () => {
  const found = (text: string, least = 10) => suspectsIn(text, table, least).map(({ term }) => term);

  it('are the same whatever else stands in the paragraph', () => {
    const alone = '各级教预部门要加强领导。';
    expect(found(alone)).toHaveLength(1);
    expect(found(`2026年，召开会议。${alone}办好学校`)).toEqual(found(alone));
  });

  it('are fewer where more is to be gained', () => {
    const text = '充分法挥学校作用，各级教预部门要加墙指导。';
    const [few, more] = [found(text, 14), found(text, 8)];
    expect(more.length).toBeGreaterThanOrEqual(few.length);
    expect(more).toEqual(expect.arrayContaining(few));
  });

  it('are read from any text, lie in it, in order and apart', () => {
    const pieces = [
      '教育',
      '部门',
      '预',
      '法挥',
      '机制',
      '，',
      '。',
      ' ',
      'A1',
      '𠮷',
      '\u{FFFF}',
      '義',
      '的',
      '推进',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const text = parts.join('');
        let done = 0;
        for (const { from, to, term } of suspectsIn(text, table, 6)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(text.slice(from, to)).not.toBe(term);
          done = to;
        }
      }),
      rounds(200, 5000),
    );
  });
});
