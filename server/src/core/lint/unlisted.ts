import type { Passage } from '../plan/block.ts';
import type { Party, Plan } from '../plan/plan.ts';
import { isBody, isCertain, isGeneral, isGroup, isStaff } from '../read/fields/bodies.ts';
import { roleByShape } from '../read/fields/label-shapes.ts';
import { isPerson, isPost, withoutPost } from '../read/fields/persons.ts';
import { isOfficeAlone } from '../read/outline/offices.ts';
import { flatMapped } from '../text/flat.ts';
import { fold } from '../text/fold.ts';
import { unnumbered } from '../text/known.ts';
import { matchesIn } from '../text/matches.ts';
import { rememberedByWords } from '../text/memo.ts';
import { opensAsOrder } from './orders.ts';

/**
 * Whether words (folded) name somebody where an owner stands, though in words that no list holds: behind what may be a
 * label (`（跟进科室：办公室、教研室）`, `盯办领导：王强` on a line of its own), before a verb (`（基教科统抓，6月底前完成）`, `由教研室
 * 挂帅。`), in a clause (`更换电表，营销部负责，6月底前完成`, `…，责任人周晓`), before a dash (`校办——负责人周晓`), in a bracket
 * behind the title (`修缮校舍（基教科）。按月推进。`). Whether those do the work cannot be told, so that nobody is claimed to be
 * missing there. Schools and places alone are what is spoken of. A row of a table says it by its columns (`inRow`).
 */
export function namesUnlisted(words: string): boolean {
  if (SEPARATED.test(words)) return false;
  const labelled = behindLabel(words, isName) || beforeVerb(words, isName) || inClause(words, isName);
  return labelled || bodiesAlone(words) || behindTitle(words) || inParts(words);
}

/** The same of bodies alone. */
export function namesBodiesUnlisted(words: string): boolean {
  if (SEPARATED.test(words)) return false;
  return behindLabel(words, isOneOfBodies) || inClause(words, isOneOfBodies);
}

const SEPARATED = /[\t|]/u;

function behindLabel(words: string, names: (word: string) => boolean): boolean {
  return matchesIn(words, LABELLED).some(({ groups: { label = '', value = '' } = {} }) => {
    // Who handles it may be whom to ask, or who does it.
    if (ABOUT_OTHERS.test(label) || (label !== '经办人' && roleByShape(label) !== undefined)) return false;
    return isListOf(value, SPEAKS.test(label) ? isOffice : names);
  });
}

/** Who speaks does not do the work as a person: `主讲人：周晓`, but `主讲：政教处`. */
const SPEAKS = /^(?:主讲|授课|专家|嘉宾)/u;

