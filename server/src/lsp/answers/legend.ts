import type { ClientCapabilities, SemanticTokensLegend } from 'vscode-languageserver';
import { type TokenKind, tokenKinds } from '../../core/features/reading/tokens.ts';

/** The names of all tokens, and what may be said of one. */
export function legendFor(client: ClientCapabilities): SemanticTokensLegend {
  return { tokenTypes: [...new Set(Object.values(namesFor(client)))], tokenModifiers: ['definition'] };
}

/** What tokens are called for a client: as ours, or as the standard has the like where its list lacks that. */
export function namesFor({ textDocument }: ClientCapabilities): Readonly<Record<TokenKind, string>> {
  const listed = textDocument?.semanticTokens?.tokenTypes ?? [];
  const name = (kind: TokenKind) => {
    const standard = STANDARD[kind];
    return !listed.includes(kind) && listed.includes(standard) ? standard : kind;
  };
  return Object.fromEntries(tokenKinds.map((kind) => [kind, name(kind)])) as Record<TokenKind, string>;
}

/** The like of each kind among the types that every client may know (LSP 3.17, SemanticTokenTypes). */
const STANDARD: Readonly<Record<TokenKind, string>> = {
  number: 'number',
  title: 'class',
  label: 'property',
  person: 'variable',
  unit: 'type',
  group: 'type',
  deadline: 'number',
  quantity: 'number',
  slogan: 'string',
  document: 'string',
  residue: 'comment',
};
