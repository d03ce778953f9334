import { matchesIn } from '../../text/matches.ts';

/**
 * The outermost brackets of a text; an opening bracket is closed by a closing one of any width. One that is never
 * closed runs to the next sentence end.
 */
export function bracketsIn(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let from = -1;
  for (const { index: i, 0: character } of matchesIn(text, MARK)) {
    if (OPENERS.includes(character)) {
      if (depth === 0) from = i;
      depth += 1;
    } else if (CLOSERS.includes(character)) {
      if (depth === 0) continue;
      depth -= 1;
      if (depth === 0) brackets.push(bracketIn(text, from, i, i + 1));
    } else if (character === '。' && depth > 0 && !BLANKET_AHEAD.test(text.slice(i + 1, i + 40))) {
      if (closesLater(text, i)) continue;
      brackets.push(bracketIn(text, from, i, i));
      depth = 0;
    }
  }
  if (depth > 0) brackets.push(bracketIn(text, from, text.length, text.length));
  return brackets;
}

/** `( 甲科 )`: spaces beside the marks belong to nobody. */
function bracketIn(text: string, from: number, close: number, to: number): Bracket {
  let [innerFrom, innerTo] = [from + 1, close];
  while (innerFrom < innerTo && text[innerFrom] === ' ') innerFrom += 1;
  while (innerTo > innerFrom && text[innerTo - 1] === ' ') innerTo -= 1;
  return { from, to, innerFrom, innerTo };
}

/** A bracket; offsets are into the text. */
export interface Bracket {
  /** Of the opening and just past the closing bracket. */
  readonly from: number;
  readonly to: number;
  /** Of what stands inside. */
  readonly innerFrom: number;
  readonly innerTo: number;
}

/** An owner bracket without a label stands at the end of a sentence; inside one only bodies with what they do are owners. */
export function closesSentence(text: string, bracket: Pick<Bracket, 'from' | 'to'>): boolean {
  // Asterisks of bold type are no words.
  const after = text.slice(bracket.to, bracket.to + 5).replace(/^[\s*]{1,4}/u, '');
  const before = text.slice(Math.max(0, bracket.from - 2), bracket.from).trimEnd();
  const ended = before === '' || /[。;!?)\]〕】”:]$/u.test(before);
  return after === '' || /^[。;([〔【]/u.test(after) || ended;
}

/**
 * The brackets within a sentence that say who does its parts: `推进成果转化(省科技厅牵头),支持企业改造`, or all of a list,
 * `抓好学校(教育局负责)、医院(卫健局负责)建设`; one behind 》 speaks of a document.
 */
export function partingBrackets(text: string, brackets: readonly Bracket[]): readonly Bracket[] {
  const doing = brackets.filter(
    ({ from, innerFrom, innerTo }) =>
      DOES_ALL.test(text.slice(innerFrom, innerTo)) && text[from - 1] !== '》',
  );
  const inside = doing.filter((bracket) => !closesSentence(text, bracket));
  const isListed =
    doing.length > 1 && doing.slice(0, -1).every(({ to }) => '、和及与'.includes(text[to] ?? ' '));
  return isListed || inside.every(({ to }) => text[to] === ',') ? inside : [];
}

/** What those in such a bracket do is what the task asks: 负责, and not 负责审批. */
const DOES_ALL = /(?:牵头|负责|配合)(?:落实)?(?=,|$)/u;

/** Whether a bracket stands behind a sentence end, and so speaks of all that was said. */
export function followsSentence(text: string, { from }: Bracket): boolean {
  return /[。;!?] ?$/u.test(text.slice(Math.max(0, from - 2), from));
}

/** `“三馆”（图书馆、文化馆、博物馆）`, `撤并3所（…）`, `各县（市、区）`: what a bracket directly behind a count or 各县 names is what was counted. */
export function tellsCounted(text: string, { from }: Bracket): boolean {
  return COUNTED.test(text.slice(Math.max(0, from - 20), from));
}

const COUNTED =
  /(?:“[^“”]{0,4}[\d一二三四五六七八九十两][^“”]{1,8}”|[\d一二三四五六七八九十两] ?[个所家项处座支名种类条间]|各(?:[县市区州旗镇乡]|乡镇)) ?$/u;

const MARK = /[([〔【)\]〕】。]/gu;
const OPENERS = '([〔【';
const CLOSERS = ')]〕】';

const BLANKET_AHEAD = /^\s*(?:以下|列|排|第一|首)/u;

/** Whether a bracket open at a sentence end still closes before another opens. */
function closesLater(text: string, from: number): boolean {
  for (let i = from; i < text.length && i < from + 200; i += 1) {
    const character = text[i] ?? '';
    if (OPENERS.includes(character)) return false;
    if (CLOSERS.includes(character)) return true;
  }
  return false;
}
