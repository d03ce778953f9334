import type { Edit } from '../lint.ts';
import { circledNumeral, hanNumeral, numeralValue } from '../numerals.ts';
import type { Plan } from '../plan.ts';
import type { Span } from '../text.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Numbers the item at `offset` and those after it one by one, each in the numerals it has: siblings in a section, and
 * on across sections as far as the numbering runs on. Undefined where no numbered item stands or all is in order.
 */
export function renumber(plan: Plan, offset: number): Refactoring | undefined {
  const items = numbered(plan);
  const at = items.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const first = items[at];
  if (!first) return undefined;
  const edits: Edit[] = [];
  let value = startOf(items, at);
  for (const item of items.slice(at)) {
    if (item.kind !== first.kind || item.form !== first.form) continue;
    // A number 1 in another section begins anew.
    if (item !== first && item.parent !== first.parent && (first.kind === 'section' || item.value === 1))
      break;
    const number = written(value, item);
    if (number !== item.number) edits.push({ span: item.numberSpan, newText: number });
    value += 1;
  }
  if (edits.length === 0) return undefined;
  const title = { zh: `从此处起重新编号（${edits.length}处）`, en: `Renumber from here (${edits.length})` };
  return { id: 'renumber', title, edits };
}

interface Numbered {
  readonly kind: 'section' | 'task';
  readonly number: string;
  readonly numberSpan: Span;
  readonly span: Span;
  readonly parent: number | undefined;
  readonly value: number;
  readonly form: 'han' | 'digits' | 'circled' | 'other';
}

function numbered({ sections, tasks, folded }: Plan): readonly Numbered[] {
  const items = [
    ...sections.map((section) => ({ ...section, kind: 'section' as const, parent: section.parent })),
    ...tasks.map((task) => ({ ...task, kind: 'task' as const, parent: task.section })),
  ];
  return items
    .flatMap(({ kind, number, numberSpan, span, parent }) => {
      const value = numeralValue(number);
      if (value === undefined) return [];
      const end = folded.indexOf('\n', numberSpan.end);
      // Only the head of an item stands for it: what is inside has numbers of its own.
      const head = { start: Math.min(span.start, numberSpan.start), end: end < 0 ? folded.length : end };
      return [{ kind, number, numberSpan, span: head, parent, value, form: formOf(number) }];
    })
    .sort((a, b) => a.numberSpan.start - b.numberSpan.start);
}

function formOf(number: string): Numbered['form'] {
  if (/^[〇零○一二两三四五六七八九十百千]+$/u.test(number)) return 'han';
  if (/^[\d０-９]+$/u.test(number)) return 'digits';
  return /^[①-⑳]$/u.test(number) ? 'circled' : 'other';
}

/** One more than the sibling before, or what the item itself says where it has none. */
function startOf(items: readonly Numbered[], at: number): number {
  const item = items[at];
  if (!item) return 1;
  const before = items
    .slice(0, at)
    .filter(({ kind, form }) => kind === item.kind && form === item.form)
    .at(-1);
  if (!before) return item.value;
  if (before.parent === item.parent) return before.value + 1;
  return item.kind === 'task' && item.value !== 1 ? before.value + 1 : item.value;
}

function written(value: number, { form, number }: Numbered): string {
  if (form === 'han') return hanNumeral(value);
  if (form === 'circled') return circledNumeral(value);
  if (form === 'other') return number;
  const digits = String(value);
  return /[０-９]/u.test(number)
    ? digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : digits;
}
