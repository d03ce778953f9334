import { type Block, lastIndex, type Passage, saying, words } from '../../plan/block.ts';
import type { Metadata, Plan } from '../../plan/plan.ts';
import { readDate } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span, Words } from '../../text/text.ts';
import { markOf } from '../outline/numbering.ts';
import { CHROME, COUNTER, DATE_LINE, DOCUMENT_NUMBER, PAGE, SIGNATURE, SIGNED_DATE, TAIL } from './shapes.ts';
import { isTitle, type Title, titleOf } from './title.ts';
import { yearOf } from './year.ts';

/** What stands around the body of a plan: the page, the notice that issues it, its title, its signature. */
export type Frame = Pick<
  Plan,
  | 'title'
  | 'year'
  | 'turn'
  | 'documentNumber'
  | 'issuers'
  | 'recipients'
  | 'date'
  | 'metadata'
  | 'noise'
  | 'preamble'
>;

/** The frame of a text in blocks; `body` is the index of the first numbered block. */
export function frameOf(blocks: readonly Block[], body: number): Frame {
  const head = blocks.slice(0, body);
  const metadata = flatMapped(head, (block) => metadataIn(block));
  const noise = blocks.filter(isNoise).map((block) => block.span);
  const plain = head.filter((block) => !isNoise(block) && metadataIn(block).length === 0);
  const title = titleAmong(plain, metadata, body < blocks.length ? annexedTitle(head) : undefined);
  const numbered = head.find((block) => block.text.length < 40 && DOCUMENT_NUMBER.test(block.text));
  const salutation = plain.find((block) => isSalutation(block.text));
  const signatures = signaturesIn(blocks);
  const documentNumber = numbered
    ? documentNumberIn(numbered)
    : (fromMetadata(metadata, /^(?:发文字号|文号)$/u, /(?<!无)号$/u) ??
      title?.number ??
      labelledNumber(head));
  const date = signatures.date ?? dateFrom(metadata);
  const titleIndex = title ? plain.findIndex((block) => block.span.end >= title.span.end) : -1;
  const opening = plain
    .slice(titleIndex + 1)
    .filter((block) => block.text.length > 12 && !isSalutation(block.text));
  return {
    title,
    ...yearOf(title?.text, date?.iso, documentNumber?.text),
    documentNumber,
    issuers: signatures.issuers.length > 0 ? signatures.issuers : issuersFrom(metadata),
    recipients: salutation && words(salutation, 0, salutation.text.length - 1),
    date,
    metadata,
    noise,
    preamble: spanOf(opening),
  };
}

/** The title above the body, else the one that the page names; a link of the page's menu above that is none. */
function titleAmong(
  plain: readonly Block[],
  metadata: readonly Metadata[],
  annexed: Title | undefined,
): Title | undefined {
  const above = titleOf(plain);
  const own = annexed && (above?.span.end ?? 0) <= annexed.span.start ? annexed : above;
  const named = fromMetadata(metadata, /^(?:标题|(?:文件|公文)?名称)$/u, /.{6}/u);
  if (!own || !named) return own ?? named;
  const first = metadata[0]?.label.span.start ?? 0;
  const [one, other] = [own, named].map(({ text }) => text.replace(/\s+/gu, ''));
  const same = one !== undefined && other !== undefined && (one.includes(other) || other.includes(one));
  return own.span.end <= first && !same ? named : own;
}

/** `附件：某县专项实施方案` behind those who sign a letter: the title of the plan that begins there. */
function annexedTitle(head: readonly Block[]): Title | undefined {
  const signed = signers(head);
  const closed = lastIndex(head, (block) => signed.has(block));
  const block = closed < 0 ? undefined : head.slice(closed + 1).find(opensAnnex);
  const from = block?.text.search(ANNEXED) ?? -1;
  return block && from >= 0 && isTitle(block.text.slice(from))
    ? words(block, from, block.text.length)
    : undefined;
}

