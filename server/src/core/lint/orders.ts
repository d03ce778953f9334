import { type Block, blockAt, type Passage } from '../plan/block.ts';
import { asking } from '../plan/citing.ts';
import { type Field, foldedIn, type Plan, paragraphsIn, type Task } from '../plan/plan.ts';
import { fold } from '../text/fold.ts';
import { unnumberedAt } from '../text/known.ts';
import { remembered } from '../text/memo.ts';
import { isEqual, type Span } from '../text/text.ts';

/**
 * Whether all but a few of `tasks` are orders: words that tell somebody to do something, in the title or at the head of a
 * clause. What an application must hold, whom an award is open to, what a certificate says and what a term means stand
 * numbered in plans too; nobody is asked to do them.
 */
export const areOrders = remembered((plan: Plan): boolean => {
  const tasks = ownTasks(plan);
  const orders = tasks.filter((task) => isOrder(fold(task.title), () => ordersIn(plan, task)));
  const others = tasks.length - orders.length;
  return others * FEW_OF <= tasks.length || (others === 1 && orders.length > 1);
});

function ownTasks({ tasks }: Plan): readonly Task[] {
  return tasks.filter(({ role }) => role === 'task');
}

/** Whether the words of a task order something, its fields left out. */
function ordersIn(plan: Plan, task: Task): boolean {
  const paragraphs = paragraphsIn(plan, task.span);
  const held = paragraphs && holdersIn(task.fields, paragraphs);
  if (!paragraphs || !held) return ORDER_IN.test(wordsOf(plan, task));
  return paragraphs.some((paragraph, i) => {
    const { start } = paragraph.span;
    const holder = held.get(i);
    return ordersAt(paragraph, (holder?.start ?? start) - start, (holder?.end ?? start) - start, i > 0);
  });
}

/** The one holder of all fields in each paragraph that has some, by its index; undefined where one has several. */
function holdersIn(
  fields: readonly Field[],
  paragraphs: readonly Block[],
): ReadonlyMap<number, Span> | undefined {
  const held = new Map<number, Span>();
  let last: Span | undefined;
  for (const { holder } of fields) {
    if (last && isEqual(holder, last)) continue;
    last = holder;
    for (let i = Math.max(0, blockAt(paragraphs, holder.start)); i < paragraphs.length; i += 1) {
      const { start = holder.end, end = start } = paragraphs[i]?.span ?? {};
      if (start >= holder.end) break;
      if (end <= holder.start) continue;
      if (!isEqual(held.get(i) ?? holder, holder)) return undefined;
      held.set(i, holder);
    }
  }
  return held;
}

/** Whether a paragraph without what stands between two indexes orders something; `below`: not at the head of its task. */
const ordersAt = unnumberedAt(({ text }: Passage, from, to, below: boolean) =>
  ORDER_IN.test(`${below ? '\n' : ''}${text.slice(0, from)}${text.slice(to)}`),
);

/** The words of a task without its fields, whose labels order nothing: `；完成时限：`. */
function wordsOf(plan: Plan, { span, fields }: Task): string {
  let words = '';
  let at = span.start;
  for (const { holder } of fields) {
    if (holder.start > at) words += foldedIn(plan, at, holder.start);
    at = Math.max(at, holder.end);
  }
  return words + foldedIn(plan, at, Math.max(at, span.end));
}

/**
 * Whether half of `tasks` and more say how the work goes about and is watched over (`强化责任落实`, `组织实施阶段`): the
 * demands of a covering notice, the phases of a scheme, and not what is to be done.
 */
export const areDemands = remembered((plan: Plan): boolean => {
  const tasks = ownTasks(plan);
  return tasks.filter(({ title }) => DEMAND.test(fold(title))).length * 2 >= tasks.length;
});

