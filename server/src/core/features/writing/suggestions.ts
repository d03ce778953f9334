import { daysFor } from '../../lint/stub/days.ts';
import { type Slot, slotAt, wordIn } from '../../lint/stub/slot.ts';
import { fieldStyleOf, labelFor } from '../../lint/stub/stub.ts';
import { LEADERS } from '../../people/details.ts';
import type { FieldRole, Plan, Task } from '../../plan/plan.ts';
import { sectionsAround } from '../../plan/tasks.ts';
import type { Labels } from '../../read/fields/labels.ts';
import { isDirectoryHeading } from '../../read/outline/roles.ts';
import { nextNumber, numberBehind, numberOn } from '../../refactor/next-number.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { lineOf, type Span } from '../../text/text.ts';

/** Words that may be written at a place, beside names: labels, days, the next number, titles, slogans. */
export interface Suggestion {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'label' | 'deadline' | 'number' | 'document' | 'slogan';
}

/** What suggestions depend on beside the plan. */
export interface Setting {
  /** Titles of the documents of the workspace. */
  readonly titles: readonly string[];
  readonly labels: Labels;
  /** ISO 8601. */
  readonly today: string;
}

/** What may be written at `offset`, but for what stands there already. */
export function suggestions(plan: Plan, offset: number, setting: Setting): readonly Suggestion[] {
  const { text } = plan;
  const [after = ''] = text.slice(offset, offset + 40).split(/[\r\n]/u, 1);
  return offered(plan, offset, setting)
    .map((one) => ({ ...one, span: { ...one.span, end: one.span.end + goesOn(one, after, text) } }))
    .filter((one) => one.text !== text.slice(one.span.start, one.span.end));
}

/** How many characters behind the cursor are the rest of what is suggested, which would stand there twice. */
function goesOn({ kind, text, span }: Suggestion, after: string, whole: string): number {
  if (kind === 'label') {
    const typed = whole.slice(span.start, span.end);
    return text.startsWith(typed) && after.startsWith(text.slice(typed.length))
      ? text.length - typed.length
      : 0;
  }
  if (kind !== 'number') return 0;
  const [numeral = ''] = NUMERAL.exec(after) ?? [];
  const [own, behind] = [fold(text).replace(NUMBER, ''), fold(after.slice(numeral.length))];
  const [mark = ''] = behind.startsWith(own.trimEnd()) ? [own.trimEnd()] : (NUMBER_MARK.exec(behind) ?? []);
  // `1.5万人` begins with no number of an item.
  if (mark === '' || /^\d/u.test(behind.slice(mark.length))) return 0;
  const space = own.slice(mark.length) === behind.charAt(mark.length) ? own.length - mark.length : 0;
  return numeral.length + mark.length + space;
}

const NUMERAL = /^(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})/u;
/** `(三` of `(三)`, `3` of `3.` */
const NUMBER = /^\(?(?:\d+|[一二三四五六七八九十百]+)/u;
const NUMBER_MARK = /^[.、)]/u;

function offered(plan: Plan, offset: number, { titles, labels, today }: Setting): readonly Suggestion[] {
  const { text } = plan;
  const lineStart = plan.lineStarts[lineOf(plan.lineStarts, offset)] ?? 0;
  const before = text.slice(lineStart, offset);
  const behind = (typed: string) => ({ start: offset - typed.length, end: offset });
  const opened = /《([^《》]*)$/u.exec(before)?.[1];
  if (opened !== undefined) {
    const known = [...titles, ...quotedIn(text, /《([^《》\r\n]{2,80})》/gu)];
    return unique(known).map((title) => ({ span: behind(opened), text: title, kind: 'document' }));
  }
  const slogan = /“([^“”]*)$/u.exec(before)?.[1];
  if (slogan !== undefined) {
    const known = quotedIn(text, /“([^“”\r\n]{2,20})”/gu);
    return unique(known).map((words) => ({ span: behind(slogan), text: words, kind: 'slogan' }));
  }
  const slot = slotAt(plan, offset, labels);
  if (slot?.role === 'deadline') return daysIn(plan, slot, offset, today);
  if (slot) return [];
  const head = HEAD.exec(before)?.groups?.typed;
  if (head !== undefined) return startOfLine(plan, offset, behind(head));
  const [after = ''] = text.slice(offset, offset + 40).split(/[\r\n]/u, 1);
  const day = statesDays(plan) ? typedInBracket(before, after, plan, TYPED_DAY) : undefined;
  const days = day === undefined ? [] : daysAt(plan, behind(day), today);
  const typed = typedInBracket(before, after, plan, TYPED);
  return typed === undefined ? days : [...days, ...labelsAt(plan, offset, behind(typed))];
}

/** Whether a bracket of the document says by when without a label: `（市教育局牵头，6月底前完成）`. */
function statesDays({ fields }: Plan): boolean {
  return fields.some(({ role, label, placement }) => role === 'deadline' && !label && placement === 'clause');
}

