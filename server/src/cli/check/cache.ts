import type { Directory } from '../../core/people/directory.ts';
import { hashOf } from '../fingerprint.ts';
import type { Host } from '../host.ts';
import type { Examined, Job } from './examine.ts';

/** Results of earlier runs, by path; one whose text, settings or program differ is not given. */
export interface Cache {
  readonly find: (job: Job) => Promise<Examined | undefined>;
  /** To be called with a job that `find` had nothing for. */
  readonly keep: (job: Job, examined: Examined) => Promise<void>;
  /** Writes what is to be kept; rejects where that cannot be done. */
  readonly save: () => Promise<void>;
}

/** The cache at `path`. One that is missing, damaged or another program's is an empty one. */
export async function openCache(path: string, host: Host): Promise<Cache> {
  const build = await host.build();
  const known = await readEntries(path, build, host);
  const visited = new Map<string, Entry>();
  let changed = false;
  const keyOf = keying();
  return {
    async find(job) {
      const entry = known.get(job.path);
      if (!entry || entry.key !== keyOf(job)) return undefined;
      visited.set(job.path, entry);
      return entry.examined;
    },
    async keep(job, { times: _, ...examined }) {
      visited.set(job.path, { key: keyOf(job), examined });
      changed = true;
    },
    async save() {
      if (!changed) return;
      const entries = new Map(visited);
      for (const [name, entry] of known) {
        if (visited.has(name)) continue;
        const kind = await host.files.kind(name).catch(() => undefined);
        if (kind === 'file') entries.set(name, entry);
      }
      const body = JSON.stringify(Object.fromEntries(entries));
      await host.files.write(path, `${FORMAT} ${build} ${hashOf(body)}\n${body}\n`);
    },
  };
}

/** Where the cache is kept unless another file is named. */
export async function usualCache({ files }: Pick<Host, 'files'>): Promise<string> {
  const shared = 'node_modules';
  return (await files.kind(shared)) === 'folder' ? `${shared}/.cache/planlint.json` : '.planlintcache';
}

interface Entry {
  readonly key: string;
  readonly examined: Examined;
}

const FORMAT = 'planlint-cache-1';

/** The first line says which program wrote the second, and what that must hash to: half a file is no cache. */
async function readEntries(
  path: string,
  build: string,
  { files }: Host,
): Promise<ReadonlyMap<string, Entry>> {
  try {
    const text = new TextDecoder().decode(await files.read(path));
    const end = text.indexOf('\n');
    const [format, program, hash] = text.slice(0, end).split(' ');
    const body = text.slice(end + 1, -1);
    if (format !== FORMAT || program !== build || hash !== hashOf(body)) return new Map();
    return new Map(Object.entries(JSON.parse(body) as Record<string, Entry>));
  } catch {
    return new Map();
  }
}

/**
 * Tells jobs apart by all that their results depend on, in a word of fixed length. Directories are large and serve
 * many jobs: what is made of one is made once.
 */
export function keying(): (job: Job) => string {
  const made = new WeakMap<Directory, string>();
  const keyOf = (directory: Directory) => {
    const key = made.get(directory) ?? hashOf(JSON.stringify(directory));
    made.set(directory, key);
    return key;
  };
  return ({ path, text, settings, directories }) =>
    hashOf(JSON.stringify([path, settings, directories.map(keyOf), text]));
}
