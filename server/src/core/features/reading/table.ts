import type { Deadline, Party, Plan, Task } from '../../plan/plan.ts';
import { headOf, nameOf, sectionsAround } from '../../plan/tasks.ts';
import type { Span } from '../../text/text.ts';

/** A task as a row of the responsibility table (责任分解表). */
export interface Row {
  readonly number: string;
  readonly title: string;
  /** Both, as they stand. */
  readonly name: string;
  /** Headings above it, the outermost first, numbers and all. */
  readonly sections: readonly string[];
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly support: readonly string[];
  readonly deadline: Deadline | undefined;
  readonly measures: number;
  /** From the number, or its bracket, to the end of the title. */
  readonly span: Span;
}

/** The tasks of a plan as rows, in order; objectives and the like are none. */
export function tableOf(plan: Plan): readonly Row[] {
  if (plan.kind === 'directory') return [];
  return plan.tasks.filter(({ role }) => role === 'task').map((task) => rowOf(plan, task));
}

function rowOf(plan: Plan, task: Task): Row {
  const { number, title, leads, units, support, measures } = task;
  return {
    number,
    title,
    name: nameOf(plan, task),
    sections: sectionsAround(plan, task.section).map((section) => nameOf(plan, section)),
    leads: namesOf(leads),
    units: namesOf(units),
    support: namesOf(support),
    deadline: task.deadline ?? task.proseDeadlines[0],
    measures: measures.length,
    span: headOf(task),
  };
}

function namesOf(parties: readonly Party[]): readonly string[] {
  return parties.map(({ name }) => name);
}
