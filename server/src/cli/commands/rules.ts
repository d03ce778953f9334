import { manualPage } from '../../config/manual.ts';
import { authorityOf, fixKindOf } from '../../core/lint/catalogue.ts';
import type { Example, Rule } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { readMarks } from '../../core/text/marks.ts';
import { nearest } from '../../core/text/nearest.ts';
import type { Call, Command } from '../command.ts';
import { Misuse } from '../contain.ts';
import type { Exit } from '../host.ts';
import type { Options } from '../options.ts';
import { jsonText, write, writeAll } from '../write.ts';

/** Lists the rules there are, for people or for programs. */
export const listRules: Command = {
  name: 'rules',
  summary: {
    zh: '列出全部规则：编号、级别、要求',
    en: 'list all rules with id, severity and what they want',
  },
  details: { zh: '列出全部规则。', en: 'Lists all rules.' },
  examples: ['planlint rules', 'planlint rules --format json'],
  options: ['format', 'output'],
  formats: ['table', 'json'],
  takes: 'nothing',
  run: writeRules,
};

async function writeRules(options: Options, call: Call): Promise<Exit> {
  const operand = options.paths.find((path) => path !== '.');
  if (operand !== undefined) throw new Misuse(call.words.catalogue.noRuleHere(operand));
  return writeAll((format) => (format === 'json' ? jsonOf(rules) : tableOf(rules, call)), options, call);
}

function tableOf(all: readonly Rule[], { words, paint }: Call): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const severities = all.map((rule) =>
    rule.default === 'off' ? words.catalogue.off : words.severity[rule.severity],
  );
  // Ids are narrow and severities of one language are of one width each, so that spaces align them.
  const level = Math.max(...severities.map((severity) => severity.length));
  const lines = all.map(({ id, name, summary }, i) => {
    const severity = (severities[i] ?? '').padEnd(level);
    const says = `${name[words.locale]}${words.colon}${summary[words.locale]}`;
    return `${paint.bold(id.padEnd(width))}  ${paint.dim(severity)}  ${says}`;
  });
  return `${[...lines, '', words.catalogue.counted(all.length)].join('\n')}\n`;
}

/** Schema version 1; examples without their marks. */
function jsonOf(all: readonly Rule[]): string {
  return jsonText({
    schemaVersion: 1,
    rules: all.map((rule) => ({
      id: rule.id,
      name: rule.name,
      severity: rule.severity,
      default: rule.default ?? rule.severity,
      authority: rule.authority.kind === 'practice' ? null : authorityOf(rule.authority, 'en'),
      fix: fixKindOf(rule) ?? null,
      summary: rule.summary,
      why: rule.why,
      examples: rule.examples.map(({ bad, good }) => ({ bad: readMarks(bad).text, good })),
    })),
  });
}

/** Explains rules: what each wants and why, what it rests on, examples, and how to switch it off. */
export const explain: Command = {
  name: 'explain',
  summary: {
    zh: '说明一条规则：要求、理由、依据、例子、如何关闭',
    en: 'explain a rule: what, why, authority, examples, how to switch it off',
  },
  details: {
    zh: '说明一条规则：要求什么，为什么，依据何在，对错各举一例，以及如何关闭。',
    en: 'Explains a rule: what it wants and why, what it rests on, an example of wrong and right, and how to switch it off.',
  },
  examples: ['planlint explain missing-lead'],
  options: ['output'],
  formats: [],
  takes: 'rule',
  run: explainRules,
};

async function explainRules({ paths }: Options, call: Call): Promise<Exit> {
  const { words } = call;
  const ids = paths.filter((path) => path !== '.');
  if (ids.length === 0) throw new Misuse(words.catalogue.whichRule);
  const known = rules.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Misuse(words.unknownRule(unknown, nearest(unknown, known)));
  const chosen = flatMapped(ids, (id) => rules.find((rule) => rule.id === id) ?? []);
  return write(chosen.map((rule) => textOf(rule, call)).join('\n\n'), call);
}

function textOf(rule: Rule, { words, paint }: Call): string {
  const { locale, colon, catalogue } = words;
  const severity = rule.default === 'off' ? catalogue.off : words.severity[rule.severity];
  const facts = [
    [catalogue.severity, severity],
    [catalogue.authority, authorityOf(rule.authority, locale)],
    [catalogue.fix, catalogue.fixes[fixKindOf(rule) ?? 'none']],
  ].map(([name, value]) => `${name}${colon}${value}`);
  return `${[
    `${paint.bold(`${rule.id} ${rule.name[locale]}`)}  ${rule.summary[locale]}`,
    rule.why[locale],
    facts.join('\n'),
    ...rule.examples.map((example) => exampleOf(example, catalogue)),
    [
      catalogue.switchOff,
      `  ${catalogue.inConfiguration} ${paint.dim(`{ "rules": { "${rule.id}": "off" } }`)}`,
      `  ${catalogue.inText} ${paint.dim(`<!-- planlint-disable-next-line ${rule.id} -->`)}`,
    ].join('\n'),
    words.manual(manualPage('rules', locale, rule.id)),
  ].join('\n\n')}\n`;
}

function exampleOf(
  { bad, good, directory }: Example,
  { wrong, right, byDirectory }: Call['words']['catalogue'],
): string {
  const block = (label: string, text: string) => `${label}\n${indented(text)}`;
  return [
    ...(directory === undefined ? [] : [block(byDirectory, directory)]),
    block(wrong, readMarks(bad).text),
    block(right, good),
  ].join('\n');
}

/** Characters that nobody sees are written by their code. */
function indented(text: string): string {
  const visible = text.replace(
    UNSEEN,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`,
  );
  return visible
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

const UNSEEN = /[\p{Co}\p{Cf}]/gu;
