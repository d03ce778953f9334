import { type Block, saying } from '../../plan/block.ts';

/**
 * Where the lines of a table end whose rows begin behind `from`, a cell a line: at the next annex, which has a table of its
 * own (`附件2` ⏎ its title ⏎ `序号`, as `heads` tells), and at whom a document is copied to above its imprint. Undefined where none of these is.
 */
export function endOfTable(
  blocks: readonly Block[],
  from: number,
  heads: (block: Block) => boolean,
): number | undefined {
  const at = blocks.findIndex(
    (block, i) =>
      i > from &&
      ((isCopied(block) && blocks.slice(i + 1, i + 4).some(isPrinted)) ||
        (isAnnex(block) && blocks.slice(i + 2, i + 5).some(heads))),
  );
  return at < 0 ? undefined : at;
}

const isAnnex = saying(/^附\s{0,4}[件表]\s{0,4}\d{1,2}\s{0,4}:?$/u);
const isCopied = saying(/^抄\s{0,4}送\s{0,4}:/u);
const isPrinted = saying(/印\s{0,4}发$/u);