const DEMAND =
  /^(?:切实|进一步|全面|高度)?(?:加强|强化|落实|压实|细化|严格|健全|完善|明确|注重|提高|统一|做好|抓好|狠抓)?(?:组织领导|组织保障|组织实施|工作?责任(?:落实)?|责任(?:落实|分工|担当)?|工作方案|实施方案|(?:统筹|沟通|协调|调度)(?:协调|配合|调度)?|协作配合|督[查导办促](?:考核|检查|落实|问效|指导|通报)?|考核(?:评价|督[查导]|奖惩)?|监督(?:检查|考核|管理)|跟踪问效|宣传引导|舆论引导|思想认识|要求|信息报送|工作落实|资金保障|经费保障)$|阶段(?:\(.*\))?$/u;

/** Whether a task is whatever else there is to do, which has no day and nobody of its own: `完成上级交办的其他工作`, `其他工作`. */
export const isAllElse = asking((title) => ALL_ELSE.test(fold(title)));

const ALL_ELSE =
  /(?:^|[成好办展务])(?:(?:[々〇㐀-鿿、]{0,12}(?:交办|交付|安排|布置|下达|部署)的?)?(?:其[他它](?:各项|有关|相关|日常)?|(?:各项)?临时)性?|(?![々〇㐀-鿿、]{0,10}(?:督察|巡[察视]|信访|群众|人大|政协|督办))[々〇㐀-鿿、]{0,12}交办的?(?:各项)?)(?:工作|任务|事项|事宜)(?:任务)?$/u;

/** Whether a task is that nobody works, which is nobody's work: 国庆节放假, 放寒假, 清明节放假三天, 调休上课. */
export const isHoliday = asking((title) =>
  /^(?:(?:国庆|中秋|端午|清明|劳动|春)节?(?:、(?:国庆|中秋)节?)?|元旦|“?[五十]一”?|学生|全校)?放(?:[寒暑春秋])?假(?:[\d一二两三四五六七]{1,2}[天日])?$|^调休(?:上[课班])?$/u.test(
    fold(title),
  ),
);

/** One of so many may say something else. */
const FEW_OF = 10;

function isOrder(title: string, ordersBelow: () => boolean): boolean {
  // So few characters say nothing of what they are.
  return title.length < 3 || ORDER_AT.test(title) || ENDS_AS_ORDER.test(title) || ordersBelow();
}

/** Whether words begin with what somebody is told to do, and to what: `进一步加强管理`. */
export function opensAsOrder(words: string): boolean {
  return ORDERED.test(words);
}

/** How an order is strengthened: `进一步加强`, `积极稳妥推进`. */
const HOW =
  '(?:进一步|不断|持续|深入|全面|全力|积极|大力|扎实|切实|认真|严格|着力|聚力|加快|加速|稳步|稳妥|有序|有效|有力|统筹|科学|合理|坚决|充分|广泛|逐步|继续|主动|及时|定期|高标准|高质量|高水平|精心|精准|分类|分级|分批|限期|按时|按期|依法|牢牢|努力|重点|同步|协同|共同|联合|统一|适时|超前|系统|自觉|多渠道|多形式|率先|尽快|常态化?)';

