import { type Block, lengthOf, offsetIn, type Passage } from '../../plan/block.ts';
import type { Field, Style } from '../../plan/plan.ts';
import type { Moved } from '../../text/alike.ts';
import { PARTING_BULLETS } from '../../text/bullets.ts';
import { Known, knowingAt, unnumbered, unnumberedAt } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { once } from '../../text/memo.ts';
import { withFullStops } from '../../text/stops.ts';
import { closesSentence } from '../fields/brackets.ts';
import { isSectional } from './numbering.ts';
import { roleOf } from './roles.ts';

/** The heading words of a paragraph; offsets are into the block's text. */
export class Head {
  readonly #folded: string;

  /** `title`: as written, without the marks of Markdown, for a plan to cite and not to judge by (see `cited`). */
  constructor(
    readonly from: number,
    readonly to: number,
    folded: string,
    readonly title: string,
    /** What was found out about its words. */
    readonly known: Known,
  ) {
    this.#folded = folded;
  }

  /** Its words as patterns read them. */
  get folded(): string {
    this.known.touch();
    return this.#folded;
  }

  /** See `isAlike`: the words may be others, as long as all that was asked of them has the same answers. */
  isAlike(other: unknown, moved: Moved): boolean {
    if (
      !(other instanceof Head) ||
      moved(this.from, 'start') !== other.from ||
      moved(this.to, 'end') !== other.to
    )
      return false;
    if (this.#folded === other.#folded && this.title === other.title) {
      other.known.inherit(this.known);
      return true;
    }
    const inHead: Moved = (offset, side) => {
      const now = moved(offset + this.from, side);
      return now === undefined ? undefined : now - other.from;
    };
    return Known.agree(this, other, inHead);
  }
}

/**
 * The heading of a numbered paragraph: its first sentence up to 。, the words before an early colon, or the whole
 * line where it has neither; never the owner bracket behind it.
 */
export function headOf(block: Block, from: number, fields: readonly Field[], style?: Style): Head {
  const begin = offsetIn(block, from);
  const field = fields.find(
    ({ placement, holder }) =>
      holder.start >= begin &&
      holder.start < block.span.end &&
      !(placement === 'clause' && goesOn(block, from, indexOfOffset(block, holder.end - 1, from))),
  );
  // A label that opens the words is all their heading.
  const stated = field ? indexOfOffset(block, endBefore(field, begin), from) : lengthOf(block);
  const heads = style !== undefined && isSectional(style);
  return from === 0 ? headOfAll(block, from, stated, heads) : headBehind(block, from, stated, heads);
}

function endBefore({ holder, label }: Field, begin: number): number {
  return label?.span.start === begin ? label.span.end : holder.start;
}

/** Whether the sentence goes on with the rest of a list: `抓好学校(县教育局负责)、医院(县卫健局负责)建设` is one heading. */
const goesOn = knowingAt(({ text }: Passage, _from: number, bracket: number) =>
  /^[)\]〕】][、々〇㐀-鿿𠀀-𲎯]/u.test(text.slice(bracket, bracket + 3)),
);

/** Whether an owner clause stands within a sentence, so that its days are of a part: `改革(审批局牵头,6月底前),压减时限`. */
export function isWithinSentence(block: Block, { placement, holder }: Field): boolean {
  if (placement !== 'clause') return false;
  const last = indexOfOffset(block, holder.end - 1, 0);
  return partsSentence(block, indexOfOffset(block, holder.start, 0), last + 1);
}

const partsSentence = knowingAt(
  ({ text }: Passage, from: number, to: number) =>
    /[)\]〕】]/u.test(text[to - 1] ?? '') && !closesSentence(text, { from, to }),
);

const stopped = unnumbered(({ text }: Passage) => withFullStops(text));

/** The heading of words of which no number is left out. */
const headOfAll = knowingAt(headAt);
/** The heading behind a number, whatever that is. */
const headBehind = unnumberedAt(headAt);

/** The heading that begins at `start` and ends before `stated`, where the owners are named; `heads`: of a section. */
function headAt(passage: Passage, start: number, stated: number, heads: boolean): Head {
  const { text, raw } = passage;
  let from = start;
  const cell = text.includes('|') && barInProse().test(text) ? -1 : text.slice(from).search(CELL_END);
  const limit = Math.min(cell < 0 ? text.length : from + cell, stated);
  const details = DETAILS.exec(text.slice(from, limit));
  let to = sentenceEnd(stopped(passage), from, details ? from + details.index : limit);
  from += SORT.exec(text.slice(from, to))?.[0].length ?? 0;
  const colon = colonEnd(text, from, to);
  if (colon !== undefined && !(heads && isOneHeading(text.slice(colon + 1, limit)))) to = colon;
  to = Math.min(to, gapEnd(text, from, limit) ?? to, measuresFrom(text, from, limit) ?? to);
  const trailing = to === stated && to < text.length ? BEFORE_FIELD : TRAILING;
  while (to > from && trailing.test(text[to - 1] ?? '')) to -= 1;
  while (from < to && /[ *]/u.test(text[from] ?? '')) from += 1;
  if (text.startsWith('**', to - 2) && to - 2 > from) to -= 2;
  const title = raw.slice(from, to).replace(/\*\*/gu, '');
  return new Head(from, to, text.slice(from, to), title, passage.known.ofPart());
}

