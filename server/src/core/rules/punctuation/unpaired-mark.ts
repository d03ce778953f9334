import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, offsetIn, type Passage, spanIn } from '../../plan/block.ts';
import { isWithin, type Plan, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { within } from '../../text/text.ts';

/** A quote, bracket or title mark without its other half in the paragraph, or two pairs that cross. */
export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  name: { zh: '标点不成对', en: 'Unpaired mark' },
  yieldsTo: ['repeated-mark'],
  severity: 'warning',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011' },
  summary: {
    zh: '引号、括号、书名号应成对使用，互不交叉。',
    en: 'Quotes, brackets and title marks come in pairs that do not cross.',
  },
  why: {
    zh: '缺了一半，读者不知道引语或名称到哪里为止；两对交叉，则不知道谁套着谁。多为修改时误删。',
    en: 'With one half gone, nobody knows where a quotation or a name ends; where two pairs cross, which holds which. Mostly one half was lost while editing.',
  },
  examples: [
    {
      bad: '开展⟦“⟧书香班级评选活动，每月表扬一批读书小标兵。',
      good: '开展“书香班级”评选活动，每月表扬一批读书小标兵。',
    },
    {
      bad: '实施薪火相传⟦”⟧工程，结成师徒对子。',
      good: '实施“薪火相传”工程，结成师徒对子。',
    },
    {
      bad: '修订“《校园安全手册⟦”》⟧，发到每个班级。',
      good: '修订“《校园安全手册》”，发到每个班级。',
    },
    {
      bad: '落实“一校一策⟦"⟧要求。',
      good: '落实“一校一策”要求。',
    },
  ],
  looksAt: (passage) => !isPaired(passage),
  check(plan, report, { paragraphs }) {
    for (const { block, at, to, message, newText } of faultsIn(plan, paragraphs)) {
      const span = spanIn(block, at, to);
      const fix = newText !== undefined && {
        fix: { title: TITLE(newText), kind: 'safe' as const, edits: [{ span, newText }] },
      };
      report(span, message, fix || {});
    }
  },
};

const TITLE = (newText: string): Message => ({ zh: `改为“${newText}”`, en: `Change to ${newText}` });

interface Fault {
  readonly block: Block;
  readonly at: number;
  readonly to: number;
  readonly message: Message;
  readonly newText?: string;
}

/** In folded text, where round brackets are narrow. */
const CLOSER_OF: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '【': '】',
};
const OPENER_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSER_OF).map(([opener, closer]) => [closer, opener]),
);

