import type { FieldRole } from '../../plan/plan.ts';
import { isUnfixed } from '../../text/dates.ts';
import { isBody, isGeneral, isGroup, isStaff } from './bodies.ts';
import { nests } from './nesting.ts';
import { isPerson, withoutPost } from './persons.ts';

/** A part of an owner statement; offsets are into the text. */
export interface Clause {
  readonly from: number;
  /** Without its verb. */
  readonly to: number;
  readonly end: number;
  /** What its verb says; `own`: that those named do what the statement says anyway (按职责分工). */
  readonly verb: FieldRole | 'own' | undefined;
  /** Whether the verb alone makes a statement: 牵头, 负责, 配合, and not 指导 or 开展, which any sentence may end in. */
  readonly firm: boolean;
  /** Whether it is a time, and which. */
  readonly time: Time | undefined;
}

/**
 * `due`: by when, or how long (`6月底前`, `持续推进`); `goal`: what by when (`6月底前完成初赛`); `plain`: a date and no
 * more (`6月`); `other`: `7月1日起施行`.
 */
export type Time = 'due' | 'goal' | 'plain' | 'other';

/**
 * The clauses of an owner statement: cut at `,` `;` and `。` outside of brackets, at `、` behind a verb or before a date,
 * and at a space between a name and a time.
 */
export function clausesOf(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number) => {
    const clause = text.slice(start, end);
    if (clause.trim()) clauses.push(...readClause(clause, start));
    start = end + 1;
  };
  for (let i = from; i < to; i += 1) {
    const character = text[i] ?? '';
    const step = nests(character);
    if (step !== 0) depth = Math.max(0, depth + step);
    else if (depth === 0 && /[,;。]/u.test(character)) push(i);
    else if (depth === 0 && character === '、' && endsHere(text, start, i, to)) push(i);
    else if (depth === 0 && character === ' ' && partsNameAndTime(text, start, i, to)) push(i);
  }
  push(to);
  return clauses;
}

function endsHere(text: string, start: number, at: number, to: number): boolean {
  if (ENDS_WITH_VERB.test(text.slice(Math.max(start, at - 12), at))) return true;
  // `6月底完成初赛、11月底完成决赛` is one.
  if (timeOf(text.slice(start, Math.min(at, start + LONGEST_TIME)))) return false;
  const next = text.slice(at + 1, Math.min(to, at + 17)).split(/[、,;。]/u, 1)[0] ?? '';
  const time = timeOf(next);
  return time === 'due' || (time === 'plain' && OF_CALENDAR.test(next));
}

/** `周三`, `双周三下午`, `3月10日`: no name begins so. */
const OF_CALENDAR = /^(?:[单双]?周|[单双]月|星期|\d)/u;

/** Whether the blank `at` stands between a name and a time: `人事科 3月底前`, `各班  全年`, `第1周 德育处`, `3月底前 各年级`. */
function partsNameAndTime(text: string, start: number, at: number, to: number): boolean {
  if (at - start > LONGEST_TIME) return false;
  const [next = ''] = text.slice(at + 1, Math.min(to, at + 1 + LONGEST_TIME)).split(/[、,;。]/u, 1);
  if (next.length >= LONGEST_TIME) return false;
  const before = text.slice(start, at);
  const last = before.slice(before.lastIndexOf('、') + 1).trim();
  return ((isWho(last) || isStaff(last)) && isWhen(next)) || (isWhen(before) && isWho(next.trim()));
}

/** Whether words are a name and nothing else: 各年级, and not 各校开展活动; 后勤 is one beside others alone. */
function isWho(name: string): boolean {
  return isBody(name) || (isGroup(name) && name.length <= LONGEST_GROUP);
}

/** In characters: 各中小学校. */
const LONGEST_GROUP = 5;

function isWhen(words: string): boolean {
  const time = timeOf(words);
  return time !== undefined && time !== 'other';
}

/** No words that say who or when are longer. */
const LONGEST_TIME = 100;

/** `李向前`, `副县长李向前`, `水利局李向前`: a whole name, alone or behind who it is. */
function isSomebody(words: string): boolean {
  const before = words.slice(0, -3);
  return endsInPerson(words) || (isPerson(words.slice(-3)) && (isBody(before) || isPerson(before)));
}

