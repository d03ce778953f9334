import { foldersAbove } from '../config/paths.ts';
import type { Options } from './args.ts';
import { usualCache } from './check/cache.ts';
import type { Call } from './commands/command.ts';
import type { Exit, Host } from './host.ts';

/** Runs `once` now and after every change of the files in question, until the user has enough of it. */
export async function watch(once: () => Promise<Exit>, options: Options, call: Call): Promise<Exit> {
  const { host, words } = call;
  const own = await ownFiles(options, host);
  const changes = new Changes();
  const leave = host.onInterrupt(() => changes.end());
  let watched: readonly Close[] = [];
  try {
    for (;;) {
      // Watching begins before reading, so that nothing slips through between the two.
      watched = await renew(watched, await foldersOf(options, host), call, (path) => {
        if (!own.has(path) && concerns(path)) changes.note();
      });
      changes.forget();
      if (host.stdout.isTTY) await host.stdout.write(CLEAR);
      const exit = await once();
      if (!changes.ended) await host.stderr.write(`${words.team.watching}\n`);
      await changes.next();
      if (changes.ended) return exit;
    }
  } finally {
    leave();
    for (const close of watched) close();
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

/** What a run writes itself must not lead to another run. */
async function ownFiles({ run, reports, output }: Options, host: Host): Promise<ReadonlySet<string>> {
  const cache = run.cache ? (run.cacheLocation ?? (await usualCache(host))) : undefined;
  const paths = [output, run.baseline, cache, ...reports.map(({ file }) => file)];
  return new Set(paths.flatMap((path) => (path === undefined ? [] : host.files.resolve(path))));
}

/** Drafts of editors and hidden files have nothing to do with plans, but for those that say which files to check. */
function concerns(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^\.(?:git|planlint)ignore$/u.test(name) || !/^\.|~$|\.(?:swp|tmp)$|^node_modules$/u.test(name);
}

/** The folders of all inputs, each with all below it, and those above that hold a configuration. */
async function foldersOf({ paths, input }: Options, host: Host): Promise<ReadonlySet<string>> {
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
    else if (kind === 'file') folders.add(files.resolve(`${full}/..`));
    // A glob starts here, and so may a file that is not there yet.
    else await below(files.resolve('.'));
  }
  if (typeof input.config === 'object') folders.add(files.resolve(`${input.config.path}/..`));
  for (const folder of [...folders].flatMap((one) => foldersAbove(one))) {
    const kind = await files.kind(`${folder}/planlint.json`).catch(() => undefined);
    if (kind === 'file') folders.add(folder);
  }
  return folders;
}

/** Watches `folders`, then leaves those from before: one may have been replaced by another of the same name. */
async function renew(
  before: readonly Close[],
  folders: ReadonlySet<string>,
  { host, words, complain }: Call,
  changed: (path: string) => void,
): Promise<readonly Close[]> {
  const next: Close[] = [];
  for (const folder of folders) {
    try {
      next.push(host.watch(folder, changed));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      // It went between the look and the watch: that is seen from the folder above.
      if (code !== 'ENOENT') await complain(words.team.cannotWatch(folder, code));
    }
  }
  for (const close of before) close();
  return next;
}

type Close = () => void;
