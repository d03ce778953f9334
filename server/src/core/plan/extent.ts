import { Mover } from '../text/change.ts';
import { commentsIn } from '../text/comments.ts';
import { lineEndOf, type Span, within } from '../text/text.ts';
import { type Origin, originOf } from './moved.ts';
import { type Plan, textLength } from './plan.ts';
import { textsOf } from './texts.ts';

/** How many tasks of a plan are such by their role, and how many characters they have; comments are none of the plan. */
export interface Extent {
  readonly count: number;
  readonly length: number;
  /** Characters of what is no task. */
  readonly rest: number;
  /** Whether there are comments in the plan. */
  readonly commented: boolean;
}

export function extentOfTasks(plan: Plan): Extent {
  const known = extents.get(plan);
  if (known) return known;
  const origin = originOf(plan);
  const extent = (origin && extentAfter(plan, origin)) ?? extentIn(plan);
  extents.set(plan, extent);
  return extent;
}

const extents = new WeakMap<Plan, Extent>();

function extentIn(plan: Plan): Extent {
  const spans = plan.tasks.filter(({ role }) => role === 'task').map(({ span }) => span);
  const inTask = within(spans);
  const comments = commentsOf(textsOf(plan)?.folded.text ?? plan.folded);
  const length = sumOf(spans) - sumOf(comments.filter(({ start }) => inTask(start)));
  const rest = textLength(plan) - sumOf(comments) - length;
  return { count: spans.length, length, rest, commented: comments.length > 0 };
}

/**
 * None but the tasks where the plan changed are looked at: the others are as long as they were. Undefined where there are
 * comments.
 */
function extentAfter(plan: Plan, { before, change, words }: Origin): Extent | undefined {
  const { count, length: old, commented } = extentOfTasks(before);
  if (commented || words[1].text.includes('<!--')) return undefined;
  const mover = new Mover(change);
  const changed = before.tasks.filter(({ role, span }) => role === 'task' && mover.meets(span));
  const by = changed.reduce((sum, { span }) => sum + lengthOf(mover.span(span)) - lengthOf(span), 0);
  const length = old + by;
  return { count, length, rest: textLength(plan) - length, commented };
}

/** The comments of a text; one that fills its line with the line end. */
function commentsOf(text: string): readonly Span[] {
  if (!text.includes('<!--')) return [];
  const lineEnd = lineEndOf(text).length;
  const isEdge = (at: number) => /[\r\n]/u.test(text[at] ?? '\n');
  return commentsIn(text).map(({ start, end }) => ({
    start,
    end: isEdge(start - 1) && isEdge(end) ? end + lineEnd : end,
  }));
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
