import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type Message,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { lineOf, lineStartsOf } from '../../server/src/core/text/text.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import type { Limits } from '../../server/src/lsp/session/limits.ts';
import type { Platform, WorkspaceFiles } from '../../server/src/lsp/session/platform.ts';
import type { Session } from '../../server/src/lsp/session/session.ts';
import { office } from '../../server/src/office/office.ts';

/** A client of the real server over two in-memory streams; every message is real LSP. */
export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Notifications and requests of the server, in order. */
  readonly heard: readonly { readonly method: string; readonly params: unknown }[];
  /** Opens a document; `⟦…⟧` and `‸` in its text are taken out and remembered. */
  readonly open: (uri: string, marked: string) => Promise<Opened>;
  readonly request: <T>(method: string, params: unknown) => Promise<T>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  /** Resolves when the server has sent a message of this method that satisfies `test`. */
  readonly hear: (method: string, test?: (params: unknown) => boolean) => Promise<unknown>;
  /** Resolves with the next message of this method, whatever was sent before. */
  readonly next: (method: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface Opened {
  readonly uri: string;
  readonly text: string;
  readonly cursor: { readonly line: number; readonly character: number };
  readonly ranges: readonly ReturnType<typeof rangeIn>[];
}

export interface ClientOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly locale?: string;
  readonly folders?: readonly string[];
  /** By URI, read anew each time: a test changes them as a disk changes. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where links lead, by URI; those to files stand among the files, those to folders are not listed. */
  readonly links?: Readonly<Record<string, string>>;
  /** What the person set below `planlint.` in the editor; a function of the scope where folders differ. */
  readonly configuration?: unknown;
  readonly limits?: Partial<Limits>;
  /** When answers that are ready were written; at once unless given. */
  readonly turn?: Platform['turn'];
  readonly processId?: number;
  readonly initializationOptions?: unknown;
  /** The client says nothing of itself but `capabilities`. */
  readonly bare?: boolean;
  /** Instead of folders, as old clients do. */
  readonly rootPath?: string;
  /** Hears every message as it goes over the wire. */
  readonly overhear?: Overhear;
}

export type Overhear = (from: 'client' | 'server', message: Message) => void;

class Overheard extends StreamMessageReader {
  readonly #hear: Overhear;
  constructor(stream: NodeJS.ReadableStream, hear: Overhear) {
    super(stream);
    this.#hear = hear;
  }
  override listen(take: (message: Message) => void) {
    return super.listen((message) => {
      this.#hear('server', message);
      take(message);
    });
  }
}

class Overwritten extends StreamMessageWriter {
  readonly #hear: Overhear;
  constructor(stream: NodeJS.WritableStream, hear: Overhear) {
    super(stream);
    this.#hear = hear;
  }
  override write(message: Message) {
    this.#hear('client', message);
    return super.write(message);
  }
}

/** Starts a server and shakes hands. `session` is what the server holds, to look into. */
export async function startClient(options: ClientOptions = {}): Promise<Client & { session: Session }> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  const platform: Platform = {
    version: '0.0.0-test',
    today: () => '2026-06-15',
    files: options.files && filesOf(options.files, options.links),
    office: async () => office,
    ...(options.limits && { limits: options.limits }),
    ...(options.turn && { turn: options.turn }),
  };
  const session = startServer(server, platform);
  const { overhear = () => {} } = options;
  const client = await shakeHands(
    createMessageConnection(new Overheard(down, overhear), new Overwritten(up, overhear)),
    options,
  );
  return { ...client, session };
}

