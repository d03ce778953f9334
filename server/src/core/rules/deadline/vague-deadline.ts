import type { Rule } from '../../lint/rule.ts';
import { foldedIn } from '../../plan/plan.ts';
import { readWhen } from '../../text/dates.ts';

/** A deadline that names no time: 尽快, 按要求. */
export const vagueDeadline: Rule = {
  id: 'vague-deadline',
  name: { zh: '时限笼统', en: 'Vague deadline' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '完成时限写明具体时间。', en: 'A deadline names a time.' },
  why: {
    zh: '“尽快”“适时”到哪一天算完成，谁也说不清，督查无从下手。“长期坚持”“持续推进”说明没有终点，不在此列。',
    en: 'Nobody can say by which day “soon” or “in due time” is over. “长期坚持” says that there is no end, and is left alone.',
  },
  examples: [
    {
      bad: '一、任务\n1.改造校舍。\n责任单位：校产科\n完成时限：⟦尽快完成⟧\n2.开放操场。\n责任单位：体卫艺科\n完成时限：5月底前\n3.配备校医。\n责任单位：人事科\n完成时限：长期坚持',
      good: '一、任务\n1.改造校舍。\n责任单位：校产科\n完成时限：8月底前\n2.开放操场。\n责任单位：体卫艺科\n完成时限：5月底前\n3.配备校医。\n责任单位：人事科\n完成时限：长期坚持',
    },
  ],
  check(plan, report) {
    for (const { deadline, label, placement } of plan.fields) {
      if (!deadline) continue;
      if (deadline.problem !== 'vague') {
        if ((!label && placement !== 'cell') || !VAGUE.test(deadline.text)) continue;
        if (readWhen(foldedIn(plan, deadline.span.start, deadline.span.end), plan)) continue;
      }
      report(deadline.span, {
        zh: `时限“${deadline.text}”没有写明具体时间。`,
        en: `The deadline ${deadline.text} names no time.`,
      });
    }
  },
};

/** Words that put the time off; others (随项目进度) may well say when. */
const VAGUE = /^(?:按|根据|依据|视).{0,12}(?:要求|安排|情况|部署|规定)|^(?:酌情|待[定通安]|另行|条件成熟)/u;
