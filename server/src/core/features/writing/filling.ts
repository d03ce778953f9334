import type { Edit, Finding, Message, Severity } from '../../lint/finding.ts';
import { stubRoles, titleOf } from '../../lint/missing.ts';
import type { MissingRule } from '../../lint/settings.ts';
import { emptyCell } from '../../lint/stub/cell.ts';
import { type FieldStyle, fieldStyleOf, labelFor, stubFor } from '../../lint/stub/stub.ts';
import type { FieldRole, Plan, Task } from '../../plan/plan.ts';
import { headOf } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';

/** Empty fields for what findings say is missing, as one change. */
export interface Filling {
  readonly id: 'fill-task' | 'fill-cell' | 'fill-all';
  readonly title: Message;
  readonly edits: readonly Edit[];
  /** The findings that it mends. */
  readonly mends: readonly Finding[];
}

/**
 * The ways to fill in what `here`, some of the findings `all` of a plan, say is missing. For a task all at once that is grave or
 * that the document is used to, then all there is, then one kind after the other; last, for the whole text, whatever
 * is missing of these kinds. No two do the same.
 */
export function fillings(plan: Plan, all: readonly Finding[], here: readonly Finding[]): readonly Filling[] {
  const missing = here.filter(({ rule }) => isMissingRule(rule));
  if (missing.length === 0) return [];
  const style = fieldStyleOf(plan);
  const gaps = gapsIn(plan, missing);
  const single = gaps.length === 1;
  // Who selects many tasks wants no entry for each.
  const found = gaps.length > MOST_TASKS ? [] : flatMapped(gaps, (gap) => ofTask(plan, gap, style, single));
  const kinds = new Set(missing.map(({ rule }) => rule));
  const whole = ofAll(
    plan,
    all.filter(({ rule }) => kinds.has(rule)),
    missing,
    style,
  );
  const one = found.length === 1 ? found[0] : undefined;
  // Of the only task that lacks it, the whole text says nothing more.
  const same = one && JSON.stringify(one.edits) === JSON.stringify(whole?.edits);
  return [...found, ...(whole && !same ? [whole] : [])];
}

const MOST_TASKS = 3;

/** Whether `rule` tells of fields that are missing. */
export function isMissingRule(rule: string): rule is MissingRule {
  return rule === 'missing-lead' || rule === 'missing-unit' || rule === 'missing-deadline';
}

/** Whether findings of what is missing may stand at `offset`: at the head of a task, or the title. */
export function isHead(plan: Plan, offset: number): boolean {
  const heads = [titleOf(plan), ...plan.tasks.map(headOf)];
  return heads.some(({ start, end }) => start <= offset && offset <= end);
}

/** A task with the findings of what it lacks, the gravest first. */
interface Gap {
  readonly task: Task;
  readonly findings: readonly Finding[];
}

function gapsIn(plan: Plan, missing: readonly Finding[]): readonly Gap[] {
  const tasks = new Map(plan.tasks.map((task) => [headOf(task).start, task]));
  const gaps = new Map<Task, Finding[]>();
  for (const finding of missing) {
    const task = tasks.get(finding.span.start);
    if (!task) continue;
    gaps.set(task, [...(gaps.get(task) ?? []), finding]);
  }
  return [...gaps].map(([task, findings]) => ({ task, findings: findings.sort(byGravity) }));
}

/** The gravest findings first. */
export function byGravity(a: Finding, b: Finding): number {
  return GRAVITY[a.severity] - GRAVITY[b.severity];
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

function ofTask(plan: Plan, { task, findings }: Gap, style: FieldStyle, single: boolean): Filling[] {
  const usual = findings.filter(
    (finding) => finding.severity === findings[0]?.severity || isUsual(finding, style),
  );
  const sets = single ? [usual, findings, ...findings.map((finding) => [finding])] : [usual];
  const found = new Map<string, Filling>();
  for (const mends of sets) {
    const filling =
      fieldsOf(plan, task, mends, style) ?? (mends.length === 1 ? cellOf(plan, task, mends) : undefined);
    const key = JSON.stringify(filling?.edits);
    if (filling && !found.has(key)) found.set(key, filling);
  }
  return [...found.values()];
}

/** Whether the document writes such fields about as often as others. */
function isUsual(finding: Finding, style: FieldStyle): boolean {
  const most = Math.max(...Object.values(style.counts));
  return rolesOf([finding], style).some((role) => style.counts[role] * 2 >= most && most > 0);
}

function fieldsOf(plan: Plan, task: Task, mends: readonly Finding[], style: FieldStyle): Filling | undefined {
  const stub = stubFor(plan, task, rolesOf(mends, style), style);
  return stub && { id: 'fill-task', title: ofNumber(task, stub.title), edits: stub.edits, mends };
}

function cellOf(plan: Plan, task: Task, mends: readonly Finding[]): Filling | undefined {
  const style = fieldStyleOf(plan);
  for (const role of rolesOf(mends, style)) {
    const edit = emptyCell(plan, task, role);
    if (!edit) continue;
    const title = { zh: `填写“${COLUMNS[role].zh}”一格`, en: `Fill in the cell for ${COLUMNS[role].en}` };
    return { id: 'fill-cell', title: ofNumber(task, title), edits: [edit], mends };
  }
  return undefined;
}

const COLUMNS: Readonly<Record<FieldRole, Message>> = {
  lead: { zh: '牵头', en: 'who leads' },
  unit: { zh: '责任', en: 'who is responsible' },
  support: { zh: '配合', en: 'who supports' },
  deadline: { zh: '时限', en: 'the deadline' },
};

/** Says of which task, since several may stand on one screen. */
function ofNumber({ number }: Task, { zh, en }: Message): Message {
  return number ? { zh: `为第${number}项任务${zh}`, en: `Task ${number}: ${en}` } : { zh, en };
}

function ofAll(
  plan: Plan,
  all: readonly Finding[],
  mends: readonly Finding[],
  style: FieldStyle,
): Filling | undefined {
  const edits = flatMapped(gapsIn(plan, all), ({ task, findings }) => {
    const stub = stubFor(plan, task, rolesOf(findings, style), style);
    return stub?.edits ?? [];
  });
  if (edits.length === 0) return undefined;
  const labels = style.order
    .filter((role) => rolesOf(all, style).includes(role))
    .map((role) => labelFor(style, role));
  return {
    id: 'fill-all',
    title: {
      zh: `全文补上“${labels.join('”“')}”，内容待填（${edits.length}处）`,
      en: `Add ${labels.join(' and ')} wherever missing, to be filled in (${edits.length})`,
    },
    edits,
    mends,
  };
}

function rolesOf(findings: readonly Finding[], style: FieldStyle): readonly FieldRole[] {
  return flatMapped(findings, ({ rule }) => (isMissingRule(rule) ? stubRoles(rule, style) : []));
}
