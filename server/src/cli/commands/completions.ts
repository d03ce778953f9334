import { rules } from '../../core/rules/index.ts';
import { nearest } from '../../core/text/nearest.ts';
import type { Call, Command } from '../command.ts';
import { bash } from '../completions/bash.ts';
import { fish } from '../completions/fish.ts';
import { powershell } from '../completions/powershell.ts';
import { type CompletionTable, completionTable, type Shell, shells } from '../completions/table.ts';
import { zsh } from '../completions/zsh.ts';
import { Misuse } from '../contain.ts';
import type { Exit } from '../host.ts';
import type { Options } from '../options.ts';
import { write } from '../write.ts';

/** Prints what a shell needs to complete `planlint`. It is made for all `others` and itself. */
export function completionsFor(others: readonly Command[]): Command {
  const self: Command = {
    name: 'completions',
    summary: { zh: '输出命令行补全脚本', en: 'print a script that completes planlint in a shell' },
    details: {
      zh: '输出补全脚本，载入后按 Tab 键可补全命令、选项、规则编号和文件名。',
      en: 'Prints a script; once it is loaded, Tab completes commands, options, rule ids and file names.',
    },
    examples: [
      'source <(planlint completions bash)',
      'planlint completions fish > ~/.config/fish/completions/planlint.fish',
    ],
    options: ['output'],
    formats: [],
    takes: 'shell',
    run: (options, call) => printCompletions([...others, self], options, call),
  };
  return self;
}

async function printCompletions(commands: readonly Command[], { paths }: Options, call: Call): Promise<Exit> {
  const { words } = call;
  const asked = paths.filter((path) => path !== '.');
  const shell = shells.find((known) => known === asked[0]);
  if (shell === undefined || asked.length > 1) {
    const unknown = asked.find((word) => !shells.some((known) => known === word));
    throw new Misuse(words.whichShell(unknown, unknown && nearest(unknown, shells), shells));
  }
  const table = completionTable(
    commands,
    rules.map(({ id }) => id),
    words,
  );
  return write(SCRIPTS[shell](table), call);
}

const SCRIPTS: Readonly<Record<Shell, (table: CompletionTable) => string>> = { bash, zsh, fish, powershell };
