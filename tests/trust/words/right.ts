import { suspectsIn } from '../../../server/src/core/lint/wording/suspects.ts';
import type { WordingTable } from '../../../server/src/core/lint/wording/table.ts';
import { byCode } from './terms.ts';
import type { Source } from './texts.ts';

/** A word of the dictionary: how often it is used, and its part of speech. */
export interface Entry {
  readonly frequency: number;
  readonly kind: string;
}

/**
 * What nearly is a term and right all the same: words of `dictionary` (with how frequent each is) that would be
 * suspected where they stand alone, and forms that `sources` use again. Sorted.
 */
export function rightWords(
  table: WordingTable,
  dictionary: ReadonlyMap<string, Entry>,
  sources: readonly Source[],
): readonly string[] {
  const found = new Set<string>();
  for (const [word, { frequency, kind }] of dictionary) {
    if (word.length < 2 || word.length > 4 || NAME.test(kind)) continue;
    if (word.length === 4 && !FIXED.test(kind) && frequency < FREQUENT) continue;
    const least = frequency >= COMMON ? LEAST_COMMON : LEAST;
    if (suspectsIn(word, table, least).length > 0) found.add(word);
  }
  const used = new Map<string, { count: number; documents: number; last: number }>();
  for (const [document, { lines }] of sources.entries()) {
    for (const line of lines) {
      for (const { from, to } of suspectsIn(line, table, LEAST)) {
        const written = line.slice(from, to);
        const known = used.get(written) ?? { count: 0, documents: 0, last: -1 };
        known.count += 1;
        if (known.last !== document) known.documents += 1;
        used.set(written, { ...known, last: document });
      }
    }
  }
  for (const [written, { count, documents }] of used) {
    if (HAN.test(written) && (documents >= 2 || count >= 3)) found.add(written);
  }
  return [...found].sort(byCode);
}

/** What is suspected at all, some way below what is reported: in a sentence a word may look worse than alone. */
const LEAST = 10;
/** Words of everyday are known however little they are suspected. */
const COMMON = 200;
const LEAST_COMMON = 7;
/** Long words are mostly two, unless they are used so often. */
const FREQUENT = 50;
/** Persons and foreign names, by their parts of speech. */
const NAME = /^nr/u;
/** Idioms and set phrases. */
const FIXED = /^[il]/u;
const HAN = /^\p{Script=Han}{2,8}$/u;
