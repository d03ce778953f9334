import type { Finding, Severity } from '../../core/lint/finding.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Exit } from '../host.ts';
import { type Options, severities } from '../options.ts';

/** A file with what was found in it. */
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

/** What of a file is shown: nothing that is below `--severity`, though that counts. */
export function shownOf(file: CheckedFile, { severity }: Options): CheckedFile {
  const { findings, silenced = [], known = [] } = file;
  const isShown = shows(severity);
  return {
    ...file,
    findings: findings.filter(isShown),
    silenced: silenced.filter(({ finding }) => isShown(finding)),
    known: known.filter(isShown),
  };
}

function shows(severity: Severity): (finding: Pick<Finding, 'severity'>) => boolean {
  const shown = severities.slice(0, severities.indexOf(severity) + 1);
  return ({ severity: own }) => shown.includes(own);
}

/** Counts the findings of file after file, shown or not. */
export class Tally {
  readonly #isShown: (finding: Finding) => boolean;
  readonly #counts = { plans: 0, directories: 0, tasks: 0, taskless: 0, hidden: 0 };
  readonly #severities: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  /** How often each rule found something that counts against the files. */
  readonly #failing = new Map<string, number>();

  constructor({ severity }: Options) {
    this.#isShown = shows(severity);
  }

  add({ plan, tasks, findings }: CheckedFile): void {
    const counts = this.#counts;
    const isPlan = plan.kind === 'plan';
    counts[isPlan ? 'plans' : 'directories'] += 1;
    counts.tasks += tasks;
    if (isPlan && tasks === 0) counts.taskless += 1;
    for (const finding of findings) {
      this.#severities[finding.severity] += 1;
      if (!this.#isShown(finding)) counts.hidden += 1;
      if (fails(finding)) this.#failing.set(finding.rule, (this.#failing.get(finding.rule) ?? 0) + 1);
    }
  }

  get counts(): Counts {
    return { ...this.#counts, ...this.#severities };
  }

  /** The rules of what counts against the files, with how often each does, the most frequent first. */
  get failing(): readonly (readonly [rule: string, count: number])[] {
    return [...this.#failing].sort(([, a], [, b]) => b - a);
  }
}

/** 1 where there are errors or more warnings than allowed. */
export function verdictOf({ error, warning }: Counts, maxWarnings: number): Exit {
  return warning > maxWarnings || error > 0 ? 1 : 0;
}

/** Whether a finding speaks against a file, as in the exit code; infos and hints do not. */
export function fails({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}
