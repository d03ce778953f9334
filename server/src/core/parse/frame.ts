import { readDate } from '../dates.ts';
import type { Metadata, Plan, Words } from '../plan.ts';
import { nameText, type Span } from '../text.ts';
import { type Block, spanIn, wordsIn } from './blocks.ts';
import { markOf } from './numbering.ts';
import { roleOf } from './roles.ts';

/** What stands around the body of a plan: the page, the notice that issues it, its title, its signature. */
export type Frame = Pick<
  Plan,
  | 'title'
  | 'year'
  | 'school'
  | 'documentNumber'
  | 'issuers'
  | 'recipients'
  | 'date'
  | 'metadata'
  | 'noise'
  | 'preamble'
>;

/** The frame of a text in blocks; `body` is the index of the first numbered block. */
export function frameOf(source: string, blocks: readonly Block[], body: number): Frame {
  const head = blocks.slice(0, body);
  const metadata = head.flatMap((block) => metadataIn(source, block));
  const noise = blocks.filter((block) => isNoise(block.text)).map((block) => block.span);
  const plain = head.filter((block) => !isNoise(block.text) && metadataIn(source, block).length === 0);
  const title: Title | undefined =
    titleOf(source, plain) ?? fromMetadata(metadata, /^(?:标题|名称)$/u, /.{6}/u);
  const numbered = head.find((block) => DOCUMENT_NUMBER.test(block.text) && block.text.length < 40);
  const salutation = plain.find((block) => isSalutation(block.text));
  const signatures = signaturesIn(source, blocks);
  const documentNumber = numbered
    ? documentNumberIn(source, numbered)
    : (fromMetadata(metadata, /^(?:发文字号|文号)$/u, /号$/u) ?? title?.number);
  const date = signatures.date ?? dateFrom(metadata);
  const titleIndex = title ? plain.findIndex((block) => block.span.end >= title.span.end) : -1;
  const opening = plain
    .slice(titleIndex + 1)
    .filter((block) => block.text.length > 12 && !isSalutation(block.text));
  return {
    title,
    ...yearOf(title?.text, date?.iso, documentNumber?.text),
    documentNumber,
    issuers: signatures.issuers.length > 0 ? signatures.issuers : issuersFrom(metadata),
    recipients: salutation && words(source, salutation, 0, salutation.text.length - 1),
    date,
    metadata,
    noise,
    preamble: spanOf(opening),
  };
}

/**
 * Which blocks sign the text: bodies on lines of their own above a date. They end what stands before them, as the
 * date does.
 */
export function signers(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  blocks.forEach((block, i) => {
    if (!DATE_LINE.test(block.text)) return;
    for (let j = i - 1; j >= Math.max(0, i - 4); j -= 1) {
      const above = blocks[j];
      if (!above || !(SIGNATURE.test(above.text) || CHARTERED.test(above.text)) || markOf(above)) break;
      found.add(above);
    }
  });
  return found;
}

/** `（某局代章）` */
const CHARTERED = /^\(.{2,24}代章\)$/u;

/** `page`: noise that may stand inside the text; `tail`: what ends the body; undefined: neither. */
export function noiseOf(text: string): 'page' | 'tail' | undefined {
  if (PAGE.test(text)) return 'page';
  if (TAIL.test(text) || DATE_LINE.test(text) || SIGNED_DATE.test(text)) return 'tail';
  // A second title begins a second document.
  return text.length <= 60 && !NUMBERED.test(text) && isTitle(text) && OTHER_TITLE.test(text)
    ? 'tail'
    : undefined;
}

/** What the title of another document says beside its kind: its year, whom it concerns or who wrote it. */
const OTHER_TITLE =
  /20\d\d\s*年|关于|^(?!列入|纳入|[^省市县区局校院]{0,6}[：:]).{0,24}[省市县区局校院].{2,}(?:要点|计划|方案|分工|通知|意见|清单|表|名录|通讯录|规划|总结|报告)$/u;