/** Everything that may open or close. */
const MARK = /[“”‘’()《》〈〉〔〕【】"]/gu;

interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** What was left over in one paragraph. */
interface Leftover {
  readonly block: Block;
  readonly open: Mark[];
  readonly closed: Mark[];
  /** Closers that may number a list (`3)`), or close what a line before opened. */
  readonly numbers: Mark[];
}

function faultsIn(plan: Plan, paragraphs: readonly Block[]): readonly Fault[] {
  const faults: Fault[] = [];
  const leftovers: Leftover[] = [];
  const lost = within(plan.doubtful);
  for (const block of paragraphs) {
    if (lost(block.span.start)) continue;
    const left = pair(block, plan, faults);
    joinWrapped(plan, leftovers, left);
    // What a table in pieces begins right behind may close in it.
    if (lost(block.span.end + 1) || lost(block.span.end + 2)) left.open.length = 0;
    if (left.open.length + left.closed.length > 0) leftovers.push(left);
  }
  for (const { block, open, closed } of leftovers) faults.push(...leftoverFaults(plan, block, open, closed));
  return faults;
}

/** Whether every mark of a paragraph that opens is closed by its own other half, one inside the other: nearly always. */
const isPaired = unnumbered(({ text }: Passage): boolean => {
  const open: string[] = [];
  for (const { mark } of marksOf({ text })) {
    if (mark === '"') return false;
    if (mark in CLOSER_OF) {
      if (mark === '“' && open.at(-1) === '“') return false;
      open.push(mark);
    } else if (open.pop() !== OPENER_OF[mark]) return false;
  }
  return open.length === 0;
});

/** Pairs the marks of one paragraph; crossing pairs and wrong closers go to `faults`, what has no partner comes back. */
function pair(block: Block, plan: Plan, faults: Fault[]): Leftover {
  const marks = marksOf(block);
  // Which quotes are straight and pair among themselves is only known when their codes are gone.
  const coded = /&(?:quot|#34);/u.test(block.text);
  const open: Mark[] = [];
  const crossed: { readonly mark: Mark; readonly by: Mark }[] = [];
  const closed: Mark[] = [];
  const lost: Mark[] = [];
  const numbers: Mark[] = [];
  for (const [i, one] of marks.entries()) {
    const { mark, at } = one;
    if (mark === '"') {
      // A straight quote closes a curved one; alone it has no direction, and behind a digit it may be an inch.
      if (open.at(-1)?.mark !== '“' || coded) continue;
      if (/\d/u.test(block.text[at - 1] ?? '') && marks[i + 1]?.mark === '”') continue;
      open.pop();
      // `&quot;` is html-residue's.
      if (textIn(plan, offsetIn(block, at), offsetIn(block, at) + 1) === mark)
        faults.push({ block, at, to: at + 1, message: wrongCloser('“', '"', '”'), newText: '”' });
      continue;
    }
    if (mark in CLOSER_OF) {
      const top = open.at(-1);
      if (
        /[“‘]/u.test(mark) &&
        top?.mark === '“' &&
        isTerm(block.text, top.at, at) &&
        closesAsOpener(marks, i)
      ) {
        open.pop();
        faults.push({ block, at, to: at + 1, message: wrongCloser('“', mark, '”'), newText: '”' });
      } else open.push(one);
      continue;
    }
    const opener = OPENER_OF[mark];
    if (open.at(-1)?.mark === opener) {
      open.pop();
      continue;
    }
    const past = crossed.findIndex((entry) => entry.mark.mark === opener);
    const by = crossed[past]?.by;
    const partner = lastOf(open, opener);
    if (partner >= 0) {
      const above = open.splice(partner).slice(1);
      crossed.push(...above.map((entry) => ({ mark: entry, by: one })));
    } else if (by) {
      crossed.splice(past, 1);
      faults.push(crossing(plan, block, by, one));
    } else if (isListNumber(block.text, mark, at)) numbers.push(one);
    else closed.push(one);
    if (crossed.length > DEEPEST) lost.push(...crossed.splice(0, 1).map((entry) => entry.mark));
  }
  const left = [...open, ...lost, ...crossed.map((entry) => entry.mark)];
  return { block, open: left.sort((a, b) => a.at - b.at), closed, numbers };
}

/** The last opener of a kind; nothing nests deeper on purpose, and looking further would take the square of the time. */
function lastOf(open: readonly Mark[], opener: string | undefined): number {
  for (let i = open.length - 1; i >= 0 && i > open.length - DEEPEST; i -= 1)
    if (open[i]?.mark === opener) return i;
  return -1;
}

const DEEPEST = 8;

/** Apostrophes of English words are no quotes, nor are minutes and seconds (`5’30”`). */
function marksOf({ text }: Pick<Passage, 'text'>): readonly Mark[] {
  let opened = false;
  return flatMapped(matchesIn(text, MARK), ({ 0: mark, index }) => {
    // `‘1+4+N’` closes what opens before it.
    const apostrophe = mark === '’' && !opened && /[A-Za-z]/u.test(text[index - 1] ?? '');
    if (mark === '‘' || mark === '’') opened = mark === '‘';
    const minutes =
      mark === '’' && /\d’\d{1,2}(?:\.\d{1,2})?”/u.test(text.slice(Math.max(0, index - 1), index + 8));
    const seconds =
      mark === '”' && /\d’\d{1,2}(?:\.\d{1,2})?$/u.test(text.slice(Math.max(0, index - 8), index));
    return apostrophe || minutes || seconds ? [] : [{ mark, at: index }];
  });
}

/** Whether a few words stand between two quotes; a stop between them says that the first was never closed. */
function isTerm(text: string, from: number, to: number): boolean {
  return to - from > 1 && to - from <= 40 && !/[,;。!?]/u.test(text.slice(from, to));
}

/** `“十四五“规划`, `“十四五‘规划`: a second opening quote that the next quote does not close was meant to close. */
function closesAsOpener(marks: readonly Mark[], at: number): boolean {
  for (let i = at + 1; i < marks.length && i < at + 12; i += 1) {
    if (/[”’]/u.test(marks[i]?.mark ?? '')) return false;
    if (marks[i]?.mark === '“') return true;
  }
  return true;
}

/** `1）`, `a)` and `一）` number lists, `a)` and `1)` also right behind a word. */
function isListNumber(text: string, mark: string, at: number): boolean {
  if (mark !== ')') return false;
  return /(?:(?:^|[\s,;:。、)])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])|[々〇㐀-鿿𠀀-𲎯][a-zA-Z1①])$/u.test(
    text.slice(Math.max(0, at - 5), at),
  );
}

