import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, matching, offsetIn, spanIn } from '../../plan/block.ts';
import { type Plan, textIn } from '../../plan/plan.ts';
import { inTitle } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';

/** A hyphen between two years where a dash belongs; titles are cited as they are. */
export const yearRangeDash: Rule = {
  id: 'year-range-dash',
  name: { zh: '年份起止连接号', en: 'Dash in a range of years' },
  severity: 'info',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011', clause: '4.13.3.2' },
  summary: {
    zh: '起止年份之间应用一字线（—）。',
    en: 'A dash (—) stands between the first and the last year.',
  },
  why: {
    zh: '一字线标示时间、地域的起止；短横线（-）用于编号和年月日，容易与之混淆。书名号里的名称照原样引用，不在此列。',
    en: 'The dash marks where a time or a stretch begins and ends; the hyphen belongs to codes and to dates in digits. What stands in title marks is cited as it is.',
  },
  examples: [
    {
      bad: '做好2023⟦-⟧2025年校舍维修规划，分年实施。',
      good: '做好2023—2025年校舍维修规划，分年实施。',
    },
    {
      bad: '评选2024⟦－⟧2025学年度优秀班集体。',
      good: '评选2024—2025学年度优秀班集体。',
    },
  ],
  looksAt: (passage) => yearsIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    reportAlike(report, rangesIn(plan, paragraphs), {
      fix: {
        kind: 'safe',
        one: { zh: '改为一字线', en: 'Change to a dash' },
        all: { zh: '全部改为一字线', en: 'Change all to dashes' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处起止年份之间没有用一字线（—）。`,
        en: `The text has no dash (—) between first and last year in ${count} places.`,
      }),
    });
  },
};

function rangesIn(plan: Plan, paragraphs: readonly Block[]): readonly Place[] {
  return flatMapped(paragraphs, (block) => {
    const isCited = inTitle(block);
    return flatMapped(yearsIn(block), ({ index, groups }): Place[] => {
      const { first = '', dash = '', last = '' } = groups ?? {};
      if (isCited(index) || Number(last.slice(0, 4)) <= Number(first.slice(0, 4))) return [];
      const at = index + first.length;
      const span = spanIn(block, at, at + dash.length);
      // The folded text has lost how wide the hyphen was.
      const written = textIn(plan, offsetIn(block, at), offsetIn(block, at) + dash.length);
      return [
        {
          span,
          edits: [{ span, newText: '—' }],
          message: {
            zh: `起止年份之间应用一字线（—），不用“${written}”。`,
            en: `A dash (—), not ${written}, stands between the first and the last year.`,
          },
        },
      ];
    });
  });
}

/** `2023-2025年`, `2023年-2025年`, `2023--2025`; no part of a code or of a longer number. */
const RANGE =
  /(?<![\d\-./A-Za-z])(?<first>(?:19|20)\d\d年?)(?<dash>--?|–|─{1,2}|——)(?<last>(?:19|20)\d\d)(?![\d\-./A-Za-z])/gu;
const yearsIn = matching(RANGE);