const NUMBERED = /^[\s#*]*(?:[一二三四五六七八九十]+、|\(|\d)/u;

function isNoise(text: string): boolean {
  return PAGE.test(text) || TAIL.test(text) || CHROME.test(text);
}

/** `— 6 —`, `- 3 -`, `第 3 页`, a number alone. */
const PAGE = /^(?:[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2}|\d{1,3}|第\s*\d+\s*页.{0,12}|\d+\s*\/\s*\d+)$/u;

/** What follows a document: publication notes, attachments, copies, contacts, and a web page's last lines. */
const TAIL =
  /^[\s*#-]*(?:\((?:此件|本文|此文)[^()]{0,16}\)$|附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十])?\s*(?::|$)|附\s*[:]|抄\s*送\s*:|主\s*送\s*:|\(?联系人\s*:|信息来源\s*:|来\s*源\s*:|责任编辑\s*:|编\s*辑\s*:|打\s*印\s*(?:本页)?\s*(?:关闭|$)|关\s*闭\s*(?:窗口)?$|Produced By|扫一扫|分享到?\s*:?$|【(?:原文下载|相关附件|打印|关闭|字体)|相关(?:附件|文档|链接|稿件|解读)|政策解读$|上一篇|下一篇|更新时间|\*\*更新时间|施行说明|本(?:措施|办法|意见|方案|政策|通知|文件|要点|计划|细则|规定|指南|清单)(?:从|自|由|有效期|的?解释|试?施行)|\[[^\]]*\]\([^)]*\)|',\s*'|主办\s*:.{2,40}(?:承办|协办)|主办(?:单位)?\s*:.{2,60}(?:联系|地址|电话|备案|维护|网站|信息中心)|版权所有|\S{0,3}ICP备|\S公网安备|网站(?:标识码|地图|声明)|地\s*址\s*:|技术支持\s*:|相关(?:报道|阅读|新闻|推荐)|您可能(?:关注|感兴趣)|最近下载|文档评论|猜你喜欢|(?:热门|为您)推荐|综上所述[,:]|总之,|总而言之,|我要(?:纠错|收藏)|浏览次数|点击(?:数|次数|率)|阅读次数)/u;

/** A web page's first lines. */
const CHROME =
  /^[\s*#•|-]*(?:字号\s*:?|打印|分享|收藏|下载|全屏|还原|加大|减小|首页.{0,20}|(?:您?(?:当前|现在)的?)?位置\s*:.*|[^。;]{0,40}>[^。;]{0,40}>.*|>.*|\||政策(?:解读|原文|全文)|无障碍|长者助手|浏览(?:次数|量)\s*:?.*|访问量\s*:.*|【?字(?:号|体)\s*:?.*|】|---+)$/u;

const DATE_LINE =
  /^\(?(?:\d{4}年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:印发|发布)?\)?$/u;
/** `某县教育局2026-03-14`; `某局 某局 2026年3月7日` */
const SIGNED_DATE =
  /^[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}\s()]{4,40}[局委室府会部厅院校园心组]\s*(?:\d{4}年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:(?:印发|发布)?|[,、]?(?:印发|发布|征求意见).{0,60})$/u;

const DOCUMENT_NUMBER =
  /^\(?\s*[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}]{2,14}\s*[〔[(【]\s*(?:19|20)\d{2}\s*[〕\])】]\s*(?:第\s*)?\d{1,5}\s*号/u;

const METADATA_LABEL =
  '索\\s*引\\s*号|文\\s*号|发文字号|发文日期|发布日期|成文日期|生成日期|公开日期|废止日期|发布机构|发文机关|发文机构|公开机构|公开方式|有\\s*效\\s*性|效力状态|组配分类|主题分类|体裁分类|分类|主题词|主\\s*题\\s*词|标题|标\\s*题|名称|名\\s*称|来源|信息来源|时间|发布时间|更新时间|浏览次数|访问量|原文链接|检索时间|检索关键词|附件';
/** `索引号：…  发文日期：…`, also in the cells of a table: `索引号 | … |`, `发文字号： | … |`. */
const METADATA = new RegExp(
  `(?<=^|\\s|\\|)\\*{0,2}(${METADATA_LABEL})\\*{0,2}\\s*(?::[\\s|]*|(?<=[号日期构关性题类式]\\s*)\\|\\s*)`,
  'gu',
);

function metadataIn(source: string, block: Block): Metadata[] {
  const matches = [...block.text.matchAll(METADATA)];
  if (matches.length === 0 || /\S/u.test(block.text.slice(0, matches[0]?.index).replace(/[*#-]/gu, '')))
    return [];
  return matches.map((match, i) => {
    const label = match[1] ?? '';
    const at = match.index + match[0].indexOf(label);
    const from = match.index + match[0].length;
    const next = matches[i + 1]?.index ?? block.text.length;
    const to = from + block.text.slice(from, next).replace(/[\s|]+$/u, '').length;
    return { label: words(source, block, at, at + label.length), value: words(source, block, from, to) };
  });
}

function fromMetadata(metadata: readonly Metadata[], label: RegExp, value = /./u): Words | undefined {
  const found = metadata.find(
    (one) => label.test(one.label.text.replace(/\s+/gu, '')) && value.test(one.value.text),
  );
  return found?.value;
}

function issuersFrom(metadata: readonly Metadata[]): readonly Words[] {
  const issuer = fromMetadata(metadata, /^(?:发布机构|发文机关|发文机构|公开机构)$/u);
  return issuer ? [issuer] : [];
}

function dateFrom(metadata: readonly Metadata[]): Frame['date'] {
  const value = fromMetadata(metadata, /^(?:成文日期|发文日期|发布日期)$/u);
  const iso = value && readDate(value.text);
  return value && iso ? { ...value, iso } : undefined;
}

/** A line from `from` to `to`, without outer spaces and the line breaks of a wrapped one. */
function words(source: string, block: Block, from: number, to: number): Words {
  const stretch = block.text.slice(from, to);
  const start = from + (stretch.length - stretch.trimStart().length);
  const end = Math.max(start, from + stretch.trimEnd().length);
  return { span: spanIn(block, start, end), text: wordsIn(block, start, end, source) };
}

const TITLE_END =
  /(?:要点|计划|方案|意见|措施|规划|行动|分工|分解|安排|清单|办法|政策|举措|名录|通讯录|机构设置|报告|思路|打算|任务|事项|项目|指标|台账|通知|纲要|细则|表|要點|計劃|措施|規劃|行動|任務|名錄|報告|綱要)(?:\([^()]{1,20}\))?$/u;

/** What a few words may end in without being a title: 县级政策, 具体措施. */
const WEAK_END = /(?:措施|政策|举措|任务|事项|项目|指标|表|报告|思路|安排|通知)$/u;

/** A title ends in what it is (要点, 计划, 方案…), is short, and is neither numbered nor a sentence. */
function isTitle(text: string): boolean {
  if (text.length > 120 || /\t|\|./u.test(text)) return false;
  const line = text.replace(/^[\s#*《]+|[\s*|》]+$/gu, '');
  if (line.length < (WEAK_END.test(line) ? 8 : 4) || line.length > 80) return false;
  return TITLE_END.test(line) && !/[。;!?]|[:,]$/u.test(line);
}

/** `具体措施`, `2026年主要任务`: a heading of the body without its number, unless nothing else is a title. */
function isPlainHeading(text: string): boolean {
  const heading = text.replace(/^20\d\d年/u, '');
  return heading.length <= 8 && !/录$/u.test(heading) && roleOf(heading) !== undefined;
}

/** A title with the document number (发文字号) that stands in brackets behind it. */
type Title = Words & { readonly number?: Words | undefined };

/** The last title above the body; a line that a break cut off from it is part of it. */
function titleOf(source: string, head: readonly Block[]): Title | undefined {
  const isWhole = (one: Block, i: number) =>
    isTitle(one.text) && !isCutEnd(head[i - 1]?.text, one.text) && !markOf(one);
  const own = lastIndex(head, (one, i) => isWhole(one, i) && !isPlainHeading(one.text));
  const at = own >= 0 ? own : lastIndex(head, isWhole);
  const block = head[at] ?? head.find((one) => isBareTitle(one));
  if (!block) return undefined;
  const title = withNumber(source, block);
  const behind = at < 0 ? undefined : head[at + 1];
  if (behind && isCutEnd(block.text, behind.text)) return joinedWords(title, wholeWords(source, behind));
  const before = at < 0 ? undefined : head[at - 1];
  if (!before || !isCutTitle(before.text, title.text)) return title;
  return { ...title, ...joinedWords(words(source, before, 0, before.text.length), title) };
}

/** A title line without what stands around it, and the number in the bracket at its end. */
function withNumber(source: string, block: Block): Title {
  const numbered = TITLE_NUMBER.exec(block.text);
  const line = wholeWords(source, block, numbered?.index);
  const [inner] = numbered?.slice(1) ?? [];
  if (!numbered || inner === undefined) return line;
  const from = numbered.index + numbered[0].indexOf(inner);
  return { ...line, number: words(source, block, from, from + inner.length) };
}

const TITLE_NUMBER = /\(\s*([\p{Script=Han}]{2,14}\s*[〔[]\s*20\d\d\s*[〕\]]\s*\d{1,5}\s*号)\s*\)[\s*|]*$/u;

/** A line without marks of a web page at either end; the marks of a title (《》) only where they hold all of it. */
function wholeWords(source: string, block: Block, end = block.text.length): Words {
  const text = block.text.slice(0, end);
  const lead = /^(?:[\s#*]|第[一二三四五六七八九十]{1,3}篇\s*:?)*/u.exec(text)?.[0].length ?? 0;
  const trail = /[\s*|]*$/u.exec(text)?.[0].length ?? 0;
  const [from, to] = [lead, text.length - trail];
  const quoted = text[from] === '《' && text.indexOf('》', from) === to - 1;
  return quoted ? words(source, block, from + 1, to - 1) : words(source, block, from, to);
}

function joinedWords(first: Words, second: Words): Words {
  return { span: { start: first.span.start, end: second.span.end }, text: first.text + second.text };
}

/** `实施方案` below `某市学校安全三年行动`: the kind of the document, which a break cut off from its title. */
function isCutEnd(before: string | undefined, line: string): boolean {
  if (before === undefined || !CUT_END.test(line)) return false;
  return before.length >= 8 && before.length <= 40 && !/[。:;,!?》)\]]$/u.test(before) && isTitle(before);
}

const CUT_END =
  /^[\s*]*(?:措施|工作|总体|三年|专项|重点){0,2}(?:实施|工作|行动)?(?:方案|要点|计划|意见)[\s*]*$/u;

/** Where nothing reads as a title, a short first line that is no sentence is one. */
function isBareTitle(block: Block): boolean {
  const { text } = block;
  if (
    text.length < 6 ||
    text.length > 50 ||
    !/[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}]{3}/u.test(text) ||
    /[。:;!?,、]$|:\s*\|/u.test(text)
  )
    return false;
  return !(
    markOf(block) ||
    DATE_LINE.test(text) ||
    DOCUMENT_NUMBER.test(text) ||
    TAIL.test(text) ||
    SIGNATURE.test(text) ||
    COLUMN.test(text) ||
    text.startsWith('(') ||
    isPlainHeading(text)
  );
}

/** Whether `line` only goes on what `before` begins: `某市加强和改进学校美育` ⏎ `工作的实施方案`. */
function isCutTitle(before: string, line: string): boolean {
  if (before.length < 6 || before.length > 40 || /[。:;,!?)\]〕】》|]$/u.test(before)) return false;
  if (isTitle(before) || SIGNATURE.test(before) || COLUMN.test(before)) return false;
  if (DATE_LINE.test(before) || DOCUMENT_NUMBER.test(before) || TAIL.test(before) || CHROME.test(before))
    return false;
  return !(/20\d{2}年|^关于|[省市县区]/u.test(line) || OWN_BODY.test(line)) || /关于(?:印发)?$/u.test(before);
}

/** The name of a column of a web site: 校园新闻, 政务动态, 县级政策. */
const COLUMN = /^.{0,8}(?:要闻|新闻|动态|公告|公示|专栏|栏目|公开|政策|文件|首页)$/u;
/** A title that begins with the body it is of is whole. */
const OWN_BODY =
  /^\D{2,12}(?:教育部|厅|[教体]育?局|委员会|中学|小学|大学|学院|学校|幼儿园)(?=.{4})(?!.{0,2}工作(?:的|实施))/u;

const SIGNATURE =
  /^[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}\s()]{4,60}[局委室府会部厅院校园心组](?:\s*\(.{0,12}代章\))?$/u;

function isSalutation(text: string): boolean {
  return (
    text.endsWith(':') &&
    text.length <= 220 &&
    /各|有关|直属|[局委办校]/u.test(text) &&
    !/[。]|如下|以下|现将/u.test(text)
  );
}

function documentNumberIn(source: string, block: Block): Words {
  const match = DOCUMENT_NUMBER.exec(block.text);
  const from = /^\(?\s*/u.exec(block.text)?.[0].length ?? 0;
  return words(source, block, from, match?.[0].length ?? block.text.length);
}

/** The last dated signature and the bodies that sign it. */
function signaturesIn(
  source: string,
  blocks: readonly Block[],
): { readonly date: Frame['date']; readonly issuers: Words[] } {
  const at = lastIndex(blocks, (block) => DATE_LINE.test(block.text) || SIGNED_DATE.test(block.text));
  const block = blocks[at];
  if (!block) return { date: undefined, issuers: [] };
  const from = block.text.search(/\d{4}|二[〇零○]/u);
  const line = words(source, block, from, block.text.replace(/\)$/u, '').length);
  const iso = readDate(line.text.normalize('NFKC'));
  const issuers: Words[] = from > 1 ? bodies(source, block, 0, from) : [];
  for (let i = at - 1; i >= 0 && i >= at - 4 && from <= 1; i -= 1) {
    const above = blocks[i];
    if (!above || !SIGNATURE.test(above.text)) break;
    issuers.unshift(...bodies(source, above, 0, above.text.length));
  }
  return { date: iso ? { ...line, iso } : undefined, issuers };
}

/** Bodies that sign side by side stand apart by two or more spaces. */
function bodies(source: string, block: Block, from: number, to: number): Words[] {
  return [...block.text.slice(from, to).matchAll(/\S+(?: \S+)*/gu)].map((match) => {
    const found = words(source, block, from + match.index, from + match.index + match[0].length);
    return { ...found, text: nameText(found.text) };
  });
}

/** The year planned for: in `2025年工作总结和2026年工作计划` it is 2026, of `2026—2028年` the first, and the spring term's own. */
function yearOf(
  title: string | undefined,
  date: string | undefined,
  number: string | undefined,
): Pick<Frame, 'year' | 'school'> {
  const heading = westernYears((title ?? '').normalize('NFKC')).replace(/(?<=\d)\s+|\s+(?=\d|年)/gu, '');
  const spring = SPRING.exec(heading)?.[1];
  if (spring) return { year: Number(spring), school: false };
  const year = [...heading.matchAll(PLANNED)].at(-1)?.[1] ?? NAMED_YEAR.exec(heading)?.[1];
  const fallback = date?.slice(0, 4) ?? /[〔[(【](\d{4})/u.exec(number ?? '')?.[1];
  const found = year ?? fallback;
  return {
    year: found === undefined ? undefined : Number(found),
    school: year !== undefined && SCHOOL_YEAR.test(heading),
  };
}

/** 二〇二六年 in digits. */
function westernYears(heading: string): string {
  return heading.replace(/二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/gu, (year) => {
    return [...year]
      .map((digit) => '〇一二三四五六七八九'.indexOf(digit === '零' || digit === '○' ? '〇' : digit))
      .join('');
  });
}

const SPRING = /20\d{2}[-—–~至](20\d{2})(?:学年度?|年度?)?[第(]?[二下]学期/u;
const SCHOOL_YEAR = /学年|20\d{2}[-—–~至]20\d{2}(?:年度?)?[第(]?[一上]学期/u;

const RANGE = String.raw`(?<![\d.])(20\d{2})(?:年?[-—–~至](?:20)?\d{2})?`;
/** `2026年工作计划`, `2026—2028年行动计划`, `2026工作要点` */
const PLANNED = new RegExp(
  `${RANGE}(?:学?年[^年]{0,24}?|(?!\\d)的?[^年\\d]{0,10}?(?:工作|学期)[^年]{0,12}?)(?:计划|要点|安排|打算|方案)`,
  'gu',
);
const NAMED_YEAR = new RegExp(`${RANGE}(?:年|学年)`, 'u');

function spanOf(blocks: readonly Block[]): Span | undefined {
  const first = blocks[0];
  const last = blocks.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}

function lastIndex(blocks: readonly Block[], test: (block: Block, index: number) => boolean): number {
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    const block = blocks[i];
    if (block && test(block, i)) return i;
  }
  return -1;
}
