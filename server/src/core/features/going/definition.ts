import { nameKey } from '../../people/directory.ts';
import { ownBodyIn } from '../../people/own-body.ts';
import { type Mention, mentionAt, resolveIn, type Workspace } from '../../people/workspace.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Span } from '../../text/text.ts';
import type { Place } from '../place.ts';

/**
 * Where the name at `offset` is defined: its entry in the nearest directory, on the name or alias that matched. Where
 * no directory knows it, its first mention in the document. Undefined where no name stands.
 */
export function definition(workspace: Workspace, path: string, offset: number): Target | undefined {
  const origin = mentionAt(workspace, path, offset);
  if (!origin) return undefined;
  const resolved = resolveIn(workspace, path, origin.name);
  if (resolved) {
    const { entry, directory, span } = resolved;
    return { origin: origin.span, path: directory.path, span: entry.span, selection: span };
  }
  const body = ownBodyIn(workspace, path, origin.name);
  if (body) return { origin: origin.span, path: body.directory.path, span: body.title, selection: body.span };
  const first = firstMention(workspace, path, origin.name);
  return first && { origin: origin.span, path, span: first.span, selection: first.span };
}

/** A place that a name leads to. */
export interface Target extends Place {
  /** The name that was asked about. */
  readonly origin: Span;
  /** What to select there. */
  readonly selection: Span;
}

/** The bodies above (上级) the unit at `offset`, as far as a directory defines them. */
export function typeDefinition(workspace: Workspace, path: string, offset: number): readonly Target[] {
  const origin = mentionAt(workspace, path, offset);
  const resolved = origin && resolveIn(workspace, path, origin.name);
  if (!origin || !resolved) return [];
  return flatMapped(resolved.entry.parents, (parent) => {
    const above = resolveIn(workspace, resolved.directory.path, parent.name);
    const body = above ? undefined : ownBodyIn(workspace, resolved.directory.path, parent.name);
    if (body)
      return [{ origin: origin.span, path: body.directory.path, span: body.title, selection: body.span }];
    if (!above || above.entry === resolved.entry) {
      return [
        {
          origin: origin.span,
          path: resolved.directory.path,
          span: resolved.entry.span,
          selection: parent.span,
        },
      ];
    }
    return [
      { origin: origin.span, path: above.directory.path, span: above.entry.span, selection: above.span },
    ];
  });
}

function firstMention(workspace: Workspace, path: string, name: string): Mention | undefined {
  const key = nameKey(name);
  return workspace.documents.get(path)?.mentions.find((mention) => nameKey(mention.name) === key);
}
