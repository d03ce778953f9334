import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manualPage } from '../../server/src/config/manual.ts';
import { explanation } from '../../server/src/core/features/reading/explanation.ts';
import { type Language, rulesTable } from '../../server/src/core/lint/catalogue.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { pages, root } from './pages.ts';

const BEGIN = '<!-- rules:begin -->';
const END = '<!-- rules:end -->';

const ofRules = pages.filter(({ path }) => path.startsWith('server/src/core/rules/'));

describe('the pages of the rules', () => {
  it('are there in both languages, where the program leads to', () => {
    expect(ofRules.map(({ language }) => language).sort()).toEqual(['en', 'zh']);
    for (const { path, language } of ofRules) {
      expect(manualPage('rules', language, 'number-gap')).toMatch(new RegExp(`/${path}#number-gap$`, 'u'));
    }
  });

  it.each(ofRules)('$path is as the rules write it', async ({ path, language }) => {
    const text = readFileSync(root + path, 'utf8');
    const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    const sections = rules.map((rule) => section(rule, language));
    const body = [rulesTable(rules, language), ...sections].join('\n');
    const written = `${text.slice(0, from + BEGIN.length)}\n${body}${text.slice(to)}`;
    // `vitest -u` writes it anew.
    await expect(written).toMatchFileSnapshot(fileURLToPath(new URL(`file://${root}${path}`)));
  });

  it('have every rule once in the table, in cells that hold', () => {
    for (const language of ['zh', 'en'] as const) {
      const lines = rulesTable(rules, language).trimEnd().split('\n');
      expect(lines).toHaveLength(rules.length + 2);
      for (const line of lines) expect(line.match(/(?<!\\)\|/gu)).toHaveLength(7);
    }
  });
});

/** A rule as `explain` and the hover have it, under an anchor that is its id. */
function section(rule: Rule, language: Language): string {
  const title = `<a id="${rule.id}"></a>\n\n## ${rule.name[language]} \`${rule.id}\``;
  return explanation(rule, language)
    .replace(/^# .*$/mu, title)
    .replace(/^## (?<off>.*)$(?=\n\n`planlint\.json`)/mu, '**$<off>**');
}
