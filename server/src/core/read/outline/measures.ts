import { type Block, cited, lengthOf, offsetIn, type Passage, saying, spanIn } from '../../plan/block.ts';
import type { Field, Measure } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { knowing, unnumbered, unnumberedAt } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';
import { numeralValue } from '../../text/numerals.ts';
import { withoutStops } from '../../text/stops.ts';
import { type Item, isLabelLine, type Paragraph } from './item.ts';
import { isField } from './labelled.ts';

/** The measures of a task in document order: `一是…；二是…` in its paragraphs, `——` paragraphs, （1） items. */
export function measuresOf(item: Item): readonly Measure[] {
  const own = flatMapped([item.paragraph, ...item.body], (paragraph) => inParagraph(paragraph));
  const below = flatMapped(item.children, (child) => {
    if (isField(child)) return [];
    const { block } = child.paragraph;
    const { number, bodyFrom, from } = child.mark;
    return [measure(block, number, from, bodyFrom, lengthOf(block)), ...measuresOf(child)];
  });
  return [...own, ...below].sort((a, b) => a.span.start - b.span.start);
}

function inParagraph({ block, fields, mark }: Paragraph): Measure[] {
  const end = wordsEnd(block, fields);
  const dash = mark || isLabelLine({ fields }) ? undefined : dashOf(block);
  const listed = listedIn(block);
  if (listed.length === 0) {
    return dash === undefined ? [] : [measure(block, dash.trim(), 0, dash.length, end)];
  }
  return listed.map((one, i) =>
    measure(block, one.number, one.from, one.bodyFrom, listed[i + 1]?.from ?? end),
  );
}

/** The measures that a paragraph lists. */
const listedIn = unnumbered(({ text }: Passage): readonly Found[] =>
  flatMapped(INLINE, ([first, pattern]) => (first.test(text) ? sequences(text, pattern) : [])).sort(
    (a, b) => a.from - b.from,
  ),
);

/** Where the words end and the owner bracket at the paragraph's end begins. */
function wordsEnd(block: Block, fields: readonly Field[]): number {
  const last = fields.at(-1);
  if (!last || block.offsets) return lengthOf(block);
  return last.holder.end >= block.span.end - 1 ? last.holder.start - block.span.start : lengthOf(block);
}

function measure(block: Block, number: string, from: number, bodyFrom: number, end: number): Measure {
  const to = (hasTab(block) ? cellEnd(block, bodyFrom, end)?.at : undefined) ?? end;
  const body = spanIn(block, bodyFrom, to);
  const text = cited(block, bodyFrom, to);
  return {
    number,
    text: withoutStops(text),
    span: { start: offsetIn(block, from), end: body.end },
  };
}

const hasTab = saying(/\t/u);
/** A measure in a cell ends with the cell. */
const cellEnd = unnumberedAt(({ text }: Passage, from, to) => {
  const at = text.indexOf('\t', from);
  return at >= from && at < to ? { at } : undefined;
});

/** A paragraph that a dash makes an item. */
const DASH = /^(?:——|—|--|-)\s*(?=[^\s\d-])/u;
const dashOf = knowing(({ text }: Passage) => DASH.exec(text)?.[0]);

/** 一是; （1）; （一）; 1.; ① inside a paragraph, after a sentence or clause end, and how the first of each is written. */
const INLINE: readonly (readonly [first: RegExp, pattern: RegExp])[] = [
  [
    /一是/u,
    /(?:(?<=^|[。;:,!\s”)*])|(?<=[々〇㐀-鿿𠀀-𲎯]{4})(?=一是[^;。]{2,120}[;。]\s*二是))([一二三四五六七八九十]{1,2})是(?!否)/gu,
  ],
  [/\(1\)/u, /(?<=[。;:!)])\s*\((\d{1,2})\)/gu],
  [/[:;]\(一\)/u, /(?<=[。;:!)])\s*\(([一二三四五六七八九十]{1,2})\)/gu],
  [/[。;:!]\s*1[.、]/u, /(?<=[。;:!])\s*(\d{1,2})[.、](?:(?!\d)|(?=20\d\d年))/gu],
  [/①/u, /(?<=^|[。;:,!\s])([①-⑳])/gu],
];

interface Found {
  readonly number: string;
  readonly from: number;
  readonly bodyFrom: number;
}

/** Runs 1, 2, … of at least two; a lone 一是 introduces nothing. */
function sequences(text: string, pattern: RegExp): Found[] {
  const found: Found[] = [];
  let run: Found[] = [];
  const close = () => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  for (const match of matchesIn(text, pattern)) {
    const number = match[1] ?? '';
    const value = numeralValue(number);
    const one = { number, from: match.index, bodyFrom: match.index + match[0].length };
    if (value === 1) {
      close();
      run = [one];
    } else if (run.length > 0 && value === run.length + 1) run.push(one);
  }
  close();
  return found;
}
