import { originOf } from '../plan/moved.ts';
import type { FieldRole, Plan } from '../plan/plan.ts';
import { Mover } from '../text/change.ts';
import { flatMapped } from '../text/flat.ts';
import { once } from '../text/memo.ts';
import type { Span } from '../text/text.ts';
import { within } from '../text/text.ts';
import { type Directory, directoryOf, nameKey } from './directory.ts';
import { type Entry, mentionsOf, namesOf } from './entry.ts';
import { isEntry, isSame, type Resolved, resolveName, resolverFor } from './names.ts';

/**
 * All plans and directories at hand: an immutable index. `path` identifies a document and is an absolute path or a
 * URI with `/` between its parts; `root` is the workspace folder it belongs to.
 */
export interface Workspace {
  /** In the order of their paths. */
  readonly documents: ReadonlyMap<string, IndexedDocument>;
  /** Those of them that are directories and serve others. */
  readonly directories: ReadonlyMap<string, IndexedDocument>;
  /** How many plans each folder holds itself, by its path with a slash at the end; folders without one are left out. */
  readonly plansIn: ReadonlyMap<string, number>;
  /** By path of a document, the paths of the directories that are appointed for it, the first one first. */
  readonly appointed: ReadonlyMap<string, readonly string[]>;
}

export interface IndexedDocument {
  readonly path: string;
  readonly root: string;
  readonly plan: Plan;
  /** The directory that the document is, or holds as an appendix. */
  readonly directory: Directory | undefined;
  readonly mentions: readonly Mention[];
}

/** A name written somewhere, and as what. */
export interface Mention {
  readonly name: string;
  readonly span: Span;
  /** The role of the field, or the part it plays in a directory entry. */
  readonly role: FieldRole | 'entry' | 'alias' | 'detail';
}

export const emptyWorkspace: Workspace = {
  documents: new Map(),
  directories: new Map(),
  plansIn: new Map(),
  appointed: new Map(),
};

/** A document read for the index; one that is `appointed` is a directory, whatever its title says. */
export function indexed(plan: Plan, path: string, root: string, appointed = false): IndexedDocument {
  const directory = appointed ? directoryOf({ ...plan, kind: 'directory' }, path) : ownDirectory(plan, path);
  const mentions = once(() => mentionsIn(plan, directory));
  return {
    path,
    root,
    plan,
    directory,
    get mentions() {
      return mentions();
    },
  };
}

/** The directory that a plan is or holds. One that holds none has none after a change either, if no heading changes. */
function ownDirectory(plan: Plan, path: string): Directory | undefined {
  if (holdsNone(plan)) return undefined;
  const directory = directoryOf(plan, path);
  if (!directory) withoutDirectory.add(plan);
  return directory;
}

function holdsNone(plan: Plan): boolean {
  if (withoutDirectory.has(plan)) return true;
  const origin = originOf(plan);
  if (!origin || !withoutDirectory.has(origin.before)) return false;
  const { meets } = new Mover(origin.change);
  if (origin.before.sections.some(({ titleSpan }) => meets(titleSpan))) return false;
  withoutDirectory.add(plan);
  return true;
}

/** Plans that are known to hold none. */
const withoutDirectory = new WeakSet<Plan>();

/** The workspace with one document added or replaced. */
export function withDocument(workspace: Workspace, document: IndexedDocument): Workspace {
  return withChanges(workspace, [[document.path, document]]);
}

/** The workspace in which the directories at `paths`, the first one first, serve the document at `path` before others. */
export function withAppointed(workspace: Workspace, path: string, paths: readonly string[]): Workspace {
  const value = paths.length > 0 ? paths : undefined;
  return { ...workspace, appointed: replaced(workspace.appointed, path, value) };
}

