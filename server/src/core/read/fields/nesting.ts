import type { Span } from '../../text/text.ts';

/** What a character does to the depth of brackets; 〈〉 and <> are the inner pairs of names as well. */
export function nests(character: string): 1 | -1 | 0 {
  // Nearly all are Han, and none of these.
  if (character > '〕') return 0;
  if (OPENERS.includes(character)) return 1;
  return CLOSERS.includes(character) ? -1 : 0;
}

/** The outermost brackets in a stretch that are closed in it, a pair of any width; an unpaired one is none. */
export function pairsIn(text: string, from: number, to: number): readonly Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (let i = from; i < to; i += 1) {
    const step = nests(text[i] ?? '');
    if (step > 0) open.push(i);
    else if (step < 0) {
      const start = open.pop();
      if (start !== undefined) {
        while ((pairs.at(-1)?.start ?? 0) > start) pairs.pop();
        pairs.push({ start, end: i + 1 });
      }
    }
  }
  return pairs;
}

const OPENERS = '([〔【〈<';
const CLOSERS = ')]〕】〉>';
