import { type ConfigFiles, type Memory, newMemory } from '../../config/layers.ts';
import { isCandidate } from '../../config/names.ts';
import { within } from '../../config/paths.ts';
import { type Resolved, settingsFor } from '../../config/settings-for.ts';
import { displayOf } from '../session/display.ts';
import { pathOf } from '../session/path.ts';
import { patiently } from '../session/patience.ts';
import type { Platform } from '../session/platform.ts';
import type { Session } from '../session/session.ts';
import { Directories, mayHoldDirectory } from './directories.ts';
import { ConfigFaults } from './faults.ts';
import { faultsIn, isRecord, sectionIn, valuesOf } from './values.ts';

/**
 * What is set for each document: planlint.json from its folder up, read by the loader of the command line, and below
 * it what the person set in the editor. Resolved in the background and kept until something changes.
 */
export class SettingsSource {
  /** The files around, as the loader reads them: by decoded URI. */
  readonly files: ConfigFiles;
  /** The URI of a path of a configuration. */
  readonly uriOf = uriOf;
  readonly #session: Session;
  readonly #faults: ConfigFaults;
  #memory: Memory = newMemory();
  #sources = newSources();
  /** Those before the last change, until all were read again. */
  #before = newSources();
  #directories: Directories;
  #pending = new Map<string, Promise<void>>();
  /** The person's settings by workspace folder, or by document outside of all. */
  #sections = new Map<string, Promise<unknown>>();
  #window: Promise<void> | undefined;

  constructor(session: Session, platform: Platform) {
    this.#session = session;
    this.files = configFiles(platform, session);
    this.#directories = this.#readDirectories();
    this.#faults = new ConfigFaults(session);
  }

  #readDirectories(): Directories {
    return new Directories(this.#session, this.files, uriOf, this.#memory);
  }

  /** Resolves when the settings of a document are known; never rejects. */
  async ready(uri: string): Promise<void> {
    const path = pathOf(uri);
    const pending = this.#pending.get(path) ?? this.#resolve(uri, path);
    this.#pending.set(path, pending);
    await pending;
  }

  /** A document was closed. */
  release(uri: string): void {
    this.#pending.delete(pathOf(uri));
    this.#sections.delete(pathOf(uri));
  }

  /** Forgets what was read: a configuration or the person's settings changed, unless the client's answers are kept. */
  forget({ answers }: { readonly answers?: 'kept' } = {}): void {
    this.#memory = newMemory();
    this.#pending = new Map();
    if (answers !== 'kept') {
      this.#sections = new Map();
      this.#window = undefined;
    }
    this.#before = this.sources;
    this.#sources = newSources();
    this.#directories.end();
    this.#directories = this.#readDirectories();
    this.#session.dismiss();
    this.#faults.expect();
  }

  /** The workspace was read anew since `forget`: what was known of configurations that are gone is taken back. */
  settle(): void {
    this.#before = newSources();
    this.#faults.settle(uriOf);
    this.#session.tidy();
  }

