import type { Message } from '../../lint/finding.ts';
import { nameKey } from '../../people/directory.ts';
import { loadsIn, type Workspace } from '../../people/workspace.ts';
import { carriersIn } from '../../plan/carriers.ts';
import type { Task } from '../../plan/plan.ts';
import { namesSomebody } from '../../plan/tasks.ts';
import { once } from '../../text/memo.ts';
import type { Span } from '../../text/text.ts';

/** A line above a heading that counts what hangs on it. */
export interface Lens {
  readonly span: Span;
  readonly title: Message;
  readonly kind: 'units' | 'sections' | 'objectives';
  /** Places in the same document that the lens leads to; empty where it leads to the references of the name. */
  readonly places: readonly Span[];
}

/** The lenses of a document: tasks of the units of a directory, of the sections and of the objectives that have any. */
export function lenses(workspace: Workspace, path: string): readonly Lens[] {
  const document = workspace.documents.get(path);
  if (!document) return [];
  const { plan, directory, root } = document;
  const found: Lens[] = [];
  const loads = directory ? loadsIn(workspace, root) : new Map();
  for (const entry of directory?.entries ?? []) {
    const load = loads.get(entry) ?? loads.get(nameKey(entry.name));
    if (load?.tasks)
      found.push({ span: entry.nameSpan, kind: 'units', title: tasksLabel(load.tasks), places: [] });
  }
  if (plan.kind === 'directory') return found;
  const bySection = new Map<number | undefined, Task[]>();
  for (const task of plan.tasks) {
    if (task.role !== 'task') continue;
    const known = bySection.get(task.section);
    if (known) known.push(task);
    else bySection.set(task.section, [task]);
  }
  // A document that names nobody has nothing to count.
  const namesAnybody = plan.tasks.some((task) => task.role === 'task' && namesSomebody(task));
  plan.sections.forEach((section, index) => {
    const tasks = bySection.get(index);
    if (!tasks || !namesAnybody) return;
    const lacking = tasks.filter((task) => !namesSomebody(task));
    const title =
      lacking.length === 0 ? tasksLabel(tasks.length) : lackingLabel(tasks.length, lacking.length);
    const places = (lacking.length > 0 ? lacking : tasks).map(({ titleSpan }) => titleSpan);
    found.push({ span: section.titleSpan, kind: 'sections', title, places });
  });
  const carriersOf = once(() => carriersIn(plan));
  for (const objective of plan.tasks) {
    if (objective.role !== 'objective') continue;
    const places = carriersOf()(objective).map(({ titleSpan }) => titleSpan);
    if (places.length > 0)
      found.push({ span: objective.titleSpan, kind: 'objectives', title: tasksLabel(places.length), places });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function tasksLabel(count: number): Message {
  return { zh: `${count}项任务`, en: `${count} task${count === 1 ? '' : 's'}` };
}

function lackingLabel(count: number, lacking: number): Message {
  return {
    zh: `${count}项任务，${lacking}项未注明责任`,
    en: `${count} task${count === 1 ? '' : 's'}, ${lacking} without an owner`,
  };
}
