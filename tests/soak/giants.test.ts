import { afterEach, describe, expect, it } from 'vitest';
import { exporters } from '../../server/src/core/exports/index.ts';
import { applyFixes } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { soaking } from '../rounds.ts';
import { allKinds } from '../rules/check.ts';

const HEAD = '2026年工作要点\n一、重点任务\n';
const lines = (count: number, line: (i: number) => string) =>
  HEAD + Array.from({ length: count }, (_, i) => line(i + 1)).join('\n');

/** Larger than any plan; in `npm test` a five-hundredth of it. */
const giants: Readonly<Record<string, (part: number) => string>> = {
  '10 MB in one line': (part) => `${HEAD}1.办好学校。${'发展教育事业，提升质量。'.repeat(280_000 * part)}`,
  '10 MB without a stop': (part) => `${HEAD}1.${'12'.repeat(5_000_000 * part)}`,
  '200,000 brackets in each other': (part) =>
    `${HEAD}1.甲。${'（'.repeat(200_000 * part)}乙${'）'.repeat(200_000 * part)}`,
  '200,000 marks in each other': (part) =>
    `${HEAD}1.甲。${'（《“【'.repeat(50_000 * part)}乙${'】”》）'.repeat(50_000 * part)}`,
  'a million numbered tasks': (part) => lines(1_000_000 * part, (i) => `${i}.办事。`),
  'conflicts of a merge': (part) =>
    lines(
      10_000 * part,
      (i) => `<<<<<<< HEAD\n${i}.办事。\n=======\n${i}.办好第${i}件事。（责任单位：办公室）\n>>>>>>> b`,
    ),
  'bytes of a program': (part) =>
    Buffer.from(Uint8Array.from({ length: 2e6 * part }, (_, i) => (i * 7919 + (i >> 8) * 31) & 255)).toString(
      'latin1',
    ),
};

describe('a text that is far too large', () => {
  afterEach(() => globalThis.gc?.());

  it.each(Object.entries(giants))('%s: is read, checked, mended and exported', (name, make) => {
    const text = make(soaking ? 1 : 0.002);
    const start = performance.now();
    const plan = parse(text);
    const findings = lint(plan, rules, defaultSettings);
    // A rule that breaks down says so as a finding.
    expect(findings.find(({ message }) => message.zh.includes('内部出错'))?.message.zh).toBeUndefined();
    const { text: mended } = applyFixes(text, findings, allKinds);
    expect(mended.length).toBeGreaterThan(0);
    for (const { format, write } of exporters)
      expect(write([{ path: 'a.plan', plan }]), format).toBeDefined();
    if (soaking) {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${name}: ${seconds} s, ${plan.tasks.length} tasks, ${findings.length} findings`);
    }
  });
});
