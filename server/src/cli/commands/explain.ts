import { authorityOf, fixKindOf } from '../../core/lint/catalogue.ts';
import type { Example, Rule } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import { readMarks } from '../../core/text/marks.ts';
import type { Options } from '../args.ts';
import type { Exit } from '../host.ts';
import { nearest } from '../nearest.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Explains rules: what each wants and why, what it rests on, examples, and how to switch it off. */
export const explain: Command = {
  name: 'explain',
  options: ['output'],
  formats: [],
  takes: 'rule',
  run: explainRules,
};

async function explainRules({ paths }: Options, call: Call): Promise<Exit> {
  const { words, complain } = call;
  const ids = paths.filter((path) => path !== '.');
  if (ids.length === 0) {
    await complain(words.catalogue.whichRule);
    return 2;
  }
  const known = rules.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    await complain(words.unknownRule(unknown, nearest(unknown, known)));
    return 2;
  }
  const chosen = ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
  return await write(chosen.map((rule) => textOf(rule, call)).join('\n\n'), call);
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
    `${paint.bold(rule.id)}  ${rule.summary[locale]}`,
    rule.why[locale],
    facts.join('\n'),
    ...rule.examples.map((example) => exampleOf(example, catalogue)),
    [
      catalogue.switchOff,
      `  ${catalogue.inConfiguration} ${paint.dim(`{ "rules": { "${rule.id}": "off" } }`)}`,
      `  ${catalogue.inText} ${paint.dim(`<!-- planlint-disable-next-line ${rule.id} -->`)}`,
    ].join('\n'),
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
