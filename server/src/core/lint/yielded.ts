import { flatMapped } from '../text/flat.ts';
import { grouped } from '../text/grouped.ts';
import { countUpTo, type Span } from '../text/text.ts';
import type { Told } from './once.ts';
import type { Rule } from './rule.ts';

type Yielding = Pick<Rule, 'id' | 'yieldsTo' | 'yieldsWhereRelated'>;

/**
 * `findings` of `rules` without those that overlap one of a rule that theirs yields to, or what such a one relates to: one
 * fault, one finding.
 */
export function yielded(findings: readonly Told[], rules: readonly Yielding[]): Told[] {
  const told = new Set(findings.map(({ rule }) => rule));
  const yielding = rules.filter(
    ({ id, yieldsTo, yieldsWhereRelated }) => told.has(id) && (yieldsTo ?? yieldsWhereRelated) !== undefined,
  );
  if (yielding.length === 0) return [...findings];
  const byRule = new Map(grouped(findings, ({ rule }) => rule).map((some) => [some[0]?.rule, some] as const));
  const findingsOf = (ids: readonly string[] = []) => flatMapped(ids, (id) => byRule.get(id) ?? []);
  const overlaps = new Map(
    yielding.map(({ id, yieldsTo, yieldsWhereRelated }) => {
      const related = findingsOf(yieldsWhereRelated).filter(({ severity }) => severity !== 'hint');
      return [id, overlapping([...findingsOf(yieldsTo), ...flatMapped(related, (one) => one.related ?? [])])];
    }),
  );
  return findings.filter(({ rule, span }) => !overlaps.get(rule)?.(span));
}

/** Whether a stretch overlaps one of `places`. */
function overlapping(places: readonly { readonly span: Span }[]): (span: Span) => boolean {
  const spans = places.map(({ span }) => span).sort((a, b) => a.start - b.start);
  // How far those reach that begin no later than each.
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? end));
  return ({ start, end }) => {
    const before = countUpTo(spans, end - 1, (span) => span.start);
    return before > 0 && start < (reach[before - 1] ?? start);
  };
}
