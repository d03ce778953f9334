import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { silencesIn } from '../../lint/silence.ts';
import type { Workspace } from '../../people/workspace.ts';
import type { Deadline, Plan } from '../../plan/plan.ts';
import type { Precision } from '../../text/dates.ts';
import type { Span } from '../../text/text.ts';

/** What hovering tells beside who somebody is: a deadline as dates, a quoted document, the rule in a comment. */
export interface Detail {
  readonly span: Span;
  readonly text: Message;
}

/** A deadline at `offset`: its dates, the precision they have, the days left. */
export function deadlineHover(
  deadlines: readonly Deadline[],
  offset: number,
  left: (deadline: Deadline) => Message | undefined,
): Detail | undefined {
  const deadline = deadlines.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!deadline) return undefined;
  const { start, end, precision, problem, span } = deadline;
  const days = left(deadline);
  const dates = start && end && start !== end ? `${start} – ${end}` : (end ?? start ?? '');
  const text = (locale: 'zh' | 'en') => {
    const meaning = problem ? PROBLEMS[problem][locale] : PRECISIONS[precision][locale];
    return [`**${deadline.text}**`, [dates, meaning, days?.[locale]].filter(Boolean).join(' · ')].join(
      '\n\n',
    );
  };
  return { span, text: { zh: text('zh'), en: text('en') } };
}

const PRECISIONS: Readonly<Record<Precision, Message>> = {
  day: { zh: '精确到日', en: 'to the day' },
  tenday: { zh: '精确到旬', en: 'to ten days' },
  month: { zh: '精确到月', en: 'to the month' },
  quarter: { zh: '精确到季度', en: 'to the quarter' },
  half: { zh: '精确到半年', en: 'to half a year' },
  term: { zh: '精确到学期', en: 'to the school term' },
  year: { zh: '精确到年', en: 'to the year' },
  open: { zh: '没有截止日期', en: 'without an end' },
  recurring: { zh: '定期重复', en: 'recurring' },
};

const PROBLEMS: Readonly<Record<'impossible' | 'vague', Message>> = {
  impossible: { zh: '没有这个日期', en: 'there is no such date' },
  vague: { zh: '没有说明具体时间', en: 'names no time' },
};

/** A quoted document of the workspace at `offset`: its title and how much is in it. */
export function documentHover(workspace: Workspace, target: string, span: Span): Detail | undefined {
  const plan = workspace.documents.get(target)?.plan;
  if (!plan?.title) return undefined;
  const tasks = plan.tasks.filter(({ role }) => role === 'task').length;
  const head = `**${plan.title.text}**`;
  const about = [plan.documentNumber?.text, plan.date?.iso].filter(Boolean).join(' · ');
  return {
    span,
    text: {
      zh: [head, about, `${plan.sections.length}个章节，${tasks}项任务`].filter(Boolean).join('\n\n'),
      en: [head, about, `${plan.sections.length} sections, ${tasks} tasks`].filter(Boolean).join('\n\n'),
    },
  };
}

/** The rule that a silencing comment names at `offset`. */
export function ruleHover(plan: Plan, offset: number, rules: readonly Rule[]): Detail | undefined {
  const named = silencesIn(plan).find(
    ({ rule }) => rule && rule.span.start <= offset && offset <= rule.span.end,
  )?.rule;
  const rule = named && rules.find(({ id }) => id === named.text);
  if (!named || !rule) return undefined;
  const text = (locale: 'zh' | 'en') =>
    [`**${rule.name[locale]}** \`${rule.id}\``, rule.summary[locale], rule.why[locale]].join('\n\n');
  return { span: named.span, text: { zh: text('zh'), en: text('en') } };
}
