import type { Rule } from '../../lint/rule.ts';
import { textIn } from '../../plan/plan.ts';
import { readDate } from '../../text/dates.ts';

/** A date of issue (成文日期) that is not written as `2024年3月7日`. */
export const issueDateForm: Rule = {
  id: 'issue-date-form',
  name: { zh: '成文日期不规范', en: 'Form of issue date' },
  severity: 'warning',
  authority: { kind: 'standard', standard: 'GB/T 9704—2012', clause: '7.3.5.4' },
  summary: {
    zh: '成文日期应用阿拉伯数字将年、月、日标全，不编虚位。',
    en: 'The date of issue is written in digits with 年, 月 and 日, without leading zeros.',
  },
  why: {
    zh: '成文日期是公文生效的依据，写法统一；“2024-03-07”“二〇二四年三月七日”都不合格式。',
    en: 'The date of issue says from when a document is in force, and has one form; 2024-03-07 and 二〇二四年三月七日 are not it.',
  },
  examples: [
    {
      bad: '青溪县2024年教育工作要点\n一、办好学校\n1.开放操场。周末向居民开放。\n青溪县教育局\n⟦2024-03-07⟧',
      good: '青溪县2024年教育工作要点\n一、办好学校\n1.开放操场。周末向居民开放。\n青溪县教育局\n2024年3月7日',
    },
    {
      bad: '青溪县2024年教育工作要点\n一、办好学校\n1.开放操场。周末向居民开放。\n青溪县教育局\n⟦二〇二四年三月七日⟧',
      good: '青溪县2024年教育工作要点\n一、办好学校\n1.开放操场。周末向居民开放。\n青溪县教育局\n2024年3月7日',
    },
  ],
  check(plan, report) {
    const { text, date, metadata, sections, tasks, issuers } = plan;
    if (!date) return;
    const { start, end } = date.span;
    if (metadata.some(({ value }) => value.span.start <= start && end <= value.span.end)) return;
    const written = textIn(plan, start, end);
    const iso = readDate(written.normalize('NFKC'));
    // Chinese numerals were right until GB/T 9704—2012 came into force.
    if (!iso || (iso < IN_FORCE && HAN_DATE.test(written))) return;
    if (!(WRONG.test(written) || (NUMERIC.test(written) && isSigned()))) return;
    const [year, month, day] = iso.split('-').map(Number);
    const right = `${year}年${month}月${day}日`;
    report(
      date.span,
      {
        zh: `成文日期应写作“${right}”。`,
        en: `The date of issue is written ${right}.`,
      },
      {
        fix: {
          title: { zh: `改为“${right}”`, en: `Change to ${right}` },
          kind: 'unsafe',
          edits: [{ span: date.span, newText: right }],
        },
      },
    );

    /** A bare date in digits above the body may be the page's. */
    function isSigned(): boolean {
      const last = sections.at(-1)?.span.start;
      return (
        (last !== undefined && start >= last) ||
        issuers.some(({ span }) => span.end <= start) ||
        closesTasks()
      );
    }

    /** Behind the last sentence of tasks without a section, or the signature there, and before nothing. */
    function closesTasks(): boolean {
      return (
        tasks.length > 0 && BEFORE_DATE.test(text.slice(0, start).trimEnd()) && text.slice(end).trim() === ''
      );
    }
  },
};

/** The end of a sentence, `青溪县图书馆` on a line of its own; not `来源：青溪县图书馆`. */
const BEFORE_DATE = /(?:[。；;]|[\n\r][^\n\r:：、，。]{2,30})$/u;

/** GB/T 9704—2012 was put into force on 1 July 2012. */
const IN_FORCE = '2012-07-01';
const HAN_DATE = /^[二]/u;

/** `2024年03月07日`, `二〇二四年三月七日` */
const WRONG =
  /^(?:\d{4}年(?:0\d月\d{1,2}|\d{1,2}月0\d)日|二[〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/u;

/** `2024-03-07`, `2024.3.7` */
const NUMERIC = /^\d{4}(?<mark>[-./])\d{1,2}\k<mark>\d{1,2}$/u;
