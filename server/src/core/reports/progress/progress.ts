import type { Document } from '../../exports/exporter.ts';
import { type Entry, ledgerOf, NOBODY } from '../../exports/ledger.ts';
import { fold } from '../../text/fold.ts';
import { likeness, matched, pairsOf } from '../likeness.ts';

/** A row of a ledger that somebody filled in; what it does not have is empty. */
export interface LedgerRow {
  readonly number: string;
  readonly title: string;
  readonly units: string;
  readonly deadline: string;
  /** ISO 8601, where it is a day. */
  readonly due: string;
  readonly progress: string;
  readonly remark: string;
}

/** How far the tasks of plans have come, as a ledger says. */
export interface Progress {
  readonly today: string | undefined;
  readonly tasks: readonly Standing[];
  readonly units: readonly UnitStanding[];
  /** Rows of the ledger that no plan has a task for. */
  readonly strangers: readonly LedgerRow[];
  readonly counts: Readonly<Record<State, number>>;
}

/** `done` and `doing` as the ledger says, `silent` where it says nothing, `missing` where it has no row. */
export type State = 'done' | 'doing' | 'silent' | 'missing';

export interface Standing {
  readonly entry: Entry;
  readonly row: LedgerRow | undefined;
  readonly state: State;
  /** The deadline is past and the task is not done. */
  readonly late: boolean;
  /** What the row no longer says as the plan does. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly kind: 'title' | 'units' | 'deadline';
  readonly plan: string;
  readonly ledger: string;
}

export interface UnitStanding extends Readonly<Record<State, number>> {
  readonly name: string;
  readonly tasks: number;
  readonly late: number;
}

/** Holds a ledger against the plans that it was made from; `today` tells what is late. */
export function progressOf(
  rows: readonly LedgerRow[],
  documents: readonly Document[],
  today: string | undefined,
): Progress {
  const entries = ledgerOf(documents);
  const [listed, stated] = [
    rows.map(({ title }) => pairsOf(title)),
    entries.map(({ task }) => pairsOf(task.title)),
  ];
  const pairs = matched(
    stated,
    listed,
    (i, j) => {
      const [a, b] = [stated[i], listed[j]];
      const sameNumber = entries[i]?.task.number === rows[j]?.number ? 0.05 : 0;
      return a && b ? likeness(a, b) + sameNumber : 0;
    },
    0.6,
  );
  const tasks = entries.map((entry, i): Standing => {
    const at = pairs.get(i);
    const row = at === undefined ? undefined : rows[at];
    const state = row ? stateOf(row.progress) : 'missing';
    const end = entry.deadline?.end;
    const late = today !== undefined && end !== undefined && end < today && state !== 'done';
    return { entry, row, state, late, differences: row ? differencesOf(entry, row) : [] };
  });
  const taken = new Set(pairs.values());
  return {
    ...{ today, tasks, units: unitsOf(tasks) },
    strangers: rows.filter((_, j) => !taken.has(j)),
    counts: counted(tasks),
  };
}

/** What a person wrote under 进展. */
function stateOf(progress: string): State {
  const text = fold(progress).replace(/\s+/gu, '');
  if (text === '' || /^[-—/无]+$/u.test(text)) return 'silent';
  if (/100%/u.test(text)) return 'done';
  return DONE.test(text.replace(UNDONE, '')) ? 'done' : 'doing';
}

/** `已完成`, `按期办结`, `已建成投用` */
const DONE = /完成|完结|办结|销号|结束|落实到位|已建成|已印发|已出台|√|☑|✓|✔/u;
/** `未完成`, `预计9月完成`, `部分完成`, `完成80%`, `正在完成` say that something is not yet done. */
const UNDONE =
  /(?:尚未|还未|未能?|没有|没|不能|无法|部分|基本|大部分|正在|即将|预计|预期|计划|拟|争取|力争|确保|待|将)[^,;。、]{0,16}?(?:完成|完结|办结|结束|建成|印发|出台|到位)|完成(?:了|率|进度|比例|约|近|至|到)?:?(?:\d{1,2}(?:\.\d+)?%|一半|过半|多半|大半)|完成(?:时间|时限|期限)/gu;

function differencesOf({ task, units, leadUnits, deadline }: Entry, row: LedgerRow): readonly Difference[] {
  const found: Difference[] = [];
  const add = (kind: Difference['kind'], plan: string, ledger: string, isSame: boolean) => {
    // What the ledger has no column for it does not contradict.
    if (ledger !== '' && !isSame) found.push({ kind, plan, ledger });
  };
  add('title', task.title, row.title, bare(task.title) === bare(row.title));
  const names = units.length > 0 ? units : leadUnits;
  add('units', names.join('、'), row.units, sortedNames(names.join('、')) === sortedNames(row.units));
  const text = deadline?.text ?? '';
  const sameDay = row.due !== '' && row.due === deadline?.end;
  add(
    'deadline',
    text,
    row.deadline || row.due,
    sameDay || (row.deadline !== '' && bare(text) === bare(row.deadline)),
  );
  return found;
}

function bare(text: string): string {
  return fold(text).replace(/[\s\p{P}]+/gu, '');
}

function sortedNames(text: string): string {
  return fold(text)
    .split(/[\s,;、]+/u)
    .filter(Boolean)
    .sort()
    .join('、');
}

function counted(tasks: readonly Standing[]): Readonly<Record<State, number>> {
  const count = (state: State) => tasks.filter((task) => task.state === state).length;
  return { done: count('done'), doing: count('doing'), silent: count('silent'), missing: count('missing') };
}

/** By unit: those that lead and those that answer for a task. */
function unitsOf(tasks: readonly Standing[]): readonly UnitStanding[] {
  const units = new Map<string, Standing[]>();
  for (const standing of tasks) {
    const { leadUnits, units: own } = standing.entry;
    const names = new Set([...leadUnits, ...own]);
    for (const name of names.size > 0 ? names : [NOBODY]) {
      const list = units.get(name);
      if (list) list.push(standing);
      else units.set(name, [standing]);
    }
  }
  return [...units].map(([name, list]) => ({
    ...{ name, tasks: list.length, ...counted(list) },
    late: list.filter(({ late }) => late).length,
  }));
}
