/**
 * The room `refactor`: changes that a person asks for, which mend no finding. This is their list.
 */

import type { Plan } from '../plan/plan.ts';
import { joinMeasures, splitMeasures } from './measures.ts';
import { moveTask } from './move.ts';
import { fieldsToBracket, fieldsToLines } from './placement.ts';
import type { Refactoring } from './refactoring.ts';
import { renumber } from './renumber.ts';

/** Every refactoring that can be made at a place of a plan; entries of a directory are numbered, and no tasks. */
export function refactoringsAt(plan: Plan, offset: number): readonly Refactoring[] {
  const numbered = renumber(plan, offset);
  if (plan.kind === 'directory') return numbered ? [numbered] : [];
  return [
    numbered,
    moveTask(plan, offset, 'up'),
    moveTask(plan, offset, 'down'),
    splitMeasures(plan, offset),
    joinMeasures(plan, offset),
    fieldsToLines(plan, offset),
    fieldsToBracket(plan, offset),
  ].filter((refactoring) => refactoring !== undefined);
}
