import { type Block, type Passage, saying } from '../../plan/block.ts';
import type { FieldRole, Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Mark } from '../outline/numbering.ts';
import { isTeam } from '../outline/offices.ts';
import { byMark, byOffice, byRemark, isDay, type Owned } from './attributed.ts';
import { isBody, isGeneral, isGroup, isPlace, isStaff } from './bodies.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Asked } from './labels.ts';
import { isHeld } from './lists.ts';
import { nests } from './nesting.ts';
import { partiesIn } from './parties.ts';
import { isFirmlySurnamed, isHolder, isPerson } from './persons.ts';
import { POSITION, POSITION_OPENS } from './position.ts';

/**
 * Reads an owner statement such as `市教育局牵头，市财政局、各区政府按职责分工负责，6月底前完成`: the verb that ends
 * a clause gives its role; clauses without one keep to the label's `role`, else they take the next verb's. Where no
 * `role` is given (an unlabelled bracket), a statement without any verb or day, or one that does not read as a list of
 * names, is none.
 */
export function ownersIn(
  passage: Passage,
  from: number,
  to: number,
  role: FieldRole | undefined,
  { names, bare = false, dates = 'due' }: Reading = {},
): readonly Owned[] | undefined {
  const said = role === undefined ? from + beforeStranger(passage.text.slice(from, to)) : to;
  const end = from + withoutClosing(passage.text.slice(from, said)).length;
  const clauses = clausesOf(passage.text, from, end);
  const acts = role !== undefined || bare || clauses.some(({ firm }) => firm);
  const owned = ownedIn(passage, clauses, role, names !== undefined && names !== 'bodies');
  const read = acts ? flatMapped(owned, (one) => byOffice(passage, one, names)) : owned;
  const found = flatMapped(read, (owned) => byMark(passage, owned));
  if (role !== undefined) return flatMapped(found, (owned) => byRemark(passage, owned));
  const marked = found.some((owned) => !read.includes(owned));
  const rules = RULING.test(passage.text.slice(end, said));
  const firm = clauses.some((clause) => clause.firm);
  // （初中、高中） says of which schools.
  if (bare && !firm && namesIn(found).every((name) => STAGE.test(name))) return undefined;
  if (firm || bare || rules || marked) return readsAsList(found) ? found : undefined;
  return isDatedList(clauses, found, dates) ? found : undefined;
}

const STAGE = /^[大中小初高][学中]$/u;

function ownedIn(
  passage: Passage,
  clauses: readonly Clause[],
  role: FieldRole | undefined,
  personal: boolean,
): readonly Owned[] {
  const found: Owned[] = [];
  const asked = role !== undefined || clauses.some(({ firm }) => firm);
  let pending: Clause[] = [];
  const take = (some: readonly Clause[], as: FieldRole) => {
    pending = [];
    const dated = asked && !personal && found.slice(1).some((before) => before.role === 'deadline');
    const naming = dated ? some.filter((clause) => clause.verb || namesSome(passage, clause)) : some;
    const first = naming[0];
    const final = naming.at(-1);
    if (!first || !final) return;
    const listed = flatMapped(naming, (clause) => partiesIn(passage, clause.from, clause.to, personal));
    const named = listed.filter(isNamed);
    // （一楼展厅；6月） says where.
    const parties = role === undefined ? named.filter(({ name }) => !isPlace(name)) : named;
    if (parties.length > 0 || named.length === 0)
      found.push({ role: as, from: first.from, to: final.to, parties });
  };
  for (const clause of clauses) {
    // `责任人：周一`
    const isName = personal && clauses.length === 1 && ZHOU.test(passage.text.slice(clause.from, clause.to));
    if (clause.time && !isName) {
      take(pending, role ?? 'unit');
      // `3月启动，11月底前完成` are stages of one.
      const stage = found.at(-1)?.role === 'deadline' ? found.pop() : undefined;
      found.push({ role: 'deadline', from: stage?.from ?? clause.from, to: clause.end, parties: [] });
    } else if (clause.verb) {
      // `牵头单位：甲，乙配合` and `配合单位：甲按职责分工负责`: the label says what the first is.
      const first = pending.length === 0 && found.length === 0;
      const labelled = clause.verb === 'own' || (clause.verb === 'unit' && first) ? role : undefined;
      const verb = labelled ?? (clause.verb === 'own' ? 'unit' : clause.verb);
      if (role !== undefined && role !== verb) take(pending, role);
      else if (
        role === undefined &&
        found.every(isDue) &&
        HELPS.test(passage.text.slice(clause.to, clause.end))
      ) {
        const doers = doersIn(passage, pending);
        const helping = pending.slice(doers.length);
        take(doers, 'unit');
        pending = helping;
      }
      // `张三负责，市科技局牵头`: a person above a body that leads does so, too.
      const above = found.at(-1);
      const persons = above?.role === 'unit' && above.parties.length > 0 && above.parties.every(isPersonal);
      if (verb === 'lead' && persons) found.splice(-1, 1, { ...above, role: 'lead' });
      take([...pending, clause], verb);
    } else {
      pending.push(clause);
    }
  }
  take(pending, role ?? 'unit');
  return found;
}

