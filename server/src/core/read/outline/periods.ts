import { type Block, type Passage, saying } from '../../plan/block.ts';
import { BULLETS } from '../../text/bullets.ts';
import { alternatives, isNext } from '../../text/dates/shapes.ts';
import { knowing, unnumbered } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import type { Paragraph } from './item.ts';
import { isSectional, type Mark } from './numbering.ts';
import type { Heading } from './roles.ts';

const HAN = '[一二三四五六七八九十]';
const NUMBER = `(?:\\d{1,2}|${HAN}{1,3}|元)`;

/** The stretches of a year by which plans are laid out, as a pattern. */
export const PERIODS = [
  // 二月份, 3月, 3—4月, 九月上旬
  `${NUMBER}(?:月份?)?(?: ?[-~—–至、] ?${NUMBER})? ?月份?(?:[上中下]{1,2}旬)?`,
  // 第一周, 第1-2周, 第三教学周
  `第 ?${NUMBER}(?:周? ?[-~—–至、] ?第?${NUMBER})? ?(?:教学)?周`,
  // 第一季度
  '第?[一二三四1-4]季度',
  '[上下]半年',
  '[春秋]季学期',
  '[寒暑][假期]',
  // 3月1日—3月7日, 3月30日（星期一）
  `${NUMBER}月${NUMBER}日(?: ?[-~—–至]{1,2} ?(?:${NUMBER}月)?${NUMBER}日|(?= ?\\((?:星期|周)))`,
  // 星期一, 周一
  '(?:星期|周)[一二三四五六日天]',
].join('|');

/** A heading that is a period and what is done in it: `九月工作`, `第一周（2月17日—2月23日）`, `【三月】`. */
const PERIOD_HEADING = new RegExp(
  `^【?(?<period>(?:20\\d\\d ?年 ?)?(?:${PERIODS}))(?:的?(?:主要|重点|具体|教育)?(?:工作|任务|活动|事项)(?:安排|计划|要点|重点|内容)?|安排)?(?: ?\\((?<days>[^()]{2,30})\\))?】?$`,
  'u',
);

/** The words of a heading that say when what stands below it is due, undefined where it is no period. */
export const periodOf = unnumbered(({ folded }: Heading) => periodIn(folded));

/** The period before the name of what stands below it: 2月 of `2月：安全教育月`, `2月份——安全教育月`, `第一季度 打基础`. */
export const namedPeriodOf = unnumbered(({ folded }: Heading) => NAMED.exec(folded)?.groups?.period);
const NAMED = new RegExp(
  `^(?!.*(?:回顾|总结|情况|成效|汇报)】?$)【?(?<period>(?:20\\d\\d ?年 ?)?(?:${PERIODS}))(?:主题|重点|中心)? ?(?:[:·]|[—–-]{1,2}| ) ?[々〇㐀-鿿“”《》、·]{2,16}】?$`,
  'u',
);

/** When what a heading holds is done, where it says nothing else: 长期坚持 of `长期坚持事项`, 全年 of `全年性工作`, 立行立改. */
export const standingTimeOf = unnumbered(({ folded }: Heading) => STANDING.exec(folded)?.[1]);
const STANDING =
  /^(立[行查]立改|即知即改|边[查学]边改|(?:长期|持续|全年|常年|常态化)(?:坚持|推进|整改|落实|抓好)|(?:长期|全年|常年)(?=性))性?(?:的?(?:类|事项|任务|问题|工作)){0,2}$/u;

/** The day that a heading is, which may say what part of it: 9月18日 of `9月18日上午`. */
export const dayOf = unnumbered(({ folded }: Heading) => DAY.exec(folded)?.[1]);
const HOURS = '(?:早[上晨]|上午|中午|下午|傍晚|晚上)';
const DAY = new RegExp(`^((?:20\\d\\d年)?${NUMBER}月${NUMBER}日)${HOURS}?$`, 'u');

/** Whether a heading is a period or a day. */
export function isTime(head: Heading): boolean {
  return (periodOf(head) ?? dayOf(head)) !== undefined;
}

/** Whether a heading is a part of a day: 上午, 课间. */
export const isOfDay = unnumbered(({ folded }: Heading) => OF_DAY.test(folded));
const OF_DAY = new RegExp(`^(?:${HOURS}|大?课间)$`, 'u');

/** The month that an unnumbered heading begins with: 二月 of `二月主题`. */
export const monthOf = unnumbered(({ folded }: Heading) => MONTH.exec(folded)?.[0]);
const MONTH = new RegExp(`^(?:20\\d\\d年)?${NUMBER}月份?`, 'u');

