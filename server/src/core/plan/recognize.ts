import { fold } from '../text/fold.ts';
import { matchesIn } from '../text/matches.ts';
import { lineStartsOf } from '../text/text.ts';
import type { Plan } from './plan.ts';

/**
 * Whether what was read is a plan or a directory by its content: numbered items in Chinese under a title of the
 * genre, or tasks that name who does them by when. Made for texts whose name says nothing; most of those are no plans.
 */
export function isPlanLike(plan: Plan): boolean {
  if (isPlanText(plan.text)) return true;
  const items = itemsOf(plan);
  if (items.length < 2 || !isChinese(plan.folded) || isLog(plan.text)) return false;
  if (plan.tasks.filter(({ fields }) => fields.some(({ label }) => label)).length >= 2) return true;
  // Three tasks that name somebody without a label (`（市教育局负责）`) are no chance either.
  if (plan.tasks.filter(({ fields }) => fields.some(({ parties }) => parties.length > 0)).length >= 3)
    return true;
  const head = headLines(
    plan.folded,
    items.reduce((least, item) => Math.min(least, item)),
  );
  return !isOtherGenre(head) && (head.some(isPlanTitle) || OPENING.test(head.join('')));
}

/**
 * Whether the lines of a text alone show that it is a plan, so that it need not be read to know: several that begin with a
 * number below a title of the genre. Where they do not, reading it may.
 */
export function isPlanText(text: string): boolean {
  const numbered = matchesIn(text, NUMBERED_LINE);
  const [first] = numbered;
  if (!first || numbered.length < FEWEST_LINES) return false;
  const head = headLines(fold(text.slice(0, Math.min(first.index, LONGEST_HEAD))), first.index);
  return head.some(isPlanTitle) && !isOtherGenre(head) && isChinese(text) && !isLog(text);
}

const FEWEST_LINES = 4;
/** `一、总体要求`, `（二）改善条件`, `3.开放操场` at the head of a line. */
const NUMBERED_LINE =
  /(?<=^|[\r\n])[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])[ \u3000]{0,2}[々〇㐀-鿿𠀀-𲎯“《]/gu;

/** Whether the first line that may be a title is that of a text which may speak of plans without being one. */
function isOtherGenre(head: readonly string[]): boolean {
  const first = head.find((line) => TITLE_LENGTH.test(line) && !SENTENCE_END.test(line));
  return first !== undefined && OTHER_GENRE.test(first) && !GENRE.test(first);
}

/** Where the numbers stand; chapters and articles (第一章, 第三条) divide novels and laws as well. */
function itemsOf({ sections, tasks, text }: Plan): readonly number[] {
  return [...sections, ...tasks]
    .filter(({ number, numberSpan }) => number !== '' && text[numberSpan.start - 1] !== '第')
    .map(({ numberSpan }) => numberSpan.start);
}

/** Most of the letters are Han: neither code nor instructions with code in them. */
function isChinese(text: string): boolean {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (
      code >= 0x3400 ? code < 0xa000 || (code >= 0xd840 && code < 0xdc00) : code === 0x3005 || code === 0x3007
    )
      han += 1;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin += 1;
  }
  return han > 2 * latin;
}

/** Times of day head or end more lines than a web page has around a document: a chat, a log, a timetable. */
function isLog(text: string): boolean {
  // Mostly there is none.
  if (!TIME.test(text)) return false;
  const folded = fold(text);
  const lineStarts = lineStartsOf(folded);
  let timed = 0;
  let all = 0;
  for (const [i, start] of lineStarts.entries()) {
    const line = folded.slice(start, lineStarts[i + 1]).trim();
    if (line === '') continue;
    all += 1;
    if (TIME_FIRST.test(line.slice(0, 40)) || TIME_LAST.test(line.slice(-12))) timed += 1;
  }
  return timed >= 2 && timed * 8 >= all;
}

