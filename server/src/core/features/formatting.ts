import { chosenEdits } from '../fix.ts';
import type { Edit, Finding, FixKind } from '../lint.ts';
import type { Plan } from '../plan.ts';
import type { Span } from '../text.ts';

/**
 * Edits that change form and never wording, within `within`: the safe fixes of the findings, and white space at the
 * ends of lines.
 */
export function formatting(plan: Plan, findings: readonly Finding[], within: Span): readonly Edit[] {
  const inside = ({ span }: Edit) => span.start >= within.start && span.end <= within.end;
  const fixable = findings.filter(({ fix }) => fix?.kind === 'safe' && fix.edits.every(inside));
  const { edits } = chosenEdits(plan.text, fixable, new Set<FixKind>(['safe']));
  const trailing = [...plan.text.matchAll(TRAILING)].map(
    (match): Edit => ({
      span: { start: match.index, end: match.index + match[0].length },
      newText: '',
    }),
  );
  const free = trailing.filter(
    (edit) =>
      inside(edit) && !edits.some(({ span }) => span.start < edit.span.end && edit.span.start < span.end),
  );
  return [...edits, ...free].sort((a, b) => a.span.start - b.span.start);
}

/** Spaces before a line end, bounded so that a line of spaces costs no more than its length. */
const TRAILING = /(?<=\S)[^\S\r\n]{1,64}(?=\r|\n|$)/gu;