function periodIn(title: string): string | undefined {
  const { period, days } = PERIOD_HEADING.exec(title.trim())?.groups ?? {};
  return days !== undefined && /\d/u.test(days) ? days : period;
}

/**
 * The unnumbered lines that head what is done in a period, each above items of its own: `二月份：`, `九月工作`, and
 * `五、六月` where it is no sixth month that the number five heads. One alone may be anything.
 */
export function periodLines(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
): ReadonlySet<Block> {
  const months = blocks.filter((block, i) => written[i]?.style === 'han' && firstOfTwo(block) !== undefined);
  const areNumbered = months.some((block, i) => i > 0 && firstOfTwo(block) === numberBehind(months[i - 1]));
  const twos = new Set(areNumbered ? [] : months);
  const monthly = new Set(monthLines(blocks, written));
  const lines = blocks.filter(
    (block, i) =>
      i + 1 < blocks.length &&
      (written[i] ? twos.has(block) : (isPeriod(block) || monthly.has(block)) && !(i === 0 && isPlan(block))),
  );
  const heads = new Set([...(lines.length >= 2 ? lines : []), ...stageLines(blocks, written)]);
  return heads.size < 2 ? heads : new Set([...heads, ...linesBehind(blocks, written, heads)]);
}

/**
 * The lines that end the last period, each above a list that begins anew: `工作要求` ⏎ `1.加强领导。` Where such lines stand
 * within periods before, they part what each holds.
 */
function linesBehind(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
  periods: ReadonlySet<Block>,
): readonly Block[] {
  let found: Block[] = [];
  /** Of the list below the last period, where it was met. */
  let style: Mark['style'] | 'ahead' | undefined;
  for (const [i, block] of blocks.entries()) {
    const mark = written[i];
    if (periods.has(block)) {
      if (found.length > 0) return [];
      style = 'ahead';
    } else if (style === 'ahead') style = mark?.style ?? style;
    else if (style && (mark ? mark.style !== style && isSectional(mark.style) : isAppended(block)))
      style = undefined;
    else if (
      style &&
      !mark &&
      written[i + 1]?.value === 1 &&
      written[i + 1]?.style === style &&
      isBrief(block)
    )
      found = [...found, block];
  }
  return found;
}

const isBrief = saying(/^\s*[々〇㐀-鿿]{2,8}[\s:]*$/u);
const isAppended = saying(/^\s*附/u);

/**
 * The stages of the work that are headings, with their days and nothing but labels between them and the items below:
 * `第一阶段：动员部署（3月）。` ⏎ `1.召开动员会。`
 */
function stageLines(blocks: readonly Block[], written: readonly (Mark | undefined)[]): readonly Block[] {
  /** The first number below a line, with nothing but labels between. */
  const below = (i: number) => {
    let at = i + 1;
    for (let next = blocks[at]; next && !written[at] && at < i + 4 && opensLabel(next); next = blocks[at])
      at += 1;
    return written[at];
  };
  const stages = [...blocks.entries()].filter(
    ([i, block]) => !written[i] && (headsStage(block) || (bulletIn(block) && below(i)?.value === 1)),
  );
  const first = stages[0]?.[0];
  const within = written
    .slice(0, first)
    .filter((mark) => mark !== undefined)
    .at(-1)?.style;
  // Those within `1.` are steps of one task, and so are those between `（一）` and `（二）`.
  if (stages.length < 2 || (within && !isSectional(within))) return [];
  // The numbers begin anew below each, or run on.
  const heads = (i: number) => {
    const mark = below(i);
    return mark && mark.style !== 'han' && mark.style !== within && (i !== first || mark.value === 1);
  };
  return stages.filter(([i]) => heads(i)).length < 2 ? [] : stages.map(([, block]) => block);
}

const STEP = '(?:阶段|第[一二三四五六]步)';
const DAYS = `(?=[^()]{0,20}(?:月|\\.\\d))[^()]{2,40}`;
const WORDS = '[々〇㐀-鿿“”、]';

/** The time of a line that is a stage of the work, where no bracket holds it, or of a bullet with its days. */
export function stageTimeOf(block: Block): string | undefined {
  return stageIn(block)?.time ?? bulletIn(block)?.time;
}

