import { rules } from '../../core/rules/index.ts';
import type { Options } from '../args.ts';
import { bash } from '../completions/bash.ts';
import { fish } from '../completions/fish.ts';
import { powershell } from '../completions/powershell.ts';
import { type CompletionTable, completionTable, type Shell, shells } from '../completions/table.ts';
import { zsh } from '../completions/zsh.ts';
import type { Exit } from '../host.ts';
import { nearest } from '../nearest.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Prints what a shell needs to complete `planlint`. It is made for all `others` and itself. */
export function completionsFor(others: readonly Command[]): Command {
  const self: Command = {
    name: 'completions',
    options: ['output'],
    formats: [],
    takes: 'shell',
    run: (options, call) => printCompletions([...others, self], options, call),
  };
  return self;
}

async function printCompletions(commands: readonly Command[], { paths }: Options, call: Call): Promise<Exit> {
  const { words, complain } = call;
  const asked = paths.filter((path) => path !== '.');
  const shell = shells.find((known) => known === asked[0]);
  if (shell === undefined || asked.length > 1) {
    const unknown = asked.find((word) => !shells.some((known) => known === word));
    await complain(words.team.whichShell(unknown, unknown && nearest(unknown, shells), shells));
    return 2;
  }
  const table = completionTable(
    commands,
    rules.map(({ id }) => id),
    words,
  );
  return write(SCRIPTS[shell](table), call);
}

const SCRIPTS: Readonly<Record<Shell, (table: CompletionTable) => string>> = { bash, zsh, fish, powershell };
