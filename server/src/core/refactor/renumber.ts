import type { Edit } from '../lint/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { flatMapped } from '../text/flat.ts';
import { numeralLike, numeralValue } from '../text/numerals.ts';
import { lineOf, type Span } from '../text/text.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Numbers the item at `offset` and those after it one by one, each in the numerals it has: siblings in a section, and
 * on across sections as far as the numbering runs on. Undefined where no numbered item stands or all is in order.
 */
export function renumber(plan: Plan, offset: number): Refactoring | undefined {
  const items = numbered(plan);
  const first = itemAt(plan, items, offset);
  if (!first) return undefined;
  const edits: Edit[] = [];
  let value = startOf(items, first);
  for (const item of items.slice(items.indexOf(first))) {
    if (!isAlike(item, first)) continue;
    // A number 1 in another section begins anew.
    if (item.parent !== first.parent && item.value === 1) break;
    const number = numeralLike(value, item.number);
    if (number === undefined) break;
    if (number !== item.number) edits.push({ span: item.numberSpan, newText: number });
    value += 1;
  }
  if (edits.length === 0) return undefined;
  const title = { zh: `从此处起重新编号（${edits.length}处）`, en: `Renumber from here (${edits.length})` };
  return { id: 'renumber', title, edits };
}

interface Numbered {
  readonly kind: 'section' | 'task';
  /** As written, full-width digits and all. */
  readonly number: string;
  readonly numberSpan: Span;
  readonly span: Span;
  readonly parent: number | undefined;
  readonly value: number;
  /** What stands before the number and what its 1 is written as: `（一`, `1`. */
  readonly form: string;
}

function numbered({ sections, tasks, text, folded }: Plan): readonly Numbered[] {
  const items = [
    ...sections.map((section) => ({ ...section, kind: 'section' as const, parent: section.parent })),
    ...tasks.map((task) => ({ ...task, kind: 'task' as const, parent: task.section })),
  ];
  return flatMapped(items, ({ kind, numberSpan, span, parent }) => {
    const number = text.slice(numberSpan.start, numberSpan.end);
    const value = numeralValue(number);
    const one = /[\d０-９]/u.test(number) ? '1' : numeralLike(1, number);
    if (value === undefined || one === undefined) return [];
    const form = (OPENING.exec(folded.charAt(numberSpan.start - 1))?.[0] ?? '') + one;
    return [{ kind, number, numberSpan, span, parent, value, form }];
  }).sort((a, b) => a.numberSpan.start - b.numberSpan.start);
}

const OPENING = /[([〔第]/u;

/** The last item that begins on the line of `offset` before it, else the first there: what is inside has its own. */
function itemAt({ lineStarts }: Plan, items: readonly Numbered[], offset: number): Numbered | undefined {
  const line = lineOf(lineStarts, offset);
  const here = items.filter(({ numberSpan }) => lineOf(lineStarts, numberSpan.start) === line);
  return here.filter(({ span }) => span.start <= offset).at(-1) ?? here[0];
}

/** Whether two items may count on from one another: siblings, and tasks of other sections. */
function isAlike(item: Numbered, { kind, form, parent }: Numbered): boolean {
  if (item.form !== form) return false;
  return item.parent === parent || (item.kind === 'task' && kind === 'task');
}

/** One more than the sibling before, or what the item itself says where it has none. */
function startOf(items: readonly Numbered[], item: Numbered): number {
  const before = items
    .slice(0, items.indexOf(item))
    .filter((one) => isAlike(one, item))
    .at(-1);
  if (!before) return item.value;
  if (before.parent === item.parent) return before.value + 1;
  return item.value === 1 ? item.value : before.value + 1;
}
