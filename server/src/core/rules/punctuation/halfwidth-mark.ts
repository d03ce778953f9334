import { type Habit, type Place, reportAlike } from '../../lint/alike.ts';
import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, offsetIn, type Passage, spanIn } from '../../plan/block.ts';
import type { Plan } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { once } from '../../text/memo.ts';

/** Half-width punctuation in Chinese text: said once where the document writes it throughout. */
export const halfwidthMark: Rule = {
  id: 'halfwidth-mark',
  name: { zh: '半角标点', en: 'Half-width punctuation' },
  severity: 'warning',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011' },
  summary: {
    zh: '中文里的标点应用全角。',
    en: 'Punctuation in Chinese text is full-width.',
  },
  why: {
    zh: '半角标点多由输入法切换或网页导出带入，与全角混用时行文疏密不一。全文都用半角的，只提醒一次，一次改完。时间（10:09）、网址、编号和西文里的半角标点不算。',
    en: 'Half-width marks slip in from input methods and web exports and sit unevenly among full-width ones. A text that uses them throughout is told once, with one fix for all. Times (10:09), addresses, codes and Latin text are left alone.',
  },
  examples: [
    {
      bad: '开放学校图书馆⟦,⟧延长借阅时间，方便走读学生。',
      good: '开放学校图书馆，延长借阅时间，方便走读学生。',
    },
    {
      bad: '新建青溪小学⟦(暂定名)⟧，当年投用。',
      good: '新建青溪小学（暂定名），当年投用。',
    },
    {
      bad: '各校每周开放操场⟦,⟧每月检修器材;期末评比(以学区为单位),公布结果.',
      good: '各校每周开放操场，每月检修器材；期末评比（以学区为单位），公布结果。',
    },
  ],
  check(plan, report) {
    const marks = marksIn(plan);
    const throughout = isHabit(sum(marks, 'half'), sum(marks, 'full'));
    const habits = marks.filter(({ half, full, ofNumbers }) =>
      throughout ? true : !ofNumbers && isHabit(half.length, full),
    );
    const all = flatMapped(habits, ({ half }) => half).sort((a, b) => a.span.start - b.span.start);
    reportAlike(report, all, { ...WORDS, most: 0 });
    // How numbers alone are written is number-style's.
    const single = flatMapped(
      marks.filter((mark) => !habits.includes(mark) && !mark.ofNumbers),
      ({ half }) => half,
    );
    reportAlike(report, single, WORDS);
  },
};

const WORDS: Habit = {
  fix: {
    kind: 'safe',
    one: { zh: '改为全角', en: 'Make it full-width' },
    all: { zh: '全部改为全角', en: 'Make all full-width' },
  },
  messageAll: (count) => ({
    zh: `全文有${count}处标点用了半角，应为全角。`,
    en: `The text has half-width punctuation in ${count} places; it should be full-width.`,
  }),
};

function isHabit(half: number, full: number): boolean {
  return half > 3 && half > full / 4;
}

function sum(kinds: readonly Kind[], width: 'half' | 'full'): number {
  return kinds.reduce((total, { half, full }) => total + (width === 'half' ? half.length : full), 0);
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
};

/** One kind of mark in Chinese text: where it is half-width, and how often full-width. */
interface Kind {
  readonly half: Place[];
  full: number;
  /** The brackets of the number marks `(一)` and `(1)` at the head of paragraphs. */
  readonly ofNumbers: boolean;
}

/** What a text does with commas says nothing of its brackets, so each kind is counted for itself. */
function marksIn(plan: Plan): readonly Kind[] {
  const prose = proseOf(plan);
  if (!prose.some((block) => seenIn(block).narrow.length > 0)) return [];
  const kinds = new Map<string, Kind>();
  const kindOf = (name: string) => {
    const kind = kinds.get(name) ?? { half: [], full: 0, ofNumbers: name === 'number' };
    kinds.set(name, kind);
    return kind;
  };
  // What stands behind a number is number-style's.
  const numbers = once(() => new Set([...plan.sections, ...plan.tasks].map((one) => one.numberSpan.end)));
  for (const block of prose) {
    const { wide, narrow } = seenIn(block);
    for (const [name, count] of wide) kindOf(name).full += count;
    for (const mark of narrow)
      if (!mark.behindNumber || !numbers().has(offsetIn(block, mark.from)))
        kindOf(mark.kind).half.push(placeOf(block, mark));
  }
  return [...kinds.values()];
}

/** The marks of a paragraph that count. */
interface Seen {
  /** How many are full-width, by kind. */
  readonly wide: readonly (readonly [kind: string, count: number])[];
  readonly narrow: readonly Narrow[];
}

