import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type PackedWording, unpacked } from '../../../server/src/core/lint/wording/table.ts';
import { packed } from './pack.ts';
import { type Entry, rightWords } from './right.ts';
import { termsOf } from './terms.ts';
import type { Source } from './texts.ts';

/** The table that `sources` and the dictionary make. */
export function madeFrom(sources: readonly Source[]): PackedWording {
  const dictionary = dictionaryWords();
  const wording = termsOf(sources, new Set(dictionary.keys()), MOST_TERMS);
  const table = unpacked(packed(wording, []));
  return packed(wording, rightWords(table, dictionary, sources));
}

/** The source of the data file that holds a table. */
export function dataFileOf(table: PackedWording): string {
  const streams = Object.entries(table).map(([name, text]) => `  ${name}:\n    '${text}',`);
  return `${HEAD}export const packedWording: PackedWording = {\n${streams.join('\n')}\n};\n`;
}

/** Terms of more than one character. */
const MOST_TERMS = 7_500;

const HEAD = `// Made by npm run words:make from public texts of the genre and jieba's dictionary (MIT); do not edit.
import type { PackedWording } from './table.ts';

/** Terms that many documents share, with how rare each is, and how characters sound and look. */
`;

/** The words of jieba's dictionary (MIT). */
function dictionaryWords(): ReadonlyMap<string, Entry> {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = new Map<string, Entry>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', frequency, kind = ''] = line.split(' ');
    if (/^\p{Script=Han}{1,8}$/u.test(word)) words.set(word, { frequency: Number(frequency), kind });
  }
  return words;
}
