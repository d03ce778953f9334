import type { Division, Document } from '../../exports/exporter.ts';
import { divided, type Entry, ledgerOf } from '../../exports/ledger.ts';
import { flatMapped } from '../../text/flat.ts';

/** All that is due, in groups and by day. */
export interface Agenda {
  /** ISO 8601; undefined where nobody says it, so that nothing is past or soon. */
  readonly today: string | undefined;
  readonly groups: readonly { readonly name: string; readonly tasks: readonly Due[] }[];
  readonly counts: Counts;
}

/** A task with when it is due, seen from today. */
export interface Due {
  readonly entry: Entry;
  readonly state: State;
  /** Whole days from today to the deadline, negative when past. */
  readonly days: number | undefined;
}

/** `soon` is within the days asked for; `open` and `recurring` have no day, `none` has no deadline. */
export type State = 'past' | 'soon' | 'later' | 'recurring' | 'open' | 'none';
export type Counts = Readonly<Record<State, number>>;

/**
 * The deadlines of plans by month, unit or leader, the earliest first. What is due within `within` days from `today`
 * is soon.
 */
export function agendaOf(
  documents: readonly Document[],
  {
    by,
    today,
    within,
  }: { readonly by: Division; readonly today: string | undefined; readonly within: number },
): Agenda {
  const entries = ledgerOf(documents);
  const dues = new Map(entries.map((entry) => [entry, dueOf(entry, today, within)]));
  const groups = divided(entries, by).map(({ name, entries: some }) => ({
    name,
    tasks: flatMapped(some, (entry) => dues.get(entry) ?? []).sort(byDay),
  }));
  const count = (state: State) => [...dues.values()].filter((due) => due.state === state).length;
  const counts = {
    ...{ past: count('past'), soon: count('soon'), later: count('later') },
    ...{ recurring: count('recurring'), open: count('open'), none: count('none') },
  };
  return { today, groups, counts };
}

function dueOf(entry: Entry, today: string | undefined, within: number): Due {
  const { deadline } = entry;
  if (!deadline) return { entry, state: 'none', days: undefined };
  if (!deadline.end)
    return { entry, state: deadline.precision === 'recurring' ? 'recurring' : 'open', days: undefined };
  if (today === undefined) return { entry, state: 'later', days: undefined };
  const days = daysBetween(today, deadline.end);
  return { entry, days, state: days < 0 ? 'past' : days <= within ? 'soon' : 'later' };
}

/** Whole days from one day to another, both ISO 8601. */
function daysBetween(from: string, to: string): number {
  const day = (date: string) => {
    const [year = 0, month = 1, dayOf = 1] = date.split('-').map(Number);
    return Date.UTC(year, month - 1, dayOf) / 86_400_000;
  };
  return Math.round(day(to) - day(from));
}

function byDay(a: Due, b: Due): number {
  const [one, other] = [a.entry.deadline?.end ?? '~', b.entry.deadline?.end ?? '~'];
  return one < other ? -1 : one > other ? 1 : 0;
}
