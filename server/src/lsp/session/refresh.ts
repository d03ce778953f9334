import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  FoldingRangeRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Has the client ask anew for what it shows of directories: who is named how often, in a plan that changed. */
export function recount({ client, connection }: Session): void {
  if (client.workspace?.codeLens?.refreshSupport)
    connection.sendRequest(CodeLensRefreshRequest.type.method).catch(() => undefined);
}

/** Has the client ask anew for whatever it shows: settings, a directory or another file changed. */
export function refresh(session: Session, push: (uri: string) => void): void {
  session.changes.note();
  const { workspace } = session.client;
  const shown = [
    [workspace?.diagnostics, DiagnosticRefreshRequest.type],
    [workspace?.inlayHint, InlayHintRefreshRequest.type],
    [workspace?.codeLens, CodeLensRefreshRequest.type],
    [workspace?.semanticTokens, SemanticTokensRefreshRequest.type],
    [workspace?.foldingRange, FoldingRangeRefreshRequest.type],
  ] as const;
  for (const [support, { method }] of shown) {
    if (support?.refreshSupport) session.connection.sendRequest(method).catch(() => undefined);
  }
  for (const { uri } of session.documents.all()) push(uri);
}
