import type { Field, FieldRole, Plan } from '../../plan/plan.ts';
import { type Labels, roleOfLabel } from '../../read/fields/labels.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf, type Span } from '../../text/text.ts';

/** A place where the value of a field is written: behind its label, or in the cell below it. */
export interface Slot {
  readonly role: FieldRole;
  /** The label behind which it stands, or which heads its column. */
  readonly label: string;
  /** What stands there so far. */
  readonly value: Span;
}

/** The place for a value at `offset`; undefined outside of fields. */
export function slotAt(plan: Plan, offset: number, labels: Labels): Slot | undefined {
  return cellAt(plan, offset, labels) ?? behindLabel(plan, offset);
}

/** The word at `offset` in the list that a slot holds; for a day all that stands there. */
export function wordIn({ text }: Plan, { value, role }: Slot, offset: number): Span {
  let start = role === 'deadline' ? Math.min(value.start, offset) : offset;
  if (role === 'deadline') while (start < offset && /\s/u.test(text.charAt(start))) start += 1;
  else while (start > value.start && !BOUND.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < value.end && !BOUND.test(text.charAt(end))) end += 1;
  return { start, end };
}

const BOUND = /[、，,；;：:。（）()〔〕[\]【】|\s]/u;

function behindLabel(plan: Plan, offset: number): Slot | undefined {
  for (const field of plan.fields) {
    const { role, label, value, placement } = field;
    if (!label || placement === 'cell' || offset <= label.span.end || offset > endOf(plan, field)) continue;
    return { role, label: label.text, value: { start: startOf(plan, label.span.end), end: value.end } };
  }
  return undefined;
}

/** Behind the colon. */
function startOf({ text }: Plan, from: number): number {
  let at = from;
  while (at < text.length && /[：:]/u.test(text.charAt(at))) at += 1;
  return at;
}

/** A value ends before its separators; more may be typed behind them, up to the next label or the bracket. */
function endOf({ text }: Plan, { role, value, holder }: Field): number {
  const loose = role === 'deadline' ? /[^\S\r\n]/u : /[、，,]|[^\S\r\n]/u;
  // Where a day is typed, `；` is the sign of the next label even before it is written.
  const stop = role === 'deadline' ? text.slice(value.start, value.end).search(/[；;]/u) : -1;
  if (stop >= 0) return value.start + stop;
  const limit = role === 'deadline' ? text.length : Math.max(value.end, holder.end);
  let end = value.end;
  while (end < limit && loose.test(text.charAt(end))) end += 1;
  return end;
}

/** The cell at `offset` in a row below a header that names what stands in each column. */
function cellAt({ text, folded, lineStarts }: Plan, offset: number, labels: Labels): Slot | undefined {
  const lineAt = (index: number) => {
    const start = lineStarts[index] ?? 0;
    return {
      start,
      words: folded.slice(start, lineStarts[index + 1] ?? folded.length).replace(/(?<![\r\n])[\r\n]+$/u, ''),
    };
  };
  const index = lineOf(lineStarts, offset);
  const own = lineAt(index);
  const cells = cellsOf(own.words);
  if (cells.length < 2 || labelsOf(own.words, labels).length > 0) return undefined;
  const column = cells.findIndex(({ end }) => offset - own.start <= end);
  const cell = cells[column];
  if (!cell || offset - own.start < cell.start) return undefined;
  for (let above = index - 1; above >= 0 && index - above < MOST_ROWS; above -= 1) {
    const { words } = lineAt(above);
    // `（一）扩大资源` between two rows heads those below; prose ends the table.
    if (cellsOf(words).length < 2) {
      if (words.length > LONGEST_GROUP) return undefined;
      continue;
    }
    const found = labelsOf(words, labels);
    if (found.length === 0) continue;
    const label = found.find((one) => one.column === column);
    return label && { ...label, value: trimmed(text, own.start + cell.start, own.start + cell.end) };
  }
  return undefined;
}

/** The cell at `offset` in a row that names what stands in each column, where rows below state it. */
export function headerCellAt(plan: Plan, offset: number, labels: Labels): Header | undefined {
  const { folded, lineStarts, fields } = plan;
  const start = lineStarts[lineOf(lineStarts, offset)] ?? 0;
  const end = lineStarts[lineOf(lineStarts, offset) + 1] ?? folded.length;
  const words = folded.slice(start, end).replace(/(?<![\r\n])[\r\n]+$/u, '');
  const column = cellsOf(words).findIndex(
    (cell) => cell.start <= offset - start && offset - start <= cell.end,
  );
  const head = labelsOf(words, labels).find((one) => one.column === column);
  const cell = cellsOf(words)[column];
  const below = fields.some(({ placement, role, value }) => {
    return placement === 'cell' && role === head?.role && value.start >= end;
  });
  if (!head || !cell || !below) return undefined;
  return { ...head, span: trimmed(plan.text, start + cell.start, start + cell.end) };
}

interface Header {
  readonly role: FieldRole;
  readonly label: string;
  readonly span: Span;
}

const MOST_ROWS = 2000;
const LONGEST_GROUP = 60;

/** Cells of a row by its tabs or bars, a bar at either end left out. */
function cellsOf(words: string): readonly Span[] {
  const separator = words.includes('\t') ? '\t' : words.split('|', 3).length > 2 ? '|' : undefined;
  if (separator === undefined) return [];
  const cells: Span[] = [];
  let start = 0;
  for (const part of words.split(separator)) {
    cells.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  if (separator === '|' && words.trimStart().startsWith('|')) cells.shift();
  if (separator === '|' && words.trimEnd().endsWith('|')) cells.pop();
  return cells;
}

/** The labels that head columns; a cell of names is none. */
function labelsOf(words: string, labels: Labels) {
  return flatMapped(cellsOf(words), ({ start, end }, column) => {
    const label = words
      .slice(start, end)
      .replace(/[\s*]+/gu, '')
      .replace(/\([^()]*\)$/u, '');
    const role = roleOfLabel(labels, label);
    return role === 'other' ? [] : [{ column, role, label }];
  });
}

function trimmed(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { start: Math.min(start, to), end: Math.max(Math.min(start, to), from + words.trimEnd().length) };
}
