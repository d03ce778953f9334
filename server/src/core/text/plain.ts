/** `text` without what drives a terminal that shows it, or hides what stands there; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '\u{FFFD}');
}

const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

/** `text` as words in Markdown, whatever of its own characters a title or a name holds. */
export function inMarkdown(text: string): string {
  return withoutControls(text).replace(MARKDOWN, '\\$&');
}

/** `*`, `[`, `<` */
const MARKDOWN = /[\\`*_{}[\]<>#|]/gu;
