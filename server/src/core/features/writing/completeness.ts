import type { Edit, Finding } from '../../lint/finding.ts';
import { stubRoles } from '../../lint/missing.ts';
import { fieldStyleOf, stubFor } from '../../lint/stub/stub.ts';
import type { FieldRole, Plan, Task } from '../../plan/plan.ts';
import { namesSomebody, taskAt } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Span } from '../../text/text.ts';

/** How complete a plan is: its tasks, and how many have nobody or no day. */
export function completeness(plan: Plan): {
  readonly tasks: number;
  readonly withoutOwner: number;
  readonly withoutDeadline: number;
} {
  const tasks = plan.kind === 'plan' ? plan.tasks.filter(({ role }) => role === 'task') : [];
  return {
    tasks: tasks.length,
    withoutOwner: tasks.filter((task) => !namesSomebody(task)).length,
    withoutDeadline: tasks.filter(lacksDeadline).length,
  };
}

/** The heads of the tasks that the findings of the missing-rules are about, in order, each once. */
export function gaps(plan: Plan, findings: readonly Finding[]): readonly Span[] {
  const spans = new Map<number, Span>();
  const title = plan.title?.span.start;
  for (const { rule, span } of findings) {
    if (MISSING.has(rule) && span.start !== title) spans.set(span.start, span);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/**
 * The edits that give tasks empty fields for an owner and a day where they have none: those of the task at `offset`,
 * or of all tasks without one.
 */
export function missingFieldEdits(plan: Plan, offset?: number): readonly Edit[] {
  if (plan.kind === 'directory') return [];
  const style = fieldStyleOf(plan);
  const tasks = offset === undefined ? plan.tasks : [taskAt(plan, offset)];
  return flatMapped(tasks, (task) => {
    if (task?.role !== 'task') return [];
    const roles: FieldRole[] = [
      ...(!namesSomebody(task) && !states(task, ['lead', 'unit', 'support'])
        ? stubRoles('missing-lead', style)
        : []),
      ...(lacksDeadline(task) && !states(task, ['deadline']) ? (['deadline'] as const) : []),
    ];
    const stub = roles.length > 0 ? stubFor(plan, task, roles, style) : undefined;
    return stub?.edits ?? [];
  });
}

const MISSING: ReadonlySet<string> = new Set(['missing-lead', 'missing-unit', 'missing-deadline']);

function lacksDeadline({ deadline, proseDeadlines }: Task): boolean {
  return !deadline && proseDeadlines.length === 0;
}

/** A label that stands there with nothing behind it is not written twice. */
function states({ fields }: Task, roles: readonly FieldRole[]): boolean {
  return fields.some(({ role }) => roles.includes(role));
}
