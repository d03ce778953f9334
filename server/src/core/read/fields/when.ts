import type { Passage } from '../../plan/block.ts';
import { type DefaultYear, readWhen, type When } from '../../text/dates.ts';
import { unnumberedAt } from '../../text/known.ts';
import { Recent } from '../../text/memo.ts';

/** What the words of a passage from `from` to `to` say of a time. */
export interface Said {
  /** As `readWhen` reads it. */
  readonly when: When | undefined;
  /** The words as written, without spaces and line breaks. */
  readonly text: string;
}

/** Reads the time that the words of a passage from `from` to `to` name. */
export function timeIn(passage: Passage, from: number, to: number, { year, school }: DefaultYear): Said {
  return timeAt(passage, from, to, year, school);
}

const timeAt = unnumberedAt(
  (
    { text, raw }: Passage,
    from: number,
    to: number,
    year: DefaultYear['year'],
    school: DefaultYear['school'],
  ) => ({
    when: whenOf(text.slice(from, to), { year, school }),
    text: raw.slice(from, to).replace(/\s+/gu, ''),
  }),
);

function whenOf(words: string, year: DefaultYear): When | undefined {
  days.thin(MOST_DAYS);
  return days.of(`${year.year} ${year.school} ${words}`, () => ({ when: readWhen(words, year) })).when;
}

/** A plan names the same days again and again: what the words of each say. */
const days = new Recent<{ readonly when: When | undefined }>();
/** In characters, twice at most: those of many plans. */
const MOST_DAYS = 10_000;