/** What time a clause says, if any. */
export function timeOf(clause: string): Time | undefined {
  if (GOING_ON.test(clause)) return 'due';
  if (SEASON.test(clause) || OF_TERM.test(clause)) return 'plain';
  const words = clause.trim();
  if (!DATED.test(clause)) return isUnfixed(words) && !isSomebody(words) ? 'plain' : undefined;
  if (!/\d|[年月]底前/u.test(clause) && isBody(words)) return undefined;
  if (DUE.test(clause)) return 'due';
  if (PLAIN.test(clause)) return 'plain';
  return BY_THEN.test(clause) ? 'goal' : 'other';
}

/** How a clause begins that is a date: `于6月底前完成`, `力争2026年10月`, `第三季度`, `年底前`. */
const DATED =
  /^\s*(?:(?:(?:分别|分[两三四]批)?于|分别在|在|至|到|拟于|拟|计划|预计|力争|确保|务必|争取|原则上|此后|每)\s*)?(?:\d{4}年|(?:\d{1,2}[~—–\-至到]{1,2})?\d{1,2}月|[年月][底末内]|[上下](?:、下)?半年|第?[一二三四]季度|每半?[天日旬年月周季学]|每[一二两三四六]个?[年月周]|半年[一1]次|长期|持续|[长常]年|全年|[春秋]季|学期|今年|当年|明年|本年|暑[期假]|寒假|(?:国庆|元旦|“?(?:[五六七八]一|十一|三八|五四)”?)(?=节|之?前|假期)|(?:妇女|植树|劳动|青年|儿童|建党|建军|教师|春|元宵|清明|端午|中秋)节|主?汛期?(?=之?前|内|间|结束)|入[汛冬]|开学|(?:高考|中考)(?=之?前))/u;
const BY_THEN = /[月日年旬度期末内底节假汛冬考旦庆一四八]”? *(?:之|以)?前|[年月][底末内]|(?:期|季度)[末内]/u;
/** When there is most of it, and no day: 汛期, 节假日. */
const SEASON = /^\s*(?:主?汛[期前后]|节假日|双休日|周末)\s*$/u;
/** 第3周, 第5—6周, 单周周一, 全学期, 期中考试后 */
const OF_TERM =
  /^\s*(?:第?\d{1,2}(?:[~—–\-至]{1,2}\d{1,2})?周|[单双]周(?:周?[一二三四五六日])?|全学期|期[中末]考试[前后])\s*$/u;
/** How it ends: by then, or done. */
const DUE =
  /(?:(?:[月日年旬度期末内底学节假汛冬考旦庆一四八]”? *(?:之|以)?前|[年月][底末内]|(?:期|季度)[末内])|完成|办结|到位|建成|完工|见效|达标|销号|推进|坚持|启动|出台|印发|投用|使用|运营|开展|落实|(?:取得)?(?:阶段性|明显|初步)?(?:成效|进展))\s*$/u;
/** `2024年5月`, `8月15日—20日`, `第三季度`, `每学期一次`. */
const PLAIN = /^[\d年月日号上中下旬半第一二两三四季度春秋寒暑假期学每周各次个全本今当至到和、~—–\-\s]+$/u;
/** What goes on and on: 持续推进, 常态化开展, 按进度推进, 长期坚持, 根据上级部署落实, 视情况启动. */
const GOING_ON =
  /^\s*(?:以后)?(?:长期|持续|[长常]年|即日起|“?十[一二三四五六七八九]五”?(?:时期|期间)|随时|全年|常态化?|动态|经常性?|贯穿(?:始终|[^、,;。]{0,3}[年期季])|适时|及时|尽快|尽早|立即|即时|抓紧|分(?:年度?|步|阶段|批次?)|逐[年月季步]|每[天日周月季年]|稳步|有序|压茬|加快|扎实|滚动|梯次|全力|深入|如期|按(?:时限?|期|季度?|月度?|周|日|年度?)|按(?:照|工作|计划|时间|序时|项目|任务|建设|既定|节点|时序|要求)*(?:进度|节点|时序|计划|序时)|根据(?:工作|任务)?进[度展]|(?:按照?|根据|依据|依照)(?:上级|国家|中央|国务院|全?[省市州区县])(?!.{0,12}(?:职[责能权]|分工|权限))[^、,;。]{0,10}(?:时间|时限|安排|部署|规定|通知|要求)|视[々〇㐀-鿿𠀀-𲎯]{0,6}(?:情况?|进度|进展|需要)|根据[^、,;。]{0,6}(?:情况?|预警|需要)|按(?:工作|实际|业务)?需要?|不?定期|分期分批|分[两三四]?批次?)(?:要求)?[并且、]?(?:化|性|地)?(?:长期|持续|不断|常态化?|逐步|有序|坚持|推进|推动|实施|开展|落实|抓好|进行|完善|执行|整改|深化|巩固|跟进|优化|提升|加强|做好|保持|完成|管理|更新|组织|稳步|及时|启动|调整|跟踪|开始|办理|转移|处置|调度)*\s*$/u;

