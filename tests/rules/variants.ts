/**
 * The same document as another editor would have saved it, or with characters beyond the basic plane above and in
 * it. `marked` may have marks; they move with the text.
 */
export const variants: Readonly<Record<string, (marked: string) => string>> = {
  'LF and no last line end': (marked) => marked.replace(/\n+$/u, ''),
  'LF and a last line end': (marked) => `${marked.replace(/\n+$/u, '')}\n`,
  CRLF: (marked) => marked.replaceAll('\n', '\r\n'),
  'a byte order mark': (marked) => `\uFEFF${marked}`,
  'a byte order mark and CRLF': (marked) => `\uFEFF${marked.replaceAll('\n', '\r\n')}`,
  'empty lines at the end': (marked) => `${marked}\n\n\n`,
  'a comment above': (marked) => `<!-- 备注：送审前再核对 -->\n${marked}`,
  'astral characters above': (marked) => `索引号：𠮷2024-0𠀋1\n\n${marked}`,
};

/** `text` with a character beyond the basic plane before each sentence end. */
export function withAstral(text: string): string {
  return text.replaceAll('。', '𠮷。');
}
