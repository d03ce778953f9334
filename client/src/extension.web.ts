import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** The browser door: the server runs in a worker, and reads its files through the client. */
export function activate(context: ExtensionContext): void {
  const began = performance.now();
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const worker = async () => new Worker(script);
  start(context, (options) => new LanguageClient('planlint', 'Planlint', worker, options), began);
}

/** Of the browser; the compiler knows Node only. */
declare class Worker {
  constructor(script: string);
}
