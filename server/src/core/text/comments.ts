/** `text` without its comments: `<!-- planlint 忽略下一行 -->` is said to the linter alone. One that nobody closes is none. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, '');
}

/** `<!-- … -->`; it ends looking where another begins, or a line of openings would take the square of its length. */
const COMMENT = /<!--(?:(?!<!--).)*?-->/gsu;
