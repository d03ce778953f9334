/** A task that says who does it. */
export function owned(number: number): string {
  return `${number}.整治周边环境${number}。清理摊点。（责任单位：安全股）`;
}

/** One that does not, its number and title marked as what a rule finds. */
export function marked(number: number): string {
  return `⟦${number}.补充乡村教师${number}⟧。面向院校招聘。`;
}

/** A plan that holds such lines in one section. */
export function plan(...lines: readonly string[]): string {
  return ['清溪县2025年教育工作要点', '一、重点任务', ...lines].join('\n');
}
