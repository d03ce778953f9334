import { flatMapped } from '../../core/text/flat.ts';
import type { Files, Git } from '../../files.ts';
import type { ChangedLines, LineRange } from './changed-lines.ts';

/** What of the files is new, as the options ask: since a revision, or in what is about to be committed. */
export async function changesOf(asked: Asked, files: Files, git: Git): Promise<Changes | Unknown> {
  try {
    const run = runner(git, await withoutFilters(git));
    const root = files.resolve((await run(['rev-parse', '--show-cdup'])).text().replace(/\n$/u, '') || '.');
    const at = (path: string) => files.resolve(`${root}/${path}`);
    const hasHead = (await git(['rev-parse', '--verify', '--quiet', 'HEAD'])).code === 0;
    if (asked.staged) {
      const lines = linesOf(await run(diff('--cached', hasHead ? 'HEAD' : await emptyTree(run))), at);
      return { lines, files: await stagedFiles(files, at, run) };
    }
    const base = await baseOf(asked.since, hasHead, run);
    if (base === undefined)
      return {
        unknown: asked.since ?? 'HEAD',
        near: namesIn(await run(['for-each-ref', '--format=%(refname:short)']), '\n'),
      };
    const lines = linesOf(await run(diff(base)), at);
    for (const path of await untracked(run)) lines.set(at(path), 'all');
    return { lines, files };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.why };
    throw error;
  }
}

/** What the file at an absolute path held in a revision; undefined where that has no such file. */
export async function contentAt(
  path: string,
  revision: string,
  git: Git,
): Promise<{ readonly bytes: Uint8Array } | Unknown | undefined> {
  const run = runner(git, await withoutFilters(git));
  const slash = path.lastIndexOf('/');
  const inside = ['-C', path.slice(0, slash + 1)];
  try {
    const near = await run([...inside, 'for-each-ref', '--format=%(refname:short)']);
    const name = `${revision}^{commit}`;
    const { code, stdout } = await git([
      ...inside,
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      name,
    ]);
    if (code !== 0) return { unknown: revision, near: namesIn(near, '\n') };
    const id = new TextDecoder().decode(stdout).trim();
    const shown = await git([...inside, 'show', `${id}:./${path.slice(slash + 1)}`]);
    return shown.code === 0 ? { bytes: shown.stdout } : undefined;
  } catch (error) {
    if (error instanceof Refused) return { refused: error.why };
    throw error;
  }
}

/** Since where to look: a revision, the last commit where none is given, or the last commit to the index. */
export interface Asked {
  readonly since: string | undefined;
  readonly staged: boolean;
}

export interface Changes {
  /** The changed lines of every changed file that is still there, by absolute path. */
  readonly lines: ReadonlyMap<string, ChangedLines>;
  /** Files as they are to be checked: for staged changes, as they stand in the index. */
  readonly files: Files;
}

/** Why git could not tell. */
export type Unknown =
  | { readonly refused: 'noGit' | 'noRepository' | { readonly said: string } }
  | { readonly unknown: string; readonly near: readonly string[] };

class Refused extends Error {
  readonly why: Extract<Unknown, { refused: unknown }>['refused'];

  constructor(why: Refused['why']) {
    super('git');
    this.why = why;
  }
}

interface Output {
  readonly bytes: Uint8Array;
  readonly text: () => string;
}

type Run = (args: readonly string[], input?: string) => Promise<Output>;

/** Runs git and gives what it says; every refusal becomes a `Refused`. */
function runner(git: Git, before: readonly string[]): Run {
  return async (args, input) => {
    let answer: Awaited<ReturnType<Git>>;
    try {
      answer = await git([...before, ...args], input);
    } catch (error) {
      throw error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? new Refused('noGit')
        : error;
    }
    const { code, stdout, stderr } = answer;
    if (code === 0) return { bytes: stdout, text: () => new TextDecoder().decode(stdout) };
    if (/not a git repository|must be run in a work tree/u.test(stderr)) throw new Refused('noRepository');
    throw new Refused({ said: stderr.trim().split('\n')[0] || `git ${args[0]}: ${code}` });
  };
}

