import { type Block, type Passage, part, saying } from '../../plan/block.ts';
import { BULLETS } from '../../text/bullets.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { once } from '../../text/memo.ts';
import { numeralValue } from '../../text/numerals.ts';
import { isBody, isGroup } from '../fields/bodies.ts';
import { markIn, markOf } from '../outline/numbering.ts';
import { widthIn, widthOf } from './wrapped.ts';

/**
 * Whether the names behind the label that a line (`first`) begins with run over to the next line: `责任单位：县财政局、县发展和改` ⏎
 * `革局、县审计局`. They go on until the next label, number or paragraph.
 */
export function valuesIn(lines: readonly Block[]): (first: Block, above: Block, below: Block) => boolean {
  const widest = once(() => lines.reduce((most, line) => Math.max(most, narrowWidth(line)), 0));
  return (first, above, below) => beginsWithLabel(first) && goesOn(above, below, widest);
}

/** How wide a line is that may have been wrapped, 0 for a wider one. */
const narrowWidth = unnumbered((line: Passage) => {
  const width = line.text.length > MOST_WIDE * 2 ? 0 : widthOf(line);
  return width > MOST_WIDE ? 0 : width;
});

/**
 * Cuts a numbered line where the names behind a label end and the next number begins: `1.…。责任单位：县民政局2.…`. A
 * number that is not the next one is a part of something else. A bracket that speaks of all above stands by itself, too.
 */
export function cutAfterValues(block: Block): readonly Block[] {
  const spoken = behindAll(block);
  if (spoken > 0) return [part(block, 0, spoken), part(block, spoken, block.text.length)];
  const mark = isGlued(block) ? markOf(block) : undefined;
  if (!mark) return [block];
  let value = mark.value;
  const cuts = [0];
  for (const number of numbersBehindValues(block)) {
    if (number.value !== value + 1) continue;
    value += 1;
    cuts.push(number.from);
  }
  if (cuts.length === 1) return [block];
  return cuts.map((from, i) => part(block, from, cuts[i + 1] ?? block.text.length));
}

/** Where a bracket at the end of a line speaks of all above: `2.….(以上由县水利局牵头,6月底前完成)`. */
const behindAll = unnumbered(({ text }: Passage) => text.search(SPOKEN_OF_ALL));
const SPOKEN_OF_ALL =
  /(?<=[。;])\((?:以上|上述)(?:[各两三四五六七八九十\d]{0,3}[项条]?(?:重点|主要)?(?:任务|工作|事项|内容)?)[均都]?(?:由|责任|牵头|主办|承办|完成)[^()]{2,120}\)。?$/u;

const numbersBehindValues = unnumbered(({ text }: Passage) =>
  matchesIn(text, VALUE_AND_NUMBER).map(({ 0: words, 1: number = '', index }) => ({
    value: numeralValue(number),
    from: index + words.length - number.length,
  })),
);

/** Whether the names in `above` go on in `below`: a list that is not closed, or a name that a full line cuts in two. */
function goesOn(last: Block, next: Block, widest: () => number): boolean {
  if (isEnded(last) || beginsAnew(next)) return false;
  const [{ text: above }, { text: below }] = [last, next];
  const [end = '', ...ahead] = below.split(SEPARATORS);
  const names = ahead.map((name) => name.replace(LAST_WORDS, '')).filter((name) => name !== '');
  if (below.length > LONGEST || !names.every(isNamed)) return false;
  const begun = above.slice(above.search(LAST_NAME)).trim();
  if (begun === '' || JOINS.test(begun) || end.trim() === '') return end === '' || isNamed(stripped(end));
  if (widthIn(above) < Math.max(LEAST_WIDE, widest() - 3)) return false;
  return isNamed(stripped(begun + end)) && (!isBody(begun) || names.length > 0);
}

const isEnded = saying(/[。!?]$/u);
/** Whether a line has a label or a number at its head. */
export const beginsAnew = unnumbered(({ text }: Passage) => LABEL.test(text) || markIn(text) !== undefined);

function stripped(name: string): string {
  return name.trim().replace(LAST_WORDS, '');
}

function isNamed(name: string): boolean {
  return isBody(name.trim()) || isGroup(name.trim());
}

/** A line of this width may have been wrapped; wider ones are paragraphs that were not. */
const LEAST_WIDE = 16;
const MOST_WIDE = 60;
const LONGEST = 120;
const SEPARATORS = /[、,;]/u;
/** What stands behind the last separator of a list. */
const LAST_NAME = /(?<![^、,;:])[^、,;:]*$/u;
const JOINS = /(?:以及|[和及与])$/u;
const LAST_WORDS = /等?(?:有关|相关|各)?(?:部门|单位)?。?$/u;

/** A label behind a sentence, and what its names may end with before the number of the next item. */
const GLUED = /[。;][^。:]{0,4}(?:责任|牵头|主办|承办|落实)[^。:]{0,8}:/u;
const isGlued = saying(GLUED);
const VALUE_AND_NUMBER =
  /(?<=[。;])(?:主要)?(?:责任|牵头|主办|承办|落实)(?:单位|部门|科室|处室|股室): ?[^。:;\d]{2,80}?[局委办部厅会府心院科室处门位校社站队所](\d{1,3}|[一二三四五六七八九十]{1,3})(?=[.、] ?[々〇㐀-鿿𠀀-𲎯]{2})/gu;

const LABEL = new RegExp(`^[\\s${BULLETS}]{0,8}(?:[【[]?[々〇㐀-鿿𠀀-𲎯]{2,10}[】\\]]? ?:|注[: ])`, 'u');
/** `责任单位：…`, `牵头部门：…` at the head of a line: the label of those who answer for something. */
const OWN_LABEL = new RegExp(
  `^[\\s${BULLETS}]{0,8}[【[]?(?=[^:]{0,8}(?:牵头|责任|配合|主办|主责|落实|承办|协办|协同|协作|协助|参与|参加|实施|负责))[々〇㐀-鿿𠀀-𲎯]{2,10}(?:单位|部门|科室|处室|股室|主体|学校|乡镇)[】\\]]? ?:`,
  'u',
);
const beginsWithLabel = saying(OWN_LABEL);
