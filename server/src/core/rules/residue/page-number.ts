import { lineRemovals } from '../../lint/removal.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Span } from '../../text/text.ts';

/** Page numbers of a printout that stand as lines in the text: said once for the whole text. */
export const pageNumber: Rule = {
  id: 'page-number',
  name: { zh: '页码残留', en: 'Page number' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有单独成行的页码。',
    en: 'No line of the text is a page number.',
  },
  why: {
    zh: '页码由排版软件生成，复制成文本后成了正文的一行，页数一变就是错的，还会把一段话截成两段。',
    en: 'Page numbers belong to the layout; as lines of the text they are wrong as soon as a page moves, and they cut paragraphs in two.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。周末向居民开放。\n⟦— 2 —⟧\n2.修缮校舍。暑期完工。\n',
      good: '一、重点任务\n1.开放操场。周末向居民开放。\n2.修缮校舍。暑期完工。\n',
    },
    {
      bad: '一、重点任务\n⟦- 1 -⟧\n1.开放操场。周末向居民开放。\n- 2 -\n2.修缮校舍。暑期完工。\n',
      good: '一、重点任务\n1.开放操场。周末向居民开放。\n2.修缮校舍。暑期完工。\n',
    },
  ],
  check(plan, report) {
    const numbers = numbersIn(plan);
    const first = numbers[0];
    if (!first) return;
    const more = numbers.length - 1;
    report(
      first,
      {
        zh: more > 0 ? `文本里有${numbers.length}处页码单独成行。` : '这一行是页码。',
        en:
          more > 0 ? `${numbers.length} lines of the text are page numbers.` : 'This line is a page number.',
      },
      {
        fix: {
          title: { zh: '删去页码', en: 'Remove page numbers' },
          kind: 'safe',
          edits: lineRemovals(plan.text, plan.lineStarts, numbers),
        },
      },
    );
  },
};

function numbersIn({ folded, lineStarts }: Plan): readonly Span[] {
  return lineStarts.flatMap((start, line) => {
    const end = lineStarts[line + 1] ?? folded.length;
    // A longer line is no page number, and need not be looked at.
    const match = end - start > 60 ? null : NUMBER.exec(folded.slice(start, end));
    return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

/** `— 6 —`, `-3-`, `第 3 页`, `第3页 共9页` */
const NUMBER =
  /(?<=^\s*)(?:[-—–]{1,2} {0,3}\d{1,4} {0,3}[-—–]{1,2}|第 {0,2}\d{1,4} {0,2}页(?:[ ,/]{0,3}共 {0,2}\d{1,4} {0,2}页)?)(?=\s*$)/u;
