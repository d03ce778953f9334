import type { Block, Passage } from '../../plan/block.ts';
import type { FieldRole, PartyKind } from '../../plan/plan.ts';
import { unnumbered, unnumberedAt } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';
import { isBody, isCertain, isGroup } from '../fields/bodies.ts';
import { partiesIn } from '../fields/parties.ts';
import { isFirmlySurnamed, isHolder, isPerson, withoutPost } from '../fields/persons.ts';
import { isSectional, type Mark } from './numbering.ts';
import { type Heading, roleOf } from './roles.ts';

/** Who does what stands below a heading, as its words say; the span is into these. */
export interface Owner extends Span {
  readonly role: FieldRole;
  readonly kind: PartyKind;
}

/** The body that a heading is: `基础教育科`, `教务处工作`, `规划科牵头任务（3项）`, `由规划科牵头，各乡镇配合的任务`, `【人事股】`. */
export const bodyIn = unnumbered(({ folded }: Heading) => ownerAs(folded, HEADING_BODY));

/** The body that a heading is beside others that are certain: `图书馆` between 教导处 and 总务处. */
export const bodyBeside = unnumbered(({ folded }: Heading) => ownerAs(folded, BESIDE_OTHERS));

function ownerAs(folded: string, heading: RegExp): readonly Owner[] | undefined {
  const { opens = '', body, lead, helpers } = heading.exec(folded)?.groups ?? {};
  if (body === undefined) return undefined;
  const start = opens.length;
  const owner: Owner = {
    role: lead === undefined ? 'unit' : 'lead',
    kind: 'unit',
    start,
    end: start + body.length,
  };
  if (helpers === undefined) return [owner];
  const from = folded.indexOf(helpers, owner.end);
  const found = partiesIn({ text: folded, raw: folded }, from, from + helpers.length, false);
  if (!found.every(({ name }) => isBody(name) || isGroup(name))) return undefined;
  return [owner, ...found.map(({ kind, span }): Owner => ({ role: 'support', kind, ...span }))];
}

/**
 * Those whom a heading names beside what is to be done: a person with the post or office (`党组书记、局长 周晓`, `校长：周晓`,
 * `女工部：周晓`), or who stands in a bracket or behind a dash at its end (`党建工作（周晓）`, `人事工作（人事科）`, `城市建设——县住建局牵头`).
 */
export const namedIn = unnumbered(({ folded }: Heading): readonly Owner[] | undefined => {
  if (folded.length > LONGEST_PERSON) return undefined;
  const [whole, before = '', inner = '', verb = ''] =
    HEADING_BRACKET.exec(folded) ?? HEADING_DASH.exec(folded) ?? [];
  if (whole === undefined) return personIn(folded) ?? officeAndPerson(folded);
  const head = before.slice(0, -1).trim();
  if (isHolder(inner))
    return isPerson(head) ? [{ role: 'lead', kind: 'person', start: 0, end: head.length }] : undefined;
  const found = partiesIn({ text: folded, raw: folded }, before.length, before.length + inner.length, false);
  const named = found.every(({ kind, name }) => kind === 'person' || isOfficeAlone(name));
  if (!named || found.length === 0) return undefined;
  const leads = /牵头|主抓/u.test(verb);
  return found.map(({ kind, span }) => ({
    role: leads || kind === 'person' ? 'lead' : 'unit',
    kind,
    ...span,
  }));
});

/**
 * The person with the post who leads all that a heading holds: `王立新市长主抓重点工作`, `周晓同志牵头负责的工作`. 江北镇书记 and 徐州市长 are of a place;
 * it is `unsure` whether 周晓县长 is, as 高淳区长 would be.
 */
export const leaderIn = unnumbered(
  ({ folded }: Heading): (Owner & { readonly unsure: boolean }) | undefined => {
    const who = folded.length > LONGEST_PERSON ? undefined : LED.exec(folded)?.[1];
    const { from, to } = withoutPost(who ?? '', false);
    if (who === undefined || to - from >= who.length) return undefined;
    const [name, post] = [who.slice(from, to), who.slice(to).trim()];
    const ofPlace = OF_PLACE.test(post);
    if (ofPlace && (PLACE.test(name) || !OF_PERSON.test(post))) return undefined;
    return { role: 'lead', kind: 'person', start: from, end: to, unsure: ofPlace && !isFirmlySurnamed(name) };
  },
);

const OF_PLACE = /^(?:[省市县区州旗镇乡]|街道)/u;
const OF_PERSON = /^(?:.长|[市县区]委书记)$/u;
/** What names of places end in. */
const PLACE = /[州山庄村店镇江河湖海阳城桥口港川水陵岭泉溪湾岛坊集屯营堡沟坪家仓浦石冈关]$/u;

