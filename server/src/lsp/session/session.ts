import {
  type ClientCapabilities,
  type Connection,
  type PositionEncodingKind,
  SemanticTokensBuilder,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Finding } from '../../core/lint/finding.ts';
import type { Found } from '../../core/lint/lint.ts';
import { defaultSettings, type Settings } from '../../core/lint/settings.ts';
import { directoriesFor, indexed, type Workspace } from '../../core/people/workspace.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { Memory } from '../../core/read/memory.ts';
import { parse } from '../../core/read/read.ts';
import type { OwnClient } from '../../protocol.ts';
import type { Lines } from '../convert.ts';
import { memoryFor, type OpenPlan } from '../documents.ts';
import { Changes } from './changes.ts';
import { type Display, showAll } from './display.ts';
import { Door } from './door.ts';
import { Gathered } from './gathered.ts';
import { type Limits, usualLimits } from './limits.ts';
import { Lintings } from './lintings.ts';
import { pathOf } from './path.ts';
import type { Platform } from './platform.ts';

/** What applies to a document. */
export interface Applied {
  readonly settings: Settings;
  /** What the person wants to see beside its text. */
  readonly display: Display;
  /** What configurations say of a file in a folder: that it is a plan (`files`), or is left out (`ignore`). */
  readonly why?: 'asked' | 'ignored' | undefined;
  /** The nearest configuration. */
  readonly configuration?: { readonly uri: string; readonly text: string } | undefined;
}
const APPLIED: Applied = { settings: defaultSettings, display: showAll };

/** What every feature works on: the client, the open documents, the index and the settings of one connection. */
export class Session {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly documents: TextDocuments<OpenPlan>;
  client: ClientCapabilities = {};
  /** What only our own client can. */
  knows: OwnClient = { files: false, showPlaces: false, trusted: true };
  encoding: PositionEncodingKind = 'utf-16';
  /** Before `initialize`, after it, after `shutdown`. */
  stage: 'new' | 'met' | 'over' = 'new';
  /** The language of messages: what the person set, else that of the editor. */
  locale: 'zh' | 'en' = 'zh';
  clientLocale: 'zh' | 'en' = 'zh';
  /** Which plans the workspace's diagnostics are about. */
  diagnosticScope: 'openDocuments' | 'workspace' = 'workspace';
  /** Whatever may change findings. */
  readonly changes = new Changes();
  /** Whether the person knows that not all files were read. */
  toldOfLimits = false;
  /** Resolves when the settings of a document are known. */
  ready: (uri: string) => Promise<void> = async () => {};
  /** Workspace folders, as URIs without a slash at their end. */
  folders: readonly string[] = [];
  #applied = new Map<string, Applied>();
  readonly #index = new Gathered();
  /** The plans of open documents that the index has seen. */
  #seen = new Map<string, Plan | undefined>();
  readonly #lintings = new Lintings();

  /** Whether the client pulls findings, and needs none pushed. */
  pulls = false;
  /** Called when the client first pulls. */
  firstPull: () => void = () => {};
  readonly door: Door;
  /** What is remembered of the words of files that are not open. */
  readonly memory = new Memory();

  constructor(connection: Connection, platform: Platform, documents: TextDocuments<OpenPlan>) {
    this.connection = connection;
    this.door = new Door(connection, () => this.stage !== 'new', platform);
    this.platform = platform;
    this.documents = documents;
  }

  /** How much is read, and how long is waited. */
  get limits(): Limits {
    return { ...usualLimits, ...this.platform.limits };
  }

