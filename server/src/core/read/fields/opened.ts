import type { Passage } from '../../plan/block.ts';
import type { Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { markOf } from '../outline/numbering.ts';
import { endsFirmly, isBody, isCertain, isGeneral, isGroup } from './bodies.ts';
import { timeOf } from './clauses.ts';
import { type LabelAt, type Labels, namedBy, spacedLabelAt } from './labels.ts';
import { isHolder } from './persons.ts';
import { namesAll, type Stated, spacedLabels, statedIn, valuesOf } from './stated.ts';

/**
 * `…。此项工作由市教育局牵头，市财政局参加。`, `责任分工：…`, `由书记周晓同志负责。`: a sentence of its own says who does what stands
 * before it, unless `others` do. Beside a label that names those who lead 分工 alone says it.
 */
export function openedFields(passage: Passage, labels: Labels, others: readonly Stated[]): readonly Stated[] {
  const owning = others.filter(({ role }) => role !== 'deadline');
  const led = owning.length > 0;
  if (!owning.every(({ label }) => label && namedBy(label.text) === 'persons')) return [];
  const { text } = passage;
  const opened = flatMapped(
    matchesIn(text, OPENED),
    ({ index, 0: said, groups: { before = '', opener = '' } = {} }) => {
      const divides = opener.endsWith(':');
      if (led && !divides) return [];
      const start = index + before.length;
      const end = index + said.length;
      const held = { holder: { start, end }, placement: 'clause' } as const;
      const by = BY.test(opener);
      const from = start + opener.length;
      const fields =
        statedIn(passage, from, end, held, undefined, { bare: by }) ??
        (LISTING.test(opener)
          ? statedIn(passage, from, end, held, undefined, { bare: true })?.filter(listsBodies)
          : []) ??
        [];
      const parties = flatMapped(fields, (field) => field.parties);
      // `由县区政府负责` within a text tells of something; at the end of all it is who does it.
      const ends = !by || AT_END.test(text.slice(end));
      const isNamed = ({ name, kind }: Party) =>
        kind === 'person' || (ends && (isBody(name) || isGroup(name)) && !/[要应须将]$/u.test(name));
      const named = by ? parties.every(isNamed) : namesAll(fields, isNamed);
      const isSaid =
        !opener.endsWith('由') ||
        FIXED.test(opener) ||
        (parties.length > 0 && (parties.every(isPersonal) || saysOnly(said)));
      return named && isSaid ? fields : [];
    },
  );
  return opened.length > 0 || led ? opened : closingFields(passage, labels);
}

/** Whether a list without a verb is one of bodies: 各负其责, 由县教育局 and 参照县教育局 are none. */
function listsBodies({ parties }: Stated): boolean {
  return parties.every(({ name }) => (isCertain(name) && !DOING.test(name)) || name === '各地');
}

/**
 * `…。水利所负责实施。`, `…，由水利所牵头，各村配合。`, `…。责任单位为水利所，完成时限为6月底。`, `3.奖品由总务处负责。`: the last words of a paragraph, where
 * they say who does it and nothing else.
 */
function closingFields(passage: Passage, labels: Labels): readonly Stated[] {
  const { text } = passage;
  const sentence = text.slice(-LONGEST).search(LAST);
  const from = Math.max(0, text.length - LONGEST) + sentence;
  if (sentence < 0 || (from === 0 && !markOf(passage))) return [];
  const by = text.slice(from).search(from === 0 ? BY_WHOM : BEHIND_COMMA);
  if (from === 0 && by < 0) return [];
  const start = from + Math.max(0, by);
  const who = by < 0 ? start : text.indexOf('由', start);
  const [, ...clauses] = text
    .slice(start)
    .replace(/[。;\s]{1,4}$/u, '')
    .split(',');
  const labelAt = (words: string, at: number): LabelAt | undefined => {
    const label = spacedLabelAt(words, at, words.length, labels);
    return label && isSaid(words, label) ? label : undefined;
  };
  if (!clauses.every((clause) => HELPS.test(clause) || timeOf(clause) || labelAt(clause, 0))) return [];
  const held = { holder: { start, end: text.length }, placement: 'clause' } as const;
  const label = labelAt(text, start);
  const fields = label
    ? valuesOf(
        passage,
        spacedLabels(text, label, text.length, labels).filter((one) => isSaid(text, one)),
        text.length,
        held,
      )
    : (statedIn(passage, who, text.length, held) ?? []);
  const isFirm = label !== undefined || FIRM.test(text.slice(start));
  if (from === 0 && !isFirm) return [];
  const owns = fields.some(
    ({ role, parties }) => role !== 'support' && parties.some((party) => isFirm || carriesOut(party)),
  );
  const owners = fields.filter(({ role }) => role !== 'deadline');
  if (!owns || owners.length !== 1 || !NAMES_LIST.test(text.slice(who)))
    return owns && owners.every(({ parties }) => parties.every(isSomebody)) ? fields : [];
  const named = flatMapped(owners, ({ parties }) => parties);
  return named.filter(isSomebody).length * 3 >= named.length && named.every(mayBeSomebody) ? fields : [];
}

/** Whether 为 or 是 stands between a label and its value. */
function isSaid(text: string, { role, to }: LabelAt): boolean {
  return role !== 'other' && /[均为是]/u.test(text[to] ?? '');
}

function isSomebody({ name, kind }: Party): boolean {
  const isKnown = kind === 'person' ? !isHolder(name) : isCertain(name);
  return isKnown && !isGeneral(name) && !NO_NAME.test(name);
}

/** `由装备股、各中小学、幼儿园负责`, with no clause before that. */
const NAMES_LIST = /^由?[々〇㐀-鿿𠀀-𲎯、]{2,80}(?:负责|牵头)(?:[,。;\s]|$)/u;

/** A name among surer ones: 幼儿园 of 装备股、各中小学、幼儿园, 云溪资本 of 县国资委、云溪资本; not 用水户, 商家, 面试. */
function mayBeSomebody(party: Party): boolean {
  return (
    isSomebody(party) || /^(?:中小学校?|学校|幼儿园)$|^.{2,}(?:资本|集团|公司|主管部门)$/u.test(party.name)
  );
}

/** In characters; what is longer says more than who does it. */
const LONGEST = 80;
/** The last sentence, if it says who leads or answers, and not in which case: `对困难户，由民政办负责`. */
const LAST =
  /(?<=[。;]\s{0,4}|^)(?!对|[^。;,]{1,20}的,)(?=[^。;:()\s])(?=[^。;]{2,60}(?:(?:负责|牵头)(?:具体|组织|实施|落实|办理|抓总)*|(?<=[^。;,]{3})(?:[承主]办|主抓|落实|(?:组织|具体)?实施))(?:[,、。;\s]|$)|[^。;]{2,9}为)[^。;:]{4,80}[。;\s]*$/u;
const FIRM = /负责|牵头/u;
/**
 * A name as bodies have them in plans: 县水利局, 总务处. `各级各部门落实` is asked of everybody, `引进专业公司实施`, `转县信访局落实`
 * and `严格落实` say how, and `乡村学校实施` says where.
 */
function carriesOut({ name, kind }: Party): boolean {
  return kind === 'unit' && CARRIER.test(name) && (endsFirmly(name) || OPEN_END.test(name));
}

const CARRIER =
  /^(?:(?:[省市县区镇乡](?![内外里域城区村际间]|场(?!监)|级(?!.*(?:[局委]|部门|政府)$))|[各本][校院局站省市县区镇乡]|学校)(?!.*(?:在|[核定批议]后|以[上下]|企业|请|引[进入]|委托|联合|会同|协[调助]|与))[々〇㐀-鿿𠀀-𲎯]{2,}|[々〇㐀-鿿𠀀-𲎯]{2}(?<![省市县区总分上])[局科股处]|(?:党政|综合|校)?办公室)$/u;
const OPEN_END = /[馆站社会]$/u;
/** How somebody does it, which is no part of what is done: `后勤仍由…`, `印卷，具体由…`, `按规定由…`. */
const HOW = '(?:仍|具体|统一|分别|主要|必须|原则上|依法|[按依]照?(?:法律|规定|职责|职能|分工))';
/** Not in which case, and not who does not do it, did it or has the damage: `过去由…`, `一切后果由…`. */
const BY_WHOM = new RegExp(
  `(?<=[\\d々〇㐀-鿿][々〇㐀-鿿],?|[”》],|\\)[々〇㐀-鿿],)(?<!的,?|[不应可也都均将曾]|过去|以[前往]|此前|目前|后果|责任|损失|${HOW})${HOW}?由(?=.{2})`,
  'u',
);
const BEHIND_COMMA = new RegExp(`(?<=[^的],)${HOW}?由(?=.{2})`, 'u');
/** 实行县政府, 选手由各校, 各村要: a body with what is done to it or who it is for, or what it has to do, but no 督导室; 第一责任人 is anybody. */
const NO_NAME =
  /^(?:建立|成立|坚持|形成|健全|完善|实行|采取|明确|落实|组建|督[促导]|争取|鼓励|支持|引导|协调|指导|推动|动员|委托|责成|提请|抓好|做好|加强|强化|按|以|在|对)(?!(?:[科股室处办站]|中心)$)|由|[报请][省市县区]|[要应须将的可均人]$/u;

const isPersonal = ({ kind }: Party) => kind === 'person';

/** Whether behind who does it nothing is said but who helps and by when: `由产业科牵头，财政局配合，12月底前完成`. */
function saysOnly(said: string): boolean {
  const [, ...clauses] = said.split(',');
  return clauses.every((clause) => HELPS.test(clause) || (ENDS_IN_TIME.test(clause) && timeOf(clause)));
}

const FIXED = /项(?:工作|任务)由$/u;
const HELPS = /(?:配合|协助|协同|(?<!政)协办|参与|参加|支持|负责|牵头|落实|承办|实施)$/u;
const ENDS_IN_TIME = /(?:[前底内]|期间|完成|办结|到位|推进|坚持|落实|全年|长期)$/u;

/** How long the words are that open a statement and name nobody. */
export function openerOf(statement: string): number {
  return OPENER.exec(statement)?.[0].length ?? 0;
}

const OPENER =
  /^(?:(?:此|该|本|这)(?:项|部分)?(?:工作|任务)由|本部分由|(?:责任|职责|任务|工作|部门){1,2}分工:)/u;
/** Before what else a body may stand without a verb behind it. */
const LISTING = /^(?:责任|部门)分工:$/u;
const DOING = /^(?:由|[参比]照|按照?|同|负责|分管|协助|联系|指导|督促|配合|统筹)|组成/u;
/** What a sentence says that whoever it names does; what else they see to is part of it: 负责审核材料. */
const DOES =
  '(?:(?:负责|牵头)(?:具体|组织|统筹|协调|实施|落实|承办|开展|推进|办理|完成|做好(?:相关|有关|各项|具体|准备|筹备|服务){0,2}工作){0,3}|承办|主办|组织开展|实施)';
const OPENED = new RegExp(
  `(?<before>^\\s{0,8}|[。;]\\s{0,4})(?<opener>(?:此|该|本|这)项(?:工作|任务)由|(?:责任|职责|任务|工作|部门){1,2}分工:|(?:(?<=[。;]\\s{0,4})以上(?:各项)?(?:工作|任务)?|具体)?由(?=[^。;]{2,24}${DOES}(?:[,、。]|$)))(?:[^。;:()]|\\([^。;:()]{1,12}\\)){2,120}(?=[。;)]|$)`,
  'gu',
);
/** Opens a sentence that says only who does what stands before it. */
const BY = /^(?:具体)?由$/u;
const AT_END = /^[。\s]*$/u;
