import type { Style } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { isSectional, type Mark } from './numbering.ts';

/** What the place of a number depends on beside it. */
export interface Numberable {
  readonly mark: Mark | undefined;
  /** Whether the paragraph states who does it or by when. */
  readonly owned: boolean;
  /** Whether a document of its own begins here: an appendix, another title. */
  readonly anew: boolean;
}

/**
 * Where numbers stand that belong to a list ahead of the first heading (`工作原则：` ⏎ 1. … ⏎ 2. … ⏎ 一、): principles,
 * goals, things that are named. They are no part of the outline, unless they state who does what: then they are tasks.
 */
export function openingLists(paragraphs: readonly Numberable[]): {
  /** Indexes of the paragraphs. */
  readonly lists: ReadonlySet<number>;
  /** Whether such a list goes on behind the headings, which then stand below its items. */
  readonly goesOn: boolean;
} {
  const lists = new Set<number>();
  let goesOn = false;
  let list: number[] = [];
  let open = true;
  let tasks = false;
  for (const [i, { mark, owned, anew }] of paragraphs.entries()) {
    if (anew) [list, open, tasks] = [[], true, false];
    if (!open) continue;
    if (mark && isSectional(mark.style)) {
      open = false;
      if (isAbove(list, i, paragraphs)) goesOn = true;
      else if (!tasks && list.length > 1 && mark.value === 1) for (const index of list) lists.add(index);
      continue;
    }
    tasks ||= owned;
    if (mark) list.push(i);
  }
  return { lists, goesOn };
}

/** Whether the list goes on behind the headings: `1.甲` ⏎ （一）… ⏎ （二）… ⏎ `2.乙` has them below its items. */
function isAbove(list: readonly number[], heading: number, paragraphs: readonly Numberable[]): boolean {
  const outer: Style | undefined = paragraphs[list[0] ?? -1]?.mark?.style;
  if (outer === undefined) return false;
  const values = flatMapped(list, (i) => {
    const mark = paragraphs[i]?.mark;
    return mark?.style === outer ? [mark.value] : [];
  });
  const next = paragraphs.slice(heading).find(({ mark, anew }) => anew || mark?.style === outer)?.mark;
  return next?.style === outer && next?.value === (values.at(-1) ?? 0) + 1;
}
