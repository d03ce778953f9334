import { expect } from 'vitest';
import type { Finding, FixKind } from '../../server/src/core/lint/finding.ts';
import { fixAll } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { defaultSettings, type MissingMode, type Settings } from '../../server/src/core/lint/settings.ts';
import { type Directory, directoryOf } from '../../server/src/core/people/directory.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { readMarks, writeMarks } from '../../server/src/core/text/marks.ts';

/** All that a bulk fix may apply. */
export const allKinds: ReadonlySet<FixKind> = new Set(['safe', 'unsafe', 'stub']);

/** The findings of `rule` in `text`. */
export function findingsIn(
  rule: Rule,
  text: string,
  settings: Settings = defaultSettings,
  directory?: string,
): readonly Finding[] {
  const plan = parse(text, { labels: settings.labels });
  // A rule that is off by default is tried as somebody who wants it has it.
  const severities = { ...(rule.default && { [rule.id]: rule.severity }), ...settings.severities };
  // A rule that judges what silences the others needs the others.
  const ran = rule.judges ? rules : [rule];
  const findings = lint(plan, ran, { ...settings, severities }, servedBy(plan, directory));
  return findings.filter((finding) => finding.rule === rule.id);
}

/** Expects that `rule` finds exactly what is marked; hints are findings too. Returns the findings. */
export function check(
  rule: Rule,
  marked: string,
  settings: Settings = defaultSettings,
  directory?: string,
): readonly Finding[] {
  const { text, spans } = readMarks(marked);
  const findings = findingsIn(rule, text, settings, directory);
  const found = findings.map(({ span }) => ({ start: span.start, end: span.end }));
  // Marks in the text say more than offsets when they differ.
  expect(writeMarks(text, found)).toBe(marked);
  expect(found).toEqual(spans);
  return findings;
}

/** `text` with everything fixed that `rule` can fix, round after round. */
export function fixedBy(
  rule: Rule,
  text: string,
  settings: Settings = defaultSettings,
  directory?: string,
): string {
  return fixAll(text, (current) => findingsIn(rule, current, settings, directory), allKinds).text;
}

/** The directories that serve a plan: its own, if it has one, then the one whose text is given. */
export function servedBy(plan: Plan, directory: string | undefined): readonly Directory[] {
  const path = 'x.units.plan';
  const own = directoryOf(plan, 'x.plan');
  const other = directory === undefined ? undefined : directoryOf(parse(directory, { path }), path);
  return [own, other].filter((one) => one !== undefined);
}

/** The usual settings, with all that is missing asked for in one mode. */
export function settingsOf(mode: MissingMode): Settings {
  return {
    ...defaultSettings,
    missing: { 'missing-lead': mode, 'missing-unit': mode, 'missing-deadline': mode },
  };
}