/** A day of the week, or somebody whose surname is 周. */
const ZHOU = /^ *周[一二三四五六日] *$/u;

/** Behind whoever does it and a day stands what comes then, which names nobody: `县民政局负责，10月底前完成，并适时推广`. */
function namesSome(passage: Passage, { from, to }: Clause): boolean {
  return partiesIn(passage, from, to, false).some(
    ({ kind, name }) => kind !== 'unit' || isBody(name.normalize('NFKC')),
  );
}

/** A verb of those who help somebody; 共同配合 and 参与 may be said of all in the bracket. */
const HELPS = /^(?!.*(?:共同|联合|参[与加])).*(?:配合|协[助办])/u;

/** Those who do what the next clause helps with: `教导处，总务处配合`, and all before a semicolon; of several behind commas all may help. */
function doersIn(passage: Passage, pending: readonly Clause[]): readonly Clause[] {
  const parted = pending.map(({ end }) => passage.text[end]).lastIndexOf(';') + 1;
  const doers = pending.length === 1 ? pending : pending.slice(0, parted);
  const isSure = ({ kind, name }: Party) => {
    if (kind === 'person') return parted > 0 || isFirmlySurnamed(name) || isHolder(name);
    return kind === 'group' ? !/\d/u.test(name) : isStaff(name) || isTeam(name);
  };
  const isList = ({ from, to }: Clause) => {
    const parties = partiesIn(passage, from, to, false);
    return parties.length > 0 && parties.every(isSure);
  };
  return doers.every(isList) ? doers : [];
}

const isDue = ({ role }: Owned) => role === 'deadline';
const isPersonal = ({ kind }: Party) => kind === 'person';

/** How an owner statement is to be read. */
export interface Reading {
  /** Whom its label names. */
  readonly names?: Asked | undefined;
  /** A list of bodies without label or verb is a statement too. */
  readonly bare?: boolean;
  /** Which dates are a statement where no verb is: those by which something is done, or plain ones too. */
  readonly dates?: 'due' | 'plain';
}

/** A rule about those named in the bracket says that they own the task: `甲、乙，第一个逗号前为牵头单位`. */
const RULING = /牵头|下同|不再列出/u;

/** Where an unknown label begins, and what it says: `县教育局负责；经费来源：县财政`. */
function beforeStranger(text: string): number {
  const stranger = matchesIn(text, STRANGER).find(({ index, 0: said }) => {
    const behind = index + said.length;
    return !isHeld(text.slice(index, behind - 1), text.slice(behind));
  });
  return stranger ? stranger.index : text.length;
}

const STRANGER = /(?:^|[;,。、 ])[々〇㐀-鿿𠀀-𲎯/]{2,12} *:/gu;

/**
 * In which paragraphs a bracket of bodies without a label, if with a day, most of them without a verb or some, is an owner:
 * `…。（市法制办，各部门）`, `…。（市法制办负责）`, also on a line of its own. One or two such brackets explain something;
 * those that most tasks of a document end in are owners, and so are those of a part where nearly all do.
 */
export function endInNames(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
): (i: number) => boolean {
  const all = { numbered: 0, named: 0, sure: 0 };
  let part = { ...all };
  /** Whether nothing says yet who does the last task. */
  let open = false;
  const parts = blocks.map((block, i) => {
    const style = marks[i]?.style;
    if (style === 'han') part = { numbered: 0, named: 0, sure: 0 };
    const isTask = style !== undefined && style !== 'han' && style !== 'period' && style !== 'office';
    if (style !== undefined && !isTask) open = false;
    const named = isTask || (open && bracketsOffices(block)) ? endsInNames(block) : undefined;
    open = (isTask || open) && named === undefined && !saysWho(block);
    if (!isTask && named !== 'surely') return part;
    for (const counted of [all, part]) {
      counted.numbered += Number(isTask);
      counted.named += Number(named !== undefined);
      counted.sure += Number(named === 'surely');
    }
    return part;
  });
  const exceeds = ({ numbered, named, sure }: typeof all, share: number) =>
    named >= 3 && named > numbered * share && sure * 2 >= named;
  const everywhere = exceeds(all, 1 / 2);
  return (i) => everywhere || exceeds(parts[i] ?? all, 3 / 4);
}

