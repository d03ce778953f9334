import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/index.ts';
import { judgedIn, keyOf, precisions } from './judged.ts';

const list = judgedIn(readFileSync(fileURLToPath(new URL('judged.tsv', import.meta.url)), 'utf8'));

describe('the judged list', () => {
  it('judges each place once, and rules that there are', () => {
    expect(new Set(list.map(keyOf)).size).toBe(list.length);
    const known = new Set(rules.map(({ id }) => id));
    expect(list.filter(({ rule }) => !known.has(rule))).toEqual([]);
  });

  it('holds no text of the documents', () => {
    for (const { why, mark } of list) {
      expect(why.match(/\p{Script=Han}+/gu)?.every((words) => words.length <= 4) ?? true, why).toBe(true);
      expect(mark).toMatch(/^[0-9a-f]{6}$/u);
    }
  });

  it('refuses a row without a verdict', () => {
    expect(() => judgedIn('001\t3\tnumber-gap\tabcdef\t?\t?')).toThrow('not a judgement');
  });
});

describe('precision', () => {
  const row = (document: string, rule: string, verdict: string) =>
    [document, '1', rule, 'abcdef', verdict, 'so'].join('\t');
  const judged = judgedIn(
    [row('1', 'a', 'right'), row('1', 'a', 'wrong'), row('2', 'a', 'right'), row('2', 'b', 'arguable')].join(
      '\n',
    ),
  );

  it('counts the arguable as wrong', () => {
    expect(precisions(judged, { byCause: false })).toEqual([
      { name: 'a', right: 2, judged: 3 },
      { name: 'b', right: 0, judged: 1 },
      { name: 'all', right: 2, judged: 4 },
    ]);
  });

  it('counts a rule in a document once, as right where all of it is', () => {
    expect(precisions(judged, { byCause: true }).at(-1)).toEqual({ name: 'all', right: 1, judged: 3 });
  });
});
