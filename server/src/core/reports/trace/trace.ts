import type { Document } from '../../exports/exporter.ts';
import { carriersIn } from '../../plan/carriers.ts';
import type { Task } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** Which tasks of one plan serve which of its objectives. */
export interface Trace {
  readonly document: Document;
  readonly objectives: readonly { readonly objective: Task; readonly tasks: readonly Task[] }[];
  /** Tasks that serve none. */
  readonly loose: readonly Task[];
}

/** The traces of all plans that have objectives or tasks; a task serves an objective whose words it shares. */
export function traceOf(documents: readonly Document[]): readonly Trace[] {
  return flatMapped(documents, (document) => {
    const { plan } = document;
    if (plan.kind === 'directory') return [];
    const carriers = carriersIn(plan);
    const objectives = plan.tasks
      .filter(({ role }) => role === 'objective')
      .map((objective) => ({ objective, tasks: inOrder(carriers(objective)) }));
    const serving = new Set(flatMapped(objectives, ({ tasks }) => tasks));
    const loose = plan.tasks.filter((task) => task.role === 'task' && !serving.has(task));
    return [{ document, objectives, loose }];
  });
}

function inOrder(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => a.span.start - b.span.start);
}
