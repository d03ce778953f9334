import { type Block, type Passage, part, saying } from '../../plan/block.ts';
import { knowing, unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { numeralValue } from '../../text/numerals.ts';
import { withFullStops } from '../../text/stops.ts';
import { namesBodies } from '../fields/bodies.ts';
import type { Columns } from '../fields/columns.ts';

/**
 * Cuts a line in which several headings run on (`…。（二）政府引导。…`), or a whole document that stands on one line.
 * A mark counts where it continues the numbering and follows a sentence end, a bracket, or the heading before it.
 */
export function cutGlued(
  block: Block,
  blocks: readonly Block[],
  header: Columns | undefined,
): readonly Block[] {
  const lineCount = blocks.length;
  const whole =
    (lineCount <= MOST_LINES && (block.text.length > LONG || holdsPlan(block))) ||
    (lineCount <= MOST_LINES && block === blocks[0] && holdsList(block) && !blocks.some(isNumbered)) ||
    (lineCount <= MOST_AROUND && holdsHeaded(block) && !blocks.some(isHeaded));
  const heads = whole || header?.task !== 0 ? undefined : headingCells(block, header.named);
  if (!whole && !heads && (hasTab(block) || !runsOn(block))) return [block];
  const text = withFullStops(block.text);
  const marks = heads ?? markCuts(text, whole);
  const cuts = whole
    ? [...frameCuts(text, marks[0] ?? text.length), ...marks, ...tailCuts(text, marks.at(-1))]
    : marks;
  if (cuts.length === 0) return [block];
  return [0, ...cuts]
    .map((from, i) => part(block, from, cuts[i] ?? block.text.length))
    .filter((piece) => piece.text);
}

/** A line of this length holds a whole text where there are no more lines than so many. */
export const LONG = 600;
export const MOST_LINES = 6;
/** Nor has a page more around a line that certainly holds a plan. */
const MOST_AROUND = 12;

/** Whether a title stands before several numbers, each behind a sentence or a gap: `…工作计划　　一、…　　1、…。2、…`. */
const holdsPlan = unnumbered((passage: Passage) => {
  const marks = matchesIn(withFullStops(passage.text), NUMBER_BEHIND);
  return marks.length >= FEWEST && PLAN.test(passage.text.slice(0, marks[0]?.index ?? 0));
});

const NUMBER_BEHIND =
  /(?: {2}|。 ?)(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d))/gu;
const FEWEST = 3;
const PLAN = /^[^\s。;:]{4,60}?(?:要点|计划|方案|安排|分工)(?: |$)/u;

/** `…主要工作如下：1、…。2、…。3、…。`, each a sentence. */
const LIST = '(?:工作|任务|安排|要点)[如以]下:1、[^;]{2,400}?。2、';
const holdsList = saying(new RegExp(LIST, 'u'));

/** `1、`, `（一）`, `一、` at the head of a line. */
const isNumbered = knowing(({ text }: Passage) =>
  /^\s{0,8}(?:\d{1,2}[.、]|\(?[一二三四五六七八九十]{1,3}[)、])/u.test(text),
);

/** Whether a title, a heading and an item follow one another with a space between: `…责任分解 一、重点工作 1.…`. */
const holdsHeaded = saying(
  /(?:^|[) ])[^\s。;:()了]{4,60}(?:要点|计划|方案|安排|分工|分解|清单) 一、[^\s。;:]{2,40} (?:1\.(?!\d)|\(一\))/u,
);

/** A heading on a line of its own: so what stands on one line lists what the text holds, `目录 …`. */
const isHeaded = knowing(({ text }: Passage) => /^\s{0,8}[一二三四五六七八九十]{1,3}、/u.test(text));

const hasTab = saying(/\t/u);

/**
 * Where the cells end that head the rows below, before the first of these: `一、产业 | （一）工业 | 1.新建园区 | 县工信局`. None
 * where the cell behind holds steps (`1.立项；2.开工`), undefined where the row has a cell for each of `columns`, or one that
 * says how many.
 */
function headingCells({ text }: Block, columns: number): readonly number[] | undefined {
  const { outer, inner = '', number = '', words = '' } = HEADING_CELLS.exec(text)?.groups ?? {};
  if (outer === undefined) return undefined;
  const cells = text
    .slice(outer.length + inner.length)
    .split(/[|\t]/u)
    .map((cell) => cell.trim());
  const filled = cells.reduce((last, cell, i) => (cell === '' ? last : i + 1), 0);
  const [first = '', second = ''] = cells;
  const isBare = words === '';
  if (filled < (isBare ? columns : columns - 1)) return undefined;
  if (isBare && (second.length <= LONGEST_NAMED || namesBodies(second))) return undefined;
  if (['.', '、'].some((stop) => first.includes(`${Number(number) + 1}${stop}`))) return [];
  return inner === '' ? [outer.length] : [outer.length, outer.length + inner.length];
}

