import { authorityOf, fixKindOf } from '../../core/lint/catalogue.ts';
import type { Rule } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import { readMarks } from '../../core/text/marks.ts';
import type { Options } from '../args.ts';
import { type Exit, worst } from '../host.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Lists the rules there are, for people or for programs. */
export const listRules: Command = {
  name: 'rules',
  options: ['format', 'output'],
  formats: ['table', 'json'],
  takes: 'nothing',
  run: writeRules,
};

async function writeRules(options: Options, call: Call): Promise<Exit> {
  const { words, complain } = call;
  const operand = options.paths.find((path) => path !== '.');
  if (operand !== undefined) {
    await complain(words.catalogue.noRuleHere(operand));
    return 2;
  }
  const exits: Exit[] = [];
  for (const { format, file } of options.reports) {
    const text = format === 'json' ? jsonOf(rules) : tableOf(rules, call);
    exits.push(await write(text, { ...call, output: file }));
  }
  return worst(...exits);
}

function tableOf(all: readonly Rule[], { words, paint }: Call): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const severities = all.map((rule) =>
    rule.default === 'off' ? words.catalogue.off : words.severity[rule.severity],
  );
  // Ids are narrow and severities of one language are of one width each, so that spaces align them.
  const level = Math.max(...severities.map((severity) => severity.length));
  const lines = all.map(({ id, summary }, i) => {
    const severity = (severities[i] ?? '').padEnd(level);
    return `${paint.bold(id.padEnd(width))}  ${paint.dim(severity)}  ${summary[words.locale]}`;
  });
  return `${[...lines, '', words.catalogue.counted(all.length)].join('\n')}\n`;
}

/** Schema version 1; examples without their marks. */
function jsonOf(all: readonly Rule[]): string {
  const model = {
    schemaVersion: 1,
    rules: all.map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      default: rule.default ?? rule.severity,
      authority: rule.authority.kind === 'practice' ? null : authorityOf(rule.authority, 'en'),
      fix: fixKindOf(rule) ?? null,
      summary: rule.summary,
      why: rule.why,
      examples: rule.examples.map(({ bad, good }) => ({ bad: readMarks(bad).text, good })),
    })),
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}