/** Behind the words 附件： */
const ANNEXED = /(?<=^附\s{0,4}件\s{0,4}\d?\s{0,4}:\s{0,4})[^\s\d]/u;
const opensAnnex = saying(ANNEXED);

/**
 * Which blocks sign the text: bodies on lines of their own above a date. They end what stands before them, as the
 * date does.
 */
export function signers(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  blocks.forEach((block, i) => {
    if (!isDateLine(block)) return;
    for (let j = i - 1; j >= Math.max(0, i - 4); j -= 1) {
      const above = blocks[j];
      if (!above || !(SIGNATURE.test(above.text) || CHARTERED.test(above.text)) || markOf(above)) break;
      found.add(above);
    }
  });
  return found;
}

const isDateLine = saying(DATE_LINE);
const isSignedDate = saying(SIGNED_DATE);

const isPrinted = saying(/印发\)?$/u);

/** `（某局代章）` */
const CHARTERED = /^\(.{2,24}代章\)$/u;

/** `page`: noise that may stand inside the text; `tail`: what ends the body; undefined: neither. */
export const noiseOf = unnumbered(({ text }: Passage): 'page' | 'tail' | undefined => {
  if (PAGE.test(text)) return 'page';
  if (TAIL.test(text) || DATE_LINE.test(text) || SIGNED_DATE.test(text)) return 'tail';
  // A second title begins a second document.
  return text.length <= 60 && !NUMBERED.test(text) && isTitle(text) && OTHER_TITLE.test(text)
    ? 'tail'
    : undefined;
});

/** What the title of another document says beside its kind: its year, whom it concerns or who wrote it. */
const OTHER_TITLE =
  /20\d\d\s*年|关于|^(?!列入|纳入|[^省市县区局校院]{0,6}[：:]).{0,24}[省市县区局校院].{2,}(?:要点|计划|方案|分工|通知|意见|清单|表|名录|通讯录|规划|总结|报告)$/u;

