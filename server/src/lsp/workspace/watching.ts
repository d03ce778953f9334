import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { CONFIG_NAME, isCandidate, nearMiss } from '../../config/names.ts';
import { folderOf } from '../../config/paths.ts';
import { pathOf } from '../session/path.ts';
import { patiently } from '../session/patience.ts';
import type { WorkspaceFiles } from '../session/platform.ts';
import type { Session } from '../session/session.ts';
import type { SettingsSource } from '../settings/settings.ts';
import { readInto, scanFolders } from './scan.ts';
import { Wanted } from './wanted.ts';

/** Keeps the index as the files are: reads the workspace folders, and again what changes outside of the editor. */
export class Watching {
  readonly #session: Session;
  readonly #settings: SettingsSource;
  readonly #files: WorkspaceFiles | undefined;
  readonly #wanted: Wanted;
  /** What changed; whoever shows findings shows them anew. */
  readonly #changed: () => void;
  /** A scan that is not the last any more gives up. */
  #scan = 0;
  /** What the client watches, as JSON, until it is told otherwise. */
  #watched = '';
  #watchers: Promise<Disposable | undefined> | undefined;

  constructor(session: Session, settings: SettingsSource, changed: () => void) {
    this.#session = session;
    this.#settings = settings;
    this.#files = session.platform.files;
    this.#wanted = new Wanted(session, settings);
    this.#changed = changed;
  }

  /** Reads all workspace folders. */
  scan(): Promise<void> {
    return this.#session.changes.during(() => this.#readAll());
  }