const LED =
  /^([々〇㐀-鿿𠀀-𲎯 ]{4,24}?)(?:同志)?(?:主抓|牵头|分管|负责|包抓|领办){1,2}的?(?:年度|重点|主要){0,2}(?:工作|任务|项目|事项)$/u;

function personIn(folded: string): readonly Owner[] | undefined {
  const text = folded.replace(':', ' ');
  const [person, ...others] = partiesIn({ text, raw: text }, 0, text.length, true);
  const { start = 0, end } = person?.span ?? {};
  const alone = others.length === 0 && start > 0 && end === text.length;
  return alone && isHolder(text.slice(0, start).trim())
    ? [{ role: 'lead', kind: 'person', start, end }]
    : undefined;
}

/** `女工部：周晓` */
function officeAndPerson(folded: string): readonly Owner[] | undefined {
  const colon = folded.indexOf(':');
  if (colon < 0 || !isOfficeAlone(folded.slice(0, colon))) return undefined;
  const persons = partiesIn({ text: folded, raw: folded }, colon + 1, folded.length, false);
  if (persons.length === 0 || !persons.every(({ kind }) => kind === 'person')) return undefined;
  const office: Owner = { role: 'unit', kind: 'unit', start: 0, end: colon };
  return [office, ...persons.map(({ kind, span }): Owner => ({ role: 'lead', kind, ...span }))];
}

/** In characters, with the post. */
const LONGEST_PERSON = 40;

/** The body whose duty the words of a paragraph from `from` on state; that depends on its number alone. */
export const dutyAt = unnumberedAt(
  ({ text }: Passage, from: number) => DUTY.exec(text.slice(from, from + 40))?.groups?.body,
);

/** The body before the colon that words from `from` on begin with: 教导处 of `教导处：检查教案`. */
export const bodyBeforeColon = unnumberedAt(
  ({ text }: Passage, from: number) => BEFORE_COLON.exec(text.slice(from, from + 40))?.groups?.body,
);

/**
 * The unnumbered lines that are a body or a person with the post, each right above items of its own, the first items
 * that there are among them: `人事股` ⏎ `1.招聘教师。` One alone may be anything, and so may they all below months where a list
 * there is of something else: `安全教育` ⏎ `1.开展演练。`
 */
export function officeLines(
  blocks: readonly Block[],
  written: readonly (Mark | undefined)[],
  months: ReadonlySet<Block>,
): ReadonlySet<Block> {
  const isItem = (i: number) => {
    const mark = written[i];
    return mark !== undefined && !isSectional(mark.style);
  };
  const headed = blocks.filter((block, i) => !written[i] && isItem(i + 1) && isOfficeBeside(block));
  const certain = headed.filter(isOffice);
  const lines = new Set(new Set(certain.map(({ text }) => text)).size > 1 ? headed : certain);
  const first = blocks.findIndex((_, i) => isItem(i));
  const [opening] = lines;
  const opens = opening !== undefined && opening === blocks[first - 1];
  if (!opens || new Set([...lines].map(({ text }) => text)).size < 2) return new Set();
  if (months.size === 0) return lines;
  const others = blocks.filter(
    (block, i) =>
      i > first &&
      !written[i] &&
      !lines.has(block) &&
      !months.has(block) &&
      isItem(i + 1) &&
      written[i + 1]?.value === 1 &&
      subjectRole(block),
  );
  return others.some((block) => subjectRole(block) === 'tasks') ? new Set() : new Set([...lines, ...others]);
}

/** What a few words alone on a line are for; undefined for any other line. */
const subjectRole = unnumbered(({ text }: Passage) => {
  const subject = SUBJECT.exec(text)?.[1];
  return subject === undefined ? undefined : (roleOf(subject) ?? 'tasks');
});
const SUBJECT = /^([々〇㐀-鿿]{2,8}) {0,2}:?$/u;

const isOffice = unnumbered(
  ({ text }: Passage) =>
    text.length <= LONGEST_PERSON && (HEADING_BODY.test(text) || personIn(text) !== undefined),
);

const isOfficeBeside = unnumbered(
  (passage: Passage) => isOffice(passage) || (passage.text.length <= 8 && BESIDE_OTHERS.test(passage.text)),
);

/** The mark of an office without a number. */
export function officeMark(): Mark {
  return { style: 'office', number: '', value: 0, from: 0, to: 0, bodyFrom: 0 };
}

