import { blockAt } from '../../plan/block.ts';
import { foldedIn, type Plan } from '../../plan/plan.ts';
import { markOf } from '../../read/outline/numbering.ts';
import { flatMapped } from '../../text/flat.ts';
import { remembered } from '../../text/memo.ts';
import { numeralLike } from '../../text/numerals.ts';
import type { Fix } from '../finding.ts';
import { inlineRuns } from './series/inline.ts';
import { type Numbered, numberedIn } from './series/numbered.ts';
import { type Run, runsIn } from './series/runs.ts';

export { type Numbered, numberedIn } from './series/numbered.ts';

/** A number that does not continue its series. */
export interface SeriesFault {
  /** `gap`: numbers are missing before it; `duplicate`: it was there before; `order`: it stands in a wrong place. */
  readonly kind: 'gap' | 'duplicate' | 'order';
  readonly item: Numbered;
  /** The item before it, undefined where it is the first. */
  readonly last: Numbered | undefined;
  /** The number that belongs here. */
  readonly expected: number;
  /** Whether what follows counts on as if this number were the expected one. */
  readonly certain: boolean;
  /** The item and all behind it in its series; empty where the series has more faults than this. */
  readonly rest: readonly Numbered[];
}

/** The faults in all series of `plan`, each at the number that breaks its series. */
export const seriesFaults = remembered((plan: Plan): readonly SeriesFault[] => {
  const runs = [...runsIn(numberedIn(plan)), ...inlineRuns(plan)];
  return flatMapped(runs, (run) => {
    const found = faultsIn(run, plan);
    const faults = isSelection(run, found) ? NONE : found;
    const [only] = faults;
    return only && faults.length === 1
      ? [{ ...only, rest: run.items.slice(run.items.indexOf(only.item)) }]
      : faults;
  });
});

const NONE: readonly SeriesFault[] = [];

/** Whether rows of a table are some of another one, or share numbers: many of these do not count on. */
function isSelection({ items: [first, ...rest] }: Run, faults: readonly SeriesFault[]): boolean {
  return first?.style === 'cell' && faults.length * 4 > rest.length;
}

/**
 * The fix for a number that does not continue its series: the number alone where all others are right, else it and all
 * that follow. Numbers may be referred to, so it is never safe.
 */
export function renumbering({ item, expected, certain, rest }: SeriesFault): Fix | undefined {
  const items = certain ? [item] : rest;
  const edits = items.map(({ number, span }, i) => ({
    span,
    newText: numeralLike(expected + i, number) ?? '',
  }));
  if (edits.length === 0 || edits.some(({ newText }) => newText === '')) return undefined;
  const [first = ''] = edits.map(({ newText }) => newText);
  const title =
    edits.length === 1
      ? { zh: `改为“${first}”`, en: `Change to “${first}”` }
      : { zh: `从“${first}”起重新编号`, en: `Renumber from “${first}” on` };
  return { title, kind: 'unsafe', edits };
}

function faultsIn({ items, first }: Run, plan: Plan): SeriesFault[] {
  const faults: SeriesFault[] = [];
  const missing = new Set<number>();
  const broken = new Set<number>();
  let apart = Number.NaN;
  let previous = (first ?? items[0]?.value ?? 1) - 1;
  for (const [i, item] of items.entries()) {
    const expected = previous + 1;
    const before = previous;
    previous = item.value;
    if (item.value === expected) continue;
    const last = items[i - 1];
    const next = items[i + 1]?.value;
    const fault = (kind: SeriesFault['kind'], certain: boolean) =>
      faults.push({ kind, item, last, expected, certain, rest: [] });
    if (item.value === apart + 1 || continuesUnread(plan, last, item)) {
      // It counts on from what is no part of the outline: a box, a table.
      previous = before;
      apart = item.value;
    } else if (item.value === 1 && next !== expected + 1 && !isNextTo(plan, last, item)) {
      // A list of its own in between: behind it the one that it breaks may go on.
      broken.add(before);
    } else if (item.value < expected && broken.delete(item.value - 1)) {
      previous = item.value;
    } else if (next === expected + 1 && !isLong(item.value, expected)) {
      // 1, 2, 2, 4 and 1, 2, 7, 4: this number alone is wrong.
      fault(item.value === expected - 1 ? 'duplicate' : 'order', true);
      previous = expected;
    } else if (item.value === expected - 1) {
      fault('duplicate', next === undefined);
    } else if (missing.delete(item.value)) {
      // 1, 3, 2, 4: the 3 was said to stand in a wrong place.
      previous = Math.max(item.value, expected - 1);
    } else if (item.value < expected) {
      fault(next !== undefined && next === item.value + 1 ? 'duplicate' : 'order', false);
    } else if (next !== undefined && next >= expected && next < item.value) {
      fault('order', false);
      for (let value = expected; value < item.value && missing.size < 100; value += 1) missing.add(value);
    } else if (!isHidden(plan, last, item, expected)) {
      fault('gap', false);
    }
  }
  return faults;
}

/** Whether the last number between `last` and `item` that was not read into the outline is the one before `item`'s. */
function continuesUnread({ blocks }: Plan, last: Numbered | undefined, item: Numbered): boolean {
  if (!last || item.style === 'cell') return false;
  let unread: number | undefined;
  for (let i = blockAt(blocks, last.span.end) + 1; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (!block || block.span.end > item.span.start) break;
    const mark = markOf(block);
    if (mark?.style === item.style) unread = mark.value;
  }
  return unread !== undefined && unread === item.value - 1;
}

/** Whether `item` is the paragraph right behind that of `last`. */
function isNextTo({ blocks }: Plan, last: Numbered | undefined, item: Numbered): boolean {
  return last !== undefined && blockAt(blocks, item.span.start) === blockAt(blocks, last.span.start) + 1;
}

/** A number far off is no slip of one that belongs here: a year, say, that was read as a number. */
function isLong(value: number, expected: number): boolean {
  return Math.abs(value - expected) > 20;
}

/** Whether the missing number stands in the text before `item`, written alike, where it was not read as a number. */
function isHidden(plan: Plan, last: Numbered | undefined, item: Numbered, expected: number): boolean {
  const number = numeralLike(expected, item.number);
  if (number === undefined) return true;
  const from = last?.span.end ?? Math.max(0, item.span.start - 4000);
  const between = foldedIn(plan, from, item.span.start);
  const [before, after] = item.before
    ? ['[(〔[]', '[)〕\\]]']
    : ['(?<![々〇㐀-鿿𠀀-𲎯\\d(〔.-])', '(?:[、.,:](?!\\d)|\\s|[-—~]\\d{1,3}[、.])'];
  const close = item.after === '是' ? '是' : after;
  // `3-5.` stands for three. A print-out may have spaces between all letters: `(二十 二)`.
  return new RegExp(`${before} ?${[...number].join(' ?')} ?${close}`, 'u').test(between);
}