  async #readAll(): Promise<void> {
    this.#scan += 1;
    const mine = this.#scan;
    await this.#settings.window();
    await this.watchFiles();
    if (!(await this.#read(this.#session.folders, mine))) return;
    this.#settings.settle();
    this.#changed();
    await this.watchFiles();
  }

  /** Reads folders; false where another scan than `mine` began meanwhile. */
  async #read(folders: readonly string[], mine: number): Promise<boolean> {
    const stale = () => mine !== this.#scan;
    if (this.#files && folders.length > 0) {
      await scanFolders(this.#session, this.#settings, this.#wanted, this.#files, folders, stale);
    }
    return !stale();
  }

  /** Configurations or the person's settings changed: everything may mean something else. */
  async reconsider(): Promise<void> {
    this.#settings.forget();
    await this.#renew();
  }

  /** The client told late what the person set: as `reconsider`, but it is not asked again. */
  async catchUp(): Promise<void> {
    this.#settings.forget({ answers: 'kept' });
    await this.#renew();
  }

  async #renew(): Promise<void> {
    this.#wanted.forget();
    // What is open is not kept waiting for the rest.
    await Promise.all(this.#session.documents.all().map(({ uri }) => this.#settings.ready(uri)));
    this.#changed();
    await this.scan();
  }

  /** Reads files and folders that came, changed or went. */
  async reread(changes: readonly FileChange[]): Promise<void> {
    if (!this.#files) return;
    if (changes.some((change) => this.#isSetting(change))) {
      await this.reconsider();
      return;
    }
    const before = this.#session.workspace;
    for (const { uri, type } of changes) {
      await this.#session.door.contained(uri, async () => {
        if (type === FileChangeType.Deleted) this.#session.removeBelow(uri);
        await this.#reread(uri);
        if (type !== FileChangeType.Changed) await this.#readFolder(uri);
      });
    }
    if (this.#session.workspace !== before) this.#changed();
  }

  /** A directory that changes is appointed as before, one that comes or goes is not. */
  #isSetting({ uri, type }: FileChange): boolean {
    const path = pathOf(uri);
    if (saysWhatIsPlan(path) || this.#settings.sources.configurations.has(path)) return true;
    if (type === FileChangeType.Changed) return false;
    return this.#settings.comeFrom(path, type === FileChangeType.Deleted);
  }

  /** A document was closed: what is on the disk counts again. */
  async closed(uri: string): Promise<void> {
    await this.#reread(uri);
  }

  /** Reads a file as it is now; nothing is left of one that has gone, or is not wanted. */
  async #reread(uri: string): Promise<void> {
    if (this.#files && (await this.#wanted.isPlan(uri))) await readInto(this.#session, this.#files, uri);
    else this.#session.removeFile(uri);
  }

  /** Nothing tells by its name whether it is a folder; one that a link leads to is left out, as by a scan. */
  async #readFolder(uri: string): Promise<void> {
    const held = await this.#files?.list(uri).catch(() => []);
    if (!held?.length || !(await this.#wanted.isFolder(uri))) return;
    const path = pathOf(uri);
    const beside = await this.#files?.list(folderOf(uri.replace(/(?<!\/)\/+$/u, ''))).catch(() => []);
    const listed = beside?.some(
      ({ name, kind }) => kind === 'folder' && `${folderOf(path)}/${name}` === path,
    );
    if (listed) await this.#read([uri], this.#scan);
  }

  /** Asks to be told of changed settings, where the client can (LSP 3.17, didChangeConfiguration). */
  async watchSettings(): Promise<void> {
    const { connection, client } = this.#session;
    if (!client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    const options = { section: 'planlint' };
    const registered = connection.client.register(DidChangeConfigurationNotification.type, options);
    await patiently(registered, this.#session.limits.patience);
  }

  /** Asks to be told of files that change outside of the editor, where the client can (LSP 3.17, didChangeWatchedFiles). */
  async watchFiles(): Promise<void> {
    const { connection, client } = this.#session;
    if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const watchers = this.#watchersOf(client.workspace.didChangeWatchedFiles.relativePatternSupport === true);
    const wanted = JSON.stringify(watchers);
    if (this.#watched === wanted) return;
    this.#watched = wanted;
    const before = this.#watchers;
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    const mine = patiently(registered, this.#session.limits.patience, (late) => {
      // Another list took its place meanwhile, or this one is what is watched.
      if (this.#watchers === mine) this.#watchers = Promise.resolve(late);
      else late.dispose();
    });
    this.#watchers = mine;
    await mine;
    (await before)?.dispose();
  }

  /** Plans below the workspace folders, and whatever settings come from. */
  #watchersOf(relative: boolean): FileSystemWatcher[] {
    const { folders } = this.#session;
    const { configurations, others, directories, patterns } = this.#settings.sources;
    const plans = `**/{${[...new Set([...NAMES, ...[...patterns].map(nameOf)])].join(',')}}`;
    const single = [...new Set([...configurations, ...others, ...directories])].filter(
      (path) => !(this.#isInside(path) && (isCandidate(path) || path.endsWith(`/${CONFIG_NAME}`))),
    );
    const listed = [...directories].filter((path) => !this.#isInside(path) && !isCandidate(path));
    // Without folders there is nothing to be relative to.
    const places: readonly (readonly [folder: string | undefined, pattern: string])[] = [
      ...(folders.length > 0 ? folders : [undefined]).map((folder) => [folder, plans] as const),
      ...listed.map((path) => [this.#settings.uriOf(path), plans] as const),
      ...single.map(
        (path) =>
          [this.#settings.uriOf(folderOf(path)), literal(path.slice(path.lastIndexOf('/') + 1))] as const,
      ),
    ];
    const globs = places.map(([baseUri, pattern]) =>
      relative && baseUri !== undefined ? { baseUri, pattern } : pattern.replace(/^(?!\*\*\/)/u, '**/'),
    );
    const unique = [...new Map(globs.map((glob) => [JSON.stringify(glob), glob])).values()];
    // Of a folder that goes nothing is told but that it went.
    const going = relative ? folders.map((baseUri) => ({ baseUri, pattern: '**/*' })) : [];
    return [
      ...unique.map((globPattern) => ({ globPattern })),
      ...going.map((globPattern) => ({ globPattern, kind: WatchKind.Delete })),
    ];
  }

  #isInside(path: string): boolean {
    return this.#session.isInside(this.#settings.uriOf(path));
  }
}

const NAMES = ['*.plan', '*.workplan', '*.txt', CONFIG_NAME, '.gitignore', '.planlintignore'];

/** The names that a pattern of a configuration may mean: `docs/*.md` → `*.md`, `docs/` → `*` */
function nameOf(pattern: string): string {
  return `*${/\.[\p{L}\p{N}]+$/u.exec(pattern)?.[0] ?? ''}`;
}

/** A name as a glob (LSP 3.17, Pattern). */
function literal(name: string): string {
  return name.replace(/[*?[\]{}]/gu, '[$&]');
}

/** As a client tells it; one without a type may have come or gone. */
export interface FileChange {
  readonly uri: string;
  readonly type?: FileChangeType;
}

/** Whether a file by its name says which files are plans, and what is wanted of them, or is meant to. */
function saysWhatIsPlan(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [CONFIG_NAME, '.gitignore', '.planlintignore'].includes(name) || nearMiss(name) !== undefined;
}