/** The head of a line, where no more than the beginning of a number or of a label stands: `（`, `1`, `责任`. */
const HEAD = /^\s*(?<typed>[（(]?[\d０-９]{0,3}|[（(]?[一二三四五六七八九十]{0,3}|[々〇㐀-鿿𠀀-𲎯]{1,5})$/u;

function daysIn(plan: Plan, slot: Slot, offset: number, today: string): readonly Suggestion[] {
  // A range to be edited is one of a line (LSP 3.17, completionItem.textEdit).
  const span = wordIn(plan, slot, offset);
  if (/[\r\n]/u.test(plan.text.slice(span.start, Math.max(offset, slot.value.end)))) return [];
  return daysAt(plan, span, today);
}

function daysAt(plan: Plan, span: Span, today: string): readonly Suggestion[] {
  return daysFor(plan, today, span).map((day) => ({ span, text: day, kind: 'deadline' }));
}

/**
 * What is typed in a `shape` behind an open bracket that may hold fields, or behind a separator in it; undefined
 * elsewhere: such a bracket ends its paragraph, unless the document has some that end no more than a clause.
 */
function typedInBracket(before: string, after: string, plan: Plan, shape: RegExp): string | undefined {
  let open = before.length;
  for (let depth = 0; depth >= 0 && open >= 0; ) {
    open -= 1;
    if (CLOSER.test(before.charAt(open))) depth += 1;
    else if (OPENER.test(before.charAt(open))) depth -= 1;
  }
  const inside = before.slice(open + 1);
  const holds = /[：:]/u.test(inside) || ENDS.test(after) || endsClauses(plan);
  return open < 0 || !holds ? undefined : shape.exec(inside)?.[1];
}

/** `，6月`, `；2026年` behind who does it. */
const TYPED_DAY = /[；;，,]\s*([\d０-９]{0,4}(?:[年月][\d０-９]{0,2}){0,2})$/u;
const TYPED = /(?:^|[；;，,])\s*([々〇㐀-鿿𠀀-𲎯]{0,4})$/u;
/** `）。` and the line end, at most. */
const ENDS = /^[）)〕】\]。；;\s]{0,4}$/u;

/** Whether some bracket with fields stands in the middle of its paragraph. */
function endsClauses({ fields, text }: Plan): boolean {
  return fields.some(
    ({ placement, holder }) =>
      placement === 'bracket' && !PARAGRAPH_END.test(text.slice(holder.end, holder.end + 2)),
  );
}

/** `。⏎` */
const PARAGRAPH_END = /^[。；;]?(?:\s|$)/u;

const OPENER = /[（(〔【[]/u;
const CLOSER = /[）)〕】\]]/u;

/** The labels of the document's own style, each with its colon; where a task already states some, the others. */
function labelsAt(plan: Plan, offset: number, span: Span): readonly Suggestion[] {
  const details = detailsAt(plan, offset);
  const words = details ?? labelsFor(plan, offset);
  return words.map((label) => ({ span, text: label, kind: 'label' }));
}

function labelsFor(plan: Plan, offset: number): readonly string[] {
  const style = fieldStyleOf(plan);
  const stated = style.line.above ? [] : (taskBefore(plan, offset)?.fields ?? []);
  return ROLES.filter((role) => !stated.some((field) => field.label && field.role === role)).map(
    (role) => labelFor(style, role) + style.colon,
  );
}

const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

/** What an entry of a directory may say, with the colon, but for what it says; undefined in a plan. */
function detailsAt(plan: Plan, offset: number): readonly string[] | undefined {
  const entry = taskBefore(plan, offset);
  const headings = sectionsAround(plan, entry?.section ?? sectionBefore(plan, offset));
  if (plan.kind !== 'directory' && !headings.some(({ title }) => isDirectoryHeading(fold(title))))
    return undefined;
  const leads = headings.some(({ title }) => LEADERS.test(title));
  const said = entry ? plan.text.slice(entry.span.start, Math.max(entry.span.end, offset)) : '';
  return (leads ? OF_LEADERS : OF_UNITS)
    .filter((label) => !said.includes(`${label}：`) && !said.includes(`${label}:`))
    .map((label) => `${label}：`);
}

const OF_LEADERS = ['职务', '分管'];
const OF_UNITS = ['简称', '负责人', '分管领导', '上级', '包括'];

function sectionBefore({ sections }: Plan, offset: number): number | undefined {
  const count = sections.filter(({ span }) => span.start <= offset).length;
  return count > 0 ? count - 1 : undefined;
}

/** The task that `offset` stands in or behind, undefined where a heading stands between. */
function taskBefore({ tasks, sections }: Plan, offset: number): Task | undefined {
  const task = tasks.filter(({ span }) => span.start <= offset).at(-1);
  const heading = sections.filter(({ span }) => span.start <= offset).at(-1);
  return task && heading && heading.span.start > task.span.start ? undefined : task;
}

/** At the head of a line: the number that follows, and label lines where the document has them. */
function startOfLine(plan: Plan, offset: number, span: Span): readonly Suggestion[] {
  const typed = plan.text.slice(span.start, span.end);
  // What is being typed may be read as a number by itself.
  const line = lineOf(plan.lineStarts, span.start);
  const last = line > 0 ? numberOn(plan, line - 1) : undefined;
  const numbers = unique([
    ...(last ? [numberBehind(last)?.trimStart() ?? ''] : []),
    nextNumber(plan, span.start) ?? '',
  ]);
  const lined = plan.fields.some(({ placement }) => placement === 'line');
  const all: readonly Suggestion[] = [
    ...flatMapped(numbers, (number) => (number ? { span, text: number, kind: 'number' as const } : [])),
    ...(lined && detailsAt(plan, offset) === undefined ? labelsAt(plan, offset, span) : []),
  ];
  return all.filter(({ text }) => text.startsWith(typed));
}

function quotedIn(text: string, pattern: RegExp): string[] {
  return matchesIn(text, pattern).map((match) => match[1] ?? '');
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].slice(0, 200);
}
