import { everywhere, type Option, options } from './args.ts';
import type { Command } from './commands/command.ts';
import { cellsOf, totalWidth } from './terminal/cells.ts';
import type { Words } from './words.ts';

/** The help of one command, or of all. */
export function help(
  commands: readonly Command[],
  command: Command | undefined,
  { help: words, colon, catalogue }: Words,
): string {
  const parts = command
    ? [
        words.details[command.name],
        command.takes
          ? `${words.usage}${colon}planlint ${command.name} ${catalogue.takes[command.takes].call}`.trimEnd() +
            `\n  ${catalogue.takes[command.takes].about}`
          : `${words.usage}${colon}${words.call(command.name)}\n  ${words.paths}`,
        block(words.options, rows(optionRows(command, words))),
        block(words.examples, examples[command.name]),
      ]
    : [
        `Planlint${colon}${words.about}`,
        `${words.usage}${colon}${words.call(undefined)}\n  ${words.paths}`,
        block(words.commands, rows(commands.map(({ name }) => [name, words.summary[name]]))),
        block(words.options, rows(optionRows(undefined, words))),
        block(words.exits, words.exit),
        words.more,
      ];
  return `${parts.join('\n\n')}\n`;
}

const examples: Readonly<Record<Command['name'], readonly string[]>> = {
  check: ['planlint check 2026年工作要点.txt', 'planlint check --format json --output result.json plans/'],
  fix: ['planlint fix --diff plans/', 'planlint fix plans/'],
  export: ['planlint export --format json plans/ > plans.json'],
  outline: ['planlint outline 2026年工作要点.txt'],
  units: ['planlint units plans/', 'planlint units init plans/ --output 责任单位名录.units.plan'],
  rules: ['planlint rules', 'planlint rules --format json'],
  explain: ['planlint explain missing-lead'],
  lsp: ['planlint lsp', 'planlint lsp --socket=6009'],
  init: ['planlint init --dry-run', 'planlint init plans/'],
  completions: [
    'source <(planlint completions bash)',
    'planlint completions fish > ~/.config/fish/completions/planlint.fish',
  ],
  baseline: ['planlint baseline plans/', 'planlint check --baseline planlint.baseline.json plans/'],
};

function optionRows(command: Command | undefined, words: Words['help']): (readonly [string, string])[] {
  return [...(command?.options ?? []), ...everywhere].map((name) => {
    const { short, value, choices }: Option = options[name];
    const known = name === 'format' ? command?.formats : choices;
    const described = `${words.option[name]}${known ? words.choices(known) : ''}`;
    return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, described];
  });
}

function rows(table: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const width = Math.max(...table.map(([name]) => totalWidth(cellsOf(name, false))));
  return table.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
}

function block(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
