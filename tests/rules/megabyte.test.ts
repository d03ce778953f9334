import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/lint/finding.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { sampled, soaking } from '../rounds.ts';
import { expectLinear, squareOf } from './growth.ts';

/** Repeated in one long paragraph: what once led a pattern or a stack astray. */
const awkward: Readonly<Record<string, string>> = {
  'Han characters': '发展教育事业',
  'digits and hyphens': '1-2',
  'years and hyphens': '2024-2025年',
  'opening quotes': '“',
  'crossing pairs': '“《”》',
  'straight quotes': '"教',
  'half-width marks': '教,育;',
  'repeated marks': '，',
  spaces: ' ',
  'words and spaces': '教 ',
  'HTML entities': '&quot;',
  'broken HTML': '<div <div ',
  bookmarks: '[bookmark: ',
  'control characters': '\u0007',
  'private use': '\uE000\u200B',
  radicals: '⼯',
  placeholders: 'X×',
  'near misses': '随便就读',
  'frames left open': '加大宣传',
  'ends and openers': '开展活动建立机制',
  'quoted terms': '“双减”双减',
  'misspelt words': '竟赛',
};

/** UTF-16 units: more than fit on a stack as arguments, and a million in a soak. */
const SIZE = soaking ? 1_000_000 : 160_000;

/** Each text with every fourth rule in `npm test`, another fourth with the next text, and all with all in a soak. */
const texts = Object.entries(awkward).map(([name, unit], i) => [name, unit, i] as const);

describe.each(texts)('a long paragraph of %s', (_name, unit, i) => {
  const plans = new Map<number, Plan>();
  const planOf = (size: number) => {
    const repeated = unit.repeat(size / unit.length);
    const plan =
      plans.get(size) ?? parse(`青溪县2024年教育工作要点\n一、重点任务\n1.办好学校。${repeated}。`);
    plans.set(size, plan);
    return plan;
  };
  afterAll(() => plans.clear());

  const some = soaking ? rules : sampled([...rules.slice(i % 4), ...rules.slice(0, i % 4)], 4);

  it.each(some.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    const settings = { ...defaultSettings, severities: { [rule.id]: rule.severity } };
    let findings: readonly Finding[] = [];
    const prepare = (size: number) => {
      const plan = planOf(size);
      return () => {
        findings = lint(plan, [rule], settings);
      };
    };
    expectLinear(SIZE / 4, prepare, squareOf(SIZE / 4));
    // A rule that breaks down says so as a finding.
    expect(findings.find(({ message }) => message.zh.includes('内部出错'))?.message.zh).toBeUndefined();
  });
});