/** The workspace with the document at each path, or without one: the index is copied once for all. */
export function withChanges(
  workspace: Workspace,
  changes: readonly (readonly [path: string, document: IndexedDocument | undefined])[],
): Workspace {
  if (changes.every(([path, document]) => !document && !workspace.documents.has(path))) return workspace;
  const documents = new Map(workspace.documents);
  const directories = new Map(workspace.directories);
  const plansIn = new Map(workspace.plansIn);
  let isOrdered = true;
  for (const [path, document] of changes) {
    const old = documents.get(path);
    if (!old && document) isOrdered = false;
    put(documents, path, document);
    put(directories, path, document?.plan.kind === 'directory' ? document : undefined);
    const more = Number(document?.plan.kind === 'plan') - Number(old?.plan.kind === 'plan');
    const folder = folderOf(path);
    if (more !== 0) put(plansIn, folder, (plansIn.get(folder) ?? 0) + more || undefined);
  }
  return {
    ...workspace,
    // What is told of many documents is told in one order, whichever was opened or closed last.
    documents: isOrdered ? documents : new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1))),
    directories: areSame(directories, workspace.directories) ? workspace.directories : directories,
    plansIn,
  };
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function areSame<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

function replaced<T>(map: ReadonlyMap<string, T>, key: string, value: T | undefined): ReadonlyMap<string, T> {
  const next = new Map(map);
  put(next, key, value);
  return next;
}

/**
 * The directories that serve a document: itself or its appendix, then those appointed for it, then those of its root
 * the nearest folder first. One in a folder beside or below that holds plans, too, speaks of those (an archive, an
 * example, another body) and serves others only where a configuration appoints it. A document that is not in the index
 * is served by all.
 */
export function directoriesFor(workspace: Workspace, path: string): readonly Directory[] {
  const own = workspace.documents.get(path);
  const found: { directory: Directory; distance: number }[] = [];
  // An appendix serves its own plan alone.
  if (own?.directory && !workspace.directories.has(path))
    found.push({ directory: own.directory, distance: -1 });
  for (const { path: other, root, directory } of workspace.directories.values()) {
    if (!directory || (own && root !== own.root) || !reaches(workspace, other, path)) continue;
    found.push({ directory, distance: distanceBetween(path, other) });
  }
  found.sort((a, b) => a.distance - b.distance || (a.directory.path < b.directory.path ? -1 : 1));
  const near = found.map((one) => one.directory);
  const appointed = workspace.appointed.get(path);
  if (!appointed) return near;
  const named = flatMapped(appointed, (one) => workspace.documents.get(one)?.directory ?? []);
  return [...new Set([...near.filter((one) => one.path === path), ...named, ...near])];
}

/** What a name in a document stands for. */
export function resolveIn(workspace: Workspace, path: string, name: string): Resolved | undefined {
  return resolveName(directoriesFor(workspace, path), name);
}

/** A mention in the document where it stands. */
export interface Occurrence {
  readonly path: string;
  readonly mention: Mention;
}

/**
 * Every mention of what `name` means in the document at `path`: all names and aliases of its entry, in all documents
 * of the same root that resolve them to that entry. Without an entry, the same name in the same root.
 */
export function occurrencesOf(workspace: Workspace, path: string, name: string): readonly Occurrence[] {
  const target = resolveIn(workspace, path, name);
  const root = workspace.documents.get(path)?.root;
  const key = nameKey(name);
  const found: Occurrence[] = [];
  for (const document of workspace.documents.values()) {
    if (document.root !== root) continue;
    const meant = meaningIn(workspace, document.path);
    for (const mention of document.mentions) {
      const other = target && meant(mention.name);
      const same = target ? other && isSame(other, target) : nameKey(mention.name) === key;
      if (same) found.push({ path: document.path, mention });
    }
  }
  return found.sort(byPlace);
}

function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.mention.span.start - b.mention.span.start;
}

/** `resolveIn` for many names of one document, each looked up once. */
export function meaningIn(workspace: Workspace, path: string): (name: string) => Resolved | undefined {
  return resolverFor(directoriesFor(workspace, path));
}

