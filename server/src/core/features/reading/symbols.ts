import type { Workspace } from '../../people/workspace.ts';
import { nameOf } from '../../plan/tasks.ts';
import type { Place } from '../place.ts';

/**
 * Units, persons and tasks whose names hold the characters of `query` in order, in all documents; tasks of that number
 * first, then those that begin with it. At most `limit`.
 */
export function workspaceSymbols(workspace: Workspace, query: string, limit = 400): readonly FoundSymbol[] {
  const wanted = [...query.toLowerCase().replace(/\s+/gu, '')];
  const found: (FoundSymbol & { rank: number })[] = [];
  for (const { path, plan, directory } of workspace.documents.values()) {
    const title = plan.title?.text ?? '';
    for (const entry of directory?.entries ?? []) {
      for (const { name, span } of [{ name: entry.name, span: entry.nameSpan }, ...entry.aliases]) {
        const rank = rankOf(name, wanted);
        const kind = entry.kind === 'person' ? 'person' : 'unit';
        if (rank !== undefined)
          found.push({ name, kind, path, span, container: entry.section ?? title, rank });
      }
    }
    if (plan.kind === 'directory') continue;
    for (const task of plan.tasks) {
      const name = nameOf(plan, task);
      const numbered = task.number !== '' && task.number === query.trim();
      const rank = numbered ? -1 : (rankOf(task.title, wanted) ?? rankOf(name, wanted));
      if (rank !== undefined)
        found.push({ name, kind: 'task', path, span: task.titleSpan, container: title, rank });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit);
}

export interface FoundSymbol extends Place {
  readonly name: string;
  readonly kind: 'person' | 'unit' | 'task';
  /** What it stands in. */
  readonly container: string;
}

/** 0 where the name begins with the query, 1 where it holds it, 2 where its characters follow one another. */
function rankOf(name: string, wanted: readonly string[]): number | undefined {
  const text = name.toLowerCase();
  const whole = wanted.join('');
  if (text.startsWith(whole)) return 0;
  if (text.includes(whole)) return 1;
  let at = 0;
  for (const character of wanted) {
    const next = text.indexOf(character, at);
    if (next < 0) return undefined;
    at = next + character.length;
  }
  return 2;
}