/** A half-width mark, or two that pair; offsets are into the passage. */
interface Narrow {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly { readonly from: number; readonly to: number; readonly newText: string }[];
  readonly message: Message;
  /** Whether it counts only where no number of a section or task ends before it. */
  readonly behindNumber: boolean;
}

const seenIn = unnumbered((passage: Passage): Seen => {
  const { text, raw } = passage;
  const narrow: Narrow[] = [];
  const wide = new Map<string, number>();
  const written = (index: number) => raw[index] ?? '';
  const quotes = straightQuotes(passage);
  const pairs = bracketPairs(passage, written);
  const numbered = NUMBER.exec(text)?.[0].length ?? 0;
  for (const at of innerTitles(passage)) narrow.push(narrowAt(text, '<', at, ['〈', '〉'], '<>'));
  for (const { 0: mark, index } of matchesIn(text, MARK)) {
    const ofNumber = index < numbered;
    const kind = ofNumber ? 'number' : mark === ')' ? '(' : /[“”]/u.test(mark) ? '"' : mark;
    if (written(index) !== mark || /[“”]/u.test(mark)) wide.set(kind, (wide.get(kind) ?? 0) + 1);
    else if (mark === '"') {
      const at = quotes.get(index);
      if (at) narrow.push(narrowAt(text, kind, at, ['“', '”'], '""'));
    } else if (mark === '(' || mark === ')') {
      const at = pairs.get(index);
      if (at) narrow.push(narrowAt(text, kind, at, at.length === 2 ? ['（', '）'] : [FULL[mark] ?? '']));
    } else if (isChinese(text, mark, index) && !isDoubled(text, mark, index))
      narrow.push({ ...narrowAt(text, kind, [index], [FULL[mark] ?? '']), behindNumber: true });
  }
  return { wide: [...wide], narrow };
});

/** The marks `at` of a text, which should be `full`; `half` is what they are. */
function narrowAt(
  text: string,
  kind: string,
  at: readonly number[],
  full: readonly string[],
  half = at.map((index) => text[index]).join(''),
): Narrow {
  const from = at[0] ?? 0;
  const [open, close] = kind === '"' ? '「」' : '“”';
  return {
    kind,
    from,
    to: (at.at(-1) ?? from) + 1,
    edits: at.map((index, i) => ({
      from: index,
      to: index + 1 + spaceBehind(text, index),
      newText: full[i] ?? '',
    })),
    message: {
      zh: `中文里的标点应用全角：${open}${half}${close}改为${open}${full.join('')}${close}。`,
      en: `Punctuation in Chinese text is full-width: ${full.join('')}, not ${half}.`,
    },
    behindNumber: false,
  };
}

