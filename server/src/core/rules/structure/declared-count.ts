import { miscounts } from '../../lint/reckoning/miscounts.ts';
import type { Rule } from '../../lint/rule.ts';
import { textIn } from '../../plan/plan.ts';

/** A count in words that the list, the headings or the items beside it do not keep. */
export const declaredCount: Rule = {
  id: 'declared-count',
  name: { zh: '数目与所列不符', en: 'Count does not match' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '文中所称的项数与实际列出的一致。',
    en: 'A count that the text declares is what it lists.',
  },
  why: {
    zh: '说“八大行动”而只列七项，不是漏写了一项，就是改稿后没有改数，督查分解时会对不上账。',
    en: 'Where “eight actions” are announced and seven listed, either one was lost or the count was not updated; trackers will not add up.',
  },
  examples: [
    {
      bad: '推进学前教育、义务教育、高中教育⟦四大⟧工程。',
      good: '推进学前教育、义务教育、高中教育三大工程。',
    },
    {
      bad: '2024年重点抓好⟦四大⟧行动。\n一、校舍改造行动\n更换门窗。\n二、师资补充行动\n补充教师。\n三、食堂规范行动\n检查食堂。',
      good: '2024年重点抓好三大行动。\n一、校舍改造行动\n更换门窗。\n二、师资补充行动\n补充教师。\n三、食堂规范行动\n检查食堂。',
    },
    {
      bad: '青溪县“⟦五大⟧行动”实施方案\n一、校舍改造行动\n1.更换门窗。\n二、师资补充行动\n1.补充教师。\n三、食堂规范行动\n1.检查食堂。',
      good: '青溪县“三大行动”实施方案\n一、校舍改造行动\n1.更换门窗。\n二、师资补充行动\n1.补充教师。\n三、食堂规范行动\n1.检查食堂。',
    },
    {
      bad: '一、重点任务\n完成东关小学综合楼、西关小学操场、北街幼儿园厨房改造，以上⟦5个⟧项目完成后，新增学位600个。',
      good: '一、重点任务\n完成东关小学综合楼、西关小学操场、北街幼儿园厨房改造，以上3个项目完成后，新增学位600个。',
    },
  ],
  check(plan, report) {
    for (const { span, declared, found } of miscounts(plan)) {
      report(span, {
        zh: `此处称“${textIn(plan, span.start, span.end)}”，实际列出${found}项，不一致，请核对。`,
        en: `This says ${declared}, but ${found} are listed; please check which is right.`,
      });
    }
  },
};
