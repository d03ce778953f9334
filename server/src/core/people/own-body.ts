import { foldedIn } from '../plan/plan.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/text.ts';
import { classOf } from './bodies.ts';
import { type Directory, nameKey } from './directory.ts';
import type { Entry } from './entry.ts';
import { isSameBody } from './names.ts';
import { directoriesFor, type Workspace } from './workspace.ts';

/** The body whose directory one is, which its title names: 县教育局 in 澄溪县教育局责任单位名录. */
export interface OwnBody {
  readonly name: string;
  readonly directory: Directory;
  /** Where it stands in the title. */
  readonly span: Span;
  /** The title. */
  readonly title: Span;
}

/** What `name` means in a document where it is no entry but the body of a directory that serves it. */
export function ownBodyIn(workspace: Workspace, path: string, name: string): OwnBody | undefined {
  const key = nameKey(name);
  for (const directory of directoriesFor(workspace, path)) {
    const { body } = directory;
    const plan = workspace.documents.get(directory.path)?.plan;
    if (body === undefined || !plan?.title || !isBodyOf(directory, key)) continue;
    const title = plan.title.span;
    const at = foldedIn(plan, title.start, title.end).indexOf(fold(body));
    const start = title.start + Math.max(0, at);
    const span = at < 0 ? title : { start, end: start + body.length };
    return { name: body, directory, span, title };
  }
  return undefined;
}

/** The entries that belong to the body of a directory itself: those that say so, and offices that say nothing. */
export function belowOwnBody(directory: Directory): readonly Entry[] {
  return directory.entries.filter((entry) => isBelowOwnBody(entry, directory));
}

/** Whether an entry belongs to the body of its directory and to no other entry. */
export function isBelowOwnBody({ name, kind, parents }: Entry, directory: Directory): boolean {
  if (directory.body === undefined || kind !== 'unit') return false;
  if (parents.length > 0) return parents.some((parent) => isBodyOf(directory, nameKey(parent.name)));
  return classOf(name) === 'office';
}

function isBodyOf({ body, byName }: Directory, key: string): boolean {
  if (body === undefined || byName.has(key)) return false;
  return nameKey(body) === key || isSameBody(nameKey(body), key);
}
