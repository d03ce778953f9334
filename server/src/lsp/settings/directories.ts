import type { ConfigFiles, Memory } from '../../config/layers.ts';
import { isCandidate } from '../../config/names.ts';
import { folderOf } from '../../config/paths.ts';
import type { ConfigFault, Value } from '../../config/read.ts';
import { type Resolved, settingsFor } from '../../config/settings-for.ts';
import { kindOf, parse } from '../../core/read/read.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';

/**
 * The unit directories that serve a document beside those of its workspace folder, read into the index: once each, until
 * something changes and others take their place.
 */
export class Directories {
  readonly #session: Session;
  readonly #files: ConfigFiles;
  readonly #uriOf: (path: string) => string;
  readonly #memory: Memory;
  readonly #read = new Map<string, Promise<readonly string[]>>();
  #ended = false;

  constructor(session: Session, files: ConfigFiles, uriOf: (path: string) => string, memory: Memory) {
    this.#session = session;
    this.#files = files;
    this.#uriOf = uriOf;
    this.#memory = memory;
  }

  /** Something changed: what is still being read is not taken any more. */
  end(): void {
    this.#ended = true;
  }

  /** Files that hold the directories which configurations name. */
  async named({ directories, values }: Resolved): Promise<{
    readonly paths: readonly string[];
    readonly missing: readonly ConfigFault[];
  }> {
    const paths: string[] = [];
    const missing: ConfigFault[] = [];
    for (const path of directories) {
      const found = await this.#once(path, () => this.#below(path, 0));
      paths.push(...found);
      const value =
        found.length === 0 && values.find((one) => one.key === 'directories' && endsAs(path, one));
      if (!value || !('path' in value.origin)) continue;
      missing.push({
        ...value.origin,
        message: {
          zh: `名录“${value.value}”不存在或者无法读取。`,
          en: `There is no directory "${value.value}" to read.`,
        },
      });
    }
    return { paths: [...new Set(paths)], missing };
  }

  /** Files that hold the directories beside a document which lies in no workspace folder: the command line finds them, too. */
  async beside(uri: string): Promise<readonly string[]> {
    if (this.#session.isInside(uri)) return [];
    const folder = folderOf(pathOf(uri));
    return this.#once(`${folder}/`, () => this.#in(folder));
  }

  #once(key: string, read: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const reading = this.#read.get(key) ?? read();
    this.#read.set(key, reading);
    return reading;
  }

  async #in(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const name of (await this.#files.names(folder)).filter(isCandidate).slice(0, MOST_BESIDE)) {
      const path = `${folder}/${name}`;
      const text = await this.#textOf(path);
      const options = text !== undefined && (await this.#optionsOf(path));
      if (!options || this.#ended || kindOf(text, options) !== 'directory') continue;
      this.#session.addBeside(this.#uriOf(path), parse(text, options));
      found.push(path);
    }
    return found;
  }

  async #below(path: string, depth: number): Promise<readonly string[]> {
    const text = await this.#textOf(path);
    if (text !== undefined) {
      const options = await this.#optionsOf(path);
      if (this.#ended) return [];
      this.#session.addAppointed(this.#uriOf(path), parse(text, options));
      return [path];
    }
    if (depth > DEEPEST) return [];
    const found: string[] = [];
    for (const name of await this.#files.names(path)) {
      if (!mayHoldDirectory(name)) continue;
      found.push(...(await this.#below(`${path}/${name}`, depth + 1)));
    }
    return found;
  }

  #textOf(path: string): Promise<string | undefined> {
    return this.#files.text(path).catch(() => undefined);
  }

  async #optionsOf(path: string) {
    const { settings } = await settingsFor(path, this.#files, { memory: this.#memory });
    return { labels: settings.labels, path };
  }
}

/** Folders below one another that are looked through for directories. */
const DEEPEST = 4;

/** Files beside a document outside of all folders that are looked at; there may be a person's whole desk. */
const MOST_BESIDE = 200;

/** Whether a file or folder in a folder of directories is looked into, by its name. */
export function mayHoldDirectory(name: string): boolean {
  return !name.startsWith('.') && (!name.includes('.') || isCandidate(name));
}

function endsAs(path: string, { value }: Value): boolean {
  return path.endsWith(
    String(value)
      .replaceAll('\\', '/')
      .replace(/^(?:\.{1,2}\/)+/u, ''),
  );
}
