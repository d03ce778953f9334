import type { ExtensionContext } from 'vscode';
import type { Commands } from '../editor/commands.ts';
import { registerPreview } from '../preview/panel.ts';
import type { Server } from '../server.ts';
import { registerViews } from '../views/index.ts';
import { directoryCommands } from './directory.ts';
import { editingCommands } from './editing.ts';
import { goingCommands } from './going.ts';
import { officeCommands } from './office.ts';
import { outputCommands } from './output.ts';
import { ruleCommands } from './rules.ts';

/** Every command that needs the language server. */
export function serverCommands(context: ExtensionContext, server: Server): Commands {
  return {
    ...editingCommands(server),
    ...goingCommands(server),
    ...directoryCommands(server),
    ...ruleCommands(context, server),
    ...outputCommands(server),
    ...officeCommands(server),
    ...registerViews(context, server),
    ...registerPreview(context, server),
    'planlint.restartServer': () => server.restart(),
  };
}
