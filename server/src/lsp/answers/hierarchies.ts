import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type TypeHierarchyItem,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
} from 'vscode-languageserver';
import {
  bodiesAbove,
  bodiesBelow,
  type Item,
  itemAt,
  namedBy as namedIn,
  tasksNaming,
} from '../../core/features/going/hierarchy.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { rangeOf, spanOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { kindOf, namedBy } from './kinds.ts';
import { at } from './places.ts';

/** Units and the tasks that name them as callers and called; bodies and their departments as types. */
export const hierarchies: readonly Feature[] = [
  feature(CallHierarchyPrepareRequest.type, (params, session) => {
    const item = at(params, session, (path, offset) => itemAt(session.workspace, path, offset));
    return item ? itemsOf([item], session) : null;
  }),
  feature(CallHierarchyIncomingCallsRequest.type, ({ item }, session) =>
    flatMapped(tasksNaming(session.workspace, fromClient(item, session)), ({ item: task, places }) => {
      const fromRanges = rangesIn(task.path, places, session);
      return itemsOf([task], session).map((from) => ({ from, fromRanges }));
    }),
  ),
  feature(CallHierarchyOutgoingCallsRequest.type, ({ item }, session) => {
    const task = fromClient(item, session);
    return flatMapped(namedIn(session.workspace, task), ({ item: named, places }) => {
      const fromRanges = rangesIn(task.path, places, session);
      return itemsOf([named], session).map((to) => ({ to, fromRanges }));
    });
  }),
  feature(TypeHierarchyPrepareRequest.type, (params, session) => {
    const item = at(params, session, (path, offset) => itemAt(session.workspace, path, offset));
    return item && item.kind !== 'task' ? itemsOf([item], session) : null;
  }),
  feature(TypeHierarchySupertypesRequest.type, ({ item }, session) =>
    itemsOf(bodiesAbove(session.workspace, fromClient(item, session)), session),
  ),
  feature(TypeHierarchySubtypesRequest.type, ({ item }, session) =>
    itemsOf(bodiesBelow(session.workspace, fromClient(item, session)), session),
  ),
];

function itemsOf(items: readonly Item[], session: Session): (CallHierarchyItem & TypeHierarchyItem)[] {
  return flatMapped(items, ({ name, kind, path, span, selection }) => {
    const lines = session.linesOf(path);
    if (!lines) return [];
    return [
      {
        name,
        kind: kindOf(kind, session.client),
        uri: session.uriOf(path),
        range: rangeOf(lines, span, session.encoding),
        selectionRange: rangeOf(lines, selection, session.encoding),
      },
    ];
  });
}

function fromClient(item: CallHierarchyItem | TypeHierarchyItem, session: Session): Item {
  const path = pathOf(item.uri);
  const lines = session.linesOf(path);
  const [span, selection] = [item.range, item.selectionRange].map((range) =>
    lines ? spanOf(lines, range, session.encoding) : { start: 0, end: 0 },
  );
  const none = { start: 0, end: 0 };
  const named = namedBy(item.kind);
  const kind = named === 'task' || named === 'person' ? named : 'unit';
  return { name: item.name, kind, path, span: span ?? none, selection: selection ?? none };
}

function rangesIn(
  path: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  session: Session,
) {
  const lines = session.linesOf(path);
  return lines ? spans.map((span) => rangeOf(lines, span, session.encoding)) : [];
}
