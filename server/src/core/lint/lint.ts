/**
 * The room `lint`: what a finding, a fix and a rule are, how rules run and are silenced, and what several rules share
 * (`reckoning` counts, `lexicons` hold words, `stub` writes fields to fill in). It knows no single rule.
 */

import { type Directory, directoryOf } from '../people/directory.ts';
import type { Plan } from '../plan/plan.ts';
import { once } from '../text/memo.ts';
import type { Finding } from './finding.ts';
import { harmless } from './harmless.ts';
import { lookedAt } from './looked.ts';
import { alone, saidOnce, type Told } from './once.ts';
import { type Rule, type RuleContext, severityOf } from './rule.ts';
import type { Settings } from './settings.ts';
import { type Linted, type Silence, silence, silencesIn } from './silence.ts';
import { yielded } from './yielded.ts';

/** Every finding of `rules` in `plan` that is not silenced in place, sorted by place, then by rule. */
export function lint(
  plan: Plan,
  rules: readonly Rule[],
  settings: Settings,
  directories: readonly Directory[] = [],
): readonly Finding[] {
  return lintAll(plan, rules, settings, directories).active;
}

/**
 * Every finding of `rules` in `plan`, those apart that a comment silences. `rules` are all that there are: those
 * that the settings switch off do not run, but their names are known. A rule that throws becomes a finding itself.
 */
export function lintAll(
  plan: Plan,
  rules: readonly Rule[],
  settings: Settings,
  directories: readonly Directory[] = [],
  { hints = true }: Asked = {},
): Linted {
  const silences = silencesIn(plan);
  const ran = rules.filter((rule) => severityOf(settings, rule) !== 'off');
  const context: RuleContext = {
    settings,
    paragraphs: [],
    directories,
    known: rules.map(({ id }) => id),
    ran: ran.map(({ id }) => id),
    complete: rules.every((rule) => rule.default === 'off' || ran.includes(rule)),
    silences,
    used: new Set(),
    // What a comment silences must be known to say which are unused.
    hints: hints || silences.length > 0,
    own: once(() => directoryOf(plan, '')),
  };
  const looked = lookedAt(plan, rules);
  const first = yielded(
    rules.flatMap((rule, i) => {
      const paragraphs = looked[i];
      if (!ran.includes(rule) || rule.judges === 'silences' || paragraphs?.length === 0) return NOTHING;
      return run(rule, plan, paragraphs ? { ...context, paragraphs } : context);
    }),
    ran,
  );
  const { used, ...linted } = settled(first, silences);
  const last = ran.filter(({ judges }) => judges === 'silences');
  if (last.length === 0 || silences.length === 0) return linted;
  const found = last.flatMap((rule) => run(rule, plan, { ...context, used }));
  const more = settled(found, silences);
  return {
    active: [...linted.active, ...more.active].sort(byPlace),
    silenced: [...linted.silenced, ...more.silenced],
  };
}

const NOTHING: readonly Told[] = [];

/** What somebody who asks for findings looks at. */
export interface Asked {
  /** Whether hints; true unless given. Rules may give some all the same. */
  readonly hints?: boolean;
}

/** The findings in order, those apart that are silenced; what is silenced is not counted among what is said once. */
function settled(found: Told[], silences: readonly Silence[]): ReturnType<typeof silence> {
  const { active, silenced, used } = silence(found.sort(byPlace), silences);
  return {
    active: saidOnce(active),
    silenced: silenced.map((one) => ({ ...one, finding: alone(one.finding) })),
    used,
  };
}

function run(rule: Rule, plan: Plan, context: RuleContext): Told[] {
  const severity = severityOf(context.settings, rule);
  const findings: Told[] = [];
  if (severity === 'off') return findings;
  try {
    rule.check(
      plan,
      (span, message, more = {}) => {
        const fix = more.fix && harmless(plan.text, more.fix);
        findings.push({ rule: rule.id, severity, span, message, ...more, fix });
      },
      context,
    );
  } catch (fault) {
    findings.push(faultOf(rule, plan, fault));
  }
  return findings;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** A faulty rule must not silence the others, nor go unnoticed. */
function faultOf(rule: Rule, plan: Plan, fault: unknown): Finding {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return {
    rule: rule.id,
    severity: 'error',
    span: { start: 0, end: Math.min(1, plan.text.length) },
    message: {
      zh: `规则 ${rule.id} 内部出错（${reason}），其结果不完整，请报告此问题。`,
      en: `Rule ${rule.id} failed (${reason}); its findings are incomplete. Please report this.`,
    },
    fix: undefined,
  };
}
