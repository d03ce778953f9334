import type { Block } from '../plan/block.ts';
import { Known, Questions } from '../text/known.ts';
import { Recent } from '../text/memo.ts';
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
  #unnumbered = new Recent<Known>();
  #questions: Questions | undefined;
  readonly #least: number;
  readonly watches: boolean;

  /**
   * `least`: in characters; so much is remembered of however many texts, twice at most. `watches`: whether it is noted
   * what is asked of each line, so that a text can be read again by what changed in it (see `reread`).
   */
  constructor(least = OF_MANY, { watches = false }: { readonly watches?: boolean } = {}) {
    this.#least = least;
    this.watches = watches;
    this.#questions = watches ? new Questions() : undefined;
  }

  /** The known labels, with those of the settings; under other ones everything is forgotten. */
  labels(labelled: OwnLabels | undefined): Labels {
    if (this.#labels && same(this.#labelled, labelled)) return this.#labels;
    this.#labelled = labelled;
    this.#labels = labelsWith(labelled);
    this.#lines = new Recent();
    this.#paragraphs = new Recent();
    this.#unnumbered = new Recent();
    this.#questions = this.watches ? new Questions() : undefined;
    return this.#labels;
  }

  /** Makes room for a text of so many characters: what was not met lately is forgotten. */
  open(length: number): void {
    const most = Math.max(this.#least, 2 * length);
    this.#lines.thin(most);
    this.#paragraphs.thin(most);
    this.#unnumbered.thin(most);
  }

  readonly #unnumberedOf = (words: string) => {
    const rest = withoutNumber(words);
    return rest === undefined ? undefined : this.#unnumbered.of(rest, this.#unknown);
  };
  readonly #unknown = () => new Known(false, undefined, this.#questions);
  readonly #ofLine = (words: string) => new Known(true, this.#unnumberedOf(words), this.#questions);
  readonly #readLine = (raw: string) => lineFrom(raw, this.#ofLine);
  readonly #readParagraph = (raw: string) => new Known(false, this.#unnumberedOf(raw));

  line(raw: string): Line {
    return this.#lines.of(raw, this.#readLine);
  }

  /** The block, with what is known of a paragraph in its words; a line's own words bring it along. */
  block(block: Block): Block {
    if (block.known.ofLine) return block;
    return { ...block, known: this.#paragraphs.of(block.raw, this.#readParagraph) };
  }
}

/** What a run or a workspace remembers of all its texts. */
const OF_MANY = 1_500_000;

/**
 * `words` with a sign for each character of the number at their head, undefined where no number heads them that could be
 * any other: `3月` and `一、二年级` say more than where they stand.
 */
function withoutNumber(words: string): string | undefined {
  const { open = '', number, close = '' } = NUMBERED.exec(words)?.groups ?? {};
  if (number === undefined) return undefined;
  const sign = number < 'a' ? '#' : '〇';
  return open + sign.repeat(number.length) + close + words.slice(open.length + number.length + close.length);
}

/**
 * `3.开放`, `（十二）开放`, `一、“双减”`, `35.一年来`, `1234.开放`, but not `一、二年级`; four figures may be a year, and more begin
 * with one.
 */
const NUMBERED =
  /^(?<open>[（(]?)(?<number>\d{1,3}|(?!19|20)\d{4,5}|[一二三四五六七八九十]{1,3})(?<close>[.．、）)]{1,2} {0,2})(?=[“《々〇㐀-鿿𠀀-𲎯])(?![年月日时分秒点度个项类期级线档和及至到百千万亿〇]|产业|(?<![.．）)] {0,2})[一二三四五六七八九十])/u;

function same(one: OwnLabels | undefined, other: OwnLabels | undefined): boolean {
  return one === other || JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});
}
