import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { ClientRequests } from '../../server/src/protocol.ts';
import { start } from './start.ts';

/** The browser door: the server runs in a worker, and reads its files through the client. */
export function activate(context: ExtensionContext): void {
  const began = performance.now();
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js');
  start(
    context,
    (options) => {
      const client = new LanguageClient('planlint', 'Planlint', () => transportsTo(script), options);
      context.subscriptions.push(
        client.onRequest('planlint/officeAddress' satisfies keyof ClientRequests, () =>
          addressOf(Uri.joinPath(context.extensionUri, 'dist/office.js')),
        ),
      );
      return client;
    },
    began,
  );
}

/**
 * For the Node door. A browser loads one file of an extension, and nearly all of the client is the same for both: so it
 * stands in that file alone, and what only Node.js has is looked at when it is asked for.
 */
export async function activateInNode(context: ExtensionContext): Promise<void> {
  const node = await import('./node.ts');
  node.activate(context);
}

/** The editor puts a class of its own in the place of `Worker`, so the client would not know one when it sees it. */
async function transportsTo(script: Uri) {
  const worker = await workerOf(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** A worker of the script; where the editor has it under an address that browsers do not know, of its text. */
async function workerOf(script: Uri): Promise<Port> {
  return new Worker(await addressOf(script));
}

/** An address that a browser can load a script from. */
async function addressOf(script: Uri): Promise<string> {
  if (/^https?$/u.test(script.scheme)) return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** Of the browser; the compiler knows Node only. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
declare const Worker: new (script: string) => Port;
