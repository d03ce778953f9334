import { type Block, joined, lastIndex, type Passage, saying, words } from '../../plan/block.ts';
import { BULLETS } from '../../text/bullets.ts';
import { unnumbered } from '../../text/known.ts';
import type { Words } from '../../text/text.ts';
import { markOf } from '../outline/numbering.ts';
import { roleOf } from '../outline/roles.ts';
import { CHROME, DATE_LINE, DOCUMENT_NUMBER, SIGNATURE, TAIL } from './shapes.ts';

const TITLE_END =
  /(?:要点|计划|方案|意见|措施|规划|行动|分工|分解|安排|清单|办法|政策|举措|名录|通讯录|机构设置|报告|思路|打算|任务|事项|项目|指标|台账|通知|的函|复函|批复|纲要|细则|表|要點|計劃|措施|規劃|行動|任務|名錄|報告|綱要)(?:\([^()]{1,20}\))?$/u;

/** What a few words may end in without being a title: 县级政策, 具体措施. */
const WEAK_END = /(?:措施|政策|举措|任务|事项|项目|指标|表|报告|思路|安排|通知)$/u;

/** A title ends in what it is (要点, 计划, 方案…), is short, and is neither numbered nor a sentence. */
export function isTitle(text: string): boolean {
  if (
    text.length > 120 ||
    /\t|\|./u.test(text) ||
    CAPTION.test(text) ||
    ONE_OF_SEVERAL.test(text) ||
    isHeader(text)
  )
    return false;
  const line = text
    .replace(TITLE_NUMBER, '')
    .replace(TITLE_DATE, '')
    .replace(/^[\s#*]+|(?<![\s*|])[\s*|]+$/gu, '');
  if (line.length < (WEAK_END.test(line) ? 8 : 4) || line.length > 80) return false;
  return TITLE_END.test(line) && !/[。;!?]|[:,]$/u.test(line) && !PREAMBLE.test(line);
}

/** `为落实部署，扎实推进绿化行动`: a line of a preamble that goes on below. */
const PREAMBLE = /^(?:为|根据|按照|依据)[^,]{2,},/u;

const isTitleLine = unnumbered(({ text }: Passage) => isTitle(text));

/** `具体措施`, `2026年主要任务`: a heading of the body without its number, unless nothing else is a title. */
function isPlainHeading(text: string): boolean {
  const heading = text.replace(/^20\d\d年/u, '');
  return heading.length <= 8 && !/录$/u.test(heading) && roleOf(heading) !== undefined;
}

/** A title with the document number (发文字号) that stands in brackets behind it. */
export type Title = Words & { readonly number?: Words | undefined };

/** The last title above the body; lines that breaks cut off from it are part of it. */
export function titleOf(lines: readonly Block[]): Title | undefined {
  const head = wholeTitles(lines);
  const isWhole = (one: Block, i: number) =>
    isTitleLine(one) && !isCutEnd(head[i - 1]?.text, one.text) && !markOf(one) && !headsPart(head, i);
  const own = lastIndex(head, (one, i) => isWhole(one, i) && !isPlainHeading(one.text));
  const at = own >= 0 ? own : lastIndex(head, isWhole);
  const first = at >= 0 ? at : head.findIndex((one) => isBareTitle(one));
  const block = head[first];
  if (!block) return undefined;
  const title = withNumber(block);
  const behind = head[first + 1];
  const isCut = at < 0 ? isCutWord : isCutEnd;
  if (
    behind &&
    !title.number &&
    (isCut(block.text, behind.text) || (at >= 0 && CUT_BRACKET.test(behind.text)))
  )
    return joinedWords(title, wholeWords(behind));
  const before = at < 0 ? undefined : head[at - 1];
  if (!before || !(isCutTitle(before.text, title.text) || isNamed(head, before.text, title.text)))
    return title;
  return { ...title, ...joinedWords(words(before, 0, before.text.length), title) };
}

/** `现将《云岭省养老改革2026年重点任务及分工》印发给你们。`: whether a line above names a title that stands on two. */
function isNamed(head: readonly Block[], first: string, second: string): boolean {
  if (!/^[^,。;:]{6,}$/u.test(first)) return false;
  const name = (first + second).replace(/\s+/gu, '');
  return head.some(({ text }) => text.length > name.length && text.replace(/\s+/gu, '').includes(name));
}

/**
 * `应急体系9个具体建设任务` below a title and a sentence of its preamble, or `重点工程项目（2项）` below a title, heads what follows, and
 * is no title of its own.
 */
function headsPart(head: readonly Block[], i: number): boolean {
  const one = head[i];
  const part = (one && countsItems(one)) || (isPart(one) && isSentence(head[i - 1]));
  return part && head.slice(0, i).some((above) => isTitleLine(above) && !isWeak(above));
}

const countsItems = saying(
  /^[^()]{0,12}(?:任务|事项|项目|指标)\s?\(共?[\d一二三四五六七八九十]{1,3}[项个件条]\)$/u,
);

const isWeak = saying(WEAK_END);
const isPart = (one: Block | undefined) => one !== undefined && isWeak(one) && !isDated(one);
const isDated = saying(/20\d\d|关于|通知/u);
const isSentence = (one: Block | undefined) => one !== undefined && endsSentence(one);
const endsSentence = saying(/。$/u);

/** A title line without what stands around it, and the number in the bracket at its end. */
function withNumber(block: Block): Title {
  const numbered = TITLE_NUMBER.exec(block.text) ?? TITLE_DATE.exec(block.text);
  const line = wholeWords(block, numbered?.index);
  const [inner] = numbered?.slice(1) ?? [];
  if (!numbered || inner === undefined) return line;
  const from = numbered.index + numbered[0].indexOf(inner);
  return { ...line, number: words(block, from, from + inner.length) };
}

const TITLE_NUMBER =
  /(?:\(\s*|\s)([々〇㐀-鿿𠀀-𲎯]{2,14}\s*[〔[]\s*20\d\d\s*[〕\]]\s*\d{1,5}\s*号)(?:\s*\))?[\s*|]*$/u;

/** `2026年3月7日` behind a title. */
const TITLE_DATE = /(?<!\s)\s+\(?20\d\d\s?[年.-]\s?\d{1,2}\s?[月.-]\s?\d{1,2}\s?日?\)?[\s*|]*$/u;

/**
 * The lines of the head where a title that runs over several is one: `某县政府关于深入开展` ⏎ `节约用水行动` ⏎
 * `推进节水改造实施方案`.
 */
function wholeTitles(head: readonly Block[]): readonly Block[] {
  const lines: Block[] = [];
  for (let i = 0; i < head.length; ) {
    const first = head[i];
    const count = first && isOpenTitle(first) ? titleLines(head.slice(i, i + MOST_LINES)) : 1;
    lines.push(joined(head.slice(i, i + count)));
    i += count;
  }
  return lines;
}

/** No title runs over more lines. */
const MOST_LINES = 4;

/** How many of `lines`, whose first opens a title, make it whole; 1 where they do not. */
function titleLines(lines: readonly Block[]): number {
  let whole = 1;
  let text = lines[0]?.text ?? '';
  for (const [i, { text: line }] of lines.entries()) {
    if (i === 0) continue;
    if (isApart(line) || /关于/u.test(line) || (whole > 1 && FRESH.test(line))) break;
    text += line;
    if (isTitle(text)) whole = i + 1;
  }
  return whole;
}

/** `某市教育局关于做好校园`: it says what a title is about and not yet what it is. */
const isOpenTitle = unnumbered((block: Passage): boolean => {
  if (markOf(block) || isApart(block.text)) return false;
  return /关于.{2}/u.test(block.text) && !isTitle(block.text);
});

/** Whether a line is none of a title's. */
function isApart(line: string): boolean {
  const plain = line.replace(/\s+/gu, '');
  return (
    line.length > 60 ||
    /[:;!?]$|[。|\t_]|^[\d\s:/.-]+$/u.test(line) ||
    [DATE_LINE, DOCUMENT_NUMBER, TAIL, CHROME].some((shape) => shape.test(plain)) ||
    BODY_ALONE.test(plain)
  );
}

/** A line that begins a title of its own. */
const FRESH = /^(?:20\d\d\s?年|《)/u;

/** `某县教育局` on a line of its own. */
const BODY_ALONE = /^(?!关于)(?!.*关于)[々〇㐀-鿿𠀀-𲎯]{2,16}(?:局|委员会|办公室|人民政府|厅)$/u;

/** A line without marks of a web page at either end and the end of a file's name (`….docx`); the marks of a title (《》) only where they hold all of it. */
function wholeWords(block: Block, end = block.text.length): Words {
  const text = block.text.slice(0, end);
  const lead = TITLE_LEAD.exec(text)?.[0].length ?? 0;
  const trail = TITLE_TRAIL.exec(text)?.[0].length ?? 0;
  const [from, to] = [lead, text.length - trail];
  const quoted = text[from] === '《' && text.indexOf('》', from) === to - 1;
  return quoted ? words(block, from + 1, to - 1) : words(block, from, to);
}

/** `• 某县行动计划`, `第二篇：某县行动计划` */
const TITLE_LEAD = new RegExp(`^(?:[\\s${BULLETS}]|第[一二三四五六七八九十]{1,3}篇\\s*:?)*`, 'u');

const TITLE_TRAIL = /(?<![\s*|])(?:\.(?:docx?|wps|pdf))?[\s*|]*$/u;

function joinedWords(first: Words, second: Words): Words {
  return { span: { start: first.span.start, end: second.span.end }, text: first.text + second.text };
}

/** `实施方案` below `某市学校安全三年行动`, `及配套激励措施`: the kind of the document, which a break cut off from its title. */
function isCutEnd(before: string | undefined, line: string): boolean {
  const goesOn = GOES_ON.test(line) && TITLE_END.test(line) && !isTitle(line);
  if (before === undefined || !(goesOn || CUT_END.test(line))) return false;
  return before.length >= 8 && before.length <= 40 && !/[。:;,!?》)\]]$/u.test(before) && isTitle(before);
}