/** `甲牵头、乙负责` and `甲牵头乙配合` put two clauses in one breath; 牵头单位 is no verb. */
const ENDS_WITH_VERB = /(?:牵头|负责|配合|(?<!政)协办|主办|落实|参与|指导|支持|协助)$/u;
const RUN_ON =
  /^(.{2,60}?(?:牵头|主办)(?!单位|部门|科室|处室|股室|领导|机构|学校|人|的))(?:[,、;]?\s*)(?=.{2,200}(?:配合|负责|参与|协助|落实|协办|协作|支持)$)/u;

function readClause(clause: string, at: number): Clause[] {
  const runOn = RUN_ON.exec(clause);
  const second = runOn ? clause.slice(runOn[0].length) : '';
  if (runOn?.[1] && (isBody(bodyBeforeVerb(second)) || isGroup(second))) {
    return [...readClause(runOn[1], at), ...readClause(second, at + runOn[0].length)];
  }
  // 规划科于6月底前完成
  const by = /(?<=[々〇㐀-鿿𠀀-𲎯)])于(?=\d|年[底内])/u.exec(clause)?.index ?? 0;
  if (by > 0 && timeOf(clause.slice(by)) === 'due' && endsInBody(clause.slice(0, by)))
    return [...readClause(clause.slice(0, by), at), ...readClause(clause.slice(by), at + by)];
  const end = at + clause.length;
  const time = timeOf(clause);
  const found = time ? undefined : (inChargeIn(clause) ?? verbIn(clause));
  const { verb, firm = false } = found ?? {};
  return [{ from: at, to: at + (found?.at ?? clause.length), end, verb, firm, time }];
}

/** `周晓分管`, `县财政局负总责`: of whoever is to lead; 为主 alone is said of other things, too, and 乡镇负总责 of no one. */
function inChargeIn(clause: string): ReturnType<typeof verbIn> {
  const at = clause.search(/(?:分管|主抓|包抓|负总责|(?<!^\s?以.{0,30})为主(?:负责)?)\s*$/u);
  const names = clause.slice(0, Math.max(at, 0)).trim();
  if (names === '' || isGeneral(names) || !(isPerson(names) || endsInBody(names))) return undefined;
  return { verb: 'lead', firm: !clause.includes('为主'), at };
}

function bodyBeforeVerb(clause: string): string {
  return clause.slice(0, verbIn(clause)?.at);
}

/** The verb that ends a clause, with the adverbs before it. */
function verbIn(clause: string): (Pick<Clause, 'verb' | 'firm'> & { readonly at: number }) | undefined {
  for (const [verb, firm, pattern] of VERBS) {
    const at = verbAt(pattern, clause);
    if (at === undefined) continue;
    const names = clause.slice(0, at);
    if (!(firm || endsInBody(names) || (OVERSEEN.test(clause) && endsInPerson(names)))) continue;
    // 县财政局提供技术支持
    const object = endsInBody(names) ? undefined : objectVerbIn(clause);
    return object ?? { verb, firm, at };
  }
  return objectVerbIn(clause);
}

/** 县财政局提供资金保障, 县住建局负责施工许可: the body, what it does, and to what. */
const WITH_OBJECT =
  /^(?<names>.{2,60}?)(?<verb>牵头|负责|承担|落实|配合|协助|指导|督促|监督|(?:积极|及时|足额|切实|全力|依法|会同)*(?:提供|做好|抓好|给予|予以|加强|强化|加大|拨付|安排|制定|出台|开展|组织|统筹|保障|推进|推动|建立|完善|研究|提出|细化|调度|审核|监测|办理|确保))(?!单位|部门|[科处股]室|机构|领导|小组|人|者|的)(?<object>[^、,;的]{2,14})$/u;

function objectVerbIn(clause: string): ReturnType<typeof verbIn> {
  const { names = '', verb = '', object = '' } = WITH_OBJECT.exec(clause)?.groups ?? {};
  if (verb === '' || names.trim() === '' || !endsInBody(names)) return undefined;
  // 市委组织部 团市委
  if (isBody(object) || isBody(object.split(' ', 1)[0] ?? '')) return undefined;
  const role = verb === '牵头' ? 'lead' : /负责|承担|落实/u.test(verb) ? 'unit' : 'support';
  return { verb: role, firm: false, at: names.length };
}

