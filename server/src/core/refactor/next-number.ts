import type { Edit } from '../lint/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { markIn } from '../read/outline/numbering.ts';
import { numeralLike, numeralValue } from '../text/numerals.ts';
import type { Span } from '../text/text.ts';

/** The number at the head of a line, and what stands around it. */
export interface Numbered {
  /** How it is numbered: `paren`, `arabic`, `measure` for 一是. */
  readonly style: string;
  readonly value: number;
  /** As written. */
  readonly numeral: string;
  readonly span: Span;
  /** Indent and opening bracket. */
  readonly before: string;
  /** `.`, `、`, `）`, with a space where one stands. */
  readonly behind: string;
}

/** The number that heads a line of a plan; undefined where none does. */
export function numberOn(plan: Plan, line: number): Numbered | undefined {
  const { start, end } = lineSpan(plan, line);
  const folded = plan.folded.slice(start, end);
  const mark = measureIn(folded) ?? markIn(folded);
  if (!mark || mark.number === '' || mark.style === 'decimal') return undefined;
  const [before, numeral, behind] = [
    plan.text.slice(start, start + mark.from).replace('\uFEFF', ''),
    plan.text.slice(start + mark.from, start + mark.to),
    plan.text.slice(start + mark.to, start + mark.bodyFrom),
  ];
  const value = numeralValue(numeral);
  if (value === undefined || !HEAD.test(before)) return undefined;
  const span = { start: start + mark.from, end: start + mark.to };
  return {
    style: mark.style,
    value,
    numeral,
    span,
    before,
    behind: behind.length <= 3 ? behind : behind.charAt(0),
  };
}

/** `　　（`, `第` */
const HEAD = /^[\s\uFEFF]*[（(〔[第]?$/u;

/** `一是摸清底数` */
function measureIn(folded: string) {
  const [head, indent = '', number = ''] = MEASURE.exec(folded) ?? [];
  if (head === undefined) return undefined;
  const to = indent.length + number.length;
  return { style: 'measure', number, from: indent.length, to, bodyFrom: to + 1 };
}

const MEASURE = /^(\s*)([一二三四五六七八九十]{1,3})是(?=\S)/u;

/** The number that comes behind another, written alike, with its marks; undefined where there is no such numeral. */
export function numberBehind({ value, numeral, before, behind }: Numbered): string | undefined {
  const next = numeralLike(value + 1, numeral);
  return next && before + next + behind;
}

/** The number of the task that would begin at `offset`, written as the one before it. */
export function nextNumber(plan: Plan, offset: number): string | undefined {
  const before = plan.tasks
    .filter(({ numberSpan, number }) => number !== '' && numberSpan.end <= offset)
    .at(-1);
  if (!before) return undefined;
  const { start, end } = before.numberSpan;
  const value = numeralValue(before.number);
  if (value === undefined) return undefined;
  const opening = /[（(〔【[]/u.exec(plan.text.charAt(start - 1))?.[0] ?? '';
  const behind = plan.text.slice(end, before.titleSpan.start);
  const next = numeralLike(value + 1, plan.text.slice(start, end));
  return next && opening + next + (behind.length <= 3 ? behind : (behind[0] ?? '.'));
}

/**
 * New numbers for what is numbered as `last` below `line` and counts on from it, sections between aside: one more than
 * they have.
 */
export function countedOn(plan: Plan, line: number, last: Numbered): readonly Edit[] {
  const edits: Edit[] = [];
  let value = last.value + 1;
  for (let at = line + 1; at < plan.lineStarts.length; at += 1) {
    const one = numberOn(plan, at);
    if (one?.style !== last.style) continue;
    if (one.value !== value) break;
    value += 1;
    const newText = numeralLike(value, one.numeral);
    if (newText === undefined) break;
    edits.push({ span: one.span, newText });
  }
  return edits;
}

/** A line without its line end. */
export function lineSpan({ text, lineStarts }: Plan, line: number): Span {
  const start = lineStarts[line] ?? 0;
  let end = lineStarts[line + 1] ?? text.length;
  while (end > start && /[\r\n]/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
