import type { Task } from '../plan/plan.ts';

/** What the peers of a task do about a kind of field: the tasks of its part of the document, numbered as it is. */
export interface Habit {
  /** How many peers there are, the task among them. */
  readonly peers: number;
  /** How many of them say what is wanted, in whatever way. */
  readonly stating: number;
  /**
   * Whether most of those that could state it do, so that a task that does not stands out; not in a section of which
   * no task does.
   */
  readonly holds: boolean;
}

/**
 * The habit of each of `tasks`. `states`: the task has the field; `lacks`: it has neither the field nor what makes up
 * for it. A few tasks that state it, or one that was misread, make no habit.
 */
export function habitsOf(
  tasks: readonly Task[],
  states: (task: Task) => boolean,
  lacks: (task: Task) => boolean,
): ReadonlyMap<Task, Habit> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = `${task.part} ${task.style}`;
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return new Map(
    [...groups.values()].flatMap((peers) => {
      const stated = peers.filter(states).length;
      const lacking = peers.filter(lacks).length;
      const holds = stated > 0 && (stated > lacking || lacking <= FEW);
      const habit = { peers: peers.length, stating: peers.length - lacking, holds };
      const apart = sectionsApart(peers, lacks);
      return peers.map(
        (task) => [task, apart.has(task.section) ? { ...habit, holds: false } : habit] as const,
      );
    }),
  );
}

/** The sections of which every task lacks it, one of several: that is how the section is, and no slip of a task. */
function sectionsApart(
  peers: readonly Task[],
  lacks: (task: Task) => boolean,
): ReadonlySet<number | undefined> {
  const sections = bySection(peers);
  if (sections.size === 1) return new Set();
  const apart = [...sections].filter(([, tasks]) => tasks.length > 1 && tasks.every(lacks));
  return new Set(apart.map(([section]) => section));
}

function bySection(peers: readonly Task[]): ReadonlyMap<number | undefined, readonly Task[]> {
  const sections = new Map<number | undefined, Task[]>();
  for (const task of peers) {
    const same = sections.get(task.section);
    if (same) same.push(task);
    else sections.set(task.section, [task]);
  }
  return sections;
}

/** So few that lack something stand out even where hardly more state it: with three tasks nothing is most. */
const FEW = 2;
