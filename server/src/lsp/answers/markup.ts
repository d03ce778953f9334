import { type MarkupContent, MarkupKind } from 'vscode-languageserver';

/** Markdown for a client that likes it best, else the words without its marks (LSP 3.17, MarkupContent). */
export function markup(text: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  const kind = formats?.[0] ?? MarkupKind.Markdown;
  return { kind, value: kind === MarkupKind.Markdown ? text : text.replace(MARKS, '$<itself>') };
}

// `**办公室**` → `办公室`, `第1\_2科` → `第1_2科`
const MARKS = /\*\*|`|\\(?<itself>[\\`*_{}[\]<>#|.])/gu;
