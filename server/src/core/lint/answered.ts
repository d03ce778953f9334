import { type Block, blockAt, matching, type Passage, saying } from '../plan/block.ts';
import { asking } from '../plan/citing.ts';
import { wordsOf } from '../plan/genre.ts';
import { type FieldRole, foldedIn, type Plan, type Section, type Task } from '../plan/plan.ts';
import { sectionsAround } from '../plan/tasks.ts';
import { namesBodies } from '../read/fields/bodies.ts';
import { datesTheRest } from '../read/outline/closing.ts';
import { PERIODS } from '../read/outline/periods.ts';
import { flatMapped } from '../text/flat.ts';
import { fold } from '../text/fold.ts';
import { unnumbered } from '../text/known.ts';
import { matchesIn } from '../text/matches.ts';
import { isDividedAmongBodies, isDividedAmongPersons, isDividedByDuty } from './divided.ts';
import { datedByHeading } from './habit.ts';
import { isOfPeriod } from './period.ts';
import { namesUnlisted, opensWithOffice } from './unlisted.ts';

/**
 * Whether a plan answers for all its tasks what fields with `roles` would say of each, so that it is not asked of the
 * document: a line above them, a table or a paragraph that gives them out, a calendar, a day for the rest.
 */
export function answersItself(plan: Plan, tasks: readonly Task[], roles: readonly FieldRole[]): boolean {
  const asksDay = roles.includes('deadline');
  return (
    holdsAllotment(plan, roles) ||
    statesForAll(plan, roles) ||
    (asksDay
      ? isCalendar(plan) || datesItself(plan, tasks)
      : isHeadedByWho(plan) ||
        plan.blocks.some(leadsWhole) ||
        isPartedByDuties(plan) ||
        isDividedAmongBodies(plan) ||
        isDividedAmongPersons(plan) ||
        isDividedByDuty(plan) ||
        tasks.filter((task) => beginsWithDay(plan, task) || beginsWithOffice(plan, task)).length * 2 >
          tasks.length ||
        (isCalendar(plan) && areOfCalendar(plan, tasks)))
  );
}

/** Whether a line outside of all tasks names somebody, or a day, for the whole: `主办单位：县教育局` above the tasks. */
function statesForAll({ fields, tasks, sections }: Plan, roles: readonly FieldRole[]): boolean {
  const stating = fields.filter(
    ({ role, parties, deadline }) => roles.includes(role) && (parties.length > 0 || deadline !== undefined),
  );
  if (stating.length === 0) return false;
  const ofFacts = new Set(flatMapped([...tasks, ...sections], (one) => (isFact(one) ? one.fields : [])));
  const ofTasks = new Set(flatMapped(tasks, (task) => task.fields));
  const placed = new Set(flatMapped(sections, (section) => section.fields));
  return stating.some((field) => {
    const organises = /^[主承]办/u.test(field.label?.text ?? '');
    return ofFacts.has(field) || (!ofTasks.has(field) && (organises || !placed.has(field)));
  });
}

/** Whether a heading that holds no task says who answers, though that was not read: `三、承办单位` ⏎ `教导处`, `三、活动负责人：周晓`. */
function isHeadedByWho({ sections, tasks }: Plan): boolean {
  return sections.some(
    (section, i) =>
      namesWho(section) &&
      section.span.end > section.numberSpan.end + LONGEST_OF_WHO &&
      tasks.every((task) => task.section !== i),
  );
}

