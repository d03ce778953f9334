import { type Block, type Passage, saying } from '../../plan/block.ts';
import type { FieldRole, Style } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { isSectional, type Mark } from './numbering.ts';

/** The roles of the fields of a line that is nothing but labels; none for any other line. */
export type RolesOf = (block: Block) => readonly FieldRole[];

/**
 * The headings without a number, each right above label lines that speak of the items below it: `门诊提速` ⏎ `责任科室：门诊部` ⏎
 * `1.…` Below a heading with a number or none there are at least two, the first above its first item, and no item has
 * lines of its own that state the same: else they may be the last words of the item above.
 */
export function ledHeadings(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
  rolesOf: RolesOf,
): ReadonlySet<Block> {
  const led = flatMapped(blocks, (block, i): Led | readonly [] => {
    if (i === 0 || written[i] || written[i + 1] || !isHeading(block)) return [];
    return ledFrom(blocks, written, rolesOf, i) ?? [];
  });
  if (led.length < 2) return new Set();
  const lines = { blocks, written, rolesOf };
  return new Set(flatMapped(areasOf(led, lines), (area) => headsIn(area, lines)));
}

/** A heading with label lines of its own, and the first item below these. */
interface Led {
  readonly at: number;
  /** Where its first item stands. */
  readonly item: number;
  readonly style: Style;
  readonly roles: readonly FieldRole[];
}

interface Lines {
  readonly blocks: readonly Block[];
  readonly written: readonly (Mark | undefined)[];
  readonly rolesOf: RolesOf;
}

/** The heading at an index, where label lines follow it and then an item; lines with other labels may stand between these. */
function ledFrom(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
  rolesOf: RolesOf,
  at: number,
): Led | undefined {
  const roles: FieldRole[] = [];
  for (let i = at + 1; i < blocks.length && i <= at + MOST_LINES; i += 1) {
    const [block, mark] = [blocks[i], written[i]];
    if (mark)
      return isSectional(mark.style) && mark.style !== 'paren'
        ? undefined
        : { at, item: i, style: mark.style, roles };
    if (!block) break;
    const stated = rolesOf(block);
    if (stated.length === 0 && (i === at + 1 || !isLabelled(block))) break;
    roles.push(...stated);
  }
  return undefined;
}

/** So many lines at most stand between a heading and its first item. */
const MOST_LINES = 8;

/** The stretches in which such headings stand beside one another: up to a heading with a number, or to what is appended. */
function areasOf(led: readonly Led[], { blocks, written }: Lines): readonly Area[] {
  const style = led[0]?.style;
  const ends = flatMapped(blocks, (block, i) => {
    const own = written[i];
    return (own && isSectional(own.style) && own.style !== style) || isAppended(block) ? i : [];
  });
  let at = 0;
  return [0, ...ends].map((from, i) => {
    const to = ends[i] ?? blocks.length;
    const first = at;
    while ((led[at]?.at ?? to) < to) at += 1;
    return { from, to, led: led.slice(first, at) };
  });
}

interface Area {
  readonly from: number;
  readonly to: number;
  readonly led: readonly Led[];
}

/** The headings of an area, those among them that state nothing included; none where one of these may be part of an item. */
function headsIn({ from, to, led }: Area, { blocks, written, rolesOf }: Lines): readonly Block[] {
  const [first] = led;
  if (!first || led.length < 2 || led.some(({ style }) => style !== first.style)) return [];
  // The number at the head of an area is that of what holds it.
  const begin =
    written[from] && isSectional(written[from].style) && written[from].style !== first.style
      ? from + 1
      : from;
  if (written.slice(begin, first.at).some((mark) => mark)) return [];
  const roles = new Set(flatMapped(led, (one) => one.roles));
  const heads: Block[] = [];
  const bare: Block[] = [];
  const rest: Block[] = [];
  let next = 0;
  let value = 0;
  let isCut = false;
  for (let i = begin; i < to; i += 1) {
    const [block, mark, head] = [blocks[i], written[i], led[next]];
    if (!block) break;
    if (head?.at === i) {
      const opening = written[head.item]?.value ?? 0;
      if (heads.length > 0 && opening !== 1 && opening !== value + 1) return [];
      isCut ||= heads.length > 0 && !isEnded(blocks[i - 1], rolesOf);
      heads.push(block);
      i = head.item - 1;
      next += 1;
    } else if (rolesOf(block).some((role) => roles.has(role))) return [];
    else if (mark?.style === first.style) value = mark.value;
    else if (!mark && heads.length > 0) {
      if (closes(block, written[i + 1])) rest.push(block);
      else if (written[i + 1]?.style === first.style) bare.push(block);
    }
  }
  const isSure = (bare.length === 0 && !isCut) || [...heads, ...bare].every(isClear);
  return isSure && new Set(heads.map(({ text }) => text)).size === heads.length
    ? [...heads, ...bare, ...rest]
    : [];
}

/** `【行动一】门诊提速`, `行动一：门诊提速`, `门诊提速行动`: a few words that neither end a sentence nor name a year or an appendix. */
const isHeading = unnumbered(({ text }: Passage) => HEADING.test(text) && !/20\d\d|关于|^附/u.test(text));
const HEADING =
  /^(?=.{0,8}[々〇㐀-鿿𠀀-𲎯]{2})\s{0,2}(?:【[^【】。;]{2,20}】|[々〇㐀-鿿]{2}[一二三四五六七八九十\d]{1,2}\s?:\s?)?[^【】。,;:!?|\t]{0,24}$/u;
/** `【门诊提速】`, `行动二 住院提质`: it cannot be the last words of what stands above it. */
const isClear = saying(/^\s{0,2}(?:【|第?[々〇㐀-鿿]{0,2}[一二三四五六七八九十\d]{1,2}(?:阶段)?[\s:])/u);

/** `工作要求` ⏎ `（一）加强领导。`: what is asked of all, whatever its items are numbered by. */
function closes(block: Block, next: Mark | undefined): boolean {
  return next?.value === 1 && next.style !== 'han' && headsRest(block);
}

const headsRest = saying(
  /^\s{0,2}(?:(?:工作|有关|相关|几点|具体|活动|组织)?(?:要求|保障)|(?:组织|工作)?保障措施|组织(?:领导|实施)|附则)\s?:?$/u,
);

/** Whether nothing goes on behind a paragraph: it ends in a mark, or is a line of labels. */
function isEnded(block: Block | undefined, rolesOf: RolesOf): boolean {
  return block !== undefined && (endsInMark(block) || rolesOf(block).length > 0);
}

const endsInMark = saying(/[。;!?)]$/u);

/** `主要举措：`, `目标：提速`: a line with a label that states nobody and no day. */
const isLabelled = saying(/^[々〇㐀-鿿𠀀-𲎯]{2,8}\s{0,2}:/u);
const isAppended = saying(/^附\s{0,2}件/u);
