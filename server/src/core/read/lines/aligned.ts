import { type Block, saying } from '../../plan/block.ts';
import { Known } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { type Labels, roleOfLabel } from '../fields/labels.ts';
import { isPage } from '../frame/shapes.ts';

/**
 * Parts the cells of tables whose columns stand apart by two spaces or more with tabs: `序号    工作任务    责任单位` and the
 * rows below it, as long as they have as many cells.
 */
export function withTabs(blocks: readonly Block[], labels: Labels): readonly Block[] {
  if (!blocks.some(isAligned)) return blocks;
  let columns = 0;
  return blocks.map((block, i) => {
    if (columns === 0) {
      const next = blocks[i + 1];
      if (!isAligned(block) || !next || cellsIn(next) !== cellsIn(block) || !isHeader(block, labels))
        return block;
      columns = cellsIn(block);
    } else if (isPage(block)) return block;
    else if (cellsIn(block) !== columns) {
      columns = 0;
      return block;
    }
    return tabbed(block);
  });
}

/** Short words that stand apart: what may head columns. */
const isAligned = saying(/^\S{1,12}(?: {2,}\S{1,12}){2,11}$/u);
const APART = / {2,}/gu;

function cellsIn({ text }: Block): number {
  return text.includes('\t') ? 0 : matchesIn(text, APART).length + 1;
}

function isHeader({ text }: Block, labels: Labels): boolean {
  return text.split(APART).filter((name) => roleOfLabel(labels, name) !== 'other').length > 0;
}

/** A row with one of the spaces between two cells a tab, so that it stays as long as it was. */
function tabbed({ text, raw, span, offsets }: Block): Block {
  const gaps = new Set(matchesIn(text, APART).map(({ index }) => index));
  const apart = (words: string) =>
    Array.from({ length: words.length }, (_, i) => (gaps.has(i) ? '\t' : words[i])).join('');
  return { text: apart(text), raw: apart(raw), known: new Known(), span, offsets };
}
