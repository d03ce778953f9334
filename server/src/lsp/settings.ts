import { type ConfigFiles, type Memory, newMemory } from '../config/layers.ts';
import type { Value } from '../config/read.ts';
import { settingsFor } from '../config/settings-for.ts';
import { displayOf } from './display.ts';
import type { Platform } from './platform.ts';
import { pathOf, type Session } from './session.ts';

/**
 * What is set for each document: planlint.json from its folder up, read by the loader of the command line, and below
 * it what the person set in the editor. Resolved in the background and kept until something changes.
 */
export class SettingsSource {
  readonly #session: Session;
  readonly #files: ConfigFiles;
  #memory: Memory = newMemory();
  #pending = new Map<string, Promise<void>>();

  constructor(session: Session, platform: Platform) {
    this.#session = session;
    this.#files = configFiles(platform);
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
  }

  /** Forgets what was read: a configuration or the person's settings changed. */
  forget(): void {
    this.#memory = newMemory();
    this.#pending = new Map();
  }

  async #resolve(uri: string, path: string): Promise<void> {
    try {
      const section = await this.#ofEditor(uri);
      const under = valuesOf(section);
      this.#session.setDisplay(path, displayOf(section));
      const { settings } = await settingsFor(path, this.#files, { under, memory: this.#memory });
      this.#session.configure(path, settings);
    } catch (fault) {
      this.#session.connection.console.error(`planlint: settings of ${uri}: ${String(fault)}`);
    }
  }

  /** The person's settings, pulled for the document (LSP 3.17, workspace/configuration). */
  async #ofEditor(uri: string): Promise<unknown> {
    if (!this.#session.client.workspace?.configuration) return undefined;
    return this.#session.connection.workspace.getConfiguration({ scopeUri: uri, section: 'planlint' });
  }
}

/** A client's settings as values of the loader; what has another shape is left out. */
export function valuesOf(section: unknown): readonly Value[] {
  if (!isRecord(section)) return [];
  const values: Value[] = [];
  const add = (key: string, value: unknown, listed = false) => {
    if (typeof value === 'string') values.push({ key, value, listed, origin: { name: `planlint.${key}` } });
  };
  const { missing, rules, labels, words, directories } = section;
  if (isRecord(missing)) for (const [kind, mode] of Object.entries(missing)) add(`missing-${kind}`, mode);
  if (isRecord(rules)) for (const [rule, severity] of Object.entries(rules)) add(`rules.${rule}`, severity);
  for (const [key, lists] of [
    ['labels', labels],
    ['words', words],
  ] as const) {
    if (!isRecord(lists)) continue;
    for (const [name, list] of Object.entries(lists)) {
      if (Array.isArray(list)) for (const one of list) add(`${key}.${name}`, one, true);
    }
  }
  if (Array.isArray(directories)) for (const one of directories) add('directories', one, true);
  return values;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Configurations by decoded URI, as the index names documents. */
function configFiles({ files }: Platform): ConfigFiles {
  return {
    text: async (path) => files?.read(uriOf(path)),
    names: async (folder) =>
      (await files?.list(uriOf(folder)).catch(() => []))?.map(({ name }) => name) ?? [],
  };
}

/** `file:///计划/a b` → `file:///%E8…/a%20b` */
function uriOf(path: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/iu.exec(path)?.[0] ?? '';
  return scheme + path.slice(scheme.length).split('/').map(encodeURIComponent).join('/');
}
