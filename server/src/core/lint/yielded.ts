import { flatMapped } from '../text/flat.ts';
import type { Told } from './once.ts';
import type { Rule } from './rule.ts';

/** `findings` of `rules` without those that overlap one of a rule that theirs yields to: one fault, one finding. */
export function yielded(findings: readonly Told[], rules: readonly Pick<Rule, 'id' | 'yieldsTo'>[]): Told[] {
  const yielding = rules.filter(({ yieldsTo }) => yieldsTo !== undefined);
  if (!yielding.some(({ id }) => findings.some(({ rule }) => rule === id))) return [...findings];
  const better = new Map(yielding.map(({ id, yieldsTo }) => [id, yieldsTo] as const));
  const named = new Set(flatMapped([...better.values()], (ids) => ids ?? []));
  const others = findings.filter(({ rule }) => named.has(rule));
  return findings.filter(({ rule, span }) => {
    const ids = better.get(rule);
    return !(
      ids &&
      others.some(
        (other) => other.span.start < span.end && span.start < other.span.end && ids.includes(other.rule),
      )
    );
  });
}
