import { expect, it } from 'vitest';
import { rememberedByWords } from '../../server/src/core/text/memo.ts';

it('remembers what was said of words lately, of each for itself, and forgets what was not asked for long', () => {
  const asked: string[] = [];
  const say = rememberedByWords(40, (words: string, year: number | undefined) => {
    asked.push(`${words} ${year}`);
    return year === undefined ? undefined : `${words}${year}`;
  });
  const all = () => [say('六月底', 2026), say('六月底', undefined), say('六月', 2026)];
  expect(all()).toEqual(['六月底2026', undefined, '六月2026']);
  expect(all()).toEqual(['六月底2026', undefined, '六月2026']);
  expect(asked).toEqual(['六月底 2026', '六月底 undefined', '六月 2026']);
  for (let day = 1; day <= 20; day += 1) say(`十一月${day}日`, 2026);
  asked.length = 0;
  say('六月底', 2026);
  expect(asked).toEqual(['六月底 2026']);
});
