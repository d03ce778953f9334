import { PARTING_BULLETS } from '../../text/bullets.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { endsFirmly, isBody, isGeneral, isGroup } from './bodies.ts';
import { nests } from './nesting.ts';
import { isHolder, isPerson, isSurnamed, isTitle } from './persons.ts';
import { POSITION } from './position.ts';

/** A name in a list; offsets are into the text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What stands between two separators of a list. */
export interface Entry extends Piece {
  /** The one before it; none before the first. */
  readonly separator: string;
  /** It names several bodies that share their end: 县、乡机管中心. */
  readonly shared: boolean;
}

/** The entries of a list, cut at its separators outside brackets; names that share their end stay together. */
export function entriesIn(text: string, from: number, to: number): readonly Entry[] {
  const entries: Entry[] = [];
  let last = '';
  for (const { separator, ...piece } of cutAtSeparators(text, from, to)) {
    const words = text.slice(piece.from, piece.to).trim();
    const before = entries.at(-1);
    if (before && separator === '、' && sharesEnd(last, words))
      entries[entries.length - 1] = { ...before, to: piece.to, shared: true };
    else entries.push({ ...piece, separator, shared: false });
    last = words;
  }
  return entries;
}

/** The names in one entry: 及 and 和 split bodies, spaces split names, and what leads in or trails off is cut. */
export function piecesIn(text: string, entry: Entry, personal: boolean): readonly Piece[] {
  const { from, to, shared, separator } = entry;
  const joined = shared ? [{ from, to }] : cutAtJoiners(text, from, to);
  return flatMapped(
    flatMapped(joined, (piece) => cutAtSpaces(text, piece, personal)),
    (piece) => trimmed(text, piece, separator !== '' && piece.from === from) ?? [],
  );
}

function cutAtSeparators(text: string, from: number, to: number): (Piece & { readonly separator: string })[] {
  const pieces: (Piece & { separator: string })[] = [];
  let depth = 0;
  let start = from;
  let separator = '';
  for (let i = from; i < to; i += 1) {
    const character = text[i] ?? '';
    depth = Math.max(0, depth + nests(character));
    if (
      depth > 0 ||
      !(
        SEPARATOR.test(character) ||
        (character === ':' && isHeld(text.slice(start, i), text.slice(i + 1, to)))
      )
    )
      continue;
    pieces.push({ from: start, to: i, separator });
    separator = character;
    start = i + 1;
  }
  pieces.push({ from: start, to, separator });
  return pieces;
}

const SEPARATOR = /[、,;|/]/u;

/** `教研组长:车晓`, `财务股:胡琴`: a post or a body, and the person there. */
export function isHeld(before: string, behind: string): boolean {
  const [name = ''] = behind.trimStart().split(/[、,;。: ]/u, 1);
  const post = before.trim();
  return isPerson(name) && (isBody(post) || (isTitle(post) && !CONTACT.test(post)));
}

/** Whom to ask, and not who does it. */
const CONTACT = /(?:联[络系]|通讯|信息)[人员]$/u;

/**
 * Whether two names that stand side by side are one with a common end: `各市、县（区）政府`, `县、乡机管中心`, `党委、政府`,
 * `有关部门、单位`. What belongs to a higher level than the one before it stands for itself: `各区、市教育局`.
 */
function sharesEnd(before: string, behind: string): boolean {
  if (isGeneral(behind) && TWIN.test(before) && TWIN_END.test(behind)) return true;
  const [level] = LEVEL.exec(before)?.slice(1) ?? [];
  const [next, rest = ''] = LEVEL_START.exec(behind)?.slice(1) ?? [];
  if (level === undefined) return false;
  if (next === undefined) return REGION_GOVERNMENT.test(behind) && rankOf(level) <= 3;
  return (rankOf(next) >= rankOf(level) || GOVERNMENT.test(rest)) && (rest === '' || isBody(rest));
}

/** 各市, 县（区）: a level of government and no more. */
const LEVEL =
  /^(?:由|全[省市县区])?(?:各|有关|相关)?(?:设区的?|自治|直管)?([省市县区州盟旗镇乡村])(?:\([^()]{1,12}\))?$/u;
