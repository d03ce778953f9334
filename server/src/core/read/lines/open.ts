import { type Block, joined } from '../../plan/block.ts';
import { markOf } from '../outline/numbering.ts';

/** Joins the lines over which an owner bracket runs: `（责任单位：甲、` ⏎ `各市、县（区）乙）`. */
export function joinOpenBrackets(lines: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) break;
    const last = OWNER.test(line.text.slice(-REACH)) ? closingLine(lines, i) : i;
    found.push(joined(lines.slice(i, last + 1)));
    i = last;
  }
  return found;
}

/** Index of the line that closes the owner bracket open at the end of line `from`; `from` where none near does. */
function closingLine(lines: readonly Block[], from: number): number {
  let open = openBehind(lines[from]?.text ?? '', []);
  if (!open?.some((words) => OWNER_START.test(words))) return from;
  for (let i = from + 1; i <= from + MOST_LINES; i += 1) {
    const line = lines[i];
    if (!line || markOf(line)) return from;
    open = openBehind(line.text, open);
    if (open === undefined) return from;
    if (open.length === 0) return i;
  }
  return from;
}

/**
 * The words behind each bracket that is still open at the end of `text`, where `before` were open at its start;
 * undefined where a sentence ends in what was open before, or it runs on too long for names.
 */
function openBehind(text: string, before: readonly string[]): readonly string[] | undefined {
  const open = [...before];
  let inside = before.length > 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if ('([〔【'.includes(character)) open.push(text.slice(i + 1, i + 8));
    else if (')]〕】'.includes(character)) open.pop();
    else if (inside && (character === '。' || i > LONGEST)) return undefined;
    inside &&= open.length > 0;
  }
  return open;
}

/** How far from the end of a line its bracket may open, how many lines it may run over, how long each may be. */
const REACH = 220;
const MOST_LINES = 4;
const LONGEST = 120;
const OWNER_START = /^\s*(?:责任|牵头|配合|完成|主办|主责|落实|承办|协办|分管|参与|参加)/u;
const OWNER = new RegExp(`[([〔【]${OWNER_START.source.slice(1)}`, 'u');
