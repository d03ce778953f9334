import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver';
import { type OutlineNode, outline } from '../../core/features/reading/outline.ts';
import { type FoundSymbol, workspaceSymbols } from '../../core/features/reading/symbols.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Span } from '../../core/text/text.ts';
import { rangeOf } from '../convert.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { kindOf, resolvesSymbols } from './kinds.ts';
import { inParts } from './partial.ts';
import { location } from './places.ts';

/** The outline of a document and the names of the workspace. */
export const symbols: readonly Feature[] = [
  feature(DocumentSymbolRequest.type, ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const tree = outline(plan).map((node) => symbolOf(node, plan, session));
    if (session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) return tree;
    return tree.flatMap((symbol) => flat(symbol, uri));
  }),
  feature(
    WorkspaceSymbolRequest.type,
    async (
      { query, partialResultToken: token },
      session,
    ): Promise<SymbolInformation[] | WorkspaceSymbol[]> => {
      const found = workspaceSymbols(session.workspace, query).filter(({ path }) => session.isListed(path));
      const named = ({ name, kind, container }: FoundSymbol) => ({
        name,
        kind: kindOf(kind, session.client),
        containerName: container,
      });
      if (!resolvesSymbols(session.client)) {
        const placed = found.flatMap((one) =>
          location(one.path, one.span, session).map((place) => ({ ...named(one), location: place })),
        );
        return inParts(WorkspaceSymbolRequest.type, token, placed, session);
      }
      const unplaced = found.map(
        (one): WorkspaceSymbol => ({
          ...named(one),
          location: { uri: session.uriOf(one.path) },
          data: { path: one.path, ...one.span } satisfies SymbolData,
        }),
      );
      return inParts<WorkspaceSymbol, SymbolInformation[]>(
        WorkspaceSymbolRequest.type,
        token,
        unplaced,
        session,
      );
    },
  ),
  feature(WorkspaceSymbolResolveRequest.type, (symbol, session) => {
    const data: unknown = symbol.data;
    const [place] = isSymbolData(data) ? location(data.path, data, session) : [];
    return place ? { ...symbol, location: place } : symbol;
  }),
];

interface SymbolData extends Span {
  readonly path: string;
}

function isSymbolData(data: unknown): data is SymbolData {
  if (typeof data !== 'object' || data === null) return false;
  return (
    typeof Reflect.get(data, 'path') === 'string' &&
    typeof Reflect.get(data, 'start') === 'number' &&
    typeof Reflect.get(data, 'end') === 'number'
  );
}

function symbolOf(node: OutlineNode, plan: Plan, session: Session): DocumentSymbol {
  const owners = [...node.leads, ...node.units].map(({ name }) => name).join('、');
  const detail = [owners, ...node.deadlines.map(({ text }) => text)].filter(Boolean).join(' · ');
  const span = {
    start: Math.min(node.span.start, node.titleSpan.start),
    end: Math.max(node.span.end, node.titleSpan.end),
  };
  return {
    // LSP 3.17, documentSymbol: a name must not be empty or consist of white space only.
    name: node.name.trim() || '…',
    ...(detail && { detail }),
    kind: kindOf(
      node.kind === 'section' ? 'section' : node.role === 'task' ? 'task' : 'objective',
      session.client,
    ),
    range: rangeOf(plan, span, session.encoding),
    selectionRange: rangeOf(plan, node.titleSpan, session.encoding),
    children: node.children.map((child) => symbolOf(child, plan, session)),
  };
}

function flat(symbol: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  const own = { name, kind, location: { uri, range }, ...(containerName && { containerName }) };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}
