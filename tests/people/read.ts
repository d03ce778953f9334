import { type Directory, directoryOf } from '../../server/src/core/people/directory.ts';
import type { Entry } from '../../server/src/core/people/entry.ts';
import {
  emptyWorkspace,
  indexed,
  type Workspace,
  withDocument,
} from '../../server/src/core/people/workspace.ts';
import { parse } from '../../server/src/core/read/read.ts';

/** The directory that `text` is; its file name says that it is one. */
export function directory(text: string, path = 'x.units.plan'): Directory {
  const found = directoryOf(parse(text, { path }), path);
  if (!found) throw new Error('no directory');
  return found;
}

/** What an entry says, without where, and without what it does not say. */
export function said(entry: Entry): Readonly<Record<string, unknown>> {
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  const all = {
    kind: entry.kind,
    name: entry.name,
    aliases: names(entry.aliases.filter(({ former }) => !former)),
    former: names(entry.aliases.filter(({ former }) => former)),
    heads: names(entry.heads),
    post: entry.post,
    inCharge: names(entry.inCharge),
    leaders: names(entry.leaders),
    parents: names(entry.parents),
    members: names(entry.members),
    section: entry.section,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && String(value) !== ''),
  );
}

/** An index over texts by path; `root` is the part of a path before `//`, if it has one. */
export function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  return Object.entries(texts).reduce(
    (workspace, [path, text]) => withDocument(workspace, documentOf(path, text)),
    emptyWorkspace,
  );
}

export function documentOf(path: string, text: string) {
  const [root = ''] = path.includes('//') ? path.split('//') : [];
  return indexed(parse(text, { path }), path, root);
}
