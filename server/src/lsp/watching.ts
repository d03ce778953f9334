import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileOperationOptions,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/names.ts';
import type { WorkspaceFiles } from './platform.ts';
import { isCandidate, readInto, scanFolders } from './scan.ts';
import { pathOf, type Session } from './session.ts';
import type { SettingsSource } from './settings.ts';

/** Keeps the index as the files are: reads the workspace folders, and again what changes outside of the editor. */
export class Watching {
  readonly #session: Session;
  readonly #settings: SettingsSource;
  readonly #files: WorkspaceFiles | undefined;
  /** What changed; whoever shows findings shows them anew. */
  readonly #changed: () => void;
  /** A scan that is not the last any more gives up. */
  #scan = 0;

  constructor(session: Session, settings: SettingsSource, changed: () => void) {
    this.#session = session;
    this.#settings = settings;
    this.#files = session.platform.files;
    this.#changed = changed;
  }

  /** Reads all workspace folders. */
  async scan(): Promise<void> {
    this.#scan += 1;
    const mine = this.#scan;
    const stale = () => mine !== this.#scan;
    const { folders } = this.#session;
    if (this.#files && folders.length > 0) {
      await scanFolders(this.#session, this.#settings, this.#files, folders, stale);
    }
    if (stale()) return;
    this.#session.indexed = true;
    this.#settings.settle();
    this.#changed();
  }

  /** Configurations or the person's settings changed: everything may mean something else. */
  async reconsider(): Promise<void> {
    this.#settings.forget();
    // What is open is not kept waiting for the rest.
    await Promise.all(this.#session.documents.all().map(({ uri }) => this.#settings.ready(uri)));
    this.#changed();
    await this.scan();
  }

  /** Reads files that came, changed or went. */
  async reread(changes: readonly { readonly uri: string; readonly type?: FileChangeType }[]): Promise<void> {
    if (!this.#files) return;
    if (changes.some(({ uri }) => SETTINGS.test(pathOf(uri)))) {
      await this.reconsider();
      return;
    }
    for (const { uri, type } of changes) {
      if (isCandidate(pathOf(uri))) {
        const wanted = this.#session.isInside(uri) || this.#session.isAppointed(pathOf(uri));
        if (wanted) await readInto(this.#session, this.#files, uri);
      } else if (type === FileChangeType.Deleted) this.#session.removeBelow(uri);
    }
    this.#changed();
  }

  /** A folder was renamed. */
  async moved(from: string): Promise<void> {
    this.#session.removeBelow(from);
    await this.scan();
  }

  /** A document was closed: what is on the disk counts again. */
  async closed(uri: string): Promise<void> {
    const wanted = this.#session.isInside(uri) || this.#session.isAppointed(pathOf(uri));
    if (this.#files && wanted) await readInto(this.#session, this.#files, uri);
  }
}

/** What says which files are plans, and what is wanted of them. */
const SETTINGS = /\/(?:[^/]*\.json|\.gitignore|\.planlintignore)$/u;

/** Files and folders whose creation, renaming and removal the server wants to know of (LSP 3.17, fileOperations). */
const OPERATIONS = {
  filters: [
    { pattern: { glob: '**/*.{plan,workplan,txt,json}', matches: 'file' as const } },
    { pattern: { glob: '**/*', matches: 'folder' as const } },
  ],
};

export const fileOperations: FileOperationOptions = {
  didCreate: OPERATIONS,
  didRename: OPERATIONS,
  didDelete: OPERATIONS,
  willRename: OPERATIONS,
};

/** Asks to be told of changed settings, and of plan files changed from outside, where the client can (LSP 3.17, didChangeWatchedFiles). */
export async function watch(connection: Connection, session: Session): Promise<void> {
  const { workspace } = session.client;
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    const options = { section: 'planlint' };
    await connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => undefined);
  }
  const support = workspace?.didChangeWatchedFiles;
  if (!support?.dynamicRegistration) return;
  const pattern = `**/{*.plan,*.workplan,*.txt,${CONFIG_NAME},.gitignore,.planlintignore}`;
  // Without folders there is nothing to be relative to.
  const relative = support.relativePatternSupport && session.folders.length > 0;
  const watchers = relative
    ? session.folders.map((baseUri) => ({ globPattern: { baseUri, pattern } }))
    : [{ globPattern: pattern }];
  const watching = await connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch(() => undefined);
  session.watching?.dispose();
  session.watching = watching;
}
