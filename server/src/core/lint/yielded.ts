import { flatMapped } from '../text/flat.ts';
import { grouped } from '../text/grouped.ts';
import { countUpTo, type Span } from '../text/text.ts';
import type { Told } from './once.ts';
import type { Rule } from './rule.ts';

/**
 * `findings` of `rules` without those that overlap one of a rule that theirs yields to, or a place that this one relates
 * to: one fault, one finding. A hint takes no warning's place.
 */
export function yielded(findings: readonly Told[], rules: readonly Pick<Rule, 'id' | 'yieldsTo'>[]): Told[] {
  const yielding = rules.filter(({ yieldsTo }) => yieldsTo !== undefined);
  if (!yielding.some(({ id }) => findings.some(({ rule }) => rule === id))) return [...findings];
  const better = new Map(yielding.map(({ id, yieldsTo }) => [id, yieldsTo] as const));
  const named = new Set(flatMapped([...better.values()], (ids) => ids ?? []));
  const others = grouped(
    findings.filter(({ rule, severity }) => named.has(rule) && severity !== 'hint'),
    ({ rule }) => rule,
  );
  const overlaps = new Map(others.map((some) => [some[0]?.rule, overlapping(some)] as const));
  return findings.filter(({ rule, span }) => !better.get(rule)?.some((other) => overlaps.get(other)?.(span)));
}

/** Whether a stretch overlaps one of `findings`. */
function overlapping(findings: readonly Told[]): (span: Span) => boolean {
  const places = flatMapped(findings, ({ span, related = [] }) => [span, ...related.map((one) => one.span)]);
  const spans = places.sort((a, b) => a.start - b.start);
  // How far those reach that begin no later than each.
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? end));
  return ({ start, end }) => {
    const before = countUpTo(spans, end - 1, (span) => span.start);
    return before > 0 && start < (reach[before - 1] ?? start);
  };
}
