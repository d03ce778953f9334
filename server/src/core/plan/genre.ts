import { fold } from '../text/fold.ts';
import { matchesIn } from '../text/matches.ts';
import type { Field, Plan } from './plan.ts';

/**
 * Whether a document is of a genre that says who does each task and by when, as the last word of its kind in the title
 * tells. Plans do (要点、计划、方案、行动、分工、任务、清单、台账、安排); reports, opinions, measures of support, letters, guides,
 * regulations, schemes of allotment, standing duties, the plans of one person or one desk of a school and what explains a plan do not,
 * nor does a notice whose plan is not in the text. A document whose title says neither does where some task of it states who or when, and `perhaps` a notice
 * that says of many of its orders by when.
 */
export function assignsTasks({
  title,
  tasks,
  blocks,
}: Pick<Plan, 'title' | 'tasks' | 'blocks'>): 'yes' | 'perhaps' | 'no' {
  const words = wordsOf(title);
  if (SENTENCE.test(words) || EXPLAINING.test(words)) return 'no';
  if (!title && (beginsMidway(blocks, tasks) || DUTIES.test(blocks[0]?.text ?? ''))) return 'no';
  if (OF_ONE_PERSON.test(words) || OF_ONE_DESK.test(words))
    return tasks.some((task) => task.fields.some(isFilled)) ? 'yes' : 'no';
  const kind = matchesIn(words.replace(DRAFT, ''), KIND).at(-1)?.groups;
  const notice = words.endsWith('通知');
  // A notice gives out the plan that it is about, or is about one that stands elsewhere.
  const handsOut = notice && /[印转]发/u.test(words);
  if (handsOut && isElsewhere(words, blocks)) return 'no';
  if (kind && (!notice || handsOut)) return kind.plan === undefined ? 'no' : 'yes';
  if (tasks.some((task) => task.fields.some(isFilled))) return 'yes';
  const timed = tasks.filter(({ role, proseDeadlines }) => role === 'task' && proseDeadlines.length > 0);
  return notice && timed.length > 0 && timed.length * 3 >= tasks.length ? 'perhaps' : 'no';
}

/** Whether a document tells of a plan what it is about, as its title says: it gives nobody anything to do. */
export function explainsPlan({ title }: Pick<Plan, 'title'>): boolean {
  return EXPLAINING.test(wordsOf(title));
}

/** The words of a title, folded, without the blanks and breaks that it is set with. */
export function wordsOf(title: Plan['title']): string {
  return fold(title?.text ?? '').replace(/\s+/gu, '');
}

/** `一图读懂《…方案》`, `林遥局长解读2026年…方案`, `答记者问:…方案`, `《…方案》政策解读`; a plan for such work does not (`政策解读工作方案`). */
const EXPLAINING =
  /^(?:[一两三]张?图[读看]懂|图解|解读)|(?:[长记任家人]|同志)解读|指标(?:内涵)?解读[及与和]|》[^》]{0,6}解读(?!.{0,20}(?:计划|方案|要点|安排)$)|解读(?:$|[:丨|《—])|(?<!(?:做好|抓好|开展|加强|推进).{0,8})解读(?:20\d\d|关于)|答记者问/u;

/** Whether a text without a title begins with a sentence that is no task: it was cut from another. */
function beginsMidway([first]: Plan['blocks'], [task]: Plan['tasks']): boolean {
  if (first === undefined || (task && task.span.start <= first.span.start)) return false;
  return STOP.test(first.text);
}

const STOP = /[,。;:!?]/u;

/** Whether what a notice hands out (`关于印发《…方案》的通知`) is not in the text: its items are those of the notice. */
function isElsewhere(notice: string, blocks: Plan['blocks']): boolean {
  const named = NAMED.exec(notice)?.groups?.name;
  if (named === undefined) return false;
  const head = named.replace(/[<>〈〉《》()]/gu, '').slice(-LONGEST_NAME);
  // It stands on a line of its own, or on several; the notice and its text name it with its marks.
  return !blocks.some(({ text }) => {
    const line = text.replace(/[\s<>〈〉《》()]/gu, '');
    return line.length > 3 && !/[《》]/u.test(text) && (line.includes(head) || head.endsWith(line));
  });
}