/**
 * Options that switch off the filters which the repository itself sets: to compare a file, git would run them. Those
 * that the person has set for all repositories stay.
 */
async function withoutFilters(git: Git): Promise<readonly string[]> {
  const list = ['config', '--show-scope', '--includes', '--null', '--get-regexp', FILTERS];
  const { code, stdout } = await git(list).catch(() => ({ code: 1, stdout: new Uint8Array() }));
  if (code !== 0) return [];
  // `local NUL filter.x.clean LF command NUL …`
  const fields = new TextDecoder().decode(stdout).split('\0');
  return flatMapped(fields, (field, i) => {
    const scope = fields[i - 1];
    const key = field.split('\n')[0] ?? '';
    return i % 2 === 1 && (scope === 'local' || scope === 'worktree') ? ['-c', `${key}=`] : [];
  });
}

const FILTERS = '^filter\\..*\\.(clean|smudge|process)$';

/** Every changed file that is still there with its old and new content ids, NUL-separated, then what changed in them. */
function diff(...against: readonly string[]): readonly string[] {
  return [
    // Whatever a person has configured for their own eyes.
    ...['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--submodule=short'],
    ...['--raw', '-z', '--no-abbrev', '--patch', '--unified=0', '--inter-hunk-context=0'],
    ...['--find-renames', '--diff-filter=ACMRT', ...against, '--'],
  ];
}

/** Changes of a branch count from where it left `since`, not what happened there meanwhile. */
async function baseOf(since: string | undefined, hasHead: boolean, run: Run): Promise<string | undefined> {
  if (!hasHead) return since === undefined ? emptyTree(run) : undefined;
  const commit = `${since ?? 'HEAD'}^{commit}`;
  try {
    await run(['rev-parse', '--verify', '--quiet', '--end-of-options', commit]);
  } catch (error) {
    if (error instanceof Refused && typeof error.why === 'object') return undefined;
    throw error;
  }
  const id = (await run(['rev-parse', '--verify', '--end-of-options', commit])).text().trim();
  try {
    return (await run(['merge-base', id, 'HEAD'])).text().trim();
  } catch (error) {
    // In a shallow clone the place is not known.
    if (error instanceof Refused) return id;
    throw error;
  }
}

/** Files that are neither in the index nor ignored, from the root of the repository. */
async function untracked(run: Run): Promise<readonly string[]> {
  const listed = await run(['ls-files', '--others', '--exclude-standard', '-z', '--full-name', ':/']);
  return namesIn(listed, '\0');
}

/** What to compare with before the first commit; its id depends on the hash that the repository uses. */
async function emptyTree(run: Run): Promise<string> {
  return (await run(['hash-object', '-t', 'tree', '--stdin'], '')).text().trim();
}

function namesIn({ text }: Output, end: string): readonly string[] {
  return text()
    .split(end)
    .filter((name) => name !== '');
}

/** Reads the answer to `diff`. Its patches stand in the order of its raw rows and need no names of their own. */
function linesOf({ bytes }: Output, at: (path: string) => string): Map<string, ChangedLines> {
  const { rows, rest } = rowsOf(bytes);
  // Content may be in any encoding; the lines that matter here are ASCII.
  const patches = new TextDecoder('latin1')
    .decode(rest)
    .split(/^diff --git /mu)
    .slice(1);
  // A file that became a link, or a link that became a file, has two patches.
  const paired = patches.length === rows.length;
  return new Map(
    rows.map(({ status, path }, i) => {
      const patch = patches[i] ?? '';
      const whole = !paired || status === 'A' || status === 'T' || BINARY.test(patch);
      return [at(path), whole ? 'all' : rangesOf(patch)];
    }),
  );
}

