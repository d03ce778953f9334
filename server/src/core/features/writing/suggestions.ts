import { fieldStyleOf, labelFor } from '../../lint/stub/stub.ts';
import type { Field, FieldRole, Plan, Task } from '../../plan/plan.ts';
import { numeralLike, numeralValue } from '../../text/numerals.ts';
import { lineOf, type Span } from '../../text/text.ts';

/** Words that may be written at a place, beside names: labels, days, the next number, titles, slogans. */
export interface Suggestion {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'label' | 'deadline' | 'number' | 'document' | 'slogan';
}

/** What may be written at `offset`; `titles` are the documents of the workspace. */
export function suggestions(plan: Plan, offset: number, titles: readonly string[]): readonly Suggestion[] {
  const { text } = plan;
  const lineStart = plan.lineStarts[lineOf(plan.lineStarts, offset)] ?? 0;
  const before = text.slice(lineStart, offset);
  const at = { start: offset, end: offset };
  const deadline = plan.fields.find(
    (field) =>
      field.role === 'deadline' &&
      field.label &&
      field.label.span.end < offset &&
      offset <= endOfValue(plan, field),
  );
  const opened = /《([^《》]*)$/u.exec(before)?.[1];
  if (opened !== undefined) {
    const span = { start: offset - opened.length, end: offset };
    return unique([...titles, ...quotedIn(text, /《([^《》\r\n]{2,80})》/gu)]).map((title) => ({
      span,
      text: title,
      kind: 'document' as const,
    }));
  }
  const slogan = /“([^“”]*)$/u.exec(before)?.[1];
  if (slogan !== undefined) {
    const span = { start: offset - slogan.length, end: offset };
    return unique(quotedIn(text, /“([^“”\r\n]{2,20})”/gu)).map((words) => ({
      span,
      text: words,
      kind: 'slogan' as const,
    }));
  }
  if (deadline?.label) {
    const start = skip(text, deadline.label.span.end, /[：:\s]/u);
    const span = { start: Math.min(start, offset), end: offset };
    return days(plan).map((day) => ({ span, text: day, kind: 'deadline' as const }));
  }
  if (/^\s*$/u.test(before)) return startOfLine(plan, offset, at);
  const inBracket = /[（(〔【[；;]\s*([々〇㐀-鿿𠀀-𲎯]{0,4})$/u.exec(before);
  if (inBracket) {
    const span = { start: offset - (inBracket[1]?.length ?? 0), end: offset };
    return labels(plan, offset).map((label) => ({ span, text: label, kind: 'label' as const }));
  }
  return [];
}

/** A day may be typed up to the next label, of which `；` is the sign even before it is written. */
function endOfValue({ text }: Plan, { value }: Field): number {
  const stop = text.slice(value.start, value.end).search(/[；;]/u);
  return stop >= 0 ? value.start + stop : skip(text, value.end, /[^\S\r\n]/u);
}

/** The labels of the document's own style, each with its colon; where a task already states some, the others. */
function labels(plan: Plan, offset: number): readonly string[] {
  const style = fieldStyleOf(plan);
  const stated = style.line.above ? [] : (taskBefore(plan, offset)?.fields ?? []);
  return ROLES.filter((role) => !stated.some((field) => field.label && field.role === role)).map(
    (role) => labelFor(style, role) + style.colon,
  );
}

const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

/** The task that `offset` stands in or behind, undefined where a heading stands between. */
function taskBefore({ tasks, sections }: Plan, offset: number): Task | undefined {
  const task = tasks.filter(({ span }) => span.start <= offset).at(-1);
  const heading = sections.filter(({ span }) => span.start <= offset).at(-1);
  return task && heading && heading.span.start > task.span.start ? undefined : task;
}

/** Month ends of the plan's year, quarter ends and the usual open ones. */
function days(plan: Plan): readonly string[] {
  const year = plan.year === undefined ? '' : `${plan.year}年`;
  const months = Array.from({ length: 12 }, (_, i) => monthEnd(plan, i));
  const used = plan.fields.flatMap(({ deadline }) => deadline?.text ?? []);
  return unique([
    ...used,
    ...months,
    `${year}上半年`,
    `${year}年底前`.replace('年年', '年'),
    '长期坚持',
    '持续推进',
  ]);
}

/** The end of the month `index` months behind the plan's first: September in a school year. */
function monthEnd({ year, school }: Plan, index: number): string {
  const month = ((index + (school ? 8 : 0)) % 12) + 1;
  return year === undefined ? `${month}月底前` : `${school && month < 9 ? year + 1 : year}年${month}月底前`;
}

/** At the head of a line: the number that follows, and label lines where the document has them. */
function startOfLine(plan: Plan, offset: number, span: Span): Suggestion[] {
  const number = nextNumber(plan, offset);
  const lined = plan.fields.some(({ placement }) => placement === 'line');
  return [
    ...(number ? [{ span, text: number, kind: 'number' as const }] : []),
    ...(lined ? labels(plan, offset).map((label) => ({ span, text: label, kind: 'label' as const })) : []),
  ];
}

/** The number of the task that would begin at `offset`, written as the one before it. */
export function nextNumber(plan: Plan, offset: number): string | undefined {
  const before = plan.tasks
    .filter(({ numberSpan, number }) => number !== '' && numberSpan.end <= offset)
    .at(-1);
  if (!before) return undefined;
  const value = numeralValue(before.number);
  if (value === undefined) return undefined;
  const number = numeralLike(value + 1, plan.text.slice(before.numberSpan.start, before.numberSpan.end));
  const mark = markOf(plan, before);
  return number && mark.before + number + mark.behind;
}

/** What stands around the number of a task: `（` and `）`, or `.`. */
function markOf(
  { text }: Plan,
  { numberSpan, titleSpan }: Task,
): { readonly before: string; readonly behind: string } {
  const opening = /[（(〔【[]/u.exec(text[numberSpan.start - 1] ?? '')?.[0] ?? '';
  const behind = text.slice(numberSpan.end, titleSpan.start);
  return { before: opening, behind: behind.length <= 3 ? behind : (behind[0] ?? '.') };
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text[at] ?? '')) at += 1;
  return at;
}

function quotedIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].slice(0, 200);
}