/** 县（市）政府, 乡机管中心; 市直, 市级 and 市场 go on with a word. */
const LEVEL_START =
  /^(?:自治|直管)?([省市县区州盟旗镇乡村])(?:\([^()]{1,12}\))?((?![直级属场域内外]|委会|民委员会).*)$/u;
const GOVERNMENT = /^(?:$|(?:人民)?政府|党委|党工委|管委会)/u;
const REGION_GOVERNMENT = /^[々〇㐀-鿿𠀀-𲎯]{2,8}区(?:人民)?政府$/u;

/** How high a level of government is, the highest first. */
function rankOf(level: string): number {
  return ['省', '市州盟', '县区旗', '镇乡', '村'].findIndex((levels) => levels.includes(level));
}

/** Words that stand before a general one and have it for their end: 有关部门和单位, 各乡镇党委和政府, 牵头部门和配合部门. */
const TWIN = /(?:部门|机构|单位|党委|党工委|党组|[省市县区州旗镇乡]委)$/u;
const TWIN_END =
  /^(?:(?:牵头|责任|配合|参与|协办|承办)?(?:单位|部门)|机构|企业|(?:人民)?政府|管委会|办事处)$/u;

function cutAtJoiners(text: string, from: number, to: number): Piece[] {
  const entry = text.slice(from, to);
  let depth = 0;
  const pieces: Piece[] = [];
  let start = 0;
  const last = withoutTail(entry.slice(-LONGEST));
  for (let i = 0; i < entry.length; i += 1) {
    depth += nests(entry[i] ?? '');
    if (depth > 0) continue;
    const joiner = JOINER.exec(entry.slice(i, i + 2))?.[0];
    if (!joiner) continue;
    const at = i + joiner.length;
    const before = entry.slice(Math.max(start, i - LONGEST), i).trim();
    const behind = withoutTail(entry.slice(at, at + LONGEST).trim());
    if (!joins(before, joiner, behind, entry.length - at > LONGEST ? last : behind)) continue;
    pieces.push({ from: from + start, to: from + i });
    start = i + joiner.length;
    i = start - 1;
  }
  return [...pieces, { from: from + start, to }];
}

/** No name is longer. */
const LONGEST = 60;
const JOINER = /^(?:以及|会同|联合(?!会)|及(?!其)|和|与|暨)/u;

/**
 * Whether a joiner stands between two names. 经济和信息化局 and 农业农村和水利局 are one body each: what stands before
 * their 和 is none. 有关部门和单位 and 党委和政府 are one, too. `last` is what the entry ends with.
 */
function joins(before: string, joiner: string, right: string, last: string): boolean {
  if (before.length < 2 || right.length < 2) return false;
  if (before.endsWith('等')) return true;
  const next = right.split(NEXT_JOINER, 1)[0] ?? '';
  if ((TWIN.test(before) && TWIN_END.test(right)) || sharesEnd(before, right)) return false;
  if (isGeneral(right) && CLOSED.test(before)) return false;
  if (isPerson(before) && isPerson(next)) return true;
  if (!endsAsName(last)) return false;
  if (joiner.endsWith('及')) return isBody(before) || isGroup(before);
  if (endsFirmly(before)) return true;
  if (before.length < 3 || !isBody(before)) return false;
  return NAME_START.test(right) || SOFT_END.test(before) || endsFirmly(next) || before.at(-1) === next.at(-1);
}

const NEXT_JOINER = /以及|[和及与]/u;
/** 各, 有关 and a region begin a name. */
const NAME_START = /^(?:[省市县区州旗镇乡](?![场民]|级)|各|有关|相关|驻|本)/u;
/** Endings that only bodies have, beside the firm ones: 县供销社, 县气象台, 县红十字会, 苇塘海关. */
const SOFT_END = /(?:[社台馆署宫协行站]|[^机社]会|海关|工商联)$/u;

function endsAsName(name: string): boolean {
  return isBody(name) || isGroup(name) || isGeneral(name);
}

