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

/** A star is all that such a name has of a pattern. */
const PATTERNS: readonly RegExp[] = PLAN_NAMES.map((name) => {
  const parts = name.split('*').map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
});
