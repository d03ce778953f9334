import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { type OutlineNode, outline } from '../core/features/outline.ts';
import { workspaceSymbols } from '../core/features/symbols.ts';
import type { Plan } from '../core/plan.ts';
import { rangeOf } from './convert.ts';
import { type Feature, feature } from './feature.ts';
import { location } from './navigation.ts';
import type { Session } from './session.ts';

/** The outline of a document and the names of the workspace. */
export const symbols: readonly Feature[] = [
  feature(
    DocumentSymbolRequest.type,
    () => ({ documentSymbolProvider: true }),
    ({ textDocument: { uri } }, session) => {
      const plan = session.planOf(uri);
      if (!plan) return [];
      const tree = outline(plan).map((node) => symbolOf(node, plan, session));
      if (session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) return tree;
      return tree.flatMap((symbol) => flat(symbol, uri));
    },
  ),
  feature(
    WorkspaceSymbolRequest.type,
    () => ({ workspaceSymbolProvider: true }),
    ({ query }, session) =>
      workspaceSymbols(session.workspace, query).flatMap(({ name, kind, path, span, container }) =>
        location(path, span, session).map((place) => ({
          name,
          kind: KINDS[kind],
          location: place,
          containerName: container,
        })),
      ),
  ),
];

const KINDS = { person: SymbolKind.Interface, unit: SymbolKind.Class, task: SymbolKind.Method } as const;

function symbolOf(node: OutlineNode, plan: Plan, session: Session): DocumentSymbol {
  const owners = [...node.leads, ...node.units].map(({ name }) => name).join('、');
  const detail = [owners, ...node.deadlines.map(({ text }) => text)].filter(Boolean).join(' · ');
  const span = {
    start: Math.min(node.span.start, node.titleSpan.start),
    end: Math.max(node.span.end, node.titleSpan.end),
  };
  return {
    // LSP 3.17, documentSymbol: a name must not be empty or consist of white space only.
    name: `${node.label}${node.title}`.trim() || '…',
    ...(detail && { detail }),
    kind:
      node.kind === 'section'
        ? SymbolKind.Namespace
        : node.role === 'task'
          ? SymbolKind.Method
          : SymbolKind.Property,
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
