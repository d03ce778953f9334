import { printable } from '../../terminal/cells.ts';

/** A piece of HTML that is safe to stand in a page. */
export interface Html {
  readonly markup: string;
}

/** HTML from a template: every string put into it is text, escaped; what cannot be seen is shown. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.map((part, i) => (i === 0 ? '' : markupOf(values[i - 1] ?? '')) + part).join('') };
}

/** Pieces one after the other. */
export function join(pieces: readonly Html[]): Html {
  return { markup: pieces.map(({ markup }) => markup).join('\n') };
}

type Value = string | number | Html | readonly (Html | string)[];

function markupOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map((piece) => markupOf(piece)).join('\n');
}

function escaped(text: string): string {
  return printable(text).replace(MARKUP, (one) => `&#${one.codePointAt(0)};`);
}

const MARKUP = /[<>&"'`]/gu;