/** Words that lead in a thing to do: 建设实验室 is none who does it. */
const DOING =
  '(?:建|打造|改|新|扩|成立|设立|组建|升级|配|创|完善|推|加|做|办|提|优化|规范|开|整|健全|修|维|更|培|启|清|检查|走访|申报|争|评|抓|强|深|落实|巩固|支持|发展|管|用好|实施|开展|举办|参加|组织)';

const OFFICE =
  '(?:[局委办科股处部厅署室]|办公室|中心|街道(?:办事处)?|镇|乡|大队|支队|公司|学校|[中小]学|幼儿园|工会|团委|妇联|少先队|政府|管委会|组|集团|(?<=卫生|派出|研究|事务|司法)所)';

/** What is in a school, and nobody's office: 图书室, 实验室. */
const ROOM = '[々〇㐀-鿿𠀀-𲎯]{0,4}(?:图书|阅览|微机|机|实验|音乐|美术|舞蹈|活动|器材|功能|教|展览|陈列)室';

/** 办公室 and 发展规划科 begin as things to do, and are none. */
const BODY = `(?<body>(?!${DOING}|${ROOM}|由)[々〇㐀-鿿𠀀-𲎯()、]{1,16}?${OFFICE}|办公室|(?!成立|设立|组建|打造|新建)[々〇㐀-鿿𠀀-𲎯]{2,5}[科股处])`;

/** Whether a name is that of an office, and neither a school nor a thing to do: 县水利局; not 新建县博物馆. */
export function isOfficeAlone(name: string): boolean {
  return OFFICE_ALONE.test(name) && !SCHOOL.test(name);
}

/** Whether a name is that of who can be neither a place (县体育馆, 县体育中心) nor what is worked on (5所学校). */
export function isTeam(name: string): boolean {
  return TEAM.test(name) || (isOfficeAlone(name) && isCertain(name) && !name.endsWith('中心'));
}

const TEAM = /^[々〇㐀-鿿𠀀-𲎯]{2,}组$/u;

/** Whether words begin as a thing to do: 新建操场, 建成县第三中学. */
export function isToDo(words: string): boolean {
  return TO_DO.test(words);
}

const TO_DO = new RegExp(`^${DOING}`, 'u');
const OFFICE_ALONE = new RegExp(`^${BODY}$`, 'u');
const SCHOOL = /(?:[校学园组镇乡])$/u;

/** What is done, and who: `党建工作（周晓）`. */
const HEADING_BRACKET = /^([^()]{2,30}\()([^()]{2,24})\)$/u;
/** `城市建设——县住建局牵头` */
const HEADING_DASH = /^([^()—]{2,30}—{1,2})([^()—]{2,24}?)(牵头负责|牵头|负责|主抓)$/u;

const HEADING_BODY = new RegExp(
  `^(?<opens>[【[]?由?)${BODY}(?:(?<lead>牵头)(?:负责)?(?:,(?<helpers>[々〇㐀-鿿𠀀-𲎯、]{2,40})(?:配合|协办|参与))?|负责|承担|主办)?(?:的?(?:重点|主要|年度)?(?:工作|任务|事项)(?:计划|安排|要点|任务|清单)?)?(?:\\(共?\\d{1,3}[项条件]\\))?[】\\]]?:?$`,
  'u',
);

/** What may be a body of a school, and a place or a subject as well. */
const BESIDE_OTHERS =
  /^(?<opens>【?)(?<body>工会|团委|妇联|少先队|大队部|学生会|家委会|党支部|党总支|图书[馆室]|食堂|门卫|后勤|财务|保卫|校医|班主任|各班|[高初]?[一二三四五六七八九]年级|[高初][一二三])(?:工作)?】?:?$/u;

/** Offices of a school; other bodies may be those whom the work is for: `1.县财政局：审计预算执行情况`. */
const BEFORE_COLON =
  /^(?<body>办公室|(?:教[导务科研]|总务|政教|德育|学工|后勤|体卫|安全|保卫|科研)(?:处|室|办公室)): ?(?=[々〇㐀-鿿𠀀-𲎯“《])/u;

const DUTY = new RegExp(
  `^${BODY}(?:(?:\\((?:含|包括)[^()]{1,20}\\))?[:。,] ?(?:主要|具体|牵头|统一)?(?:负责|牵头|承担|落实|做好|组织|会同|配合|指导|协调|统筹|制[定订]|督促|查处|提供|按照|加强|开展|参与|协助|监督|履行)|(?:主要|具体|牵头)?(?:负责|牵头|承担))`,
  'u',
);
