import type { Block, Passage } from '../../plan/block.ts';
import type { Style } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { knowing } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import { isSectional, leadOf, type Mark, markOf } from './numbering.ts';

/**
 * The marks of paragraphs that only their neighbours show to be numbered: `2.12345热线`, `1.1建立台账`, `2。`, `3,`, `4 `,
 * `l.` for 1., numbers over 999. `written` has the marks that are plain.
 */
export function looseMarks(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
): ReadonlyMap<Block, Mark> {
  const entries = flatMapped(blocks, (block, index): Entry[] => {
    const mark = written[index];
    const loose = mark ? [] : looseMarksOf(block);
    return mark || loose.length > 0 ? [{ block, above: blocks[index - 1], mark, loose }] : [];
  });
  const found = new Map<Block, Mark>();
  if (entries.every(({ loose }) => loose.length === 0)) return found;
  const state: State = { last: new Map(), fresh: true, decimal: undefined };
  entries.forEach((entry, i) => {
    const mark = entry.mark ?? entry.loose.find((one) => counts(one, i, entries, state));
    if (!mark) return;
    if (!entry.mark) found.set(entry.block, mark);
    if (mark.style === 'decimal') state.decimal = mark.number;
    // Below a heading a list may begin anew; it may also run on.
    state.fresh = isSectional(mark.style) || (state.fresh && mark.style !== 'arabic');
    state.last.set(mark.style, mark.value);
  });
  return found;
}

/** Every mark that may stand at the head of a paragraph: the plain one, or those that its neighbours may confirm. */
export function possibleMarksOf(passage: Passage): readonly Mark[] {
  const mark = markOf(passage);
  return mark ? [mark] : looseMarksOf(passage);
}

interface Entry {
  readonly block: Block;
  readonly above: Block | undefined;
  readonly mark: Mark | undefined;
  readonly loose: readonly Loose[];
}

interface State {
  /** The last value of every style. */
  readonly last: Map<Style, number>;
  /** Whether no 1. stands yet below the heading. */
  fresh: boolean;
  /** The last decimal number. */
  decimal: string | undefined;
}

/** How a number is written that is none by itself. */
type Kind = 'decimal' | 'figure' | 'odd' | 'spaced' | 'glued' | 'worded' | 'headed' | 'long' | 'letter';

interface Loose extends Mark {
  readonly kind: Kind;
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}';
const WORD = '[々〇㐀-鿿𠀀-𲎯“《【]';
/** What a figure before it counts. */
const COUNTED =
  '[余多几年月日号时分个名所人次项万亿元千百家户亩吨岁级届期天周部门类种条批座栋处位县市区镇乡村倍至以大台轮场件套]';

/** What may be a number, with an example each; the text begins at the number. */
const SHAPES: readonly (readonly [Kind, Style, RegExp])[] = [
  // 1.1建立台账
  ['decimal', 'decimal', new RegExp(`^(\\d{1,2}(?:\\.\\d{1,2}){1,3})\\.?(?=${WORD}|\\()`, 'u')],
  // 2.12345热线提质; 3.100%完成改造; 4、24小时值班
  ['figure', 'arabic', /^(\d{1,3})[.、](?=\d[^。;]{0,30}?[々〇㐀-鿿𠀀-𲎯]{2})/u],
  // 1000.改造校舍
  ['long', 'arabic', /^(\d{4})\s*[.、](?!\d)\s*(?=\S)/u],
  // 2。 3, 4: 5; 6· 7.、
  ['odd', 'arabic', new RegExp(`^(\\d{1,3})\\s*(?:[。,:;·]|[.、]{2})\\s*(?=${WORD})`, 'u')],
  // 二， 三。 四：
  ['odd', 'han', new RegExp(`^(${HAN_NUMBER})\\s*[。,:;]\\s*(?=${WORD})`, 'u')],
  // 4 推广普通话, but not 4 月
  ['spaced', 'arabic', new RegExp(`^([1-9]\\d{0,2})\\s+(?=[々〇㐀-鿿𠀀-𲎯“《]{2})(?!${COUNTED})`, 'u')],
  // 4推广普通话
  ['glued', 'arabic', new RegExp(`^([1-9]\\d?)(?=[々〇㐀-鿿𠀀-𲎯“《]{4})(?!${COUNTED})`, 'u')],
  // 四是推广普通话 among 三、 and 五、
  ['worded', 'han', new RegExp(`^(${HAN_NUMBER})是(?=${WORD}{4})(?!否)`, 'u')],
  // 01 党建引领, the heading of a part
  ['headed', 'part', /^(0[1-9]|1\d)\s+(?=[々〇㐀-鿿𠀀-𲎯“、”]{3,24}$)/u],
  // 一 农业工作
  ['headed', 'han', new RegExp(`^(${HAN_NUMBER})\\s+(?=[々〇㐀-鿿𠀀-𲎯“、”]{3,24}$)`, 'u')],
  // l.改造校舍, where a scan misread 1.
  ['letter', 'arabic', new RegExp(`^([\\dlIO|]{1,3})\\s*[.、,]\\s*(?=${WORD})`, 'u')],
];

