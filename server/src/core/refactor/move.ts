import type { Plan, Task } from '../plan/plan.ts';
import { taskAt } from '../plan/tasks.ts';
import { flatMapped } from '../text/flat.ts';
import type { Span } from '../text/text.ts';
import { linesAround, type Refactoring } from './refactoring.ts';

/**
 * Exchanges the task at `offset` with the one above or below it in its section, lines, fields and all; the numbers
 * stay where they are, so the order of numbers is kept. Undefined at the end of a section.
 */
export function moveTask(plan: Plan, offset: number, direction: 'up' | 'down'): Refactoring | undefined {
  const task = taskAt(plan, offset);
  if (!task?.number) return undefined;
  const siblings = plan.tasks.filter(({ section, number }) => section === task.section && number !== '');
  const other = siblings[siblings.indexOf(task) + (direction === 'up' ? -1 : 1)];
  if (!other) return undefined;
  const [first, second] = direction === 'up' ? [other, task] : [task, other];
  const above = linesAround(plan, extentOf(first));
  const below = linesAround(plan, extentOf(second));
  if (above.end > below.start) return undefined;
  const between = plan.text.slice(above.end, below.start);
  const upper = withNumber(plan, second, below, first);
  const lower = withNumber(plan, first, above, second);
  // The last line of a text may have no line end, but then the one above it needs one.
  const [, upperWords = '', upperEnd = ''] = LINE_END.exec(upper) ?? [];
  const [, lowerWords = '', lowerEnd = ''] = LINE_END.exec(lower) ?? [];
  const newText = upperWords + (upperEnd || lowerEnd) + between + lowerWords + (upperEnd ? lowerEnd : '');
  const up = { zh: '上移任务', en: 'Move task up' };
  const down = { zh: '下移任务', en: 'Move task down' };
  return {
    id: direction === 'up' ? 'move-up' : 'move-down',
    title: direction === 'up' ? up : down,
    edits: [{ span: { start: above.start, end: below.end }, newText }],
  };
}

const LINE_END = /^([\s\S]*?)(\r\n|\r|\n)?$/u;

/** A task with the label lines of its own, which some documents have above it. */
function extentOf({ span, fields }: Task): Span {
  const lines = flatMapped(fields, ({ placement, holder }) => (placement === 'line' ? holder.start : []));
  return { start: Math.min(span.start, ...lines), end: span.end };
}

/** The lines of `task` with the number of the place it goes to. */
function withNumber({ text }: Plan, task: Task, lines: Span, place: Task): string {
  const number = text.slice(place.numberSpan.start, place.numberSpan.end);
  return text.slice(lines.start, task.numberSpan.start) + number + text.slice(task.numberSpan.end, lines.end);
}
