import type { Rule } from '../../lint/rule.ts';
import { type Field, type Plan, textIn } from '../../plan/plan.ts';
import type { Span } from '../../text/text.ts';

/** A leader or unit that one field names twice. */
export const duplicateParty: Rule = {
  id: 'duplicate-party',
  name: { zh: '单位或人名重复', en: 'Name twice in one field' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '同一栏里每个领导、单位只写一次。',
    en: 'A field names each leader and unit once.',
  },
  why: {
    zh: '同一个名字写了两遍，常常是其中一个本该是别人，印发后那个人就没有接到任务。',
    en: 'Where a name stands twice, one of the two often should have been another, who then never learns of the task.',
  },
  examples: [
    {
      bad: '一、任务\n1.改造校舍。（牵头领导：周明远、⟦周明远⟧；责任科室：校产科、计财科）',
      good: '一、任务\n1.改造校舍。（牵头领导：周明远；责任科室：校产科、计财科）',
    },
    {
      bad: '一、任务\n1.改造校舍。\n责任单位：校产科、计财科、⟦校产科⟧，各中小学',
      good: '一、任务\n1.改造校舍。\n责任单位：校产科、计财科，各中小学',
    },
  ],
  check(plan, report) {
    for (const field of plan.fields) {
      const seen = new Map<string, Span>();
      for (const { name, span } of field.parties) {
        const first = seen.get(name);
        if (!first) seen.set(name, span);
        if (!first || first.start === span.start) continue;
        const removed = separated(plan, field, span);
        report(
          span,
          {
            zh: `“${name}”在同一栏中重复，请核对。`,
            en: `${name} stands twice in this field; please check.`,
          },
          {
            related: [{ span: first, message: { zh: '已在此列出。', en: 'It is named here.' } }],
            tags: ['unnecessary'],
            ...(removed && {
              fix: {
                title: { zh: `删除重复的“${name}”`, en: `Remove the second ${name}` },
                kind: 'unsafe',
                edits: [{ span: removed, newText: '' }],
              },
            }),
          },
        );
      }
    }
  },
};

/** The party with the separator before it. */
function separated(plan: Plan, field: Field, span: Span): Span | undefined {
  let start = span.start;
  while (start > field.value.start && /\s/u.test(textIn(plan, start - 1, start))) start -= 1;
  return start > field.value.start && /[、，,；;]/u.test(textIn(plan, start - 1, start))
    ? { start: start - 1, end: span.end }
    : undefined;
}