const looseMarksOf = knowing(({ text }: Passage): readonly Loose[] => {
  const lead = leadOf(text);
  const first = text[lead] ?? '';
  if (!LOOSE_START.test(first) || text.includes('\t')) return [];
  const rest = lead === 0 ? text : text.slice(lead);
  return flatMapped(SHAPES, ([kind, style, shape]) => {
    const match = shape.exec(rest);
    const number = match?.[1] ?? '';
    const value = numberValue(number, style);
    if (!match || value === undefined || (kind === 'letter' && /^\d+$/u.test(number))) return [];
    return [
      { kind, style, number, value, from: lead, to: lead + number.length, bodyFrom: lead + match[0].length },
    ];
  });
});

const LOOSE_START = /[\dlIO|一二三四五六七八九十]/u;

function numberValue(number: string, style: Style): number | undefined {
  if (style === 'decimal') return Number(number.slice(number.lastIndexOf('.') + 1));
  const value = numeralValue(number.replace(/[lI|]/gu, '1').replace(/O/gu, '0'));
  return value === 0 ? undefined : value;
}

/** Whether what stands around entry `i` makes `mark` its number. */
function counts(mark: Loose, i: number, entries: readonly Entry[], state: State): boolean {
  const { block, above } = entries[i] ?? {};
  if (!block) return false;
  if (mark.kind === 'decimal') return isNextDecimal(mark, i, entries, state.decimal);
  const { value, style } = mark;
  const last = state.last.get(style) ?? 0;
  const next = nextValue(style, value, i, entries);
  const runsOn = next === value + 1;
  const follows = value === last + 1 || (value === 1 && style === 'arabic' && state.fresh);
  // A number written twice is one all the same where the next one counts on.
  if (mark.kind === 'odd' && value === last && runsOn && value > 1) return !isBroken(above);
  if (mark.kind === 'long') return (last > 0 && follows) || (runsOn && !isYear(value));
  // `3 保障措施` above `3.1 加强领导` says so by itself.
  if (mark.kind === 'spaced' && entries[i + 1]?.above === block && headsDecimals(value, entries[i + 1]))
    return true;
  if (!follows) return false;
  const ends = next === undefined || next === 1;
  switch (mark.kind) {
    case 'figure':
      if (runsOn) return value > 1 || !isBroken(above);
      return (
        ends &&
        !isBroken(above) &&
        !isQuantity(block.text.slice(mark.bodyFrom), value) &&
        !DECIMAL.test(block.text.slice(mark.to))
      );
    case 'spaced':
      if (headsDecimals(value, entries[i + 1])) return true;
      if (!LONG_WORDS.test(block.text.slice(mark.bodyFrom))) return false;
      return isClosed(above) && (runsOn || (ends && value > 1));
    case 'glued':
      return runsOn && value > 1 && isClosed(above);
    case 'worded':
      return (
        value > 1 && isClosed(above) && !isInSeries(entries[i - 1], above) && isBefore(value + 1, i, entries)
      );
    case 'headed':
      return entries[i + 1]?.above === block && !isBroken(above) && (runsOn || (ends && value > 1));
    case 'letter':
      return runsOn || (ends && last > 0 && !isBroken(above));
    default:
      return !isBroken(above) && (runsOn || (ends && value > 1));
  }
}

/** Whether 三是 goes on from 二是, which stands in the paragraph above. */
function isInSeries(last: Entry | undefined, above: Block | undefined): boolean {
  const isWorded = !last?.mark && last?.loose.some(({ kind }) => kind === 'worded');
  return isWorded || (above !== undefined && ORDINAL.test(above.text));
}

/** Whether the next number in words is written as such, and is `value`: 三是 among 二、 and 四、, not above 四是. */
function isBefore(value: number, i: number, entries: readonly Entry[]): boolean {
  const next = entries
    .slice(i + 1, i + FARTHEST)
    .find(({ mark, loose }) => mark?.style === 'han' || loose.some(({ kind }) => kind === 'worded'));
  return next?.mark?.style === 'han' && next.mark.value === value;
}

