import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { expectSound } from '../rules/sound.ts';

const words = { zh: '如此。', en: 'So.' };

/** A rule that exists in this test alone. */
function ruleOf(id: string, check: Rule['check']): Rule {
  return {
    id,
    name: words,
    severity: 'warning',
    authority: { kind: 'practice' },
    summary: words,
    why: words,
    examples: [],
    check,
  };
}

describe('lint', () => {
  const plan = parse('松岭镇2024年工作计划\n一、重点任务\n1.清理校园周边摊点。');
  const faulty = ruleOf('faulty', () => {
    throw new Error('no luck');
  });
  const second = ruleOf('second', (_plan, report) => report({ start: 2, end: 4 }, words));
  const first = ruleOf('first', (_plan, report) => {
    report({ start: 2, end: 4 }, words);
    report({ start: 2, end: 3 }, words);
    report({ start: 0, end: 9 }, words, { severity: 'hint' });
  });

  it('reports a rule that throws, and what the others found', () => {
    const findings = lint(plan, [faulty, second], defaultSettings);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['faulty', 'error'],
      ['second', 'warning'],
    ]);
    expect(findings[0]?.message.zh).toContain('no luck');
  });

  it('asks a rule that says what it looks at of such paragraphs alone, and not where there are none', () => {
    const asked: string[][] = [];
    const looking: Rule = {
      ...ruleOf('looking', (_plan, _report, { paragraphs }) => {
        asked.push(paragraphs.map(({ text: words }) => words));
      }),
      looksAt: ({ text: words }) => words.includes('校园'),
    };
    const texts = ['一、任务\n1.清理校园周边。\n2.修缮门窗。\n3.美化校园。', '一、任务\n1.修缮门窗。'];
    for (const text of texts) lint(parse(text), [second, looking], defaultSettings);
    expect(asked).toEqual([['1.清理校园周边。', '3.美化校园。']]);
  });

  it('gives the lines of a page to the rules that look beyond the prose', () => {
    const text = '索引号：A-12\n松岭镇2024年工作计划\n一、任务\n1.修缮门窗。\n';
    const seen = (more: Partial<Rule>) => {
      const found: string[] = [];
      const rule = ruleOf('seeing', (_plan, _report, { paragraphs }) => {
        found.push(...paragraphs.map(({ text: words }) => words));
      });
      lint(parse(text), [{ ...rule, looksAt: () => true, ...more }], defaultSettings);
      return found;
    };
    expect(seen({ beyondProse: true })).toContain('索引号:A-12');
    expect(seen({})).not.toContain('索引号:A-12');
    expect(seen({})).toContain('1.修缮门窗。');
  });

  it('asks a rule that cannot say what it looks at, and reports it if it throws then', () => {
    const blind: Rule = {
      ...faulty,
      looksAt: () => {
        throw new Error('blind');
      },
    };
    expect(lint(plan, [blind, second], defaultSettings).map(({ rule }) => rule)).toEqual([
      'faulty',
      'second',
    ]);
  });

  it('keeps what a rule found before it threw', () => {
    const half = ruleOf('half', (_plan, report) => {
      report({ start: 3, end: 4 }, words);
      throw new Error('half way');
    });
    expect(lint(plan, [half], defaultSettings)).toHaveLength(2);
  });

  it.each(['', '𠮷', '\r\n', '\uFEFF'])('survives a rule that throws on %j', (text) => {
    const findings = lint(parse(text), [faulty], defaultSettings);
    expect(findings).toHaveLength(1);
  });

  it('sorts by place, then by rule, whatever the order of the rules', () => {
    const expected = [
      [0, 9, 'first'],
      [2, 3, 'first'],
      [2, 4, 'first'],
      [2, 4, 'second'],
    ];
    for (const rules of [
      [first, second],
      [second, first],
    ]) {
      const findings = lint(plan, rules, defaultSettings);
      expect(findings.map(({ rule, span }) => [span.start, span.end, rule])).toEqual(expected);
      expectSound(plan.text, findings);
    }
  });

  it('takes severities from the settings, and leaves hints that a rule asks for', () => {
    const severities = { first: 'error', second: 'off', faulty: 'off' } as const;
    const findings = lint(plan, [first, second, faulty], { ...defaultSettings, severities });
    expect(findings.map(({ severity }) => severity)).toEqual(['hint', 'error', 'error']);
  });
});
