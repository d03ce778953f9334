import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Silence, silencesIn } from '../../lint/silence.ts';
import { headerCellAt } from '../../lint/stub/slot.ts';
import type { Workspace } from '../../people/workspace.ts';
import type { Deadline, FieldRole, Party, Plan, Section, Task } from '../../plan/plan.ts';
import { sectionsAround } from '../../plan/tasks.ts';
import type { Labels } from '../../read/fields/labels.ts';
import { nextDue } from '../../text/dates/recurrence.ts';
import type { Precision } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { inMarkdown } from '../../text/plain.ts';
import type { Span, Words } from '../../text/text.ts';

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
  today: string,
): Detail | undefined {
  const deadline = deadlines.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!deadline) return undefined;
  const { start, end, precision, problem, span } = deadline;
  const days = left(deadline);
  const next = precision === 'recurring' ? nextDue(deadline.text, today) : undefined;
  const dates = start && end && start !== end ? `${start} – ${end}` : (end ?? start ?? '');
  const text = (locale: 'zh' | 'en') => {
    const meaning = problem ? PROBLEMS[problem][locale] : PRECISIONS[precision][locale];
    const coming = next && (locale === 'zh' ? `下一次：${next}` : `next: ${next}`);
    const facts = [dates, meaning, coming, days?.[locale]].filter(Boolean).join(' · ');
    return [`**${deadline.text}**`, facts].join('\n\n');
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
  const head = `**${inMarkdown(plan.title.text)}**`;
  const about = inMarkdown([plan.documentNumber?.text, plan.date?.iso].filter(Boolean).join(' · '));
  return {
    span,
    text: {
      zh: [head, about, `${plan.sections.length}个章节，${tasks}项任务`].filter(Boolean).join('\n\n'),
      en: [head, about, `${plan.sections.length} sections, ${tasks} tasks`].filter(Boolean).join('\n\n'),
    },
  };
}

/** The rule that a silencing comment names at `offset`; elsewhere in the comment what it silences, and where. */
export function ruleHover(plan: Plan, offset: number, rules: readonly Rule[]): Detail | undefined {
  const at = ({ start, end }: Span) => start <= offset && offset <= end;
  const silences = silencesIn(plan).filter(({ comment }) => at(comment));
  const named = silences.find(({ rule }) => rule && at(rule.span))?.rule;
  const [first] = silences;
  if (first && !named) return { span: first.comment, text: silenceCard(silences, first, rules) };
  const rule = named && rules.find(({ id }) => id === named.text);
  if (!named || !rule) return undefined;
  const text = (locale: 'zh' | 'en') =>
    [`**${rule.name[locale]}** \`${rule.id}\``, rule.summary[locale], rule.why[locale]].join('\n\n');
  return { span: named.span, text: { zh: text('zh'), en: text('en') } };
}

/** What the comments of one place silence. */
function silenceCard(
  silences: readonly Silence[],
  { kind, reason }: Silence,
  rules: readonly Rule[],
): Message {
  const text = (locale: 'zh' | 'en') => {
    const names = flatMapped(silences, ({ rule }) => {
      const known = rule && rules.find(({ id }) => id === rule.text);
      return rule ? `${known ? `${known.name[locale]} ` : ''}\`${rule.text}\`` : [];
    });
    const all = locale === 'zh' ? '所有规则' : 'all rules';
    const what = names.length > 0 ? names.join(locale === 'zh' ? '、' : ', ') : all;
    const why = reason && (locale === 'zh' ? `原因：${reason}` : `Reason: ${reason}`);
    return [SILENCES[kind][locale].replace('{}', what), why].filter(Boolean).join('\n\n');
  };
  return { zh: text('zh'), en: text('en') };
}

const SILENCES: Readonly<Record<Silence['kind'], Message>> = {
  'next-line': { zh: '下一行不报：{}', en: 'Not reported on the next line: {}' },
  block: { zh: '从这里起不报，到“启用”为止：{}', en: 'Not reported from here to `enable`: {}' },
  file: { zh: '全文不报：{}', en: 'Not reported in the whole text: {}' },
  end: { zh: '从这里起恢复：{}', en: 'Reported again from here: {}' },
  unknown: {
    zh: '认不出要忽略什么，这条注释不起作用。',
    en: 'This comment says nothing known and does nothing.',
  },
  misplaced: {
    zh: '这条注释与正文同在一行，不起作用；应单独成行。',
    en: 'This comment shares its line with text and does nothing; it should stand on a line of its own.',
  },
};

