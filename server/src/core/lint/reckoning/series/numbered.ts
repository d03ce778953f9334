import { offsetIn, type Passage } from '../../../plan/block.ts';
import type { Plan, Style } from '../../../plan/plan.ts';
import type { Mark } from '../../../read/outline/numbering.ts';
import { possibleMarksOf } from '../../../read/outline/sequence.ts';
import { knowing, remembered } from '../../../text/memo.ts';
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
  for (const [i, task] of plan.tasks.entries()) {
    if (task.number) {
      const { number, section, titleSpan } = task;
      known.set(task.numberSpan.start, { number, holder: `${section ?? ''}`, titleSpan });
    }
    for (const { number, span } of task.measures) {
      if (!known.has(span.start)) known.set(span.start, { number, holder: `task ${i}`, titleSpan: span });
    }
  }
  let part = 0;
  let anew = false;
  return plan.blocks.flatMap((block) => {
    const marks = numbersOf(block);
    const [first] = marks;
    if (!first) anew ||= beginsAnew(block);
    const place = first && known.get(offsetIn(block, first.from));
    // Which of the possible numbers it is, the plan says.
    const mark = marks.find(({ number }) => number === place?.number) ?? first;
    if (!mark || !place) return [];
    if (anew && mark.value === 1) part += 1;
    anew = false;
    return numbered(plan, block, mark, { ...place, part });
  });
});

const numbersOf = knowing((passage: Passage) =>
  possibleMarksOf(passage).filter(({ number }) => number !== ''),
);

/** Whether an unnumbered paragraph heads what has numbers of its own: `附件2`, `2024年工作计划`, `青溪县校舍改造方案`. */
const beginsAnew = knowing(
  ({ text }: Passage) => APPENDIX.test(text) || (text.length <= 60 && PART_TITLE.test(text)),
);

const APPENDIX = /^附\s{0,4}件/u;
const PART_TITLE =
  /^[^。;:,!?]{4,58}(?:总结|回顾|计划|打算|安排|要点|方案|规划|思路|意见|办法|细则|制度|预案|清单)(?:\([^()]{1,20}\))?$/u;

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
  plan: Plan,
  block: Plan['blocks'][number],
  mark: Mark,
  place: Pick<Numbered, 'holder' | 'part' | 'titleSpan'>,
): Numbered[] {
  const span = { start: offsetIn(block, mark.from), end: offsetIn(block, mark.to - 1) + 1 };
  const opens = '([〔'.includes(block.text[mark.from - 1] ?? ' ');
  const start = opens ? offsetIn(block, mark.from - 1) : span.start;
  let to = mark.bodyFrom;
  while (to > mark.to && block.text[to - 1] === ' ') to -= 1;
  const end = to > mark.to ? offsetIn(block, to - 1) + 1 : span.end;
  return [
    {
      number: mark.number,
      value: mark.value || (numeralValue(mark.number) ?? 0),
      span,
      style: mark.style,
      before: plan.text.slice(start, span.start).trim(),
      after: plan.text.slice(span.end, end).trim(),
      markSpan: { start, end },
      ...place,
    },
  ];
}