/** `问题：食堂采购不规范`, `反馈问题2：…`: what sort of thing it is that the heading names. */
const SORT = /^(?:反馈|整改)?(?:问题|事项)[\d一二三四五六七八九十]{0,2} ?: ?(?=[々〇㐀-鿿𠀀-𲎯“《]{4})/u;

const CELL_END = /[\t|]|<br\b/iu;

/** `推进A|B类学校建设。做好。`: one bar within words, behind which sentences go on, ends no cell. */
const barInProse = once(() => /^[^\t|]{0,400}[\p{L}\p{N}]\|[\p{L}\p{N}][^\t|<。]{0,400}。[^\t|<]{0,10000}$/u);

/** Where measures run on behind the heading: `…实施扶贫行动一是争取资金。二是落实项目。` */
function measuresFrom(text: string, from: number, limit: number): number | undefined {
  const match = MEASURES.exec(text.slice(from, limit));
  return match ? from + match.index : undefined;
}

const MEASURES = /(?<=[々〇㐀-鿿𠀀-𲎯]{4})(?<![统唯第同之])一是(?=[^;。]{2,120}[;。]\s*二是)/u;

/** Where spaces alone part a heading from the sentence that begins behind it: `一、总体要求  认真学习…。` */
function gapEnd(text: string, from: number, to: number): number | undefined {
  for (const { index, 0: gap } of matchesIn(text.slice(from, to), GAP)) {
    const names = index <= LONGEST_NAME && roleOf(text.slice(from, from + index)) !== undefined;
    if (gap.length > 1 || names) return from + index;
  }
  return undefined;
}

/** Words that say what a section is for are never longer. */
const LONGEST_NAME = 120;

const GAP = /(?<=[々〇㐀-鿿𠀀-𲎯”》)]{3}) +(?=[々〇㐀-鿿𠀀-𲎯“《][^ ]{11})/gu;

/** `张三（职务：局长；分管：办公室）`: a bracket with labels is no part of the heading. */
const DETAILS = /\([々〇㐀-鿿𠀀-𲎯]{2,6}:/u;

/** `三、空间布局：四核引领、全域赋能` is all heading: a few words, and no sentence, stand behind its colon. */
function isOneHeading(rest: string): boolean {
  return rest.length <= 20 && !/[。;,]|:$/u.test(rest) && rest.trim() !== '';
}

const TRAILING = /[\s。:;,、.*—]/u;
/** Bullets, too, before a label behind them: `编制目录 ▶责任单位：…`. */
const BEFORE_FIELD = new RegExp(`[\\s。:;,、.*—${PARTING_BULLETS}]`, 'u');

/** Index in the block's text of an offset of the plan's text. */
function indexOfOffset(block: Block, offset: number, from: number): number {
  if (!block.offsets) return offset - block.span.start;
  const index = block.offsets.findIndex((at, i) => i >= from && at >= offset);
  return index < 0 ? lengthOf(block) : index;
}

/** The first 。 or ! outside brackets and quotes, else the limit; marks that are never closed hold nothing. */
function sentenceEnd(text: string, from: number, limit: number): number {
  const lastQuote = text.lastIndexOf('”', limit);
  let depth = 0;
  for (let i = from; i < limit; i += 1) {
    const character = text[i] ?? '';
    if (character === '“' ? i < lastQuote : '([〔【《'.includes(character)) depth += 1;
    else if (')]〕】》”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' || character === '!' || character === '?') {
      // An unclosed bracket must not swallow the rest of the paragraph.
      if (depth === 0 || i - from > 60) return i;
    }
  }
  return limit;
}

/** `title：body`: a colon early in the first sentence, before which nothing else is said. */
function colonEnd(text: string, from: number, to: number): number | undefined {
  const colon = text.indexOf(':', from);
  if (colon < 0 || colon >= to || colon - from > 32) return undefined;
  const before = text.slice(from, colon);
  if (/[;]|\d$/u.test(before) || to - colon <= 1) return undefined;
  const inside = (before.match(/[([〔【]/gu)?.length ?? 0) > (before.match(/[)\]〕】]/gu)?.length ?? 0);
  const quoted = inside || (before.match(/“/gu)?.length ?? 0) > (before.match(/”/gu)?.length ?? 0);
  return quoted ? undefined : colon;
}