const NUMBERED = /^[\s#*]*(?:[一二三四五六七八九十]+、|\(|\d)/u;

/** No button, counter or page number is longer. */
const LONGEST_NOISE = 200;

const isNoise = unnumbered(({ text }: Passage): boolean => {
  if (text.length > LONGEST_NOISE) return TAIL.test(text.slice(0, LONGEST_NOISE));
  return PAGE.test(text) || TAIL.test(text) || CHROME.test(text) || COUNTER.test(text);
});

const METADATA_LABEL =
  '索\\s*引\\s*号|文\\s*号|发文字号|发文日期|发布日期|成文日期|生成日期|公开日期|废止日期|发布机构|发文机关|发文机构|公开机构|公开方式|有\\s*效\\s*性|效力状态|组配分类|主题分类|体裁分类|分\\s*类|主题词|主\\s*题\\s*词|标题|标\\s*题|(?:文件|公文)?名称|名\\s*称|来源|信息来源|时间|发布时间|更新时间|浏览次数|阅读量?|点击[量率数]|访问量|作者|编辑|发布|原文链接|检索时间|检索关键词|附件';
/** `索引号：…  发文日期：…`, also in the cells of a table: `索引号 | … |`, `发文字号： | … |`. */
const METADATA = new RegExp(
  `(?<=^|\\s|\\|)\\*{0,2}(${METADATA_LABEL})\\*{0,2}\\s{0,9}(?::[\\s|]*|(?<=[号日期构关性题类式]\\s{0,9})\\|\\s*)`,
  'gu',
);

function metadataIn(block: Block): readonly Metadata[] {
  if (!mayBeLabelled(block)) return [];
  const matches = matchesIn(block.text, METADATA);
  if (matches.length === 0 || /\S/u.test(block.text.slice(0, matches[0]?.index).replace(/[*#|•·-]/gu, '')))
    return [];
  return matches.map((match, i) => {
    const label = match[1] ?? '';
    const at = match.index + match[0].indexOf(label);
    const from = match.index + match[0].length;
    const next = matches[i + 1]?.index ?? block.text.length;
    let to = next;
    while (to > from && ' |'.includes(block.text[to - 1] ?? '')) to -= 1;
    return { label: words(block, at, at + label.length), value: words(block, from, to) };
  });
}

const mayBeLabelled = saying(new RegExp(METADATA.source, 'u'));

function fromMetadata(metadata: readonly Metadata[], label: RegExp, value = /./u): Words | undefined {
  const found = metadata.find(
    (one) => label.test(one.label.text.replace(/\s+/gu, '')) && value.test(one.value.text),
  );
  return found?.value;
}

function issuersFrom(metadata: readonly Metadata[]): readonly Words[] {
  const issuer = fromMetadata(metadata, /^(?:发布机构|发文机关|发文机构|公开机构)$/u);
  return issuer ? [issuer] : [];
}

function dateFrom(metadata: readonly Metadata[]): Frame['date'] {
  const value = fromMetadata(metadata, /^(?:成文日期|发文日期|发布日期)$/u);
  const iso = value && readDate(value.text);
  return value && iso ? { ...value, iso } : undefined;
}

function isSalutation(text: string): boolean {
  return (
    text.endsWith(':') &&
    text.length <= 220 &&
    /各|有关|直属|[局委办校]/u.test(text) &&
    !/[。]|如下|以下|现将/u.test(text)
  );
}

/** `【发文字号】 某政办〔2026〕3号`, `文号 某政办〔2026〕3号`: a number behind its label alone. */
function labelledNumber(head: readonly Block[]): Words | undefined {
  for (const block of head) {
    const match = LABELLED_NUMBER.exec(block.text);
    const number = match?.groups?.number ?? '';
    if (match && number)
      return words(block, match.index + match[0].length - number.length, match.index + match[0].length);
  }
  return undefined;
}

const LABELLED_NUMBER =
  /(?:发文字号|文\s{0,8}号)[】\s:|]{1,8}(?<number>[々〇㐀-鿿𠀀-𲎯]{2,14}\s?[〔[(]\s?20\d\d\s?[〕\])]\s?\d{1,5}\s?号)/u;

function documentNumberIn(block: Block): Words {
  const match = DOCUMENT_NUMBER.exec(block.text);
  const from = /^\(?\s*/u.exec(block.text)?.[0].length ?? 0;
  return words(block, from, match?.[0].length ?? block.text.length);
}

/** The last dated signature and the bodies that sign it; the day of printing (2026年3月11日印发) only where there is none. */
function signaturesIn(blocks: readonly Block[]): { readonly date: Frame['date']; readonly issuers: Words[] } {
  const dated = (block: Block) => isDateLine(block) || isSignedDate(block);
  const signed = lastIndex(blocks, (block) => dated(block) && !isPrinted(block));
  const at = signed < 0 ? lastIndex(blocks, dated) : signed;
  const block = blocks[at];
  if (!block) return { date: undefined, issuers: [] };
  const from = block.text.search(/\d{4}|二[〇零○Oo0]|一九/u);
  const line = words(block, from, block.text.replace(/\)$/u, '').length);
  const iso = readDate(line.text.normalize('NFKC'));
  const issuers: Words[] = from > 1 ? bodies(block, 0, from) : [];
  for (let i = at - 1; i >= 0 && i >= at - 4 && from <= 1; i -= 1) {
    const above = blocks[i];
    if (!above || !SIGNATURE.test(above.text)) break;
    issuers.unshift(...bodies(above, 0, above.text.length));
  }
  return { date: iso ? { ...line, iso } : undefined, issuers };
}

/** Bodies that sign side by side stand apart by two or more spaces. */
function bodies(block: Block, from: number, to: number): Words[] {
  return matchesIn(block.text.slice(from, to), /\S+(?: \S+)*/gu).map((match) => {
    const found = words(block, from + match.index, from + match.index + match[0].length);
    return { ...found, text: nameText(found.text) };
  });
}

function spanOf(blocks: readonly Block[]): Span | undefined {
  const first = blocks[0];
  const last = blocks.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}
