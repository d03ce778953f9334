import { lineOf, type Span } from '../text/text.ts';
import type { Plan, Section, Task } from './plan.ts';

/** The task at `offset`; at the indent or the end of a line where none stands, the first that has a part of the line. */
export function taskAt({ tasks, lineStarts }: Plan, offset: number): Task | undefined {
  const around = tasks.filter(({ span }) => span.start <= offset && offset <= span.end).at(-1);
  if (around) return around;
  const line = lineOf(lineStarts, offset);
  return tasks.find(
    ({ span }) => lineOf(lineStarts, span.start) <= line && line <= lineOf(lineStarts, span.end),
  );
}

/** From the number of a task, or the bracket it stands in, to the end of its title: what a finding about it marks. */
export function headOf({ number, span, titleSpan }: Task): Span {
  return { start: number ? span.start : titleSpan.start, end: titleSpan.end };
}

/** The section at index `section` and those around it, the outermost first; none where a task stands in no section. */
export function sectionsAround({ sections }: Plan, section: number | undefined): readonly Section[] {
  const around: Section[] = [];
  for (let at = section; at !== undefined; at = sections[at]?.parent) {
    const one = sections[at];
    if (one) around.unshift(one);
  }
  return around;
}

/** Whether anybody leads, answers for or supports a task, whatever the field. */
export function namesSomebody({ leads, units, support }: Task): boolean {
  return leads.length + units.length + support.length > 0;
}
