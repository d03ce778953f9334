import type { MissingMode, MissingRule } from '../../core/lint/settings.ts';
import type { InitWords } from '../words/init.ts';
import type { FieldSurvey, Survey } from './survey.ts';

/** A configuration for plans as `survey` found them, with comments that say why. */
export function configFor(survey: Survey, found: readonly RuleCount[], words: InitWords): string {
  const lines = [
    comment(words.made(survey.plans, survey.tasks)),
    ...(survey.numbers.length > 0 ? [comment(words.numbers(survey.numbers))] : []),
    comment(words.comments),
    ...missingLines(survey, words),
    '',
    ...labelLines(survey, words),
    '',
    comment(words.rules),
    ...(found.length > 0 ? [comment(words.found(found.map(({ rule, count }) => `${rule} ${count}`)))] : []),
    '"rules": {},',
    '',
    comment(words.ignore),
    '"ignore": [],',
    '',
    ...directoryLines(survey, words),
  ];
  return `{\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n}\n`;
}

/** How many findings a rule has in the plans at hand. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

const MISSING: readonly (readonly [rule: MissingRule, roles: readonly FieldSurvey['role'][]])[] = [
  ['missing-lead', ['lead', 'unit']],
  ['missing-unit', ['unit']],
  ['missing-deadline', ['deadline']],
];

function missingLines(survey: Survey, words: InitWords): readonly string[] {
  return MISSING.flatMap(([rule, roles]) => {
    const fields = survey.fields.filter(({ role }) => roles.includes(role));
    return [
      '',
      comment(words.missing[rule]),
      ...fields.map((field) => comment(words.field(field, survey.plans))),
      `${JSON.stringify(rule)}: ${JSON.stringify(modeFor(fields, survey.plans))},`,
    ];
  });
}

/** Where all plans state it for most of their tasks, one that forgot it altogether is a slip, too. */
function modeFor(fields: readonly FieldSurvey[], plans: number): MissingMode {
  return fields.some((field) => field.plans === plans && field.stated * 2 > field.of) ? 'always' : 'auto';
}

function labelLines({ strangers }: Survey, words: InitWords): readonly string[] {
  if (strangers.length === 0) return [comment(words.labels), '"labels": {},'];
  const guess = JSON.stringify({ unit: strangers }).replaceAll(':[', ': [').replaceAll('","', '", "');
  return [comment(words.strangers(strangers)), comment(`"labels": ${guess},`)];
}

function directoryLines({ directories }: Survey, words: InitWords): readonly string[] {
  const list = JSON.stringify(directories).replaceAll('","', '", "');
  return directories.length > 0
    ? [comment(words.directories), `"directories": ${list}`]
    : [comment(words.noDirectory), '"directories": []'];
}

function comment(text: string): string {
  return `// ${text}`;
}
