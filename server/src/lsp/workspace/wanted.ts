import ignore, { type Ignore } from 'ignore';
import { type IgnoreRules, ignoreRules } from '../../config/ignored.ts';
import { isCandidate } from '../../config/names.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import type { SettingsSource } from '../settings/settings.ts';

/**
 * What is read of the workspace folders: plans by their names, and what configurations ask for. Neither what is
 * hidden or installed is, nor links to what is read, nor what .gitignore, .planlintignore and the person leave out. Holds
 * until a setting changes.
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
    const named = isCandidate(path) || (await this.#settings.asked(uri));
    return named && (await this.isFile(uri)) && !(await this.#hasOtherName(uri));
  }

  /** Whether a file is a link to one that is read by its own name. */
  async #hasOtherName(uri: string): Promise<boolean> {
    const { real } = this.#session.platform.files ?? {};
    if (!real) return false;
    const [path, place] = [pathOf(uri), pathOf(await real(uri))];
    if (path === place) return false;
    for (const folder of this.#session.folders) {
      const top = pathOf(await real(folder));
      if (!place.startsWith(`${top}/`)) continue;
      const below = place.slice(top.length);
      if (isSameName(pathOf(folder) + below, path)) return false;
      return this.isPlan(folder + below.split('/').map(encodeURIComponent).join('/'));
    }
    return false;
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
    const names = relative.split('/');
    const folders = end ? names : names.slice(0, -1);
    // As on the command line, hidden files are left out, too.
    if (!folders.every(isWalked) || names.at(-1)?.startsWith('.') || !ignore.isPathValid(relative))
      return false;
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

/** Some systems tell names apart by neither case nor the way that their characters are composed. */
function isSameName(one: string, other: string): boolean {
  return one.normalize().toLowerCase() === other.normalize().toLowerCase();
}

function isWalked(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED.has(name);
}

const SKIPPED = new Set(['node_modules', 'AppData', 'Library', '$RECYCLE.BIN', 'System Volume Information']);
