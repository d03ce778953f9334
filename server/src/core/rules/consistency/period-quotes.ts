import type { Rule } from '../../lint/rule.ts';
import { standing } from '../../lint/standing.ts';
import { foldedIn, type Plan } from '../../plan/plan.ts';

/** 十四五 without quotation marks in a document that quotes it elsewhere. */
export const periodQuotes: Rule = {
  id: 'period-quotes',
  name: { zh: '规划时期引号不一', en: 'Quotes of a five-year period' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '“十四五”等时期名称全文都加引号。',
    en: 'The name of a five-year period is quoted everywhere, as “十四五”.',
  },
  why: {
    zh: '时期名称加引号是公文的通行写法；同一份文件里有的加有的不加，多半是漏了。',
    en: 'Official documents quote the names of five-year periods; where some stand without quotation marks, they were mostly forgotten.',
  },
  examples: [
    {
      bad: '一、任务\n实施“十四五”学前教育提升计划，制定县⟦十四五⟧特殊教育提升计划。',
      good: '一、任务\n实施“十四五”学前教育提升计划，制定县“十四五”特殊教育提升计划。',
    },
  ],
  check(plan, report) {
    const quoted = new Set(quotedIn(plan).map(({ match: [, period] }) => period));
    const [other] = quoted;
    if (other === undefined) return;
    for (const {
      at: index,
      match: [period],
    } of periodsIn(plan)) {
      if (isQuoted(plan, index, period.length)) continue;
      const span = { start: index, end: index + period.length };
      report(
        span,
        quoted.has(period)
          ? {
              zh: `“${period}”在别处加了引号，此处没有。`,
              en: `${period} is quoted elsewhere, but not here.`,
            }
          : {
              zh: `“${other}”加了引号，“${period}”没有，不一致。`,
              en: `${other} is quoted, but ${period} is not.`,
            },
        {
          fix: {
            title: { zh: `改为“${period}”`, en: `Write “${period}”` },
            kind: 'safe',
            edits: [{ span, newText: `“${period}”` }],
          },
        },
      );
    }
  },
};

const quotedIn = standing(/“(十[一二三四五六七八九]五)”/gu);
/** 十四五 alone; 二十四五天 and 十四五个 are numbers. */
const periodsIn = standing(
  /(?<![二三四五六七八九第])十[一二三四五六七八九]五(?![十百千万个名人天岁年次项亿元亩条月日])/gu,
);

/** Inside any quotation marks, also where they hold more: “十四五规划”. */
function isQuoted(plan: Plan, at: number, length: number): boolean {
  const before = foldedIn(plan, Math.max(0, at - 30), at);
  const after = foldedIn(plan, at + length, at + length + 30);
  const opens = Math.max(
    before.lastIndexOf('“'),
    before.lastIndexOf('"'),
    before.lastIndexOf('‘'),
    before.lastIndexOf("'"),
  );
  const closes = before.lastIndexOf('”');
  // Inside 《》 it is the other title's form that counts.
  const titled = foldedIn(plan, Math.max(0, at - 80), at);
  if (titled.lastIndexOf('《') > titled.lastIndexOf('》')) return true;
  return opens > closes || /^["”’']/u.test(after);
}
