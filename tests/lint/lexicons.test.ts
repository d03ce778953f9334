import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { clauseEnds } from '../../server/src/core/lint/lexicons/clause-ends.ts';
import { clauseOpeners } from '../../server/src/core/lint/lexicons/clause-openers.ts';
import { commonWords } from '../../server/src/core/lint/lexicons/common-words.ts';
import { frames } from '../../server/src/core/lint/lexicons/frames.ts';
import { misspellings } from '../../server/src/core/lint/lexicons/misspellings.ts';
import { predicates } from '../../server/src/core/lint/lexicons/predicates.ts';
import { quotedTerms } from '../../server/src/core/lint/lexicons/quoted-terms.ts';
import { openings, seams } from '../../server/src/core/lint/lexicons/seams.ts';
import { terms } from '../../server/src/core/lint/lexicons/terms.ts';
import { wordEndings } from '../../server/src/core/lint/lexicons/word-endings.ts';
import { wordAt, wordIndex } from '../../server/src/core/lint/lexicons/words.ts';
import { nearIndex, nearMisses } from '../../server/src/core/text/near.ts';

const folder = fileURLToPath(new URL('../../server/src/core/lint/lexicons/', import.meta.url));

const lists = { clauseEnds, clauseOpeners, commonWords, quotedTerms, seams, openings };
const maps = { misspellings, predicates, terms, wordEndings };

describe('the lexicons', () => {
  it('say where they come from', () => {
    for (const file of globSync('*.ts', { cwd: folder, ignore: 'words.ts' })) {
      expect(readFileSync(folder + file, 'utf8'), file).toMatch(/Compiled\s+(?:\*\s+)?by(?:\s|\*)+hand/u);
    }
  });

  it.each(Object.entries(lists))('%s is sorted and has nothing twice', (_name, list) => {
    expect(list).toEqual([...new Set(list)].sort(byCode));
    expect(list.filter((word) => word === '')).toEqual([]);
  });

  it.each(Object.entries(maps))('%s is sorted and has nothing twice', (name, map) => {
    expect([...map.keys()]).toEqual([...map.keys()].sort(byCode));
    // A map would swallow what is there twice.
    const file = name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    const source = /`(?<words>[^`]+)`\);/u.exec(readFileSync(`${folder}${file}.ts`, 'utf8'))?.groups?.words;
    expect(source?.trim().split(/\s+/u)).toHaveLength(map.size);
    for (const values of map.values()) expect(values).toEqual([...new Set(values)]);
  });

  it('have no wrong form that is right elsewhere', () => {
    const right = [...[...misspellings.values()].flat(), ...terms.keys(), ...quotedTerms, ...commonWords];
    for (const wrong of misspellings.keys()) {
      expect(
        right.filter((word) => word.includes(wrong)),
        wrong,
      ).toEqual([]);
      expect(misspellings.get(wrong)).toHaveLength(1);
    }
  });

  it('have seams only where a wrong form may begin', () => {
    const firsts = new Set([...misspellings.keys()].map((wrong) => wrong[0]));
    expect(seams.filter((word) => !firsts.has(word.at(-1)))).toEqual([]);
  });

  it('name as right near terms what is near indeed', () => {
    for (const [term, near] of terms) {
      const index = nearIndex([term]);
      const far = near.filter((word) => !nearMisses(index, word).some(({ written }) => written === word));
      // What differs at an end, or by a lost character, is never reported and need not be listed.
      expect(
        far.filter(
          (word) =>
            word.length === term.length &&
            word[0] === term[0] &&
            word.at(-1) === term.at(-1) &&
            differences(word, term) === 1,
        ),
      ).toEqual([]);
    }
  });

  it('have frames that are named, and linear', () => {
    expect(new Set(frames.map(({ name }) => name)).size).toBe(frames.length);
    for (const { pattern } of frames) expect(pattern.flags).toBe('u');
  });
});

describe('near misses', () => {
  const index = nearIndex(['随班就读', '中华民族共同体意识']);
  const found = (text: string) => nearMisses(index, text).map(({ written }) => written);

  it.each([
    ['提升随便就读水平', ['随便就读']],
    ['提升随就班读水平', ['随就班读']],
    ['提升随班班就读水平', ['随班班就读']],
    ['铸牢中华民族共同意体识', ['中华民族共同意体识']],
    ['铸牢中华名族共同体意识', ['中华名族共同体意识']],
  ])('%s has one', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['随班就读', '随班就学', '陪班就读', '随、便就读', '随班“就读', '随班', '读就班随', ''])(
    '%s has none',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('a word index', () => {
  it('finds the longest word', () => {
    const index = wordIndex(['教', '教育', '教育局']);
    expect(wordAt(index, '县教育局', 1)).toBe('教育局');
    expect(wordAt(index, '县教育', 1)).toBe('教育');
    expect(wordAt(index, '县教育', 0)).toBeUndefined();
    expect(wordAt(index, '', 0)).toBeUndefined();
  });
});

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function differences(a: string, b: string): number {
  return [...a].filter((character, i) => character !== b[i]).length;
}
