import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/lint/finding.ts';
import { fixAll } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings, type Settings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { rounds } from '../rounds.ts';
import { allKinds } from './check.ts';
import { expectSound } from './sound.ts';
import { planLike, someDocuments } from './texts.ts';
import { variants, withAstral } from './variants.ts';

/** Every rule on, and every task that lacks something warned. */
const everything: Settings = {
  ...defaultSettings,
  severities: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])),
  missing: { 'missing-lead': 'always', 'missing-unit': 'always', 'missing-deadline': 'always' },
};

// Of the documents that are not ours, each is tried in one of the two ways; in a soak in both.
describe.each([
  ['by default', defaultSettings, someDocuments(24)],
  ['with every rule on', everything, someDocuments(24, 12)],
] as const)('all rules %s', (_name, settings, texts) => {
  const named = new Set(texts.map(([, text]) => text));
  const read = (text: string) => lint(parse(text), rules, settings);
  const known = new Map<string, readonly Finding[]>();
  /** The tests of one document ask for the same findings again and again. */
  const findingsIn = (text: string) => {
    const findings = known.get(text) ?? read(text);
    if (named.has(text)) known.set(text, findings);
    return findings;
  };
  const fixed = (text: string) => fixAll(text, findingsIn, allKinds);
  const fixable = (findings: readonly Finding[]) => findings.filter(({ fix }) => fix);

  it.each(texts)('are sound and the same twice on %s', (_name, text) => {
    const findings = findingsIn(text);
    expectSound(text, findings);
    expect(read(text)).toEqual(findings);
  });

  it.each(texts)('are mended as far as can be on %s', (_name, text) => {
    const { text: mended, findings } = fixed(text);
    expect(fixable(findings)).toEqual([]);
    expectSound(mended, findings);
    expect(lineEndsOf(mended)).toEqual(lineEndsOf(text));
  });

  it.each(texts)('are not silenced by stubs on %s', (_name, text) => {
    const findings = findingsIn(text);
    const stubbing = new Set(findings.filter(({ fix }) => fix?.kind === 'stub').map(({ rule }) => rule));
    const stubbed = fixAll(text, findingsIn, new Set(['stub']));
    const placed = (all: readonly Finding[], where: string) =>
      all.filter(({ rule }) => stubbing.has(rule)).map((finding) => placeIn(where, finding));
    expect(placed(stubbed.findings, stubbed.text)).toEqual(placed(findings, text));
  });

  it.each(texts)('find the same with CRLF on %s', (_name, text) => {
    const lf = text.replaceAll('\r\n', '\n');
    const crlf = variants.CRLF!(lf);
    expect(said(findingsIn(crlf))).toEqual(said(findingsIn(lf)));
    expectSound(withAstral(crlf), findingsIn(withAstral(crlf)));
  });

  it('throw on no text, and stay within it', () => {
    fc.assert(
      fc.property(planLike, (text) => expectSound(text, findingsIn(text))),
      rounds(40, 10_000),
    );
  });

  it('leave nothing to fix in any text', () => {
    fc.assert(
      fc.property(planLike, (text) => {
        expect(fixable(fixed(text).findings)).toEqual([]);
      }),
      rounds(40, 10_000),
    );
  });
});

/** What was found, without where. */
function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message.zh}`);
}

function placeIn(text: string, { rule, severity, span }: Finding): string {
  return `${severity} ${rule}: ${text.slice(span.start, span.end)}`;
}

/** The kinds of line end in a text. */
function lineEndsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\r\n|\n|\r/gu))].sort();
}
