import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/**
 * Markdown for a client that likes it best, else the words without its marks (LSP 3.17, MarkupContent); mere text for
 * one that does not say that it knows the difference.
 */
export function markup(text: string, formats: readonly MarkupKind[] | undefined): MarkupContent | string {
  const kind = formats?.[0];
  if (kind === undefined) return text.replace(MARKS, '$<itself>');
  return { kind, value: kind === MarkupKind.Markdown ? text : text.replace(MARKS, '$<itself>') };
}

// `**办公室**` → `办公室`, `第1\_2科` → `第1_2科`
const MARKS = /\*\*|`|\\(?<itself>[\\`*_{}[\]<>#|.])/gu;
