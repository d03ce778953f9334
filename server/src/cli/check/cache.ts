import type { Finding, Fix } from '../../core/lint/finding.ts';
import type { Directory } from '../../core/people/directory.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Files, NoFile, Stamp } from '../../files.ts';
import { hashOf, hashOfAll } from '../fingerprint.ts';
import type { Host } from '../host.ts';
import type { Glance } from '../input/glance.ts';
import type { Examined, Job } from './examine.ts';
import { mayHoldDirectory } from './mentions.ts';

/** Results of earlier runs, by path; one whose text, settings or program differ is not given. */
export interface Cache {
  /** What is known of a file that has not changed, as far as its size and times tell, under the same `labels`. */
  readonly glance: (path: string, stamp: Stamp, labels: unknown) => Glance | undefined;
  /** The result for a job, to be read: by its text, or for a file that was only glanced at without it. */
  readonly find: (job: Job, seen: Seen) => (() => Examined) | undefined;
  /** To be called with a job that `find` had nothing for. */
  readonly keep: (job: Job, seen: Seen, examined: Examined) => void;
  /** Keeps that a file is no plan. */
  readonly keepOther: (path: string, seen: Seen) => void;
  /** Writes what is to be kept; rejects where that cannot be done. */
  readonly save: () => Promise<void>;
}

/** How a file was seen in this run. */
export interface Seen {
  /** Its size and times before it was read; undefined where they tell nothing. */
  readonly stamp: Stamp | undefined;
  readonly labels: unknown;
  /** It was not read. */
  readonly isUnread: boolean;
}

/** The cache at `path`. One that is missing, damaged or another program's is an empty one. */
export async function openCache(path: string, host: Host): Promise<Cache> {
  const build = await host.build();
  const known = await readEntries(path, build, host);
  const visited = new Map<string, Entry>();
  let changed = false;
  const setupOf = setups();
  return {
    glance(name, stamp, labels) {
      const head = known.get(name)?.head;
      if (!head?.stamp || !isSame(head.stamp, stamp) || head.labels !== wordOf(labels)) return undefined;
      const { isPlan, isPlain } = head;
      if (!isPlan) visited.set(name, known.get(name) ?? entryOf(head, undefined));
      return { isPlan, isPlain };
    },
    find(job, { stamp, labels, isUnread }) {
      const entry = known.get(job.path);
      if (!entry?.head.isPlan || entry.head.setup !== setupOf(job)) return undefined;
      if (!isUnread && entry.head.text !== hashOf(job.text)) return undefined;
      const { head } = entry;
      const isAsWritten =
        isUnread || (stamp && head.stamp ? isSame(stamp, head.stamp) : stamp === head.stamp);
      // What was only copied or checked out anew is known by its text, and by its times from now on.
      const renewed = isAsWritten ? entry : { ...entry, head: { ...head, stamp, labels: wordOf(labels) } };
      changed ||= !isAsWritten;
      visited.set(job.path, renewed);
      return () => examinedIn(entry, job.hints);
    },
    keep(job, { stamp, labels }, { times: _, ...examined }) {
      const head = {
        ...{ stamp, labels: wordOf(labels), text: hashOf(job.text), setup: setupOf(job) },
        ...{ isPlan: true, isPlain: !mayHoldDirectory(job.path, job.text) },
      };
      visited.set(job.path, entryOf(head, examined));
      changed = true;
    },
    keepOther(name, { stamp, labels }) {
      if (!stamp) return;
      const head = { stamp, labels: wordOf(labels), text: '', setup: '', isPlan: false, isPlain: false };
      visited.set(name, entryOf(head, undefined));
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
      // Nobody at the other end of a pipe would make anything of it.
      if ((await host.files.kind(path).catch(() => undefined)) === 'other')
        throw Object.assign(new Error(path), { code: 'no-file' satisfies NoFile });
      await host.files.write(path, printed(entries, build));
    },
  };
}

/** Where the cache is kept unless another file is named. */
export async function usualCache({ files }: { readonly files: Files }): Promise<string> {
  const shared = 'node_modules';
  return (await files.kind(shared)) === 'folder' ? `${shared}/.cache/planlint.json` : '.planlintcache';
}

interface Entry {
  readonly head: Head;
  /** What is counted, less the edits of large fixes; those; and the hints with their places among it. Few look at these. */
  readonly examined: Uint8Array;
  readonly edits: Uint8Array;
  readonly hints: Uint8Array;
}

interface Head {
  readonly stamp?: Stamp | undefined;
  readonly labels: string;
  /** Hash of the text. */
  readonly text: string;
  /** Hash of all else that the result depends on. */
  readonly setup: string;
  readonly isPlan: boolean;
  readonly isPlain: boolean;
}

