import { type Block, saying } from '../../plan/block.ts';
import { Known } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { type Labels, roleOfLabel } from '../fields/labels.ts';
import { namesOffices } from '../fields/places.ts';
import { isPage } from '../frame/shapes.ts';

/**
 * Parts the cells of tables whose columns stand apart by two spaces or more with tabs: `序号    工作任务    责任单位` and the
 * rows below it, as long as they have as many cells: one may be empty, or so long that one space is left behind it.
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
    const tabs = tabsOf(block, columns);
    if (!tabs) columns = 0;
    return tabs ? tabbed(block, tabs) : block;
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

/** Which spaces of a row part its `columns` cells; undefined where they are not as many. */
function tabsOf(block: Block, columns: number): readonly number[] | undefined {
  const gaps = matchesIn(block.text, APART).map(({ index, 0: { length } }) => ({ index, length }));
  const tabs = gaps.map(({ index }) => index);
  if (cellsIn(block) === columns) return tabs;
  if (cellsIn(block) !== columns - 1 || !NUMBERED.test(block.text)) return undefined;
  const long = matchesIn(block.text, BEHIND_SPACE).filter(({ groups }) => namesOffices(groups?.words ?? ''));
  if (long.length === 1) return [...tabs, ...long.map(({ index }) => index + 1)];
  const [widest, second] = [...gaps].sort((one, other) => other.length - one.length);
  const isEmpty = widest !== undefined && second !== undefined && widest.length >= 2 * second.length;
  return isEmpty ? [...tabs, widest.index + second.length] : tabs;
}

const NUMBERED = /^\d{1,3} {2}/u;
/** A cell behind one space: `…停车场1个 县城管局  9月底前`. */
const BEHIND_SPACE = /\S (?=(?<words>\S{2,30})(?: {2}|$))/gu;

/** A row with one of the spaces between two cells a tab, so that it stays as long as it was. */
function tabbed({ text, raw, span, offsets }: Block, tabs: readonly number[]): Block {
  const gaps = new Set(tabs);
  const apart = (words: string) =>
    Array.from({ length: words.length }, (_, i) => (gaps.has(i) ? '\t' : words[i])).join('');
  return { text: apart(text), raw: apart(raw), known: new Known(), span, offsets };
}
