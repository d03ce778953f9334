import { type ExtensionContext, l10n, window } from 'vscode';
import { registerOpeners } from './openers.ts';

/** The Node door: what VS Code calls when a plan is opened or a command is run. */
export function activate(context: ExtensionContext): void {
  const began = performance.now();
  const log = window.createOutputChannel('Planlint', { log: true });
  context.subscriptions.push(log, ...registerOpeners(context, log));
  log.info(l10n.t('Planlint started in {0} ms.', Math.ceil(performance.now() - began)));
}
