import { fieldStyleOf, stubFor } from '../../lint/stub/stub.ts';
import { directoryOf, nameKey } from '../../people/directory.ts';
import { blockAt } from '../../plan/block.ts';
import type { Field, FieldRole, Plan, Task } from '../../plan/plan.ts';
import { lineOf } from '../../text/text.ts';

/** Text to put in at an offset; `stops` are the places in it that a person fills, ascending. */
export interface MissingFields {
  readonly offset: number;
  readonly text: string;
  readonly stops: readonly number[];
}

/**
 * The labels that most tasks like it write and the task that ends at `offset` does not: behind its last `。` or `）`,
 * where nothing is open. A value only where the three tasks before it in its section agree in it; who does the work of
 * another task is no guess at who does this one.
 */
export function missingFields(plan: Plan, offset: number): MissingFields | undefined {
  const task = taskEndingAt(plan, offset);
  if (!task || isEntry(plan, task)) return undefined;
  const peers = plan.tasks.filter((one) => one !== task && isLike(one, task));
  const usual = ROLES.filter((role) => {
    const stating = peers.filter((peer) => labelled(peer, role));
    return !states(task, role) && stating.length * 2 > peers.length;
  });
  if (usual.length === 0) return undefined;
  const style = fieldStyleOf(plan);
  const roles = style.order.filter((role) => usual.includes(role));
  const edit = stubFor(plan, task, roles, style)?.edits[0];
  if (!edit?.stops || edit.span.start !== offset || edit.span.end !== offset) return undefined;
  const before = peers.filter(({ section, span }) => section === task.section && span.end <= task.span.start);
  const values = roles.map((role) => agreedValue(plan, before.slice(-AGREEING), role));
  let text = '';
  let done = 0;
  const stops: number[] = [];
  for (const [i, stop] of edit.stops.entries()) {
    text += edit.newText.slice(done, stop) + (values[i] ?? '');
    if (values[i] === undefined) stops.push(text.length);
    done = stop;
  }
  return { offset, text: text + edit.newText.slice(done), stops };
}

const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

/** So many tasks say what is usual in a section. */
const AGREEING = 3;

/** The task whose words end at `offset`, at the end of a line. */
function taskEndingAt(plan: Plan, offset: number): Task | undefined {
  const { text, folded, tasks, blocks, lineStarts } = plan;
  if (plan.kind === 'directory' || !ENDS_WORDS.test(folded.charAt(offset - 1))) return undefined;
  const line = lineOf(lineStarts, offset);
  if (/\S/u.test(text.slice(offset, lineStarts[line + 1] ?? text.length))) return undefined;
  const task = tasks.find((one) => one.role === 'task' && one.span.start < offset && offset <= one.span.end);
  if (!task || offset <= task.titleSpan.start) return undefined;
  const paragraph = blocks[blockAt(blocks, offset - 1)];
  const from = Math.max(task.span.start, paragraph?.span.start ?? 0);
  return hasOpenMark(folded.slice(from, offset)) ? undefined : task;
}

/** Whether a task is an entry of a directory that stands in the plan as an appendix. */
function isEntry(plan: Plan, { span }: Task): boolean {
  return directoryOf(plan, '')?.entries.some((entry) => entry.span.start === span.start) ?? false;
}

/** `。` or a closing bracket: what fields follow. */
const ENDS_WORDS = /[。)〕\]】]/u;

/** Whether a bracket or a quotation that opens in folded `words` does not close there. */
function hasOpenMark(words: string): boolean {
  const open: string[] = [];
  for (const mark of words) {
    const closer = CLOSING[mark];
    if (mark === open.at(-1)) open.pop();
    else if (closer) open.push(closer);
  }
  return open.length > 0;
}

/** What closes each mark that opens something, as folded; a straight quote closes itself. */
const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '〔': '〕',
  '【': '】',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '「': '」',
  '"': '"',
};

function isLike(one: Task, task: Task): boolean {
  return one.role === 'task' && one.part === task.part && one.style === task.style;
}

function labelled({ fields }: Task, role: FieldRole): Field | undefined {
  return fields.find((field) => field.role === role && field.label);
}

/** Whether a task says it in any way: in a field, from the heading above, a day in its words. */
function states(task: Task, role: FieldRole): boolean {
  if (task.fields.some((field) => field.role === role)) return true;
  switch (role) {
    case 'lead':
      return task.leads.length > 0;
    case 'unit':
      return task.units.length > 0;
    case 'support':
      return task.support.length > 0;
    case 'deadline':
      return task.deadline !== undefined || task.proseDeadlines.length > 0;
  }
}

/** What all of `siblings` write for `role`, as the last of them does. */
function agreedValue({ text }: Plan, siblings: readonly Task[], role: FieldRole): string | undefined {
  if (siblings.length < AGREEING) return undefined;
  const values = siblings.map((sibling) => {
    const field = labelled(sibling, role);
    return field ? text.slice(field.value.start, field.value.end).trim() : '';
  });
  const last = values.at(-1);
  return last && values.every((value) => nameKey(value) === nameKey(last)) ? last : undefined;
}
