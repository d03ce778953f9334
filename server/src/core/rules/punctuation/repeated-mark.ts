import type { Fix } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, offsetIn, spanIn } from '../../plan/block.ts';
import { textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** The same mark twice, or two stops that cannot follow each other. */
export const repeatedMark: Rule = {
  id: 'repeated-mark',
  name: { zh: '标点重复', en: 'Repeated mark' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '标点不重复，句号、逗号等不连用。',
    en: 'No mark stands twice, and stops do not follow each other.',
  },
  why: {
    zh: '多是删改词句后留下的，如“，，”“，。”。省略号和破折号本来就占两个字，不算。',
    en: 'Mostly left behind when words were deleted. Ellipses and dashes are two characters wide and do not count.',
  },
  examples: [
    {
      bad: '开放学校操场⟦，，⟧方便附近居民锻炼。',
      good: '开放学校操场，方便附近居民锻炼。',
    },
    {
      bad: '检查校舍、围墙⟦、，⟧消除隐患。',
      good: '检查校舍、围墙，消除隐患。',
    },
  ],
  looksAt: (passage) => doublesIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    const labelEnds = new Set(flatMapped(plan.fields, ({ label }) => label?.span.end ?? []));
    for (const block of paragraphs) {
      for (const { index, 0: marks } of doublesIn(block)) {
        const span = spanIn(block, index, index + marks.length);
        if (span.end - span.start !== marks.length) continue;
        // （责任单位：；完成时限：） is still to be filled in.
        if (/^:[^、]/u.test(marks) && labelEnds.has(span.start)) continue;
        const first = textIn(plan, offsetIn(block, index), offsetIn(block, index) + 1);
        const same = [...marks].every((mark) => mark === marks[0]);
        const written = textIn(plan, span.start, span.end);
        report(
          span,
          same
            ? {
                zh: /[“”]/u.test(first) ? `标点「${first}」重复。` : `标点“${first}”重复。`,
                en: `The mark ${first} stands here more than once.`,
              }
            : {
                zh: `“${written}”不连用，请保留其一。`,
                en: `${written} do not follow each other; keep one.`,
              },
          same ? { fix: fixTo(first, span) } : {},
        );
      }
    }
  },
};

function fixTo(mark: string, span: { readonly start: number; readonly end: number }): Fix {
  return {
    title: { zh: '只留一个', en: 'Keep one' },
    kind: 'safe',
    edits: [{ span, newText: mark }],
  };
}

/** In folded text. Three of a kind and more may draw a line or trail off. */
const MARKS =
  /(?<![,;:。、])(?:,,|;;|::|。。|、、|[,;、][,;:。、]|:[,;。、]|。[,;:、])(?![,;:。、])|(?<!“)““(?!“)|(?<!”)””(?!”)/gu;
const doublesIn = matching(MARKS);
