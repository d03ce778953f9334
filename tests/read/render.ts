import type { Deadline, Party, Plan, Section, Task } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { lineOf } from '../../server/src/core/text/text.ts';

/**
 * What was read, a line each, indented by section: `§一 标题 [guidance]` is a section and `1 标题 牵 甲 责 乙、丙 配 丁
 * 时 2026-06-30 措 一、二` a task with its leads, units, support, deadline and measures. The role `tasks` goes without
 * saying, and so does `task`.
 */
export function render(plan: Plan): string {
  const lines = [
    ...plan.sections.map((section) => ({
      at: section.span.start,
      depth: depthOf(plan, section.parent),
      order: 0,
      words: sectionWords(section),
    })),
    ...plan.tasks.map((task) => ({
      at: task.span.start,
      depth: depthOf(plan, task.section),
      order: 1,
      words: taskWords(task),
    })),
  ];
  return lines
    .sort((a, b) => a.at - b.at || a.depth - b.depth || a.order - b.order)
    .map(({ depth, words }) => '  '.repeat(depth) + words)
    .join('\n');
}

/** The same with the line where each begins: `@3 1 标题`. */
export function renderLines(plan: Plan): string {
  const lineAt = (at: number) => lineOf(plan.lineStarts, at) + 1;
  return [...plan.sections, ...plan.tasks]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, number, title }) => `@${lineAt(span.start)} ${number} ${title}`)
    .join('\n');
}

/** `text` without the line break after the opening quote and the indentation of its first line. */
export function plain(text: string): string {
  const lines = text.replace(/^\n/u, '').replace(/\n *$/u, '').split('\n');
  const indent = /^ */u.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, /^ */u.exec(line)?.[0].length ?? 0))).join('\n');
}

/** The parsed text, rendered. */
export function read(text: string): string {
  return render(parse(plain(text)));
}

function depthOf(plan: Plan, index: number | undefined): number {
  let depth = 0;
  for (let at = index; at !== undefined; at = plan.sections[at]?.parent) depth += 1;
  return depth;
}

function sectionWords({ number, title, role }: Section): string {
  return `§${number} ${title}${role === 'tasks' ? '' : ` [${role}]`}`;
}

function taskWords(task: Task): string {
  const { number, title, role, leads, units, support, deadline, proseDeadlines, measures } = task;
  return [
    number || '·',
    title,
    role === 'task' ? '' : `[${role}]`,
    listed('牵', leads),
    listed('责', units),
    listed('配', support),
    deadline ? `时 ${when(deadline)}` : '',
    proseDeadlines.length > 0 ? `文 ${proseDeadlines.map(when).join('、')}` : '',
    measures.length > 0 ? `措 ${measures.map((measure) => measure.number).join('、')}` : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function listed(mark: string, parties: readonly Party[]): string {
  return parties.length === 0 ? '' : `${mark} ${parties.map(({ name }) => name).join('、')}`;
}

/** The last day, else what kind of time it is; `!` for one that is no date or says nothing. */
function when({ end, precision, problem }: Deadline): string {
  return problem ? `!${problem}` : (end ?? precision);
}