  /** The index with every open document as it is now. */
  get workspace(): Workspace {
    for (const open of this.documents.all()) {
      const path = pathOf(open.uri);
      // Of two spellings of one address the one that was opened or changed last counts.
      if (this.uriOf(path) !== open.uri && this.documents.get(this.uriOf(path))) continue;
      // One that cannot be read leaves the others as they are.
      const plan = this.#planOf(open);
      if (this.#seen.has(path) && this.#seen.get(path) === plan) continue;
      this.#seen.set(path, plan);
      if (plan) this.#take(open.uri, plan);
    }
    return this.#index.workspace;
  }

  #planOf(open: OpenPlan): Plan | undefined {
    try {
      return open.plan;
    } catch (fault) {
      if (!this.#failed.has(open)) this.door.blame(open.uri, fault);
      this.#failed.add(open);
      return undefined;
    }
  }

  readonly #failed = new WeakSet<OpenPlan>();

  /** Takes a file into the index, unless it is open: the client's text is the truth then. */
  addFile(uri: string, plan: Plan): void {
    const path = pathOf(uri);
    if (this.#seen.has(path)) return;
    this.#uris.set(path, uri);
    this.#take(uri, plan);
  }

  #take(uri: string, plan: Plan): void {
    const path = pathOf(uri);
    this.#index.add(indexed(plan, path, this.rootOf(uri), this.isAppointed(path)));
  }

  /** Files that a configuration says are directories. */
  readonly #appointed = new Set<string>();

  isAppointed(path: string): boolean {
    return this.#appointed.has(path);
  }

  /** Takes a file into the index as a directory, whatever its title says. */
  addAppointed(uri: string, plan: Plan): void {
    const path = pathOf(uri);
    this.#appointed.add(path);
    this.#seen.delete(path);
    if (!this.documents.get(this.uriOf(path))) this.addFile(uri, plan);
  }

  /** Directories that stand beside what is open outside of all workspace folders. */
  readonly #beside = new Set<string>();

  addBeside(uri: string, directory: Plan): void {
    this.#beside.add(pathOf(uri));
    this.addFile(uri, directory);
  }

  /** Whether a file is kept wherever it lies. */
  isKept(path: string): boolean {
    return this.#appointed.has(path) || this.#beside.has(path);
  }

  /** Configurations are read anew: what they appoint is said again, and what stands beside what is open. */
  dismiss(): void {
    for (const path of this.#appointed) this.#seen.delete(path);
    this.#appointed.clear();
    this.#beside.clear();
  }

  /** Whether a document, as the index has it, speaks about others. */
  serves(uri: string): boolean {
    const path = pathOf(uri);
    return this.#index.workspace.directories.has(path) || this.isAppointed(path);
  }

  /** Sets the directories that serve a document before those around it. */
  appoint(path: string, paths: readonly string[]): void {
    this.#index.appoint(path, paths);
  }

  /** Paths of the index in a folder, without those of a workspace folder inside it. */
  pathsIn(uri: string): readonly string[] {
    const folder = pathOf(uri);
    return [...this.#index.workspace.documents.values()]
      .filter(({ path, root }) => path.startsWith(`${folder}/`) && root.length <= folder.length)
      .map(({ path }) => path);
  }

  /** Whether a path, or one below it, is in the index. */
  holds(path: string): boolean {
    return [...this.#index.workspace.documents.keys()].some(
      (one) => one === path || one.startsWith(`${path}/`),
    );
  }

  /** Takes out what lies in a folder that has gone. */
  removeBelow(uri: string): void {
    const prefix = `${pathOf(uri)}/`;
    for (const path of this.#index.workspace.documents.keys()) {
      if (path.startsWith(prefix)) this.removeFile(this.uriOf(path));
    }
  }

  removeFile(uri: string): void {
    const path = pathOf(uri);
    if (this.#seen.has(path)) return;
    this.#index.remove(path);
    this.#lintings.delete(path);
  }

  /** A document was closed; what is on the disk, if anything, is read by whoever calls. */
  closed(uri: string): void {
    const path = pathOf(uri);
    this.#seen.delete(path);
    this.#builders.delete(path);
    this.#applied.delete(path);
    this.#uris.delete(path);
    const other = this.documents.all().find((open) => open.uri !== uri && pathOf(open.uri) === path);
    if (other) this.#uris.set(path, other.uri);
    this.#index.remove(path);
    this.#index.appoint(path, []);
    this.#lintings.delete(path);
  }

  readonly #uris = new Map<string, string>();

  /** The URI that the client knows a document of the index by. */
  uriOf(path: string): string {
    return this.#uris.get(path) ?? path;
  }

  /** Notes how the client writes the URI of a document. */
  opened(uri: string): void {
    this.#uris.set(pathOf(uri), uri);
  }

  /** The text and lines of a document in the index. */
  linesOf(path: string): Lines | undefined {
    return this.workspace.documents.get(path)?.plan;
  }

  /** The plan that the index has of a document which is about to be opened. */
  indexedPlan(uri: string): Plan | undefined {
    return this.#index.workspace.documents.get(pathOf(uri))?.plan;
  }

  planOf(uri: string): Plan | undefined {
    return this.workspace.documents.get(pathOf(uri))?.plan;
  }

  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.tidy();
  }

  /** What is neither open nor kept leaves the index unless it lies in a workspace folder, the same as before. */
  tidy(): void {
    for (const [path, { root }] of this.#index.workspace.documents) {
      const uri = this.uriOf(path);
      const open = this.documents.get(uri) !== undefined;
      const wanted = open || this.isInside(uri) || this.isKept(path);
      if (wanted && this.rootOf(uri) === root) continue;
      this.#seen.delete(path);
      if (!open) this.#index.remove(path);
    }
  }

  /** Whether a document lies in a workspace folder. */
  isInside(uri: string): boolean {
    const path = pathOf(uri);
    return this.folders.some((folder) => path.startsWith(`${pathOf(folder)}/`));
  }

  /** The workspace folder of a document, the innermost; a document outside of all has its own folder as root. */
  rootOf(uri: string): string {
    const path = pathOf(uri);
    const inside = this.folders.map(pathOf).filter((folder) => path.startsWith(`${folder}/`));
    const innermost = inside.sort((a, b) => b.length - a.length)[0];
    return innermost ?? path.slice(0, Math.max(0, path.lastIndexOf('/')));
  }

  settingsOf(uri: string): Settings {
    return this.applied(uri).settings;
  }

  applied(uri: string): Applied {
    return this.#applied.get(pathOf(uri)) ?? APPLIED;
  }

  /** Sets what applies to a document. Equal settings are one: what was found by them holds. */
  configure(path: string, applied: Applied): void {
    const old = this.applied(path).settings;
    const { settings } = applied;
    const same = JSON.stringify(old) === JSON.stringify(settings);
    this.#applied.set(path, same ? { ...applied, settings: old } : applied);
    if (JSON.stringify(old.labels) === JSON.stringify(settings.labels)) return;
    // Other labels make another plan of the same text.
    const options = { labels: settings.labels, path };
    const open = this.documents.get(this.uriOf(path));
    const known = this.#index.workspace.documents.get(path)?.plan;
    if (open) {
      open.configure(options);
      this.#seen.delete(path);
    } else if (known) {
      this.#take(this.uriOf(path), parse(known.text, options, memoryFor(known.text, this.memory)));
    }
  }

  findingsOf(uri: string): readonly Finding[] {
    return this.foundIn(uri)?.active ?? [];
  }

  /** What is found in a document, which is looked for to its end. */
  foundIn(uri: string): Found | undefined {
    return this.#lintingOf(uri)?.linting.found;
  }

  /**
   * Resolves when it is known what is found in a document. Others are served meanwhile: where they change what `refuse`
   * judges it throws, else the document is looked at as it is then.
   */
  async look(uri: string, refuse: () => void = () => {}): Promise<void> {
    for (;;) {
      const until = performance.now() + this.limits.slice;
      if (this.#lintingOf(uri)?.linting.goOn(() => performance.now() >= until) ?? true) return;
      await this.door.lull();
      refuse();
    }
  }

  #lintingOf(uri: string): ReturnType<Lintings['of']> | undefined {
    const path = pathOf(uri);
    const plan = this.workspace.documents.get(path)?.plan;
    return plan && this.#lintings.of(path, plan, this.settingsOf(uri), directoriesFor(this.workspace, path));
  }

  readonly #builders = new Map<string, SemanticTokensBuilder>();

  /** What remembers the last semantic tokens of a document, for the next delta. */
  tokenBuilder(path: string): SemanticTokensBuilder {
    const builder = this.#builders.get(path) ?? new SemanticTokensBuilder();
    this.#builders.set(path, builder);
    return builder;
  }

  /** A client may keep ids until the next process, which counts anew. */
  readonly #process = Math.random().toString(36).slice(2, 10);

  /** Names the findings of a document as they are now; equal ids mean equal findings. */
  resultId(uri: string): string {
    const id = this.#lintingOf(uri)?.resultId ?? 'none';
    return `${this.#process}-${id}-${this.locale}`;
  }
}
