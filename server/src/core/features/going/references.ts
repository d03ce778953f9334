import type { Entry } from '../../people/entry.ts';
import { isEntry } from '../../people/names.ts';
import {
  meaningIn,
  mentionAt,
  type Occurrence,
  occurrencesOf,
  type Workspace,
} from '../../people/workspace.ts';

/** Every mention of what stands at `offset`, under all its names and in all files of the root. */
export function references(
  workspace: Workspace,
  path: string,
  offset: number,
  options: { readonly withDefinition: boolean },
): readonly Occurrence[] {
  const origin = mentionAt(workspace, path, offset);
  if (!origin) return [];
  const all = occurrencesOf(workspace, path, origin.name);
  return options.withDefinition ? all : all.filter(({ mention }) => mention.role !== 'entry');
}

/** `references` without the definition, for the entries of one directory: the documents are looked through once. */
export function referencesFrom(
  workspace: Workspace,
  path: string,
): (offset: number) => readonly Occurrence[] {
  const root = workspace.documents.get(path)?.root;
  const meant = meaningIn(workspace, path);
  let found: Map<Entry, Occurrence[]> | undefined;
  const gathered = () => {
    const all = new Map<Entry, Occurrence[]>();
    for (const document of workspace.documents.values()) {
      if (document.root !== root) continue;
      const meantThere = meaningIn(workspace, document.path);
      for (const mention of document.mentions) {
        const resolved = mention.role === 'entry' ? undefined : meantThere(mention.name);
        if (!resolved || !isEntry(resolved)) continue;
        const known = all.get(resolved.entry);
        if (known) known.push({ path: document.path, mention });
        else all.set(resolved.entry, [{ path: document.path, mention }]);
      }
    }
    return all;
  };
  return (offset) => {
    const origin = mentionAt(workspace, path, offset);
    const target = origin && meant(origin.name);
    if (!target || !isEntry(target)) return references(workspace, path, offset, { withDefinition: false });
    found ??= gathered();
    return [...(found.get(target.entry) ?? [])].sort(byPlace);
  };
}

function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.mention.span.start - b.mention.span.start;
}

/** The mentions in the same document; `defines` tells the directory entry from its uses. */
export function highlights(
  workspace: Workspace,
  path: string,
  offset: number,
): readonly (Occurrence & { readonly defines: boolean })[] {
  return references(workspace, path, offset, { withDefinition: true })
    .filter((occurrence) => occurrence.path === path)
    .map((occurrence) => ({
      ...occurrence,
      defines: occurrence.mention.role === 'entry' || occurrence.mention.role === 'alias',
    }));
}
