import { seriesFaults } from '../../lint/reckoning/series.ts';
import type { Rule } from '../../lint/rule.ts';
import { textIn } from '../../plan/plan.ts';

/** A number that leaves out one before it. */
export const numberGap: Rule = {
  id: 'number-gap',
  name: { zh: '跳号', en: 'Gap in numbering' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '同级编号连续，不跳号。', en: 'Numbers of siblings run without gaps.' },
  why: {
    zh: '跳号多半是改稿时删漏、移动后没有重排，读者会以为少了一项。分解任务、督查销号都以编号为准。',
    en: 'A gap mostly shows that an item was deleted or moved and the rest not renumbered; readers think that one is lost, and tasks are tracked by their numbers.',
  },
  examples: [
    {
      bad: '一、总体要求\n坚持公平。\n⟦三⟧、重点任务\n1.开放操场。\n2.改造校舍。',
      good: '一、总体要求\n坚持公平。\n二、重点任务\n1.开放操场。\n2.改造校舍。',
    },
    {
      bad: '一、重点任务\n1.开放操场。一是定好时间；二是配好人员；⟦四⟧是管好安全。',
      good: '一、重点任务\n1.开放操场。一是定好时间；二是配好人员；三是管好安全。',
    },
  ],
  check(plan, report) {
    for (const { kind, item, last, expected } of seriesFaults(plan)) {
      if (kind !== 'gap') continue;
      const missing = item.value - expected;
      if (
        missing > MOST ||
        (last &&
          item.style === 'circled' &&
          isBetween(textIn(plan, last.span.end, item.span.start), expected))
      )
        continue;
      report(
        item.span,
        {
          zh: `编号由“${last?.number ?? '无'}”跳到“${item.number}”，中间缺${missing}项，请核对。`,
          en: `The numbers go from “${last?.number ?? 'nothing'}” to “${item.number}”; ${missing} between them ${missing === 1 ? 'is' : 'are'} missing.`,
        },
        last && { related: [{ span: last.span, message: { zh: '前一项。', en: 'The item before.' } }] },
      );
    }
  },
};

/** Where more are missing, the number belongs to another list, of which the rest was not seen. */
const MOST = 6;

/** Whether the next circled number stands in words before, as in `①跳绳 ②拔河`. */
function isBetween(words: string, expected: number): boolean {
  return expected <= 20 && words.includes(String.fromCodePoint(FIRST_CIRCLED - 1 + expected));
}

const FIRST_CIRCLED = '①'.charCodeAt(0);
