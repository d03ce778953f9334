import { expect } from 'vitest';
import { fixAll } from '../../server/src/core/fix.ts';
import { type Finding, type FixKind, lint, type Rule } from '../../server/src/core/lint.ts';
import { readMarks, writeMarks } from '../../server/src/core/marks.ts';
import { parse } from '../../server/src/core/parse.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { defaultSettings, type Settings } from '../../server/src/core/settings.ts';

/** All that a bulk fix may apply. */
export const allKinds: ReadonlySet<FixKind> = new Set(['safe', 'unsafe', 'stub']);

/** The findings of `rule` in `text`. */
export function findingsIn(
  rule: Rule,
  text: string,
  settings: Settings = defaultSettings,
): readonly Finding[] {
  // A rule that is off by default is tried as somebody who wants it has it.
  const severities = { ...(rule.default && { [rule.id]: rule.severity }), ...settings.severities };
  // A rule that judges what silences the others needs the others.
  const ran = rule.judges ? rules : [rule];
  const findings = lint(parse(text, { labels: settings.labels }), ran, { ...settings, severities });
  return findings.filter((finding) => finding.rule === rule.id);
}

/** Expects that `rule` finds exactly what is marked; hints are findings too. Returns the findings. */
export function check(rule: Rule, marked: string, settings: Settings = defaultSettings): readonly Finding[] {
  const { text, spans } = readMarks(marked);
  const findings = findingsIn(rule, text, settings);
  const found = findings.map(({ span }) => ({ start: span.start, end: span.end }));
  // Marks in the text say more than offsets when they differ.
  expect(writeMarks(text, found)).toBe(marked);
  expect(found).toEqual(spans);
  return findings;
}

/** `text` with everything fixed that `rule` can fix, round after round. */
export function fixedBy(rule: Rule, text: string, settings: Settings = defaultSettings): string {
  return fixAll(text, (current) => findingsIn(rule, current, settings), allKinds).text;
}
