import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { Authority, Rule } from '../../server/src/core/lint/rule.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { check, findingsIn, fixedBy } from './check.ts';
import { expectSound } from './sound.ts';
import { variants, withAstral } from './variants.ts';

const folder = fileURLToPath(new URL('../../server/src/core/rules/', import.meta.url));

/** The clauses whose text was seen; a rule may cite another only as a whole standard. */
const clauses: Readonly<Record<string, readonly string[]>> = {
  'GB/T 9704—2012': [...['7.2.5', '7.3.1', '7.3.2', '7.3.3', '7.3.4', '7.3.5', '7.3.5.4', '7.3.6', '7.3.7']],
  'GB/T 15834—2011': ['4.5.3.5', '4.13.3.2'],
  'GB/T 15835—2011': ['4.1.1', '4.3', '5.1.1'],
};

describe('the list of rules', () => {
  it('has every rule file, each named as its rule, and nothing twice', async () => {
    const files = globSync('**/*.ts', { cwd: folder, ignore: '**/index.ts' }).sort();
    const listed = new Set<unknown>(rules);
    for (const file of files) {
      const exported = Object.values(await import(posix.join(folder, file)));
      const found = exported.filter(isRule);
      expect(
        found.map(({ id }) => id),
        file,
      ).toEqual([posix.basename(file, '.ts')]);
      expect(
        found.every((rule) => listed.has(rule)),
        `${file} is listed`,
      ).toBe(true);
    }
    expect(rules).toHaveLength(files.length);
    expect(listed.size).toBe(rules.length);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('is documented in both languages', () => {
    for (const words of [rule.summary, rule.why]) {
      expect(words.zh).toMatch(/^\S.*。$/u);
      expect(words.en).toMatch(/^\S.*\.$/u);
    }
    for (const name of [rule.name.zh, rule.name.en]) expect(name).toMatch(/^\S.{0,40}[^\s。.]$/u);
    expect(rules.filter(({ name }) => name.zh === rule.name.zh || name.en === rule.name.en)).toEqual([rule]);
    expect(rule.examples).not.toEqual([]);
  });

  it('rests on what it may cite, and says 应 only for a national standard', () => {
    expect(faultOf(rule.authority)).toBeUndefined();
    const messages = rule.examples.flatMap(({ bad, directory }) =>
      findingsIn(rule, readMarks(bad).text, defaultSettings, directory),
    );
    const words = [rule.summary, ...messages.map(({ message }) => message)].map(({ zh }) => zh).join('');
    if (rule.authority.kind === 'practice')
      expect(words).not.toMatch(/必须|应(?:当|该|为|是|注明|写|连续|一致)/u);
  });

  describe.each(rule.examples.map((example, i) => [i + 1, example] as const))('example %i', (_i, example) => {
    const { good, directory } = example;
    const settings = { ...defaultSettings, today: example.today };
    const { text: bad } = readMarks(example.bad);

    it.each(Object.entries(variants))('finds exactly what is marked, with %s', (_name, variant) => {
      const findings = check(rule, variant(example.bad), settings, directory);
      expect(findings).not.toEqual([]);
      expectSound(readMarks(variant(example.bad)).text, findings);
      check(rule, variant(good), settings, directory);
    });

    it.each(Object.entries(variants))('is mended by its fixes, with %s', (_name, variant) => {
      const fixable = findingsIn(rule, variant(bad), settings, directory).filter(({ fix }) => fix);
      const mended = fixedBy(rule, variant(bad), settings, directory);
      // What no fix mends, a person does.
      const expected = example.fixed ?? (fixable.length > 0 ? good : bad);
      expect(mended).toBe(variant(expected));
      expect(findingsIn(rule, mended, settings, directory).filter(({ fix }) => fix)).toEqual([]);
    });

    it.each([bad, good, example.fixed ?? good])('is sound with astral characters in it', (text) => {
      expectSound(withAstral(text), findingsIn(rule, withAstral(text), settings, directory));
    });

    it('is silenced by nothing but an answer', () => {
      if (example.fixed === undefined) return;
      const left = findingsIn(rule, example.fixed, settings, directory);
      expect(left).not.toEqual([]);
      expect(left.filter(({ fix }) => fix)).toEqual([]);
    });
  });
});

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}

function faultOf(authority: Authority): string | undefined {
  if (authority.kind === 'practice' || authority.clause === undefined) return undefined;
  const { standard, clause } = authority;
  return clauses[standard]?.includes(clause) ? undefined : `${standard} ${clause} was not verified`;
}
