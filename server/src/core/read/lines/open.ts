import type { Block, Passage } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { isBody, isGroup } from '../fields/bodies.ts';
import { markOf } from '../outline/numbering.ts';

/**
 * For every line the index of the line that closes the owner bracket which is open at its end: its own where there is
 * none. No paragraph ends between the two. `behind` is the index of the line that goes on behind each: what is the page's
 * there is none of the bracket's.
 */
export function lastLines(lines: readonly Block[], behind: readonly number[]): readonly number[] {
  return lines.map((_, i) => closingLine(lines, i, behind));
}

function closingLine(lines: readonly Block[], from: number, behind: readonly number[]): number {
  const line = lines[from];
  if (!line) return from;
  for (const opener of openAtEnd(line)) {
    const last = closedBy(lines, from, line.text.slice(opener + 1), behind);
    if (last !== undefined) return last;
  }
  return from;
}

/** Where the brackets open that are not closed in `text`, the outermost first. */
const openAtEnd = unnumbered(({ text }: Passage): readonly number[] => {
  const open: number[] = [];
  for (const { 0: mark, index } of matchesIn(text, BRACKET)) {
    if (OPENERS.includes(mark)) open.push(index);
    else open.pop();
  }
  return open.filter((index) => index >= text.length - LONGEST).slice(0, MOST_OPEN);
});

/** The line that closes what `begun` begins, if that is an owner statement; undefined where no near line does. */
function closedBy(
  lines: readonly Block[],
  from: number,
  begun: string,
  behind: readonly number[],
): number | undefined {
  let words = '';
  let depth = 1;
  let more = begun;
  for (let i = from, read = 1; read <= MOST_LINES; read += 1) {
    for (const { 0: mark, index } of matchesIn(more, BRACKET)) {
      depth += OPENERS.includes(mark) ? 1 : -1;
      if (depth === 0) return isStatement(words + more.slice(0, index)) ? i : undefined;
    }
    words += more;
    if (words.length > LONGEST) return undefined;
    i = behind[i] ?? lines.length;
    const next = lines[i];
    if (!next || markOf(next)) return undefined;
    more = next.text;
  }
  return undefined;
}

/** Whether a bracket that was found closed some lines below states owners, or lists them. */
function isStatement(inner: string): boolean {
  const words = inner.replace(/\s+/gu, '');
  if (SENTENCE_END.test(words)) return false;
  if (LABELLED.test(words) || STATED.test(words)) return true;
  const names = words.split(/[、,;]/u);
  return names.length > 1 && names.every((name) => isBody(name) || isGroup(name));
}

const BRACKET = /[([〔【)\]〕】]/gu;
const OPENERS = '([〔【';

/** How many lines an owner bracket may run over, and how long it may be. */
const MOST_LINES = 10;
const LONGEST = 600;
/** How many brackets that are open at the end of a line are followed; nobody nests more. */
const MOST_OPEN = 4;

/** A sentence that goes on with another one; `。以下均需…` and `。列第一位的…` still belong to the owners before them. */
const SENTENCE_END = /[。!?](?!$|以下|下列|列|排|第一|首|各项)/u;
/** `责任单位:`, `6月底前,牵头考核单位:`; what leads in and what it is make a label. */
const LABELLED =
  /(?:^|[,;。])(?:牵头|责任|配合|完成|主办|主责|主管|落实|承办|协办|协同|协作|协助|分管|参与|参加|实施|负责|联系|包[保抓联]|挂包|督办|整改|办[结理]|时限)[々〇㐀-鿿𠀀-𲎯]{0,9}[:为]/u;
/** `…按职责分工负责`, `…牵头,…配合`, also with a day or a rule about the list behind it. */
const STATED =
  /(?:牵头|负责|配合|落实|参与|协助|协办|承办|分工)(?:抓好|落实|实施|推进|组织|办理|完成|工作)*(?:[,;。].{0,60})?。?$/u;
