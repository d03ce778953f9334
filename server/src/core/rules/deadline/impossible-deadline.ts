import type { Rule } from '../../lint/rule.ts';
import { matching, type Passage, spanIn } from '../../plan/block.ts';
import { type Plan, textIn } from '../../plan/plan.ts';
import { isDate } from '../../text/dates/calendar.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import type { Span } from '../../text/text.ts';

/** A date that no calendar has. */
export const impossibleDeadline: Rule = {
  id: 'impossible-deadline',
  name: { zh: '时间不存在', en: 'Impossible date' },
  severity: 'error',
  authority: { kind: 'practice' },
  summary: { zh: '时限和日期真实存在。', en: 'Deadlines and dates exist.' },
  why: {
    zh: '“2月30日”“13月”多半是笔误，照此既无法排期，也无法督办。',
    en: '“2月30日” and “13月” are slips; nothing can be scheduled or tracked by them.',
  },
  examples: [
    {
      bad: '2024年工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：⟦2月30日⟧前）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年⟦13月⟧）',
      good: '2024年工作要点\n一、任务\n1.改造校舍。（责任单位：校产科；完成时限：2月29日前）\n2.开放操场。（责任单位：体卫艺科；完成时限：2024年12月）',
    },
    {
      bad: '一、任务\n1.改造校舍。⟦6月31日⟧前完成门窗更换，9月10日至⟦9月31日⟧检查，⟦第五季度⟧总结。',
      good: '一、任务\n1.改造校舍。6月30日前完成门窗更换，9月10日至9月30日检查，第四季度总结。',
    },
  ],
  check(plan, report) {
    const dates = flatMapped(plan.blocks, (block) => {
      const found = impossibleDates(block);
      return found.length > 0 ? found.map(({ start, end }) => spanIn(block, start, end)) : found;
    });
    const places = [...dates, ...impossibleFields(plan, dates)].sort((a, b) => a.start - b.start);
    for (const span of places) {
      const date = textIn(plan, span.start, span.end).replace(/\s+/gu, '');
      report(span, {
        zh: `没有“${date}”这样的日期，请核对。`,
        en: `There is no such date as ${date}; please check.`,
      });
    }
  },
};

/** The dates of a paragraph that do not exist; spans are into the passage. */
const impossibleDates = unnumbered((passage: Passage): readonly Span[] => {
  const never = neverIn(passage).map(({ index, 0: date }) => ({ start: index, end: index + date.length }));
  const dates = flatMapped(datesIn(passage), (match) => {
    const { year, month = '', day } = match.groups ?? {};
    // 满18月 is an age; a month alone is a date where it goes on as dates do.
    if (
      !year &&
      !day &&
      !/^(?:份|[底末前初内]|[上中下]旬)/u.test(
        passage.text.slice(match.index + match[0].length, match.index + match[0].length + 2),
      )
    )
      return [];
    // A leap day is believed where no year is given.
    if (isDate(Number(year ?? 2024), Number(month), Number(day ?? 1))) return [];
    // The year is part of the fault only where another has the day.
    const yearly = year !== undefined && isDate(2024, Number(month), Number(day ?? 1));
    const words = yearly ? match[0] : match[0].slice(match[0].indexOf('年') + 1).trimStart();
    const at = match.index + match[0].length - words.length;
    return [{ start: at, end: match.index + match[0].length }];
  });
  const apart = dates.filter(({ start }) => !never.some((span) => span.start <= start && start < span.end));
  return [...never, ...apart].sort((a, b) => a.start - b.start);
});

/** `2024月3月26日`: a month stands where the year should; `第五季度`. */
const NEVER = /(?<!\d)(?:19|20)\d{2} ?月 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?|第[五六七八九5-9]季度/gu;
const neverIn = matching(NEVER);

/** `2024年2月30日`, `9月10日至9月31日`, `13月`; no age (18月龄), no length of time (工期18月). */
const DATE =
  /(?<![\d.]|(?<!日 ?)[-—~至]|工期|为期|历时|期限|时长)(?:(?<year>(?:19|20)\d{2}) ?年 ?)?(?<month>\d{1,2}) ?月(?![龄嫂薪票供均度])(?: ?(?<day>\d{1,2}) ?[日号])?/gu;
const datesIn = matching(DATE);

/** What fields say in other forms: 13月, 二月三十日, 2024-02-30. */
function impossibleFields({ fields }: Plan, dates: readonly Span[]): Span[] {
  const spans = flatMapped(fields, ({ deadline }) =>
    deadline?.problem === 'impossible' ? [deadline.span] : [],
  );
  spans.sort((a, b) => a.start - b.start);
  let next = 0;
  return spans.filter((span) => {
    while ((dates[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    return (dates[next]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
}
