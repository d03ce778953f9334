import type { Plan } from '../core/plan/plan.ts';
import { isPlanLike } from '../core/plan/recognize.ts';

/** Names by which a file is known for a plan, in the editor (package.json, `contributes.languages`) as in CI. */
export const PLAN_NAMES: readonly string[] = [
  '*.plan',
  '*.workplan',
  '*工作要点*.txt',
  '*工作计划*.txt',
  '*重点任务*.txt',
  '*实施方案*.txt',
  '*行动计划*.txt',
  '*任务分工*.txt',
  '*名录*.txt',
];

/** Whether a file says by its name that it is a plan. */
export function isPlanName(name: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(name));
}

/** A file is a plan that says so by its name, or reads as one; and so is a directory. */
export function isPlan(path: string, plan: Plan): boolean {
  return isPlanName(path.slice(path.lastIndexOf('/') + 1)) || plan.kind === 'directory' || isPlanLike(plan);
}

/** A star is all that such a name has of a pattern. */
const PATTERNS: readonly RegExp[] = PLAN_NAMES.map((name) => {
  const parts = name.split('*').map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
});
