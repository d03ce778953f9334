import {
  type Connection,
  type CreateFilesParams,
  type DeleteFilesParams,
  type DidChangeConfigurationParams,
  type DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersNotification,
  type DidChangeWorkspaceFoldersParams,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  type RenameFilesParams,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { confinedIn } from '../core/people/workspace.ts';
import { flatMapped } from '../core/text/flat.ts';
import { pushDiagnostics, QUIET } from './answers/diagnostics.ts';
import { refuseOutOfTurn } from './answers/feature.ts';
import { OpenPlan } from './documents.ts';
import { features } from './features.ts';
import { encodingFor, greeting, ownClient } from './greeting.ts';
import { pathOf, uriOfPath } from './session/path.ts';
import type { Platform } from './session/platform.ts';
import { recount, refresh } from './session/refresh.ts';
import { Session } from './session/session.ts';
import { SettingsSource } from './settings/settings.ts';
import { renameEdits } from './workspace/renames.ts';
import { Watching } from './workspace/watching.ts';

/**
 * Serves a connection until the client says `exit` (LSP 3.17, lifecycle). `received`: it is listened to before, and the
 * client was greeted or is not `met` yet.
 */
export function startServer(
  connection: Connection,
  platform: Platform,
  received?: { readonly met: InitializeParams | undefined },
): Session {
  const documents = new TextDocuments<OpenPlan>({
    create: (uri, languageId, version, text) =>
      new OpenPlan(
        uri,
        languageId,
        version,
        text,
        { labels: session.settingsOf(uri).labels, path: pathOf(uri) },
        session.indexedPlan(uri),
      ),
    update: (document, changes, version) => {
      document.change(changes, version, session.encoding);
      return document;
    },
  });
  const session = new Session(connection, platform, documents);
  const settings = new SettingsSource(session, platform);
  session.ready = (uri) => settings.ready(uri);
  const push = pushDiagnostics(connection, session);
  const greeted = (params: InitializeParams) => {
    meet(session, params);
    settings.begin(params.initializationOptions);
    session.stage = 'met';
  };
  if (received?.met) greeted(received.met);
  connection.onInitialize((params) => {
    const answer = greeting(params, platform);
    if (session.stage !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'Initialized before.');
    greeted(params);
    return answer;
  });
  const { door } = session;
  const watching = new Watching(session, settings, () => refresh(session, push));
  settings.late = () => void door.contained('settings', () => watching.catchUp());
  connection.onShutdown(() => {
    if (session.stage === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized.');
    session.stage = 'over';
    session.changes.note();
  });
  door.told('initialized', async () => {
    door.told<DidChangeWorkspaceFoldersParams>(
      DidChangeWorkspaceFoldersNotification.method,
      async ({ event: { added, removed } }) => {
        const gone = removed.map(({ uri }) => pathOf(uri));
        const come = added.map(({ uri }) => uri.replace(/(?<!\/)\/+$/u, ''));
        session.setFolders([...session.folders.filter((folder) => !gone.includes(pathOf(folder))), ...come]);
        await watching.reconsider();
      },
    );
    await session.changes.during(async () => {
      await watching.watchSettings();
      await watching.scan();
    });
  });
  keepDocuments(documents, session, settings, watching, push);
  door.told<DidChangeConfigurationParams | null>('workspace/didChangeConfiguration', (params) => {
    settings.take(params?.settings);
    return watching.reconsider();
  });
  door.told<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles', ({ changes }) =>
    watching.reread(changes),
  );
  door.told<CreateFilesParams>('workspace/didCreateFiles', ({ files }) => watching.reread(files));
  door.told<DeleteFilesParams>('workspace/didDeleteFiles', ({ files }) =>
    watching.reread(files.map(({ uri }) => ({ uri, type: FileChangeType.Deleted }))),
  );
  door.told<RenameFilesParams>('workspace/didRenameFiles', ({ files }) =>
    watching.reread(
      flatMapped(files, ({ oldUri, newUri }) => [
        { uri: oldUri, type: FileChangeType.Deleted },
        { uri: newUri, type: FileChangeType.Created },
      ]),
    ),
  );
  door.asked<RenameFilesParams>('workspace/willRenameFiles', ({ files }, token) => {
    refuseOutOfTurn(session, token);
    return renameEdits(files, session, settings);
  });
  for (const { serve } of features) serve(door, session);
  if (!received) connection.listen();
  return session;
}

/** Keeps the open documents as the client has them, and tells whoever depends on them. */
function keepDocuments(
  documents: TextDocuments<OpenPlan>,
  session: Session,
  settings: SettingsSource,
  watching: Watching,
  push: (uri: string) => void,
): void {
  const { door } = session;
  const quiet = new Map<string, ReturnType<typeof setTimeout>>();
  // Open documents that were directories when others last heard of them.
  const serving = new Set<string>();
  // Directories that spoke of the plans beside them alone then.
  let confined: string | undefined;
  const isConfinedAnew = () => {
    const before = confined;
    confined = confinedIn(session.workspace);
    return before !== undefined && before !== confined;
  };
  documents.onDidOpen(({ document: { uri } }) => {
    session.opened(uri);
    void door.contained(uri, async () => {
      if (session.serves(uri)) serving.add(uri);
      await settings.ready(uri);
      await watching.watchFiles();
    });
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    door.noteMessage();
    session.opened(uri);
    session.changes.note();
    push(uri);
    // A directory speaks about every plan it serves; nothing is read for that while somebody types.
    clearTimeout(quiet.get(uri));
    const changed = () => {
      quiet.delete(uri);
      const served = serving.delete(uri);
      const serves = documents.get(uri)?.plan.kind === 'directory' || session.isAppointed(pathOf(uri));
      if (serves) serving.add(uri);
      if (isConfinedAnew() || serves || served) refresh(session, push);
      else if (serving.size > 0) recount(session);
    };
    quiet.set(uri, door.later(uri, QUIET, changed));
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(quiet.get(uri));
    quiet.delete(uri);
    void door.contained(uri, async () => {
      const served = serving.delete(uri) || session.serves(uri);
      session.closed(uri);
      settings.release(uri);
      await watching.closed(uri);
      session.changes.note();
      push(uri);
      if (isConfinedAnew() || served || session.serves(uri)) refresh(session, push);
    });
  });
  /** Under the address by which the document is open: clients differ in what they encode. */
  const asOpened = <P extends Named>(params: P): P => {
    const { textDocument } = params;
    const uri = session.uriOf(pathOf(textDocument.uri));
    if (documents.get(textDocument.uri) || !documents.get(uri)) return params;
    return { ...params, textDocument: { ...textDocument, uri } };
  };
  const told = (method: string) => (handler: (params: never) => void) => {
    const taken = handler as (params: unknown) => void;
    door.told<Named>(method, (params) =>
      taken(method === 'textDocument/didOpen' ? params : asOpened(params)),
    );
    return { dispose: () => {} };
  };
  const untold = () => ({ dispose: () => {} });
  documents.listen({
    onDidOpenTextDocument: told('textDocument/didOpen'),
    onDidChangeTextDocument: told('textDocument/didChange'),
    onDidCloseTextDocument: told('textDocument/didClose'),
    onDidSaveTextDocument: untold,
    onWillSaveTextDocument: untold,
    onWillSaveTextDocumentWaitUntil: untold,
  });
}

/** What is said of a document. */
interface Named {
  readonly textDocument: { readonly uri: string };
}

/** Takes what the client says of itself: what it can, how it counts, what it speaks, where it works. */
function meet(session: Session, params: InitializeParams): void {
  session.client = params.capabilities;
  session.knows = ownClient(params);
  session.encoding = encodingFor(params);
  const { asked, usual = 'zh' } = session.platform.locale ?? {};
  session.clientLocale = asked ?? (params.locale ? languageOf(params.locale) : usual);
  session.locale = session.clientLocale;
  session.setFolders(foldersOf(params).map((uri) => uri.replace(/(?<!\/)\/+$/u, '')));
}

function languageOf(locale: string): 'zh' | 'en' {
  return /^en/iu.test(locale) ? 'en' : 'zh';
}

/** Where the client works; old ones name a path alone (LSP 3.17, rootPath). */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}
