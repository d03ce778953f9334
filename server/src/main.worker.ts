import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { receive } from './lsp/reception.ts';
import { clientFiles } from './lsp/session/client-files.ts';
import type { Office } from './office/office.ts';
import type { ClientRequests } from './protocol.ts';

/** The door for a worker: messages of the page, and files as the page reads them. */
const { session } = receive(
  (options) =>
    createConnection(
      ProposedFeatures.all,
      new BrowserMessageReader(self),
      new BrowserMessageWriter(self),
      options,
    ),
  (connection) => ({
    version,
    today,
    files: clientFiles(connection, () => session()?.knows.files ?? false),
    // What is ready is handed over a turn behind what it answers.
    turn: async () => {
      for (let turns = 0; turns < 2; turns += 1) await new Promise((resolve) => setTimeout(resolve));
    },
    office: () => office(connection),
  }),
);

/** Only the client knows where the bundle is to be had. */
async function office(connection: Connection): Promise<Office> {
  const address = await connection.sendRequest<string>(
    'planlint/officeAddress' satisfies keyof ClientRequests,
    {},
  );
  const bundle: { readonly office: Office } = await import(address);
  return bundle.office;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

// Every handler is contained where it is registered; this is for what a library does behind them.
Reflect.set(self, 'onunhandledrejection', (event: { reason: unknown; preventDefault: () => void }) => {
  const known = session();
  if (!known) return;
  event.preventDefault();
  known.door.blame('unhandledrejection', event.reason);
});

/** Of the worker; the compiler knows Node only. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
