import { type Block, saying } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';

/**
 * The lines at which a table with a cell a line ends, whatever it is: where an annex begins that has a table of its own
 * (`附件2` ⏎ its title ⏎ `序号`, as `heads` tells), and whom a document is copied to above its imprint.
 */
export function endsOfTables(blocks: readonly Block[], heads: (block: Block) => boolean): readonly number[] {
  return flatMapped(blocks, (block, i) => {
    const ends =
      (isCopied(block) && blocks.slice(i + 1, i + 4).some(isPrinted)) ||
      (isAnnex(block) && blocks.slice(i + 2, i + 5).some(heads));
    return ends ? [i] : [];
  });
}

const isAnnex = saying(/^附\s{0,4}[件表]\s{0,4}\d{1,2}\s{0,4}:?$/u);
const isCopied = saying(/^抄\s{0,4}送\s{0,4}:/u);
const isPrinted = saying(/印\s{0,4}发$/u);
