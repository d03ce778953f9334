import { matchesIn } from './matches.ts';
import type { Span } from './text.ts';

/** `text` without its comments: `<!-- planlint 忽略下一行 -->` is said to the linter alone. One that nobody closes is none. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, '');
}

/** Where the comments of `text` stand, in order. */
export function commentsIn(text: string): readonly Span[] {
  return matchesIn(text, COMMENT).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** `<!-- … -->`; it ends looking where another begins, or a line of openings would take the square of its length. */
const COMMENT = /<!--(?:(?!<!--).)*?-->/gsu;
