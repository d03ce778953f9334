import { type Block, type Passage, saying } from '../../plan/block.ts';
import { Known, unnumbered } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import { namesBodies } from '../fields/bodies.ts';
import { type Labels, roleOfLabel } from '../fields/labels.ts';
import { markIn, markOf } from '../outline/numbering.ts';

/** A text as given, and folded. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

/**
 * Puts the rows of a table back together whose cells run over several lines, as a spreadsheet or a word processor
 * copies them: a row goes on until it has as many cells as the header, and a cell in quotation marks until these close.
 */
export function joinRows(blocks: readonly Block[], source: Source, labels: Labels): readonly Block[] {
  if (!blocks.some(isTableRow)) return blocks;
  return joinUnfinished(joinQuoted(joinBars(blocks, source), source), source, labels);
}

/** Whether a line, or several put together, is a row of a table. */
export const isTableRow = unnumbered(({ text }: Passage) => text.includes('\t') || text.startsWith('|'));

/** How many lines one row may run over. */
const MOST_LINES = 40;

/** Rows between bars, the last of which stands on a later line. */
function joinBars(blocks: readonly Block[], source: Source): readonly Block[] {
  return joinRuns(blocks, source, (i) => {
    const first = blocks[i];
    if (!first || !opensBar(first)) return i;
    for (let j = i + 1; j < i + MOST_LINES; j += 1) {
      const text = blocks[j]?.text;
      if (text === undefined || text.startsWith('|')) return i;
      if (text.endsWith('|')) return j;
    }
    return i;
  });
}

/** `| 1 | 改造食堂：` */
const opensBar = saying(/^\|[^|]*\|.*[^|]$/u);

/** Rows with a cell in quotation marks (`"改造食堂：` ⏎ `改造三所。"`), which close on a later line. */
function joinQuoted(blocks: readonly Block[], source: Source): readonly Block[] {
  return joinRuns(blocks, source, (i) => {
    const first = blocks[i];
    if (!first || !opensCell(first)) return i;
    let open = true;
    for (let j = i + 1; j < i + MOST_LINES; j += 1) {
      const text = blocks[j]?.text;
      if (text === undefined) return i;
      open = opensQuote(text, true);
      if (!open) return j;
    }
    return i;
  });
}

const opensCell = unnumbered(({ text }: Passage) => text.includes('\t') && opensQuote(text, false));

/** Whether a quoted cell is open at the end of a line, where one is (`before`) or is not open at its start. */
function opensQuote(text: string, before: boolean): boolean {
  let open = before;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (!open) open = i === 0 || text[i - 1] === '\t';
    else if (text[i + 1] === '"') i += 1;
    else if (i + 1 === text.length || text[i + 1] === '\t') open = false;
  }
  return open;
}

/** Rows below a header that have fewer cells than it. */
function joinUnfinished(blocks: readonly Block[], source: Source, labels: Labels): readonly Block[] {
  let tabs = 0;
  let numbered = false;
  return joinRuns(blocks, source, (i) => {
    const block = blocks[i];
    if (!block || !hasTab(block)) return i;
    if (isHeader(block, labels)) {
      tabs = tabsIn(block, source);
      numbered = NUMBER_COLUMN.test(firstCell(block));
      return i;
    }
    if (tabs < 2) return i;
    const end = lastLine(blocks, i, source, tabs, numbered);
    const listed = end > i || tabsIn(block, source) === tabs ? endOfNames(blocks, end) : end;
    return listed > end ? listed : tailOfCell(blocks, end, source, tabs, numbered);
  });
}

const hasTab = saying(/\t/u);

/** Index of the line that completes the row begun at `from`; `from` where none does. */
function lastLine(
  blocks: readonly Block[],
  from: number,
  source: Source,
  tabs: number,
  numbered: boolean,
): number {
  const first = blocks[from];
  if (!first || (numbered && !isNumeral(firstCell(first)))) return from;
  let total = tabsIn(first, source);
  let certain = numbered || UNFINISHED.test(first.text) || countsOn(first, blocks[from + 1]);
  for (let i = from + 1; total < tabs && i < from + MOST_LINES; i += 1) {
    const block = blocks[i];
    if (!block) return from;
    const own = tabsIn(block, source);
    if (own > 0 && numbered && isNumeral(firstCell(block))) return from;
    certain ||= own === 0;
    total += own;
    if (total === tabs) return certain ? i : from;
  }
  return from;
}

/** Whether a line goes on with the numbers of the cell in which a row ends: `第1周⇥1.检查教案` ⏎ `2.组织补考⇥周晓`. */
function countsOn(row: Block, next: Block | undefined): boolean {
  const [own, behind] = [markIn(lastCell(row)), next && markOf(next)];
  return own !== undefined && behind?.style === own.style && behind.value === own.value + 1;
}

