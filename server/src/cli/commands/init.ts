import { CONFIG_NAME } from '../../config/names.ts';
import { lint } from '../../core/lint/lint.ts';
import { defaultSettings, type MissingMode, type MissingRule } from '../../core/lint/settings.ts';
import { rules } from '../../core/rules/index.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import { readDocuments } from '../documents.ts';
import type { Exit } from '../host.ts';
import type { Options } from '../options.ts';
import { byCount, type FieldSurvey, type Survey, surveyOf } from '../survey.ts';
import type { Words } from '../words.ts';
import { write } from '../write.ts';

/** Looks at the plans that are there and writes a configuration that fits them. */
export const init: Command = {
  name: 'init',
  summary: {
    zh: '看现有的计划，写出相配的配置文件 planlint.json',
    en: 'look at the plans that are there and write a planlint.json to match',
  },
  details: {
    zh: '看现有的计划怎样写标签、编号、责任和时限，在当前文件夹写出相配的 planlint.json，附有说明。已有的不会改动。',
    en: 'Looks at how the plans write labels, numbers, owners and deadlines, and writes a planlint.json with comments to match into the current folder. One that is there is left alone.',
  },
  examples: ['planlint init --dry-run', 'planlint init plans/'],
  options: ['dry-run'],
  formats: [],
  run: writeConfig,
};

async function writeConfig(options: Options, call: Call): Promise<Exit> {
  const { host, words } = call;
  const dry = options.dryRun;
  if (!dry && (await host.files.kind(CONFIG_NAME)) !== undefined)
    throw new Misuse(words.init.exists(CONFIG_NAME));
  const { documents, exit } = await readDocuments(options, call);
  if (documents.length === 0) return exit;
  const found = flatMapped(documents, ({ plan }) =>
    flatMapped(lint(plan, rules, defaultSettings), ({ rule, severity }) => (severity === 'hint' ? [] : rule)),
  );
  const config = configFor(surveyOf(documents), byCount(found), words.init);
  if (dry) return write(config, call);
  const written = await write(config, { ...call, output: CONFIG_NAME });
  return written === 0 ? write(`${words.init.done(CONFIG_NAME)}\n`, call) : written;
}

/** A configuration for plans as `survey` found them, with the findings that there are by rule, and with comments that say why. */
function configFor(
  survey: Survey,
  found: readonly (readonly [string, number])[],
  words: Words['init'],
): string {
  const lines = [
    comment(words.made(survey.plans, survey.tasks)),
    ...(survey.numbers.length > 0 ? [comment(words.numbers(survey.numbers))] : []),
    comment(words.comments),
    ...missingLines(survey, words),
    '',
    ...labelLines(survey, words),
    '',
    comment(words.rules),
    ...(found.length > 0 ? [comment(words.found(found.map(([rule, count]) => `${rule} ${count}`)))] : []),
    '"rules": {},',
    '',
    comment(words.ignore),
    '"ignore": [],',
    '',
    ...directoryLines(survey, words),
  ];
  return `{\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n}\n`;
}

const MISSING: readonly (readonly [rule: MissingRule, roles: readonly FieldSurvey['role'][]])[] = [
  ['missing-lead', ['lead', 'unit']],
  ['missing-unit', ['unit']],
  ['missing-deadline', ['deadline']],
];

function missingLines(survey: Survey, words: Words['init']): readonly string[] {
  return flatMapped(MISSING, ([rule, roles]) => {
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

function labelLines({ strangers }: Survey, words: Words['init']): readonly string[] {
  if (strangers.length === 0) return [comment(words.labels), '"labels": {},'];
  const guess = JSON.stringify({ unit: strangers }).replaceAll(':[', ': [').replaceAll('","', '", "');
  return [comment(words.strangers(strangers)), comment(`"labels": ${guess},`)];
}

function directoryLines({ directories }: Survey, words: Words['init']): readonly string[] {
  const list = JSON.stringify(directories).replaceAll('","', '", "');
  return directories.length > 0
    ? [comment(words.directories), `"directories": ${list}`]
    : [comment(words.noDirectory), '"directories": []'];
}

function comment(text: string): string {
  return `// ${text}`;
}
