import type { Command } from '../command.ts';
import { everywhere, type Option, options } from '../options.ts';
import type { Words } from '../words.ts';

/** What a shell may offer behind `planlint`, as the one table of commands and options has it. */
export function completionTable(
  commands: readonly Command[],
  rules: readonly string[],
  words: Words,
): CompletionTable {
  return commands.map((command) => ({
    name: command.name,
    about: command.summary[words.locale],
    operands: operandsOf(command, rules),
    options: [...command.options, ...everywhere].map((name) => {
      const { value, short }: Option = options[name];
      return {
        name: `--${name}`,
        short: short && `-${short}`,
        about: words.help.option[name],
        value: value === undefined ? undefined : choicesOf(name, command, rules),
      };
    }),
  }));
}

/** The first command is the one that a call without a command word means. */
export type CompletionTable = readonly CompletionCommand[];

export interface CompletionCommand {
  readonly name: string;
  readonly about: string;
  readonly operands: CompletionValue;
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  /** With its two dashes. */
  readonly name: string;
  readonly short: string | undefined;
  readonly about: string;
  /** Undefined for a switch. */
  readonly value: CompletionValue | undefined;
}

/** Words to choose from, files, what git knows, or nothing that could be guessed. */
export type CompletionValue = readonly string[] | 'files' | 'revisions' | 'anything';

/** The shells there are completions for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

function operandsOf({ takes }: Command, rules: readonly string[]): CompletionValue {
  if (takes === undefined) return 'files';
  return { rule: rules, shell: shells, nothing: 'anything' as const }[takes];
}

function choicesOf(name: keyof typeof options, command: Command, rules: readonly string[]): CompletionValue {
  const { value, choices }: Option = options[name];
  if (name === 'format') return command.formats;
  if (choices) return choices;
  switch (value) {
    case 'ID':
      return rules;
    case 'REV':
      return 'revisions';
    case 'FILE':
    case 'NAME':
      return 'files';
    default:
      return name === 'threads' ? ['auto'] : 'anything';
  }
}
