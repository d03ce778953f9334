import { commands, type ExtensionContext } from 'vscode';
import type { Server } from '../client.ts';
import { registerPreview } from '../preview/panel.ts';
import { registerViews } from '../views/index.ts';
import { directoryCommands } from './directory.ts';
import { editingCommands } from './editing.ts';
import { goingCommands } from './going.ts';
import { outputCommands } from './output.ts';
import { ruleCommands } from './rules.ts';

/** Registers every command that needs the language server. */
export function registerCommands(context: ExtensionContext, server: Server): void {
  const all: Commands = {
    ...editingCommands(server),
    ...goingCommands(server),
    ...directoryCommands(server),
    ...ruleCommands(context, server),
    ...outputCommands(server),
    ...registerViews(context, server),
    ...registerPreview(context, server),
    'planlint.restartServer': () => server.restart(),
  };
  context.subscriptions.push(...Object.entries(all).map(([id, run]) => commands.registerCommand(id, run)));
}

/** What commands do, by id. */
export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;
