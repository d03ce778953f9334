import type { Told } from './once.ts';
import type { Rule } from './rule.ts';

/** `findings` of `rules` without those that overlap one of a rule that theirs yields to: one fault, one finding. */
export function yielded(findings: readonly Told[], rules: readonly Pick<Rule, 'id' | 'yieldsTo'>[]): Told[] {
  const better = new Map(rules.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo] as const] : [])));
  const named = new Set([...better.values()].flat());
  const others = findings.filter(({ rule }) => named.has(rule));
  return findings.filter(
    ({ rule, span }) =>
      !others.some(
        (other) =>
          other.span.start < span.end &&
          span.start < other.span.end &&
          better.get(rule)?.includes(other.rule),
      ),
  );
}
