import type { Edit } from '../../lint/finding.ts';
import { fieldStyleOf } from '../../lint/stub/stub.ts';
import type { FieldRole, Plan, Task } from '../../plan/plan.ts';
import { countedOn, lineSpan, type Numbered, numberBehind, numberOn } from '../../refactor/next-number.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf } from '../../text/text.ts';

/**
 * What Enter does at `offset`, at the head of the new line: below a numbered paragraph the next number, where fields
 * stand on lines of their own below the last of them; what counts on below is numbered anew. A number that the editor
 * has already put there stays where it is right, and goes where fields are still to come.
 */
export function entered(plan: Plan, offset: number): readonly Edit[] {
  const line = lineOf(plan.lineStarts, offset);
  const here = lineSpan(plan, line);
  const words = plan.text.slice(here.start, here.end);
  if (line === 0 || (words.trim() !== '' && !ONLY_NUMBER.test(words))) return [];
  const above = lineSpan(plan, line - 1);
  if (plan.text.slice(above.start, above.end).trim() === '') return [];
  const item = itemAbove(plan, line - 1);
  if (item === undefined) return [];
  const next = item === 'unfinished' || goesOn(plan, line, item) ? undefined : numberBehind(item);
  if (item === 'unfinished' || next === undefined)
    return words.trim() === '' ? [] : [{ span: here, newText: '' }];
  if (words.trim() !== '' && words.trim() !== next.trim()) return [];
  const own = words.trim() === '' ? [{ span: { start: offset, end: offset }, newText: next }] : [];
  return [...own, ...countedOn(plan, line, item)];
}

/** `3.`, `（四）`, `五是`: a line that holds no more. */
const ONLY_NUMBER =
  /^\s*(?:[（(〔[]?(?:\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十百]{1,5})(?:[.．、）)〕\]]|是)|[①-⑳])\s*$/u;

/** What the paragraph that ends on a line is numbered as; undefined where it has no number, or is a heading. */
function itemAbove(plan: Plan, line: number): Numbered | 'unfinished' | undefined {
  const { start, end } = lineSpan(plan, line);
  const begins = (at: number) => at >= start && at < end;
  const lined = fieldStyleOf(plan).place === 'line' && !fieldStyleOf(plan).line.above;
  const own = numberOn(plan, line);
  const task = plan.tasks.filter(({ number, numberSpan }) => number !== '' && numberSpan.start < end).at(-1);
  if (own) {
    const heads = task !== undefined && begins(task.numberSpan.start);
    if (heads) return lined && !isComplete(plan, task) ? 'unfinished' : own;
    const measures = task?.measures.some(({ span }) => begins(span.start)) === true;
    return measures || FINISHED.test(plan.text.slice(start, end)) ? own : undefined;
  }
  if (!task) return undefined;
  const head = () => numberOn(plan, lineOf(plan.lineStarts, task.numberSpan.start));
  // The bracket that ends a task of several lines.
  const closed = task.fields.some(
    ({ placement, holder }) =>
      placement !== 'line' && begins(holder.end - 1) && !/[^。；;\s]/u.test(plan.text.slice(holder.end, end)),
  );
  if (closed) return head();
  const field = task.fields.some(({ placement, holder }) => placement === 'line' && begins(holder.start));
  return field && lined && isComplete(plan, task) ? head() : undefined;
}

/** Whether what stands below a new line still belongs to the item above it. */
function goesOn(plan: Plan, line: number, item: Numbered): boolean {
  let at = line + 1;
  while (at < plan.lineStarts.length && isEmpty(plan, at)) at += 1;
  if (at >= plan.lineStarts.length) return false;
  const below = numberOn(plan, at);
  if (below) return below.style !== item.style && !outerStyles(plan, item).has(below.style);
  const { start } = lineSpan(plan, at);
  const field = plan.fields.some(
    ({ placement, holder, label }) =>
      placement === 'line' && (label?.span.start ?? holder.start) === start + indentOf(plan, at),
  );
  const task = plan.tasks
    .filter(({ number, numberSpan }) => number !== '' && numberSpan.start < start)
    .at(-1);
  return (field && !fieldStyleOf(plan).line.above) || (task !== undefined && task.span.end > start);
}

function isEmpty(plan: Plan, line: number): boolean {
  const { start, end } = lineSpan(plan, line);
  return plan.text.slice(start, end).trim() === '';
}

function indentOf(plan: Plan, line: number): number {
  const { start, end } = lineSpan(plan, line);
  const words = plan.text.slice(start, end);
  return words.length - words.trimStart().length;
}

/** How items are numbered that stand above the first one of this kind: its headings. */
function outerStyles(plan: Plan, { style }: Numbered): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < plan.lineStarts.length; at += 1) {
    const one = numberOn(plan, at);
    if (one?.style === style) break;
    if (one) found.add(one.style);
  }
  return found;
}

/** A heading has no mark at its end. */
const FINISHED = /[。；;）)〕]\s*$/u;

/** Whether a task states on lines of its own what most of the others that have such lines do. */
function isComplete({ tasks }: Plan, task: Task): boolean {
  const others = tasks.filter((one) => one !== task && linedRoles(one).size > 0);
  const own = linedRoles(task);
  if (others.length === 0) return own.size > 0;
  return ROLES.every((role) => {
    const stating = others.filter((one) => linedRoles(one).has(role)).length;
    return own.has(role) || stating * 2 <= others.length;
  });
}

const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

function linedRoles({ fields }: Task): ReadonlySet<FieldRole> {
  return new Set(flatMapped(fields, ({ placement, role }) => (placement === 'line' ? role : [])));
}

/**
 * What typing the mark of a number at `offset` does: the number before it, which Enter put there, goes (`7.二、`).
 */
export function gaveWay(plan: Plan, offset: number): readonly Edit[] {
  const line = lineOf(plan.lineStarts, offset);
  const { start } = lineSpan(plan, line);
  const match = DOUBLE.exec(plan.text.slice(start, offset))?.groups;
  const { indent = '', automatic = '' } = match ?? {};
  if (!match) return [];
  // What Enter puts there counts on from the last number of its kind above.
  for (let above = line - 1; above >= 0; above -= 1) {
    const one = numberOn(plan, above);
    const next = one && numberBehind(one)?.trim();
    if (next === undefined || !isAlike(next, automatic)) continue;
    const from = start + indent.length;
    const span = { start: from, end: from + automatic.length };
    return next === automatic.trim() ? [{ span, newText: '' }] : [];
  }
  return [];
}

/** `7.二、`, `（三）二、`, `二、（一）` */
const DOUBLE =
  /^(?<indent>\s*)(?<automatic>\d{1,3}[.．、]\s?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])$/u;

function isAlike(a: string, b: string): boolean {
  const shape = (number: string) =>
    number
      .trim()
      .replace(/\d{1,3}/u, '1')
      .replace(/[一二三四五六七八九十]{1,3}/u, '一')
      .replace(/[①-⑳]/u, '①');
  return shape(a) === shape(b);
}
