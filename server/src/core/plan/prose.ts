import { knowing, unnumbered } from '../text/known.ts';
import { matchesIn } from '../text/matches.ts';
import { remembered } from '../text/memo.ts';
import type { Span } from '../text/text.ts';
import { within } from '../text/text.ts';
import type { Block, Passage } from './block.ts';
import type { Plan } from './plan.ts';

/** The paragraphs that are the document's own words: no labelled lines of a page, no noise. */
export const proseOf = remembered(({ blocks, metadata, noise }: Plan): readonly Block[] => {
  const foreign = new Set(noise.map(({ start }) => start));
  const labels = metadata.map(({ label }) => label.span.start);
  let next = 0;
  return blocks.filter(({ span }) => {
    let labelled = false;
    for (; next < labels.length && (labels[next] ?? 0) < span.end; next += 1) labelled = true;
    return !labelled && !foreign.has(span.start);
  });
});

/** Whether an index of a paragraph's text lies in 《》, where a title is cited as it is. */
export function inTitle(passage: Passage): (index: number) => boolean {
  return within(titlesIn(passage));
}

/** Whether an index of a paragraph's text lies in 《》 or “”, where words are cited as they are. */
export function inCitation(passage: Passage): (index: number) => boolean {
  return within(citationsIn(passage));
}

const titlesIn = unnumbered(({ text }: Passage) => matchesIn(text, TITLE).map(spanOf));
const citationsIn = unnumbered(({ text }: Passage) => matchesIn(text, CITATION).map(spanOf));

const TITLE = /《[^《》]{0,80}》/gu;
const CITATION = /《[^《》]{0,80}》|“[^“”]{0,80}”/gu;

function spanOf({ 0: { length }, index }: RegExpExecArray): Span {
  return { start: index, end: index + length };
}

/** A stretch of a paragraph between two stops; the offsets are into the block's text, stops left out. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The clauses of a paragraph, cut at ，；：。！？ and brackets, in order; quoted words stay in their clause. */
export const clausesOf = knowing(({ text: whole }: Passage): readonly Clause[] =>
  matchesIn(whole, CLAUSE).map(({ 0: text, index }) => ({ from: index, to: index + text.length, text })),
);

/** What stands between two stops; in folded text. */
const CLAUSE = /[^,;:。!?()〔〕【】\t|]{1,10000}/gu;
