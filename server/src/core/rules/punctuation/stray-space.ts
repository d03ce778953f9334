import { type Place, reportAlike } from '../../lint/alike.ts';
import { isTitleEnd, setsApart, spacedRows } from '../../lint/gaps.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, matching, offsetIn, type Passage, part, saying } from '../../plan/block.ts';
import { type Plan, textIn } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { namesBodies } from '../../read/fields/bodies.ts';
import { timeOf } from '../../read/fields/clauses.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span } from '../../text/text.ts';

/** A space inside a Chinese sentence, where Chinese has none. */
export const straySpace: Rule = {
  id: 'stray-space',
  name: { zh: '多余空格', en: 'Stray space' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '中文句子里没有空格。',
    en: 'There is no space inside a Chinese sentence.',
  },
  why: {
    zh: '多余的空格多由复制、断行留下，会拉开字距，也使查找和替换失灵。标题、署名、姓名对齐所用的空格不算；数字前后全文都空的，视为一种排法，不算。',
    en: 'Such spaces are left by copying and line breaks; they tear words apart and make searches fail. Spaces that align titles, signatures and names are left alone, and so are those around digits where the whole text has them.',
  },
  examples: [
    {
      bad: '开放学校图书馆。⟦ ⟧延长借阅时间，方便走读学生，每周统计一次。',
      good: '开放学校图书馆。延长借阅时间，方便走读学生，每周统计一次。',
    },
    {
      bad: '全年培训教师310人次，表彰25⟦ ⟧名优秀班主任，选派8名教师支教。',
      good: '全年培训教师310人次，表彰25名优秀班主任，选派8名教师支教。',
    },
    {
      bad: '深入开展“明礼仪⟦ ⟧知廉耻”主题教育，每学期评比一次，纳入学校考核。',
      good: '深入开展“明礼仪、知廉耻”主题教育，每学期评比一次，纳入学校考核。',
    },
  ],
  looksAt: (passage) => gapsIn(passage).length > 0 || (gapBehindNumber(passage) ?? '') !== '',
  check(plan, report, { paragraphs }) {
    const places = spacesIn(plan, paragraphs);
    const slogans = places.filter(({ edits }) => edits.length === 0);
    const strays = places.filter(({ edits }) => edits.length > 0);
    for (const { span, message } of slogans) report(span, message, { severity: 'hint' });
    reportAlike(report, spacesBehindNumbers(plan), {
      fix: {
        kind: 'safe',
        one: { zh: '删去空格', en: 'Remove the space' },
        all: { zh: '删去编号后的空格', en: 'Remove the spaces behind numbers' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处编号后多了空格，其余编号后没有。`,
        en: `${count} numbers have a space behind them; the others have none.`,
      }),
      most: 3,
    });
    reportAlike(report, strays, {
      fix: {
        kind: 'safe',
        one: { zh: '删去空格', en: 'Remove the space' },
        all: { zh: '删去这些空格', en: 'Remove these spaces' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处句子里多了空格。`,
        en: `The text has stray spaces in ${count} places.`,
      }),
    });
  },
};

