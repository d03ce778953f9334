import { type Block, joined } from '../blocks.ts';

/** Joins the lines over which an owner bracket runs: `（责任单位：甲、` ⏎ `乙）`. */
export function joinOpenBrackets(lines: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) break;
    const last = OPEN_OWNER.test(line.text.slice(-220)) ? closingLine(lines, i) : i;
    found.push(joined(lines.slice(i, last + 1)));
    i = last;
  }
  return found;
}

/** Index of the line that closes the bracket open at the end of line `from`; `from` where none near does. */
function closingLine(lines: readonly Block[], from: number): number {
  for (let i = from + 1; i <= from + 4; i += 1) {
    const text = lines[i]?.text ?? '';
    if (CLOSES.test(text)) return OPEN_OWNER.test(text.slice(-220)) ? closingLine(lines, i) : i;
    if (text.length > 120 || /[([〔【。]/u.test(text)) return from;
  }
  return from;
}

const CLOSES = /^[^([〔【]{0,200}[)\]〕】]/u;
const OPEN_OWNER =
  /[([〔【](?:责任|牵头|配合|完成|主办|主责|落实|承办|协办|分管|参与|参加)[^()[\]〔〕【】]{0,200}$/u;
