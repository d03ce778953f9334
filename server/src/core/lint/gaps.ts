import { type Block, type Passage, saying } from '../plan/block.ts';
import { unnumbered } from '../text/known.ts';

/**
 * Whether the spaces at `at` in a paragraph's text set apart what belongs on lines of its own or in columns: a label, a
 * number, a heading and its text, names, bodies, the lines of a title. `text` is folded.
 */
export function setsApart(text: string, at: number, width: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const after = text.slice(at + width, at + width + REACH);
  if (NUMBERED.test(before)) return true;
  if (
    HEAD.test(before) ||
    (HEAD_ALONE.test(before) && OPENING.test(after)) ||
    (text.length <= LONGEST_COUPLET && COUPLET.test(text))
  )
    return true;
  if (before.endsWith(':') || LABEL.test(after) || NUMBER.test(after)) return true;
  if (ROLE.test(before) && NAME.test(after)) return true;
  if (!/[々〇㐀-鿿𠀀-𲎯]$/u.test(before) || !/^[々〇㐀-鿿𠀀-𲎯]/u.test(after)) return false;
  if (width > 2 || !SENTENCE_END.test(text.at(-1) ?? '')) return true;
  const bodies =
    /[委厅局府部院会室办处]$/u.test(before) && /^[^,。;]{0,14}[委厅局府部院会室办处]/u.test(after);
  // `《…加强基础研究 增强发展动能的若干措施》` has two lines; the end of a title is cut from none.
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return bodies || !isTitleEnd(after);
  const name = / [々〇㐀-鿿𠀀-𲎯]{1,4}$/u.test(before) || /^[々〇㐀-鿿𠀀-𲎯]{1,4} /u.test(after);
  return bodies || name || (HEADING.test(before) && CLAUSE.test(after));
}

/** The paragraphs that are rows below the header of a table whose columns spaces part, up to the next heading. */
export function spacedRows(blocks: readonly Block[]): ReadonlySet<Block> {
  const rows = new Set<Block>();
  let below = false;
  for (const block of blocks) {
    if (isHeader(block)) below = true;
    else if (headsSection(block)) below = false;
    if (below) rows.add(block);
  }
  return rows;
}

const isHeader = unnumbered(({ text }: Passage) => HEADER.test(text) && COLUMN.test(text));

/** Whether `after` begins with the last words of a title: `分解方案》`. */
export function isTitleEnd(after: string): boolean {
  return TITLE_END.test(after);
}

const TITLE_END =
  /^[々〇㐀-鿿𠀀-𲎯]{0,4}(?:方案|通知|意见|办法|规划|计划|要点|条例|指南|纲要|细则|规定|标准|措施|制度|清单|指引|决定|规范)(?:\([^()]{2,12}\))?》/u;

/** `见表1-1 指标`, `1.4.1 坚持`, `第十三条 县级`: what a number of its own parts from its words. */
const NUMBERED =
  /(?:[图表]\d{1,3}(?:[-.]\d{1,2})?|^\d{1,2}(?:\.\d{1,2}){1,3}|第[一二三四五六七八九十百\d]{1,5}[条章节])$/u;

/** `1.编制目的 有效防御…`, `发文字号 松政办`: a heading of its own kind, or a label of a page's frame. */
const HEAD =
  /^(?:\d{1,2}[.、] ?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^,。;:!? ]{0,6}(?:目的|依据|范围|原则|目标|要求|任务|对象|时间|地点|内容|措施|机构|职责|思想|意义|方式|步骤|标准|条件|流程|程序|保障|小组|宣传|报道)$|^(?:编制(?:目的|依据|原则)|适用范围|发文字号|发文机关|索引号|成文日期|发布日期|主题(?:词|分类)|有效性|来源)$/u;

/** `内容概述 现将《…表》印发给你们`: a label of a page's frame, or whom it is for, before how a text begins. */
const HEAD_ALONE =
  /^(?:各[々〇㐀-鿿𠀀-𲎯]{1,7}|[々〇㐀-鿿𠀀-𲎯]{0,4}(?:概[述要]|摘要|简介|说明|内容|正文))$/u;
const OPENING =
  /^(?:现[将就把]|根据|按照|依据|为(?:了|[々〇㐀-鿿𠀀-𲎯]{0,4}(?:贯彻|落实|加强|推[进动]|做好|规范)))/u;

/** `温馨团队 心手相牵`: two halves of one length are a motto. */
const COUPLET =
  /^[“"]?(?:[々〇㐀-鿿𠀀-𲎯]{4} [々〇㐀-鿿𠀀-𲎯]{4}|[々〇㐀-鿿𠀀-𲎯]{5} [々〇㐀-鿿𠀀-𲎯]{5}|[々〇㐀-鿿𠀀-𲎯]{7} [々〇㐀-鿿𠀀-𲎯]{7})[”"]?$/u;
const LONGEST_COUPLET = 17;

/** How much of the text around a gap is looked at. */
const REACH = 40;

/** `电话:` */
const LABEL = /^[々〇㐀-鿿𠀀-𲎯]{2,6}:/u;

/** `一、`, `(二)`, `3.`: what lost line breaks left behind the gap. */
const NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:[.](?!\d)|、)|第[一二三四五六七八九十]{1,3}[章条])/u;

/** `记者 贾宏博`: who somebody is, before the name. */
const ROLE =
  /(?:记者|通讯员|作者|编辑|摄影|校对|审核|供稿|来源|联系人|书记|[局校园科县市区院会组队厅处镇乡]长|主任|主席|教授|老师|同志)$/u;
const NAME = /^[々〇㐀-鿿𠀀-𲎯]{2,4}(?=[,;。、()\s]|$)/u;

const SENTENCE_END = /[。;:)”!?]/u;

/** `一、总体要求`, `(二)思想引领,凝聚共识`: a heading before its text in the same line. */
const HEADING =
  /(?:^|[。;!?] {0,4})(?:(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)) ?[^。;:!? ]{4,30}|\d{1,2}[.、] ?[^。;:!?, ]{6,20})$/u;
const CLAUSE = /^[^,。;:!?、 ]{4}/u;

/** `序号 类别 主要任务 牵头单位` */
const HEADER = /^[々〇㐀-鿿𠀀-𲎯]{2,8}(?: {1,4}[々〇㐀-鿿𠀀-𲎯]{2,8}){2,11}$/u;
const COLUMN = /序号|单位|部门|科室|任务|时限|时间|责任/u;
const HEADS_SECTION =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章条])/u;
const headsSection = saying(HEADS_SECTION);