const namesWho = asking((title) => OF_WHO.test(fold(title)));
const OF_WHO =
  /^(?:活动|赛事|工作)?(?:主办|承办|责任|牵头|负责|组织)(?:单位|部门|科室|者|人)(?:[和与及、].{1,8})?(?:$|[:(])/u;
/** In characters, with the mark behind its number. */
const LONGEST_OF_WHO = 8;

/** `本方案由县水利局牵头组织实施`; not 由县水利局负责解释 or 负责督查考核. */
const leadsWhole = saying(
  /(?:^|[。;,] ?)本(?:方案|计划|要点|次?(?:专项|整治)?(?:行动|活动))由[^。;,]{2,30}(?:[主承]办|(?<!督[查促导办])实施(?!情况|细则)|(?:牵头|负责|统筹)(?![^。;,]{0,8}(?:解释|[修制][订定改]|印发|起草|编[制写]|[督检]查|督[促导办]|监督|考[核评]|评估|验收)))/u,
);

/** Whether a part of the text says what bodies or persons do: `二、责任分工` ⏎ `县水利局：负责…` ⏎ `周晓：负责…`. */
function isPartedByDuties({ blocks }: Plan): boolean {
  let [left, duties] = [0, 0];
  return blocks.some((block) => {
    if (headsDuties(block)) [left, duties] = [LONGEST_OF_DUTIES, 0];
    else if (left > 0) {
      left -= 1;
      if (saysDuty(block)) duties += 1;
    }
    return duties > 1;
  });
}

/** In paragraphs. */
const LONGEST_OF_DUTIES = 8;
const headsDuties = saying(
  /^\s{0,8}(?:[一二三四五六七八九十\d]{1,3} ?[、.]|\([一二三四五六七八九十\d]{1,3}\))?\s{0,4}(?!履行|细化)[々〇㐀-鿿]{0,12}(?:分工|职责(?:任务|要求)?|责任区?划分)\s{0,4}[:。]?$/u,
);
/** `县水利局负责…`, `县水利局：组织协调`, `第一小组：周晓、李桐` */
const saysDuty = unnumbered(({ text }: Passage) => {
  const words = text.replace(NUMBERED, '');
  if (AT_LARGE.test(words)) return false;
  const head = HEAD.exec(words)?.[0] ?? '';
  return DUTY.test(words) || (namesBodies(head) && !SETS_UP.test(head)) || namesUnlisted(words);
});

const NUMBERED = /^\s*\(?[一二三四五六七八九十\d]{1,3}[、.)]\s*/u;
/** What says of whoever it may be, or of who leads, that he is responsible: `各单位负责本辖区`, `局机关承担主体责任`, `组长：`. */
const AT_LARGE =
  /^(?:各[单部乡镇]|副?\s?组\s{0,4}长|成\s{0,4}员(?!单位)|[々〇㐀-鿿]{0,8}领导小组(?:负责|:)|办公室负责日常|[^。;,:]{0,16}承担(?:主体|第一|领导|直接)责任)/u;
const HEAD = /^[々〇㐀-鿿、]{2,16}(?=[:。])/u;
/** `成立领导小组。`, `明确责任单位。` */
const SETS_UP =
  /^(?:成立|[建设]立|[组筹]建|健全|完善|明确|落实|压实|[夯靠]实|调整|充实|召开|加强|强化|配[备强齐]|确定|指定|发挥)/u;
const DUTY =
  /^[々〇㐀-鿿、() ]{2,30}:?\s?(?:具体|主要|统一|全面)?(?:负责(?![人制])|牵头(?!部门|单位|领导|人)|承担)/u;

/** Whether an item is the label of who answers for the whole: `三、主办单位：图书馆`. */
function isFact({ role, fields, titleSpan }: Section | Task): boolean {
  return role === 'guidance' && fields.some(({ label }) => label?.span.start === titleSpan.start);
}

/**
 * Whether a table that gives the tasks out (任务分工表) stands behind them, though its cells could not be told apart, or is
 * annexed to the text and not in this copy.
 */
function holdsAllotment({ blocks }: Plan, roles: readonly FieldRole[]): boolean {
  const names = !roles.includes('deadline');
  if (blocks.some(refers) || isAnnexed(blocks, names ? listsTasks : listsDays)) return true;
  const at = blocks.findIndex((block) => allots(block) || (names && namesUnits(block)));
  return at >= 0 && blocks.length - at > FEWEST_LINES;
}

/**
 * Whether a text dates its tasks without a field: one day for all that names none, phases of the whole, or the last of its
 * years, which a task names as its aim.
 */
function datesItself(plan: Plan, tasks: readonly Task[]): boolean {
  const { blocks, title, sections } = plan;
  if (datesOthers(plan) || blocks.some(datesAbove) || isOfPeriod(wordsOf(title))) return true;
  const parts = [...sections, ...plan.tasks];
  if (parts.some((one) => holdsDays(plan, one, partsOfTime(one)) || holdsSteps(plan, one))) return true;
  if (blocks.some(lasts) || blocks.some(isSchedule)) return true;
  const first = tasks[0]?.span.start ?? 0;
  if (blocks.some((block) => block.span.start < first && datesActivity(block))) return true;
  if (blocks.reduce((sum, block) => sum + phasesIn(block).length, 0) >= FEWEST_PHASES) return true;
  const last = YEARS.exec(title?.text ?? '')?.groups?.last;
  return (
    last !== undefined &&
    tasks.some(({ span }) => foldedIn(plan, span.start, span.end).includes(`到${last}年`))
  );
}

/**
 * How many parts of a text a heading names of which the first is the time: `一、活动时间`, `三、时间要求`, `二、活动时间及地点`;
 * 压缩办理时限 is a task.
 */
const partsOfTime = asking((title): number => {
  const [named, more] = OF_TIME.exec(fold(title)) ?? [];
  return Number(named !== undefined) + Number(more !== undefined);
});

const OF_TIME =
  /^(?:(?:活动|工作|任务|实施|行动|整治|创建|完成|放假|服务|[比竞]赛)?(?:时间|时限|期限|日期|时段)|防火期)(?:安排|要求|进度|步骤|节点)?(?:$|[:(]|([和与及、]?(?:主题|地点|对象))(?:$|[:(]))/u;

/** What is headed so dates the whole, where a paragraph names a day and no more stand there than the heading names parts, or all do. */
function holdsDays(plan: Plan, { span, fields }: Section | Task, parts: number): boolean {
  if (parts === 0 || fields.some(({ role }) => role !== 'deadline')) return false;
  const head = blockAt(plan.blocks, span.start);
  const below = plan.blocks.slice(head + 1, blockAt(plan.blocks, span.end - 1) + 1);
  if (below.length > parts) return below.length >= FEWEST_MONTHS && below.every(namesDay);
  return (parts > 1 ? OPENS_WITH_DAY : DAYS).test(foldedIn(plan, span.start, span.end));
}

const DAYS =
  /第 ?[\d一二三四五六七八九十]{1,3} ?周|\d{1,2} ?月|[一二三四五六七八九十]月|年底|(?<![\d一二两三四五六七八九十几] ?)年内|季度|学期|全年(?!无)/u;
const namesDay = saying(DAYS);

/** Whether what is headed 实施步骤, 推进计划 or the like says when two of its steps are taken. */
function holdsSteps(plan: Plan, one: Section | Task): boolean {
  if (!headsSteps(one)) return false;
  return matchesIn(foldedIn(plan, one.span.start, one.span.end), DAY).length > 1;
}

const headsSteps = asking((title) =>
  /^(?:[々〇㐀-鿿]{2})?步骤(?:安排|[和与及]方法)?$|^(?:工作|项目|任务|实施|总体)?(?:推进|进度|阶段)(?:计划|安排)$|^(?:工作|实施|推进)(?:进度|阶段)$/u.test(
    fold(title),
  ),
);
const DAY = /\d{1,2} ?月(?!(?:\d{1,2}日)?(?:会议|精神|要求|讲话))|(?<!每)季度|[年月]底|[上下]半年/gu;

/** `专项工作自4月1日起至10月31日止` */
const lasts = saying(
  /(?<!(?:去年|上年)[^。;]{0,20}|上级[^。;]{0,6})(?:工作|行动|活动|整治)(?:时间)?[自从为](?:20\d\d ?年 ?)?\d{1,2} ?月[^。;,]{0,8}起?[-~—–至到](?:20\d\d ?年 ?)?\d{1,2} ?月[^。;,]{0,8}(?:止|结束(?!后)|$|[。;])/u,
);

/** The header of a table with a column for each of several times: `项目\t一季度\t二季度`, `| 6月底 | 12月底 |`, `| 上半年进度 | 年底进度 |`. */
const isSchedule = saying(
  /^(?![\s|]*(?:月份|年份|指标|单位) ?[\t|]).*?(?:[\t|] ?(?:第?[一二三四1-4]季度|\d{1,2}(?:[-~—–至]\d{1,2})?月份?[底末前]{0,2}|[上下]半年|年[底末中])(?:前|(?:工作)?(?:进度|目标|任务|计划|节点|安排))? ?(?=$|[\t|])){2}/u,
);

/** `2026年4月10日，图书馆`, `活动时间：4月10日`: the time stands first, as the heading says. */
const OPENS_WITH_DAY =
  /[:)\n]\s{0,4}(?:(?:活动|[比竞]赛)?(?:时间|日期)\s{0,4}:\s{0,4})?(?:20\d\d ?年 ?)?[\d一二三四五六七八九十]{1,2} ?月/u;

/** `活动时间：4月10日`, `时间：4月10日至30日`, `决定自4月至10月开展…`, `利用三个月时间` above all tasks; a day alone behind 时间 may be that of a page. */
const datesActivity = saying(
  /^\s*(?:(?:活动|[比竞]赛)(?:时间|日期)(?:[和与及、]?(?:地点|对象))?\s*:\s*(?:20\d\d ?年 ?)?\d{1,2} ?月|时间\s*:[^。;]{0,20}\d ?[月日] ?[-~—–至到])|(?:^|[。;])(?![^。;]*(?:去年|上年|取得|成效|迎检|督[查导]|巡[察视]|结束后))[^。;]*?(?:(?:决定|拟|计划|定)(?:自|从|于|在)?(?:20\d\d ?年 ?)?\d{1,2} ?月[^。;,]{0,8}[-~—–至到](?:20\d\d ?年 ?)?\d{1,2} ?月[^。;]{0,30}(?:开展|组织|实施|进行)(?!了)|(?:利用|集中|为期)[\d一二两三四五六七八九十]{1,2}个月(?:左右)?(?:的|时间|[,。]))/u,
);

/** Whether a plan gives a day to all its tasks that name none. */
export function datesOthers({ blocks, sections, tasks }: Plan): boolean {
  const first = Math.min(...[sections[0], tasks[0]].map((one) => one?.span.start ?? Number.MAX_SAFE_INTEGER));
  return blocks.some((block) => datesTheRest(block) || (block.span.start < first && datesBelow(block)));
}

/** `以下各项任务完成时限均为12月底前` */
const datesBelow = saying(
  /(?:以下|下列)(?:各项|所有|全部)?(?:重点)?(?:任务|工作|事项|措施|项目)(?:的?(?:完成)?(?:时间|时限|期限)[均都]?为[^。;,]{0,10}(?:月|年[底末内])|[均都](?:须|应|要)?[于在]?[^。;,]{0,10}(?:月(?:\d{1,2}日|[底末])?|年[底末])(?:之?[前内])?(?:全部|全面)?(?:完成|办结))/u,
);

/** Whether a text is a calendar, with a heading or a line a month, a quarter or some weeks. */
function isCalendar({ blocks, sections }: Plan): boolean {
  const periods = new Set<string | undefined>(
    sections.map(seasonOf).filter((season) => season !== undefined),
  );
  for (const block of blocks) for (const { groups } of periodsAt(block)) periods.add(groups?.period);
  return periods.size >= ([...periods].some((period) => LONG.test(period ?? '')) ? FEW_LONG : FEWEST_MONTHS);
}

/** 春 of `一、春季` or `春季重点工作`. */
const seasonOf = asking(
  (title) =>
    /^([春夏秋冬])[季天](?:的?(?:主要|重点)?(?:工作|任务|管护|管理)(?:安排|重点)?)?$/u.exec(fold(title))?.[1],
);

/** Whether the tasks stand in the calendar: who keeps it does what stands there. */
function areOfCalendar(plan: Plan, tasks: readonly Task[]): boolean {
  const stand = tasks.filter((task) =>
    datedByHeading(plan, { ...task, deadline: task.deadline ?? lentTo(plan, task) }),
  );
  return stand.length * 2 >= tasks.length;
}

/** `1.2月18日：教师报到`: a calendar of days. */
function beginsWithDay(plan: Plan, { numberSpan, titleSpan }: Task): boolean {
  return /\d月[\d、—-]{1,5}日/u.test(foldedIn(plan, numberSpan.end, titleSpan.start));
}

function beginsWithOffice(plan: Plan, { titleSpan, span }: Task): boolean {
  return opensWithOffice(foldedIn(plan, titleSpan.start, Math.min(span.end, titleSpan.end + REACH)));
}

/** In characters, behind a title. */
const REACH = 10;

/** The day that stands above a task, which may name one of its own: `3月15日前完成` below `三月：`. */
function lentTo(plan: Plan, { section }: Task): Task['deadline'] {
  return flatMapped(sectionsAround(plan, section), ({ fields }) => fields).find(({ deadline }) => deadline)
    ?.deadline;
}

const FEWEST_MONTHS = 3;
/** Two halves are a year. */
const FEW_LONG = 2;
const LONG = /半年|学期/u;
/** `2026—2028年`, `2025～2028年` */
const YEARS = /\d{4}年?[-—–~～至到]{1,2}(?<last>\d{4})年/u;

/** `二月主题：新起点`, `3月份`, `1月—2月：`, `第一季度：`: the time that a line is the heading of. */
const periodsAt = matching(
  new RegExp(`^\\s*(?:20\\d\\d年)?(?<period>${PERIODS})(?:\\s*$|[\\s:、]|主题|工作|安排)`, 'gu'),
);

const FEWEST_PHASES = 2;
/** `（一）动员部署阶段（2026年3月—4月）`, `第一阶段：动员部署（3月）`, `2026年11月底前为总结提升阶段`: whoever phases the whole dates each task. */
const phasesIn = matching(
  /阶段(?:[(:]|:[^()。;]{1,16}\()\s?[^()。;]{0,8}\d{1,2}\s?月|\d\s?[月日](?:[上中下]旬|[底末初])?前?(?:[):]|为)[^。;,]{0,12}阶段/gu,
);

/** `以上任务均由各科室于11月20日前完成`: one day for all. */
const datesAbove = saying(
  /^(?:以上|上述)(?:各项|所有|全部|\d{1,3}项)?(?:重点)?(?:任务|工作|事项|措施|项目)[均都](?!已)(?:(?![去上]年)[^,。;]){0,30}[月日底]前(?:完成|办结)/u,
);

/** `附件：任务分工表`, `清河县重点任务责任分解表` */
const ALLOTMENT = /^(?:附\s*[件表][^。;]{0,30}|[^。;]{4,40})(?:分工|分解|责任)(?:一览)?表$/u;
/** `任务分工和完成时限详见附件。`, `（任务分工表附后）` */
const refers = saying(
  /(?:分工|时限|分解|任务清单|台账)(?:(?!格式|样[式表本]|模板|名单)[^。;,]){0,12}(?:见附[件表]|附后)/u,
);

/** Whether one of the annexes that a text names is such a list: `附件：1.实施细则` ⏎ `2.任务分工表`. */
function isAnnexed(blocks: Plan['blocks'], isList: (block: Block) => boolean): boolean {
  let listed = false;
  return blocks.some((block) => {
    listed = opensAnnexes(block) || (listed && isNumbered(block));
    return listed && isList(block);
  });
}

const opensAnnexes = saying(/^附\s{0,4}[件表]?\s{0,4}\d{0,2}\s{0,4}:/u);
const isNumbered = saying(/^\s*\d{1,2} ?[.、]/u);

/** 任务分工表, 任务台账, 工作配档表, 项目化清单, 施工图 */
const OF_TASKS =
  '(?:任务|工作|项目化)(?:任务|责任|分工|分解|落实|推进|安排|目标|措施|[和与及]){0,3}(?:(?:一览|计划|配档)?表|清单|台[账帐])|任务(?:责任)?(?:分工|分解)(?:方案)?|(?:推进|配档|作战)表|(?<!(?:设计|竣工|工程|项目).{0,4})施工图';
/** 责任清单, 职责分工, 分工方案 */
const OF_DUTIES =
  '(?<!考核)(?:责任|职责)(?:任务|单位|分工|分解|落实|[和与及]){0,3}(?:一览表|表|清单|台[账帐])|(?:责任|职责)(?:分工|分解)|分工(?:方案|表)';
/** 时间进度表, 推进时间表 */
const OF_DAYS =
  '(?<!(?:考试|值班|课程|日程|培训).{0,6})(?:(?:时间|进度|计划)(?:安排|推进)?表|(?:进度|时间)安排)';
const listsTasks = saying(annexed(`${OF_TASKS}|${OF_DUTIES}`));
const listsDays = saying(annexed(`${OF_TASKS}|${OF_DAYS}`));

function annexed(lists: string): RegExp {
  return new RegExp(
    `^(?![^。;]{0,50}(?:领导小组|排查|隐患|上年度?|去年|报送|样[式表本]|模板|格式))[^。;]{0,50}(?:${lists})(?:$|[\\s.\\d(])`,
    'u',
  );
}

/** `部门\t重点领域`: the header of a table that says of each body what it does; a column 主讲人 says it of persons. */
const BY_UNIT =
  /^(?:序号\s{0,2}[\t|]\s{0,2})?(?:部\s{0,4}门|单\s{0,4}位|成员单位)\s{0,2}[\t|]|[\t|]\s{0,2}(?:主讲|主持|执教|授课)(?:人|教师|老师|者)?\s{0,2}(?:$|[\t|])/u;
const allots = saying(ALLOTMENT);
const namesUnits = saying(BY_UNIT);
/** A table has a header and two rows. */
const FEWEST_LINES = 3;
