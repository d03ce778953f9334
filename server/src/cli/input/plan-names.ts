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
