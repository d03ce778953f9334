import { type Block, type Passage, saying } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';
import { isTitle, WORKS } from '../frame/title.ts';
import { standApart } from './apart.ts';
import { ledHeadings, type RolesOf } from './led.ts';
import { isSectional, type Mark, markOf } from './numbering.ts';
import { officeLines, officeMark } from './offices.ts';
import { periodLines, periodMark } from './periods.ts';
import { isDirectoryHeading, roleOf } from './roles.ts';
import { looseMarks } from './sequence.ts';

/**
 * The number of every block, given what stands `written` at its head and what a line of nothing but labels says (`rolesOf`); a list of
 * attachments and a table of contents are not numbered text.
 */
export function marksOf(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
  rolesOf: RolesOf,
): readonly (Mark | undefined)[] {
  let attachments = false;
  let begun = false;
  let foreign = false;
  const named = partsIn(blocks, written);
  // `主要任务：` within a stage of the work heads no part; where `工作目标：` heads a list, too, the parts are what counts.
  const areParts = blocks.some(
    (block, i) => named.includes(block) && written[i + 1]?.value === 1 && partRole(block) !== 'tasks',
  );
  const timed = new Set(areParts ? [] : [...periodLines(blocks, written), ...worksIn(blocks, written)]);
  const periods = timed.size > 0 ? timed : ledHeadings(blocks, written, rolesOf);
  const parts = periods.size > 0 ? [] : named;
  const halves = new Set([...halvesIn(blocks), ...parts]);
  const offices = officeLines(blocks, written, periods);
  const loose = looseMarks(blocks, written);
  const numbers = blocks.map((block, i) => written[i] ?? loose.get(block));
  const apart = standApart(blocks, numbers);
  return blocks.map((block, i) => {
    if (halves.has(block)) return bareMark(0);
    if (isAppendix(block)) foreign = isForeign(blocks.slice(i + 1, i + 3));
    if (begun && isGlossary(block, blocks[i + 1])) foreign = true;
    if (foreign) return undefined;
    if (periods.has(block)) return periodMark(block);
    if (offices.has(block)) return officeMark();
    const appendix = begun ? appendixMark(block, blocks[i + 1]) : undefined;
    if (appendix) return appendix;
    if (listsAttachments(block)) {
      attachments = true;
      return undefined;
    }
    const mark = numbers[i];
    if (attachments && mark?.style === 'arabic' && block.text.length <= 60 && !block.text.includes('。'))
      return undefined;
    attachments = false;
    if (apart.has(block) || isContents(block)) return undefined;
    begun ||= mark !== undefined;
    return mark;
  });
}

/** Whether what is appended holds no tasks, whatever numbers it has: 名词解释, 指标体系, a list of persons, a form. */
function isForeign(heading: readonly Pick<Block, 'text'>[]): boolean {
  const title = heading.find((block) => block.text.length >= 3)?.text ?? '';
  return (
    FOREIGN.test(title) &&
    !/任务|分工|措施|要点|计划|方案|单位名录/u.test(title.replace(/行动计划|方案/u, ''))
  );
}

/** `附件2`, with its title on the next line. */
const APPENDIX_ALONE = /^附\s*件(?:\s*[\d一二三四五六七八九十]{1,2})?\s*:?$/u;
const isAppendix = saying(APPENDIX_ALONE);
/** `附件：1.…`; `附件下载：`, `相关新闻`: what a page lists behind the text. */
const listsAttachments = saying(
  /^附\s*件\s*(?:(?:下载|列表)\s?)?:|^附\s*:|^(?:附\s*件下载|(?:附件|文件|表格|材料)(?:下载|列表)|(?:相关|推荐|延伸|热门)(?:新闻|链接|文[件章]|阅读|附件|下载|信息|报道|文档|资讯|稿件|解读))\s*:?$/u,
);
const FOREIGN =
  /名词解释|术语|指标(?:体系|解释|清单|表)|评分|名单$|申[报请](?:书|表)|登记表|申请表|推荐表|汇总表|统计表|报名表|回执|示意图|布局图|流程图|承诺书|证明目录/u;

/** `附件：1.名词解释` behind the plan, with entries of its own below it and not the next attachment. */
function isGlossary(block: Block, next: Block | undefined): boolean {
  if (!attachesForeign(block)) return false;
  return next !== undefined && (markOf(next)?.value ?? 1) <= 1;
}

const attachesForeign = unnumbered(({ text }: Passage): boolean => {
  const title = ATTACHED_TITLE.exec(text)?.groups?.title;
  return title !== undefined && isForeign([{ text: title }]);
});

const ATTACHED_TITLE =
  /^附\s{0,4}[件表录]\s{0,4}[\d一二三四五六七八九十]{0,2}\s{0,4}:?\s{0,4}(?:\d{1,2}\s?[.、])?\s{0,4}(?<title>[^\s\d。;:]{3,30})$/u;

