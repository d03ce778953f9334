import { type ConfigFiles, newMemory } from '../../config/layers.ts';
import { manualPage } from '../../config/manual.ts';
import { folderOf, foldersAbove, within } from '../../config/paths.ts';
import type { ConfigFault, Origin, Value } from '../../config/read.ts';
import { type Resolved, settingsFor } from '../../config/settings-for.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import type { Files } from '../../files.ts';
import type { Call } from '../command.ts';
import { decode } from '../encoding.ts';
import type { Host } from '../host.ts';
import type { Locale, Options } from '../options.ts';
import { placeOf } from '../place.ts';

/** Finds what is set for each file, and reads every configuration once. */
export function configurationsFor(options: Options, { host }: Pick<Call, 'host'>): Configurations {
  const { config, missing, locale } = options;
  const memory = newMemory();
  const read = new Set<string>();
  const here = host.files.resolve('.').replace(/\/$/u, '');
  const list = listingOnce(host.files);
  const only = config && config !== 'none' ? { path: host.files.resolve(config.path), folder: here } : config;
  const files = configFilesOn(host.files, list, read, here);
  const given = { ...missing, ...(locale !== undefined && { locale }) };
  const over = Object.entries(given).map(
    ([key, value]): Value => ({ key, value, listed: false, origin: { name: `--${key}` } }),
  );
  return {
    files,
    read,
    here,
    settingsFor: (path) => settingsFor(host.files.resolve(path), files, { memory, only, over }),
    settingsHere: (path) => settingsFor(placedIn(here, path), files, { memory, only, over, from: here }),
    list,
  };
}

export interface Configurations {
  /** What is set for the document at `path`, which need not exist. */
  readonly settingsFor: (path: string) => Promise<Resolved>;
  /** What the configuration of the current folder sets for a text by that name, which stands nowhere. */
  readonly settingsHere: (name: string) => Promise<Resolved>;
  /** What a folder holds; each is listed once, by whatever name it is asked for. */
  readonly list: Files['list'];
  readonly files: ConfigFiles;
  /** Paths of the configurations and ignore files that were read so far. */
  readonly read: ReadonlySet<string>;
  /** The current folder. */
  readonly here: string;
}

/** The language that the configuration of the current folder asks for, unless the call does; never rejects. */
export async function configuredLocale(options: Options, host: Host): Promise<Locale | undefined> {
  try {
    return (await configurationsFor(options, { host }).settingsFor('planlint')).locale;
  } catch {
    // What does not work is said where it is needed.
    return undefined;
  }
}

/** Complains about faults, each once however many files they are met for; behind the first stands where to read on. */
export function complaintsOn({
  host,
  words,
  complain,
}: Call): (faults: readonly ConfigFault[]) => Promise<void> {
  const told = new Set<string>();
  return async (faults) => {
    const isFirst = told.size === 0;
    for (const { path, text, span, message } of faults) {
      const { line, column } = placeOf({ lineStarts: lineStartsOf(text) }, span?.start ?? 0);
      const place = `${shownPath(path, host.files)}${span ? `:${line}:${column}` : ''}`;
      const said = `${place}${words.colon}${message[words.locale]}`;
      if (!told.has(said)) await complain(said);
      told.add(said);
    }
    if (isFirst && told.size > 0) await complain(words.manual(manualPage('configuration', words.locale)));
  };
}

/** An absolute path as it is seen from the current folder, where it lies inside. */
export function shownPath(path: string, files: Files): string {
  const here = `${files.resolve('.').replace(/\/$/u, '')}/`;
  return path.startsWith(here) ? path.slice(here.length) : path;
}

/** Where a text would stand if its name began at the folder `here`: `s3://plans/a.txt` at `plans/a.txt`. */
function placedIn(here: string, name: string): string {
  if (within(here, name) !== undefined) return name;
  const parts = name.replace(SCHEME, '').replaceAll('\\', '/').split('/');
  return [here, ...parts.filter((part) => part !== '' && part !== '.' && part !== '..')].join('/');
}

/** `hdfs:`, `s3:`, `C:` */
const SCHEME = /^[A-Za-z][A-Za-z\d+.-]*:/u;

function listingOnce(files: Files): Files['list'] {
  const listed = new Map<string, ReturnType<Files['list']>>();
  return (folder) => {
    const path = files.resolve(folder).replace(/\/$/u, '');
    const known = listed.get(path) ?? files.list(`${path}/`);
    listed.set(path, known);
    return known;
  };
}

/** Files as the configuration loader sees them; what is there is added to `read`. */
function configFilesOn(files: Files, list: Files['list'], read: Set<string>, here: string): ConfigFiles {
  const own: ConfigFiles = {
    real: files.real,
    // The repository, else the current folder, else no more than the folder that it stands in.
    async home(path) {
      for (const folder of foldersAbove(path)) {
        if ((await own.names(folder)).includes('.git')) return folder;
      }
      return within(here, path) === undefined ? folderOf(path) : here;
    },
    async text(path) {
      const bytes = await files.read(path).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      if (bytes === undefined) return undefined;
      read.add(path);
      if (bytes.length > LARGEST) throw Object.assign(new Error(path), { code: 'EFBIG' });
      const decoded = decode(bytes);
      if ('text' in decoded) return decoded.text;
      throw Object.assign(new Error(decoded.refused), { code: decoded.refused });
    },
    names(folder) {
      // A folder above may be closed to us and still be passed through.
      return list(`${folder}/`).then(
        (entries) => entries.map(({ name }) => name),
        () => [],
      );
    },
  };
  return own;
}

/** In bytes, as in the editor. */
const LARGEST = 4 * 1024 * 1024;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Where a value was set: `planlint.json:3:5`, or the option that says it. */
export function addressOf(origin: Origin, files: Files): string {
  if ('name' in origin) return origin.name;
  const { line, column } = placeOf({ lineStarts: lineStartsOf(origin.text) }, origin.span.start);
  return `${shownPath(origin.path, files)}:${line}:${column}`;
}