const MARK = /[,;:?!.()"“”]/gu;

/** `(一)`, `(12)` */
const NUMBER = /^\((?:[一二三四五六七八九十百]{1,4}|\d{1,3})\)/u;

function placeOf(block: Block, { from, to, edits, message }: Narrow): Place {
  return {
    span: spanIn(block, from, to),
    edits: edits.map((edit) => ({ span: spanIn(block, edit.from, edit.to), newText: edit.newText })),
    message,
  };
}

/** How wide the space is that a half-width stop has behind it (`抓课堂, 提质量`): a full-width one has none. */
function spaceBehind(text: string, at: number): number {
  return /[,;:?!.]/u.test(text[at] ?? '')
    ? (SPACE_BEHIND.exec(text.slice(at + 1, at + 4))?.[0].length ?? 0)
    : 0;
}

const SPACE_BEHIND = /^ {1,2}(?=[々〇㐀-鿿𠀀-𲎯“《])/u;

/** Whether a mark is one of two stops that do not follow each other: that is repeated-mark's. */
function isDoubled(text: string, mark: string, at: number): boolean {
  return /[,;:]/u.test(mark) && DOUBLED.test(text.slice(Math.max(0, at - 2), at + 3));
}

/** `,。`, but not the empty `责任单位:；`, nor three, which may draw a line. */
const DOUBLED = /(?<![,;:。、])(?:[,;。、][,;:。、]|::)(?![,;:。、])/u;

/** Whether what stands around the mark is Chinese: not a time, a number, a name in Latin letters or an entity. */
function isChinese(text: string, mark: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  // `95%; 组织`, but `title: 通知`
  const after = text[at + 1 + (/[A-Za-z]/u.test(before) ? 0 : spaceBehind(text, at))] ?? '';
  if (mark === '.')
    return (
      !DOMAIN.test(text.slice(at + 1, at + 4)) &&
      STOPPED.test(before) &&
      (after === '' || /[々〇㐀-鿿𠀀-𲎯(“《]/u.test(after)) &&
      at > 2 &&
      !NUMERALS.test(before + after) &&
      !COUNTED.test(text.slice(Math.max(0, at - 6), at))
    );
  if (mark === ';' && /&#?\w{1,8}$/u.test(text.slice(Math.max(0, at - 9), at))) return false;
  // A lost character often shows as a question mark; a question has a word that asks.
  if (mark === '?' && !ASKS.test(text.slice(Math.max(0, at - 40), at))) return false;
  if (/[\dA-Za-z/]/u.test(before) && /[\dA-Za-z/\\]/u.test(after)) return false;
  // `E 产出电力,i`: the index of a quantity.
  if (mark === ',' && INDEX.test(text.slice(at + 1, at + 4))) return false;
  return CHINESE.test(before) || (after !== ' ' && CHINESE.test(after) && before !== '');
}

/** `政务服务网.政务`, `政府网.政务网站标识码`: a name of the net in Chinese. */
const DOMAIN = /^政务网|^(?:政务|公益|中国|网络|公司|网址|在线)(?![々〇㐀-鿿𠀀-𲎯])/u;

/** A sentence ends behind a character, or behind the quote, title or bracket that it holds. */
const STOPPED = /[々〇㐀-鿿𠀀-𲎯)”》]/u;

/** `(三).`: the stop belongs to the number. */
const COUNTED = /\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)$/u;

/** `五.四青年节`: between numerals it stands for `·`. */
const NUMERALS = /^[一二三四五六七八九十〇]{2}$/u;

/** A letter alone. */
const INDEX = /^[a-zA-Z](?:\s|$)/u;

/** `谁来抓?` */
const ASKS = /[吗呢谁何哪几][^。!?]{0,30}$|(?:什么|怎么|怎样|多少|能否|是否|可否)[^。!?]{0,36}$/u;

const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;
const CHINESE = /[々〇㐀-鿿𠀀-𲎯“”‘’《》〔〕【】、。％]/u;

/**
 * The two halves of each straight quote around Chinese, by the place of the first; none where they do not pair. What
 * stands behind a digit opens nothing: it is a measure (`32"电视`).
 */
function straightQuotes({ text }: Passage): ReadonlyMap<number, readonly number[]> {
  const pairs = new Map<number, readonly number[]>();
  if (text.includes('“')) return pairs;
  let open: number | undefined;
  for (const { index } of matchesIn(text, /"/gu)) {
    if (open === undefined) {
      if (!/\d/u.test(text[index - 1] ?? '')) open = index;
      continue;
    }
    if (HAN.test(text.slice(open, Math.min(index, open + 40)))) pairs.set(open, [open, index]);
    open = undefined;
  }
  return open === undefined ? pairs : new Map();
}

/**
 * The halves of each bracket that is half-width on at least one side and stands in Chinese, by the place of its first
 * half-width half.
 */
function bracketPairs(
  { text }: Passage,
  written: (index: number) => string,
): ReadonlyMap<number, readonly number[]> {
  const pairs = new Map<number, readonly number[]>();
  const open: number[] = [];
  for (const { 0: mark, index } of matchesIn(text, /[()]/gu)) {
    if (mark === '(') {
      open.push(index);
      continue;
    }
    const from = open.pop();
    if (from === undefined || !inChinese(text, from, index)) continue;
    // `葛(gě)根` is pinyin.
    if (PINYIN.test(text.slice(from + 1, index))) continue;
    // `kg/(t.km)` is a unit.
    if (text[from - 1] === '/') continue;
    // The year of a document number is document-number-form's.
    if (YEAR.test(text.slice(from, from + 16))) continue;
    const half = [from, index].filter((at) => written(at) === text[at]);
    if (half[0] !== undefined) pairs.set(half[0], half);
  }
  return pairs;
}

/** `gě` */
const PINYIN = /^[a-züv]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}$/iu;

/** The halves of `<…>` inside 《》, where the inner pair is 〈〉 (GB/T 15834—2011). */
function innerTitles({ text }: Passage): readonly (readonly number[])[] {
  if (!text.includes('<')) return [];
  return matchesIn(text, INNER_TITLE).map(({ index, 0: { length }, groups }) => {
    const open = index + (groups?.before ?? '').length;
    return [open, index + length - 1];
  });
}

/** `《…印发<关于…的意见>` */
const INNER_TITLE = /(?<before>《[^《》<>]{0,60})<[^《》<>]{2,60}>(?=[^《<>]{0,60}》)/gu;

/** `(2024)12号` */
const YEAR = /^\((?:19|20)\d\d\) ?第? ?\d{1,5} ?号/u;

function inChinese(text: string, from: number, to: number): boolean {
  const inside = text.slice(from + 1, Math.min(to, from + 60));
  if (from === 0 && NUMBER.test(text)) return true;
  const around = `${text[from - 1] ?? ''}${text[to + 1] ?? ''}`;
  return HAN.test(inside) || (CHINESE.test(around) && !/[A-Za-z]/u.test(around));
}
