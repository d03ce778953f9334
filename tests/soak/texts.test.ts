import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { anyText } from '../any-text.ts';
import { shapes } from '../growth/shapes.ts';
import { workOn } from '../growth/work.ts';
import { rounds, soaking } from '../rounds.ts';
import { expectSound } from '../rules/sound.ts';
import { planLike } from '../rules/texts.ts';

const plans = globSync('tests/fixtures/plans/*.plan').map((path) => readFileSync(path, 'utf8'));

/** What is put into a plan to damage it. */
const mischief = fc.oneof(
  fc.constantFrom(
    ...[
      '\u202E',
      '\u2066',
      '\uFEFF',
      '\0',
      '\r',
      '\u2028',
      '\u0085',
      '\uD842',
      '\uDFB7',
      '\uE004',
      '⼯',
      '�',
    ],
    ...['&nbsp;', '&#x4e00;', '&lt;script&gt;', '<!--', '-->', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n'],
    ...['（', '）', '“', '”', '《', '|', '\t', '一、', '（一）', '1.', '99999999999999999999.', '\x1B[31m'],
  ),
  anyText(),
);

/** One of our plans with pieces taken out, doubled, moved or put in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...plans),
    fc.array(fc.tuple(fc.nat(), fc.nat(80), fc.nat(4), mischief), { minLength: 1, maxLength: 12 }),
  )
  .map(([plan, all]) =>
    all.reduce((text, [where, length, kind, piece]) => {
      const from = where % (text.length + 1);
      const cut = text.slice(from, from + length);
      const without = text.slice(0, from) + text.slice(from + length);
      if (kind === 0) return without;
      if (kind === 1) return text.slice(0, from) + cut + text.slice(from);
      if (kind === 2) return without.slice(0, from >> 1) + cut + without.slice(from >> 1);
      return text.slice(0, from) + piece + text.slice(kind === 3 ? from : from + length);
    }, plan),
  );

/** Every span of a plan lies in its text, and in order. */
function expectWithin(plan: Plan): void {
  const seen = new Set<unknown>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (
      'start' in value &&
      typeof value.start === 'number' &&
      'end' in value &&
      typeof value.end === 'number'
    ) {
      expect([0 <= value.start, value.start <= value.end, value.end <= plan.text.length]).toEqual([
        true,
        true,
        true,
      ]);
    }
    for (const one of Object.values(value)) look(one);
  };
  const { tasks, sections, fields, title, date, issuers, metadata } = plan;
  for (const one of [tasks, sections, fields, title, date, issuers, metadata]) look(one);
}

function expectAllOf(text: string): void {
  expectWithin(parse(text));
  expectSound(text, lint(parse(text), rules, defaultSettings));
  for (const [name, work] of Object.entries(workOn(text))) {
    try {
      work();
    } catch (fault) {
      throw new Error(`${name}: ${fault instanceof Error ? fault.stack : fault}`);
    }
  }
}

describe('any text is read, checked, mended, shown, changed and exported', () => {
  it.each([
    ['that looks like a plan', planLike, 10, 3000],
    ['that was a plan', damaged, 3, 2000],
    ['at all', anyText(300), 20, 2000],
  ] as const)('%s', (_name, texts, few, many) => {
    fc.assert(fc.property(texts, expectAllOf), rounds(few, many));
  });

  it.each(Object.entries(shapes).filter((_, i) => soaking || i % 25 === 0))('%s', (_name, shape) => {
    expectAllOf(shape(soaking ? 3000 : 300));
  });
});
