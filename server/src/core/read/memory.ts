import type { Block } from '../plan/block.ts';
import { Known, Recent } from '../text/memo.ts';
import { type Labels, labelsWith, type OwnLabels } from './fields/labels.ts';
import { type Line, lineFrom } from './lines/line.ts';

/**
 * What was read of lines and paragraphs by their words alone, and what rules found out about them: an open document, a
 * workspace or a run keeps it from one reading to the next, so that equal words are read once. A hint that can be
 * deleted at any time: a reading with it is equal to one without.
 */
export class Memory {
  #labelled: OwnLabels | undefined;
  #labels: Labels | undefined;
  #lines = new Recent<Line>();
  #paragraphs = new Recent<Known>();
  readonly #least: number;

  /** `least`: in characters; so much is remembered of however many texts, twice at most. */
  constructor(least = OF_MANY) {
    this.#least = least;
  }

  /** The known labels, with those of the settings; under other ones everything is forgotten. */
  labels(labelled: OwnLabels | undefined): Labels {
    if (this.#labels && same(this.#labelled, labelled)) return this.#labels;
    this.#labelled = labelled;
    this.#labels = labelsWith(labelled);
    this.#lines = new Recent();
    this.#paragraphs = new Recent();
    return this.#labels;
  }

  /** Makes room for a text of so many characters: what was not met lately is forgotten. */
  open(length: number): void {
    const most = Math.max(this.#least, 2 * length);
    this.#lines.thin(most);
    this.#paragraphs.thin(most);
  }

  line(raw: string): Line {
    return this.#lines.of(raw, lineFrom);
  }

  /** The block, with what is known of a paragraph in its words; a line's own words bring it along. */
  block(block: Block): Block {
    if (block.known.ofLine) return block;
    return { ...block, known: this.#paragraphs.of(block.raw, unknown) };
  }
}

/** What a run or a workspace remembers of all its texts. */
const OF_MANY = 1_500_000;

function unknown(): Known {
  return new Known();
}

function same(one: OwnLabels | undefined, other: OwnLabels | undefined): boolean {
  return one === other || JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});
}