/** 县财政局做好保障, and not 后勤保障, which is a name; nothing before the verb: 县财政局指导、监督. */
function endsInBody(names: string): boolean {
  if (names.trim() === '') return true;
  const last = lastOf(names);
  return last.length >= 2 && (isBody(last) || isGroup(last));
}

/** `张伟督办`, `副局长张伟督导`: what a person does, too. */
function endsInPerson(names: string): boolean {
  const last = lastOf(names);
  const { from, to } = withoutPost(last, false);
  return isPerson(last.slice(from, to));
}

const OVERSEEN = /督[办导查促]\s*$/u;

/** The last of names that stand side by side. */
function lastOf(names: string): string {
  return names.slice(names.search(/(?<![^、;,和及与])[^、;,和及与]*$/u)).trim();
}

/** Where the verb that ends a clause begins; a verb with its adverbs is never longer than the stretch looked at. */
function verbAt(pattern: RegExp, clause: string): number | undefined {
  const tail = Math.max(0, clause.length - 48);
  const verb = pattern.exec(tail === 0 ? clause : clause.slice(tail));
  return verb?.[0] ? tail + verb.index : undefined;
}

/** By what the work is shared out: 按职责分工, 根据各自职责, 依职责, 按分工, 结合职能. */
const BY =
  '(?:在(?:各自|本部门|本单位)*(?:职责|职权|职能)范围内|(?:按照?|根据|依据|依照?|结合|对照|围绕)(?:[各自部门单位分管主理职责能工领域权限任务行业属地的、和及有关相本要求原则范围上级县市区省委政府实际情况需文件]){1,14})';
/** How it is done. */
const HOW =
  '(?:分工|分别|分头|贯彻|共同|具体|各自|联合|协同|密切|积极|主动|认真|切实|全力|全面|统一|同步|依法|一起|予以|给予|提供|加强|(?<![会党团济作层治业])组织|统筹|协调|全程|跟踪|合力|做好|抓好)';

/** 行业协会组织实施, and not 社会组织实施. */
const CARRIES = '(?<!社会|[行农]业|[党团济作层治])组织(?=实施)';

/** The verbs that end a clause: 共同牵头; 按职责分工配合; 等分别负责落实; 做好保障; 按职责分工. */
const VERBS: readonly (readonly [FieldRole | 'own', firm: boolean, RegExp])[] = [
  [
    'lead',
    true,
    new RegExp(
      `等?(?:${BY}|${HOW}|负责|总)*(?:牵头|主办|主责|抓总)(?:抓总|负责|落实|组织|实施|办理|推进|协调|统筹|做好|制定|开展|会同)*\\s*$`,
      'u',
    ),
  ],
  [
    'support',
    true,
    new RegExp(
      `等?(?:${BY}|${HOW}|负责|按职责)*(?:配合|(?<!政)协办|参与|参加|协助|协作|支持)(?:配合|落实|实施|做好|推进|开展|工作|负责)*\\s*$`,
      'u',
    ),
  ],
  [
    'support',
    false,
    new RegExp(
      `等?(?:${BY}|${HOW}|负责)*(?:指导|督导|监督|督促|跟进|对接|把关|督查|督办|监管|保障|支撑|(?<!统筹|组织)协调|服务|技术支持)(?:(?:和|与|、)?(?:指导|监督|检查|保障|服务|协调|支持|支撑|工作))*\\s*$`,
      'u',
    ),
  ],
  [
    'unit',
    true,
    new RegExp(
      `等?(?:${BY}|${HOW}|${CARRIES})*(?:负责|落实|实施|承办|推进|办理|执行|承担|完成)(?:负责|落实|实施|推进|组织|完成|执行|办理|承办|具体)*\\s*$`,
      'u',
    ),
  ],
  [
    'unit',
    false,
    new RegExp(`等?(?:${BY}|${HOW})*(?:开展|推动|统筹|协调|协同|抓好)(?:协调|推进|工作)*\\s*$`, 'u'),
  ],
  [
    'own',
    true,
    /等?(?:分别|共同)?(?:按照?|根据|依据|依照?|结合)(?:各自|部门|本?单位|有关|相关|[的、和及])*(?:职责|职能|分工|分管|权限|领域|任务)(?:职责|职能|分工|权限|领域|任务|范围|要求|[的、和及])*\s*$/u,
  ],
];
