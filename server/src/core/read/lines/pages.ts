import { type Block, saying } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { isPage } from '../frame/shapes.ts';

/**
 * The lines that belong to the pages of a text and not to its paragraphs: the numbers of pages, and behind one the head
 * that the pages have in common, which may be the title: `— 2 —` ⏎ `某街道清廉建设工作方案`.
 */
export function pageLines(lines: readonly Block[]): ReadonlySet<Block> {
  const numbers = lines.filter(isPage);
  if (numbers.length === 0) return new Set();
  const behind = lines.filter((line, i) => i > 0 && isPage(lines[i - 1] ?? line) && !isPage(line));
  const known = new Set<string>();
  const heads = new Set<string>();
  for (const { text } of new Set([...lines.slice(0, TITLE_LINES), ...behind])) {
    if (known.has(text)) heads.add(text);
    known.add(text);
  }
  return new Set([
    ...numbers,
    ...behind.filter((line) => heads.has(line.text) && isHead(line) && !ENDED.test(line.text)),
  ]);
}

/** For every line the index of the one that goes on behind it, those of pages left out; the number of lines where none does. */
export function nextLines(lines: readonly Block[], pages: ReadonlySet<Block>): readonly number[] {
  const next = lines.map((_, i) => i + 1);
  if (pages.size === 0) return next;
  let below = lines.length;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    next[i] = below;
    const line = lines[i];
    if (line && !pages.has(line)) below = i;
  }
  return next;
}

/**
 * What `read` makes of the lines without the numbers of pages behind the line `from` that part the rows of a table: within
 * what it makes they are no part of it, between two they stand as they did.
 */
export function aroundPages(
  lines: readonly Block[],
  from: number,
  read: (lines: readonly Block[]) => readonly Block[],
): readonly Block[] {
  const within = (line: Block, i: number) => i > from && isSurelyPage(line) && goesOn(lines, i);
  const pages = from < 0 ? [] : lines.filter(within);
  if (pages.length === 0) return read(lines);
  let next = 0;
  const found = flatMapped(read(lines.filter((line, i) => !within(line, i))), (block) => {
    const before: Block[] = [];
    for (let page = pages[next]; page && page.span.start < block.span.end; page = pages[next]) {
      if (page.span.start < block.span.start) before.push(page);
      next += 1;
    }
    return [...before, block];
  });
  return [...found, ...pages.slice(next)];
}

/** Whether a table goes on behind a page: the number of a row or the column of numbers comes before any heading. */
function goesOn(lines: readonly Block[], page: number): boolean {
  const behind = lines.slice(page + 1, page + 1 + FAR);
  const row = behind.findIndex(countsRows);
  return row >= 0 && !behind.slice(0, row).some(endsRows);
}

/** In lines; rows are no longer. */
const FAR = 12;
const countsRows = saying(/^(?:\d{1,3}|[序编]\s*号)\s*\|?$/u);
const endsRows = saying(
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|附\s*[件表注]|注\s*:|说明\s*:|备注\s*:|[抄分主报]\s*送\s*:)/u,
);

/** `— 3 —`, `第3页`: a number alone may be that of a row. */
const isSurelyPage = saying(/^(?:[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2}|第\s*\d+\s*页[^。,;]{0,12})$/u);

/** `第二节`, `附件`: a heading that comes again is no head of pages. */
const isHead = saying(/^(?!第.{1,3}[编篇章节条]).{6,}$/u);
/** A sentence or a bracket that goes on from the page before. */
const ENDED = /[。;)〕】]$/u;
/** Among so many lines stands the title. */
const TITLE_LINES = 8;
