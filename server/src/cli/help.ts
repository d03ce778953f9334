import { manualPage } from '../config/manual.ts';
import type { Command } from './command.ts';
import { everywhere, type Option, options } from './options.ts';
import { alignedRows } from './terminal/cells.ts';
import type { Words } from './words.ts';

/** The help of one command, or of all. */
export function help(commands: readonly Command[], command: Command | undefined, words: Words): string {
  const parts = command ? partsOf(command, words) : overview(commands, words);
  return `${parts.join('\n\n')}\n`;
}

function overview(commands: readonly Command[], words: Words): readonly string[] {
  const { help: say, colon, locale } = words;
  return [
    `Planlint${colon}${say.about}`,
    `${say.usage}${colon}${say.call(undefined)}\n  ${say.paths}`,
    block(say.commands, alignedRows(commands.map(({ name, summary }) => [name, summary[locale]]))),
    block(say.options, optionRows(undefined, words)),
    block(say.exits, say.exit),
    `${say.more}\n${words.manual(manualPage('commands', locale))}`,
  ];
}

function partsOf(command: Command, words: Words): readonly string[] {
  const { help: say, colon, locale, catalogue } = words;
  const { name, details, takes, examples } = command;
  const [call, about] = takes
    ? [`planlint ${name} ${catalogue.takes[takes].call}`.trimEnd(), catalogue.takes[takes].about]
    : [say.call(name), say.paths];
  return [
    details[locale],
    `${say.usage}${colon}${call}\n  ${about}`,
    block(say.options, optionRows(command, words)),
    block(say.examples, examples),
  ];
}

function optionRows(command: Command | undefined, { help: say }: Words): readonly string[] {
  const rows = [...(command?.options ?? []), ...everywhere].map((name) => {
    const { short, value, choices }: Option = options[name];
    const known = name === 'format' ? command?.formats : choices;
    const described = `${say.option[name]}${known ? say.choices(known) : ''}`;
    return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, described] as const;
  });
  return alignedRows(rows);
}

function block(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
