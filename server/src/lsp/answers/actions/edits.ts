import {
  type SnippetTextEdit,
  StringValue,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../../../core/lint/finding.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { rangeOf } from '../../convert.ts';
import type { Session } from '../../session/session.ts';
import { snippetFor } from '../snippet.ts';

/**
 * Edits of one document in the client's words. A single place to fill becomes a snippet, whose stops the person goes
 * through, where the client can (LSP 3.18, SnippetTextEdit); several, and other clients, get the plain text.
 */
export function editOf(uri: string, plan: Plan, edits: readonly Edit[], session: Session): WorkspaceEdit {
  const support = session.client.workspace?.workspaceEdit;
  const plain = ({ span, newText }: Edit): TextEdit => ({
    range: rangeOf(plan, span, session.encoding),
    newText,
  });
  if (!support?.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const version = session.documents.get(uri)?.version ?? null;
  const [only] = edits;
  const snippet = edits.length === 1 && only?.stops && support.snippetEditSupport;
  const changes: TextDocumentEdit['edits'] = snippet
    ? [snippetOf(plan, only, only.stops, session)]
    : edits.map(plain);
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

function snippetOf(
  plan: Plan,
  { span, newText }: Edit,
  stops: readonly number[],
  session: Session,
): SnippetTextEdit {
  const snippet = StringValue.createSnippet(snippetFor(newText, stops));
  return { range: rangeOf(plan, span, session.encoding), snippet };
}