/** `基教科 职教科` are two; `安 平`, `科 技部` and `县人力资源社会 保障局` are one. */
function cutAtSpaces(text: string, { from, to }: Piece, personal: boolean): Piece[] {
  const entry = text.slice(from, to);
  if (!/\S\s+\S/u.test(entry)) return [{ from, to }];
  const words = matchesIn(entry, /\S+/gu).map((match) => ({ at: match.index, text: match[0] }));
  const merged: { at: number; end: number; size: number }[] = [];
  for (const word of words) {
    const last = merged.at(-1);
    const end = word.at + word.text.length;
    if (last && last.size === 1 && word.text.length <= 2)
      merged[merged.length - 1] = { at: last.at, end, size: 2 };
    else merged.push({ at: word.at, end, size: word.text.length });
  }
  const names = merged.map((word) => entry.slice(word.at, word.end).replace(/\s+/gu, ''));
  const apart = merged.every((word) => word.size >= 2) && standApart(names, personal);
  if (merged.length < 2 || !apart) return [{ from, to }];
  return merged.map((word) => ({ from: from + word.at, to: from + word.end }));
}

/** Whether words with spaces between are names each: all of them bodies, none a department of the one before, or persons. */
function standApart(names: readonly string[], personal: boolean): boolean {
  if (names.some((name, i) => HALF.test(name) || (isOffice(name) && OF_OFFICES.test(names[i - 1] ?? ''))))
    return false;
  if (names.every(endsAsName) || areMostlyBodies(names)) return true;
  // 副局长 沈涛 is one.
  if (names.length === 2 && isTitle(names[0] ?? '') !== isTitle(names[1] ?? '') && !names.some(isGroup))
    return false;
  const short = names.every(
    (name) => /^[々〇㐀-鿿𠀀-𲎯]{2,4}$/u.test(name) || endsAsName(name) || (personal && isHolder(name)),
  );
  return short && (personal || names.some((name) => isSurnamed(name) && !endsAsName(name)));
}

/** `县财政局 县人社局 青河资本`: most are bodies or begin as such, and none goes on in the next, as 县农业 农村局 does. */
function areMostlyBodies(names: readonly string[]): boolean {
  const others = names.filter((name) => !isBody(name));
  return (
    names.length - others.length > 1 &&
    others.filter((name) => !NAME_START.test(name)).length * 2 < names.length &&
    others.every((name) => OTHER_NAME.test(name)) &&
    names.every((name, i) => i === 0 || NAME_START.test(name) || isBody(names[i - 1] ?? '') || isGroup(name))
  );
}

/** In characters; what is longer is no name. */
const OTHER_NAME = /^[々〇㐀-鿿𠀀-𲎯]{3,8}$/u;

/** 县司 and 市民: a region and one character more are no name, but 县委 is. */
const HALF = /^[省市县区州旗镇乡](?![委府])[々〇㐀-鿿𠀀-𲎯]$/u;
const OF_OFFICES = /(?:[省市县区州旗镇乡校]委|政府|人大|政协|党组)$/u;
function isOffice(name: string): boolean {
  return /^(?:办公?室|研究室|组织部|宣传部|统战部|政法委|编办|网信办|机关党委|人事科)/u.test(name);
}

/**
 * Without 由, * and a number before it, 等有关部门 behind it, and a bracket that says something; undefined where nothing is left.
 * `listed`: a separator stands before it, behind which 和县教育局 is hardly the one of 和县.
 */
function trimmed(text: string, { from, to }: Piece, listed: boolean): Piece | undefined {
  const entry = text.slice(from, to);
  const lead = (listed ? LEAD_IN_LISTED : LEAD_IN).exec(entry)?.[0].length ?? 0;
  const kept = withoutTail(withoutRemark(withoutNote(entry.slice(lead))));
  const piece = { from: from + lead, to: from + lead + kept.length };
  return piece.to > piece.from ? piece : undefined;
}