/** Initializes a server behind `connection`, whatever carries the messages. */
export async function shakeHands(
  connection: MessageConnection,
  options: ClientOptions = {},
): Promise<Client> {
  const heard: { method: string; params: unknown }[] = [];
  const waiting: {
    method: string;
    test: (params: unknown) => boolean;
    resolve: (params: unknown) => void;
  }[] = [];
  const note = (method: string, params: unknown) => {
    heard.push({ method, params });
    for (const one of waiting.filter((w) => w.method === method && w.test(params))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve(params);
    }
  };
  connection.onNotification((method, params) => note(method, params));
  connection.onUnhandledProgress((params) => note('$/progress', params));
  connection.onRequest((method, params) => {
    note(method, params);
    return method === 'workspace/configuration' && isItems(params)
      ? Promise.all(params.items.map(({ scopeUri }) => setFor(options.configuration, scopeUri)))
      : null;
  });
  connection.listen();
  const folders = options.folders ?? [];
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: options.processId ?? null,
    rootUri: null,
    ...(options.rootPath !== undefined && { rootPath: options.rootPath }),
    capabilities: {
      ...options.capabilities,
      textDocument: options.bare
        ? options.capabilities?.textDocument
        : usual(options.capabilities?.textDocument),
      workspace: {
        workspaceFolders: true,
        ...options.capabilities?.workspace,
        ...(options.configuration !== undefined && { configuration: true }),
      },
    },
    ...(options.locale && { locale: options.locale }),
    initializationOptions: options.initializationOptions,
    ...(options.rootPath === undefined && {
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    }),
  });
  await connection.sendNotification('initialized', {});
  const hear: Client['hear'] = (method, test = () => true) => {
    const known = heard.find((one) => one.method === method && test(one.params));
    if (known) return Promise.resolve(known.params);
    return new Promise((resolve) => waiting.push({ method, test, resolve }));
  };
  return {
    connection,
    initialized,
    heard,
    hear,
    next: (method) => new Promise((resolve) => waiting.push({ method, test: () => true, resolve })),
    async open(uri, marked) {
      const { text, cursor, spans } = readMarks(marked);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'workplan', version: 1, text },
      });
      return {
        uri,
        text,
        cursor: positionIn(text, cursor ?? 0),
        ranges: spans.map((span) => rangeIn(text, span.start, span.end)),
      };
    },
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    async close() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}

/** What every client of these years knows, with what it knows beside it. */
function usual(given: InitializeParams['capabilities']['textDocument'] = {}) {
  return {
    ...given,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
      dataSupport: true,
      ...given.codeAction,
    },
    publishDiagnostics: { versionSupport: true, ...given.publishDiagnostics },
    hover: { contentFormat: ['markdown' as const], ...given.hover },
    completion: {
      ...given.completion,
      completionItem: {
        documentationFormat: ['markdown' as const],
        ...given.completion?.completionItem,
      },
    },
  };
}

/** UTF-16 position of an offset. */
export function positionIn(text: string, offset: number): { line: number; character: number } {
  const starts = lineStartsOf(text);
  const line = lineOf(starts, offset);
  return { line, character: offset - (starts[line] ?? 0) };
}

export function rangeIn(text: string, start: number, end: number) {
  return { start: positionIn(text, start), end: positionIn(text, end) };
}

/** Files as a map from URI to text; folders are what their names say. */
function filesOf(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): WorkspaceFiles {
  const followed = (uri: string): string => {
    const link = Object.entries(links).find(([from]) => `${uri}/`.startsWith(`${from}/`));
    return link ? followed(link[1] + uri.slice(link[0].length)) : uri;
  };
  return {
    async list(given) {
      const folder = followed(given);
      const below = Object.keys(files).filter((uri) => uri.startsWith(`${folder}/`));
      const names = new Map(
        below.map((uri) => {
          const [name = '', ...rest] = uri.slice(folder.length + 1).split('/');
          return [decodeURIComponent(name), rest.length > 0 ? ('folder' as const) : ('file' as const)];
        }),
      );
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    async read(given) {
      const file = followed(given);
      return (
        files[file] ??
        Object.entries(files).find(([uri]) => decodeURIComponent(uri) === decodeURIComponent(file))?.[1]
      );
    },
    real: async (uri) => followed(uri),
  };
}

function setFor(configuration: unknown, scopeUri: string | undefined): unknown {
  return (typeof configuration === 'function' ? configuration(scopeUri) : configuration) ?? null;
}

function isItems(params: unknown): params is { items: { readonly scopeUri?: string }[] } {
  return typeof params === 'object' && params !== null && 'items' in params && Array.isArray(params.items);
}
