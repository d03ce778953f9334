import { describe, expect, it } from 'vitest';
import { Known, knowing, knowingAt } from '../../server/src/core/text/known.ts';

interface Words {
  readonly text: string;
  readonly known: Known;
}

const wordsOf = (text: string): Words => ({ text, known: new Known() });

describe('what is known of words', () => {
  it('is found out once, nothing at all and empty lists too', () => {
    const asked: string[] = [];
    const nothing = knowing(({ text }: Words) => void asked.push(`nothing of ${text}`));
    const none = knowing(({ text }: Words): readonly string[] => {
      asked.push(`none of ${text}`);
      return [];
    });
    const words = wordsOf('改造食堂');
    for (let i = 0; i < 2; i += 1) {
      expect(nothing(words)).toBeUndefined();
      expect(none(words)).toEqual([]);
    }
    expect(asked).toEqual(['nothing of 改造食堂', 'none of 改造食堂']);
  });

  it('is the same however often it is asked: a list, and a match with its place and groups', () => {
    const signs = knowing(({ text }: Words) => [...text]);
    const match = knowing(({ text }: Words) => /(?<verb>改造).$/u.exec(text.slice(0, 3)));
    const words = wordsOf('改造食堂');
    expect(signs(words)).toBe(signs(words));
    expect(signs(words)).toEqual(['改', '造', '食', '堂']);
    expect(match(words)).toBe(match(words));
    expect([match(words)?.index, match(words)?.groups?.verb]).toEqual([0, '改造']);
  });

  it('tells stretches apart, and what is given beside them', () => {
    const joined = knowingAt(({ text }: Words, from: number, to: number) => text.slice(from, to));
    const ended = knowingAt(
      ({ text }: Words, from: number, to: number, end: string) => text.slice(from, to) + end,
    );
    const words = wordsOf('改造食堂');
    for (let i = 0; i < 2; i += 1) {
      expect([joined(words, 0, 2), joined(words, 2, 4)]).toEqual(['改造', '食堂']);
      expect([ended(words, 0, 2, '。'), ended(words, 0, 2, '；')]).toEqual(['改造。', '改造；']);
    }
  });
});
