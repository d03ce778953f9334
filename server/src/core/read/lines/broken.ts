import { type Block, joined, type Passage, saying } from '../../plan/block.ts';
import { knowing, unnumbered } from '../../text/known.ts';
import { type Labels, roleOfLabel } from '../fields/labels.ts';
import { noiseOf, signers } from '../frame/frame.ts';
import { isTitle } from '../frame/title.ts';
import { leadOf, markOf } from '../outline/numbering.ts';
import { lastLines } from './open.ts';
import { nextLines, pageLines } from './pages.ts';
import { beginsAnew, valuesIn } from './values.ts';
import { indentsOf, isRow, STARTS_PARAGRAPH, WIDEST, widthOf, wrappedIn } from './wrapped.ts';

/**
 * Joins lines of a text that does not tell at which width it was wrapped, since it is short: those over which an owner
 * bracket or a list of names runs, those that a break cut in two, and a sentence that fills a line as wide as any and
 * ends below it.
 */
export function joinBroken(folded: string, lines: readonly Block[], labels: Labels): readonly Block[] {
  const pages = pageLines(lines);
  const behind = nextLines(lines, pages);
  const closing = lastLines(lines, behind);
  const signing = signers(lines);
  const full = fullLines(folded, lines, { pages, behind, signing, labels });
  const isValue = valuesIn(lines);
  const found: Block[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    // The last line of what certainly is one, and of what is if it ends a sentence.
    let sure = i;
    let last = i;
    const first = lines[i];
    for (let held = closing[i] ?? i; ; ) {
      const next = behind[last] ?? lines.length;
      const [above, below] = [lines[last], lines[next]];
      if (!first || !above || !below) break;
      const names = () => !signing.has(below) && isValue(first, above, below);
      const certain = held > last || isCut(above, below, labels) || names();
      if (!certain && !full.has(last)) break;
      if (certain && sure === last) sure = next;
      last = next;
      held = Math.max(held, closing[next] ?? next);
    }
    const end = lines[last];
    const to = last > sure && end && isEnded(end) ? last : sure;
    found.push(joined(lines.slice(i, to + 1).filter((line) => to === i || !pages.has(line))));
    i = to;
  }
  return found;
}

/** Joins paragraphs where a break cut a time, a number or a label in two. */
export function joinCut(lines: readonly Block[], labels: Labels): readonly Block[] {
  const groups: Block[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && isCut(above, line, labels)) group.push(line);
    else groups.push([line]);
  }
  return groups.length === lines.length ? lines : groups.map(joined);
}

/** Whether a break between two lines cut in two what can only be one. */
function isCut(above: Block, below: Block, labels: Labels): boolean {
  const head = headOf(below);
  if (head !== '') return CUT.test(`${endOf(above)}\n${head}`);
  if (closesQuote(below)) return opensQuote(above);
  const open = goesOnToLabel(below) ? openLabel(above) : '';
  if (open !== '') return roleOfLabel(labels, open) !== 'other';
  const label = labelHead(below);
  if (label === '' || roleOfLabel(labels, label) !== 'other') return false;
  const tail = labelTail(above);
  return tail !== '' && roleOfLabel(labels, tail + label) !== 'other';
}

/** The last characters of a line, which a break may have cut there, and the first of one that may go on. */
const endOf = knowing(({ text }: Passage) => (MAY_BE_CUT.test(text) ? text.slice(-REACH) : ''));
const headOf = knowing(({ text }: Passage) => (MAY_GO_ON.test(text) ? text.slice(0, REACH) : ''));
const REACH = 8;
const MAY_BE_CUT = /[\d年月日底初末一二三四五六七八九十]$/u;
const MAY_GO_ON = /^(?:\d{0,3}[年月日]|是|底|[上中下]旬|前|\.\d|%)/u;

/**
 * `2024年6` ⏎ `月30日`, `10月2` ⏎ `0日`, `2` ⏎ `024年`, `：2024年` ⏎ `4月）`, `12月` ⏎ `底前`, `；二` ⏎ `是`, `90` ⏎ `%`.
 */
const CUT =
  /[^\d\s件]\d{1,4}\n(?:[月日](?:$|[\d底末初上中下前至,;、。)])|[.]\d|%)|年\d\n\d月|月\d\n\d日|(?<!\d)(?:2\n0\d\d|20\n\d\d|20\d\n\d|20\d\d\n)年|[:;,(至到]20\d\d年\n\d{1,2}月(?:底|[上中下]旬)?前?(?:$|[)。;,])|\d月\n(?:底|[上中下]旬|前|\d{1,2}日)|\d月[底初末]\n前|\d日\n前|[;。,:][一二三四五六七八九十]\n是/u;

