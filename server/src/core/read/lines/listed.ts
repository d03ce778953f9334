import { type Block, type Passage, part } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { isSectional, type Mark, markIn, markOf } from '../outline/numbering.ts';

/**
 * Parts labels from the first item of the lists that they head, where the others stand on lines of their own below:
 * `整改措施：1.增开窗口。` ⏎ `2.推行预约。` Only where it is so below two headings and nowhere otherwise: else what stands behind the last
 * item may speak of that alone.
 */
export function cutListed(blocks: readonly Block[]): readonly Block[] {
  const cuts = cutsIn(blocks);
  if (cuts.size === 0) return blocks;
  return flatMapped(blocks, (block) => {
    const at = cuts.get(block);
    return at === undefined ? block : [part(block, 0, at), part(block, at, block.text.length)];
  });
}

/** Where the first item of a list begins behind its label, by the paragraph of both. */
function cutsIn(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const cuts = new Map<Block, number>();
  if (!blocks.some((block) => listedIn(block))) return cuts;
  const heads = new Set<Block>();
  let head: { readonly block: Block; readonly style: Mark['style'] } | undefined;
  let opened: Mark['style'] | undefined;
  for (const [i, block] of blocks.entries()) {
    const mark = markOf(block);
    if (mark && mark.style !== opened) {
      head = { block, style: mark.style };
      opened = undefined;
    }
    const listed = mark ? undefined : listedIn(block);
    const next = blocks[i + 1];
    const following = listed && next && markOf(next);
    if (!listed || following?.style !== listed.style || following.value === 1) continue;
    // Within a list of the same numbers it may be that one that goes on below.
    if (following.value > 2 || listed.several || !head || head.style === listed.style) return new Map();
    opened = listed.style;
    heads.add(head.block);
    cuts.set(block, listed.at);
  }
  return heads.size > 1 ? cuts : new Map();
}

/** The first number of a list, behind the label that heads it. */
interface Listed {
  readonly at: number;
  readonly style: Mark['style'];
  /** Whether the second stands in the same paragraph. */
  readonly several: boolean;
}

/** The first number of a list right behind a label, as `整改措施：1.` */
const listedIn = unnumbered(({ text }: Passage): Listed | undefined => {
  const at = LISTED.exec(text)?.[0].length;
  if (at === undefined) return undefined;
  const first = markIn(text.slice(at));
  if (first?.value !== 1 || isSectional(first.style)) return undefined;
  return { at, style: first.style, several: SECOND.test(text) };
});

const SECOND = /[。;,]\s?(?:\(?2[.、)]|[②⑵⒉])(?!\d)/u;
const LISTED = /^\s{0,2}[々〇㐀-鿿]{0,6}(?:措施|举措|内容|任务|做法)\s?:\s?(?=[\d(①⑴⒈])/u;
