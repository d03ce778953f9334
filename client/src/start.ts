import { type ExtensionContext, l10n, window } from 'vscode';
import { type CreateClient, startClient } from './client.ts';
import { displayCommands } from './commands/display.ts';
import { serverCommands } from './commands/index.ts';
import { openingCommands } from './commands/opening.ts';
import { registered } from './editor/commands.ts';
import { keepCharacters } from './editor/encodings.ts';
import { pasteAsPlan } from './editor/paste.ts';
import { recognizePlans } from './editor/plain-texts.ts';
import { followNumbering } from './enter.ts';
import { showWordDocuments } from './preview/word.ts';
import { documentItems, healthItem } from './status.ts';
import { displaySwitches } from './switches.ts';

/** Starts everything that both doors have; `began` is when the door was opened, in ms. */
export function start(context: ExtensionContext, create: CreateClient, began: number): void {
  const log = window.createOutputChannel('Planlint', { log: true });
  context.subscriptions.push(
    log,
    ...registered({ ...openingCommands(context, log), ...displayCommands() }),
    followNumbering(),
    keepCharacters(),
    displaySwitches(),
  );
  const server = startClient(context, create, log, healthItem(context));
  documentItems(context, server);
  context.subscriptions.push(pasteAsPlan(server), recognizePlans(server), showWordDocuments(server));
  context.subscriptions.push(...registered(serverCommands(context, server)));
  log.info(l10n.t('Planlint started in {0} ms.', Math.ceil(performance.now() - began)));
}