/** What the label at `offset` asks for, and how many tasks say it. */
export function labelHover({ fields, tasks, kind }: Plan, offset: number): Detail | undefined {
  const field = fields.find(({ label }) => label && label.span.start <= offset && offset <= label.span.end);
  if (kind === 'directory') return undefined;
  return field?.label && labelCard(tasks, field.role, field.label);
}

/** The same of the cell at `offset` that heads a column of a table. */
export function headerHover(plan: Plan, offset: number, labels: Labels): Detail | undefined {
  const head = headerCellAt(plan, offset, labels);
  return head && labelCard(plan.tasks, head.role, { text: head.label, span: head.span });
}

function labelCard(tasks: readonly Task[], role: FieldRole, label: Words): Detail {
  const asked = tasks.filter((task) => task.role === 'task');
  const stating = asked.filter(
    (task) => task[HELD[role]] !== undefined && !isNothing(task[HELD[role]]),
  ).length;
  const counts = {
    zh: `全文${asked.length}项任务，${stating}项注明。`,
    en: `${stating} of ${asked.length} tasks say so.`,
  };
  const text = (locale: 'zh' | 'en') =>
    [`**${inMarkdown(label.text)}**`, MEANINGS[role][locale], ...(stating > 0 ? [counts[locale]] : [])].join(
      '\n\n',
    );
  return { span: label.span, text: { zh: text('zh'), en: text('en') } };
}

const HELD = { lead: 'leads', unit: 'units', support: 'support', deadline: 'deadline' } as const;

const MEANINGS: Readonly<Record<FieldRole, Message>> = {
  lead: { zh: '由谁牵头。', en: 'Who leads.' },
  unit: { zh: '由谁负责落实。', en: 'Who is responsible.' },
  support: { zh: '由谁配合。', en: 'Who supports.' },
  deadline: { zh: '何时完成。', en: 'By when it is done.' },
};

function isNothing(held: Task[(typeof HELD)[FieldRole]]): boolean {
  return Array.isArray(held) && held.length === 0;
}

/** Which item the number at `offset` begins: its place among its siblings, the headings above it, who and by when. */
export function numberHover(plan: Plan, offset: number): Detail | undefined {
  const at = ({ numberSpan: { start, end } }: Section | Task) =>
    start <= offset && offset <= end && end > start;
  const task = plan.tasks.find(at);
  const section = task ? undefined : plan.sections.find(at);
  const item = task ?? section;
  if (!item) return undefined;
  const siblings: readonly (Section | Task)[] = task
    ? plan.tasks.filter(
        (one) => one.section === task.section && one.style === task.style && one.part === task.part,
      )
    : plan.sections.filter((one) => one.parent === section?.parent);
  const above = sectionsAround(plan, task ? task.section : section?.parent).map(({ title }) => title);
  const place = siblings.indexOf(item) + 1;
  const inside = section ? tasksIn(plan, section) : 0;
  const facts: readonly (readonly [zh: string, en: string, value: string])[] = task
    ? [
        ['牵头', 'Leads', namesOf(task.leads)],
        ['负责', 'Responsible', namesOf(task.units)],
        ['配合', 'Supports', namesOf(task.support)],
        ['时限', 'Due', inMarkdown(task.deadline?.text ?? task.proseDeadlines[0]?.text ?? '')],
      ]
    : [];
  const text = (locale: 'zh' | 'en') => {
    const zh = locale === 'zh';
    const stated = flatMapped(facts, ([chinese, english, value]) =>
      value === '' ? [] : `${zh ? `${chinese}：` : `${english}: `}${value}`,
    );
    const counted = zh ? `${inside}项任务` : `${inside} task${inside === 1 ? '' : 's'}`;
    return [
      `**${inMarkdown(item.title)}**`,
      inMarkdown(above.join(' › ')),
      zh ? `同级${siblings.length}项中的第${place}项` : `Number ${place} of ${siblings.length}`,
      ...(inside > 0 ? [counted] : []),
      ...stated,
    ]
      .filter(Boolean)
      .join('\n\n');
  };
  return { span: item.numberSpan, text: { zh: text('zh'), en: text('en') } };
}

function namesOf(parties: readonly Party[]): string {
  return parties.map(({ name }) => inMarkdown(name)).join('、');
}

function tasksIn({ tasks }: Plan, { span }: Section): number {
  return tasks.filter(
    (task) => task.role === 'task' && task.span.start >= span.start && task.span.end <= span.end,
  ).length;
}
