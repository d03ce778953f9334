import type { Finding } from '../../core/lint/finding.ts';
import { lintAll } from '../../core/lint/lint.ts';
import type { Rule } from '../../core/lint/rule.ts';
import type { Settings } from '../../core/lint/settings.ts';
import type { Silenced } from '../../core/lint/silence.ts';
import type { Directory } from '../../core/people/directory.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { headOf } from '../../core/plan/tasks.ts';
import { Memory } from '../../core/read/memory.ts';
import { parse } from '../../core/read/read.ts';
import { rules } from '../../core/rules/index.ts';
import type { Span } from '../../core/text/text.ts';

/**
 * Reads and checks one text; `memory` is that of the run or of its thread. Takes and gives plain data beside, so that it
 * may run in another thread.
 */
export function examine(
  { path, text, settings, directories, hints, timed }: Job,
  memory = new Memory(),
): Examined {
  const before = timed ? performance.now() : 0;
  const plan = parse(text, { labels: settings.labels, path }, memory);
  const times = timed ? { parse: performance.now() - before, rules: {} } : undefined;
  const run = times ? rules.map((rule) => timedRule(rule, times.rules)) : rules;
  const { active, silenced } = lintAll(plan, run, settings, directories, { hints });
  const tasks = plan.kind === 'plan' ? plan.tasks : [];
  return {
    kind: plan.kind,
    // Objectives, reviews and the entries of a directory are nobody's tasks.
    tasks: tasks.filter(({ role }) => role === 'task').length,
    extents: tasks.map((task) => ({ start: headOf(task).start, end: task.span.end })),
    findings: active,
    silenced,
    ...(times && { times }),
  };
}

/** One text to check, and all that its findings depend on. */
export interface Job {
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  /** The unit directories that serve it, the nearest first. */
  readonly directories: readonly Directory[];
  /** Whether hints are looked at. */
  readonly hints: boolean;
  /** Whether to measure how long it takes. */
  readonly timed: boolean;
}

/** What is known about a text once it was checked. */
export interface Examined {
  readonly kind: Plan['kind'];
  readonly tasks: number;
  /** From the head of each task, objectives too, to its end. */
  readonly extents: readonly Span[];
  readonly findings: readonly Finding[];
  /** What comments in the text silence. */
  readonly silenced: readonly Silenced[];
  /** In milliseconds, by rule where there are rules that ran; given where it was asked for. */
  readonly times?: { readonly parse: number; readonly rules: Readonly<Record<string, number>> };
}

function timedRule(rule: Rule, times: Record<string, number>): Rule {
  return {
    ...rule,
    check(plan, report, context) {
      const before = performance.now();
      rule.check(plan, report, context);
      times[rule.id] = (times[rule.id] ?? 0) + performance.now() - before;
    },
  };
}
