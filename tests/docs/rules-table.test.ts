import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Language, rulesTable } from '../../server/src/core/lint/catalogue.ts';
import { rules } from '../../server/src/core/rules/index.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BEGIN = '<!-- rules:begin -->';
const END = '<!-- rules:end -->';

/** Documents that may hold the table between the marks, and the language of each. */
const documents: readonly (readonly [path: string, language: Language])[] = [
  ['README.md', 'en'],
  ['client/README.zh-CN.md', 'zh'],
  ['docs/manual.md', 'en'],
  ['docs/manual.zh-CN.md', 'zh'],
];

describe('the table of rules', () => {
  it.each(documents)('stands in %s as the rules write it', async (path, language) => {
    const text = existsSync(root(path)) ? readFileSync(root(path), 'utf8') : '';
    const from = text.indexOf(BEGIN);
    if (from < 0) return;
    const to = text.indexOf(END);
    expect(to).toBeGreaterThan(from);
    const table = rulesTable(rules, language);
    const written = `${text.slice(0, from + BEGIN.length)}\n${table}${text.slice(to)}`;
    // `vitest -u` writes the table anew.
    await expect(written).toMatchFileSnapshot(root(path));
  });

  it('has every rule once, in cells that hold', () => {
    for (const language of ['zh', 'en'] as const) {
      const lines = rulesTable(rules, language).trimEnd().split('\n');
      expect(lines).toHaveLength(rules.length + 2);
      for (const line of lines) expect(line.match(/(?<!\\)\|/gu)).toHaveLength(7);
    }
  });
});
