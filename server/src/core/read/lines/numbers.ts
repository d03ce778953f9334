import { type Block, joined } from '../../plan/block.ts';
import { noiseOf } from '../frame/frame.ts';
import { markOf } from '../outline/numbering.ts';

/** Puts a title back behind its number where they stand on two lines: `二、` ⏎ `保障措施`. */
export function joinNumbers(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ text }) => NUMBER_ALONE.test(text))) return blocks;
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const [block, next] = [blocks[i], blocks[i + 1]];
    if (!block) break;
    if (next && NUMBER_ALONE.test(block.text) && isTitle(next)) {
      found.push(joined([block, next]));
      i += 1;
    } else found.push(block);
  }
  return found;
}

/** What a number may head: words without a number of their own, neither a page's nor a signature. */
function isTitle({ text }: Block): boolean {
  return WORDS.test(text) && !markOf({ text }) && !noiseOf(text) && !text.includes('\t');
}

const WORDS = /^[々〇㐀-鿿𠀀-𲎯“《]{2}/u;

/** `二、`, `（一）`, `3.`, `（2）`, `第三章` */
const NUMBER_ALONE =
  /^[#*\s]{0,8}(?:[一二三四五六七八九十]{1,3}\s?、|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,3}\s?[.、]|第[一二三四五六七八九十]{1,3}[章节条])[*\s]{0,4}$/u;
