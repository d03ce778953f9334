/** How two paragraphs of one cell meet in one line: names in a list, sentences as they are. */
export function between(left: string, right: string): string {
  if (left === '' || right === '' || /[、，。；：:;,.！？]$/u.test(left) || /^[（(【〔]/u.test(right))
    return '';
  return isName(left.slice(left.lastIndexOf('、') + 1)) && isName(right) ? '、' : '；';
}

/** Short, and without stops: `教育督导室`. */
function isName(text: string): boolean {
  return text.length <= 14 && !/[，。；：！？]|\d[.．、]/u.test(text);
}

/** The lines of a cell as one, as a row of plan text has it. */
export function inOneLine(cell: string): string {
  const lines = cell.split(/[\r\n]+/u).map((line) => line.replace(/\t/gu, ' ').trim());
  return lines.reduce((all, line) => all + between(all, line) + line);
}
