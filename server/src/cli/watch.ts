import { CONFIG_NAME } from '../config/names.ts';
import { folderOf, foldersAbove } from '../config/paths.ts';
import { flatMapped } from '../core/text/flat.ts';
import type { Files } from '../files.ts';
import { keying } from './check/cache.ts';
import { prepare } from './check/prepare.ts';
import type { Call } from './command.ts';
import { hashOf } from './fingerprint.ts';
import type { Exit, Host } from './host.ts';
import type { Options } from './options.ts';
import { codeOf, destinationsOf } from './write.ts';

/**
 * Runs `once` now and whenever something has changed that it depends on, until the user has enough of it or nobody
 * reads any more what it says.
 */
export async function watch(once: () => Promise<Exit>, options: Options, call: Call): Promise<Exit> {
  const { host, words } = call;
  // What a run writes itself is not even looked at.
  const own = new Set((await destinationsOf(options, host)).map(host.files.resolve));
  const changes = new Changes();
  const leave = host.onInterrupt(() => changes.end());
  /** What the last look asked for, wherever it lies: bases of configurations, unit directories. */
  const asked = new Set<string>();
  const changed = (path: string, kind: Kind) => {
    if (!own.has(path) && (asked.has(path) || concerns(path, kind))) changes.note();
  };
  let watched: Watched = new Map();
  // Watching begins before reading, so that nothing slips through between the two.
  const ask = (path: string) => {
    asked.add(path);
    const folder = listable(folderOf(path));
    if (!watched.has(folder)) watched.set(folder, listen(folder, 'rules', call, changed));
  };
  const looking = { ...call, host: { ...host, files: announcing(host.files, ask) } };
  let before: string | undefined;
  let exit: Exit = 0;
  try {
    while (!changes.ended) {
      watched = renew(watched, await foldersOf(options, host), call, changed);
      changes.forget();
      asked.clear();
      const inputs = await inputsOf(options, looking);
      if (inputs !== before) {
        before = inputs;
        if (host.stdout.isTTY) await host.stdout.write(CLEAR);
        exit = await once();
        if (host.stdout.isGone?.()) break;
        if (!changes.ended) await host.stderr.write(`${words.watching}\n`).catch(() => {});
      }
      await changes.next();
    }
    return exit;
  } finally {
    leave();
    for (const close of watched.values()) close();
  }
}

/** Empties the screen and goes to its top. */
const CLEAR = '\u{1B}[2J\u{1B}[H';

/** Changes come in bursts: an editor that saves writes, renames and touches. */
const QUIET = 100;
const LONGEST_BURST = 1000;

/** Whether something changed, and when to act on it. */
class Changes {
  ended = false;
  #noted = false;
  #wake: (() => void) | undefined;

  note(): void {
    this.#noted = true;
    this.#wake?.();
  }

  forget(): void {
    this.#noted = false;
  }

  end(): void {
    this.ended = true;
    this.#wake?.();
  }

  /** Until something has changed and nothing more does for a moment, or until the end. */
  async next(): Promise<void> {
    if (!this.#noted && !this.ended) await this.#wakes(undefined);
    const since = performance.now();
    while (!this.ended && performance.now() - since < LONGEST_BURST) {
      this.forget();
      await this.#wakes(QUIET);
      if (!this.#noted) return;
    }
  }

  #wakes(within: number | undefined): Promise<void> {
    return new Promise((done) => {
      const timer = within === undefined ? undefined : setTimeout(done, within);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}

/**
 * All that the result of a run depends on, as a word to compare: texts with what is set for them, what of them has
 * changed for git, and what cannot be read. What another program writes beside the plans is no part of it.
 */
async function inputsOf(options: Options, call: Call): Promise<string> {
  const said: string[] = [];
  const complain = async (line: string) => {
    said.push(line);
  };
  const prepared = await prepare(options, { ...call, complain });
  const keys = (prepared?.jobs ?? []).map(keying());
  return hashOf(JSON.stringify([keys, [...(prepared?.lines ?? [])], said]));
}

/** What of a folder matters: all of it, or, above what is checked, the files that say how to check. */
type Kind = 'all' | 'rules';

/** Drafts of editors and hidden files have nothing to do with plans, but for those that say which files to check. */
function concerns(path: string, kind: Kind): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === CONFIG_NAME || /^\.(?:git|planlint)ignore$/u.test(name)) return true;
  return kind === 'all' && !/^\.|~$|\.(?:swp|tmp)$|^node_modules$/u.test(name);
}

/** The folders of all inputs, each with all below it, and those above, which may hold a configuration one day. */
async function foldersOf({ paths, config }: Options, host: Host): Promise<ReadonlyMap<string, Kind>> {
  const { files } = host;
  const folders = new Set<string>();
  const below = async (folder: string): Promise<void> => {
    if (folders.has(folder)) return;
    folders.add(folder);
    const entries = await files.list(folder).catch(() => []);
    for (const { name, kind } of entries) {
      if (kind === 'folder' && !name.startsWith('.') && name !== 'node_modules')
        await below(`${folder}/${name}`);
    }
  };
  for (const path of paths) {
    const full = files.resolve(path);
    const kind = await files.kind(path).catch(() => undefined);
    if (kind === 'folder') await below(full);
    else if (kind !== undefined) folders.add(files.resolve(`${full}/..`));
    // A glob starts here, and so may a file that is not there yet.
    else await below(files.resolve('.'));
  }
  if (typeof config === 'object') folders.add(files.resolve(`${config.path}/..`));
  const all = [...folders].map((folder) => [folder, 'all'] as const);
  const above = flatMapped([...folders], foldersAbove).map(listable);
  return new Map([...above.map((folder) => [folder, 'rules'] as const), ...all]);
}

/** The root of a disk has a slash of its own. */
function listable(folder: string): string {
  return folder.includes('/') ? folder : `${folder}/`;
}

/** `files` that say which path they are asked for before they look. */
function announcing(files: Files, ask: (path: string) => void): Files {
  return {
    ...files,
    kind(path) {
      ask(files.resolve(path));
      return files.kind(path);
    },
    read(path, from) {
      ask(files.resolve(path));
      return files.read(path, from);
    },
  };
}

/** Watches `folders`, then leaves those from before: one may have been replaced by another of the same name. */
function renew(before: Watched, folders: ReadonlyMap<string, Kind>, call: Call, changed: Changed): Watched {
  const next: Watched = new Map();
  for (const [folder, kind] of folders) next.set(folder, listen(folder, kind, call, changed));
  for (const close of before.values()) close();
  return next;
}

/** Watches one folder, where that can be done. */
function listen(folder: string, kind: Kind, { host, words, complain }: Call, changed: Changed): Close {
  try {
    return host.watch(folder, (path) => changed(path, kind));
  } catch (error) {
    const code = codeOf(error);
    // It went between the look and the watch: that is seen from the folder above. That one may be closed to us.
    if (code !== 'ENOENT' && kind === 'all') void complain(words.cannotWatch(folder, code));
    return () => {};
  }
}

/** By folder, what ends the watch of it. */
type Watched = Map<string, Close>;
type Close = () => void;
type Changed = (path: string, kind: Kind) => void;
