import { foldersAbove, within } from '../../config/paths.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { Files } from '../../files.ts';
import type { CheckedFile, Counts } from '../check/checked.ts';
import type { Call } from '../command.ts';
import { contained } from '../contain.ts';
import { STDIN } from '../documents.ts';
import { type Exit, type Host, worst } from '../host.ts';
import type { Options } from '../options.ts';
import { painter, understandsLinks, wantsColor } from '../terminal/style.ts';
import { add, write } from '../write.ts';
import { reporters } from './index.ts';
import type { Report, View } from './reporter.ts';

/**
 * Begins every report that was asked for. Each is written to its place as files come in, a file of it at the end and
 * whole; 2 where one cannot be written, and the others still are.
 */
export async function beginReports(options: Options, call: Call): Promise<Reports> {
  const root = await rootOf(call.host);
  const named = namedFrom(root, call.host.files);
  const open = flatMapped(options.reports, ({ format, file }): Open[] => {
    const reporter = reporters.find((known) => known.format === format);
    if (!reporter) return [];
    const view = { ...viewOf(file, options, call), root };
    const { fromRoot = false, addition } = reporter;
    const path = addition && call.host.env[addition.variable];
    const report = { fromRoot, name: file ?? format };
    return [
      { ...report, report: reporter.begin(view), to: placeFor(file, call) },
      ...(addition && path ? [{ ...report, report: addition.begin(view), to: addedTo(path, call) }] : []),
    ];
  });
  const exits: Exit[] = [];
  /** A report that fails is given up, and the others go on. */
  const failed = new Set<Open>();
  const each = async (work: (one: Open) => Promise<Exit>) => {
    for (const one of open) {
      if (failed.has(one)) continue;
      const exit = await contained(one.name, call, () => work(one));
      if (exit !== 0) failed.add(one);
      if (exit !== undefined) exits.push(exit);
    }
  };
  return {
    async add(file) {
      const fromRoot = { ...file, path: named(file.path) };
      await each(({ report, to, fromRoot: isNamed }) => to.write(report.add(isNamed ? fromRoot : file)));
    },
    async end(counts) {
      await each(async ({ report, to }) => worst(await to.write(report.end(counts)), await to.end()));
      return worst(0, ...exits);
    },
  };
}

/** All reports of one run. */
export interface Reports {
  readonly add: (file: CheckedFile) => Promise<void>;
  /** To be called once. */
  readonly end: (counts: Counts) => Promise<Exit>;
}

/** A report that is being written. */
interface Open {
  readonly report: Report;
  readonly to: Place;
  readonly fromRoot: boolean;
  /** What it is called where it fails. */
  readonly name: string;
}

/** Where a report goes, piece by piece. */
interface Place {
  readonly write: (text: string) => Promise<Exit>;
  readonly end: () => Promise<Exit>;
}

/** Standard output takes what there is; a file is written at the end, for half of one would tell what is not true. */
function placeFor(file: string | undefined, call: Call): Place {
  const to = { ...call, output: file };
  if (file !== undefined) return gathered((bytes) => write(bytes, to));
  let waiting = '';
  const send = async () => {
    const text = waiting;
    waiting = '';
    if (text === '') return 0;
    call.progress.clear();
    return write(text, to);
  };
  return {
    async write(text) {
      waiting += text;
      return waiting.length < PIECE ? 0 : send();
    },
    end: send,
  };
}

/** In characters: what is worth a call to the system. */
const PIECE = 32_768;

function addedTo(path: string, call: Call): Place {
  return gathered((bytes) => add(new TextDecoder().decode(bytes), path, call));
}

/** Gathers what is written until the end, as bytes, which take a third of the room. */
function gathered(put: (bytes: Uint8Array) => Promise<Exit>): Place {
  const pieces: Uint8Array[] = [];
  return {
    async write(text) {
      if (text !== '') pieces.push(Buffer.from(text));
      return 0;
    },
    end: () => put(Buffer.concat(pieces)),
  };
}

/** What lies outside of `root` is named by its whole path, and what lies nowhere as it is. */
function namedFrom(root: string, { resolve }: Files): (path: string) => string {
  return (path) => (path === STDIN ? path : (within(root, resolve(path)) ?? resolve(path)));
}

function viewOf(file: string | undefined, { color }: Options, { host, words }: Call): Omit<View, 'root'> {
  const onTerminal = host.stdout.isTTY && file === undefined;
  const colored = wantsColor(color, host.env, onTerminal);
  return {
    words,
    paint: painter(colored),
    columns: onTerminal ? host.stdout.columns : undefined,
    ambiguousIsWide: !onTerminal,
    links: colored && onTerminal && understandsLinks(host.env),
  };
}

/**
 * The folder, absolute, from which CI systems and repositories name their files: that of the repository around the
 * current folder, no further up than where the CI system says it has checked out, else that place, else the current
 * folder.
 */
export async function rootOf({ env, files }: Pick<Host, 'env' | 'files'>): Promise<string> {
  const here = bare(files.resolve('.'));
  const stated = flatMapped(CHECKED_OUT, (name) => (env[name] ? [bare(files.resolve(env[name]))] : []));
  const around = stated.find((folder) => folder === here || within(folder, here) !== undefined);
  const folders = [here, ...foldersAbove(here)];
  for (const folder of around === undefined ? folders : folders.slice(0, folders.indexOf(around))) {
    const git = await files.kind(`${folder}/.git`).catch(() => undefined);
    // In a checkout the file `.git` marks a submodule, whose files are named from the repository around it.
    if (git === 'folder' || (git === 'file' && around === undefined)) return folder;
  }
  return around ?? here;
}

/** Where GitHub, GitLab and Azure put the repository. */
const CHECKED_OUT: readonly string[] = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'BUILD_SOURCESDIRECTORY'];

/** The root of a disk is empty without its slash. */
function bare(folder: string): string {
  return folder.replace(/\/$/u, '');
}
