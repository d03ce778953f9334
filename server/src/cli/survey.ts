import type { Document } from '../core/exports/exporter.ts';
import { type FieldStyle, fieldStyleOf } from '../core/lint/stub/stub.ts';
import type { StubPlace } from '../core/lint/stub/style.ts';
import type { FieldRole, Plan, Task } from '../core/plan/plan.ts';
import { flatMapped } from '../core/text/flat.ts';
import type { Span } from '../core/text/text.ts';

/** How the plans at hand are written: what most of them do. */
export interface Survey {
  readonly plans: number;
  readonly directories: readonly string[];
  readonly tasks: number;
  readonly fields: readonly FieldSurvey[];
  /** How numbers look, from the outermost heading down to tasks, as `一、` `（一）` `1.`. */
  readonly numbers: readonly string[];
  /** What looks like a label in many tasks and is not known as one. */
  readonly strangers: readonly string[];
}

/** How one kind of field is written. */
export interface FieldSurvey {
  readonly role: FieldRole;
  /** Plans of which some task has it. */
  readonly plans: number;
  /** Tasks that have it, of those plans, and all tasks of those plans. */
  readonly stated: number;
  readonly of: number;
  /** The labels that are written, the most frequent first. */
  readonly labels: readonly string[];
  readonly place: StubPlace | undefined;
}

/** Reads off the plans, and names the directories among the documents. */
export function surveyOf(documents: readonly Document[]): Survey {
  const plans = flatMapped(documents, ({ plan }) => (plan.kind === 'plan' ? plan : []));
  const read = plans.map((plan) => ({ plan, style: fieldStyleOf(plan), tasks: tasksOf(plan) }));
  return {
    plans: plans.length,
    directories: documents.filter(({ plan }) => plan.kind === 'directory').map(({ path }) => path),
    tasks: read.reduce((sum, { tasks }) => sum + tasks.length, 0),
    fields: ROLES.map((role) => fieldOf(role, read)),
    numbers: numbersOf(plans),
    strangers: strangersIn(plans),
  };
}

const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

interface Read {
  readonly plan: Plan;
  readonly style: FieldStyle;
  readonly tasks: readonly Task[];
}

function tasksOf({ tasks }: Plan): readonly Task[] {
  return tasks.filter(({ role }) => role === 'task');
}

function fieldOf(role: FieldRole, read: readonly Read[]): FieldSurvey {
  const having = read
    .map(({ tasks, style }) => ({ tasks, style, stated: tasks.filter((task) => states(task, role)).length }))
    .filter(({ stated }) => stated > 0);
  const labels = flatMapped(read, ({ plan }) =>
    flatMapped(plan.fields, (field) => (field.role === role && field.label ? field.label.text : [])),
  );
  return {
    role,
    plans: having.length,
    stated: having.reduce((sum, { stated }) => sum + stated, 0),
    of: having.reduce((sum, { tasks }) => sum + tasks.length, 0),
    labels: byCount(labels).map(([label]) => label),
    place: byCount(flatMapped(having, ({ style }) => style.places[role] ?? []))[0]?.[0],
  };
}

function states(task: Task, role: FieldRole): boolean {
  const { leads, units, support, deadline } = task;
  return { lead: leads[0], unit: units[0], support: support[0], deadline }[role] !== undefined;
}

/** Each level in the way that most of its numbers are written. */
function numbersOf(plans: readonly Plan[]): readonly string[] {
  const levels = new Map<number, string[]>();
  const tasks: string[] = [];
  for (const plan of plans) {
    for (const { level, numberSpan, titleSpan } of plan.sections) {
      levels.set(level, [...(levels.get(level) ?? []), shapeOf(plan, numberSpan, titleSpan)]);
    }
    for (const { number, numberSpan, titleSpan } of plan.tasks) {
      if (number) tasks.push(shapeOf(plan, numberSpan, titleSpan));
    }
  }
  const sorted = [...levels].sort(([a], [b]) => a - b).map(([, shapes]) => shapes);
  const most = flatMapped([...sorted, tasks], (shapes) => byCount(shapes)[0]?.[0] ?? []);
  return [...new Set(most)];
}

/** The first number of its kind with the marks around it: `（三）` → `（一）`, `12.` → `1.`. */
function shapeOf({ text }: Plan, number: Span, title: Span): string {
  const start = OPENING.test(text.charAt(number.start - 1)) ? number.start - 1 : number.start;
  const written = text.slice(start, Math.max(number.end, Math.min(title.start, number.end + 2))).trim();
  return written.replace(/[〇零一二三四五六七八九十百]+/u, '一').replace(/\d+|[０-９]+/u, '1');
}

const OPENING = /[（(〔]/u;

/** A short word with a colon at the head of a line or in a bracket, as often as fields are written that way. */
const LABEL =
  /(?:^|[（(；;])[ \u3000]*(?<label>\p{Script=Han}{2,8})[：:](?=[^\n。；;：:]{1,40}(?:[）)；;。]|$))/gmu;
/** What stands there too and names nobody's duty. */
const NO_DUTY =
  /^(?:联系|监督|咨询|举报)?(?:电话|地址|邮箱|邮编|联系人|传真|网址|附件|备注|注|来源|说明|其中|总体要求|指导思想)$/u;

function strangersIn(plans: readonly Plan[]): readonly string[] {
  const counts = new Map<string, number>();
  const known = new Set(
    flatMapped(plans, ({ fields }) => flatMapped(fields, ({ label }) => label?.text ?? [])),
  );
  let tasks = 0;
  for (const plan of plans) {
    for (const { span } of tasksOf(plan)) {
      tasks += 1;
      const words = plan.text.slice(span.start, span.end).matchAll(LABEL);
      const labels = new Set([...words].map(({ groups }) => groups?.label ?? ''));
      for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([label, count]) => count >= 3 && count * 4 >= tasks && !known.has(label) && !NO_DUTY.test(label))
    .map(([label]) => label);
}

/** The values that there are with how often they occur, the most frequent first. */
export function byCount<T extends string>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
