import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';
import { registerTasks } from './tasks.ts';

/** What the Node door does: the server is a process, and the task runs the command line. */
export function activate(context: ExtensionContext): void {
  const began = performance.now();
  const module = Uri.joinPath(context.extensionUri, 'dist/server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  start(context, (options) => new LanguageClient('planlint', 'Planlint', { run, debug }, options), began);
  const script = Uri.joinPath(context.extensionUri, 'dist/planlint.cjs');
  context.subscriptions.push(registerTasks(script, process.execPath));
}
