import { mentionAt, type Occurrence, occurrencesOf, type Workspace } from '../../people/workspace.ts';

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
