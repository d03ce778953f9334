import { type Block, saying } from '../../plan/block.ts';
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

/** `第二节`, `附件`: a heading that comes again is no head of pages. */
const isHead = saying(/^(?!第.{1,3}[编篇章节条]).{6,}$/u);
/** A sentence or a bracket that goes on from the page before. */
const ENDED = /[。;)〕】]$/u;
/** Among so many lines stands the title. */
const TITLE_LINES = 8;
