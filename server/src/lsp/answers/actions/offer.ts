import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';

/** An action, and its change for when it is wanted. */
export interface Offer {
  readonly action: CodeAction & { readonly kind: string; readonly data?: { readonly id: string } };
  readonly edit: () => WorkspaceEdit;
}
