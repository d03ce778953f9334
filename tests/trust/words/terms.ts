import type { Source } from './texts.ts';

/** A term with how often it is used, in how many documents. */
export interface Term {
  readonly word: string;
  readonly count: number;
}

/** The wording of texts: terms, single characters among them, and how many of them the texts are made of. */
export interface Wording {
  readonly terms: readonly Term[];
  readonly total: number;
}

/**
 * The terms that `sources` are made of: words of `dictionary` and runs of 2 to 8 characters that many documents share,
 * weighed against each other by parting the texts into them again and again so that what they cost is least; of those
 * of more than one character the `most` that spare most for the place that they take.
 */
export function termsOf(sources: readonly Source[], dictionary: ReadonlySet<string>, most: number): Wording {
  const runs = sources.flatMap(({ lines }, document) =>
    lines.flatMap((line) => (line.match(HAN) ?? []).map((text) => ({ text, document }))),
  );
  let costs = costsOf(candidates(runs, dictionary), runs);
  let counted: { counts: ReadonlyMap<string, Count>; total: number } = { counts: new Map(), total: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    counted = countedBy(runs, costs);
    costs = new Map();
    for (const [word, { count, documents }] of counted.counts) {
      if (isKept(word, count, documents, dictionary)) costs.set(word, -Math.log(count / counted.total));
    }
  }
  const kept = [...counted.counts].filter(([word]) => costs.has(word));
  const singles = kept.filter(([word, { count }]) => word.length === 1 && count >= FEWEST_SINGLE);
  const shared = kept.filter(([word, { count }]) => word.length > 1 && count >= FEWEST);
  const spared = shared.map(([word, { count }]) => ({
    word,
    count,
    spares: (count * spares(word, costs)) / (word.length - 1),
  }));
  const best = spared.sort((a, b) => b.spares - a.spares || byCode(a.word, b.word)).slice(0, most);
  const terms = [...singles.map(([word, { count }]) => ({ word, count })), ...best];
  return { terms: terms.map(({ word, count }) => ({ word, count })), total: counted.total };
}

interface Run {
  readonly text: string;
  /** Index of the document that it stands in. */
  readonly document: number;
}

interface Count {
  count: number;
  documents: number;
  last: number;
}

const HAN = /\p{Script=Han}+/gu;
const ROUNDS = 4;
const LONGEST = 8;
/** A run of characters that is in no dictionary is shared by so many documents at least. */
const DOCUMENTS = 4;
const RUN_COUNT = 8;
/** A term is used so often at least, and so often a character alone. */
const FEWEST = 4;
const FEWEST_SINGLE = 3;

function isKept(word: string, count: number, documents: number, dictionary: ReadonlySet<string>): boolean {
  return word.length === 1 || (dictionary.has(word) ? count >= 2 : documents >= 3 && count >= 5);
}

/** Runs that are frequent enough, found length by length: a frequent run is made of frequent ones. */
function candidates(runs: readonly Run[], dictionary: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let shorter: ReadonlySet<string> | undefined;
  for (let length = 2; length <= LONGEST; length += 1) {
    const counts = new Map<string, Count>();
    for (const { text, document } of runs) {
      for (let i = 0; i + length <= text.length; i += 1) {
        const isPossible =
          !shorter ||
          (shorter.has(text.slice(i, i + length - 1)) && shorter.has(text.slice(i + 1, i + length)));
        if (isPossible) add(counts, text.slice(i, i + length), document);
      }
    }
    const frequent = new Set<string>();
    for (const [word, { count, documents }] of counts) {
      const isFrequent = count >= RUN_COUNT && documents >= DOCUMENTS;
      if (isFrequent) frequent.add(word);
      if (dictionary.has(word)) found.set(word, count);
      // Most runs are parts of terms or cross their ends.
      else if (isFrequent) found.set(word, count / 5);
    }
    shorter = frequent;
  }
  return found;
}

function add(counts: Map<string, Count>, word: string, document: number): void {
  const known = counts.get(word);
  if (!known) counts.set(word, { count: 1, documents: 1, last: document });
  else {
    known.count += 1;
    if (known.last !== document) known.documents += 1;
    known.last = document;
  }
}

/** What each term costs to begin with: the rarer, the more. */
function costsOf(found: ReadonlyMap<string, number>, runs: readonly Run[]): Map<string, number> {
  const singles = new Map<string, number>();
  let all = 0;
  for (const { text } of runs) {
    for (const character of text) singles.set(character, (singles.get(character) ?? 0) + 0.3);
    all += text.length;
  }
  return new Map([...found, ...singles].map(([word, count]) => [word, -Math.log(count / all)]));
}

function countedBy(
  runs: readonly Run[],
  costs: ReadonlyMap<string, number>,
): { counts: Map<string, Count>; total: number } {
  const counts = new Map<string, Count>();
  let total = 0;
  for (const { text, document } of runs) {
    for (const word of parted(text, costs)) {
      add(counts, word, document);
      total += 1;
    }
  }
  return { counts, total };
}

/** The terms of `text` that cost least together, the last first. */
function parted(text: string, costs: ReadonlyMap<string, number>, whole = true): readonly string[] {
  const best = new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(text.length + 1);
  best[0] = 0;
  for (let i = 0; i < text.length; i += 1) {
    for (let end = i + 1; end <= text.length && end <= i + LONGEST; end += 1) {
      if (!whole && end - i === text.length) continue;
      const cost = costs.get(text.slice(i, end)) ?? (end === i + 1 ? UNKNOWN : Number.POSITIVE_INFINITY);
      const sum = (best[i] ?? 0) + cost;
      if (sum >= (best[end] ?? 0)) continue;
      best[end] = sum;
      from[end] = i;
    }
  }
  const words: string[] = [];
  for (let end = text.length; end > 0; end = from[end] ?? 0) words.push(text.slice(from[end], end));
  return words;
}

const UNKNOWN = 20;

/** What one use of a term costs less than its parts. */
function spares(word: string, costs: ReadonlyMap<string, number>): number {
  const parts = parted(word, costs, false).reduce((sum, part) => sum + (costs.get(part) ?? UNKNOWN), 0);
  return parts - (costs.get(word) ?? UNKNOWN);
}

/** In the order of code units. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
