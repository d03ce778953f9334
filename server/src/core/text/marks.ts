import { flatMapped } from './flat.ts';
import type { Span } from './text.ts';

/**
 * The text of `marked` without its marks, and where they stood: `⟦…⟧` around spans, which may nest, and `‸` for one
 * cursor. Throws an `Error` that says where marks do not pair, since those who write marks are not those who write
 * plans.
 */
export function readMarks(marked: string): Marked {
  const spans: Span[] = [];
  const open: number[] = [];
  let cursor: number | undefined;
  let text = '';
  for (const part of marked.split(MARK)) {
    if (part === OPEN) open.push(text.length);
    else if (part === CLOSE) {
      const start = open.pop();
      if (start === undefined) throw new Error(`${CLOSE} without ${OPEN} after “${text.slice(-20)}”`);
      spans.push({ start, end: text.length });
    } else if (part === CURSOR) {
      if (cursor !== undefined) throw new Error(`a second ${CURSOR} after “${text.slice(-20)}”`);
      cursor = text.length;
    } else text += part;
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) {
    throw new Error(`${OPEN} without ${CLOSE} before “${text.slice(unclosed, unclosed + 20)}”`);
  }
  return { text, spans: spans.sort(byPlace), cursor };
}

/** A text with places in it that were marked. */
export interface Marked {
  readonly text: string;
  /** Sorted by start, then by end. */
  readonly spans: readonly Span[];
  readonly cursor: number | undefined;
}

/** `text` with `⟦…⟧` around `spans`: what `readMarks` reads back as long as no two of them cross. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  const marks = flatMapped(spans, ({ start, end }) =>
    start === end
      ? [{ at: start, order: 1, mark: OPEN + CLOSE }]
      : [
          { at: start, order: 2, mark: OPEN },
          { at: end, order: 0, mark: CLOSE },
        ],
  );
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  const parts: string[] = [];
  let done = 0;
  for (const { at, mark } of marks) {
    parts.push(text.slice(done, at), mark);
    done = at;
  }
  return parts.join('') + text.slice(done);
}

const OPEN = '⟦';
const CLOSE = '⟧';
const CURSOR = '‸';
const MARK = /([⟦⟧‸])/u;

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