const VERBS =
  '推进|推动|推广|推行|推介|建设|建立|建好|建成|构建|组建|新建|改建|扩建|共建|筹建|创建|创设|打造|实施|开展|落实|落细|贯彻|完善|健全|加强|加大|加快|强化|深化|细化|优化|量化|统筹|突出|突破|抓好|抓实|抓紧|抓牢|做好|做实|做强|做大|做优|办好|办理|管好|用好|用足|讲好|守好|守住|守牢|选好|配好|搞好|开好|建强|配齐|配强|配备|配套|培育|培养|培训|发展|形成|实现|提升|提高|提请|提供|提出|保障|保证|保持|保护|巩固|支持|鼓励|举办|举行|召开|组织|制定|制订|出台|编制|编写|编印|修订|印发|启动|坚持|坚定|指导|引导|引进|引育|规范|成立|设立|设置|压实|压减|压缩|压降|发布|发挥|发放|发动|开发|开放|开设|开通|开齐|开足|改造|改善|改进|改革|扩大|扩充|拓展|拓宽|创新|选派|选拔|选树|整合|整治|整改|整顿|排查|治理|检查|督查|督促|督导|考核|考评|评选|评估|评价|宣传|宣讲|倡导|倡议|弘扬|传承|营造|丰富|畅通|夯实|筑牢|壮大|促进|激发|激活|释放|严格|严禁|严控|严查|严防|严把|严肃|控制|遏制|防范|防止|化解|清理|清查|清退|谋划|部署|安排|明确|确定|确立|确保|维护|修复|修缮|完成|学习|围绕|聚焦|瞄准|锚定|立足|依托|探索|试点|参与|配合|协调|衔接|对接|联动|跟踪|监测|监督|监管|检测|抽查|抽检|调查|调研|摸清|摸排|梳理|公开|公布|公示|报送|上报|填报|报告|承办|承接|解决|补齐|补足|补充|缩小|消除|减少|降低|减轻|淘汰|关闭|关停|取缔|查处|查找|打击|打好|打通|惩治|受理|审核|审查|验收|总结|表彰|奖励|资助|救助|帮扶|帮助|关爱|关注|服务|满足|增强|增加|增设|扩增|搭建|织密|申报|争取|争创|力争|注重|重视|利用|运用|应用|采取|执行|履行|承担|负责|调整|精简|简化|减免|取消|下放|转变|转化|升级|更新|更换|维修|购置|采购|安装|投入|稳定|净化|美化|绿化|推选|推荐|培植|扶持|布局|部署|集聚|凝聚|汇聚|树立|遵循|把握|把好|深挖|挖掘|延伸|融入|融合|纳入|结合|按照|分解|对照|对标|赋能|助力|引领|带动|示范|普及|健身|盘活|盘点|用于|划定|划分|核查|核实|核定|认定|登记|建档|归集|共享|联通|互通|攻克|攻坚|研究|研制|研发|试行|试验|选聘|聘请|招聘|招引|招募|吸引|留住|保存|储备|收集|征集|征求|汇总|分析|研判|会商|通报|约谈|问责|追责|兑现|拨付|筹措|统计|测算|节约|节能|回收|循环|种植|造林|灌溉|巡查|巡视|巡护|值守|演练|演习|处置|救援|疏导|化验|接种|筛查|诊疗|随访|签约|走访|慰问|座谈|交流|比武|竞赛|展示|展演|创作|出版|播出|拍摄|放映|开辟|铺设|架设|疏浚|加固|拆除|腾退|搬迁|安置|复垦|确权|颁证|流转|托管|经营|销售|推销|举荐';

/** Characters that begin verbs, and few nouns that an item begins with. */
const VERBAL =
  '[开办补装配修检查组编评培聘购招录种扫清换铺架挂送选训练讲演读写绘打整改扩增减降压控禁防抓促强提优育创争搞把将对让给助帮护守推引申立设调转拆迁征拨发放收用请访听学研试测考审验巡排摸疏拟]';

/** `进一步加强资金监管` */
const ORDER_AT = new RegExp(`^${HOW}{0,4}(?:${VERBS}|${VERBAL})`, 'u');
const ORDERED = new RegExp(`^(?:[应须]|负责|牵头)?${HOW}{0,4}(?:${VERBS})[^。;,:]{2}`, 'u');
/** `教师队伍提质行动`, `园区节能环保提升工程`, `师资队伍建设` */
const ENDS_AS_ORDER = /(?:行动|工程|计划|建设|改革|治理|整治|创建|改造|提升|培训|活动|工作|攻坚战?|试点)$/u;
/** `…。要加强资金监管`, `一是推进…`, `8月底前完成…` */
const ORDER_IN = new RegExp(
  `(?:^|[。;:,、]|[一二三四五六七八九十]是|[月日]底?前)(?:各[々〇㐀-鿿𠀀-𲎯]{1,12})?(?:要|应|须)?${HOW}{0,4}(?:${VERBS})`,
  'u',
);