const isList = saying(/录$/u);

/** The heading of a directory that stands behind the plan: unnumbered, with numbered entries below it. */
function appendixMark(block: Block, next: Block | undefined): Mark | undefined {
  if (!isList(block) || block.text.length > 60 || !next || !markOf(next)) return undefined;
  const bodyFrom = ATTACHED.exec(block.text)?.[0].length ?? 0;
  if (!isDirectoryHeading(block.text.slice(bodyFrom))) return undefined;
  return bareMark(bodyFrom);
}

function bareMark(from: number): Mark {
  return { style: 'bare', number: '', value: 0, from, to: from, bodyFrom: from };
}

/** The unnumbered headings of a summary and of a plan in one document, each above a numbering of its own. */
function halvesIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const heads = blocks.filter((block, i) => isHalf(block) && opensNumbering(blocks.slice(i + 1, i + 5)));
  if (heads.length === 0) return new Set();
  const both = heads.some(({ text }) => SUMMARY.test(text)) && heads.some(({ text }) => !SUMMARY.test(text));
  // Without a title of the whole, each is the title of a document of its own.
  const [first] = heads;
  const titled = blocks.slice(0, first ? blocks.indexOf(first) : 0).some(({ text }) => isTitle(text));
  return new Set(both && titled ? heads : []);
}

/**
 * The headings without numbers that say what stands below them is for, where nothing else heads anything and each list
 * begins right below one, one of them of tasks: `总体目标` ⏎ `1.…` ⏎ `主要措施：` ⏎ `1.…`
 */
function partsIn(blocks: readonly Block[], written: readonly (Mark | undefined)[]): readonly Block[] {
  if (written.some((mark) => mark && isSectional(mark.style))) return [];
  const heads = new Set(blocks.filter((block, i) => !written[i] && partRole(block) !== undefined));
  const above = blocks.filter((_, i) => written[i + 1]?.value === 1);
  const lists = above.filter((block) => heads.has(block));
  // The columns of a table in pieces stand above one list.
  const isClear = lists.length > 1 && lists.length === above.length && written[0]?.value !== 1;
  return isClear && lists.some((block) => partRole(block) === 'tasks') ? [...heads] : [];
}

const partRole = unnumbered(({ text }: Passage) => roleOf(PART.exec(text)?.[1] ?? ''));
const PART = /^([々〇㐀-鿿]{4,10})\s{0,4}:?$/u;

/**
 * The numbered works without a number in front, each right above a list that begins anew and none within a list:
 * `工程一：扩容工程` ⏎ `1.…`
 */
function worksIn(blocks: readonly Block[], written: readonly (Mark | undefined)[]): readonly Block[] {
  const works = [...blocks.entries()].filter(([i, block]) => !written[i] && opensWork(block));
  const above = written.slice(0, works[0]?.[0]);
  const isHead = ([i, block]: readonly [number, Block]) =>
    isWork(block) && written[i + 1]?.value === 1 && !isSectional(written[i + 1]?.style ?? 'han');
  const areHeads = works.length > 1 && works.every(isHead);
  return areHeads && above.every((mark) => !mark || isSectional(mark.style))
    ? works.map(([, block]) => block)
    : [];
}

const opensWork = saying(new RegExp(`^\\s*(?:${WORKS})[一二三四五六七八九十\\d]{1,2}\\s*:`, 'u'));
const isWork = saying(/^[^:]{3,12}:[^。;:,]{2,30}$/u);

function opensNumbering(blocks: readonly Block[]): boolean {
  const mark = blocks.map(markOf).find((one) => one !== undefined);
  return mark !== undefined && isSectional(mark.style) && mark.value === 1;
}

/** `2025年工作总结`, `2026年工作计划` */
const HALF =
  /^(?:[々〇㐀-鿿𠀀-𲎯]{0,16})20\d\d\s*年(?!.*[和与及暨、])[々〇㐀-鿿𠀀-𲎯]{0,10}(?:总结|回顾|计划|打算|安排|要点|思路)$/u;
const isHalf = saying(HALF);
const SUMMARY = /(?:总结|回顾)$/u;

/** `附件2：责任单位名录` */
const ATTACHED = /^附\s*件?\s*[\d一二三四五六七八九十]{0,2}\s*:?\s*/u;

/** `一、总体要求……………3`, `第七章 健全机制 . 40` */
const CONTENTS_LINE = /(?:…{2}|[.·]{4}|\s[.·])\s*\d{1,3}$/u;

/** The last entry of a table of contents, to which the text behind it was joined: `四、保障措施......... 30坚持…` */
const CONTENTS_JOINED = /[.·…]{8}\s{0,4}\d{1,3}(?!\d)/u;
const isContents = unnumbered(
  ({ text }: Passage) => CONTENTS_LINE.test(text.slice(-40)) || CONTENTS_JOINED.test(text.slice(0, 100)),
);
