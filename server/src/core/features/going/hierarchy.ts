import type { Entry } from '../../people/entry.ts';
import { belowOwnBody, isBelowOwnBody, type OwnBody, ownBodyIn } from '../../people/own-body.ts';
import {
  directoriesFor,
  meaningIn,
  mentionAt,
  occurrencesOf,
  resolveIn,
  type Workspace,
} from '../../people/workspace.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { nameOf, taskAt } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';
import { countUpTo, type Span } from '../../text/text.ts';
import type { Place } from '../place.ts';

/** A unit, person or task in a hierarchy: where it is and what selects it. */
export interface Item extends Place {
  readonly name: string;
  readonly kind: 'person' | 'unit' | 'task';
  readonly selection: Span;
}

/** The unit, person or task at `offset`: a name first, else the task around it. */
export function itemAt(workspace: Workspace, path: string, offset: number): Item | undefined {
  const mention = mentionAt(workspace, path, offset);
  const resolved = mention && resolveIn(workspace, path, mention.name);
  if (resolved) return entryItem(resolved.entry, resolved.directory.path);
  const body = mention && ownBodyIn(workspace, path, mention.name);
  if (body) return bodyItem(body);
  if (mention) return { name: mention.name, kind: 'unit', path, span: mention.span, selection: mention.span };
  const plan = workspace.documents.get(path)?.plan;
  const task = plan && taskAt(plan, offset);
  return task && taskItem(plan, task, path);
}

/** The tasks that name a unit or person, each with the places where they do. */
export function tasksNaming(
  workspace: Workspace,
  item: Item,
): readonly { readonly item: Item; readonly places: readonly Span[] }[] {
  if (item.kind === 'task') return [];
  const found = new Map<string, { item: Item; places: Span[] }>();
  for (const { path, mention } of occurrencesOf(workspace, item.path, item.name)) {
    if (!['lead', 'unit', 'support'].includes(mention.role)) continue;
    const plan = workspace.documents.get(path)?.plan;
    const task = plan && taskAround(plan.tasks, mention.span);
    if (!task) continue;
    const key = `${path}\n${task.span.start}`;
    const known = found.get(key) ?? { item: taskItem(plan, task, path), places: [] };
    known.places.push(mention.span);
    found.set(key, known);
  }
  return [...found.values()];
}

/** The task that holds a span: one that begins before it, the outermost where one stands in another. */
function taskAround(tasks: readonly Task[], { start, end }: Span): Task | undefined {
  const holds = (task: Task | undefined) => task && task.span.start <= start && end <= task.span.end;
  let at = countUpTo(tasks, start, ({ span }) => span.start) - 1;
  if (!holds(tasks[at])) return undefined;
  while (holds(tasks[at - 1])) at -= 1;
  return tasks[at];
}

/** The units and persons that a task names. */
export function namedBy(
  workspace: Workspace,
  item: Item,
): readonly { readonly item: Item; readonly places: readonly Span[] }[] {
  const document = workspace.documents.get(item.path);
  if (!document || item.kind !== 'task') return [];
  const meant = meaningIn(workspace, item.path);
  const inside = document.mentions.filter(
    ({ span }) => item.span.start <= span.start && span.end <= item.span.end,
  );
  return inside.map(({ name, span }) => {
    const resolved = meant(name);
    const named: Item = resolved
      ? entryItem(resolved.entry, resolved.directory.path)
      : { name, kind: 'unit', path: item.path, span, selection: span };
    return { item: named, places: [span] };
  });
}

/** The bodies above (上级) an item, as its directory says. */
export function bodiesAbove(workspace: Workspace, item: Item): readonly Item[] {
  const own = resolveIn(workspace, item.path, item.name);
  if (!own) return [];
  const { entry, directory } = own;
  const meant = meaningIn(workspace, item.path);
  const above = flatMapped(entry.parents, ({ name }) => meant(name) ?? [])
    .filter((resolved) => resolved.entry !== entry)
    .map((resolved) => entryItem(resolved.entry, resolved.directory.path));
  const body =
    isBelowOwnBody(entry, directory) && directory.body !== undefined
      ? ownBodyIn(workspace, directory.path, directory.body)
      : undefined;
  return body ? [...above, bodyItem(body)] : above;
}

/** The departments below an item, and the members of a group. */
export function bodiesBelow(workspace: Workspace, item: Item): readonly Item[] {
  const target = resolveIn(workspace, item.path, item.name)?.entry;
  const body = target ? undefined : ownBodyIn(workspace, item.path, item.name);
  if (body) return belowOwnBody(body.directory).map((entry) => entryItem(entry, body.directory.path));
  if (!target) return [];
  return flatMapped(directoriesFor(workspace, item.path), (directory) => {
    const meant = meaningIn(workspace, directory.path);
    return directory.entries
      .filter((entry) => entry !== target && entry.parents.some(({ name }) => meant(name)?.entry === target))
      .map((entry) => entryItem(entry, directory.path));
  });
}

function bodyItem({ name, directory, span, title }: OwnBody): Item {
  return { name, kind: 'unit', path: directory.path, span: title, selection: span };
}

function taskItem(plan: Plan, task: Task, path: string): Item {
  return { name: nameOf(plan, task), kind: 'task', path, span: task.span, selection: task.titleSpan };
}

function entryItem(entry: Entry, path: string): Item {
  return {
    name: entry.name,
    kind: entry.kind === 'person' ? 'person' : 'unit',
    path,
    span: entry.span,
    selection: entry.nameSpan,
  };
}
