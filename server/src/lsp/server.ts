import {
  type Connection,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { OwnClient } from '../protocol.ts';
import { pushDiagnostics, QUIET } from './answers/diagnostics.ts';
import { encodings } from './convert.ts';
import { OpenPlan } from './documents.ts';
import { capabilitiesFor, features } from './features.ts';
import type { Platform } from './session/platform.ts';
import { refresh } from './session/refresh.ts';
import { pathOf, Session } from './session/session.ts';
import { SettingsSource } from './settings/settings.ts';
import { renameEdits } from './workspace/renames.ts';
import { fileOperations, Watching } from './workspace/watching.ts';

/** Serves a connection until the client says `exit` (LSP 3.17, lifecycle). */
export function startServer(connection: Connection, platform: Platform): Session {
  const documents = new TextDocuments<OpenPlan>({
    create: (uri, languageId, version, text) =>
      new OpenPlan(uri, languageId, version, text, {
        labels: session.settingsOf(uri).labels,
        path: pathOf(uri),
      }),
    update: (document, changes, version) => {
      document.change(changes, version, session.encoding);
      return document;
    },
  });
  const session = new Session(connection, platform, documents);
  const settings = new SettingsSource(session, platform);
  session.ready = (uri) => settings.ready(uri);
  const push = pushDiagnostics(connection, session);
  connection.onInitialize((params) => {
    if (session.stage !== 'new') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'Initialized before.');
    }
    meet(session, params);
    session.stage = 'met';
    return {
      capabilities: {
        positionEncoding: session.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(platform.files && { fileOperations }),
        },
        ...capabilitiesFor(session.client),
      },
      serverInfo: { name: 'planlint', version: platform.version },
    };
  });
  const watching = new Watching(session, settings, () => refresh(session, push));
  connection.onShutdown(() => {
    session.stage = 'over';
    session.changes.note();
  });
  connection.onInitialized(async () => {
    if (session.client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOf(uri));
        const come = added.map(({ uri }) => uri.replace(/\/+$/u, ''));
        session.setFolders([...session.folders.filter((folder) => !gone.includes(pathOf(folder))), ...come]);
        await watching.reconsider();
      });
    }
    await watching.watchSettings();
    await watching.scan();
  });
  const quiet = new Map<string, ReturnType<typeof setTimeout>>();
  // Open documents that were directories when others last heard of them.
  const serving = new Set<string>();
  documents.onDidOpen(async ({ document: { uri } }) => {
    session.opened(uri);
    if (session.serves(uri)) serving.add(uri);
    await settings.ready(uri);
    await watching.watchFiles();
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    session.changes.note();
    push(uri);
    // A directory speaks about every plan it serves; nothing is read for that while somebody types.
    clearTimeout(quiet.get(uri));
    const changed = () => {
      quiet.delete(uri);
      const served = serving.delete(uri);
      const serves = documents.get(uri)?.plan.kind === 'directory' || session.isAppointed(pathOf(uri));
      if (serves) serving.add(uri);
      if (serves || served) refresh(session, push);
    };
    quiet.set(uri, setTimeout(changed, QUIET));
  });
  documents.onDidClose(async ({ document: { uri, plan } }) => {
    clearTimeout(quiet.get(uri));
    quiet.delete(uri);
    const served = serving.delete(uri) || plan.kind === 'directory';
    session.closed(uri);
    settings.release(uri);
    await watching.closed(uri);
    session.changes.note();
    push(uri);
    if (served || session.serves(uri)) refresh(session, push);
  });
  connection.onDidChangeConfiguration(() => watching.reconsider());
  connection.onDidChangeWatchedFiles(({ changes }) => watching.reread(changes));
  connection.workspace.onDidCreateFiles(({ files }) => watching.reread(files));
  connection.workspace.onDidDeleteFiles(({ files }) =>
    watching.reread(files.map(({ uri }) => ({ uri, type: FileChangeType.Deleted }))),
  );
  connection.workspace.onWillRenameFiles(({ files }) => renameEdits(files, session, settings));
  connection.workspace.onDidRenameFiles(({ files }) =>
    watching.reread(
      files.flatMap(({ oldUri, newUri }) => [
        { uri: oldUri, type: FileChangeType.Deleted },
        { uri: newUri, type: FileChangeType.Created },
      ]),
    ),
  );
  for (const { serve } of features) serve(connection, session);
  documents.listen(connection);
  connection.listen();
  return session;
}

/** Takes what the client says of itself: what it can, how it counts, what it speaks, where it works. */
function meet(session: Session, params: InitializeParams): void {
  session.client = params.capabilities;
  const own: unknown = params.initializationOptions;
  const says = (name: keyof OwnClient, value: boolean) =>
    typeof own === 'object' && own !== null && Reflect.get(own, name) === value;
  session.knows = {
    files: says('files', true),
    showPlaces: says('showPlaces', true),
    // Clients that know no trust ask nobody.
    trusted: !says('trusted', false),
  };
  const offered = params.capabilities.general?.positionEncodings ?? [PositionEncodingKind.UTF16];
  session.encoding = offered.find((encoding) => encodings.includes(encoding)) ?? PositionEncodingKind.UTF16;
  session.clientLocale = /^en/iu.test(params.locale ?? '') ? 'en' : 'zh';
  session.locale = session.clientLocale;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  session.setFolders(folders.map((uri) => uri.replace(/\/+$/u, '')));
}
