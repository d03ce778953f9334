import { type ClientCapabilities, SymbolKind } from 'vscode-languageserver';

/** What a symbol can be. */
export type Named = 'person' | 'unit' | 'section' | 'task' | 'objective';

/**
 * The kind of a symbol for a client: one whose name is no programmer's, since editors write it beside the symbol; for
 * a client that does not say that it knows it, one of those that all know (LSP 3.17, symbolKind.valueSet).
 */
export function kindOf(named: Named, { textDocument, workspace }: ClientCapabilities): SymbolKind {
  const known =
    textDocument?.documentSymbol?.symbolKind?.valueSet ?? workspace?.symbol?.symbolKind?.valueSet ?? [];
  const [usual, old] = KINDS[named];
  return known.includes(usual) ? usual : old;
}

/** What a symbol of a kind is; a section where the kind is none of ours. */
export function namedBy(kind: SymbolKind): Named {
  const entries = Object.entries(KINDS) as [Named, readonly SymbolKind[]][];
  return entries.find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'section';
}

/** Whether a client asks for the place of a symbol when it goes there (LSP 3.17, workspaceSymbol/resolve). */
export function resolvesSymbols(client: ClientCapabilities): boolean {
  return client.workspace?.symbol?.resolveSupport?.properties.includes('location.range') ?? false;
}

const KINDS: Readonly<Record<Named, readonly [usual: SymbolKind, old: SymbolKind]>> = {
  person: [SymbolKind.Object, SymbolKind.Interface],
  unit: [SymbolKind.Struct, SymbolKind.Class],
  section: [SymbolKind.Module, SymbolKind.Module],
  task: [SymbolKind.Event, SymbolKind.Field],
  objective: [SymbolKind.Key, SymbolKind.Property],
};