function spacesIn(plan: Plan, paragraphs: readonly Block[]): readonly Place[] {
  const whole = paragraphs.filter((block) => block.offsets === undefined && gapsIn(block).length > 0);
  if (whole.length === 0) return [];
  const fields = [...plan.fields].sort((a, b) => a.holder.start - b.holder.start);
  const rows = spacedRows(linesOf(plan));
  const prose = flatMapped(whole, cellsOf);
  const blocks = prose.filter((block) => isSentence(block) && !rows.has(block));
  let aroundDigits: Habit | undefined;
  const places: Place[] = [];
  let next = 0;
  for (const block of blocks) {
    for (const { 0: gap, index: at } of gapsIn(block)) {
      const span = { start: offsetIn(block, at), end: offsetIn(block, at + gap.length) };
      while ((fields[next]?.holder.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
      const inField = (fields[next]?.holder.start ?? Number.POSITIVE_INFINITY) <= span.start;
      if (at < numberWidth(block.text)) continue;
      const before = block.text[at - 1] ?? '';
      const after = block.text[at + gap.length] ?? '';
      // In a field, spaces part names and labels; behind a mark there is nothing to part.
      if (inField && !/[、。;,]/u.test(before)) continue;
      // `12 000` parts thousands.
      if (/^\d\d$/u.test(before + after)) continue;
      if (/\d/u.test(before + after)) {
        aroundDigits ??= habitAtDigits(
          flatMapped(linesOf(plan), cellsOf).filter((line) => isSentence(line) && !rows.has(line)),
        );
        const tight = /[日月]/u.test(after) || isInNumber(block.text, at, gap.length);
        if (aroundDigits === 'spaced' || (aroundDigits === 'mixed' && !tight)) continue;
      }
      const inside = /[“《]/u.test(before) || /[”》]/u.test(after);
      if (!inside && setsApart(block.text, at, gap.length)) continue;
      if (isInList(block.text, at)) continue;
      // `…制度。  县委办、县直机关工委` sets apart who does it.
      if (before === '。' && namesBodies(block.text.slice(at + gap.length))) continue;
      // `（2月18日前 食堂）` parts the time from the name.
      if (partsTime(block.text, at, gap.length)) continue;
      if (PHONE.test(block.text.slice(at + gap.length, at + gap.length + 12))) continue;
      // Behind a half-width mark the space belongs to it.
      if (/[,;:]/u.test(before) && textIn(plan, span.start - 1, span.start) === before) continue;
      places.push(placeOf(span, isSlogan(block.text, at, gap.length)));
    }
  }
  const others = prose.filter((block) => !isSentence(block) && !rows.has(block));
  return [...places, ...flatMapped(others, strayInLine)].sort((a, b) => a.span.start - b.span.start);
}

function partsTime(text: string, at: number, width: number): boolean {
  const open = text.lastIndexOf('(', at);
  return (
    open >= 0 &&
    at - open <= LONGEST_TIME &&
    timeOf(text.slice(open + 1, at)) !== undefined &&
    /^[々〇㐀-鿿、]{2,24}\)/u.test(text.slice(at + width, at + width + 26))
  );
}

/** In characters, with the bracket before it. */
const LONGEST_TIME = 18;

/** The paragraphs that stand in the text as they were read. */
function linesOf(plan: Plan): readonly Block[] {
  return proseOf(plan).filter(({ offsets }) => offsets === undefined);
}

/** The cells of a row, each a paragraph of its own; any other paragraph alone. */
function cellsOf(block: Block): readonly Block[] {
  if (!hasCells(block)) return [block];
  return matchesIn(block.text, CELL).map(({ 0: { length }, index }) => part(block, index, index + length));
}

const hasCells = saying(/[\t|]/u);
const CELL = /[^\t|]+/gu;

/** Spaces behind the numbers of items where most numbers have none: `1. 甲事` among `2.乙事`. */
function spacesBehindNumbers(plan: Plan): readonly Place[] {
  const numbered = flatMapped(proseOf(plan), (block) => {
    const gap = gapBehindNumber(block);
    return gap === undefined ? [] : [{ block, gap }];
  });
  const spaced = numbered.filter(({ gap }) => gap !== '');
  if (spaced.length * 4 > numbered.length) return [];
  return spaced.map(({ block, gap }) => {
    const at = block.text.indexOf(gap);
    const span = { start: offsetIn(block, at), end: offsetIn(block, at + gap.length) };
    const message = { zh: '编号后多了空格。', en: 'There is a stray space behind the number.' };
    return { span, edits: [{ span, newText: '' }], message };
  });
}

/** `3. 甲事`, `3.甲事` */
const ITEM = /^\d{1,3}[.、](?<gap> {0,2})(?=[々〇㐀-鿿𠀀-𲎯“《])/u;
const gapBehindNumber = unnumbered(({ text, raw }: Passage) => {
  const { 0: head = '', groups } = ITEM.exec(text) ?? {};
  return raw.slice(0, head.length).includes(UNSEEN) ? '' : groups?.gap;
});

/**
 * The one gap of a title, a date or a document number, which sets nothing apart: `关于印发 2024年…的通知`,
 * `2024年2月26 日`, `青教办〔2024〕5 号`.
 */
function strayInLine(block: Block): Place[] {
  const gaps = gapsIn(block);
  const quoted = gaps.filter(({ 0: { length }, index }) => isAtQuote(block.text, index, length));
  if (quoted.length > 0)
    return quoted.map(({ 0: { length }, index }) =>
      placeOf({ start: offsetIn(block, index), end: offsetIn(block, index + length) }, false),
    );
  if (gaps.length > 1 && isUneven(block.text)) return [dateOf(block, gaps)];
  const [gap] = gaps;
  if (!gap || gaps.length > 1) return [];
  const { 0: spaces, index: at } = gap;
  const [before, after] = [block.text.slice(0, at), block.text.slice(at + spaces.length)];
  const cut =
    (/[々〇㐀-鿿𠀀-𲎯][印转下]发$/u.test(before) && /的通知》?$/u.test(after)) ||
    (/的$/u.test(before) && /^通知$/u.test(after)) ||
    (before.lastIndexOf('《') > before.lastIndexOf('》') && isTitleEnd(after)) ||
    DATE.test(before + after) ||
    isInNumber(block.text, at, spaces.length);
  return cut
    ? [placeOf({ start: offsetIn(block, at), end: offsetIn(block, at + spaces.length) }, false)]
    : [];
}

/** `“ 书香校园 ”`: inside quotes nothing is set apart. */
function isAtQuote(text: string, at: number, width: number): boolean {
  return /[“《]/u.test(text[at - 1] ?? '') || /[”》]/u.test(text[at + width] ?? '');
}

/** `2026年 4月 20 日`: a date with spaces here and there; one that is spaced throughout is typeset so. */
function isUneven(text: string): boolean {
  if (!DATE.test(text.replace(/ /gu, ''))) return false;
  const sides = matchesIn(text, /(?<=\d) ?(?=[年月日])|(?<=[年月]) ?(?=\d)/gu).map(([side]) => side === ' ');
  return sides.includes(true) && sides.includes(false);
}

/** One finding for a date, whatever spaces it has. */
function dateOf(block: Block, gaps: readonly RegExpExecArray[]): Place {
  const [first, last] = [gaps[0], gaps.at(-1)];
  const spanOf = ({ index, 0: { length } }: RegExpExecArray): Span => ({
    start: offsetIn(block, index),
    end: offsetIn(block, index + length),
  });
  const [start, end] = [first ? spanOf(first).start : 0, last ? spanOf(last).end : 0];
  return {
    span: { start, end },
    edits: gaps.map((gap) => ({ span: spanOf(gap), newText: '' })),
    message: { zh: '日期里多了空格。', en: 'There are stray spaces in the date.' },
  };
}

/** `〔2024〕5 号` */
function isInNumber(text: string, at: number, width: number): boolean {
  return (
    /〔\d{4}〕第?\d{0,5}$/u.test(text.slice(Math.max(0, at - 14), at)) &&
    /^\d{0,5}号/u.test(text.slice(at + width, at + width + 6))
  );
}

const DATE = /^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日|底)?前?$/u;