/** `施方案` below `某管理处2026年能力建设实`: what a break within a word cut off. */
function isCutWord(before: string, line: string): boolean {
  return line.length < 4 && isTitle(before + line);
}

/** `（2026—2028年）`, `（试行）` on a line of its own below the title. */
const CUT_BRACKET =
  /^\(\s*(?:20\d\d(?:\s*年)?\s*[-—–~至]\s*(?:20)?\d\d(?:\s*年)?|试行|征求意见稿|草案|修订稿?|讨论稿)\s*\)$/u;

const CUT_END =
  /^[\s*]*(?:措施|工作|总体|三年|专项|重点|责任|任务|分工|分解){0,2}(?:实施|工作|行动)?(?:方案|要点|计划|意见)[\s*]*$/u;

/** Where nothing reads as a title, a short first line that is no sentence is one. */
const isBareTitle = unnumbered((block: Passage): boolean => {
  const { text } = block;
  if (
    text.length < 6 ||
    text.length > 50 ||
    !/[々〇㐀-鿿𠀀-𲎯]{3}/u.test(text) ||
    /[。:;!?,、]$|:\s*\||^(?!.{0,4}名称:).*:[^:]*:|(?:单位|部门|领导):|\|.*\||\t/u.test(text)
  )
    return false;
  return !(
    markOf(block) ||
    DATE_LINE.test(text) ||
    DOCUMENT_NUMBER.test(text) ||
    TAIL.test(text) ||
    SIGNATURE.test(text) ||
    COLUMN.test(text) ||
    isHeader(text) ||
    CAPTION.test(text) ||
    text.startsWith('(') ||
    isPlainHeading(text)
  );
});

