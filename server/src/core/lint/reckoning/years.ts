import type { Plan } from '../../plan/plan.ts';
import { spanIn } from '../../read/frame/year.ts';

/** The years that `plan` is for, as its title says; undefined where the title leaves it open. */
export function plannedYears({
  title,
  year,
  turn,
}: Plan): { readonly from: number; readonly to: number } | undefined {
  if (!title || year === undefined) return undefined;
  const words = title.text.normalize('NFKC').replace(/\s+/gu, '');
  const range = spanIn(words);
  if (range && range.from <= year && year <= range.to) return { from: range.from, to: range.to };
  if (!(words.includes(`${year}年`) || CHINESE_YEAR.test(words)) || SEVERAL.test(words)) return undefined;
  if (!YEARLY.test(words)) return undefined;
  return { from: year, to: turn !== undefined || SCHOOL.test(words) ? year + 1 : year };
}

const CHINESE_YEAR = /二[〇零○][〇零○一二三四五六七八九]{2}年/u;
/** 三年行动计划, “十四五”规划 */
const SEVERAL = /[两三四五六七八九十]年(?:行动|规划|计划|攻坚)|“?十[二三四五六]五”?|规划/u;
/** What is made for one year; a scheme or an opinion may reach further. */
const YEARLY = /要点|工作计划|年度?计划|工作安排|重点(?:任务|工作)|任务分(?:工|解)|工作任务|实事/u;
const SCHOOL = /学年|学期|[春秋]季/u;
