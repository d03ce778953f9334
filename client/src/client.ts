import {
  CancellationTokenSource,
  commands,
  type Diagnostic,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  languages,
  ProgressLocation,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  CodeActionRequest,
  DocumentDiagnosticRequest,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Location,
  type Middleware,
  type Position,
  type ProvideDocumentSymbolsSignature,
  State,
  type StaticFeature,
  vsdiag,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageclient';
import type { ClientRequests, OwnClient, Requests } from '../../server/src/protocol.ts';
import { Configurations } from './configurations.ts';
import { listFolder, readFile } from './editor/files.ts';
import { Focus } from './focus.ts';
import { Restarts } from './restarts.ts';
import type { Action, Health, Server } from './server.ts';
import { UnderWay } from './under-way.ts';
import { Waiting } from './waiting.ts';

/** Makes the client of one door: a process or a worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the language server behind `create`, and again when it ends by itself; `health` hears how it is. */
export function startClient(
  context: ExtensionContext,
  create: CreateClient,
  log: LogOutputChannel,
  health: (health: Health) => void,
): Server {
  const restarts = new Restarts();
  const repull = () => {
    for (const { document } of visiblePlans()) {
      const feature = client.getFeature(DocumentDiagnosticRequest.method);
      feature.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }
  };
  const settled = new EventEmitter<void>();
  const focus = new Focus(repull);
  const configurations = new Configurations((uri, faults) => client.diagnostics?.set(uri, faults));
  const client = create({
    documentSelector: [{ language: 'workplan' }],
    initializationOptions: (): OwnClient => ({
      files: true,
      showPlaces: true,
      trusted: workspace.isTrusted,
    }),
    outputChannel: log,
    errorHandler: errorHandler(restarts, health),
    middleware: middleware(focus, configurations, () => settled.fire()),
    diagnosticPullOptions: { onChange: true, onTabs: true },
    initializationFailedHandler: (fault) => {
      log.error(l10n.t('The language server could not be started: {0}', String(fault)));
      return false;
    },
  });
  client.registerFeature(ownWords(context));
  answerFiles(client);
  context.subscriptions.push(
    focus,
    configurations,
    client,
    commands.registerCommand(SHOW_PLACES, (uri: string, position: Position) =>
      showPlaces(client, uri, position),
    ),
    settled,
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        health('running');
        settled.fire();
      }
      if (newState === State.Starting) health('starting');
    }),
  );
  const start = () =>
    client.start().catch((fault: unknown) => {
      log.error(String(fault));
      health('failed');
    });
  // A plain text alone needs no server: it is asked for a plan, or when one is.
  let begun: Promise<void> | undefined;
  const begin = () => {
    begun ??= start();
    return begun;
  };
  const beginFor = ({ languageId }: TextDocument) => {
    if (languageId === 'workplan') void begin();
  };
  workspace.textDocuments.forEach(beginFor);
  // What a configuration may read is said when the server starts.
  const restart = async () => {
    restarts.forget();
    if (client.state !== State.Stopped) await client.stop().catch(() => undefined);
    begun = start();
    await begun;
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(beginFor),
    workspace.onDidGrantWorkspaceTrust(() => begun && void restart()),
  );
  // Asked directly: the editor's own command for this drops the ids.
  const actions = async (uri: string, range: Range, kind: string) => {
    await begin();
    const found = await client
      .sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: client.code2ProtocolConverter.asRange(range),
        context: { diagnostics: [], only: [kind] },
      })
      .catch(() => []);
    const offered: Action[] = [];
    for (const one of found ?? []) {
      if (!('edit' in one) || !one.edit) continue;
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(one.edit);
      offered.push({ id: idIn(one.data), edit });
    }
    return offered;
  };
  return {
    client,
    actions,
    onSettled: settled.event,
    editFor: async (uri, range, kind, id) =>
      (await actions(uri, range, kind)).find((action) => action.id === id)?.edit,
    async ask(method, params) {
      await begin();
      if (client.state === State.Starting) await client.start().catch(() => undefined);
      if (client.state !== State.Running) return undefined;
      return await client.sendRequest<Requests[typeof method]['result']>(method, params).catch((fault) => {
        log.warn(`${method}: ${String(fault)}`);
        return undefined;
      });
    },
    restart,
  };
}

function idIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, 'id') : undefined;
}

/** The command by which the server shows a list of places; the server names it, clients map it. */
const SHOW_PLACES = 'planlint.showPlaces';

async function showPlaces(client: BaseLanguageClient, uri: string, position: Position): Promise<void> {
  const { protocol2CodeConverter: convert } = client;
  const method = 'planlint/places' satisfies keyof Requests;
  const question = { textDocument: { uri }, position };
  // A lens of a text that has changed meanwhile leads nowhere.
  const places = await client.sendRequest<Location[]>(method, question).catch(() => undefined);
  if (!places) return;
  await commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position),
    places.map((place) => convert.asLocation(place)),
  );
}

