import { type Block, type Passage, saying } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { isPage } from '../frame/shapes.ts';
import { flattenedTables } from '../lines/doubtful.ts';
import { isTableRow } from '../lines/rows.ts';
import { isSectional, type Mark, markIn } from './numbering.ts';

/**
 * The numbered paragraphs that stand apart from the outline, whose numbers do not count into it: a table of contents
 * (目录), what stands in a box (专栏), footnotes, notes behind the whole (注：), a table in pieces.
 */
export function standApart(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
): ReadonlySet<Block> {
  return new Set([
    ...contentsIn(blocks, marks),
    ...boxesIn(blocks, marks),
    ...footnotesIn(blocks, marks),
    ...notesIn(blocks, marks),
    ...flattenedTables(blocks).flat(),
  ]);
}

/** The lines of a table of contents: up to where its first entry stands again as a heading. */
function contentsIn(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): readonly Block[] {
  const at = blocks.findIndex(isContents);
  const first = blocks[at + 1];
  if (at < 0 || !first || !marks[at + 1]) return [];
  const entry = entryOf(first.text);
  const end = blocks.findIndex(
    ({ text }, i) => i > at + 1 && entry.length >= 4 && entryOf(text).startsWith(entry),
  );
  const inside = blocks.slice(at + 1, Math.max(at + 1, end));
  return inside.every(({ text }) => text.length <= LONGEST_ENTRY) ? inside : [];
}

const CONTENTS = /^[#*\s]*目\s{0,8}[录次][*\s]*$/u;
const isContents = saying(CONTENTS);
const LONGEST_ENTRY = 80;

/** A heading without spaces, leaders and page number. */
function entryOf(text: string): string {
  return text
    .replace(/[\s.…·*#]+|(?<!\d)\d+$/gu, '')
    .replace(/(?<![-—–])[-—–]*(?:(?<!\d)\d{1,4}[-—–]{0,4})?$/u, '');
}

/** What is numbered in boxes: from 1 on, as far as the numbers around the box do not go on. */
function boxesIn(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): readonly Block[] {
  const found: Block[] = [];
  // The last number of each style so far.
  const lasts = new Map<string, number>();
  for (const [i, block] of blocks.entries()) {
    const own = marks[i];
    if (own) lasts.set(own.style, own.value);
    if (own || !isBox(block)) continue;
    const first = i + 1 + marks.slice(i + 1, i + 1 + MOST_ABOVE).findIndex((one) => one !== undefined);
    const mark = marks[first];
    if (mark?.value !== 1) continue;
    const last = lasts.get(mark.style) ?? 0;
    found.push(...blocks.slice(first, boxEnd(marks, first, last + 1)));
  }
  return found;
}

/** So many lines at most from a box's heading to its first number. */
const MOST_ABOVE = 8;

/** Where the numbers of a box end: before the one that is `next` outside of it, or before a heading around both. */
function boxEnd(marks: readonly (Mark | undefined)[], first: number, next: number): number {
  const style = marks[first]?.style;
  let value = 0;
  let end = first;
  for (let i = first; i < marks.length; i += 1) {
    const mark = marks[i];
    if (!mark) continue;
    if (mark.style !== style) {
      if (isSectional(mark.style)) break;
      continue;
    }
    // What could go on with either belongs to the box where the number comes once more.
    if (mark.value === next && next > 1 && !comesAgain(marks, i, next)) break;
    if (mark.value !== value + 1) break;
    value = mark.value;
    end = i + 1;
  }
  return end;
}

function comesAgain(marks: readonly (Mark | undefined)[], from: number, value: number): boolean {
  const style = marks[from]?.style;
  for (let i = from + 1; i < marks.length; i += 1) {
    const mark = marks[i];
    if (!mark) continue;
    if (mark.style !== style) {
      if (style !== 'han' && isSectional(mark.style) && style !== 'paren') return false;
      if (mark.style === 'han' && style === 'paren') return false;
      continue;
    }
    if (mark.value === value) return true;
    if (mark.value <= 1) return false;
  }
  return false;
}

/** `专栏1 品牌培育工程`, a box between tasks. */
const BOX = /^专栏\s*[\d一二三四五六七八九十]/u;
const isBox = saying(BOX);

/** What is numbered behind `注：` or `说明：`, from 1 on, as long as the numbers go on; the first may stand on its line. */
function notesIn(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): readonly Block[] {
  const found: Block[] = [];
  let begun = false;
  for (const [i, block] of blocks.entries()) {
    const noted = begun && !marks[i] ? notesFrom(block) : undefined;
    begun ||= marks[i] !== undefined || isTableRow(block);
    const style = noted && (noted.first ?? marks[i + 1])?.style;
    if (!noted || style === undefined || isSectional(style)) continue;
    for (let at = i + 1, value = noted.first?.value ?? 0; at < blocks.length; at += 1) {
      const [one, mark] = [blocks[at], marks[at]];
      if (one && !mark && isPage(one)) continue;
      if (!one || mark?.style !== style || mark.value !== value + 1) break;
      found.push(one);
      value = mark.value;
    }
  }
  return found;
}

/** The number 1 on the line of `注：1.…`; nothing where the notes begin on the next line; undefined where there are none. */
const notesFrom = unnumbered(({ text }: Passage): { readonly first: Mark | undefined } | undefined => {
  const opened = NOTES.exec(text)?.[0].length;
  if (opened === undefined) return undefined;
  const rest = text.slice(opened);
  const first = rest === '' ? undefined : markIn(rest);
  return rest === '' || first?.value === 1 ? { first } : undefined;
});

const NOTES = /^[(*※]?\s{0,4}(?:备?注|附注|说明|(?:填[表报]|有关|相关|几点)(?:说明|要求))\s{0,4}:\s{0,4}/u;

/** Footnotes: `①本县指……`, to which a ① behind a word further up refers. */
function footnotesIn(blocks: readonly Block[], marks: readonly (Mark | undefined)[]): readonly Block[] {
  const noted = new Set<string>();
  return blocks.filter((block, i) => {
    const mark = marks[i];
    const isNote = mark?.style === 'circled' && noted.has(mark.number);
    if (isNote) noted.delete(mark.number);
    for (const sign of referencesIn(block)) noted.add(sign);
    return isNote;
  });
}

/** The signs of the notes that a paragraph refers to. */
const referencesIn = unnumbered(({ text }: Passage): readonly string[] =>
  CIRCLED.test(text) ? matchesIn(text, REFERENCE).map(([, sign = '']) => sign) : [],
);

const CIRCLED = /[①-⑳]/u;
const REFERENCE = /(?<=[々〇㐀-鿿𠀀-𲎯”》])([①-⑳])(?=[,。;、)々〇㐀-鿿𠀀-𲎯])/gu;