/** Whether a document of the root mentions a name with that key. */
export function isMentioned({ documents }: Workspace, root: string | undefined, key: string): boolean {
  for (const document of documents.values()) {
    if (document.root === root && document.mentions.some(({ name }) => nameKey(name) === key)) return true;
  }
  return false;
}

/** The name at `offset`, its end included; where two touch, the one that begins there. */
export function mentionAt(workspace: Workspace, path: string, offset: number): Mention | undefined {
  const mentions = workspace.documents.get(path)?.mentions ?? [];
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low - 1];
  return mention && offset <= mention.span.end ? mention : undefined;
}

/** How many tasks of the root name an entry: in all, and by role, in each of which a task may name it. */
export interface Load {
  readonly tasks: number;
  readonly leads: number;
  readonly units: number;
  readonly support: number;
}

/** The tasks of a root by what they name: entries where a directory knows the name, else the name's key. */
export function loadsIn(workspace: Workspace, root: string): ReadonlyMap<Entry | string, Load> {
  const loads = new Map<Entry | string, { -readonly [K in keyof Load]: Load[K] }>();
  const loadOf = (entry: Entry | string) => {
    const load = loads.get(entry) ?? { tasks: 0, leads: 0, units: 0, support: 0 };
    loads.set(entry, load);
    return load;
  };
  for (const document of workspace.documents.values()) {
    if (document.root !== root || document.plan.kind === 'directory') continue;
    const meant = meaningIn(workspace, document.path);
    for (const task of document.plan.tasks) {
      if (task.role !== 'task') continue;
      const named = new Set<Entry | string>();
      for (const role of ['leads', 'units', 'support'] as const) {
        const entries = new Set(task[role].map(({ name }) => ownEntry(meant(name)) ?? nameKey(name)));
        for (const entry of entries) {
          loadOf(entry)[role] += 1;
          named.add(entry);
        }
      }
      for (const entry of named) loadOf(entry).tasks += 1;
    }
  }
  return loads;
}

/** Who is only a member or a head has tasks of their own. */
function ownEntry(resolved: Resolved | undefined): Entry | undefined {
  return resolved && isEntry(resolved) ? resolved.entry : undefined;
}

function mentionsIn(plan: Plan, directory: Directory | undefined): Mention[] {
  const entries = directory?.entries ?? [];
  const inEntries = flatMapped(entries, (entry): Mention[] => [
    ...namesOf(entry).map((named, i) => ({
      ...named,
      role: i === 0 ? ('entry' as const) : ('alias' as const),
    })),
    ...mentionsOf(entry).map((named) => ({ ...named, role: 'detail' as const })),
  ]);
  const inside = within(entries.map((entry) => entry.span));
  const inFields = flatMapped([...plan.fields, ...plan.blankets], ({ role, parties }): Mention[] =>
    parties.map(({ name, span }) => ({ name, span, role })),
  );
  const all =
    entries.length > 0 ? [...inEntries, ...inFields.filter(({ span }) => !inside(span.start))] : inFields;
  return all.sort((a, b) => a.span.start - b.span.start);
}

/** Whether the directory at `other` lies in the folder of `path`, in one above, or in one for directories alone. */
function reaches({ plansIn }: Workspace, other: string, path: string): boolean {
  const folder = folderOf(other);
  return path.startsWith(folder) || !plansIn.has(folder);
}

/** Which directories speak of the plans beside them alone: where that changes, so does who serves others. */
export function confinedIn({ directories, plansIn }: Workspace): string {
  return [...directories.keys()]
    .filter((path) => plansIn.has(folderOf(path)))
    .sort()
    .join('\n');
}

/** With the slash at its end. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Steps up and down between the folders of two documents. */
function distanceBetween(a: string, b: string): number {
  const [left, right] = [foldersOf(a), foldersOf(b)];
  let shared = 0;
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared += 1;
  // A folder above serves what lies below before a folder beside it does.
  return (left.length - shared) * 2 + (right.length - shared) * 3 + (a === b ? -1 : 0);
}

function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}
