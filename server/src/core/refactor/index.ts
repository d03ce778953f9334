/**
 * The room `refactor`: changes that a person asks for, which mend no finding. This is their list.
 */

import type { Plan } from '../plan/plan.ts';
import { joinMeasures, splitMeasures } from './measures.ts';
import { moveTask } from './move.ts';
import { fieldsToBracket, fieldsToLines } from './placement.ts';
import type { Refactoring } from './refactoring.ts';
import { renumber } from './renumber.ts';

/** Every refactoring that can be made at a place of a plan. */
export function refactoringsAt(plan: Plan, offset: number): readonly Refactoring[] {
  return [
    renumber(plan, offset),
    moveTask(plan, offset, 'up'),
    moveTask(plan, offset, 'down'),
    splitMeasures(plan, offset),
    joinMeasures(plan, offset),
    fieldsToLines(plan, offset),
    fieldsToBracket(plan, offset),
  ].filter((refactoring) => refactoring !== undefined);
}