/** What stands before a colon or in 【】 where labels stand, and what follows to the next mark or label. */
const LABELLED =
  /(?:^[\s*-]{0,6}|[。;,([〔【)— ]\s?)(?<label>[々〇㐀-鿿𠀀-𲎯]{2,8})(?:\([々〇㐀-鿿]{1,4}\)[々〇㐀-鿿]{0,2})? ?[:】] ?(?<value>[^:。;()[\]〔〕【】]{2,80}?)(?=$|[。;)\]〕】(（]|[, ][々〇㐀-鿿𠀀-𲎯]{2,8}[:(])/gu;

/** A bracket, a dash or a sentence that closes a paragraph and begins with who does it: `由…`, `此项工作由…`. */
const STATED =
  /(?:[([〔【] ?由?(?<closing>[々〇㐀-鿿𠀀-𲎯、/ ]{2,60})(?:[,; ][^()[\]〔〕【】]{0,60})?[)\]〕】](?: ?[([〔【][^()[\]〔〕【】]{2,20}[)\]〕】])?|(?:(?:^|[。;] ?)(?:(?:[此该本这]项|以上)(?:工作|任务)?|具体)?由|——? ?)(?<stated>[々〇㐀-鿿𠀀-𲎯、/ ]{2,60})|——? ?(?<dashed>[々〇㐀-鿿𠀀-𲎯、/ ]{2,60}),[^,;。:]{0,8}(?:[年月底]|季度|学期|长期)[^,;。:]{0,8};?)[。; ]{0,4}$/u;

/** Whether the first sentence ends in a bracket of bodies. */
function behindTitle(words: string): boolean {
  const names = TITLED.exec(words)?.[1]?.split(NAMES_APART) ?? [];
  return names.every(isOneOfBodies) && names.some(isOwner);
}

/** `1.修缮校舍(基教科、各校)。`, `修缮校舍【基教科】:` */
const TITLED =
  /^(?:\(.{1,3}\))?[^。;:()[\]〔〕【】]{2,60}[([〔【] ?([々〇㐀-鿿𠀀-𲎯、,; ]{2,60})[)\]〕】] ?[。;:]/u;

/** What is said of somebody who does not do it. */
const BY_OTHERS =
  /^(?:验收|考核|监督|审[核定批]|参[加会训赛]|除外|等|见|另|为准|自[评查]|[挂授揭]牌|命名|申报|评|阶段|学段|期间|以[上下内外]|[内外类级版]$|部分|教师|学生|家长|项目)/u;

function beforeVerb(words: string, names: (word: string) => boolean): boolean {
  const { closing, stated, dashed } = STATED.exec(words)?.groups ?? {};
  const list = (closing ?? stated ?? dashed ?? '').trim();
  const [last = '', ...others] = ABOUT.test(list) ? [] : list.split(NAMES_APART).reverse();
  const name = opening(last, names);
  return name !== undefined && others.every(names) && [name, ...others].some(isOwner);
}

/** `（含民办幼儿园）`, `（重点是学校）` */
const ABOUT = /^(?:不?含|包括|如|重点)/u;
const NAMES_APART = /[、,;/ +&·.]+|以?及|和|与/u;

/** The name that stands before a short word: 基教科 of 基教科主抓. */
function opening(words: string, names: (word: string) => boolean): string | undefined {
  for (let end = words.length; end >= 2 && words.length - end <= LONGEST_VERB; end -= 1) {
    const name = words.slice(0, end);
    if (names(name) && !BY_OTHERS.test(words.slice(end))) return name;
  }
  return undefined;
}

const LONGEST_VERB = 5;

/**
 * Whether a line or the last sentence of a paragraph says bodies and nothing else: `责任单位基教科`, `「基教科」`,
 * `县财政局，县住建局`. The number and the title are no such sentence.
 */
function bodiesAlone(words: string): boolean {
  const [sentence = '', ...before] = words.trimEnd().replace(/。$/u, '').split(ENDS).reverse();
  if (before.length === 0 && NUMBERED.test(words)) return false;
  const names = namesAlone(sentence);
  return names.length > 0 && names.every((word) => word.length <= LONGEST_BODY && isOffice(word));
}

const LONGEST_BODY = 10;
const ENDS = /[。!?→➡]|—{1,2}/u;
const NUMBERED = /^ {0,4}(?:第|\(?[\d一二三四五六七八九十]{1,3}[).、])/u;

/** The names of a sentence that says no more than these: `责任单位-基教科`, `交基教科办理`, `基教科为主`. */
function namesAlone(sentence: string): readonly string[] {
  return ALONE.exec(sentence)?.groups?.names?.trim().split(NAMES_APART) ?? [];
}

const ALONE =
  /^[^々〇㐀-鿿]{0,4}(?:由|交由?|请|归|转|以|系)?(?:(?:责任|牵头|主[责办]|承办|负责)(?:单位|部门|[科处股]室|领导|人)?[为是即]?)?[^々〇㐀-鿿]{0,4}(?<names>[々〇㐀-鿿][々〇㐀-鿿、,/ +&·.]{1,39}?)(?:为?主责?|为(?:第一)?责任单位|负责|牵头|抓?好?落实|办理|跟进|统筹|管|抓)?[^々〇㐀-鿿]{0,4}$/u;

function inClause(words: string, names: (word: string) => boolean): boolean {
  const { doing = '', before = '' } = (DOING.exec(words) ?? BEFORE_DASH.exec(words))?.groups ?? {};
  const owners = (doing || before).split(NAMES_APART);
  if (owners.every((word) => (names(word) && isMeant(word)) || TEAM.test(word)) && owners.some(names))
    return true;
  return matchesIn(words, UNMARKED).some(({ groups: { value = '' } = {} }) => isListOf(value, names));
}

/** Whether a name is of somebody and not of whoever it may be: 责任单位, 部门. */
function isMeant(word: string): boolean {
  return !isGeneral(word) && (isCertain(word) || !isBody(word));
}

/** The last clause of an item, or the one before its day, where it says no more than who does it: `，营销部负责，6月底前完成；`. */
const DOING =
  /(?:^|[,;:。] ?)由?(?<doing>[々〇㐀-鿿𠀀-𲎯、]{2,40}?)(?:负责|牵头|承办|主办|主抓|(?<=[局委办科股室处会心班队])落实)(?:[,;] ?[^,;。:]{0,8}(?:[年月底]|季度|学期|长期|配合)[^,;。:]{0,8}){0,2}[。; ]{0,4}$/u;
/** `校办——责任人周晓，做好宣传`, on a line of its own. */
const BEFORE_DASH =
  /(?:^|\n)[\s*-]{0,6}(?<before>[々〇㐀-鿿𠀀-𲎯、]{2,20})——? ?(?:责任|负责|分管|牵头|[々〇㐀-鿿]{2,3}副?(?:[校园局科处股组]长|主任|书记|老师))/u;
/** `，责任人周晓`, `。责任部门为营销部，` */
const UNMARKED =
  /[,;。] ?(?:责任|牵头|主责|承办|负责)(?:单位|部门|科室|股室|处室|领导|人)[为是]?(?<value>[々〇㐀-鿿𠀀-𲎯、]{2,40})(?=[,;。]|$)/gu;
/** Who work together, and no body by their name alone: 计量班. */
const TEAM = /^[々〇㐀-鿿𠀀-𲎯]{2,4}[班组队]$/u;

/** Whether words begin with an office and what it is to do: `教务处要做好…`, `人事处、工会慰问…`, `县住建局：…`, `治安大队。1.…`. */
export const opensWithOffice = rememberedByWords(40_000, (words: string): boolean => {
  for (let end = Math.min(words.length, LONGEST_NAME); end > 1; end -= 1) {
    const rest = words.slice(end);
    const parted = /^ ?[:。]/u.test(rest);
    if (!parted && !/^要/u.test(rest) && (end < 3 || !opensAsOrder(rest))) continue;
    const offices = words.slice(0, end).split(NAMES_APART);
    if (offices.every((name) => isOfficeAlone(name) && !BUILT.test(name))) return true;
  }
  return false;
});

/** Whether dashes or strokes part a line, and somebody stands between two: `1.修缮校舍——基教科——6月底`, `修缮校舍 / 基教科 / 6月底`. */
function inParts(words: string): boolean {
  const [, ...parts] = words.replace(/[。;\s]{1,4}$/u, '').split(PARTED);
  return parts.length > 1 && parts.some((part) => isListOf(part, isOneOfBodies));
}

const PARTED = /——|[/→]| - /u;

/** What may be built, and not do anything: 县政务服务中心. */
const BUILT = /(?:中心|[室所])(?<!办公室)$/u;

/** Of whom something else is said: where it is done, for whom, who pays, who looks on. */
const ABOUT_OTHERS =
  /(?:对象|范围|来源|渠道|地点|地址|场[所地馆]|点位|考点|附件|电话|主题|内容|方式|标准|依据|目标|措施|要求|名单|年级|班级)$|^(?:附|例|如|即|注|其中|包括|含|参[加会训赛评]|联系|咨询|监督|监理|验收|考核|评|抄送|主送|印发|来源|摘自|作者|试点|示范|申报|项目|受益|覆盖|结对|帮扶|薄弱|涉及|重点|服务|接收|报送|施工|中标|采购|颁奖|获奖|用人|会场|新增)/u;

function isListOf(value: string, names: (word: string) => boolean): boolean {
  const words = value.trim().split(NAMES_APART);
  const fit = words.filter(names);
  return (
    fit.length * 2 >= words.length && fit.some(isOwner) && words.every(({ length }) => length <= LONGEST_NAME)
  );
}

const LONGEST_NAME = 20;

/** 责任单位, which ends as bodies do, is a label that is still to be filled in. */
function isOneOfBodies(word: string): boolean {
  return word.length > 1 && (isBody(word) || isGroup(word)) && roleByShape(word) === undefined;
}

function isName(word: string): boolean {
  return isOneOfBodies(word) || isSomebody(word);
}

function isSomebody(word: string): boolean {
  const { from, to } = withoutPost(word, false);
  return isStaff(word) || isPost(word) || isPerson(word.slice(from, to));
}

/** Whether a name is of those who are given work, and not of those for whom or where it is done. */
function isOwner(word: string): boolean {
  return isOffice(word) || (isGroup(word) && isBody(word)) || isSomebody(word);
}

/** 依法查处 and 挂牌督办 end as offices do. */
function isOffice(word: string): boolean {
  return (
    word.length > 2 && isOneOfBodies(word) && isOfficeAlone(word) && !/[查惩]处$|[督举通承就]办$/u.test(word)
  );
}

/**
 * Whether a cell of a row holds names alone, behind the one that says what is to be done: where no column of the plan is
 * one of owners, that may be it.
 */
export function inRow(row: string, names: 'all' | 'bodies'): boolean {
  if (!SEPARATED.test(row)) return false;
  const cells = row.split(SEPARATED).map((cell) => cell.trim());
  const said = cells.filter((cell) => cell !== '' && !/^[\d.、()]{1,6}$/u.test(cell));
  return said.slice(1).some((cell) => {
    const one = cell.split(NAMES_APART).some((word) => isOffice(word) || isSomebody(word));
    return one && !/\d/u.test(cell) && isListOf(cell, names === 'all' ? isName : isOneOfBodies);
  });
}

/** Whether a table of the plan has a column that says who. */
export function hasOwnersInCells({ fields }: Plan): boolean {
  return fields.some(({ placement, role }) => placement === 'cell' && role !== 'deadline');
}

/** Whom a plan names for its tasks, as names are folded. */
export function partiesIn(
  { tasks }: Plan,
  fits: (party: Party) => boolean = () => true,
): ReadonlySet<string> {
  const parties = flatMapped(tasks, ({ leads, units, support }) => [...leads, ...units, ...support]);
  return new Set(parties.filter(fits).map(({ name }) => fold(name)));
}

/**
 * The names that a sentence or a line of a paragraph says and nothing else (`责任单位基教科。`, `→基教科`, `交基教科办理`), the
 * title left out: where somebody of that name does something else, it is an owner whose label is damaged, or never was.
 */
export const aloneIn = unnumbered(({ text }: Passage): readonly (readonly string[])[] =>
  text
    .split(BETWEEN)
    .filter((_, i) => i > 0 || !NUMBERED.test(text))
    .map(namesAlone)
    .filter(({ length }) => length > 0),
);

const BETWEEN = /[。;!?\n→➡*#@{}<>《》「」〈〉『』`=|\\]|—+|-+(?=[^\d])/u;