/** A gap of at most four spaces between Han characters, digits and marks; in folded text. */
const SPACE =
  /(?<=[々〇㐀-鿿𠀀-𲎯\d、。;:,”》〕]) {1,4}(?=[々〇㐀-鿿𠀀-𲎯\d“《，。、”》]|[;:,])|(?<=[“《]) {1,4}(?=[々〇㐀-鿿𠀀-𲎯])/gu;
const spacesOf = matching(SPACE);
/** Without what nobody sees, which is another rule's. */
const gapsIn = unnumbered((passage: Passage) => {
  const gaps = spacesOf(passage);
  if (gaps.length === 0 || !passage.raw.includes(UNSEEN)) return gaps;
  return gaps.filter(
    ({ 0: { length }, index }) => !passage.raw.slice(index, index + length).includes(UNSEEN),
  );
});
const UNSEEN = '\u200B';

/** `（数学组 王一鸣）`, `（田径 球类）`: in brackets that hold words alone, spaces part these. */
function isInList(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at, at + 40);
  const [from, to] = [before.lastIndexOf('('), after.indexOf(')')];
  return from >= 0 && to >= 0 && LISTED.test(before.slice(from + 1) + after.slice(0, to));
}

const LISTED = /^[々〇㐀-鿿𠀀-𲎯]{2,}(?: {1,4}[々〇㐀-鿿𠀀-𲎯]{2,})+$/u;

