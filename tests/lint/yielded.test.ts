import { describe, expect, it } from 'vitest';
import type { Told } from '../../server/src/core/lint/once.ts';
import { yielded } from '../../server/src/core/lint/yielded.ts';
import { expectLinear } from '../rules/growth.ts';

const rules = [{ id: 'rule-a', yieldsTo: ['rule-b', 'rule-c'] }, { id: 'rule-b' }, { id: 'rule-c' }];

function found(rule: string, start: number, end: number): Told {
  return { rule, severity: 'warning', span: { start, end }, message: { zh: '如此。', en: 'So.' } } as Told;
}

describe('one fault, one finding', () => {
  it('the finding of a rule that yields is left out where one of the better rules overlaps it', () => {
    const findings = [
      found('rule-b', 0, 40),
      found('rule-b', 2, 3),
      found('rule-a', 30, 31),
      found('rule-a', 40, 42),
      found('rule-c', 50, 52),
      found('rule-a', 51, 53),
      found('rule-a', 52, 53),
    ];
    expect(yielded(findings, rules).map(({ rule, span }) => `${rule} ${span.start}`)).toEqual([
      ...['rule-b 0', 'rule-b 2', 'rule-a 40', 'rule-c 50', 'rule-a 52'],
    ]);
  });

  it('is left out where it stands at a place that the better finding relates to, unless this is a hint', () => {
    const related = [{ span: { start: 20, end: 22 }, message: { zh: '这里。', en: 'Here.' } }];
    const better = { ...found('rule-b', 0, 4), related };
    const asked = [{ id: 'rule-a', yieldsWhereRelated: ['rule-b'] }, { id: 'rule-b' }];
    expect(yielded([better, found('rule-a', 20, 22)], asked)).toEqual([better]);
    expect(yielded([better, found('rule-a', 2, 3)], asked)).toHaveLength(2);
    const hint = { ...better, severity: 'hint' } as Told;
    expect(yielded([hint, found('rule-a', 20, 22)], asked)).toHaveLength(2);
    expect(yielded([better, found('rule-a', 20, 22)], rules)).toHaveLength(2);
  });

  it('takes time that grows with their number', () => {
    expectLinear(2000, (n) => {
      const findings = Array.from({ length: n }, (_, i) =>
        found(i % 2 ? 'rule-b' : 'rule-a', 9 * i, 9 * i + 2),
      );
      return () => yielded(findings, rules);
    });
  });
});