/** How long the name of a person is at most. */
const LONGEST_NAMED = 3;
const HEADING_CELLS =
  /^(?<outer>(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^|\t;:,]{2,40}[|\t] ?)(?<inner>\([一二三四五六七八九十]{1,3}\)[^|\t;:,]{2,40}[|\t] ?)?(?<number>\d{1,3}) ?(?:[.、](?!\d)(?<words>[^|\t]{2,}))?[|\t]/u;

/** Whether a line may hold several headings or items. */
const runsOn = unnumbered((passage: Passage) => {
  const text = withFullStops(passage.text);
  return GLUABLE.test(text) || HEADED_TASK.test(text) || runsOnOwned(text);
});

/** A number mark that may stand in the middle of a line. */
const GLUABLE = /[。;:)\s\]〕】”](?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)/u;
/** `一、加强党的建设1.深入学习。` */
const HEADED_TASK =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:,\d]{2,30}1\.(?!\d)/u;

/** Whether items follow one another in a line, each closed by its owner: `…。1.排查。（责任单位：甲科）2.改造。（…）`, `1.排查。责任单位：甲科。2.改造。…`. */
function runsOnOwned(text: string): boolean {
  if (!OWNED_SEAM.test(text)) return false;
  const first = FIRST_NUMBER.exec(text)?.[1];
  if (first === undefined) return HEADED.test(text) && closesInOwner(text, text.search(/1\.(?!\d)/u));
  const seam = matchesIn(text, OWNED_SEAM_ALL).find(([, next]) => Number(next) === Number(first) + 1);
  return seam !== undefined && !LISTING.test(text.slice(0, seam.index));
}

const HEADED = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/u;
/** `1.建设泵站。重点工作：1.更换水泵`: what follows are steps of the item. */
const LISTING = /^1[.、].*[:。;] ?1[.、](?!\d)/u;
const FIRST_NUMBER = /^(\d{1,2})[.、]/u;
/** How an item ends that says who does it: `…责任单位：甲科）`, `。责任单位：甲科。`, and the number behind it. */
const OWNER_END =
  '(?:(?:责任|牵头|单位|部门|科室|负责)[^()]{0,120}\\)。?|[。;,\\s](?:责任|牵头|主办|承办|落实|配合|负责|完成)(?:单位|部门|[科处股]室|领导|人|时限|时间):(?:[^。;:()]|\\([^。;:()]{1,20}\\)){1,80}。)\\s{0,4}';
const BEHIND = '[.、](?:(?!\\d)|(?=20\\d\\d年))';
const OWNED_SEAM = new RegExp(`${OWNER_END}\\d{1,2}${BEHIND}`, 'u');
const OWNED_SEAM_ALL = new RegExp(`${OWNER_END}(\\d{1,2})${BEHIND}`, 'gu');

/** Whether the item 1. at `at` ends in its owner, and 2. follows. */
function closesInOwner(text: string, at: number): boolean {
  return at >= 0 && OWNED_ITEM.test(text.slice(at, at + 800));
}

const OWNED_ITEM = new RegExp(`^1\\.[^()]{2,400}(?:\\([^()]{0,40})?${OWNER_END}2${BEHIND}`, 'u');

const GLUED_MARK =
  /\((?<paren>[一二三四五六七八九十]{1,3})\)|(?<!第)(?<han>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]、|[一二三四]季度|(?<=:.、)[一二三四五六七八九十]{1,2}月)|(?<![\d.])(?<digits>\d{1,2})(?:\.|(?<=(?:^| {2}|[。)] ?|[如以]下:)\d{1,2})、)(?:(?!\d)|(?=20\d\d年))| {2,}/gu;

function markCuts(text: string, whole: boolean): number[] {
  const next = { han: 1, paren: 1, digits: 1 };
  const cuts: number[] = [];
  let marks = 0;
  // How far a list counts that an item holds in its sentence: `1.检修泵站。重点做好：（一）更换水泵；（二）清理前池。`
  let listed = 0;
  const item = ITEM.test(text);
  const counted = COUNTED.test(text);
  for (const match of matchesIn(text, GLUED_MARK)) {
    const at = match.index;
    const { han, paren, digits } = match.groups ?? {};
    const number = han ?? paren ?? digits;
    if (number === undefined) {
      if (whole) cuts.push(at);
      continue;
    }
    const style = han ? 'han' : paren ? 'paren' : 'digits';
    const value = numeralValue(number) ?? 0;
    // Elsewhere `2、` is found behind a gap alone.
    if (digits && match[0].endsWith('、') && !counted && !text.startsWith('  ', at - 2)) continue;
    if (!whole) {
      const opens = value === 1 && /[:;]\s?$/u.test(text.slice(Math.max(0, at - 2), at));
      if (item && paren && (opens || (listed > 0 && value === listed + 1))) {
        listed = value;
        continue;
      }
      if (marks === 0 && at > 0 && !isGluedHeading(text, at)) continue;
      const heads = style !== 'digits' || next.digits > 1 || at === 0;
      if (!heads && !HEADING.test(text.slice(cuts.at(-1) ?? 0, at)) && !closesInOwner(text, at)) continue;
    }
    const sequel = at === 0 || value === next[style] || (value === 1 && style !== 'han' && marks > 0);
    if (!sequel || !mayStandAt(text, at, style, cuts.at(-1))) continue;
    next[style] = value + 1;
    marks += 1;
    if (at > 0) cuts.push(at);
    const body = whole && style !== 'digits' ? KNOWN_HEADING.exec(text.slice(at, at + 40)) : null;
    if (body) cuts.push(at + body[0].length);
  }
  return cuts;
}