/**
 * Without a telephone number, and without a bracket that is no part of the name behind it: the rule of who leads
 * (`县发改局(首位单位为牵头单位，下同)`), or where more is said (`教导处(详见附件1)`, `教导处(按职责分工)`).
 */
function withoutNote(name: string): string {
  const kept = name.replace(TELEPHONE, '').trimEnd();
  const open = kept.endsWith(')') ? kept.lastIndexOf('(') : -1;
  return open > 0 && (POSITION.test(kept) || NOTE.test(kept.slice(open))) ? kept.slice(0, open) : kept;
}

/** `13900000001`, `联系电话0000-0000000`, and several of them */
const TELEPHONE = /(?:(?:联系|办公|手机)?(?:电话|手机)号?码?)?[: ]?(?<![\d -])[ ]{0,4}\d[\d -]{6,}$/u;
const NOTE =
  /^\((?:[\d -]{6,20}\)|按照?(?:各自)?(?:职责|分工)|(?:具体|详细?|可|请)?(?:[详参]?见(?!义勇|习|证)|另行|另[文附]|附后|(?:联系)?电话(?![々〇㐀-鿿])))/u;

/** Names that begin as what leads in: 和平街道, 和顺县政府, 及第社区, 由义镇. */
const BEGINS_SO = [
  '和平(?:[区县镇街路社里桥小中]|乡(?!县)|村|医院|幼儿园)|和[顺田静硕政龙][县市]|和[顺睦谐美兴][镇街社村路]|和林格尔|和布克赛尔|和美乡村',
  '及第|由[^各县市区乡镇村社本全该有两三四五六七八九十](?:镇|乡|村|街道|社区)',
].join('|');
const leadIn = (and: string) =>
  new RegExp(
    `^[\\s*☆※△"${PARTING_BULLETS}]*(?:\\d{1,2}[.)](?=[々〇㐀-鿿]{2}))?(?:(?!${BEGINS_SO})(?:由(?=.{2})|会同|协同|(?:以?及|${and}|并|还有)(?=.{3})))?\\s*`,
    'u',
  );
const LEAD_IN = leadIn('和(?=各|有关|相关|[省市区州镇])');
const LEAD_IN_LISTED = leadIn('和');

/** Without what closes the list behind the last name: 等 and what follows it names nobody. */
function withoutTail(name: string): string {
  const closed = CLOSED.exec(name);
  const kept = closed ? name.slice(0, closed.index) : name.replace(COMRADE, '');
  return kept.replace(TRAILING, '');
}

const TRAILING = new RegExp(`[\\s。:;"☆※△*${PARTING_BULLETS}]{1,40}$`, 'u');

/** `等5部门`, `等县政府相关部门`; 高等学校, 中等职业学校 and 等级 are words of names. */
const CLOSED =
  /(?<=.{2})(?<![高初同平均优特]|(?<![一二三四五六七八九十])中)等(?![级保离于待高])(?:[^()]|\([^()]*\)){0,24}$/u;
const COMRADE = /(?<!负责|分管|主管|包抓|牵头|有关|相关)同志\s*$/u;

/**
 * Without a bracket behind the name that holds a field of its own (`教育局（负责人：张三）`), and without the half of a
 * pair whose other half is lost. Nothing is left of words with a colon outside of brackets: they are a field, no name.
 */
function withoutRemark(name: string): string {
  const open: number[] = [];
  const pairs: string[] = [];
  for (let i = 0; i < name.length; i += 1) {
    const character = name[i] ?? '';
    const step = nests(character);
    if (step > 0) {
      open.push(i);
      pairs.push(character);
    } else if (step < 0) {
      const at = open[0] ?? i;
      if (!isPair(pairs.pop(), character)) return name.slice(0, at);
      open.pop();
    } else if (character === ':' && name.slice(i + 1).trim() !== '') return name.slice(0, open[0] ?? 0);
  }
  return name.slice(0, open[0] ?? name.length);
}

/** Whether two brackets are the halves of one; round ones close round ones alone. */
function isPair(opener: string | undefined, closer: string): boolean {
  return opener !== undefined && (opener === '(') === (closer === ')');
}
