import { flatMapped } from '../../core/text/flat.ts';
import type { Element } from '../xml/tree.ts';

/** A line of plan text read from a document, and where in the document its words stand. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The paragraph, or the first of a row. */
  readonly paragraph: Element;
}

/** Words of a line that one run of the document holds. */
export interface Piece {
  /** Offset in the line. */
  readonly at: number;
  readonly text: string;
  readonly run: Element;
  /** The element of the run that has the words. */
  readonly holder: Element;
  /** Offset in the holder's words. */
  readonly from: number;
}

/** `line` with `words` before it, which stand nowhere in the document. */
export function prefixed(words: string, line: Line): Line {
  if (words === '') return line;
  return {
    ...line,
    text: words + line.text,
    pieces: line.pieces.map((piece) => ({ ...piece, at: piece.at + words.length })),
  };
}

/** Lines as one, with `between` where they meet. */
export function linked(
  lines: readonly Line[],
  between: (left: string, right: string) => string,
): Line | undefined {
  let all: Line | undefined;
  for (const line of lines) {
    if (!all) {
      all = line;
      continue;
    }
    const next = prefixed(all.text + between(all.text, line.text), line);
    all = { ...all, text: next.text, pieces: [...all.pieces, ...next.pieces] };
  }
  return all;
}

/** The stretch of a line from `from` to `to`. */
export function cut(line: Line, from: number, to: number): Line {
  const pieces = flatMapped(line.pieces, (piece) => {
    const start = Math.max(piece.at, from);
    const end = Math.min(piece.at + piece.text.length, to);
    if (start >= end) return [];
    const text = piece.text.slice(start - piece.at, end - piece.at);
    return [{ ...piece, text, at: start - from, from: piece.from + start - piece.at }];
  });
  return { ...line, text: line.text.slice(from, to), pieces };
}

/** Without the spaces around it, and without what is left of a break. */
export function trimmed(line: Line): Line {
  const start = line.text.length - line.text.trimStart().length;
  return cut(line, start, Math.max(start, line.text.trimEnd().length));
}

/** The lines that its line breaks make of it, empty ones left out. */
export function split(line: Line): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const words of line.text.split('\n')) {
    const one = trimmed(cut(line, from, from + words.length));
    if (one.text !== '') lines.push(one);
    from += words.length + 1;
  }
  return lines;
}
