import { lineOf, type Span } from '../text/text.ts';
import { type FieldRole, foldedIn, type Plan, type Section, type Task, textIn } from './plan.ts';

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

/** What is listed as a task or a heading: its number as it stands, with its mark, and its title: `4.扩大学位供给`. */
export function nameOf(plan: Plan, item: Section | Task): string {
  const label = labelOf(plan, item);
  return `${label}${DECIMAL.test(label) ? ' ' : ''}${item.title}`;
}

/** The number of a task or a heading with the bracket before it and the mark behind it; one without a mark gets one. */
export function labelOf(plan: Plan, item: Section | Task): string {
  const { number, numberSpan, titleSpan } = item;
  const before = textIn(plan, Math.max(0, numberSpan.start - 1), numberSpan.start);
  const from = BRACKET.test(before) ? numberSpan.start - 1 : numberSpan.start;
  const written = textIn(plan, from, titleSpan.start).replace(BAR, '').trim();
  const label = written.length <= number.length + 2 ? written : number;
  return DIGIT.test(label) && !DECIMAL.test(label) ? `${label}.` : label;
}

const BRACKET = /[（(〔[【]/u;
/** What parts a number from the cell behind it. */
const BAR = /\|\s*$/u;
/** `9`, as in a cell. */
const DIGIT = /[0-9０-９]$/u;
/** `1.1` */
const DECIMAL = /[0-9０-９][.．][0-9０-９]{1,3}$/u;

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

/** Whether a task is a row of a table. */
export function isRow({ fields }: Pick<Task, 'fields'>): boolean {
  return fields.some(({ placement }) => placement === 'cell');
}

/** Whether a task is a row of a table that came apart into a cell a line: one that is missing may have been merged, or lost. */
export function isScattered(plan: Plan, task: Task): boolean {
  return isRow(task) && /[\r\n]/u.test(foldedIn(plan, task.numberSpan.end, task.titleSpan.start));
}

/** Whether something else than a field with `role` stands in a cell above that spans the row of a task: that may span it, too. */
export function isSpanned({ fields, span }: Task, asked: FieldRole): boolean {
  return fields.some(
    ({ placement, role, holder }) => placement === 'cell' && role !== asked && holder.start < span.start,
  );
}
