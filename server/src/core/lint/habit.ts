import { foldedIn, type Plan, type Task } from '../plan/plan.ts';
import { sectionsAround } from '../plan/tasks.ts';
import { flatMapped } from '../text/flat.ts';
import { numeralValue } from '../text/numerals.ts';

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
    flatMapped([...groups.values()], (peers) => {
      const stated = peers.filter(states).length;
      const lacking = peers.filter(lacks).length;
      const holds = stated > 0 && (stated > lacking || lacking <= FEW);
      const habit = { peers: peers.length, stating: peers.length - lacking, holds };
      const apart = listsApart(peers, lacks);
      return peers.map((task) => [task, apart.has(task) ? { ...habit, holds: false } : habit] as const);
    }),
  );
}

/**
 * The tasks of lists of which every task lacks it, one of several lists: that is how the list is, and no slip of a task.
 */
function listsApart(peers: readonly Task[], lacks: (task: Task) => boolean): ReadonlySet<Task> {
  const lists = listsOf(peers);
  if (lists.length === 1) return new Set();
  return new Set(lists.filter((tasks) => tasks.length > 1 && tasks.every(lacks)).flat());
}

/** Tasks by section, and within one by where their numbers go back, as behind a heading that was lost. */
function listsOf(peers: readonly Task[]): readonly (readonly Task[])[] {
  const lists: Task[][] = [];
  const open = new Map<number | undefined, Task[]>();
  for (const task of peers) {
    const same = open.get(task.section);
    if (same && !(goesBack(same.at(-1), task) && same.length > 1)) same.push(task);
    else {
      const list = [task];
      open.set(task.section, list);
      lists.push(list);
    }
  }
  return lists;
}

function goesBack(before: Task | undefined, { number }: Task): boolean {
  const [last, value] = [numeralValue(before?.number ?? ''), numeralValue(number)];
  return last !== undefined && value !== undefined && value <= last;
}

/** So few that lack something stand out even where hardly more state it: with three tasks nothing is most. */
const FEW = 2;

/** Whether a task has its day from a heading that is a time (`三月份：`): the list is laid out so, as other lists are not. */
export function datedByHeading(plan: Plan, { deadline, section, titleSpan }: Task): boolean {
  // Mostly it stands in the task itself, behind its title.
  if (!deadline || deadline.span.start >= titleSpan.end) return false;
  const { start, end } = deadline.span;
  if (titleSpan.start <= start) return true;
  return sectionsAround(plan, section).some(
    ({ number, titleSpan: title }) =>
      title.start <= start && (end <= title.end || (number === '' && isOnLine(plan, title.end, start))),
  );
}

/** Whether a time goes on with a heading without a number: `第二阶段：6月5日—12日，实施阶段。` */
function isOnLine(plan: Plan, from: number, to: number): boolean {
  return to - from < LONGEST_LINE && !/[\r\n]/u.test(foldedIn(plan, from, to));
}

const LONGEST_LINE = 60;
