import { type Block, joined } from '../blocks.ts';
import { type Labels, labelsIn, roleOfLabel } from '../labels.ts';
import { markOf } from '../numbering.ts';

/** Puts a value back behind its label where they stand on two lines: `责任单位：` ⏎ `办公室、党建科`. */
export function joinLabels(blocks: readonly Block[], labels: Labels): readonly Block[] {
  const found: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const [block, next] = [blocks[i], blocks[i + 1]];
    if (!block) break;
    if (next && isLabelAlone(block.text, labels) && isValue(next, labels)) {
      found.push(joined([block, next]));
      i += 1;
    } else found.push(block);
  }
  return found;
}

function isLabelAlone(text: string, labels: Labels): boolean {
  if (text.length > 2 * labels.longest || !/:[*\s]*$/u.test(text)) return false;
  const name = text.replace(/[:*#•·\s-]+/gu, '');
  return roleOfLabel(labels, name) !== 'other';
}

function isValue(block: Block, labels: Labels): boolean {
  const { text } = block;
  if (text.length > 120 || /[。!?\t|]/u.test(text) || markOf(block)) return false;
  return !text.includes(':') && labelsIn(text, 0, text.length, labels).length === 0;
}
