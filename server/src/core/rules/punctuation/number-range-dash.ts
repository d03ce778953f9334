import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';
import { inCitation } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';

/** A hyphen between two numbers of a range (`3-5个`) where a wave belongs. */
export const numberRangeDash: Rule = {
  id: 'number-range-dash',
  name: { zh: '数值范围连接号', en: 'Dash in a range of numbers' },
  severity: 'info',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011' },
  summary: {
    zh: '数值的起止之间应用浪纹线（～），起止的月份、日期之间用一字线（—）。',
    en: 'A wave (～) stands between the bounds of a number, a dash (—) between those of a time.',
  },
  why: {
    zh: '短横线容易看成减号或编号，如“3-5个”。书名号、引号里的名称照原样引用，不在此列。',
    en: 'A hyphen may be taken for a minus or a code. What stands in title marks or quotes is cited as it is.',
  },
  examples: [
    {
      bad: '每校建设3⟦-⟧5个劳动实践项目。',
      good: '每校建设3～5个劳动实践项目。',
    },
    {
      bad: '7⟦-⟧8月检修校舍，开学前验收。',
      good: '7—8月检修校舍，开学前验收。',
    },
    {
      bad: '4月22⟦-⟧23日举办运动会。',
      good: '4月22—23日举办运动会。',
    },
  ],
  looksAt: (passage) => daysIn(passage).length > 0 || rangesIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    const places = flatMapped(paragraphs, (block) => {
      const isCited = inCitation(block);
      const days = daysIn(block).map(({ index, groups }): Place => {
        const at = index + (groups?.first ?? '').length;
        const span = spanIn(block, at, at + 1);
        return {
          span,
          edits: [{ span, newText: '—' }],
          message: { zh: '起止日期之间用一字线（—）。', en: '— stands between the first and the last day.' },
        };
      });
      const numbers = flatMapped(rangesIn(block), ({ index, groups }): Place[] => {
        const { month, first = '', last = '', unit = '' } = groups ?? {};
        if (isCited(index) || Number.parseFloat(last) <= Number.parseFloat(first)) return [];
        // `2021-2025年` is year-range-dash's.
        if (unit === '年' && first.length === 4) return [];
        const span = spanIn(block, index + first.length, index + first.length + 1);
        const time = unit === '月' ? '月份' : month && unit === '日' ? '日期' : undefined;
        const right = time ? '—' : '～';
        return [
          {
            span,
            edits: [{ span, newText: right }],
            message: {
              zh: `${time ? `起止${time}之间用一字线` : '数值的起止之间应用浪纹线'}（${right}）。`,
              en: `${right} stands between the bounds of this range.`,
            },
          },
        ];
      });
      return [...days, ...numbers];
    });
    reportAlike(report, places, {
      fix: {
        kind: 'safe',
        one: { zh: '改正连接号', en: 'Correct the dash' },
        all: { zh: '全部改正', en: 'Correct all' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处数值或时间的起止之间用了短横线。`,
        en: `The text has a hyphen between the bounds of a range in ${count} places.`,
      }),
    });
  },
};

/** `1月29日-2月6日`, `2月17日-18日`, `3月-5月`, `2025年1月-2026年3月` */
const DAYS = /(?<![\d-])(?<first>\d{1,2}月(?:\d{1,2}[日号])?)-(?=\d{1,2}[月日号]|20\d\d年\d{1,2}月)/gu;
const daysIn = matching(DAYS);

/** `3-5个`, `2.5-3万元`, `7-8月`, `4月22-23日`: a range is followed by what it counts; `GB 3-6级` is part of a code. */
const RANGE =
  /(?<![\d\-./A-Za-z#第图表附式例章]|[A-Za-z] )(?<=(?<month>月)?)(?<first>\d{1,4}(?:\.\d{1,2})?%?)-(?<last>\d{1,4}(?:\.\d{1,2})?)(?<unit>%|月|个|名|所|人|次|年|天|日|周|岁|项|家|种|件|门|节|篇|场|套|部|份|位|支|处|条|类|批|万|亿|小时|分钟|学时|课时|倍|米|公里|厘米|毫米|平方米|公斤|千克|吨|亩|℃|层|元|户|间|台|辆|级|期|轮)/gu;
const rangesIn = matching(RANGE);
