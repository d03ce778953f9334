import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type Position,
  PositionEncodingKind,
  type SymbolInformation,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver';
import { type OutlineNode, outline } from '../../core/features/reading/outline.ts';
import { type FoundSymbol, workspaceSymbols } from '../../core/features/reading/symbols.ts';
import { originOf } from '../../core/plan/moved.ts';
import type { Plan, Section, Task } from '../../core/plan/plan.ts';
import { nameOf } from '../../core/plan/tasks.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { listOf, PIECE, type Pieces, piecesOf } from '../../core/text/pieces.ts';
import type { Span } from '../../core/text/text.ts';
import { rangeOf } from '../convert.ts';
import { isElsewhere } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { kindOf, resolvesSymbols } from './kinds.ts';
import { inParts } from './partial.ts';
import { location } from './places.ts';
import { Shift } from './shifted.ts';

/** The outline of a document and the names of the workspace. */
export const symbols: readonly Feature[] = [
  feature(DocumentSymbolRequest.type, ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const tree = treeOf(plan, session);
    if (session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) return listOf(tree);
    return flatMapped(tree.flat(), (symbol) => flat(symbol, uri));
  }),
  feature(
    WorkspaceSymbolRequest.type,
    async (
      { query, partialResultToken: token },
      session,
    ): Promise<SymbolInformation[] | WorkspaceSymbol[]> => {
      const found = workspaceSymbols(session.workspace, query).filter(({ path }) => !isElsewhere(path));
      const named = ({ name, kind, container }: FoundSymbol) => ({
        name,
        kind: kindOf(kind, session.client),
        containerName: container,
      });
      if (!resolvesSymbols(session.client)) {
        const placed = flatMapped(found, (one) =>
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

/** The outline of a plan, which is kept with it: that of a plan that was moved is the one before, moved. */
function treeOf(plan: Plan, session: Session): Pieces<DocumentSymbol> {
  const known = trees.get(plan);
  if (known?.encoding === session.encoding) return known.tree;
  const tree =
    movedTree(plan, session) ?? piecesFrom(outline(plan).map((node) => symbolOf(node, plan, session)));
  trees.set(plan, { encoding: session.encoding, tree });
  return tree;
}

const trees = new WeakMap<
  Plan,
  { readonly encoding: Session['encoding']; readonly tree: Pieces<DocumentSymbol> }
>();

/** Symbols in pieces: each that has many below it, which are in pieces themselves, and few others in a row. */
function piecesFrom(symbols: readonly DocumentSymbol[]): Pieces<DocumentSymbol> {
  const found: DocumentSymbol[][] = [];
  let row: DocumentSymbol[] = [];
  let size = PIECE;
  for (const symbol of symbols) {
    const own = sizeOf(symbol);
    if (size + own > PIECE) {
      row = [];
      found.push(row);
      size = 0;
    }
    row.push(symbol);
    size += own;
  }
  return found;
}

/** How many symbols one is with those below it. */
function sizeOf({ children = [] }: DocumentSymbol): number {
  return children.reduce((size, child) => size + sizeOf(child), 1);
}

function movedTree(plan: Plan, { encoding }: Session): Pieces<DocumentSymbol> | undefined {
  const origin = originOf(plan);
  const before = origin && trees.get(origin.before);
  if (!before || encoding !== PositionEncodingKind.UTF16 || before.encoding !== encoding) return undefined;
  const shift = new Shift(origin.before, origin.change);
  const tree = movedPieces(before.tree, shift, plan);
  return shift.lost ? undefined : tree;
}

function movedPieces(pieces: Pieces<DocumentSymbol>, shift: Shift, plan: Plan): Pieces<DocumentSymbol> {
  return pieces.map((piece) =>
    piece.some(({ range }) => shift.meets(range))
      ? piece.map((symbol) => movedSymbol(symbol, shift, plan))
      : piece,
  );
}

function movedSymbol(symbol: DocumentSymbol, shift: Shift, plan: Plan): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children = [] } = symbol;
  if (!shift.meets(range)) return symbol;
  const below = piecesOf(children);
  return {
    name: shift.reaches(selectionRange) ? (nameAt(plan, shift.range(selectionRange).start) ?? name) : name,
    ...(detail && { detail }),
    kind,
    range: shift.range(range),
    selectionRange: shift.range(selectionRange),
    children: below
      ? listOf(movedPieces(below, shift, plan))
      : children.map((child) => movedSymbol(child, shift, plan)),
  };
}

/** What the item whose title begins at a position is called. */
function nameAt(plan: Plan, { line, character }: Position): string | undefined {
  const start = (plan.lineStarts[line] ?? 0) + character;
  const begins = ({ titleSpan }: Section | Task) => titleSpan.start === start;
  const item = plan.tasks.find(begins) ?? plan.sections.find(begins);
  return item && shown(nameOf(plan, item));
}

/** LSP 3.17, documentSymbol: a name must not be empty or consist of white space only. */
function shown(name: string): string {
  return name.trim() || '…';
}

function symbolOf(node: OutlineNode, plan: Plan, session: Session): DocumentSymbol {
  const owners = [...node.leads, ...node.units].map(({ name }) => name).join('、');
  const detail = [owners, ...node.deadlines.map(({ text }) => text)].filter(Boolean).join(' · ');
  const below = node.children.map((child) => symbolOf(child, plan, session));
  const pieces = piecesFrom(below);
  const span = {
    start: Math.min(node.span.start, node.titleSpan.start),
    end: Math.max(node.span.end, node.titleSpan.end),
  };
  return {
    name: shown(node.name),
    ...(detail && { detail }),
    kind: kindOf(
      node.kind === 'section' ? 'section' : node.role === 'task' ? 'task' : 'objective',
      session.client,
    ),
    range: rangeOf(plan, span, session.encoding),
    selectionRange: rangeOf(plan, node.titleSpan, session.encoding),
    children: pieces.length > 1 ? listOf(pieces) : below,
  };
}

function flat(symbol: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  const own = { name, kind, location: { uri, range }, ...(containerName && { containerName }) };
  return [own, ...flatMapped(children, (child) => flat(child, uri, name))];
}