const stageIn = unnumbered(({ text }: Passage) => STAGE.exec(text)?.groups);
const STAGE = new RegExp(
  `^[\\s${BULLETS}]*(?=[^。;]{0,40}${STEP})(?:${alternatives([
    // 动员部署阶段（2026年3月）, 第一阶段（3月1日—3月20日）：调查摸底。
    `(?=[^()]{0,30}${STEP})[々〇㐀-鿿“”、: ]{3,30}\\(${DAYS}\\)(?: ?:? ?${WORDS}{2,20})?`,
    // 第二阶段：6月11日—25日，实施阶段。 第二阶段（实施阶段）：6月11日—25日; 6月中旬：组织实施阶段
    `(?:(?=[^:, ]{0,24}${STEP})${WORDS}{2,12}(?:\\(${WORDS}{2,12}\\))?[:, ]{1,2}(?:${WORDS}{2,12}[:, ]{1,2})?)?(?<time>(?=.{0,12}月)[\\d${HAN.slice(1, -1)}年月日号份上中下旬底初末前起止至到.~—–-]{2,30})(?:[:, ]{1,2}${WORDS}{2,20})?`,
  ])})[\\s。:]*$`,
  'u',
);

/** Whether a line is a stage of the work with its time, whatever its words are: `2026年11月，总结阶段` reviews nothing. */
export function headsStage(block: Block): boolean {
  return stageIn(block) !== undefined;
}

/** `●组织实施（6月11日—25日）`, `●开幕式（4月20日上午）` */
const bulletIn = unnumbered(({ text }: Passage) => BULLET.exec(text)?.groups);
const BULLET = new RegExp(
  `^\\s*[${BULLETS}]{1,8}\\s*${WORDS}{2,20}\\((?=${DAYS}\\))(?<time>[^()]{2,40}?)${HOURS}?\\)[\\s。:]*$`,
  'u',
);
const opensLabel = saying(/^\s*[々〇㐀-鿿]{2,6}\s*:/u);

/**
 * The lines that begin with a month and say what it is for, each above a list of its own and in the order of the year:
 * `二月主题：新起点`, `三月份 “雷锋”主题月`, `四月园务行政`, but not 三月三庙会, a day of another calendar.
 */
function monthLines(blocks: readonly Block[], written: readonly (Mark | undefined)[]): readonly Block[] {
  const opensList = (mark?: Mark) => mark?.value === 1 && !isSectional(mark.style);
  const lines = blocks.filter((block, i) => opensList(written[i + 1]) && !written[i] && monthIn(block));
  const isOrdered = lines.every((block, i) => {
    const last = lines[i - 1];
    return !last || [1, 2].includes(((monthIn(block) ?? 0) - (monthIn(last) ?? 0) + 12) % 12);
  });
  return isOrdered ? lines : [];
}

const monthIn = unnumbered(({ text }: Passage): number | undefined => {
  const month = MONTH_LINE.exec(text)?.[1];
  return month === '元' ? 1 : numeralValue(month ?? '');
});

const MONTH_LINE = new RegExp(
  `^(?:20\\d\\d年)?(${NUMBER})月份?(?!${HAN}|[上中下]旬|[底末初]|以来)(?:[ :]+|(?=[“々〇㐀-鿿]))[^\\d。;()|\\t]{2,24}$`,
  'u',
);

/** `第十二周工作计划（11月18日—11月22日）` at the top of a text is its title. */
const isPlan = saying(/(?:计划|安排|要点)(?: ?\([^()]*\))?$/u);

/** The first of two months in a row that may be a number and a month: 5 of `五、六月`. */
const firstOfTwo = knowing(({ text }: Passage): number | undefined => {
  const [, one = '', other = ''] = TWO_MONTHS.exec(text) ?? [];
  return isNext(one, other) ? numeralValue(one) : undefined;
});

function numberBehind(block: Block | undefined): number | undefined {
  const first = block && firstOfTwo(block);
  return first === undefined ? undefined : first + 1;
}

const TWO_MONTHS = new RegExp(`^(${HAN}{1,2})、(${HAN}{1,2})月份?(?:的?工作(?:安排)?)?[\\s:]*$`, 'u');

/** The mark of an unnumbered period. */
export function periodMark({ text }: Block): Mark {
  const from = LEAD.exec(text)?.[0].length ?? 0;
  return { style: 'period', number: '', value: 0, from, to: from, bodyFrom: from };
}

const isPeriod = unnumbered(({ text }: Passage) => periodIn(headOfLine(text)) !== undefined);

function headOfLine(text: string): string {
  return text.replace(LEAD, '').replace(/(?<![\s:*])[\s:*]+$/u, '');
}

/** Marks of lists and of Markdown before the words of a line. */
const LEAD = new RegExp(`^[\\s${BULLETS}]*`, 'u');

/** `第一阶段：动员部署（3月上旬）。…`: a stage of the work without a number, which names nobody, is no task of its heading. */
export function isStage({ block, fields }: Paragraph): boolean {
  return fields.every(({ parties }) => parties.length === 0) && opensStage(block);
}

const opensStage = saying(/^第 ?[一二三四五六七八九1-9] ?阶段/u);