/** `…改造食堂：` ends no cell. */
const UNFINISHED = /[:;、,]$/u;

/** Index of the last line of names that go on behind a 、 at the end of a row: `…县水利局、` ⏎ `县财政局`. */
function endOfNames(blocks: readonly Block[], end: number): number {
  let last = end;
  while (last < end + MOST_LINES && blocks[last]?.text.endsWith('、') && isNames(blocks[last + 1])) last += 1;
  return last;
}

function isNames(block: Block | undefined): boolean {
  return block !== undefined && !markOf(block) && namesBodies(block.text.replace(/、$/u, ''));
}

/** Index of the last line of the last cell of a whole row: up to the next row, and no heading between the rows. */
function tailOfCell(
  blocks: readonly Block[],
  end: number,
  source: Source,
  tabs: number,
  numbered: boolean,
): number {
  for (let i = end + 1; i <= end + MOST_LINES; i += 1) {
    const block = blocks[i];
    if (!block) return end;
    if (tabsIn(block, source) > 0) {
      const isRow = numbered ? isNumeral(firstCell(block)) : tabsIn(block, source) === tabs;
      return isRow && i - 1 > end && isList(blocks.slice(end, i)) ? i - 1 : end;
    }
  }
  return end;
}

/** Whether lines below a row go on with the list that its last cell begins. */
function isList([row, ...lines]: readonly Block[]): boolean {
  const first = row && markIn(lastCell(row));
  return first !== undefined && lines.every((line) => markOf(line)?.style === first.style);
}

const NUMBER_COLUMN = /^(?:序\s*号|编\s*号|号)$/u;
const LONGEST_NAME = 16;

function isHeader({ text }: Block, labels: Labels): boolean {
  const names = text.split('\t').map((name) => name.replace(/[\s*"]+|\([^()]*\)$/gu, ''));
  return (
    names.length >= 3 &&
    names.every((name) => name.length <= LONGEST_NAME && !/[。;]/u.test(name)) &&
    names.some((name) => roleOfLabel(labels, name) !== 'other')
  );
}

function firstCell({ text }: Block): string {
  const tab = text.indexOf('\t');
  return text.slice(0, tab < 0 ? text.length : tab).trim();
}

function lastCell({ text }: Block): string {
  return text.slice(text.lastIndexOf('\t') + 1);
}

function isNumeral(words: string): boolean {
  return words.length <= 4 && numeralValue(words.replace(/[.、]$/u, '')) !== undefined;
}

/** The tabs of a line, those at its ends included. */
function tabsIn({ text, span }: Block, { folded }: Source): number {
  let tabs = text.split('\t').length - 1;
  for (let i = span.end; folded[i] === '\t' || folded[i] === ' '; i += 1) if (folded[i] === '\t') tabs += 1;
  for (let i = span.start - 1; folded[i] === '\t' || folded[i] === ' '; i -= 1)
    if (folded[i] === '\t') tabs += 1;
  return tabs;
}

/** The blocks with each run `i`…`lastOf(i)` joined into one row. */
function joinRuns(blocks: readonly Block[], source: Source, lastOf: (i: number) => number): readonly Block[] {
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const last = lastOf(i);
    const [from, to] = [blocks[i], blocks[last]];
    if (!from || !to) break;
    found.push(last === i ? from : rowOf(source, from.span.start, to.span.end));
    i = last;
  }
  return found;
}

/** The stretch of the text from `from` to `to` as one row: a space for each line break, and no quotation marks around cells. */
function rowOf({ text, folded }: Source, from: number, to: number): Block {
  let words = '';
  let raw = '';
  const offsets: number[] = [];
  const push = (at: number, character: string, written: string) => {
    words += character;
    raw += written;
    offsets.push(at);
  };
  let start = from;
  while (folded[start - 1] === '\t') start -= 1;
  let quoted = false;
  for (let i = start; i < to; i += 1) {
    const character = folded[i] ?? '';
    const atCell = words === '' || words.endsWith('\t');
    if (/[\r\n]/u.test(character) || (quoted && character === '\t')) {
      if (!atCell && !words.endsWith(' ') && !/[\r\n]/u.test(folded[i + 1] ?? '')) push(i, ' ', ' ');
    } else if (character === '"' && !quoted && atCell) quoted = true;
    else if (character === '"' && quoted) {
      if (folded[i + 1] === '"') {
        push(i, '"', '"');
        i += 1;
      } else quoted = false;
    } else push(i, character, text[i] ?? '');
  }
  return { text: words, raw, known: new Known(), span: { start: from, end: to }, offsets };
}
