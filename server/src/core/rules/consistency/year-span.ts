import type { Rule } from '../../lint/rule.ts';
import { type Block, matching, spanIn } from '../../plan/block.ts';
import { numeralValue } from '../../text/numerals.ts';
import type { Span } from '../../text/text.ts';

/** Years that are more or fewer than a 三年行动计划 has. */
export const yearSpan: Rule = {
  id: 'year-span',
  name: { zh: '年数与起止不符', en: 'Years do not match' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '“三年行动计划”等所称年数与起止年份一致。',
    en: 'A three-year plan covers three years.',
  },
  why: {
    zh: '起止年份按首尾都算：2022—2024年是三年。跨学年的计划首尾会多出一年，所以多一年只作提示。',
    en: 'Both the first and the last year count: 2022—2024 is three years. A plan by school years touches one more, so one more is only an information.',
  },
  examples: [
    {
      bad: '印发《校园安全三年行动计划（⟦2022—2026年⟧）》。',
      good: '印发《校园安全三年行动计划（2022—2024年）》。',
    },
    {
      bad: '落实⟦2021—2023年⟧学前教育五年行动计划。',
      good: '落实2021—2025年学前教育五年行动计划。',
    },
  ],
  looksAt: (passage) => after(passage).length > 0 || before(passage).length > 0,
  beyondProse: true,
  check(_plan, report, { paragraphs }) {
    const seen = new Set<string>();
    for (const block of paragraphs) {
      for (const { number, declared, from, to, span } of spansIn(block)) {
        const years = to - from + 1;
        const key = `${declared} ${from} ${to}`;
        // One plan that is named several times is one fault.
        if (years === declared || years < 1 || seen.has(key)) continue;
        seen.add(key);
        report(
          span,
          {
            zh: `${from}年至${to}年首尾共${years}个年份，与所称“${number}年”不一致，请核对。`,
            en: `From ${from} to ${to} are ${years} calendar years, not ${declared}; please check.`,
          },
          years === declared + 1 ? { severity: 'info' } : {},
        );
      }
    }
  },
};

interface YearSpan {
  /** As written: 三, 3. */
  readonly number: string;
  readonly declared: number;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

function spansIn(block: Block): YearSpan[] {
  return [...after(block), ...before(block)].map(({ index, groups }) => {
    const { lead = '', years = '', from = '', to = '', number = '' } = groups ?? {};
    const start = index + lead.length;
    return {
      number,
      declared: numeralValue(number) ?? 0,
      from: Number(from),
      to: Number(to),
      span: spanIn(block, start, start + years.length),
    };
  });
}

const YEARS = '(?<years>(?<from>(?:19|20)\\d{2}) ?年?(?:-|—|–|~|至){1,2}(?<to>(?:19|20)\\d{2}) ?年?)';
const PLAN =
  '(?<!第|前|近|后)(?<number>[两三四五六七八九十]|\\d{1,2})年(?:[々〇㐀-鿿𠀀-𲎯“”]{0,6})(?:行动|规划|计划|攻坚|方案|工程)';

/** `三年行动计划（2022—2024年）` */
const AFTER = new RegExp(`(?<lead>${PLAN}(?:计划|规划|方案)?”?\\()${YEARS}\\)`, 'gu');
/** `2022—2024年三年行动计划` */
const BEFORE = new RegExp(`${YEARS}[々〇㐀-鿿𠀀-𲎯]{0,12}?${PLAN}`, 'gu');

const after = matching(AFTER);
const before = matching(BEFORE);
