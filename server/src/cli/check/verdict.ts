import type { Finding } from '../../core/lint/finding.ts';
import { type Options, severities } from '../args.ts';
import type { Exit } from '../host.ts';
import type { Checked, CheckedFile } from '../report/reporter.ts';

/** The findings to show and the counts of all: what is below `--severity` is not shown, but it counts. */
export function checkedOf(files: readonly CheckedFile[], { severity }: Options): Checked {
  const shown = severities.slice(0, severities.indexOf(severity) + 1);
  const isShown = ({ severity: own }: Finding) => shown.includes(own);
  const all = files.flatMap(({ findings }) => findings);
  const count = (wanted: string) => all.filter((finding) => finding.severity === wanted).length;
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