/** `印发《2026年重点工作任务分工方案》的通知` */
const NAMED = /[印转]发《(?<name>.{4,80})》/u;
const LONGEST_NAME = 16;

/** `工作方案（征求意见稿）`: how far it has come says nothing of what it is. */
const DRAFT = /\((?:公开)?(?:征求意见|送审|讨论|报批)稿?\)|征求意见稿/gu;

/** `《…方案》已经市政府同意，现印发给你们。`, `工作计划.docx`: what stands where the title was sought and is none. */
const SENTENCE = /\.(?:docx?|wps|pdf|xlsx?|pptx?)$|[。;]|》(?:已经|业经)|日前印发|印发给/u;

/** `小学工会工作计划`, `二年级语文教研组工作计划`: what one desk of a school plans, it does. */
const OF_ONE_DESK =
  /^(?:[^,:]{0,20}(?:小学|中学|学校|幼儿园|年级|学期))?(?:工会|[语数英]\S{1,3}|教研组?|备课组|年级组|班主任|班级|德育处?|政教处|教导处|总务处|少先队|共青团|团[委支]部?|图书[室馆]|实验室|个人)[^,。:]{0,8}工作(?:计划|安排|打算)/u;

/** `周晓同志2026年工作计划`, `护士长工作计划`, `2026年度个人学习计划` */
const OF_ONE_PERSON =
  /^(?!学习)(?![々〇㐀-鿿]{1,12}[县区市州局委厅](?:20\d\d年)?(?:驻村|第一书记|党?支部?书记|网格员|家庭医生|医生|村医|辅导员|教师))[^,。]*(?:(?:同志|我的|第一书记|支部?书记|护士长|医生|村医|网格员|辅导员|驻村(?:干部|队员)|村官|出纳|保育员|安全员)(?:20\d\d(?:-20\d\d)?(?:学?年度?))?(?:个人|年度){0,2}工作|个人(?:20\d\d年度?)?(?:年度|学习|研修|培训|成长|发展|读书|工作){0,2})(?:计划|打算)(?:$|\()/u;

/** `成员单位职责` above a list. */
const DUTIES = /^[^。;:、]{0,30}职责(?:分工|任务|清单|范围)?$/u;

/** A label alone is still to be filled in. */
function isFilled({ parties, deadline }: Field): boolean {
  return parties.length > 0 || deadline !== undefined;
}

/** `2026年工作要点`, `若干措施任务分工方案`, `政府工作报告`, `配额分配方案`, `惠企政策清单`, `成员单位职责分工`, `政府领导同志工作分工`: of several the last says what the document is. */
const KIND =
  /(?<!任务|重点工作|事项|项目|措施|行动|要点|报告)职责(?:分工|任务|清单|范围)?|(?<!(?:任务|重点工作|事项|项目|措施|行动|要点|报告).{0,6})(?:领导|班子|成员|同志|人员)(?:的?工作)?分工|(?:(?:分配|评[分价估]|计分|补偿|收费|招生)(?:实施|工作)?方案)|(?:政策|惠企|扶持|奖补|服务|权力|收费|负面|证明)(?:措施|事项|服务)?清单|(?<plan>要点|计划|方案|行动|分工|分解|任务|清单|台[账帐]|安排|打算)|(?:报告|意见|措施|政策|举措|函|批复|复函|答复|指南|指引|办法|规定|规程|细则|条例|章程|制度|标准|规范|倡议书?|公告|通告|公示|解读|纪要|总结|规划|纲要|说明|须知|名录|榜单|名单|决定|决议|预案|讲话|方法|指标体系)/gu;
