/** The words of a lexicon as it is written: parted by spaces and line ends, sorted by code unit. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

/** Pairs written `key=value|value`; a word alone has no values. */
export function pairsOf(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    wordsOf(text).map((pair) => {
      const [key = '', values] = pair.split('=');
      return [key, values === undefined ? [] : values.split('|')];
    }),
  );
}

/** A lexicon by first code unit, the longer words first: what `wordAt` looks into. */
export type WordIndex = ReadonlyMap<number, readonly string[]>;

/** The index of `list`. */
export function wordIndex(list: Iterable<string>): WordIndex {
  const index = new Map<number, string[]>();
  for (const word of list) {
    const same = index.get(word.charCodeAt(0));
    if (same) same.push(word);
    else index.set(word.charCodeAt(0), [word]);
  }
  for (const same of index.values()) same.sort((a, b) => b.length - a.length);
  return index;
}

/** The longest word of the lexicon that stands at `at` in `text`. */
export function wordAt(index: WordIndex, text: string, at: number): string | undefined {
  const words = index.get(text.charCodeAt(at));
  if (words) for (const word of words) if (text.startsWith(word, at)) return word;
  return undefined;
}
