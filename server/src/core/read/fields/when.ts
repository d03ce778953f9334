import type { Passage } from '../../plan/block.ts';
import { type DefaultYear, readWhen, type When } from '../../text/dates.ts';
import { unnumbered } from '../../text/memo.ts';

/** What the words of a passage from `from` to `to` say of a time. */
export interface Said {
  /** As `readWhen` reads it. */
  readonly when: When | undefined;
  /** The words as written, without spaces and line breaks. */
  readonly text: string;
}

/** Reads the time that the words of a passage from `from` to `to` name. */
export function timeIn(passage: Passage, from: number, to: number, { year, school }: DefaultYear): Said {
  const known = knownIn(passage);
  for (const one of known)
    if (one.from === from && one.to === to && one.year === year && one.school === school) return one;
  const said = {
    from,
    to,
    year,
    school,
    when: readWhen(passage.text.slice(from, to), { year, school }),
    text: passage.raw.slice(from, to).replace(/\s+/gu, ''),
  };
  // Texts of many years share the words.
  if (known.length === MOST) known.length = 0;
  known.push(said);
  return said;
}

/** No paragraph names more times, in the years of a few texts. */
const MOST = 40;

interface Known extends Said, DefaultYear {
  readonly from: number;
  readonly to: number;
}

const knownIn = unnumbered((): Known[] => []);
