import type { Edit, Finding, FixKind } from '../../lint/finding.ts';
import { chosenEdits } from '../../lint/fix.ts';
import type { Plan } from '../../plan/plan.ts';
import { bracketOf, linesOf } from '../../refactor/placement.ts';
import { countUpTo, type Span } from '../../text/text.ts';

/** What formatting does beyond the rest. */
export interface FormatStyle {
  /** Stray spaces go. */
  readonly spacing: boolean;
  /** `unify`: siblings get the number mark that most of them have. */
  readonly numbering: 'keep' | 'unify';
  /** Where the fields of a task go that stand together. */
  readonly fields: 'keep' | 'bracket' | 'line';
}

/**
 * Edits that change form and never wording, within `within`: the safe fixes of the findings, white space at the ends
 * of lines, and the place of fields.
 */
export function formatting(
  plan: Plan,
  findings: readonly Finding[],
  within: Span,
  style: FormatStyle,
): readonly Edit[] {
  const inside = ({ span }: Edit) => span.start >= within.start && span.end <= within.end;
  const wanted = findings.filter(
    ({ rule, fix }) =>
      fix?.kind === 'safe' &&
      (style.spacing || !SPACING.has(rule)) &&
      (style.numbering === 'unify' || rule !== 'number-style'),
  );
  const fixes = [...movedFields(plan, style.fields), ...wanted].filter(({ fix }) => fix?.edits.every(inside));
  const { edits } = chosenEdits(plan.text, fixes, new Set<FixKind>(['safe']));
  const trailing = !style.spacing
    ? []
    : [...plan.text.matchAll(TRAILING)].map(
        (match): Edit => ({
          span: { start: match.index, end: match.index + match[0].length },
          newText: '',
        }),
      );
  const sorted = [...edits].sort(byPlace);
  // None overlaps another, so that only the last one that begins before an edit ends can reach into it.
  const isFree = ({ span }: Edit) => {
    const before = sorted[countUpTo(sorted, span.end - 1, (edit) => edit.span.start) - 1];
    return !before || before.span.end <= span.start;
  };
  const free = trailing.filter((edit) => inside(edit) && isFree(edit));
  return [...sorted, ...free].sort(byPlace);
}

function byPlace(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

const SPACING: ReadonlySet<string> = new Set(['stray-space', 'name-spacing']);

/** Fields of several brackets stay where they are: each closes a measure of its own. */
function movedFields(plan: Plan, to: FormatStyle['fields']): Pick<Finding, 'fix'>[] {
  if (to === 'keep') return [];
  return plan.tasks.flatMap((task) => {
    const { fields } = task;
    const holders = fields.flatMap(({ label, placement, holder }) =>
      label && placement === 'bracket' ? [holder] : [],
    );
    const [holder] = holders;
    if (to === 'line') {
      const apart = holders.some(({ start }) => start !== holder?.start);
      if (apart) return [];
    } else if (holder) return [];
    const moved = to === 'line' ? linesOf(plan, task) : bracketOf(plan, task);
    return moved ? [{ fix: { title: moved.title, kind: 'safe' as const, edits: moved.edits } }] : [];
  });
}

/** Spaces before a line end, bounded so that a line of spaces costs no more than its length. */
const TRAILING = /(?<=\S)[^\S\r\n]{1,64}(?=\r|\n|$)/gu;