/** A line whose items count `1、`, `2、`: it begins with one and lists no others, or has words that lead to them. */
const COUNTED = new RegExp(`^\\d{1,2}、(?!.*[:;。]1、)|${LIST}`, 'u');

/** A line that begins with the number of an item. */
const ITEM = /^(?:\d{1,3}[.、]|\([一二三四五六七八九十]{1,3}\))/u;

/** `…努力奋斗。一、重点工作`: the first heading, which runs on behind the preamble. */
function isGluedHeading(text: string, at: number): boolean {
  return (
    /[。!]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) && GLUED_HEADING.test(text.slice(at, at + 44))
  );
}

const GLUED_HEADING = /^一、[^。;:,\d]{2,30}(?:$|1\.(?!\d)|\(一\))/u;

/** A mark stands after a sentence end or a bracket, （二） and 3. also right behind the heading above. */
function mayStandAt(
  text: string,
  at: number,
  style: 'han' | 'paren' | 'digits',
  last: number | undefined,
): boolean {
  if (at === 0 || /[。;:)!?\s\]〕】”"]/u.test(text[at - 1] ?? '')) return true;
  return style !== 'han' && HEADING.test(text.slice(last ?? 0, at));
}

/** What stands between the last cut and a mark: `一、总体要求` before `（一）`. */
const HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。;:,]{2,40}$/u;

/** Headings that everybody knows to end here, whatever is glued to them: `一、总体要求以习近平…`. */
const KNOWN_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))\s*(?:总体要求|总体思路|指导思想|基本原则|(?:主要|总体|工作|发展|行动)目标|(?:主要|重点|工作)任务|(?:主要|重点|具体|工作|政策)(?:举措|措施)|工作(?:要求|安排|内容|重点)|保障措施|组织保障|组织实施|实施步骤)(?=[^。、,:;()\s和与及的一二三四五六七八九十])/u;

/** Where title, number, salutation and signature end above the body of a document on one line. */
function frameCuts(text: string, body: number): readonly number[] {
  const head = text.slice(0, body);
  const cuts: number[] = [];
  let at = 0;
  const cut = (length: number | undefined) => {
    at += length ?? 0;
    cuts.push(at);
  };
  cut(TITLE.exec(head)?.[0].length);
  if (at > 0) cut(NUMBER.exec(head.slice(at, at + 40))?.[0].length);
  cut(SALUTATION.exec(head.slice(at, at + 240))?.[0].length);
  const signed = SIGNED.exec(head.slice(at));
  if (signed) {
    cut(signed.index);
    for (const words of signed.slice(1)) cut(words?.length);
    cut(PLAN_TITLE.exec(head.slice(at, at + 90))?.[0].length);
  }
  return [...new Set(cuts)].filter((end) => end > 0 && end < body);
}

/** Where the last paragraph ends and the signature below it begins. */
function tailCuts(text: string, last = 0): readonly number[] {
  const from = Math.max(last + 1, text.length - 120);
  const signed = SIGNED.exec(text.slice(from));
  if (!signed) return [];
  const [, signer = '', date = ''] = signed;
  const at = from + signed.index;
  return [at, at + signer.length, at + signer.length + date.length].filter((cut) => cut < text.length);
}

const TITLE =
  /^[^。;:!?]{4,100}?(?:意见|方案|计划|要点|措施|规划|办法|政策|通知)(?:\([^()]{2,14}\))?(?=[^》》的和与及、,()]{2,14}[〔[(【]20\d\d|各[^。]{2,200}:|\s)/u;
const NUMBER = /^\s*\(?[^\s\d()〔〕]{2,12}[〔[(【]20\d\d[〕\])】]\s*\d{1,5}\s*号\)?/u;
const SALUTATION = /^\s*[^。;:]{0,40}(?:各|有关|直属)[^。;:]{2,190}:/u;
const SIGNED =
  /(?<=[。\s])(\s{0,16}[^。;:,\s\d]{4,30}(?:政府|办公厅|办公室|委员会|[局厅部委])\s*)(20\d\d年\d{1,2}月\d{1,2}日\s*)(\((?:此件|本文)[^()]{2,12}\)\s*)?/u;
const PLAN_TITLE =
  /^\s*(?:附件\d?:?\s*)?[^。;:!?,]{6,60}?(?:意见|方案|计划|要点|措施|规划|办法|政策|分工)(?:\([^()]{2,20}\))?(?=为|根据|按照|依据|近年|深入|结合|\s|$)/u;
