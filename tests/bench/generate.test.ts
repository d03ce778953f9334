import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { asMarkdown, asText, generatePlan, planOf } from './generate.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('the plans of the bench', () => {
  it('are the same each time, and differ from each other', () => {
    expect(asText(planOf(7))).toBe(asText(planOf(7)));
    expect(new Set(seeds.map((seed) => asText(planOf(seed)))).size).toBe(seeds.length);
  });

  it('are of some 15 kB, and have 20 to 60 tasks', () => {
    const sizes = seeds.map((seed) => Buffer.byteLength(asText(planOf(seed))));
    expect(sizes.reduce((sum, size) => sum + size) / sizes.length / 1_000).toBeCloseTo(15, -1);
    for (const seed of seeds) {
      const count = planOf(seed).sections.flatMap(({ tasks }) => tasks).length;
      expect(count).toBeGreaterThanOrEqual(20);
      expect(count).toBeLessThanOrEqual(60);
    }
  });

  it('are read as they were made, and give rules of several kinds something to say', () => {
    const found = new Set<string>();
    for (const seed of seeds.slice(0, 12)) {
      const made = planOf(seed);
      const plan = parse(asText(made));
      const tasks = made.sections.flatMap((section) => section.tasks);
      expect(plan.tasks.map(({ number, title }) => number + title)).toEqual(
        tasks.map(({ number, title }) => number + title),
      );
      for (const { rule } of lint(plan, rules, defaultSettings)) found.add(rule);
    }
    expect(found.size).toBeGreaterThan(8);
  });

  it('can be written as Markdown', () => {
    const made = planOf(3);
    const headings = asMarkdown(made).match(/^#+ /gmu) ?? [];
    const subtitles = made.sections.filter(({ subtitle }) => subtitle !== undefined);
    const tasks = made.sections.flatMap((section) => section.tasks);
    expect(headings).toHaveLength(1 + made.sections.length + subtitles.length + tasks.length);
  });
});

describe('a plan of so many lines', () => {
  it('has these, small or large', () => {
    for (const lines of [10, 200, 3_000]) expect(generatePlan(lines).match(/\n/gu)).toHaveLength(lines);
    expect(parse(generatePlan(3_000)).tasks.length).toBeGreaterThan(1_000);
  });
});
