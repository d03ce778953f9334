import type { Edit } from '../lint.ts';
import { hanNumeral, numeralValue } from '../numerals.ts';
import type { Plan, Task } from '../plan.ts';
import { lineOf } from '../text.ts';

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
  const number = numeral(value + 1, task);
  const head = before(plan, task) + number + markBehind(plan, task);
  const at = endOfLine(plan, task.span.end);
  const newText = lineEndOf(plan) + head;
  return [
    { span: { start: at, end: at }, newText, stops: [newText.length] },
    ...countedOn(plan, plan.tasks.indexOf(task) + 1, value + 1),
  ];
}

/** New numbers for the tasks from `index` on, as long as they count on from `value`. */
function countedOn({ tasks, text }: Plan, index: number, value: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (let i = index, next = value; i < tasks.length; i += 1) {
    const task = tasks[i];
    if (!task || task.number === '') continue;
    if (numeralValue(task.number) !== next) break;
    const { start, end } = task.numberSpan;
    const at = start + text.slice(start, end).indexOf(task.number);
    if (at < start) break;
    next += 1;
    edits.push({ span: { start: at, end: at + task.number.length }, newText: numeral(next, task) });
  }
  return edits;
}

/** `value` in the kind of numerals that `like` has. */
function numeral(value: number, like: Task): string {
  return /^\p{Script=Han}+$/u.test(like.number) ? hanNumeral(value) : String(value);
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
function markBehind({ text }: Plan, { numberSpan, number, titleSpan }: Task): string {
  const written = text.slice(numberSpan.start, titleSpan.start);
  const at = written.indexOf(number);
  return at < 0 ? '.' : written.slice(at + number.length);
}

function endOfLine({ text, lineStarts }: Plan, offset: number): number {
  let end = lineStarts[lineOf(lineStarts, Math.max(0, offset - 1)) + 1] ?? text.length;
  while (end > offset && /[\r\n]/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function lineEndOf({ text }: Plan): string {
  return /\r\n|\r|\n/u.exec(text)?.[0] ?? '\n';
}
