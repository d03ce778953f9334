import type { Alike } from '../../lint/once.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Passage } from '../../plan/block.ts';
import { textIn } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { knowing } from '../../text/known.ts';

/** A line that holds its words twice: a PDF prints shadowed headings several times. */
export const printedTwice: Rule = {
  id: 'printed-twice',
  name: { zh: '整行重印', en: 'Line printed twice' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '一行里同样的文字只出现一遍。', en: 'A line has its words once.' },
  why: {
    zh: '带阴影的标题在PDF里印了两遍，导出的文本里便成了“总体要求总体要求”，字间还常夹着空格。',
    en: 'A heading with a shadow is printed twice in a PDF, and its text comes out twice, often with spaces between the letters.',
  },
  examples: [
    {
      bad: '⟦重 点 任 务　　重 点 任 务⟧\n1.开放操场。周末向居民开放。',
      good: '重点任务\n1.开放操场。周末向居民开放。',
    },
    {
      bad: '⟦一、办好学校一、办好学校⟧\n1.开放操场。周末向居民开放。',
      good: '一、办好学校\n1.开放操场。周末向居民开放。',
    },
  ],
  check(plan, report) {
    for (const block of proseOf(plan)) {
      const { span, offsets } = block;
      // The reader may have taken the half of it already.
      const once = offsets ? halfOf(textIn(plan, span.start, span.end)) : halfIn(block);
      if (once === undefined) continue;
      report(
        span,
        { zh: `这一行把“${once}”印了两遍。`, en: `This line has “${once}” twice.` },
        {
          alike: ALIKE,
          fix: {
            title: { zh: '只留一遍', en: 'Keep it once' },
            kind: 'unsafe',
            edits: [{ span, newText: once }],
          },
        },
      );
    }
  },
};

/** One print-out has one cause, whatever its headings are. */
const ALIKE: Alike = {
  cause: 'twice',
  all: (count) => ({
    zh: `全文有${count}行把同样的文字印了两遍。`,
    en: `${count} lines of the text have their words twice.`,
  }),
};

const halfIn = knowing(({ raw }: Passage) => halfOf(raw));

/** The first half of a line whose halves are the same but for spaces. */
function halfOf(line: string): string | undefined {
  if (line.length > LONGEST || /[\t|。；\r\n]/u.test(line)) return undefined;
  const letters = line.replaceAll(/\s/gu, '');
  const half = letters.slice(0, letters.length / 2);
  return half.length >= SHORTEST && half + half === letters && WORDS.test(half) ? half : undefined;
}

/** No heading is longer, spaces and all. */
const LONGEST = 160;
/** `研究研究` is said on purpose. */
const SHORTEST = 4;
const WORDS = /[々〇㐀-鿿𠀀-𲎯]{3}/u;
