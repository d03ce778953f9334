import type { Finding, Severity } from '../../core/lint/finding.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Exit } from '../host.ts';
import { type Options, severities } from '../options.ts';

/** The result of a check: the findings to show, and the counts of all. */
export interface Checked {
  readonly files: readonly CheckedFile[];
  readonly counts: Counts;
}

export interface CheckedFile {
  readonly path: string;
  /** What of a plan is known without reading it again. */
  readonly plan: Pick<Plan, 'text' | 'lineStarts' | 'kind'>;
  /** How many tasks it has. */
  readonly tasks: number;
  readonly findings: readonly Finding[];
  /** Findings that a comment in the text silences. */
  readonly silenced?: readonly Silenced[];
  /** Findings that the baseline knows. */
  readonly known?: readonly Finding[];
}

/** A finding with what the comment that silences it gives as its reason; empty where it gives none. */
export interface Silenced {
  readonly finding: Finding;
  readonly silence: { readonly reason: string };
}

/** What a check went over, and what it found of each severity; `hidden` of these are not shown. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly plans: number;
  readonly directories: number;
  readonly tasks: number;
  /** Plans in which nothing was read as a task: “no problems” says little of them. */
  readonly taskless: number;
  readonly hidden: number;
}

/** The findings to show and the counts of all: what is below `--severity` is not shown, but it counts. */
export function checkedOf(files: readonly CheckedFile[], { severity }: Options): Checked {
  const shown = severities.slice(0, severities.indexOf(severity) + 1);
  const isShown = ({ severity: own }: Finding) => shown.includes(own);
  const all = files.flatMap(({ findings }) => findings);
  const count = (wanted: Severity) => all.filter((finding) => finding.severity === wanted).length;
  const plans = files.filter(({ plan }) => plan.kind === 'plan');
  return {
    files: files.map(({ findings, silenced = [], known = [], ...file }) => ({
      ...file,
      findings: findings.filter(isShown),
      silenced: silenced.filter(({ finding }) => isShown(finding)),
      known: known.filter(isShown),
    })),
    counts: {
      plans: plans.length,
      directories: files.length - plans.length,
      tasks: files.reduce((sum, { tasks }) => sum + tasks, 0),
      taskless: plans.filter(({ tasks }) => tasks === 0).length,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
      hidden: all.filter((finding) => !isShown(finding)).length,
    },
  };
}

/** 1 where there are errors or more warnings than allowed. */
export function verdictOf(files: readonly CheckedFile[], maxWarnings: number): Exit {
  const all = files.flatMap(({ findings }) => findings);
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return warnings > maxWarnings || all.some(({ severity }) => severity === 'error') ? 1 : 0;
}
