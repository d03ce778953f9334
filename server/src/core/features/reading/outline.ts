import type { Deadline, Party, Plan, Section, SectionRole, Task, TaskRole } from '../../plan/plan.ts';
import { labelOf, nameOf } from '../../plan/tasks.ts';
import type { Span } from '../../text/text.ts';

/** The outline (提纲) of a plan: its sections and tasks as a tree, in document order. */
export function outline(plan: Plan): readonly OutlineNode[] {
  const roots: Branch[] = [];
  const sections = plan.sections.map((section) => sectionNode(section, plan));
  const place = (node: Branch, parent: number | undefined) => {
    const above = parent === undefined ? undefined : sections[parent];
    (above?.children ?? roots).push(node);
  };
  plan.sections.forEach(({ parent }, index) => {
    const node = sections[index];
    if (node) place(node, parent);
  });
  for (const task of plan.tasks) place(taskNode(task, plan), task.section);
  for (const { children } of sections) children.sort(byPlace);
  return roots.sort(byPlace);
}

export type OutlineNode = Entry &
  (
    | { readonly kind: 'section'; readonly role: SectionRole }
    | { readonly kind: 'task'; readonly role: TaskRole }
  );

interface Entry {
  /** As written, without its punctuation. */
  readonly number: string;
  /** As it stands there: `（一）`, `3．`; `3.` in a table. */
  readonly label: string;
  readonly title: string;
  /** Both. */
  readonly name: string;
  readonly titleSpan: Span;
  /** Everything inside included. */
  readonly span: Span;
  readonly leads: readonly Party[];
  readonly units: readonly Party[];
  readonly support: readonly Party[];
  readonly deadlines: readonly Deadline[];
  readonly children: readonly OutlineNode[];
}

/** A node while its children are still being found. */
type Branch = OutlineNode & { readonly children: OutlineNode[] };

/** Owners under a heading are those of its tasks and shown there. */
function sectionNode(section: Section, plan: Plan): Branch {
  const { number, title, titleSpan, role, span } = section;
  return {
    kind: 'section',
    number,
    label: labelOf(plan, section),
    title,
    name: nameOf(plan, section),
    titleSpan,
    role,
    span,
    leads: [],
    units: [],
    support: [],
    deadlines: [],
    children: [],
  };
}

/** The deadline of the field stands before those in the prose. */
function taskNode(task: Task, plan: Plan): Branch {
  const { number, title, titleSpan, role, span, leads, units, support, deadline, proseDeadlines } = task;
  return {
    kind: 'task',
    number,
    label: labelOf(plan, task),
    title,
    name: nameOf(plan, task),
    titleSpan,
    role,
    span,
    leads,
    units,
    support,
    deadlines: [...(deadline ? [deadline] : []), ...proseDeadlines],
    children: [],
  };
}

function byPlace(a: OutlineNode, b: OutlineNode): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
