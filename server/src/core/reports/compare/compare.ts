import type { Document } from '../../exports/exporter.ts';
import type { Deadline, Party, Plan, Task } from '../../plan/plan.ts';
import { sectionsAround } from '../../plan/tasks.ts';
import { withoutComments } from '../../text/comments.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { likeness, matched, type Pairs, pairsOf } from '../likeness.ts';
import { numberChanges } from './numbers.ts';

/** How two plans differ, task by task and objective by objective. */
export interface Comparison {
  readonly old: Document;
  readonly new: Document;
  /** In the order of the new plan; what was dropped stands behind what it followed. */
  readonly items: readonly Item[];
}

/** `kept`: the same words, in the same place, by the same people; `changed`: something of that is other. */
export interface Item {
  readonly status: 'kept' | 'changed' | 'new' | 'dropped';
  readonly old: Task | undefined;
  readonly new: Task | undefined;
  readonly changes: readonly Change[];
}

/** One thing that is other; `from` and `to` as written, empty where there is none. */
export interface Change {
  readonly kind: 'wording' | 'place' | 'lead' | 'unit' | 'support' | 'deadline' | 'number';
  readonly from: string;
  readonly to: string;
}

/** Compares by meaning: which task is which, likeness of words says, not numbers. */
export function compare(old: Document, fresh: Document): Comparison {
  const [before, after] = [itemsOf(old.plan), itemsOf(fresh.plan)];
  const pairs = matched(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    (i, j) => {
      const [a, b] = [before[i], after[j]];
      return a && b && a.task.role === b.task.role ? closeness(a, b) : 0;
    },
    LEAST,
  );
  const partners = new Map([...pairs].map(([i, j]) => [j, i]));
  const items: Item[] = after.map(({ task }, j) => {
    const i = partners.get(j);
    const partner = i === undefined ? undefined : before[i]?.task;
    if (!partner) return { status: 'new', old: undefined, new: task, changes: [] };
    const changes = changesOf(old.plan, partner, fresh.plan, task);
    return { status: changes.length > 0 ? 'changed' : 'kept', old: partner, new: task, changes };
  });
  return { old, new: fresh, items: withDropped(items, before, pairs) };
}

/** What was dropped, behind what it followed. */
function withDropped(
  items: readonly Item[],
  before: readonly Compared[],
  pairs: ReadonlyMap<number, number>,
): readonly Item[] {
  const dropped = new Map<Task | undefined, Item[]>();
  let kept: Task | undefined;
  for (const [i, { task }] of before.entries()) {
    if (pairs.has(i)) kept = task;
    else {
      const behind = dropped.get(kept) ?? [];
      dropped.set(kept, behind);
      behind.push({ status: 'dropped', old: task, new: undefined, changes: [] });
    }
  }
  const first = dropped.get(undefined) ?? [];
  return [...first, ...flatMapped(items, (item) => [item, ...((item.old && dropped.get(item.old)) ?? [])])];
}

interface Compared {
  readonly task: Task;
  readonly title: Pairs;
  readonly text: Pairs;
}

function itemsOf(plan: Plan): readonly Compared[] {
  return plan.tasks
    .filter(({ role }) => role === 'task' || role === 'objective')
    .map((task) => ({ task, title: pairsOf(task.title), text: pairsOf(wordsOf(plan, task)) }));
}

/** What is at least so like another may be the same, reworded. */
const LEAST = 0.42;

function closeness(a: Compared, b: Compared): number {
  const title = likeness(a.title, b.title);
  return title === 1 ? 1 + likeness(a.text, b.text) : 0.5 * title + 0.5 * likeness(a.text, b.text);
}

/** The task without its number and its fields: what it says is to be done. */
export function wordsOf({ text }: Plan, task: Task): string {
  const holders = task.fields.map(({ holder }) => holder).sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let from = task.titleSpan.start;
  for (const { start, end } of [...holders, { start: task.span.end, end: task.span.end }]) {
    if (start > from) kept.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  return withoutComments(kept.join('')).replace(/\s+/gu, '');
}

function changesOf(oldPlan: Plan, old: Task, newPlan: Plan, fresh: Task): readonly Change[] {
  const changes: Change[] = [];
  const add = (kind: Change['kind'], from: string, to: string) => {
    if (from !== to) changes.push({ kind, from, to });
  };
  const [before, after] = [wordsOf(oldPlan, old), wordsOf(newPlan, fresh)];
  if (bare(before) !== bare(after)) add('wording', before, after);
  const [from, to] = [placeOf(oldPlan, old), placeOf(newPlan, fresh)];
  // A heading that is reworded moves nothing.
  if (likeness(pairsOf(from), pairsOf(to)) < LEAST) add('place', from, to);
  for (const [kind, list] of [
    ['lead', 'leads'],
    ['unit', 'units'],
    ['support', 'support'],
  ] as const) {
    const [a, b] = [old[list], fresh[list]];
    if (namesOf(a, true) !== namesOf(b, true)) add(kind, namesOf(a), namesOf(b));
  }
  const shift = (newPlan.year ?? 0) - (oldPlan.year ?? newPlan.year ?? 0);
  const [due, next] = [dueOf(old), dueOf(fresh)];
  if (keyOf(due, oldPlan.year === undefined ? 0 : shift) !== keyOf(next, 0))
    add('deadline', due?.text ?? '', next?.text ?? '');
  changes.push(
    ...numberChanges(before, after).map(({ from, to }) => ({ kind: 'number' as const, from, to })),
  );
  return changes;
}

/** Words without marks: a comma more is no other wording. */
function bare(text: string): string {
  return fold(text).replace(/[\s\p{P}]+/gu, '');
}

function placeOf(plan: Plan, { section }: Task): string {
  return (
    sectionsAround(plan, section)
      .map(({ title }) => title)
      .at(-1) ?? ''
  );
}

function namesOf(parties: readonly Party[], sorted = false): string {
  const names = parties.map(({ name }) => name);
  return (sorted ? names.sort() : names).join('、');
}

function dueOf({ deadline, proseDeadlines }: Task): Deadline | undefined {
  return deadline ?? proseDeadlines[0];
}

/** A deadline that moved with the year of the plan has not moved. */
function keyOf(deadline: Deadline | undefined, years: number): string {
  if (!deadline) return '';
  const { end, text } = deadline;
  if (!end) return bare(text);
  const [year = '', ...rest] = end.split('-');
  // The last day of February is that also in a leap year.
  return [Number(year) + years, ...rest].join('-').replace('-02-29', '-02-28');
}

/** How many items there are of each status, and of each kind of change. */
export function countsOf({ items }: Comparison): Readonly<Record<Item['status'] | Change['kind'], number>> {
  const status = (wanted: Item['status']) => items.filter((item) => item.status === wanted).length;
  const kind = (wanted: Change['kind']) =>
    items.filter(({ changes }) => changes.some((change) => change.kind === wanted)).length;
  return {
    ...{ kept: status('kept'), changed: status('changed'), new: status('new'), dropped: status('dropped') },
    ...{ wording: kind('wording'), place: kind('place'), lead: kind('lead'), unit: kind('unit') },
    ...{ support: kind('support'), deadline: kind('deadline'), number: kind('number') },
  };
}