/** `“一岗双` ⏎ `责”` */
const opensQuote = saying(/“[^“”]{1,20}$/u);
const closesQuote = saying(/^[^“”。:]{1,20}”/u);

/** `…。责任单位：` ⏎ `妇联；时限：10月底`, `…。责任单位：宣传` ⏎ `办；时限：3月底`: a value, or the rest of one, before the next label. */
const openLabel = knowing(({ text }: Passage) => OPEN_LABEL.exec(text)?.[1] ?? '');
const goesOnToLabel = saying(/^[々〇㐀-鿿𠀀-𲎯、]{1,16}[;,] ?[々〇㐀-鿿𠀀-𲎯]{2,6}:/u);
const OPEN_LABEL = /[;。,)] ?([々〇㐀-鿿𠀀-𲎯]{2,7}):[々〇㐀-鿿𠀀-𲎯、]{0,16}$/u;

/** `完成时` ⏎ `限：`: what may be the first half of a label, and the second. */
const labelTail = knowing(({ text }: Passage) => LABEL_TAIL.exec(text)?.[0] ?? '');
const labelHead = knowing(({ text }: Passage) => LABEL_HEAD.exec(text)?.[0] ?? '');
const LABEL_TAIL = /(?<=^|[\s;,。(])[々〇㐀-鿿𠀀-𲎯]{1,7}$/u;
const LABEL_HEAD = /^[々〇㐀-鿿𠀀-𲎯]{1,6}(?=:)/u;

/** What else tells whether a line goes on. */
interface Around {
  readonly pages: ReadonlySet<Block>;
  /** The index of the line that goes on behind each. */
  readonly behind: readonly number[];
  readonly signing: ReadonlySet<Block>;
  readonly labels: Labels;
}

/** Which lines fill the width at which all were wrapped, within a sentence that the next one goes on with. */
function fullLines(
  folded: string,
  lines: readonly Block[],
  { pages, behind, signing, labels }: Around,
): ReadonlySet<number> {
  const none = new Set<number>();
  if (lines.length > MOST_LINES) return none;
  const plain = lines.filter((line) => !isRow(line));
  if (plain.some(isTooWide)) return none;
  const { indents, indented } = indentsOf(folded, lines);
  const widths = lines.map((line) =>
    isRow(line) ? 0 : wrappedIn(line).width + (indents.has(line) ? INDENT : 0),
  );
  const width = widths.reduce((most, one) => Math.max(most, one), 0);
  if (width < NARROWEST) return none;
  // Above the first line that ends something, a title may be broken as it likes.
  const head = lines.findIndex(isEnded);
  const full = new Set<number>();
  let narrow = 0;
  lines.forEach((above, i) => {
    const next = lines[behind[i] ?? lines.length];
    if (!next || isRow(above) || isRow(next) || isEnded(above) || pages.has(above)) return;
    if ((indented && indents.has(next)) || startsAnew(next) || signing.has(next)) return;
    const isFull = (widths[i] ?? 0) >= width - TOLERANCE;
    if (isFull && (full.has(i - 1) || isProse(above))) full.add(i);
    else if (!isFull && i > head && !markOf(above) && !isCut(above, next, labels)) narrow += 1;
  });
  return narrow * 2 > full.size ? none : full;
}

/** A longer text that was wrapped tells so; a key would have to be looked at for the widths of all its lines. */
const MOST_LINES = 60;
const INDENT = 2;
const NARROWEST = 16;
const TOLERANCE = 3;

const isTooWide = unnumbered((line: Passage) => line.text.length > WIDEST * 2 || widthOf(line) > WIDEST);
const isEnded = saying(/[。;:!?)〕】]$/u);
/** Whether a line begins a paragraph: a number, a label, a bullet, `一是…`, `3月，…`, `——`, a date, a page's words. */
const startsAnew = knowing(
  (line: Passage) =>
    beginsAnew(line) ||
    leadOf(line.text) > 0 ||
    STARTS_PARAGRAPH.test(line.text) ||
    /^(?:[一二三四五六七八九十]{1,2}是|\d{1,2}月[份,:、 ])/u.test(line.text) ||
    noiseOf(line) !== undefined,
);
/** Whether a line is a part of a sentence, and neither a title, a heading nor what stands behind a label. */
const isProse = knowing((line: Passage) => {
  const body = line.text.slice(markOf(line)?.bodyFrom ?? 0);
  return /[,。;、“]/u.test(body) && !isTitle(line.text) && (markOf(line) !== undefined || !beginsAnew(line));
});
