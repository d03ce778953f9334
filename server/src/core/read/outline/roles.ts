import type { SectionRole } from '../../plan/plan.ts';
import { type Known, unnumbered } from '../../text/known.ts';

/**
 * What a heading says its section is for, undefined where it says nothing and the role is that of what contains it.
 * `title` is folded; work of a year before `year` (the plan's) is reviewed, not planned.
 */
export function roleOf(title: string, year?: number): SectionRole | undefined {
  const heading = plain(title);
  if (heading.length > LONGEST_HEADING) return undefined;
  // The entries of a directory are nobody's tasks.
  if (isDirectoryHeading(heading)) return 'guidance';
  for (const [role, pattern] of HEADINGS) if (pattern.test(heading)) return role;
  const past = pastYear(heading);
  return year !== undefined && past !== undefined && past < year ? 'review' : undefined;
}

function plain(title: string): string {
  return title.replace(/(?:[\s“”"]|\u034F)+/gu, '').replace(/(?<=..)——[\s\S]*|(?<=..)\(\d{1,3}分\)$/u, '');
}

function pastYear(heading: string): number | undefined {
  const past = heading.length > LONGEST_HEADING ? undefined : PAST_WORK.exec(heading)?.[1];
  return past === undefined ? undefined : Number(past);
}

/** What a heading says its section is for; as `roleOf`. */
export function roleOfHead(head: Heading, year?: number): SectionRole | undefined {
  const { role, past } = statedRole(head);
  return role ?? (year !== undefined && past !== undefined && past < year ? 'review' : undefined);
}

/** The words of a heading. */
export interface Heading {
  readonly folded: string;
  readonly known: Known;
}

const statedRole = unnumbered(({ folded }: Heading) => {
  const role = roleOf(folded);
  return { role, past: role === undefined ? pastYear(plain(folded)) : undefined };
});

const LONGEST_HEADING = 60;

/** 2025年主要工作, in a plan for a later year. */
const PAST_WORK = /^(20\d\d)年(?![起底前末以至-])(?!.*(?:目标|计划|安排|打算|要点|思路|任务))/u;

/** Whether a heading says that what follows are the units and persons that tasks name: 责任单位名录. `title` is folded. */
export function isDirectoryHeading(title: string): boolean {
  return title.length <= 40 && DIRECTORY.test(title.replace(/\s+/gu, ''));
}

/** 责任单位名录; 某县教育局科室及负责人通讯录; but not 公布全县学校名录, which is a task. */
const DIRECTORY =
  /^(?!建|公布|发布|编|完善|更新|制|梳理|落实|推|开展|加强)(?:[\u3007\u3400-\u9FFF\d]{1,20}[局委厅部办区县市省校院会])?(?:20\d\d年度?)?(?:责任|承办|牵头|成员|直属|机关|内设|相关|有关|各){0,2}(?:单位|部门|科室|处室|股室|机构|学校)(?:及其?(?:负责人|责任人|领导))?(?:名录|通讯录)$/u;

/** Whether a heading has so few characters that it may say no more than what stands below it is for. */
export const isBrief = unnumbered(({ folded }: Heading) => folded.length <= 6);

/** Whether a leaf under a heading for tasks is none itself: 总体要求 among tasks is guidance, 健全保障机制 is a task. */
export const isNoTask = unnumbered((head: Heading): boolean => {
  const title = head.folded;
  const role = findsOut(head) ? undefined : roleOfHead(head);
  if (role !== 'safeguards') return role !== undefined && role !== 'tasks';
  return LEADING_LEAF.test(title) || ARRANGEMENTS.test(title);
});

/**
 * Whether a heading is to find out or to tell how things stand: 摸清企业基本情况, 定期通报进展情况, 督查工作落实情况. Among tasks it
 * is one; by itself, 督查工作落实情况 may as well tell what was done.
 */
export const findsOut = unnumbered(({ folded }: Heading) => FINDS_OUT.test(folded));

const FINDS_OUT =
  /^(?:定期|及时|随时|适时|全面|准确|逐一|逐[户项级]|每(?:年|季度?|月|周))?(?:向.{2,10})?(?:[摸查弄][清准明排底]|[督检核调排巡普抽清]查|督[导促办]|掌握|了解|通报|公[开布示]|汇[总报]|上报|报[送告]|反馈|跟踪|调度|监测|评估|分析|研判|听取|梳理).{2,40}情况$/u;

/** Whether a heading is of something that is provided: 强化要素保障, 健全保障机制, 服务保障. */
export const isProvision = unnumbered(({ folded }: Heading) => PROVISION.test(folded));

const PROVISION = /^(?!.*(?:组织|领导|措施)).{0,12}保障(?:机制|体系)?$/u;

/** Whether a heading is both of aims and of tasks; what its items say of who and when decides: 目标和任务, 目标任务. */
export function isAimsAndTasks(title: string): boolean {
  return AIMS_AND_TASKS.test(title.replace(/\s+/gu, ''));
}

/** Whether a heading goes on from what is wrong to what is done about it: 存在问题及整改措施; who answers there decides. */
export function isOfRemedies(title: string): boolean {
  return /问题[和与及、](?:下一步)?(?:整改|改进|解决|工作)?(?:措施|任务|清单|打算)$/u.test(title);
}

const AIMS_AND_TASKS =
  /^(?:20\d\d年)?(?:主要|总体|工作|年度|重点|具体|建设|发展){0,3}(?:目标(?:[和与及、]|以及)?(?:主要|重点|工作|年度|具体){0,2}任务|任务[和与及、]?目标)$/u;

/** Whether a heading parts duties among bodies or says how work is pushed on; where its items name owners of their own, these are tasks. */
export function isPartition(title: string): boolean {
  return /(?:分工|职责|任务|推进(?:机制|要求)|筹措)$/u.test(title.replace(/\s+/gu, ''));
}

/** Whether a heading names a matter that the work may as well be about: 活动器材, 展览地点, 教材分析. */
export const isMatter = unnumbered(({ folded }: Heading) => MATTER.test(folded));

const MATTER = /(?:器材|地点|理念|(?:教材|形势)分析|作品要求|评奖办法)$/u;

/** Names of things, not things to do: 明确工作职责, 完善保障制度 and 坚持…原则 begin with a verb. */
const ARRANGEMENTS = new RegExp(
  `^(?:${[
    // 工作职责, 职责分工, 成员单位职责分工, 领导小组主要职责
    '(?:领导小组|工作专班|(?:相关|有关|各|成员|责任)*(?:部门|单位|科室|处室|股室|学校))?(?:及)?(?:工作|主要|岗位|部门|成员单位|组织|相关|具体){0,2}(?:职责(?:任务|分工|划分)?|责任分工|分工职责)',
    // 部门分工, 各小组职责, 工作纪律, 奖项设置, 责任追究
    '(?:部门|单位|科室|工作)分工|各?(?:工作)?小?组(?:工作)?职责|(?:工作|会议|活动)?纪律(?:要求)?|奖项(?:设置|评选)?|责任追究|(?:参[加赛会]|出席)(?:人员|对象|范围)',
    // 保障制度, 工作机制, 组织体系
    '(?:组织|保障|领导)(?:制度|体系|架构|机制|措施与?要求)|(?:工作|推进)机制|工作制度',
    // 考评方式, 评分标准, 考核奖惩, 结果运用
    '(?:工作|年度|绩效|督导|督查|检查|监督|量化){0,2}(?:考[核评]|评[分价估审]|验收|督查|督导|检查)(?:的)?(?:(?:评价|评估|评分|考核|检查|验收)?(?:方[式法]|办法|标准|程序|细则|等[次级]|结果(?:[运应]用)?|奖惩|组织|评价|问责|与?奖惩|时间))(?:[和与及、].{1,8})?',
    '(?:考核|考评)?结果[运应]用|奖惩(?:措施|办法)?|表彰奖励',
    // 其他事项, 注意事项, 具体要求
    '(?:其[他它]|有关|相关|注意|未尽)(?:事项|事宜|说明|要求)|(?:具体|活动|纪律|执行|几点|有关|安全|组织|行动|报送|材料|推进|作品|参赛|投稿)要求',
    // 经费来源
    '(?:活动|工作|项目)?(?:经费|资金)(?:来源|筹措|预算|保障|安排|概算|及.{2,6})?|(?:活动|费用|项目|培训){1,2}预算',
    '(?:联系|咨询|报送)(?:方式|电话)|报名(?:方式|办法|组织)',
  ].join('|')})$`,
  'u',
);

/** What a heading of terms begins with where it is something to do and no term: 扩大资助范围, 坚持就近原则. */
const VERBS =
  '(?:坚持|遵循|落实|贯彻|把握|按照|扩大|拓展|拓宽|扩展|延伸|增加|提升|做好|开展|推进|明确|划定|确定|缩小|规范|界定|优化|完善|健全|提高|改善|放宽|细化|简化|统一|调整|制[定订]|严格|执行|公布|创新|改进|建立|加强|突出|聚焦|实施(?!范围|对象|期程|原则|条件)|丰富|强化|合理)';

/** Principles, conditions and scopes, which say for whom and how, and words that are explained. */
const TERMS = new RegExp(
  `^(?!${VERBS})(?:${[
    // 招生原则, 就近入学原则
    '[々〇㐀-鿿𠀀-𲎯]{2,8}原则(?:[和与及、].{1,6})?',
    // 申报条件, 补贴标准, 资助类型和标准, 支持内容
    '[々〇㐀-鿿𠀀-𲎯]{0,8}(?:申报|申请|报名|支持|补贴|补助|资助|奖励|奖补|扶持|认定|遴选|评选|评奖|准入|入选|享受|参赛|参评|录取|招生|招聘|推荐|援助)(?:的)?(?:条件|标准|对象|范围|程序|流程|类型|类别|内容|方式|办法|额度|金额|期限|材料|要求|资格|名额)(?:[和与及、].{2,8})?',
    // 活动对象, 实施范围
    '[々〇㐀-鿿𠀀-𲎯]{0,8}(?:活动|培训|参加|参与|参赛|服务|资助|援助|整治|实施|工作|适用|实行|考核|考评|检查|评价|覆盖|责任|企业|主体和)的?(?:对象|范围)',
    // 名词解释, 指标说明
    '(?:名词|术语|指标|概念|相关名词|用语)(?:解释|说明|定义|释义|含义)|(?:核心|相关)?(?:概念|课题|名词)(?:的)?界定|理论依据|研究(?:方法|假设|对象|价值)',
    // 活动意义, 课题研究的意义, 研究背景, 办学理念
    `(?!(?:宣传|宣讲|讲|阐|挖掘|探|感受|领悟|学习|理解|体会|了解)).{0,16}(?:活动|课题|选题|研究|工作|实践)的?(?:目的[和与及]?)?意义(?:[和与及]目的)?|(?:研究|课题|选题|活动|时代|项目|课题的?提出)的?背景|问题的提出|(?:办学|核心|指导|教育|课程|管理|服务|育人|活动|培训|设计)理念`,
    // 成果形式, 活动地点, 活动口号
    '(?:研究|课题|预期)?成果(?:的)?(?:呈现)?形式|(?:活动|培训|比赛|竞赛|演出|展示|展览)(?:地点|地址|口号|标语|器材|宗旨|名称)(?:[和与及、](?:时间|要求))?',
    // 目的, 依据, 实施期程
    '(?:活动|工作|实施|制定|编制|法令|政策)?(?:目的|依据|缘[起由])(?:[和与及、].{1,6})?|(?:实施|办理)?期程|(?:活动|比赛|培训|实施)?时间(?:[和与及、]?地点)?|(?:活动|比赛|培训)主题|预期(?:成效|效[果益]|成果)',
  ].join('|')})$`,
  'u',
);

const LEADING_LEAF =
  /^(?:切实|进一步)?(?:加强|强化)?(?:工作)?(?:组织领导|组织保障|保障措施|组织实施)$|^附则$|领导小组$|^本/u;

const YEAR = '(?:20\\d\\d年|今年|去年|上年|本年|全年|[上下]半年|上一?学?年度?|20\\d\\d(?:-20\\d\\d)?学年度?)';

/** 做好全年工作总结 is something to do. */
const TO_DO = '^(?:认真|切实|及时)?(?:做好|搞好|抓好|写好|撰写|上报|报送|召开)';

/** In order: a heading that names the year's review is one even if it goes on to 目标. */
const HEADINGS: readonly (readonly [SectionRole, RegExp])[] = [
  // 2025年工作总结; 工作开展情况; 存在的问题; 主要做法和成效; 工作回顾; 学情分析; 优势与不足
  [
    'review',
    new RegExp(
      `(?:(?<!${TO_DO}.{0,50})(?:工作|年度?|建设|主要|基本)(?:总结|回顾)(?!阶段)|^${YEAR}.{0,12}(?:总结|回顾|完成情况|开展情况|情况|成效|成绩)|(?<!,[^,]{0,20}(?:了解|掌握|知晓|通报|汇报|报送|上报|反映|公开|公布|公示)[^,]{0,20})(?:开展|完成|进展|落实|推进|执行|工作|基本|发展)情况(?:和|及|与|汇报|总结|$)|^(?:取得的?)?主要(?:工作)?(?:成效|成绩|做法)|^(?:取得的?)?(?:工作)?(?:成效|成绩|亮点){1,2}(?:和|及|与|$)|存在的?(?:主要|突出|困难|不足|和|与|及|、){0,4}(?:问题|不足|困难|短板)|^(?:主要)?问题(?:和|与|及)|^(?:发展|工作)基础$|^(?:学校|单位|班级|工作|发展)?(?:基本)?(?:概况|现状)(?:分析)?(?:$|[和与及、])|^(?:关键|主要|突出|共性)问题$|^(?:面临|当前).{0,4}形势|^(?:[校学班园生教]情|背景|形势|教材|生源|(?:本班|全班|学校|年级|幼儿园)?(?:基本|班级|学生|幼儿|师资|教师)(?:队伍)?(?:结构|基本)?(?:情况|现状|状况|概况|结构)?)分析$|^(?:主要)?(?:优势|长处|有利条件|机遇)[和与及、](?:劣势|不足|不利条件|挑战|短板)(?:分析)?$|^(?:国内外)?研究现状$)`,
      'u',
    ),
  ],
  // 主要任务; 重点工作安排; 下一步打算: planned, whatever contains them
  [
    'tasks',
    /^(?:主要|重点|具体|年度|工作)(?:工作)?(?:任务|举措|措施|内容|安排)(?:[和与及、].{1,8})?$|^(?:下一?步|下一?阶段|今后).{0,10}(?:打算|计划|安排|思路|举措|措施|任务|要点|重点|工作)$/u,
  ],
  // 总体要求; 指导思想; 工作思路; 基本原则; 适用范围; 充分认识…的重要意义; 开展家校共育的意义
  [
    'guidance',
    /^(?:20\d\d年)?(?:全[县区市省校])?(?:教育)?(?:工作)?的?(?:指导思想|总体(?:工作)?(?:思路|要求|原则|思想)|基本(?:原则|思路|要求|方针)|工作(?:思路|原则|方针|理念)|(?:实施|遵循|推进|坚持|指导)原则|发展(?:思路|理念)|思路|(?:重要|重大|目的)意义|编制依据|(?:工作|编制|实施|政策)背景|适用(?:范围|对象)|序言|引言|前言|规划背景|(?:支持|服务|实施)对象|名词解释)(?:[和与及、].*)?$|^(?:深刻|充分|准确|切实|高度){0,2}(?:领会|认识|把握|理解).{0,40}(?:意义|重要性|必要性|紧迫性)$|^(?:开展|实施|推进|举办).{1,16}的意义$|^(?:为|根据).{2,50}制定本/u,
  ],
  // 招生原则; 申报条件; 名词解释
  ['guidance', TERMS],
  // 工作职责; 考评方式; 其他事项
  ['safeguards', ARRANGEMENTS],
  // 主要目标任务; 总体目标; 2026年工作目标; 发展目标; 经济社会发展主要预期目标; but 聚焦发展目标 is a thing to do
  [
    'objectives',
    /^(?!.*(?:实现|完成|锚定|聚焦|围绕|紧[扣盯]|坚持|落实|强化|明确|瞄准|对[标照]|确保|达成|推[进动]|优化|健全|分解|细化|制[定订]|设定|冲刺|压实|加强|突出|把握|立足|按照|着眼|咬定|追求|奔着))(?!全[力面]|奋力|努力|持续|严格|科学|扎实|超额|切实|深入|积极|大力|着力|稳步|加快|有序|圆满|如期|朝|向|[以为])(?!.*[,。;])[々〇㐀-鿿𠀀-𲎯\d、]{2,24}(?:目标|指标)$|^(?:20\d\d年|“?十[三四五六]五”?时?期?的?)?(?:全[县区市省校])?(?:教育)?(?:主要|总体|工作|发展|具体|年度|行动|计划|预期|阶段性?|基本|建设|创建|培育|奋斗|绩效|时期|改革|核心|量化|近期|远期|中期){0,6}(?:目标|指标)(?:任务|要求|值|指标|[和与及](?:主要|重点)?(?:任务|要求|指标|思路))?$|^(?:目标任务|任务目标|目标要求|总目标)$/u,
  ],
  // 保障措施; 组织领导; 强化组织保障，…; 工作要求; 附则
  [
    'safeguards',
    /^(?:切实|进一步|不断|全面){0,2}(?:加强|强化|健全|完善|落实|做好|做实|优化|夯实|压实|建立|严格|明确|抓好|提供){0,2}(?:各项|教育|工作|党的|政策|有力|坚强|坚实){0,3}(?:保障措施|组织领导|组织保障|组织实施|组织管理与?保障|工作保障|实施保障|条件保障|服务保障|要素保障|政策保障|制度保障|工作要求|有关要求|相关要求|保障机制|保障体系|保障)$|^(?:切实|进一步|不断|全面)?(?:加强|强化|健全|完善|落实|做好)?(?:组织领导|组织保障|保障措施|组织实施)[和与及、,]|^(?:工作要求|有关要求)(?:[和与及、,].*)?$|组织领导(?:和|与|$)|领导小组$|^(?:组织|领导)机构|^附则$|^(?:其他|有关)?(?:事项|说明|其他)$|^施行(?:日期|时间)?$|^本(?:措施|办法|意见|方案|政策|计划|细则|规定)(?:自|由|从|有效|适用|的?解释|试?施行)/u,
  ],
];
