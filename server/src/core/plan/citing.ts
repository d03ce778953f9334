import { knowingAt } from '../text/known.ts';
import type { Span } from '../text/text.ts';
import { type Block, blockAt, type Passage, WatchedBlock } from './block.ts';
import type { Section, Task } from './plan.ts';

/** What a title was cited from: the words of a paragraph, and where in these. */
interface Citation {
  readonly words: Passage;
  readonly stretch: Span;
  readonly title: string;
}

/** What notes where its title is read. */
class Citing {
  readonly citation: Citation;

  constructor(citation: Citation) {
    this.citation = citation;
  }

  get title(): string {
    this.citation.words.known.touchIn(this.citation.stretch);
    return this.citation.title;
  }
}

/** A section or task that notes where its title is read. */
export function citing<Item extends Section | Task>(item: Omit<Item, 'title'>, citation: Citation): Item {
  return Object.assign(new Citing(citation), item) as unknown as Item;
}

/** What a section or task cites its title from; undefined for one that does not note it. */
export function citationOf(item: Section | Task): Citation | undefined {
  return item instanceof Citing ? item.citation : undefined;
}

/** A section or task that notes where its title is read, if that stands in a paragraph that is one line. */
export function citingFrom<Item extends Section | Task>(item: Item, blocks: readonly Block[]): Item {
  const { title, ...others } = item;
  const { start, end } = item.titleSpan;
  const block = blocks[blockAt(blocks, start)];
  if (!(block instanceof WatchedBlock)) return item;
  const stretch = { start: start - block.span.start, end: end - block.span.start };
  return citing<Item>(others, { words: block.words, stretch, title });
}

/** A question about titles that is asked of each once: who has its answer has not read the title, should that change. */
export function asking<Value>(question: (title: string) => Value): (item: Section | Task) => Value {
  const ask = knowingAt((words: Passage, from: number, to: number) => question(citedFrom(words, from, to)));
  return (item) => {
    const citation = citationOf(item);
    if (!citation) return question(item.title);
    return ask(citation.words, citation.stretch.start, citation.stretch.end);
  };
}

/** The title that stands in a stretch of some words, without the asterisks of bold type. */
export function citedFrom({ raw }: Passage, from: number, to: number): string {
  return raw.slice(from, to).replace(/\*\*/gu, '');
}
