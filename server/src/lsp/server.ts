import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { encodings } from './convert.ts';
import { pushDiagnostics, refreshDiagnostics } from './diagnostics.ts';
import { OpenPlan } from './documents.ts';
import { capabilitiesFor, features } from './features.ts';
import type { Platform } from './platform.ts';
import { isCandidate, readInto, scanFolders } from './scan.ts';
import { pathOf, Session } from './session.ts';
import { SettingsSource } from './settings.ts';

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
    meet(session, params);
    return {
      capabilities: {
        positionEncoding: session.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(platform.files && {
            fileOperations: { didCreate: PLAN_FILES, didRename: PLAN_FILES, didDelete: PLAN_FILES },
          }),
        },
        ...capabilitiesFor(session.client),
      },
      serverInfo: { name: 'planlint', version: platform.version },
    };
  });
  connection.onInitialized(async () => {
    await watch(connection, session);
    await rescan(session.folders);
  });
  const rescan = async (folders: readonly string[]) => {
    if (platform.files) await scanFolders(connection, session, platform.files, folders);
    refreshDiagnostics(connection, session, push);
  };
  documents.onDidOpen(({ document }) => session.opened(document.uri));
  documents.onDidChangeContent(({ document }) => {
    push(document.uri);
    // A directory speaks about every plan it serves.
    if (document.plan.kind === 'directory') refreshDiagnostics(connection, session, push);
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    session.closed(uri);
    settings.release(uri);
    if (platform.files && session.isInside(uri)) await readInto(session, platform.files, uri);
    push(uri);
  });
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    refreshDiagnostics(connection, session, push);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (!platform.files) return;
    if (changes.some(({ uri }) => uri.endsWith('.json'))) settings.forget();
    for (const { uri } of changes) {
      if (isCandidate(uri)) await readInto(session, platform.files, uri);
    }
    refreshDiagnostics(connection, session, push);
  });
  connection.workspace.onDidCreateFiles(({ files }) => reread(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => reread(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) =>
    reread(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );
  const reread = async (uris: readonly string[]) => {
    if (!platform.files) return;
    for (const uri of uris) await readInto(session, platform.files, uri);
    refreshDiagnostics(connection, session, push);
  };
  for (const { serve } of features) serve(connection, session);
  documents.listen(connection);
  connection.onNotification('workspace/didChangeWorkspaceFolders', async ({ event }: FoldersChanged) => {
    const gone = event.removed.map(({ uri }) => pathOf(uri));
    const come = event.added.map(({ uri }) => uri.replace(/\/+$/u, ''));
    session.setFolders([...session.folders.filter((folder) => !gone.includes(pathOf(folder))), ...come]);
    await rescan(come);
  });
  connection.listen();
  return session;
}

/** Files whose creation, renaming and removal the server wants to know of (LSP 3.17, fileOperations). */
const PLAN_FILES = { filters: [{ pattern: { glob: '**/*.{plan,workplan,txt}', matches: 'file' as const } }] };

interface FoldersChanged {
  readonly event: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}

/** Takes what the client says of itself: what it can, how it counts, what it speaks, where it works. */
function meet(session: Session, params: InitializeParams): void {
  session.client = params.capabilities;
  const offered = params.capabilities.general?.positionEncodings ?? [PositionEncodingKind.UTF16];
  session.encoding = offered.find((encoding) => encodings.includes(encoding)) ?? PositionEncodingKind.UTF16;
  session.locale = /^en/iu.test(params.locale ?? '') ? 'en' : 'zh';
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  session.setFolders(folders.map((uri) => uri.replace(/\/+$/u, '')));
}

/** Asks to be told of changed settings, and of plan files changed from outside, where the client can (LSP 3.17, didChangeWatchedFiles). */
async function watch(connection: Connection, session: Session): Promise<void> {
  if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    const options = { section: 'planlint' };
    await connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => undefined);
  }
  const support = session.client.workspace?.didChangeWatchedFiles;
  if (!support?.dynamicRegistration) return;
  const pattern = '**/{*.plan,*.workplan,*.txt,planlint.json}';
  const watchers = support.relativePatternSupport
    ? session.folders.map((baseUri) => ({ globPattern: { baseUri, pattern } }))
    : [{ globPattern: pattern }];
  await connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch(() => undefined);
}