  /** What the settings were read from. */
  get sources(): Sources {
    const both = (kind: keyof Sources) => new Set([...this.#before[kind], ...this.#sources[kind]]);
    return {
      configurations: both('configurations'),
      others: both('others'),
      directories: both('directories'),
      patterns: both('patterns'),
    };
  }

  /** Whether settings come from a path that came or went, from below it, or from a folder of directories around it. */
  comeFrom(path: string, went: boolean): boolean {
    const { configurations, others, directories } = this.sources;
    if ([...configurations, ...others, ...directories].some((one) => one === path || within(path, one))) {
      return true;
    }
    // Nothing tells of what came whether it is a folder; what went without ever being read is missed by nobody.
    if (went && !isCandidate(path) && !this.#session.holds(path)) return false;
    return [...directories].some((one) => within(one, path)?.split('/').every(mayHoldDirectory));
  }

  #note({ configurations, bases, faults, directories, values }: Resolved): void {
    for (const path of configurations) this.#sources.configurations.add(path);
    for (const path of [...bases, ...faults.map((fault) => fault.path)]) this.#sources.others.add(path);
    for (const path of directories) this.#sources.directories.add(path);
    for (const { key, value } of values) if (key === 'files') this.#sources.patterns.add(String(value));
  }

  /** What the person wants left out of a workspace folder, and how many of its files are read at most. */
  async scanOf(folder: string): Promise<ScanSettings> {
    const section = await this.#section(folder, folder);
    const { exclude, indexing } = isRecord(section) ? section : {};
    const maxFiles = isRecord(indexing) ? indexing.maxFiles : undefined;
    return {
      exclude: Array.isArray(exclude) ? exclude.filter((one) => typeof one === 'string') : [],
      ...(typeof maxFiles === 'number' && maxFiles >= 1 && { maxFiles }),
    };
  }

  /** Whether a configuration says (`files`) that a file is a plan which its name does not tell. */
  async asked(uri: string): Promise<boolean> {
    const resolved = await settingsFor(pathOf(uri), this.files, { memory: this.#memory }).catch(
      () => undefined,
    );
    return resolved?.files !== undefined;
  }

  /** Reads a configuration, and shows in it what is wrong. */
  async check(uri: string): Promise<void> {
    const memory = this.#memory;
    const resolved = await settingsFor(pathOf(uri), this.files, { memory }).catch(() => undefined);
    const named = resolved && (await this.#directories.named(resolved));
    if (!resolved || !named || memory !== this.#memory) return;
    this.#note(resolved);
    this.#faults.show(resolved.configurations, [...resolved.faults, ...named.missing], uriOf);
  }

  async #resolve(uri: string, path: string): Promise<void> {
    const memory = this.#memory;
    try {
      await this.window();
      const root = this.#session.rootOf(uri);
      const section = await this.#section(uri, root);
      this.#tellOf(section);
      const resolved = await settingsFor(path, this.files, { under: valuesOf(section, root), memory });
      const { paths, missing } = await this.#directories.named(resolved);
      const beside = await this.#directories.beside(uri);
      // What changed meanwhile is resolved anew by whoever asks.
      if (memory !== this.#memory) return;
      this.#note(resolved);
      for (const one of beside) this.#sources.directories.add(one);
      this.#faults.show(resolved.configurations, [...resolved.faults, ...missing], uriOf);
      this.#session.appoint(path, paths);
      const { settings, files, ignored, nearest } = resolved;
      this.#session.configure(path, {
        settings,
        display: displayOf(section),
        why: ignored ? 'ignored' : files && 'asked',
        configuration: nearest && { uri: uriOf(nearest.path), text: nearest.text },
      });
    } catch (fault) {
      this.#session.connection.console.error(`planlint: settings of ${uri}: ${String(fault)}`);
    }
  }

  /** Sections that were looked through, and what was said to be wrong in them. */
  readonly #lookedAt = new WeakSet<object>();
  readonly #told = new Set<string>();

  /** Says once in the log what cannot be meant in the person's settings: not every editor knows their schema. */
  #tellOf(section: unknown): void {
    // All documents of a folder have one.
    if (!isRecord(section) || this.#lookedAt.has(section)) return;
    this.#lookedAt.add(section);
    const { connection, locale } = this.#session;
    for (const { [locale]: message } of faultsIn(section)) {
      if (!this.#told.has(message)) connection.console.warn(`planlint: ${message}`);
      this.#told.add(message);
    }
  }

  /** Resolves when it is known what is set for the whole window: the language, and which plans are listed. */
  window(): Promise<void> {
    this.#window ??= this.#pull(undefined, (late) => this.#setWindow(late)).then((section) =>
      this.#setWindow(section),
    );
    return this.#window;
  }

  #setWindow(section: unknown): void {
    const { locale, diagnosticScope } = isRecord(section) ? section : {};
    this.#session.locale = locale === 'zh' || locale === 'en' ? locale : this.#session.clientLocale;
    this.#session.diagnosticScope = diagnosticScope === 'openDocuments' ? diagnosticScope : 'workspace';
  }

  /** The person's settings for a document: those of its workspace folder. */
  #section(uri: string, root: string): Promise<unknown> {
    const folder = this.#session.folders.find((one) => pathOf(one) === root);
    const key = folder ? pathOf(folder) : pathOf(uri);
    const sections = this.#sections;
    const section =
      sections.get(key) ?? this.#pull(folder ?? uri, (late) => sections.set(key, Promise.resolve(late)));
    sections.set(key, section);
    return section;
  }

  /** Called, once for all, when answers came that nobody waited for any more. */
  late: () => void = () => {};
  #catchingUp: ReturnType<typeof setTimeout> | undefined;

  /** What clients hand over that are not asked, or have no answer: when they start, and when something changes. */
  #given: { readonly begun?: unknown; readonly changed?: unknown } = {};

  /** Takes what a client sends along when it starts the server (LSP 3.17, initializationOptions). */
  begin(options: unknown): void {
    this.#given = { begun: sectionIn(options) };
  }

  /** Takes what a client sends when settings change (LSP 3.17, didChangeConfiguration): all of ours, or nothing of us. */
  take(settings: unknown): void {
    const changed = sectionIn(settings);
    if (changed) this.#given = { ...this.#given, changed };
  }

  /**
   * LSP 3.17, workspace/configuration, else what was handed over; the latter, too, where no answer comes in time, which
   * is taken `late` when it comes.
   */
  async #pull(scopeUri: string | undefined, late: (section: unknown) => void): Promise<unknown> {
    const given = () => this.#given.changed ?? this.#given.begun;
    if (!this.#session.client.workspace?.configuration) return given();
    const item = { section: 'planlint', ...(scopeUri !== undefined && { scopeUri }) };
    const asked: Promise<unknown> = this.#session.connection.workspace.getConfiguration(item);
    const answered = await patiently(asked, this.#session.limits.patience, (section) => {
      late(section ?? given());
      clearTimeout(this.#catchingUp);
      this.#catchingUp = this.#session.door.later('settings', 0, () => this.late());
    });
    return answered ?? given();
  }
}

/** What settings come from, by path. */
export interface Sources {
  /** Configurations that were read. */
  readonly configurations: Set<string>;
  /** What they extend, and what only looks like one. */
  readonly others: Set<string>;
  /** What they name as directories, files or folders. */
  readonly directories: Set<string>;
  /** Which files they say are plans (`files`). */
  readonly patterns: Set<string>;
}

function newSources(): Sources {
  return { configurations: new Set(), others: new Set(), directories: new Set(), patterns: new Set() };
}

export interface ScanSettings {
  /** Patterns as in .gitignore, seen from the workspace folder. */
  readonly exclude: readonly string[];
  readonly maxFiles?: number;
}

/** Configurations by decoded URI, as the index names documents; what has no folder has none around it. */
function configFiles({ files }: Platform, session: Session): ConfigFiles {
  // In a workspace that nobody trusts, what lies around it does not count.
  const isPlaced = (path: string) =>
    /^[a-z][a-z\d+.-]*:\/\//iu.test(path) && (session.knows.trusted || session.isInside(uriOf(`${path}/*`)));
  const real = files?.real;
  return {
    home: async (path) => session.rootOf(uriOf(path)),
    ...(real && { real: async (path) => pathOf(await real(uriOf(path))) }),
    // `vscode-vfs://planlint.json` would name a place, and nothing in it.
    text: async (path) =>
      isPlaced(path) && /^[^:]*:\/\/[^/]*\//u.test(path) ? files?.read(uriOf(path)) : undefined,
    async names(folder) {
      if (!files || !isPlaced(folder)) return [];
      return (await files.list(uriOf(folder)).catch(() => [])).map(({ name }) => name);
    },
  };
}

/** `file:///计划/a b` → `file:///%E8…/a%20b` */
function uriOf(path: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/iu.exec(path)?.[0] ?? '';
  return scheme + path.slice(scheme.length).split('/').map(encodeURIComponent).join('/');
}