const FORMAT = 'planlint-cache-2';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function wordOf(labels: unknown): string {
  return JSON.stringify(labels ?? {});
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

function entryOf(head: Head, examined: Omit<Examined, 'times'> | undefined): Entry {
  const counted = (examined?.findings ?? []).filter(({ severity }) => severity !== 'hint');
  const large = flatMapped(counted, ({ fix }, i) => (fix && isLarge(fix) ? [[i, fix.edits] as const] : []));
  const findings = counted.map((one) =>
    one.fix && isLarge(one.fix) ? { ...one, fix: { ...one.fix, edits: LATER } } : one,
  );
  const hints = flatMapped(examined?.findings ?? [], (one, i) =>
    one.severity === 'hint' ? [[i, one] as const] : [],
  );
  return {
    head,
    examined: encoder.encode(JSON.stringify(examined ? { ...examined, findings } : null)),
    edits: encoder.encode(JSON.stringify(large)),
    hints: encoder.encode(JSON.stringify(hints)),
  };
}

/** One fix for all of a document may have hundreds of edits, which few reports show. */
function isLarge({ edits }: Fix): boolean {
  return edits.length > 8;
}

/** Stands for edits that are kept apart. */
const LATER = 'later';

/** The finding, which reads its edits where somebody asks for them. */
function withEdits(finding: Stored, i: number, editsOf: (at: number) => Fix['edits']): Finding {
  const { fix, ...rest } = finding;
  if (fix?.edits !== LATER) return finding as Finding;
  const { title, kind } = fix;
  const lazy: Fix = {
    title,
    kind,
    get edits() {
      return editsOf(i);
    },
  };
  return { ...rest, fix: lazy };
}

type Stored = Omit<Finding, 'fix'> & { readonly fix?: Omit<Fix, 'edits'> & { readonly edits: unknown } };

function examinedIn(entry: Entry, withHints: boolean): Examined {
  const stored = JSON.parse(decoder.decode(entry.examined)) as Omit<Examined, 'findings'> & {
    readonly findings: readonly Stored[];
  };
  let edits: ReadonlyMap<number, Fix['edits']> | undefined;
  const editsOf = (at: number) => {
    edits ??= new Map(JSON.parse(decoder.decode(entry.edits)) as readonly [number, Fix['edits']][]);
    return edits.get(at) ?? [];
  };
  const findings = stored.findings.map((one, i) => withEdits(one, i, editsOf));
  const examined = { ...stored, findings };
  if (!withHints) return examined;
  const hints = JSON.parse(decoder.decode(entry.hints)) as readonly (readonly [number, Finding])[];
  for (const [at, hint] of hints) findings.splice(at, 0, hint);
  return { ...examined, findings };
}

/** The first line says which program wrote the others, and what these must hash to: half a file is no cache. */
function printed(entries: ReadonlyMap<string, Entry>, build: string): Uint8Array {
  const lines = flatMapped([...entries], ([name, { head, examined, edits, hints }]) => [
    encoder.encode(JSON.stringify([name, head])),
    examined,
    edits,
    hints,
  ]);
  const hash = hashOfAll(flatMapped(lines, (line) => [line, LINE_END]));
  return joined([encoder.encode(`${FORMAT} ${build} ${hash}`), ...lines]);
}

/** The lines one after the other, each with its end. */
function joined(lines: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
    all[at++] = LF;
  }
  return all;
}

const LF = 10;
const LINE_END = Uint8Array.of(LF);

/** Of each file a line with what it goes by, and three with its result, read when they are asked for. */
async function readEntries(
  path: string,
  build: string,
  { files }: Host,
): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    const bytes = await files.read(path);
    const start = bytes.indexOf(LF);
    const body = bytes.subarray(start + 1);
    if (decoder.decode(bytes.subarray(0, start)) !== `${FORMAT} ${build} ${hashOf(body)}`) return entries;
    for (let at = 0; at < body.length; ) {
      const next = () => {
        const end = body.indexOf(LF, at);
        if (end < 0) throw new Error('a line is missing');
        const line = body.subarray(at, end);
        at = end + 1;
        return line;
      };
      const [name, head] = JSON.parse(decoder.decode(next())) as [string, Head];
      entries.set(name, { head, examined: next(), edits: next(), hints: next() });
    }
    return entries;
  } catch {
    return new Map();
  }
}

/** Tells jobs apart by all that their results depend on, in a word of fixed length. */
export function keying(): (job: Job) => string {
  const setupOf = setups();
  return (job) => hashOf(`${setupOf(job)}\n${job.text}`);
}

/** The same without their texts. Directories are large and serve many jobs: what is made of one is made once. */
function setups(): (job: Job) => string {
  const made = new WeakMap<Directory, string>();
  const keyOf = (directory: Directory) => {
    const key = made.get(directory) ?? hashOf(JSON.stringify(directory));
    made.set(directory, key);
    return key;
  };
  return ({ path, settings, directories }) =>
    hashOf(JSON.stringify([path, settings, directories.map(keyOf)]));
}
