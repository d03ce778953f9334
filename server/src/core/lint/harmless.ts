import type { Edit, Fix } from './finding.ts';

/**
 * `fix` without the edits that change nothing in `text`; undefined where nothing is left, or where an edit begins or
 * ends inside a character: an entity (`&ldquo;`), a surrogate pair, CR LF. Half of one is no character at all.
 */
export function harmless(text: string, fix: Fix): Fix | undefined {
  if (fix.edits.some(({ span }) => isInside(text, span.start) || isInside(text, span.end))) return undefined;
  const edits = fix.edits.filter((edit) => changes(text, edit));
  if (edits.length === fix.edits.length) return fix;
  return edits.length > 0 ? { ...fix, edits } : undefined;
}

function changes(text: string, { span, newText }: Edit): boolean {
  return span.end - span.start !== newText.length || !text.startsWith(newText, span.start);
}

/** Whether `offset` parts what is one character. */
function isInside(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  if (before === CARRIAGE_RETURN && after === LINE_FEED) return true;
  if (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) return true;
  // No further back than an entity is long: a text may have none, and many fixes.
  const start = Math.max(0, offset - LONGEST_ENTITY + 1);
  const at = text.slice(start, offset).lastIndexOf('&');
  if (at < 0) return false;
  const entity = ENTITY.exec(text.slice(start + at, start + at + LONGEST_ENTITY));
  return entity !== null && start + at + entity[0].length > offset;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const LONGEST_ENTITY = 12;

/** `&ldquo;`, `&#8220;`, `&#x201C;` */
const ENTITY = /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,9});/u;
