import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

/** The browser door: the server runs in a worker, and reads its files through the client. */
export function activate(context: ExtensionContext): void {
  const began = performance.now();
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js');
  start(
    context,
    (options) => new LanguageClient('planlint', 'Planlint', () => transportsTo(script), options),
    began,
  );
}

/** The editor puts a class of its own in the place of `Worker`, so the client would not know one when it sees it. */
async function transportsTo(script: Uri) {
  const worker = await workerOf(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** A worker of the script; where the editor has it under an address that browsers do not know, of its text. */
async function workerOf(script: Uri): Promise<Port> {
  if (/^https?$/u.test(script.scheme)) return new Worker(script.toString(true));
  const text = await workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
}

/** Of the browser; the compiler knows Node only. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (script: string) => Port;
