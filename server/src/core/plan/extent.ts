import { Mover } from '../text/change.ts';
import type { Span } from '../text/text.ts';
import { type Origin, originOf } from './moved.ts';
import type { Plan } from './plan.ts';

/** How many tasks of a plan are such by their role, and how many characters they have. */
export interface Extent {
  readonly count: number;
  readonly length: number;
}

export function extentOfTasks(plan: Plan): Extent {
  const known = extents.get(plan);
  if (known) return known;
  const origin = originOf(plan);
  const extent = origin ? extentAfter(origin) : extentIn(plan);
  extents.set(plan, extent);
  return extent;
}

const extents = new WeakMap<Plan, Extent>();

function extentIn({ tasks }: Plan): Extent {
  const own = tasks.filter(({ role }) => role === 'task');
  return { count: own.length, length: own.reduce((sum, { span }) => sum + lengthOf(span), 0) };
}

/** None but the tasks where the plan changed are looked at: the others are as long as they were. */
function extentAfter({ before, change }: Origin): Extent {
  const { count, length } = extentOfTasks(before);
  const mover = new Mover(change);
  const changed = before.tasks.filter(({ role, span }) => role === 'task' && mover.meets(span));
  const by = changed.reduce((sum, { span }) => sum + lengthOf(mover.span(span)) - lengthOf(span), 0);
  return { count, length: length + by };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