/** `序号 周次 工作内容`: the header of a table whose columns spaces part. */
function isHeader(text: string): boolean {
  const names = text.split(/\s+/u);
  return names.length >= 3 && names.filter((name) => HEADER.test(name)).length >= 2;
}

const HEADER =
  /^(?:序号|编号|周次|月份|时间|日期|(?:工作|主要|任务|活动)?内容|(?:工作|重点)?(?:任务|事项|项目)(?:名称)?|备注|负责人|(?:牵头|责任|配合|负责|承办)(?:单位|部门|科室|处室|领导|人)|(?:完成)?时限|完成时间)$/u;

/** What works are called that are numbered in words: `行动一：…`, as a part of a pattern. */
export const WORKS = '工程|行动|专项|项目|板块';

/** `活动二：“清理河岸”行动`: one of several things to be done. */
const ONE_OF_SEVERAL = new RegExp(
  `^[\\s${BULLETS}]{0,4}(?:活动|任务|${WORKS})[一二三四五六七八九十\\d]{1,2}\\s?:`,
  'u',
);

/** `责任人：周晓`: a line that says who or when is no part of a title. */
const STATING = new RegExp(
  `^[\\s${BULLETS}]{0,4}(?:[々〇㐀-鿿]{0,4}(?:责任|负责|牵头|承办|主办|协办|配合)[々〇㐀-鿿]{0,4}|(?:活动|完成)?(?:时间|时限|地点))\\s?:`,
  'u',
);

/** `表1 重点任务分工表` */
const CAPTION = /^表\s?[\d一二三四五六七八九十]{1,2}(?:[-—.]\d{1,2})?[\s:.、]/u;

/** Whether `line` only goes on what `before` begins: `某市加强和改进学校美育` ⏎ `工作的实施方案`. */
function isCutTitle(before: string, line: string): boolean {
  if (before.length < 6 || before.length > 40 || /[。:;,!?)\]〕】》|]$/u.test(before)) return false;
  if (STATING.test(before)) return false;
  if ((isTitle(before) && !GOES_ON.test(line)) || SIGNATURE.test(before) || COLUMN.test(before)) return false;
  if (
    DATE_LINE.test(before.replace(/\s+/gu, '')) ||
    DOCUMENT_NUMBER.test(before) ||
    TAIL.test(before) ||
    CHROME.test(before)
  )
    return false;
  return !(/20\d{2}年|^关于|[省市县区]/u.test(line) || OWN_BODY.test(line)) || /关于(?:印发)?$/u.test(before);
}

/** `和责任分工方案` goes on, whatever stands above. */
const GOES_ON = /^(?:[和与暨]|及(?!时))/u;

/** The name of a column of a web site: 校园新闻, 政务动态, 县级政策. */
const COLUMN = /^.{0,8}(?:要闻|新闻|动态|公告|公示|专栏|栏目|公开|政策|文件|首页)$/u;
/** A title that begins with the body it is of is whole. */
const OWN_BODY =
  /^(?!中小学|义务教育|各|全|新时代)\D{2,12}(?:教育部|厅|[教体]育?局|委员会|[一二三四五六七八九十]中学|实验(?:小学|中学|学校)|大学|学院|中心校|第[一二三四五六七八九十]{1,3}(?:中学|小学|幼儿园))(?=.{4})(?!.{0,2}工作(?:的|实施))/u;
