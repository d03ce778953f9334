import {
  CallHierarchyPrepareRequest,
  type ClientCapabilities,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DeclarationRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  InlayHintRequest,
  InlineCompletionRequest,
  LinkedEditingRangeRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  SignatureHelpRequest,
  TypeDefinitionRequest,
  TypeHierarchyPrepareRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { OwnClient } from '../protocol.ts';
import { actionKinds, resolvesActions } from './answers/actions/kinds.ts';
import { appliesEdits, commandsFor, knowsActions, showsDocuments } from './answers/command.ts';
import { resolvesSymbols } from './answers/kinds.ts';
import { legendFor } from './answers/legend.ts';

/**
 * What is announced, by the method that serves it: each has a row in `features.ts`, and no row there whose method a
 * client has to be told of is without its like here (`tests/lsp/announced.test.ts`). It stands by itself so that
 * `initialize` is answered before anything is loaded that serves.
 */
export const announced: Readonly<Record<string, Capability>> = {
  [DocumentDiagnosticRequest.method]: () => ({
    diagnosticProvider: { identifier: 'planlint', interFileDependencies: true, workspaceDiagnostics: true },
  }),
  [DocumentSymbolRequest.method]: () => ({ documentSymbolProvider: true }),
  [WorkspaceSymbolRequest.method]: (client) => ({
    workspaceSymbolProvider: resolvesSymbols(client) ? { resolveProvider: true } : true,
  }),
  [FoldingRangeRequest.method]: () => ({ foldingRangeProvider: true }),
  [SelectionRangeRequest.method]: () => ({ selectionRangeProvider: true }),
  [SemanticTokensRequest.method]: (client) => ({
    semanticTokensProvider: { legend: legendFor(client), full: { delta: true }, range: true },
  }),
  [DefinitionRequest.method]: () => ({ definitionProvider: true }),
  [DeclarationRequest.method]: () => ({ declarationProvider: true }),
  [TypeDefinitionRequest.method]: () => ({ typeDefinitionProvider: true }),
  [ReferencesRequest.method]: () => ({ referencesProvider: true }),
  [DocumentHighlightRequest.method]: () => ({ documentHighlightProvider: true }),
  [RenameRequest.method]: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  [HoverRequest.method]: () => ({ hoverProvider: true }),
  [CompletionRequest.method]: () => ({
    completionProvider: {
      triggerCharacters: ['：', ':', '、', '，', '；', '（', '《', '“'],
      resolveProvider: true,
    },
  }),
  [CodeActionRequest.method]: (client) => {
    if (!knowsActions(client)) return appliesEdits(client) ? { codeActionProvider: true } : {};
    const resolveProvider = resolvesActions(client) && { resolveProvider: true };
    return { codeActionProvider: { codeActionKinds: [...actionKinds], ...resolveProvider } };
  },
  [ExecuteCommandRequest.method]: (client, own) => {
    const served = commandsFor(client, own);
    return served.length > 0 ? { executeCommandProvider: { commands: [...served] } } : {};
  },
  [InlayHintRequest.method]: () => ({ inlayHintProvider: true }),
  [CodeLensRequest.method]: (client, own) =>
    own.showPlaces || showsDocuments(client) ? { codeLensProvider: { resolveProvider: false } } : {},
  [DocumentLinkRequest.method]: () => ({ documentLinkProvider: { resolveProvider: false } }),
  [ImplementationRequest.method]: () => ({ implementationProvider: true }),
  [DocumentFormattingRequest.method]: () => ({ documentFormattingProvider: true }),
  [DocumentRangeFormattingRequest.method]: () => ({ documentRangeFormattingProvider: true }),
  [DocumentOnTypeFormattingRequest.method]: () => ({
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: '\n',
      moreTriggerCharacter: ['、', '）', ')'],
    },
  }),
  [InlineCompletionRequest.method]: () => ({ inlineCompletionProvider: true }),
  // Only when asked: editors show it over the line above, which one copies from; labels are completed in its place.
  [SignatureHelpRequest.method]: () => ({
    signatureHelpProvider: { triggerCharacters: [], retriggerCharacters: ['；', ';', '：'] },
  }),
  [LinkedEditingRangeRequest.method]: () => ({ linkedEditingRangeProvider: true }),
  [CallHierarchyPrepareRequest.method]: () => ({ callHierarchyProvider: true }),
  [TypeHierarchyPrepareRequest.method]: () => ({ typeHierarchyProvider: true }),
};

/** What is announced to a client of these capabilities; `own`: what it says of itself beside them. */
export type Capability = (client: ClientCapabilities, own: OwnClient) => Partial<ServerCapabilities>;