/** A pair that a line break cut in two, which the parser did not join, is a pair. */
function joinWrapped(plan: Plan, before: readonly Leftover[], left: Leftover): void {
  for (const { open, block } of before.slice(-3)) {
    if (!isWithin(plan, block.span.end, left.block.span.start, 200)) continue;
    const [number] = left.numbers;
    const brackets = open.findIndex(({ mark }) => mark === '(');
    if (number && brackets >= 0) {
      open.splice(brackets, 1);
      left.numbers.shift();
    }
    for (let i = 0; i < left.closed.length && open.length > 0; ) {
      const partner = lastOf(open, OPENER_OF[left.closed[i]?.mark ?? '']);
      if (partner < 0) i += 1;
      else {
        open.splice(partner, 1);
        left.closed.splice(i, 1);
      }
      if (i > 8) break;
    }
  }
}

/** No longer are pieces of cells, in characters. */
const LONGEST_PIECE = 12;

/** More than a few of one kind in a paragraph are one slip. */
const MOST = 4;

function leftoverFaults(plan: Plan, block: Block, open: readonly Mark[], closed: readonly Mark[]): Fault[] {
  const written = ({ at }: Mark) => textIn(plan, offsetIn(block, at), offsetIn(block, at) + 1);
  const faults: Fault[] = [];
  // A piece of a table's cell, which goes on in another line.
  if (block.text.length <= LONGEST_PIECE && !/[，。；：,.;:]/u.test(block.text)) return faults;
  const wrong = mismatched(open, closed);
  for (const { opener, closer } of wrong) {
    faults.push({
      block,
      at: closer.at,
      to: closer.at + 1,
      message: wrongCloser(written(opener), written(closer), partnerOf(opener, written(opener))),
    });
  }
  const done = new Set(flatMapped(wrong, ({ opener, closer }) => [opener, closer]));
  for (const [marks, message] of [
    [open, unclosed],
    [closed, unopened],
  ] as const) {
    const left = marks.filter((mark) => !done.has(mark));
    for (const mark of left.slice(0, left.length > MOST ? 1 : MOST)) {
      faults.push({
        block,
        at: mark.at,
        to: mark.at + 1,
        message: message(written(mark), partnerOf(mark, written(mark)), left.length),
      });
    }
  }
  return faults;
}

/** The other half, of the width in which this one is written. */
function partnerOf({ mark }: Mark, written: string): string {
  const partner = CLOSER_OF[mark] ?? OPENER_OF[mark] ?? '';
  return written === mark || partner === '' ? partner : partner === ')' ? '）' : '（';
}

/** `《关于…的通知”`: one opener and one closer are left, in this order, close to each other. */
function mismatched(
  open: readonly Mark[],
  closed: readonly Mark[],
): readonly { readonly opener: Mark; readonly closer: Mark }[] {
  const [opener, closer] = [open[0], closed[0]];
  if (!opener || !closer || open.length > 1 || closed.length > 1) return [];
  return opener.at < closer.at && closer.at - opener.at < 60 ? [{ opener, closer }] : [];
}

function unclosed(mark: string, partner: string, count: number): Message {
  const more = count > MOST;
  return {
    zh: `${mark} 在本段没有与之配对的 ${partner}${more ? `，本段共${count}处` : ''}。`,
    en: `${mark} is not closed by ${partner} in this paragraph${more ? `, nor are ${count - 1} more` : ''}.`,
  };
}

function unopened(mark: string, partner: string, count: number): Message {
  const more = count > MOST;
  return {
    zh: `${mark} 在本段没有与之配对的 ${partner}${more ? `，本段共${count}处` : ''}。`,
    en: `${mark} is not opened by ${partner} in this paragraph${more ? `, nor are ${count - 1} more` : ''}.`,
  };
}

function wrongCloser(opener: string, closer: string, right: string): Message {
  return {
    zh: `前面是 ${opener}，这里却用 ${closer} 结束，应为 ${right}。`,
    en: `What ${opener} opens is closed by ${closer} instead of ${right}.`,
  };
}

/** `“《…”》`: the first closer belongs after the second. */
function crossing(plan: Plan, block: Block, first: Mark, second: Mark): Fault {
  const [a, b] = [offsetIn(block, first.at), offsetIn(block, second.at)];
  const [before, after] = [textIn(plan, a, a + 1), textIn(plan, b, b + 1)];
  return {
    block,
    at: first.at,
    to: second.at + 1,
    message: {
      zh: `${before} 与 ${after} 交叉，里层的标点应先结束。`,
      en: `${before} and ${after} cross; the inner pair closes first.`,
    },
    ...(b === a + 1 && { newText: after + before }),
  };
}