/** Starts the server again up to the allowance, and says when it stays down. */
function errorHandler(restarts: Restarts, health: (health: Health) => void): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      if (restarts.mayRestart(Date.now())) {
        health('restarting');
        return { action: CloseAction.Restart, handled: true };
      }
      health('down');
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** What stands between server and editor; `settled` is called when findings came. */
function middleware(focus: Focus, configurations: Configurations, settled: () => void): Middleware {
  const waiting = new Waiting(sayReading);
  const outlines = new UnderWay<Outline>();
  // What one no longer wants others may still wait for.
  const { token: never } = new CancellationTokenSource();
  return {
    sendRequest(type, params, token, next) {
      const answer = next(type, params, token);
      const method = typeof type === 'string' ? type : type.method;
      // That one is answered when there is something to tell.
      return method === WorkspaceDiagnosticRequest.method ? answer : waiting.follow(answer);
    },
    provideDocumentSymbols(document, _, next) {
      return outlines.of(`${document.version} ${document.uri}`, async () => next(document, never));
    },
    handleDiagnostics(uri, diagnostics, next) {
      next(uri, configurations.shown(uri, focus.shown({ uri }, named(diagnostics))));
      settled();
    },
    async provideDiagnostics(document, previousResultId, token, next) {
      const uri = document instanceof Uri ? document : document.uri;
      // The other side of a comparison is not here to be mended.
      if (ELSEWHERE.has(uri.scheme)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
      const known = focus.filters(uri) ? undefined : previousResultId;
      const report = await next(document, known, token);
      if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
      settled();
      return { ...report, items: focus.shown({ uri }, named(report.items)) };
    },
    async provideWorkspaceDiagnostics(known, token, reporter, next) {
      const scope = workspace.getConfiguration('planlint').get<string>('diagnosticScope');
      if (scope !== 'workspace') {
        reporter({ items: nothingIn(listed()) });
        return { items: [] };
      }
      return await next(known, token, (chunk) => {
        reporter(chunk && { items: chunk.items.map(namedAll) });
        if (chunk?.items.some(({ kind }) => kind === vsdiag.DocumentDiagnosticReportKind.full)) settled();
      });
    },
  };
}

/** Breadcrumbs and lines that stay in view ask for it at once, and it is the longest answer that there is. */
type Outline = Awaited<ReturnType<ProvideDocumentSymbolsSignature>>;

/** Says in the status bar that something is being read, until what it gives is called. */
function sayReading(): () => void {
  let end = () => {};
  const read = new Promise<void>((done) => {
    end = done;
  });
  void window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Reading the plan…') },
    () => read,
  );
  return () => end();
}

/** Findings with the name of their rule beside its code: `planlint 缺完成时限(missing-deadline)`. */
function named<T extends Diagnostic>(found: readonly T[]): T[] {
  for (const one of found) {
    const data: unknown = Reflect.get(one, 'data');
    const name: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'name') : undefined;
    if (typeof name === 'string') one.source = `${SOURCE} ${name}`;
  }
  return [...found];
}

function namedAll(
  report: vsdiag.WorkspaceDocumentDiagnosticReport,
): vsdiag.WorkspaceDocumentDiagnosticReport {
  if (report.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report;
  return { ...report, items: named(report.items) };
}

const SOURCE = 'planlint';

/** Where something is listed as ours. */
function listed(): readonly Uri[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, found]) => (found.some(({ source }) => source?.startsWith(SOURCE)) ? [uri] : []));
}

/** Takes back what is listed of documents; of those that are open, their own answers count. */
function nothingIn(uris: readonly Uri[]): vsdiag.WorkspaceDocumentDiagnosticReport[] {
  const kind = vsdiag.DocumentDiagnosticReportKind.full;
  return uris.map((uri) => ({ kind, uri, version: null, items: [] }));
}

const ELSEWHERE = new Set(['git', 'gitlens', 'scm', 'vscode-local-history', 'review']);

/**
 * The language of the editor: Chinese, else English (a person's other choice reaches the server as a setting), and the
 * colours that the extension brings beside those that every client lists.
 */
function ownWords({ extension }: ExtensionContext): StaticFeature {
  return {
    fillInitializeParams(params) {
      params.locale = /^zh/iu.test(env.language) ? 'zh' : 'en';
    },
    fillClientCapabilities({ textDocument }) {
      const listed = textDocument?.semanticTokens;
      if (listed) listed.tokenTypes = [...listed.tokenTypes, ...coloursOf(extension)];
    },
    preInitialize: () => undefined,
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  };
}

function coloursOf({ packageJSON }: ExtensionContext['extension']): readonly string[] {
  const types: readonly { readonly id: string }[] = packageJSON.contributes?.semanticTokenTypes ?? [];
  return types.map(({ id }) => id);
}

/** Reads files for the server: what no disk has, or a worker cannot reach. */
function answerFiles(client: BaseLanguageClient): Disposable[] {
  const uriIn = ({ uri }: { readonly uri: string }) => client.protocol2CodeConverter.asUri(uri);
  return [
    client.onRequest('planlint/readFile' satisfies keyof ClientRequests, (params) => readFile(uriIn(params))),
    client.onRequest('planlint/listFolder' satisfies keyof ClientRequests, (params) =>
      listFolder(uriIn(params)),
    ),
  ];
}

function visiblePlans(): readonly { readonly document: TextDocument }[] {
  return workspace.textDocuments
    .filter(({ languageId }) => languageId === 'workplan')
    .map((document) => ({ document }));
}