interface Row {
  readonly status: string;
  /** Content ids; zeros for what stands on the disk only. */
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** `:100644 100644 1d2f… 9ac0… M NUL path NUL`, with a second path for a rename; an empty field ends the rows. */
function rowsOf(bytes: Uint8Array): { rows: Row[]; rest: Uint8Array } {
  const rows: Row[] = [];
  let done = 0;
  const next = () => {
    const end = bytes.indexOf(0, done);
    const field = new TextDecoder().decode(bytes.subarray(done, end < 0 ? bytes.length : end));
    done = end < 0 ? bytes.length : end + 1;
    return field;
  };
  while (bytes[done] === COLON) {
    const [, , from = '', to = '', status = ''] = next().split(' ');
    const first = next();
    const path = /^[CR]/u.test(status) ? next() : first;
    rows.push({ status: status.charAt(0), from, to, path });
  }
  // Another NUL parts the rows from the patches.
  return { rows, rest: bytes.subarray(bytes[done] === 0 ? done + 1 : done) };
}

const COLON = ':'.charCodeAt(0);

/** `@@ -3,2 +3 @@`: from line 3 of the new text, one line. */
const HUNK = /^@@ -\d+(?:,\d+)? \+(?<start>\d+)(?:,(?<count>\d+))? @@/gmu;

/** What git takes for binary, such as UTF-16, it has no lines of. */
const BINARY = /^Binary files /mu;

/** Where lines went without new ones in their place, the lines around the gap have changed. */
function rangesOf(patch: string): readonly LineRange[] {
  return [...patch.matchAll(HUNK)].map(({ groups }) => {
    const start = Number(groups?.start);
    const count = Number(groups?.count ?? 1);
    return count > 0 ? [start, start + count] : [start, start + 2];
  });
}

/** The files as the index has them: those of the disk, but for what differs, and without what is not in it. */
async function stagedFiles(files: Files, at: (path: string) => string, run: Run): Promise<Files> {
  const { rows } = rowsOf((await run(['diff-files', '--raw', '-z', '--no-abbrev', '--no-renames'])).bytes);
  // Something that was only announced (`git add --intent-to-add`) has no content yet.
  const differing = rows.filter(({ from }) => !/^0+$/u.test(from));
  const hidden = new Set((await untracked(run)).map(at));
  if (differing.length === 0 && hidden.size === 0) return files;
  const ids = differing.map(({ from }) => `${from}\n`).join('');
  const contents =
    differing.length > 0 ? contentsOf((await run(['cat-file', '--batch'], ids)).bytes, differing.length) : [];
  const staged = new Map(differing.map(({ path }, i) => [at(path), contents[i] ?? new Uint8Array()]));
  return {
    ...files,
    async kind(path) {
      const full = files.resolve(path);
      if (staged.has(full)) return 'file';
      const isAbove = [...staged.keys()].some((known) => known.startsWith(`${full}/`));
      return (await files.kind(path)) ?? (isAbove ? 'folder' : undefined);
    },
    async stamp(path) {
      const full = files.resolve(path);
      return hidden.has(full) || staged.has(full) || staged.has(await files.real(path))
        ? undefined
        : files.stamp(path);
    },
    // Who names what is hidden means nothing that is missing: it is not in question.
    async read(path, from) {
      const full = files.resolve(path);
      if (hidden.has(full)) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return staged.get(full) ?? staged.get(await files.real(path)) ?? files.read(path, from);
    },
    async list(folder) {
      const prefix = `${files.resolve(folder).replace(/\/$/u, '')}/`;
      const onDisk = (await files.kind(folder)) ? await files.list(folder) : [];
      const seen = onDisk.filter(({ name }) => !hidden.has(`${prefix}${name}`));
      const entries = new Map(seen.map((entry) => [entry.name, entry]));
      for (const path of staged.keys()) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...below] = path.slice(prefix.length).split('/');
        entries.set(name, { name, kind: below.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
  };
}

/** `<id> blob <size>`, the content, and so on. */
function contentsOf(bytes: Uint8Array, count: number): Uint8Array[] {
  const contents: Uint8Array[] = [];
  let done = 0;
  for (let i = 0; i < count; i += 1) {
    const end = bytes.indexOf(LINE_END, done);
    const [, kind, size] = new TextDecoder().decode(bytes.subarray(done, end)).split(' ');
    const length = kind === 'blob' ? Number(size) : 0;
    contents.push(bytes.subarray(end + 1, end + 1 + length));
    done = end + 1 + (kind === 'missing' ? 0 : Number(size) + 1);
  }
  return contents;
}

const LINE_END = 10;
