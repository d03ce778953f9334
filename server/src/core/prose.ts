import type { Block } from './parse/blocks.ts';
import type { Plan } from './plan.ts';

/** The paragraphs that are the document's own words: no labelled lines of a page, no noise. */
export function proseOf({ blocks, metadata, noise }: Plan): readonly Block[] {
  const foreign = new Set(noise.map(({ start }) => start));
  const labels = metadata.map(({ label }) => label.span.start);
  let next = 0;
  return blocks.filter(({ span }) => {
    let labelled = false;
    for (; next < labels.length && (labels[next] ?? 0) < span.end; next += 1) labelled = true;
    return !labelled && !foreign.has(span.start);
  });
}

/** A stretch of a paragraph between two stops; the offsets are into the block's text, stops left out. */
export interface Clause {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The clauses of a paragraph, cut at ，；：。！？ and brackets, in order; quoted words stay in their clause. */
export function clausesOf(block: Block): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to > from) clauses.push({ block, from, to, text: block.text.slice(from, to) });
    from = to + 1;
  };
  for (let i = 0; i < block.text.length; i += 1) if (STOPS.includes(block.text[i] ?? '')) cut(i);
  cut(block.text.length);
  return clauses;
}

/** In folded text. */
const STOPS = ',;:。!?()〔〕【】\t|';