const endsInNames = unnumbered(({ text }: Passage): Named | undefined => {
  const end = text.slice(-160).replace(PART_PLAYED, '').replace(PLACES, '');
  const [, behind, within] = END_BRACKET.exec(end) ?? [];
  const parts = (behind ?? within)?.split(/[、,; ]+/u) ?? [];
  const names = parts.map((name) => name.replace(DOES_IT, ''));
  const bodies = names.filter(namesBody);
  // Persons are known by what they do, or by a day beside them: 常规、强化 is hardly anybody.
  const isSaid = names.some((name, i) => name !== parts[i] || isDay(name));
  const isNamed = bodies.length > 0 || (isSaid && names.some(isPerson));
  if (!names.every((name) => bodies.includes(name) || isDay(name) || isPerson(name) || isWeak(name)))
    return undefined;
  if (isNamed) return 'surely';
  return names.length > 0 && names.every((name) => isWeak(name) && !isGeneral(name)) ? 'perhaps' : undefined;
});

/** Whether a bracket names somebody, and whether only words do that may mean something else: 工会, 各校. */
type Named = 'surely' | 'perhaps';

/** 团委, 各校, 后勤: an owner beside one that is sure. */
function isWeak(name: string): boolean {
  return (
    (isBody(name) && OFFICE.test(name)) || (isGroup(name) && name.length <= LONGEST_GROUP) || isStaff(name)
  );
}

/** 团委, 工会, 校办, and not 公园, 小学, 全省: what is opened, or where. */
const OFFICE = /[委会办科室处部局组团]$/u;

const LONGEST_GROUP = 8;

/** A paragraph that is a bracket of offices and nothing else: schools and factories are what a task tells of, too. */
const bracketsOffices = saying(
  /^[([〔【][^()[\]〔〕【】]{2,120}[局委办科股室处部厅组](?:[、,; ][^()[\]〔〕【】]{1,120})?[)\]〕】]$/u,
);
const saysWho = saying(
  /(?:责任|牵头|[主承]办)[^。;,:]{0,6}:|由[^。;,]{2,20}(?:负责|牵头)|(?:负责|牵头)。?$/u,
);

/** `教务处`, `教务处:林遥` */
function namesBody(name: string): boolean {
  const [body = '', holder] = name.split(':');
  return name.length >= 3 && (holder === undefined ? isBody(name) : isHeld(body, holder));
}

/** A mark or a verb behind a name: 发规科★, 县教育局负责. */
const DOES_IT = /[☆★▲※△*]$|(?:共同)?(?:牵头|负责|配合|落实)$/u;

/** `各县(市、区)政府`, `乡镇(街道)` */
const PLACES = /(?<=[县市区州旗镇乡校])\([县市区州旗镇乡街道园、]{1,8}\)/gu;
/** `甲(牵头)、乙` */
const PART_PLAYED = /\((?:共同|联合)?(?:牵头|主办|负责|配合|协办)\)/gu;

/** `…。(县教育局)`, and `…(县教育局)` without any mark; `…(县教育局)。` closes a sentence that names what it speaks of. */
const END_BRACKET =
  /(?<=[。;] ?)[([〔【] ?([^()[\]〔〕【】]{2,120}?) ?[)\]〕】] ?。?\*{0,2}$|[([〔【] ?([^()[\]〔〕【】]{2,120}?) ?[)\]〕】]\*{0,2}$/u;

/** Cuts off what closes a statement and names nobody: position rules, blanket clauses, `下同`. */
function withoutClosing(text: string): string {
  const bracketAt = bracketsIn(text);
  for (const { index } of matchesIn(text, CLOSING)) {
    const { open, explains } = bracketAt(index);
    if (explains) continue;
    let end = open >= 0 ? open : index;
    while (end > 0 && ',;。、( '.includes(text[end - 1] ?? '')) end -= 1;
    return text.slice(0, end);
  }
  return text;
}

