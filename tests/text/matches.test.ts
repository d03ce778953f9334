import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from '../../server/src/core/text/matches.ts';
import { anyText } from '../any-text.ts';

describe('the matches of a pattern', () => {
  it.each([/\d+/gu, /(?<word>学校|校园)/gu, /(?=校)/gu, /$/gmu, /[^。]*/gu, /\u{20BB7}?/gu])(
    'are those that matchAll finds: %s',
    (pattern) => {
      fc.assert(
        fc.property(anyText(), (text) => {
          const found = matchesIn(text, pattern);
          expect(found).toEqual([...text.matchAll(pattern)]);
          expect(found.map(({ groups }) => groups)).toEqual(
            [...text.matchAll(pattern)].map(({ groups }) => groups),
          );
        }),
      );
    },
  );

  it('are all found again, whatever the pattern was used for before', () => {
    const pattern = /校/gu;
    pattern.lastIndex = 7;
    expect(matchesIn('学校与校园', pattern).map(({ index }) => index)).toEqual([1, 3]);
    expect(matchesIn('无', pattern)).toEqual([]);
    expect(matchesIn('校', pattern)).toHaveLength(1);
  });
});