const ORDINAL = /[一二三四五六七八九十]是/u;

/** `2 任务` above `2.1组织检查` */
function headsDecimals(value: number, next: Entry | undefined): boolean {
  const below = next?.mark ? [next.mark] : (next?.loose ?? []);
  return below.some(({ style, number }) => style === 'decimal' && number === `${value}.1`);
}

const LONG_WORDS = /^[々〇㐀-鿿𠀀-𲎯“《]{4}/u;

function isYear(value: number): boolean {
  return value >= 1900 && value < 2100;
}

/**
 * The value of the next number of `style` behind entry `i`, read as `value` + 1 wherever it may be that; undefined
 * where a heading comes first, or nothing.
 */
function nextValue(style: Style, value: number, i: number, entries: readonly Entry[]): number | undefined {
  for (const { mark, loose } of entries.slice(i + 1, i + FARTHEST)) {
    const numbers = [mark, ...loose.filter(({ kind }) => kind !== 'worded')];
    const heading = numbers.some((one) => one && isSectional(one.style));
    if (heading && style !== 'han' && style !== 'part') return undefined;
    if (mark?.style === style) return mark.value;
    if (loose.some((one) => one.style === style && one.value === value + 1)) return value + 1;
  }
  return undefined;
}

/** How many numbered paragraphs ahead are looked at. */
const FARTHEST = 40;

/** 1.2 follows 1.1; 1.1 begins where 1.2 follows, and 2.1 where the last was 1.3. */
function isNextDecimal(
  { number }: Mark,
  i: number,
  entries: readonly Entry[],
  last: string | undefined,
): boolean {
  if (last !== undefined && isSequel(last, number)) return true;
  if (!/\.1$/u.test(number)) return false;
  const later = flatMapped(entries.slice(i + 1, i + FARTHEST), ({ mark, loose }) =>
    (mark ? [mark] : loose).filter(({ style }) => style === 'decimal'),
  );
  return later.slice(0, 4).some((one) => one.number === `${number.slice(0, -1)}2`);
}

/** Whether `next` counts on from `last` at its own level or at one around it: 1.2 → 1.3, 1.2 → 2.1, 1.2.3 → 1.3. */
function isSequel(last: string, next: string): boolean {
  const [from, to] = [last.split('.').map(Number), next.split('.').map(Number)];
  const at = to.findIndex((value, k) => value !== from[k]);
  if (at < 0) return false;
  return to[at] === (from[at] ?? 0) + 1 && to.slice(at + 1).every((value) => value === 1);
}

/**
 * `5万册`, `12.5%。`: an amount and no more, with which the line above may go on; a month is none, but for the second of
 * two: `3、4月`.
 */
function isQuantity(words: string, number: number): boolean {
  const month = MONTH.exec(words)?.[0];
  return (month === undefined || Number(month) === number + 1) && QUANTITY.test(words);
}

const MONTH = /^\d{1,2}(?=月)/u;

const QUANTITY = /^\d+(?:\.\d+)?\s*(?:%|[々〇㐀-鿿𠀀-𲎯]){1,3}(?:[^々〇㐀-鿿𠀀-𲎯\d]|$)/u;

/** `2.3万名学生…`: with no next number it is an amount with which a paragraph of prose begins; `2.30座…` is none. */
const DECIMAL = /^\.\d?[1-9](?:[万亿千%倍米亩吨]|个百分点|公[里顷]|平方)/u;

/** Whether a paragraph stops in the middle of a sentence, so that the next line goes on with it. */
function isBroken(above: Block | undefined): boolean {
  const mark = above && possibleMarksOf(above)[0];
  const words = above?.text.slice(mark?.bodyFrom ?? 0) ?? '';
  if (words === '' || CLOSED.test(words)) return false;
  return (/[。;,]/u.test(words) || words.length > 30) && !LABELLED.test(words);
}

const CLOSED = /[。;:!?)\]〕】”…|]$/u;

/** Whether the paragraph above is over: a sentence, a heading, a labelled line. */
function isClosed(above: Block | undefined): boolean {
  if (!above) return true;
  const { text } = above;
  if (CLOSED.test(text) || LABELLED.test(text)) return true;
  const [mark] = possibleMarksOf(above);
  return mark !== undefined && isSectional(mark.style) && text.length <= 30;
}

/** `责任人：陶文` ends without a stop. */
const LABELLED = /(?:^|[。\s])[^。;,:]{2,10}:[^。;:]{1,60}$/u;