/** For indices in order, where the bracket opens in which each stands, -1 outside of any, and whether it explains a word. */
function bracketsIn(text: string): (at: number) => { readonly open: number; readonly explains: boolean } {
  const opened: number[] = [];
  let i = 0;
  let close = -1;
  let last = { open: -1, explains: false };
  return (at) => {
    for (; i < at; i += 1) {
      const step = nests(text[i] ?? '');
      if (step > 0) opened.push(i);
      else if (step < 0) opened.pop();
    }
    const open = opened[0] ?? -1;
    if (open === last.open && at <= close) return last;
    close = open < 0 ? -1 : text.slice(at).search(/[)\]〕】]/u) + at;
    last = { open, explains: close >= at && !isRule(text, open, close) };
    return last;
  };
}

/** `各乡镇（街道，以下简称乡镇）政府` explains a word; `…财政局（除分别牵头外，列第一位的为牵头单位）` is a rule. */
function isRule(text: string, open: number, close: number): boolean {
  return AT_END.test(text.slice(close)) && RULE.test(text.slice(open + 1, close));
}

const CLOSING = new RegExp(
  `(?<![级及岁米])以下(?!简称|统称|称)|下同|${POSITION.source}|${POSITION_OPENS}|不再(?:一一|逐一)?(?:列出|单列|列举)|下列`,
  'gu',
);
const AT_END = /^[)\]〕】]\s*(?:[,;。]+\s*)?$/u;
const RULE = /^\s*(?:下同|以下|除)|牵头|主办|不再/u;

/** Whether a party's words are a name: none holds a colon. */
function isNamed({ name }: Party): boolean {
  return !name.normalize('NFKC').includes(':');
}

/** Whether every name reads as one and some is a body: prose in a bracket (`由学校自行负责的除外`) is no owner. */
function readsAsList(found: readonly Owned[]): boolean {
  const names = namesIn(found);
  if (names.length === 0 || names.some((name) => name.length > 36 || isProse(name))) return false;
  const persons = found.some(({ parties }) => parties.some(({ kind }) => kind === 'person'));
  return persons || names.some((name) => isBody(name) || isGroup(name) || isStaff(name));
}

/** `6月底前完成`, or bodies with such a day behind or before them: `县教育局，6月底前完成`. */
function isDatedList(clauses: readonly Clause[], found: readonly Owned[], dates: Reading['dates']): boolean {
  const times = clauses.filter(({ time }) => time);
  const meant = ({ time, from, end }: Clause) =>
    end - from <= LONGEST_DATE && (time === 'due' || (dates === 'plain' && time !== 'other'));
  if (times.length === 0 || !times.every(meant)) return false;
  const names = namesIn(found);
  // A person alone beside a day is none: 单独，6月.
  const bodies = names.filter((name) => isBody(name) || isGroup(name));
  return (
    (names.length === 0 || bodies.length > 0) &&
    names.every((name) => (bodies.includes(name) || isPerson(name)) && !isProse(name))
  );
}

const LONGEST_DATE = 30;

function namesIn(found: readonly Owned[]): readonly string[] {
  return flatMapped(found, (owned) => owned.parties.map((party) => fold(party.name)));
}

function isProse(name: string): boolean {
  return PROSE.test(OF_A_KIND.test(name) ? name.replace('的', '') : name) || SLIP.test(name);
}

/** 校史馆建设有后勤组, with 有 for 由; not 县国有资产中心, 云溪林业有限公司. */
const SLIP = /^.{3,12}(?<![国公私共所具稀固自享拥])有(?![限关色线机轨效])../u;

const PROSE =
  /[的把被]|^(?:要|将|应(?!急)|对|在|为|从|不?含(?!山)|包[括含])|(?<!自)由.{3}|(?:自行|自主|轮流|统一|[^各]自|验收|审批|审核|批准|备案|认定|评定|颁发|印发|汇总|报送|主持|出席|牵头召开)$|^(?:详见|参见|见附|每[个所校班人年月])|至少|不[少低]于/u;

/** A body that is told by what it is or has: 有农业的乡镇人民政府, 具备条件的学校, 相关的部门. */
const OF_A_KIND =
  /^(?![不未没无对由要]|凡)[^的]{1,12}的(?:.{0,10}(?:政府|部门|单位|学校|[中小大]学|幼儿园|医院|机构|企业|街道|乡镇?|镇|村|县|市|区|园区?|科室|社区|局|办事处|委员会|[校院]))$/u;
