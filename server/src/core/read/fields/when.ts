import type { Passage } from '../../plan/block.ts';
import { type DefaultYear, readWhen, type When } from '../../text/dates.ts';
import { unnumbered } from '../../text/memo.ts';

/** Reads the time that the words of a passage from `from` to `to` name, as `readWhen` does. */
export function whenIn(passage: Passage, from: number, to: number, year: DefaultYear): When | undefined {
  const known = whensIn(passage);
  const key = `${from} ${to} ${year.year} ${year.school}`;
  const when = known.get(key) ?? { said: readWhen(passage.text.slice(from, to), year) };
  known.set(key, when);
  return when.said;
}

const whensIn = unnumbered(() => new Map<string, { readonly said: When | undefined }>());
