/** How a stretch of text misses a term by one slip: one inner character replaced or doubled, or two swapped. */
export interface NearMiss {
  readonly term: string;
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

/** The terms by their first and by their last two characters, of which a near miss keeps one pair. */
export interface NearIndex {
  /** By the sign of two characters, whether terms may have these so: most pairs in a text are told apart by that. */
  readonly signs: Uint8Array;
  readonly byStart: ReadonlyMap<number, readonly string[]>;
  readonly byEnd: ReadonlyMap<number, readonly string[]>;
}

/** The index of `terms`; those of fewer than four characters are too short to be missed nearly. */
export function nearIndex(terms: Iterable<string>): NearIndex {
  const byStart = new Map<number, string[]>();
  const byEnd = new Map<number, string[]>();
  const signs = new Uint8Array(SIGNS);
  const add = (map: Map<number, string[]>, term: string, first: number, second: number) => {
    signs[signAt(term, first, second)] = 1;
    const key = pairAt(term, first, second);
    const same = map.get(key);
    if (same) same.push(term);
    else map.set(key, [term]);
  };
  for (const term of terms) {
    if (term.length < 4) continue;
    add(byStart, term, 0, 1);
    add(byEnd, term, term.length - 2, term.length - 1);
    // Four characters with the inner two swapped keep neither pair.
    if (term.length === 4 && term[1] !== term[2]) add(byStart, term, 0, 2);
  }
  return { signs, byStart, byEnd };
}

/** Every stretch of `text` that misses a term by one slip, in order; what stands there exactly is none. */
export function nearMisses(index: NearIndex, text: string): readonly NearMiss[] {
  const found: NearMiss[] = [];
  for (let i = 0; i + 1 < text.length; i += 1) {
    if (index.signs[signAt(text, i, i + 1)] === 0) continue;
    const pair = pairAt(text, i, i + 1);
    for (const term of index.byStart.get(pair) ?? NONE) {
      const length = nearLength(term, text, i, 0);
      if (length > 0) found.push(missOf(term, text, i, length));
    }
    for (const term of index.byEnd.get(pair) ?? NONE) {
      const end = i + 2;
      const length = nearLength(term, text, end, 1);
      if (length > 0) found.push(missOf(term, text, end - length, length));
    }
  }
  if (found.length < 2) return found;
  // Where both pairs are kept, the miss was found twice.
  const seen = new Set<string>();
  return found
    .filter(({ term, from, to }) => {
      const key = `${term} ${from} ${to}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.from - b.from);
}

const NONE: readonly string[] = [];

/**
 * How long what misses `term` at `at` is, 0 where nothing there does: as long as the term, or longer by a doubled character;
 * what is shorter is mostly a short form. `share`: whether it begins there (0) or ends there (1).
 */
function nearLength(term: string, text: string, at: number, share: 0 | 1): number {
  const { length } = term;
  if (isNear(term, text, at - share * length, length)) return length;
  return isNear(term, text, at - share * (length + 1), length + 1) ? length + 1 : 0;
}

/** Two characters as one number. */
function pairAt(text: string, first: number, second: number): number {
  return text.charCodeAt(first) * 0x10000 + text.charCodeAt(second);
}

/** The same as one of `SIGNS` numbers, which several pairs share. */
function signAt(text: string, first: number, second: number): number {
  return ((text.charCodeAt(first) << 6) ^ text.charCodeAt(second)) & (SIGNS - 1);
}

const SIGNS = 0x2000;

function missOf(term: string, text: string, from: number, length: number): NearMiss {
  const to = from + length;
  return { term, from, to, written: text.slice(from, to) };
}

/** Whether one inner slip leads from `term` to what stands at `from`. */
function isNear(term: string, text: string, from: number, length: number): boolean {
  if (from < 0 || from + length > text.length) return false;
  let start = 0;
  while (start < term.length && term.charCodeAt(start) === text.charCodeAt(from + start)) start += 1;
  const last = from + length - 1;
  let end = 0;
  while (
    end < term.length - start &&
    end < length - start &&
    term.charCodeAt(term.length - 1 - end) === text.charCodeAt(last - end)
  )
    end += 1;
  if (start === 0 || end === 0) return false;
  const lost = term.length - start - end;
  const added = length - start - end;
  if (!isSlip(term, text, from, { start, lost, added })) return false;
  return HAN_ONLY.test(text.slice(from, from + length));
}

/** Whether what differs behind the first `start` characters, so many for so many, is one slip. */
function isSlip(
  term: string,
  text: string,
  from: number,
  { start, lost, added }: { readonly start: number; readonly lost: number; readonly added: number },
): boolean {
  const at = from + start;
  if (lost === 2 && added === 2) return term[start] === text[at + 1] && term[start + 1] === text[at];
  if (lost === 0) return added === 1 && text[at] === text[at - 1];
  return lost === 1 && added === 1;
}

const HAN_ONLY = /^[々〇㐀-鿿𠀀-𲎯]+$/u;