/** The lines above the first item, without spaces and marks. A title further down belongs to something else. */
function headLines(folded: string, end: number): readonly string[] {
  return folded
    .slice(0, Math.min(end, LONGEST_HEAD))
    .split(/[\r\n]+/u)
    .map((line) => line.replace(MARKUP, '').replace(/\s+/gu, ''))
    .filter((line) => line !== '');
}

/** What makes a line a title is its end; a line that somebody says (`李四：…计划`) is none. */
function isPlanTitle(line: string): boolean {
  const title = line.replace(TITLE_LABEL, '');
  if (!TITLE_LENGTH.test(title) || title.includes(':')) return false;
  return GENRE.test(title) || (BROAD_GENRE.test(title) && OFFICIAL.test(title));
}

/** A notice wrapper with its page around it stays well below. */
const LONGEST_HEAD = 6000;

/** `10:09` */
const TIME = /[\d０-９][:：∶][\d０-９]{2}/u;
/** `2026-03-01 10:09`, `[10:09:30]`, `张三 10:09` */
const TIME_FIRST = /^\[?(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[ T]*)?\d{1,2}:\d{2}/u;
const TIME_LAST = /\d{1,2}:\d{2}(?::\d{2})?\]?$/u;
const MARKUP = /^[\s#*>•·|-]+|(?<![\s*|])[\s*|]+$/gu;
const TITLE_LABEL = /^(?:附件\d{0,2}|标题|题目|名称|文件名称)\*{0,2}:/u;
const TITLE_LENGTH = /^.{4,120}$/u;
const SENTENCE_END = /[。;!?,]$/u;

/** Words that only plans end in, in brackets behind which `（试行）` may stand; or a notice that issues one. */
const GENRE = new RegExp(
  `(?:${[
    ...['工作要点', '教育要点', '工作计划', '行动计划', '三年计划', '年度计划', '实施计划', '重点计划'],
    ...['实施方案', '工作方案', '行动方案', '建设方案', '整改方案', '推进方案', '活动方案', '专项方案'],
    ...[
      '重点任务',
      '重点工作',
      '重点事项',
      '任务分工',
      '任务分解',
      '任务清单',
      '责任分解',
      '责任清单',
      '责任分工',
    ],
    ...['任务分工表', '责任分解表', '任务分解表', '工作任务表', '工作台账', '督查台账', '重点项目'],
    ...['工作安排', '工作打算', '工作思路', '工作分工', '政府工作报告'],
    ...[
      '实施意见',
      '若干意见',
      '指导意见',
      '若干措施',
      '政策措施',
      '若干政策',
      '若干举措',
      '工作措施',
      '行动纲要',
    ],
    ...['责任单位名录', '单位名录', '机构设置', '通讯录'],
  ].join('|')})(?:\\([^()]{1,20}\\))?(?:》?的通知)?$`,
  'u',
);
/** Words that end the titles of other texts, too. */
const BROAD_GENRE =
  /(?:要点|计划|方案|意见|措施|规划|行动|分工|安排|清单|政策|举措|台账|纲要|名录|行动的通知|工作的通知)(?:\([^()]{1,20}\))?(?:》?的通知)?$/u;
/** A body, a place, a time or a formula that official titles have. */
const OFFICIAL = /关于|印发|若干|(?:19|20)\d{2}|二[〇零○]|学年|学期|[省市县区镇乡旗州局委厅办校园]/u;
/** Texts that may speak of plans without being one. */
const OTHER_GENRE =
  /(?:说明|手册|教程|指南|须知|纪要|记录|总结|合同|协议|制度|办法|规定|条例|章程|简历|日记|论文|教案|试卷|小说|通稿|新闻|报道|体会|有感|倡议书|公告|公示|启事)(?:\([^()]{1,20}\))?$/u;
/** How an official text leads over to its items where its title is gone: `现提出如下实施意见`. */
const OPENING =
  /(?:提出|制定|形成|采取)(?:以下|如下|本)(?:若干|实施|工作|政策|行动|具体|重点)*(?:意见|措施|方案|计划|要点|安排|举措)/u;
