import { nameOf } from '../../terminal/cells.ts';

/** One XML element on lines of its own; what is inside are elements, or one text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[] | string = [],
): string {
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const tag = `${name}${stated.join('')}`;
  if (typeof inside === 'string') return `<${tag}>${escaped(inside)}</${name}>\n`;
  if (inside.length === 0) return `<${tag}/>\n`;
  const lines = inside.map((part) => part.replace(/^(?=<)/gmu, '  '));
  return `<${tag}>\n${lines.join('')}</${name}>\n`;
}

/** A whole XML document. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** `text` inside an element or an attribute. What XML 1.0 cannot hold even escaped is named: `<001B>`. */
function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, nameOf).replace(SPECIAL, (one) => `&#${one.codePointAt(0)};`);
}

const IMPOSSIBLE = /(?![\t\n\r\u{7F}-\u{9F}])[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;
/** Markup, line ends, which readers of attributes would make spaces, and the controls that some readers refuse. */
const SPECIAL = /[<>&"'\t\n\r\u{7F}-\u{9F}\u{2028}\u{2029}]/gu;
