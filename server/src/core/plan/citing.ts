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

// Members are set one by one, so that the engine knows such objects by one shape, however many there are.

class CitingSection extends Citing implements Section {
  declare readonly number: string;
  declare readonly numberSpan: Span;
  declare readonly titleSpan: Span;
  declare readonly level: number;
  declare readonly role: Section['role'];
  declare readonly parent: number | undefined;
  declare readonly span: Span;
  declare readonly fields: Section['fields'];

  constructor(section: Omit<Section, 'title'>, citation: Citation) {
    super(citation);
    this.number = section.number;
    this.numberSpan = section.numberSpan;
    this.titleSpan = section.titleSpan;
    this.level = section.level;
    this.role = section.role;
    this.parent = section.parent;
    this.span = section.span;
    this.fields = section.fields;
  }
}

class CitingTask extends Citing implements Task {
  declare readonly number: string;
  declare readonly style: Task['style'];
  declare readonly part: number;
  declare readonly numberSpan: Span;
  declare readonly titleSpan: Span;
  declare readonly span: Span;
  declare readonly section: number | undefined;
  declare readonly role: Task['role'];
  declare readonly fields: Task['fields'];
  declare readonly leads: Task['leads'];
  declare readonly units: Task['units'];
  declare readonly support: Task['support'];
  declare readonly deadline: Task['deadline'];
  declare readonly proseDeadlines: Task['proseDeadlines'];
  declare readonly measures: Task['measures'];

  constructor(task: Omit<Task, 'title'>, citation: Citation) {
    super(citation);
    this.number = task.number;
    this.style = task.style;
    this.part = task.part;
    this.numberSpan = task.numberSpan;
    this.titleSpan = task.titleSpan;
    this.span = task.span;
    this.section = task.section;
    this.role = task.role;
    this.fields = task.fields;
    this.leads = task.leads;
    this.units = task.units;
    this.support = task.support;
    this.deadline = task.deadline;
    this.proseDeadlines = task.proseDeadlines;
    this.measures = task.measures;
  }
}

/** A section or task that notes where its title is read. */
export function citing<Item extends Section | Task>(item: Omit<Item, 'title'>, citation: Citation): Item;
export function citing(item: Omit<Section, 'title'> | Omit<Task, 'title'>, citation: Citation) {
  return 'level' in item ? new CitingSection(item, citation) : new CitingTask(item, citation);
}

/** What a section or task cites its title from; undefined for one that does not note it. */
export function citationOf(item: Section | Task): Citation | undefined {
  return item instanceof Citing ? item.citation : undefined;
}

/** A section or task that notes where its title is read, if that stands in a paragraph that is one line. */
export function citingFrom<Item extends Section | Task>(item: Item, blocks: readonly Block[]): Item {
  const { title, titleSpan } = item;
  const { start, end } = titleSpan;
  const block = blocks[blockAt(blocks, start)];
  if (!(block instanceof WatchedBlock)) return item;
  const stretch = { start: start - block.span.start, end: end - block.span.start };
  return citing<Item>(item, { words: block.words, stretch, title });
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
