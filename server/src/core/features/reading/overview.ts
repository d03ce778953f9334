import { type Directory, nameKey } from '../../people/directory.ts';
import type { Entry } from '../../people/entry.ts';
import { isEntry, resolverFor } from '../../people/names.ts';
import type { Deadline, Party, PartyKind, Plan, Task } from '../../plan/plan.ts';
import type { Place } from '../place.ts';

/** Who has which tasks by when in `documents`: whoever has the most first, the earliest month first. */
export function overview(documents: readonly Shown[]): Overview {
  const owners = new Map<Entry | string, Gathered>();
  const periods = new Map<string, Due[]>();
  for (const { path, plan, directories } of documents) {
    const resolve = resolverFor(directories);
    const served = directories.length > 0;
    const add = ({ name, kind, span }: Party, role: Duty['role'], task: Task) => {
      const resolved = resolve(name);
      const entry = resolved && isEntry(resolved) ? resolved.entry : undefined;
      const owner = owners.get(entry ?? nameKey(name)) ?? {
        name: entry?.name ?? name,
        kind: entry?.kind ?? kind,
        duties: [],
        defined: resolved && { path: resolved.directory.path, span: resolved.span },
        unknown: served && !resolved,
      };
      owners.set(entry ?? nameKey(name), owner);
      const last = owner.duties.at(-1);
      if (last?.task !== task) owner.duties.push({ role, task, path, span });
    };
    if (plan.kind === 'directory') continue;
    for (const task of plan.tasks) {
      if (task.role !== 'task') continue;
      for (const party of task.leads) add(party, 'lead', task);
      for (const party of task.units) add(party, 'unit', task);
      for (const party of task.support) add(party, 'support', task);
      const deadline = task.deadline ?? task.proseDeadlines[0];
      const key = periodOf(deadline);
      const due = periods.get(key) ?? [];
      due.push({ task, path, deadline });
      periods.set(key, due);
    }
  }
  return {
    owners: [...owners.values()].sort((a, b) => b.duties.length - a.duties.length),
    periods: [...periods]
      .map(([key, tasks]) => ({ key, tasks: tasks.sort(byEnd) }))
      .sort((a, b) => (rankOf(a.key) < rankOf(b.key) ? -1 : 1)),
  };
}

/** A document and the directories that serve it, the nearest first. */
export interface Shown {
  readonly path: string;
  readonly plan: Plan;
  readonly directories: readonly Directory[];
}

export interface Overview {
  readonly owners: readonly Owner[];
  readonly periods: readonly Period[];
}

/** Somebody with the tasks that name them, each task once. */
export interface Owner {
  readonly name: string;
  readonly kind: PartyKind;
  readonly duties: readonly Duty[];
  /** Where a directory has them. */
  readonly defined: Place | undefined;
  /** There is a directory, and it does not know them. */
  readonly unknown: boolean;
}

/** A task that somebody has, and where the name stands in it. */
export interface Duty extends Place {
  readonly role: 'lead' | 'unit' | 'support';
  readonly task: Task;
}

/** Tasks that end in one month (`2026-08`), or have no such month: `recurring`, `open`, `none`. */
export interface Period {
  readonly key: string;
  readonly tasks: readonly Due[];
}

export interface Due {
  readonly task: Task;
  readonly path: string;
  readonly deadline: Deadline | undefined;
}

interface Gathered extends Owner {
  readonly duties: Duty[];
}

function periodOf(deadline: Deadline | undefined): string {
  if (!deadline) return 'none';
  if (deadline.precision === 'recurring') return 'recurring';
  return deadline.end?.slice(0, 7) ?? 'open';
}

/** Months in order, then what has none. */
function rankOf(key: string): string {
  return { recurring: '~1', open: '~2', none: '~3' }[key] ?? key;
}

function byEnd(a: Due, b: Due): number {
  const [one, other] = [a.deadline?.end ?? '', b.deadline?.end ?? ''];
  return one === other ? 0 : one < other ? -1 : 1;
}
