import type { Deadline, Party, Plan, Task } from '../plan/plan.ts';
import { sectionsAround } from '../plan/tasks.ts';
import { withoutComments } from '../text/comments.ts';
import { flatMapped } from '../text/flat.ts';
import type { Division, Document } from './exporter.ts';

/** One task of a ledger (督查台账、任务分解表). */
export interface Entry {
  readonly path: string;
  readonly plan: Plan;
  readonly task: Task;
  /** Headings above it, the outermost first. */
  readonly sections: readonly string[];
  /** Persons who lead (牵头领导). */
  readonly leaders: readonly string[];
  /** Units that lead (牵头单位). */
  readonly leadUnits: readonly string[];
  readonly units: readonly string[];
  readonly support: readonly string[];
  /** The field, else the first that the prose states. */
  readonly deadline: Deadline | undefined;
}

/** Every task of the plans, in order; objectives and what a review tells are no tasks, nor are entries of a directory. */
export function ledgerOf(documents: readonly Document[]): readonly Entry[] {
  return flatMapped(documents, ({ path, plan }) =>
    plan.kind === 'directory'
      ? []
      : plan.tasks.filter(({ role }) => role === 'task').map((task) => entryOf(path, plan, task)),
  );
}

function entryOf(path: string, plan: Plan, task: Task): Entry {
  const { leads, units, support, deadline, proseDeadlines } = task;
  return {
    ...{ path, plan, task },
    sections: sectionsAround(plan, task.section).map(({ title }) => title),
    leaders: namesOf(leads.filter(({ kind }) => kind === 'person')),
    leadUnits: namesOf(leads.filter(({ kind }) => kind !== 'person')),
    units: namesOf(units),
    support: namesOf(support),
    deadline: deadline ?? proseDeadlines[0],
  };
}

function namesOf(parties: readonly Party[]): readonly string[] {
  return parties.map(({ name }) => name);
}

/** The entries of one unit, leader or month. */
export interface Group {
  /** A name, `2026年9月`, or why there is none. */
  readonly name: string;
  readonly entries: readonly Entry[];
}

/**
 * The entries by unit, leader or month. Who has several stands in each, once; who has none comes last, under 未明确.
 * Months are in order, names in that of the plan.
 */
export function divided(entries: readonly Entry[], by: Division): readonly Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry, by))) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  const found = [...groups].map(([key, list]) => ({
    key,
    name: by === 'month' ? monthName(key) : key,
    entries: list,
  }));
  if (by === 'month') found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  else found.sort((a, b) => Number(a.key === NOBODY) - Number(b.key === NOBODY));
  return found;
}

function keysOf({ leaders, leadUnits, units, support, deadline }: Entry, by: Division): readonly string[] {
  if (by === 'month') return [monthOf(deadline)];
  const names = by === 'leader' ? leaders : [...leadUnits, ...units, ...support];
  return names.length > 0 ? names : [NOBODY];
}

/** What stands for an owner that a plan does not name. */
export const NOBODY = '未明确';

/** `2026-09`; what has no month sorts behind all that have one: recurring, open, none. */
export function monthOf(deadline: Deadline | undefined): string {
  if (!deadline) return '~3';
  if (deadline.end) return deadline.end.slice(0, 7);
  return deadline.precision === 'recurring' ? '~1' : '~2';
}

/** `2026-09` → `2026年9月`; what has no month in words. */
export function monthName(key: string): string {
  const other = { '~1': '定期', '~2': '长期', '~3': NOBODY }[key];
  if (other) return other;
  const [year, month] = key.split('-');
  return `${Number(year)}年${Number(month)}月`;
}

/** What is to be done, a line each: the measures with their numbers, else what stands behind the title, fields left out. */
export function contentOf({ plan, task }: Entry): readonly string[] {
  if (task.measures.length > 0) return task.measures.map(({ number, text }) => numbered(number, text));
  const holders = task.fields.map(({ holder }) => holder).sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let from = task.titleSpan.end;
  for (const { start, end } of [...holders, { start: task.span.end, end: task.span.end }]) {
    if (start > from) kept.push(plan.text.slice(from, start));
    from = Math.max(from, end);
  }
  const lines = withoutComments(kept.join('')).split(/[\r\n]+/u);
  return lines.map((line) => line.replace(EDGE, '').trim()).filter((line) => line.length > 1);
}

/** What is left of the title's stop or colon. */
const EDGE = /^[\s。．.：:；;，,]+/u;

function numbered(number: string, text: string): string {
  if (/^[一二三四五六七八九十]+$/u.test(number)) return `${number}是${text}`;
  return /^\d+$/u.test(number) ? `（${number}）${text}` : `${number}${text}`;
}

/** A task as lists name it: `3. 办好幼儿园`, `二、办好幼儿园`. */
export function labelOf({ number, title }: Pick<Task, 'number' | 'title'>): string {
  if (number === '') return title;
  return `${number}${/^[々〇㐀-鿿𠀀-𲎯]+$/u.test(number) ? '、' : '. '}${title}`;
}