/** `王老师 0533-2188899` */
const PHONE = /^\d{3,4}-?\d{4,8}/u;

/** `“明礼仪 知廉耻”`: a gap that parts a slogan stands for a mark, and which one is not known. */
function isSlogan(text: string, at: number, width: number): boolean {
  const before = /[“《](?<words>[々〇㐀-鿿𠀀-𲎯]{2,10})$/u.exec(text.slice(Math.max(0, at - 11), at));
  const after = /^(?<words>[々〇㐀-鿿𠀀-𲎯]{2,10})[”》]/u.exec(text.slice(at + width, at + width + 11));
  return before !== null && after !== null && !isTitleEnd(text.slice(at + width, at + width + 20));
}

function placeOf(span: Span, slogan: boolean): Place {
  return slogan
    ? {
        span,
        edits: [],
        message: {
          zh: '两句之间用了空格，请改用标点。',
          en: 'A space parts two phrases; use a mark instead.',
        },
      }
    : {
        span,
        edits: [{ span, newText: '' }],
        message: { zh: '句子里多了空格。', en: 'There is a stray space in the sentence.' },
      };
}

/** Sentences alone: headings, titles and signatures are spaced for looks. */
const isSentence = unnumbered(
  ({ text }: Passage) => text.length > 20 && /[。,;]/u.test(text) && !/[\t|]/u.test(text),
);

/**
 * Width of the number and the gap behind it that begin the paragraph: `一、 `, `（三） `, `1. `, `第二条 `; of the month or day of a
 * calendar, `10月 秋游`; of a label whose two characters are set apart, `委 员（排名不分先后）：`.
 */
function numberWidth(text: string): number {
  return NUMBER.exec(text)?.[0].length ?? 0;
}

const NUMBER =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[上中下]旬|\d{1,2}日)?(?! {1,4}[\d份底末上中下])|第?[一二三四五六七八九十百\d]{1,4}[章节条项、.)]?|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]|专栏\d{1,2}|[々〇㐀-鿿] {1,4}[々〇㐀-鿿](?=[(:]))\s{0,4}/u;

/** What a text does around digits: where spaces are a habit, they are a way to typeset. */
type Habit = 'spaced' | 'mixed' | 'tight';

function habitAtDigits(blocks: readonly Block[]): Habit {
  let [spaced, tight] = [0, 0];
  for (const block of blocks) {
    for (const match of besideDigits(block)) {
      if (match[0].includes(' ')) spaced += 1;
      else tight += 1;
    }
  }
  if (spaced > tight) return 'spaced';
  return spaced * 4 < tight ? 'tight' : 'mixed';
}

const BESIDE_DIGIT = /(?<=[々〇㐀-鿿𠀀-𲎯]) ?(?=\d)|(?<=\d) ?(?=[々〇㐀-鿿𠀀-𲎯])/gu;
const besideDigits = matching(BESIDE_DIGIT);
