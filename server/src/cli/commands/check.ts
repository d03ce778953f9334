import type { Document } from '../../core/exports/exporter.ts';
import { type Finding, lint, type Rule } from '../../core/lint.ts';
import { rules } from '../../core/rules/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import { type Options, severities } from '../args.ts';
import { readDocuments } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { nearest } from '../nearest.ts';
import { reporters } from '../report/index.ts';
import type { Checked, CheckedFile } from '../report/reporter.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Lists what is wrong in plans. */
export const check: Command = {
  name: 'check',
  options: [
    'format',
    'output',
    'severity',
    'quiet',
    'max-warnings',
    'rule',
    'missing-lead',
    'missing-unit',
    'missing-deadline',
    'stdin-filename',
  ],
  formats: reporters.map(({ format }) => format),
  run: checkPlans,
};

async function checkPlans(options: Options, call: Call): Promise<Exit> {
  const { host, words, paint, complain, output } = call;
  const ids = rules.map(({ id }) => id);
  const unknown = options.rules.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    await complain(words.unknownRule(unknown, nearest(unknown, ids)));
    return 2;
  }
  const chosen = options.rules.length === 0 ? rules : rules.filter(({ id }) => options.rules.includes(id));
  const { documents, exit } = await readDocuments(options, call);
  const found = documents.map(({ path, plan }) => ({
    path,
    plan,
    findings: findingsOf(plan, chosen, options),
  }));
  const onTerminal = host.stdout.isTTY && output === undefined;
  const reporter = reporters.find(({ format }) => format === options.format);
  const report = reporter?.write(checkedOf(found, options), {
    words,
    paint,
    columns: onTerminal ? host.stdout.columns : undefined,
    ambiguousIsWide: !onTerminal,
  });
  const written = report ? await write(report, call) : 0;
  return worst(exit, written, verdictOf(found, options.maxWarnings));
}

/** Hints are for the editor: they are not even counted unless they are asked for. */
function findingsOf(plan: Document['plan'], chosen: readonly Rule[], options: Options): readonly Finding[] {
  const findings = lint(plan, chosen, { ...defaultSettings, missing: options.missing });
  return options.severity === 'hint' ? findings : findings.filter(({ severity }) => severity !== 'hint');
}

/** What is below `--severity` is not shown, but it counts. */
function checkedOf(files: readonly CheckedFile[], { severity }: Options): Checked {
  const shown = severities.slice(0, severities.indexOf(severity) + 1);
  const all = files.flatMap(({ findings }) => findings);
  const count = (wanted: string) => all.filter((finding) => finding.severity === wanted).length;
  const plans = files.filter(({ plan }) => plan.kind === 'plan');
  return {
    files: files.map(({ findings, ...file }) => ({
      ...file,
      findings: findings.filter((finding) => shown.includes(finding.severity)),
    })),
    counts: {
      plans: plans.length,
      directories: files.length - plans.length,
      // Objectives, reviews and the entries of a directory are nobody's tasks.
      tasks: plans.flatMap(({ plan }) => plan.tasks).filter(({ role }) => role === 'task').length,
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
      hidden: all.filter((finding) => !shown.includes(finding.severity)).length,
    },
  };
}

function verdictOf(files: readonly CheckedFile[], maxWarnings: number): Exit {
  const all = files.flatMap(({ findings }) => findings);
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return warnings > maxWarnings || all.some(({ severity }) => severity === 'error') ? 1 : 0;
}
