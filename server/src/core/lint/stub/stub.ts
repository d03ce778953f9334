import type { Passage } from '../../plan/block.ts';
import { type Field, type FieldRole, type Plan, paragraphsIn, type Task, textIn } from '../../plan/plan.ts';
import { unnumberedAt } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';
import type { Edit, Fix } from '../finding.ts';
import {
  type FieldStyle,
  hasLineEnd,
  isStop,
  joinBefore,
  placeOf,
  type StubPlace,
  spaceBefore,
} from './style.ts';

export { type FieldStyle, fieldStyleOf } from './style.ts';

/**
 * A fix that gives `task` empty fields for the roles that are `wanted`, in the order and the style of the document.
 * Undefined where no text can be put, as in a table or between tasks whose fields stand above them.
 */
export function stubFor(
  plan: Plan,
  task: Task,
  wanted: readonly FieldRole[],
  style: FieldStyle,
): Fix | undefined {
  const roles = style.order.filter((role) => wanted.includes(role));
  const labels = roles.map((role) => labelFor(style, role));
  // A label that stands in the task and was not read as a field, behind a stray bracket say, would not be read twice.
  const paragraphs = paragraphsIn(plan, task.span);
  const words = paragraphs ? '' : textIn(plan, task.span.start, task.span.end);
  const isWritten = (label: string) =>
    paragraphs?.some((paragraph) => writesAt(paragraph, 0, 0, label)) ?? words.includes(label);
  if (labels.some((label) => isWritten(label + style.colon))) return undefined;
  const edit = editFor({ plan, task, style, roles, labels });
  if (!edit) return undefined;
  return {
    title: {
      zh: `补上“${labels.join('”“')}”，内容待填`,
      en: `Add ${labels.join(' and ')}, to be filled in`,
    },
    kind: 'stub',
    edits: [edit],
  };
}

const writesAt = unnumberedAt(({ raw }: Passage, _from, _to, words: string) => raw.includes(words));

/** The label that the document, or else practice, has for `role`. */
export function labelFor(style: FieldStyle, role: FieldRole): string {
  return style.labels[role] ?? USUAL[role];
}

const USUAL: Readonly<Record<FieldRole, string>> = {
  lead: '牵头单位',
  unit: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
};

interface Wanted {
  readonly plan: Plan;
  readonly task: Task;
  readonly style: FieldStyle;
  readonly roles: readonly FieldRole[];
  readonly labels: readonly string[];
}

function editFor(wanted: Wanted): Edit | undefined {
  switch (placeFor(wanted)) {
    case 'bracket':
      return inBracket(wanted);
    case 'line':
      return onLine(wanted);
    case 'inline':
      return inText(wanted);
    case 'cell':
      return undefined;
  }
}

/** Where the document has such fields, else where the task has others, else where the document has others. */
function placeFor({ plan, task, style, roles }: Wanted): StubPlace {
  const own = task.fields.map((field) => placeOf(plan, field));
  // A row of a table takes no text but in its cells.
  if (own.includes('cell')) return 'cell';
  const usual = roles.map((role) => style.places[role]).find((place) => place !== undefined);
  return usual ?? own.at(-1) ?? style.place ?? 'bracket';
}

function inBracket(wanted: Wanted): Edit {
  const { plan, task, style } = wanted;
  const { open, close, lead, beforeStop } = style.bracket;
  const own = task.fields.filter((field) => placeOf(plan, field) === 'bracket');
  const last = own.at(-1);
  const shared = own.filter(({ holder }) => holder.start === last?.holder.start);
  if (last) return inOwnBracket(wanted, last.holder, shared);
  const end = endOfWords(wanted);
  const stop = beforeStop && isStop(textIn(plan, end - 1, end)) ? 1 : 0;
  return stubAt(wanted, at(end - stop), lead + open, style.bracket.join ?? '；', close);
}

function inOwnBracket(wanted: Wanted, holder: Span, fields: readonly Field[]): Edit {
  const { plan, style } = wanted;
  const join = style.bracket.join ?? (fields.some(({ label }) => !label) ? '，' : '；');
  const next = nextOf(wanted, fields);
  if (next) return stubAt(wanted, at(next.start), '', join, join);
  const close = CLOSER.test(textIn(plan, holder.end - 1, holder.end)) ? holder.end - 1 : holder.end;
  let end = close;
  while (end > holder.start && LOOSE_END.test(textIn(plan, end - 1, end))) end -= 1;
  return stubAt(wanted, { start: end, end: close }, join, join, '');
}

/** Where lines stand above their tasks, a new one could as well belong to the task before. */
function onLine(wanted: Wanted): Edit | undefined {
  const { plan, task, style } = wanted;
  const { lead, join, above } = style.line;
  if (above) return undefined;
  const lines = ownLines(wanted);
  const next = nextOf(wanted, lines);
  if (!next) return stubAt(wanted, at((lines.at(-1)?.holder ?? task.span).end), lead, join, '');
  const space = spaceBefore(plan, next.start);
  if (hasLineEnd(space)) return stubAt(wanted, at(next.start - space.length), lead, join, '');
  const between = joinBefore(plan, next.start);
  return stubAt(wanted, at(next.start), '', between, between);
}

/** After the last sentence of the task; a label there is none unless a sentence ends before it. */
function inText(wanted: Wanted): Edit {
  const end = endOfWords(wanted);
  const ended = isStop(textIn(wanted.plan, end - 1, end));
  const { open, close } = wanted.style.bracket;
  return ended ? stubAt(wanted, at(end), '', '；', '') : stubAt(wanted, at(end), open, '；', close);
}

/** The label of the first of `fields` that belongs behind what is wanted. */
function nextOf({ roles, style: { order } }: Wanted, fields: readonly Field[]): Span | undefined {
  const last = Math.max(...roles.map((role) => order.indexOf(role)));
  return fields.find(({ role, label }) => label && order.indexOf(role) > last)?.label?.span;
}

function ownLines({ plan, task }: Wanted): readonly Field[] {
  return task.fields.filter(
    (field) => placeOf(plan, field) === 'line' && field.holder.start >= task.titleSpan.end,
  );
}

/** Where the words of the task end and its field lines, if any, begin. */
function endOfWords(wanted: Wanted): number {
  const { plan, task } = wanted;
  const first = ownLines(wanted)[0];
  if (!first) return task.span.end;
  return first.holder.start - spaceBefore(plan, first.holder.start).length;
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

function stubAt({ labels, style }: Wanted, span: Span, lead: string, join: string, tail: string): Edit {
  let newText = lead;
  const stops: number[] = [];
  for (const [i, label] of labels.entries()) {
    newText += (i > 0 ? join : '') + label + style.colon;
    stops.push(newText.length);
  }
  return { span, newText: newText + tail, stops };
}

const CLOSER = /[)）\]］】〕]/u;
/** What may stand before a closing bracket and must not stand before a separator. */
const LOOSE_END = /[\s；;，,、。]/u;
