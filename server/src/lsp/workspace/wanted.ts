import ignore, { type Ignore } from 'ignore';
import { type IgnoreRules, ignoreRules } from '../../config/ignored.ts';
import { isCandidate } from '../../config/names.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import type { SettingsSource } from '../settings/settings.ts';

/**
 * What is read of the workspace folders: plans by their names, and what configurations ask for. Neither hidden and
 * installed folders are, nor what .gitignore, .planlintignore and the person leave out. Holds until a setting changes.
 */
export class Wanted {
  readonly #session: Session;
  readonly #settings: SettingsSource;
  /** What leaves files out, by workspace folder. */
  #rules = new Map<string, Promise<Rules>>();

  constructor(session: Session, settings: SettingsSource) {
    this.#session = session;
    this.#settings = settings;
  }

  /** Settings changed: what was read of them is read again. */
  forget(): void {
    this.#rules = new Map();
  }

  /** Whether a file is read as a plan; a directory is, wherever it lies, that is appointed or stands beside what is open. */
  async isPlan(uri: string): Promise<boolean> {
    const path = pathOf(uri);
    if (this.#session.isKept(path)) return true;
    if (!this.#session.isInside(uri)) return false;
    return (isCandidate(path) || (await this.#settings.asked(uri))) && this.isFile(uri);
  }

  /** Whether nothing leaves out a file. */
  isFile(uri: string): Promise<boolean> {
    return this.#isIn(uri, '');
  }

  /** Whether a folder is looked into; a workspace folder inside another is read for itself. */
  async isFolder(uri: string): Promise<boolean> {
    const path = pathOf(uri);
    return !this.#session.folders.some((one) => pathOf(one) === path) && this.#isIn(uri, '/');
  }

  async #isIn(uri: string, end: '' | '/'): Promise<boolean> {
    if (!this.#session.isInside(uri)) return false;
    const root = this.#session.rootOf(uri);
    const path = pathOf(uri);
    const relative = path.slice(root.length + 1);
    const folders = relative.split('/').slice(0, end ? undefined : -1);
    if (!folders.every(isWalked) || !ignore.isPathValid(relative)) return false;
    const known = this.#rules.get(root) ?? this.#rulesOf(root);
    this.#rules.set(root, known);
    const { excluded, ignored } = await known;
    return !excluded.ignores(relative + end) && (await ignored(path + end, root)) === undefined;
  }

  async #rulesOf(root: string): Promise<Rules> {
    const { exclude } = await this.#settings.scanOf(root);
    return { excluded: ignore().add(exclude), ignored: ignoreRules(root, this.#settings.files) };
  }
}

interface Rules {
  readonly excluded: Ignore;
  readonly ignored: IgnoreRules;
}

function isWalked(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED.has(name);
}

const SKIPPED = new Set(['node_modules', 'AppData', 'Library', '$RECYCLE.BIN', 'System Volume Information']);
