import { type Block, blockAt, offsetIn, type Passage, spanIn } from '../../../plan/block.ts';
import type { Plan, Style, Task } from '../../../plan/plan.ts';
import { isRow } from '../../../plan/tasks.ts';
import type { Mark } from '../../../read/outline/numbering.ts';
import { PERIODS } from '../../../read/outline/periods.ts';
import { possibleMarksOf } from '../../../read/outline/sequence.ts';
import { flatMapped } from '../../../text/flat.ts';
import { knowing, unnumbered } from '../../../text/known.ts';
import { remembered } from '../../../text/memo.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Span } from '../../../text/text.ts';

/** The numbered items of `plan`, in order. */
export const numberedIn = remembered((plan: Plan): readonly Numbered[] => {
  const known = new Map<
    number,
    { readonly number: string; readonly holder: string; readonly titleSpan: Span }
  >();
  for (const { number, numberSpan, parent, titleSpan } of plan.sections) {
    if (number) known.set(numberSpan.start, { number, holder: `${parent ?? ''}`, titleSpan });
  }
  const cells = new Map<Block | undefined, Numbered>();
  for (const [i, task] of plan.tasks.entries()) {
    if (task.number) {
      const { number, numberSpan, section, titleSpan } = task;
      const place = { number, holder: `${section ?? ''}`, titleSpan };
      known.set(numberSpan.start, place);
      if (isRow(task)) cells.set(plan.blocks[blockAt(plan.blocks, numberSpan.start)], inCell(task, place));
    }
    for (const { number, span } of task.measures) {
      if (!known.has(span.start)) known.set(span.start, { number, holder: `task ${i}`, titleSpan: span });
    }
  }
  let part = 0;
  let anew = false;
  const items: Numbered[] = [];
  for (const block of plan.blocks) {
    const cell = cells.get(block);
    const marks = cell ? NO_MARKS : numbersOf(block);
    const [first] = marks;
    if (cell) {
      if (anew && cell.value === 1) part += 1;
      anew = false;
      items.push({ ...cell, part });
    } else if (!first) {
      anew ||= beginsAnew(block);
      if (opensList(block)) part += 1;
    }
    if (!first) continue;
    const place = known.get(offsetIn(block, first.from));
    if (!place) continue;
    // Which of the possible numbers it is, the plan says.
    const mark = marks.find(({ number }) => number === place.number) ?? first;
    if (anew && mark.value === 1) part += 1;
    anew = false;
    items.push(numbered(block, mark, place, part));
  }
  return items;
});

const NO_MARKS: readonly Written[] = [];

/** The number of a row, whichever of its cells it stands in. */
function inCell(
  { number, numberSpan: span }: Task,
  { holder, titleSpan }: Pick<Numbered, 'holder' | 'titleSpan'>,
): Numbered {
  const value = numeralValue(number) ?? 0;
  return {
    number,
    value,
    span,
    style: 'cell',
    before: '',
    after: '',
    markSpan: span,
    holder,
    part: 0,
    titleSpan,
  };
}

/** A number that may head a paragraph, and how it is written; offsets are into the passage. */
interface Written extends Pick<Numbered, 'number' | 'value' | 'style' | 'before' | 'after'> {
  readonly from: number;
  readonly to: number;
  readonly markFrom: number;
  readonly markTo: number;
}

const numbersOf = knowing((passage: Passage): readonly Written[] =>
  flatMapped(possibleMarksOf(passage), (mark) => (mark.number === '' ? [] : [writtenIn(passage, mark)])),
);

function writtenIn({ text, raw }: Passage, { number, value, style, from, to, bodyFrom }: Mark): Written {
  const markFrom = '([〔'.includes(text[from - 1] ?? ' ') ? from - 1 : from;
  let markTo = bodyFrom;
  while (markTo > to && text[markTo - 1] === ' ') markTo -= 1;
  return {
    number,
    value: value || (numeralValue(number) ?? 0),
    style,
    before: raw.slice(markFrom, from).trim(),
    after: raw.slice(to, markTo).trimEnd(),
    from,
    to,
    markFrom,
    markTo,
  };
}

/** Whether an unnumbered paragraph heads what has numbers of its own: `附件2`, `2024年工作计划`, `青溪县校舍改造方案`. */
const beginsAnew = unnumbered(
  ({ text }: Passage) => APPENDIX.test(text) || (text.length <= 60 && PART_TITLE.test(text)),
);

const APPENDIX = /^附\s{0,4}件/u;
const PART_TITLE =
  /^[^。;:,!?]{4,58}(?:总结|回顾|计划|打算|安排|要点|方案|规划|思路|意见|办法|细则|制度|预案|清单)(?:\([^()]{1,20}\))?$/u;

/** `二月 1.制定计划`: the first of a list stands behind the month on its line. */
const opensList = unnumbered(({ text }: Passage) => text.includes('1') && LIST_BEHIND.test(text));

const LIST_BEHIND = new RegExp(`^(?:${PERIODS})[\\s:]{1,4}1[.、](?!\\d)`, 'u');

/** A numbered item of a plan (section, task or measure) and how its number is written. */
export interface Numbered {
  /** As written, without its punctuation. */
  readonly number: string;
  readonly value: number;
  /** Of the number alone. */
  readonly span: Span;
  /** The number's style; `cell` for one that stands alone in a table cell. */
  readonly style: Style | 'cell';
  /** What stands before and behind the number, as written and without spaces: `（` and `）`. */
  readonly before: string;
  readonly after: string;
  /** Of the number and its punctuation. */
  readonly markSpan: Span;
  /** What holds the item: the same for siblings. */
  readonly holder: string;
  /** Which of the documents or halves in the text it stands in; each has numbers of its own. */
  readonly part: number;
  /** Of the words behind the number. */
  readonly titleSpan: Span;
}

function numbered(
  block: Plan['blocks'][number],
  { number, value, style, before, after, from, to, markFrom, markTo }: Written,
  { holder, titleSpan }: Pick<Numbered, 'holder' | 'titleSpan'>,
  part: number,
): Numbered {
  const span = spanIn(block, from, to);
  return {
    number,
    value,
    span,
    style,
    before,
    after,
    markSpan: {
      start: markFrom < from ? offsetIn(block, markFrom) : span.start,
      end: markTo > to ? offsetIn(block, markTo - 1) + 1 : span.end,
    },
    holder,
    part,
    titleSpan,
  };
}
