import type { Rule } from '../../lint/rule.ts';
import type { Party, Task } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** An owner of whom nobody knows who it is: 各相关学校, 有关部门. */
export const vagueOwner: Rule = {
  id: 'vague-owner',
  name: { zh: '责任单位笼统', en: 'Vague owner' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: { zh: '责任单位具体到单位。', en: 'Owners are named.' },
  why: {
    zh: '“各相关学校”“有关部门”到底是谁，要靠猜；任务只落给这样的单位，等于没有落实。有具体单位在先时只作轻提示。',
    en: 'Nobody knows who “the schools concerned” are; a task that has no other owner has none. Beside a named owner it is a hint only.',
  },
  examples: [
    {
      bad: '一、任务\n1.改造校舍。（责任单位：⟦各相关学校⟧）\n2.开放操场。（责任单位：体卫艺科、⟦有关学校⟧）',
      good: '一、任务\n1.改造校舍。（责任单位：东关小学、西关小学）\n2.开放操场。（责任单位：体卫艺科、各中小学）',
    },
  ],
  check(plan, report) {
    for (const task of plan.tasks) {
      if (task.role !== 'task') continue;
      const named = namesSomebody(task);
      for (const { name, span } of flatMapped(task.fields, ({ parties }) => parties)) {
        if (!isVague(name)) continue;
        report(
          span,
          named
            ? { zh: `“${name}”不具体，宜写明是哪些。`, en: `“${name}” does not say which ones.` }
            : {
                zh: `“${name}”不具体，这项任务没有明确的责任单位。`,
                en: `“${name}” does not say which ones; nobody is named for this task.`,
              },
          named ? { severity: 'hint' } : {},
        );
      }
    }
  },
};

function namesSomebody({ leads, units, support }: Task): boolean {
  return [...leads, ...units, ...support].some(({ name }: Party) => !isVague(name));
}

function isVague(name: string): boolean {
  return (name.includes('相关') || name.includes('有关')) && VAGUE.test(name);
}

/** 各相关学校, 有关部门, 市政府相关部门; 各有关成员单位 are listed elsewhere. */
const VAGUE =
  /^.{0,6}(?:相关|有关)(?:部门|单位|科室|处室|股室|学校|中小学|幼儿园|机构|企业|人员|负责人|方面)$/u;
