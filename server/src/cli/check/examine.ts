import type { Directory } from '../../core/directory.ts';
import { type Finding, lint, type Rule } from '../../core/lint.ts';
import { parse } from '../../core/parse.ts';
import type { Plan } from '../../core/plan.ts';
import { rules } from '../../core/rules/index.ts';
import type { Settings } from '../../core/settings.ts';

/** Reads and checks one text. Takes and gives plain data only, so that it may run in another thread. */
export function examine({ path, text, settings, rules: ids, directories }: Job): Examined {
  const plan = parse(text, { labels: settings.labels, path });
  const chosen: readonly Rule[] = rules.filter(({ id }) => ids.includes(id));
  return {
    kind: plan.kind,
    // Objectives, reviews and the entries of a directory are nobody's tasks.
    tasks: plan.kind === 'plan' ? plan.tasks.filter(({ role }) => role === 'task').length : 0,
    findings: lint(plan, chosen, settings, directories),
  };
}

/** One text to check, and all that its findings depend on. */
export interface Job {
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  /** Ids of the rules to run. */
  readonly rules: readonly string[];
  /** The unit directories that serve it, the nearest first. */
  readonly directories: readonly Directory[];
}

/** What is known about a text once it was checked. */
export interface Examined {
  readonly kind: Plan['kind'];
  readonly tasks: number;
  readonly findings: readonly Finding[];
}
