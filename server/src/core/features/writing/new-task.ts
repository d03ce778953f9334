import type { Edit } from '../../lint/finding.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { numeralLike, numeralValue } from '../../text/numerals.ts';
import { lineEndOf, lineOf } from '../../text/text.ts';

/**
 * The edits that begin a task below the one at `offset`, with the next number written alike, and count the tasks
 * behind it on; none outside of tasks.
 */
export function newTask(plan: Plan, offset: number): readonly Edit[] {
  const line = lineOf(plan.lineStarts, offset);
  const lineStart = plan.lineStarts[line] ?? 0;
  const lineEnd = plan.lineStarts[line + 1] ?? plan.text.length;
  const task = plan.tasks
    .filter(({ span, number }) => number !== '' && span.start < lineEnd && span.end >= lineStart)
    .at(-1);
  const value = task && numeralValue(task.number);
  if (!task || value === undefined) return [];
  const number = numeralLike(value + 1, numberOf(plan, task));
  if (number === undefined) return [];
  const head = before(plan, task) + number + markBehind(plan, task);
  const at = endOfLine(plan, task.span.end);
  const newText = lineEndOf(plan.text) + head;
  return [
    { span: { start: at, end: at }, newText, stops: [newText.length] },
    ...countedOn(plan, plan.tasks.indexOf(task) + 1, value + 1),
  ];
}

/** New numbers for the tasks from `index` on, as long as they count on from `value`. */
function countedOn(plan: Plan, index: number, value: number): readonly Edit[] {
  const { tasks } = plan;
  const edits: Edit[] = [];
  for (let i = index, next = value; i < tasks.length; i += 1) {
    const task = tasks[i];
    if (!task || task.number === '') continue;
    if (numeralValue(task.number) !== next) break;
    next += 1;
    const newText = numeralLike(next, numberOf(plan, task));
    if (newText === undefined) break;
    edits.push({ span: task.numberSpan, newText });
  }
  return edits;
}

/** The number of a task with its full-width digits. */
function numberOf({ text }: Plan, { numberSpan }: Task): string {
  return text.slice(numberSpan.start, numberSpan.end);
}

/** Indent and opening bracket; nothing where the task does not begin its line. */
function before({ text, lineStarts }: Plan, { numberSpan }: Task): string {
  const start = lineStarts[lineOf(lineStarts, numberSpan.start)] ?? 0;
  const head = text.slice(start, numberSpan.start);
  return HEAD.test(head) ? head.replace('\uFEFF', '') : '';
}

/** `　　（` */
const HEAD = /^[\s\uFEFF]*[（(〔[]?$/u;

/** What stands between the number and the title: `.`, `、`, `）`. */
function markBehind({ text }: Plan, { numberSpan, titleSpan }: Task): string {
  return text.slice(numberSpan.end, titleSpan.start);
}

function endOfLine({ text, lineStarts }: Plan, offset: number): number {
  let end = lineStarts[lineOf(lineStarts, Math.max(0, offset - 1)) + 1] ?? text.length;
  while (end > offset && /[\r\n]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}
