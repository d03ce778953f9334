import type { Passage } from '../plan/block.ts';
import { asking } from '../plan/citing.ts';
import { extentOfTasks } from '../plan/extent.ts';
import { assignsTasks, explainsPlan } from '../plan/genre.ts';
import { type FieldRole, foldedIn, type Plan, paragraphsIn, type Task } from '../plan/plan.ts';
import { headOf, sectionsAround } from '../plan/tasks.ts';
import { fold, nameText } from '../text/fold.ts';
import { unnumbered } from '../text/known.ts';
import { once, remembered } from '../text/memo.ts';
import { numeralValue } from '../text/numerals.ts';
import { type Span, within } from '../text/text.ts';
import { judging } from '../text/watched.ts';
import { answersItself } from './answered.ts';
import { type Habit, habitsOf } from './habit.ts';
import { documentMessage, EMPTY, emptyMessage, taskMessage } from './lacking.ts';
import { areDemands, areOrders, isAllElse, isHoliday } from './orders.ts';
import type { Report, RuleContext } from './rule.ts';
import type { MissingRule } from './settings.ts';
import { type FieldStyle, fieldStyleOf, labelFor, stubFor } from './stub/stub.ts';

/** The roles of which any will do for each rule. */
const ASKED_ROLES: Readonly<Record<MissingRule, readonly FieldRole[]>> = {
  'missing-lead': ['lead', 'unit'],
  'missing-unit': ['unit'],
  'missing-deadline': ['deadline'],
};

/** The roles of which a task that lacks what `rule` asks for is given empty fields. */
export function stubRoles(rule: MissingRule, style: FieldStyle): readonly FieldRole[] {
  return rolesFor(ASKED_ROLES[rule], style);
}

/** A kind of field that every task should state. */
export interface Wanted {
  /** The rule that asks for it. */
  readonly rule: MissingRule;
  /** What such a field names, in English. */
  readonly english: string;
  /** Whether the task has a field of this kind: where one has, the others should. */
  readonly states: (task: Task) => boolean;
  /** Whether the task is at fault. */
  readonly lacks: (task: Task) => boolean;
  /** The label of those that state it, where it is not one of the roles asked for. */
  readonly called?: string | undefined;
  /** Whether the words of a task (folded) may say it all the same, so that it is not claimed. */
  readonly mayBeIn: (words: string) => boolean;
  /** The same of a paragraph, where it depends on what else the plan says. */
  readonly mayStandIn?: (passage: Passage) => boolean;
}

/**
 * Reports the tasks of `plan` that lack what is `wanted`. In mode `auto` a task is reported where most of its peers
 * state it. Where no part of the document has that habit, a document of a genre that names who does what is reported
 * once, and each task gets a hint. A task whose title stands again in another section or in a table (分工表) that states
 * it lacks nothing, nor does whatever else there is to do.
 */
export function reportMissing(
  plan: Plan,
  report: Report,
  { settings, hints }: Pick<RuleContext, 'settings' | 'hints'>,
  wanted: Wanted,
): void {
  const mode = settings.missing[wanted.rule];
  if (mode === 'never' || plan.kind === 'directory') return;
  const tasks = withoutSteps(plan, wanted);
  const isRestated = once(() => restatedAmong(tasks.filter(wanted.states)));
  const faulty = tasks.filter(
    (task) =>
      wanted.lacks(task) &&
      (mode === 'always' || !(isAllElse(task) || isHoliday(task))) &&
      (blanksIn(task, wanted).length > 0 || !isRestated()(task)),
  );
  if (faulty.length === 0) return;
  const roles = once(() => stubRoles(wanted.rule, fieldStyleOf(plan)));
  const labels = once(() =>
    wanted.called ? [wanted.called] : roles().map((role) => labelFor(fieldStyleOf(plan), role)),
  );
  // What tells of a plan names whom it likes.
  const habits = explainsPlan(plan) ? new Map<Task, Habit>() : habitsOf(tasks, wanted.states, wanted.lacks);
  const habitual = [...habits.values()].some(({ holds }) => holds);
  const genre = mode === 'auto' && !habitual ? assignsTasks(plan) : 'no';
  const claimable =
    genre !== 'no' &&
    !isMostlyDoubtful(plan, faulty) &&
    isMadeOf(plan) &&
    begunAnew(tasks) < LOST &&
    faulty.filter((task) => maySay(plan, task, wanted)).length * 2 <= faulty.length &&
    areOrders(plan) &&
    !areDemands(plan) &&
    !answersItself(plan, tasks, ASKED_ROLES[wanted.rule]);
  const asked = claimable ? genre : 'no';
  const whole = asked === 'no' ? undefined : titleOf(plan);
  if (whole) {
    const silent = faulty.filter((task) => !saysInWords(plan, task, wanted));
    const message = documentMessage(silent.length, tasks.length, labels(), wanted);
    report(whole, message, asked === 'perhaps' ? { severity: 'info' } : {});
  }
  for (const task of faulty) {
    const habit = habits.get(task);
    const standsOut = mode === 'always' || (habit?.holds === true && !maySay(plan, task, wanted));
    if (!standsOut && !hints) continue;
    // Where there is no title, the document was reported on its first task.
    if (!standsOut && whole && whole.start === headOf(task).start) continue;
    const blanks = blanksIn(task, wanted);
    const fix =
      blanks.length > 0 || wanted.called ? undefined : stubFor(plan, task, roles(), fieldStyleOf(plan));
    const message =
      blanks.length > 0
        ? emptyMessage(
            task,
            blanks.map(({ label }) => label),
          )
        : taskMessage(task, labels(), wanted, habit?.holds ? habit : undefined);
    report(headOf(task), message, {
      ...(fix && { fix }),
      ...(blanks.length > 0 && { related: blanks.map(({ span }) => ({ span, message: EMPTY })) }),
      ...(!standsOut && { severity: 'hint' as const }),
    });
  }
}

/** The tasks, without the steps of the work (`二、工作步骤` ⏎ `1.动员部署（2月）。`) where none of these says it and others do. */
function withoutSteps(plan: Plan, { states }: Wanted): readonly Task[] {
  const tasks = plan.tasks.filter((task) => task.role === 'task');
  const steps = tasks.filter(({ section }) => sectionsAround(plan, section).some(headsSteps));
  const isOfTime = (task: Task) => isTimed(task) || sectionsAround(plan, task.section).some(isDated);
  if (steps.some(states) || steps.filter(isOfTime).length * 2 <= steps.length) return tasks;
  const others = tasks.filter((task) => !steps.includes(task));
  return others.some(states) ? others : tasks;
}

/** 工作步骤, 方法步骤, 实施阶段, 活动安排 */
const headsSteps = asking((title) =>
  /(?:步骤|阶段|(?:活动|进度|时间|阶段|日程|步骤)安排|(?:逐月|每月|分月|各月|月度)(?:重点)?(?:工作)?(?:安排|重点|要点|计划))$/u.test(
    fold(title),
  ),
);

/** `动员部署（2月）`, `总结验收阶段` */
const isTimed = (task: Task) => isDated(task) || isStage(task);
const isStage = asking((title) => title.includes('阶段'));
const isDated = asking((title) =>
  /[\d一二三四五六七八九十]\s?月|20\d\d年\)|[上下]半年|季度|[年月]底/u.test(fold(title)),
);

/** Whether a task may say what is wanted though it was not read: a time in its words, a bracket that is torn, a row whose cells are lost. */
function maySay(plan: Plan, task: Task, wanted: Wanted): boolean {
  const { span, fields, numberSpan } = task;
  if (within(plan.doubtful)(numberSpan.start) || saysInWords(plan, task, wanted)) return true;
  // What ends in fields ends without a stop.
  const isLast = fields.length === 0 && span.end >= (plan.blocks.at(-1)?.span.end ?? 0);
  const paragraphs = isLast ? undefined : paragraphsIn(plan, span);
  if (paragraphs) return isTornOver(paragraphs);
  const words = foldedIn(plan, span.start, span.end);
  return isTorn(words) || (isLast && isCut(words));
}

/** Whether the words of a task may say what is wanted. */
function saysInWords(plan: Plan, { span }: Task, { mayBeIn, mayStandIn }: Wanted): boolean {
  const paragraphs = paragraphsIn(plan, span);
  if (!paragraphs) return mayBeIn(foldedIn(plan, span.start, span.end));
  return paragraphs.some(sayingOf(mayBeIn)) || (mayStandIn !== undefined && paragraphs.some(mayStandIn));
}

const sayingOf = remembered((mayBeIn: Wanted['mayBeIn']) => unnumbered(({ text }: Passage) => mayBeIn(text)));

/** Whether the last words of a text stop within a sentence: what was cut off may say it. */
function isCut(words: string): boolean {
  const last = words.slice(words.search(LAST_SENTENCE));
  return words.length > LONG && last.length > 1 && /[。;,]/u.test(words.slice(0, -1)) && !ENDED.test(words);
}

const LONG = 30;
const LAST_SENTENCE = /(?<![^。;!?])[^。;!?]*$/u;
const ENDED = /[。;!?)\]〕】”》…:]\s*$/u;

/** `…校舍。（牵头单`, `财政局、人社局)`: a bracket that has lost one half may hold whatever is asked for. */
function isTorn(words: string): boolean {
  const { lowest, depth, listed } = tornAt(words);
  return (lowest < 0 && !listed) || depth > 0;
}

/** The same of paragraphs in a row. */
function isTornOver(paragraphs: readonly Passage[]): boolean {
  let [lowest, depth] = [0, 0];
  let listed = false;
  for (const paragraph of paragraphs) {
    const own = tornIn(paragraph);
    lowest = Math.min(lowest, depth + own.lowest);
    depth += own.depth;
    listed ||= own.listed;
  }
  return (lowest < 0 && !listed) || depth > 0;
}

const tornIn = unnumbered(({ text }: Passage) => tornAt(text));

/** How many brackets are open at the end of some words, and where fewest are. */
function tornAt(words: string) {
  let [lowest, depth] = [0, 0];
  let open = words.indexOf('(');
  let close = words.indexOf(')');
  while (open >= 0 || close >= 0) {
    if (close < 0 || (open >= 0 && open < close)) {
      depth += 1;
      open = words.indexOf('(', open + 1);
    } else {
      depth -= 1;
      lowest = Math.min(lowest, depth);
      close = words.indexOf(')', close + 1);
    }
  }
  return { lowest, depth, listed: words.includes(')') && LISTED.test(words) };
}

/** `1)排查`: a bracket that closes a number opens nowhere. */
const LISTED = /(?:^|[\s。;:,])(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})\)/u;

/**
 * Whether a text is made of its tasks: a good part of it, where they are few most of it. Otherwise what the plan is about
 * was not read as tasks, or was cut off, and only its safeguards, say, would be counted.
 */
const isMadeOf = judging((plan: Plan): boolean => {
  const { count, length, rest } = extentOfTasks(plan);
  return count < FEW ? rest <= Math.max(length, HEAD) : rest <= LARGEST_REST * length;
});

const FEW = 3;
/** The summary of the year before may be twice as long as the plan. */
const LARGEST_REST = 2.5;
/** Characters of a title, a line to the offices and a heading. */
const HEAD = 120;

/** How often a list begins anew with nothing above it: the heading there was not read, or is lost. */
function begunAnew(tasks: readonly Task[]): number {
  return tasks.filter((task, i) => {
    const before = tasks[i - 1];
    return before && isPeer(before, task) && numeralValue(task.number) === 1;
  }).length;
}

function isPeer(one: Task, other: Task): boolean {
  return one.section === other.section && one.part === other.part;
}

/** So many lost headings are no accident: what the lists below them are for is not known. */
const LOST = 2;

/** Whether most of what would be counted stands where the structure of the text is lost. */
function isMostlyDoubtful({ doubtful }: Plan, tasks: readonly Task[]): boolean {
  const lost = within(doubtful);
  return tasks.filter(({ numberSpan }) => lost(numberSpan.start)).length * 2 > tasks.length;
}

/** Whether a task's title stands in another section with a task that states what is wanted. */
function restatedAmong(stated: readonly Task[]): (task: Task) => boolean {
  const sections = new Map<string, Set<number | undefined>>();
  for (const { title, section } of stated) {
    const key = nameText(title);
    sections.set(key, (sections.get(key) ?? new Set()).add(section));
  }
  return ({ title, section }) => {
    const found = sections.get(nameText(title));
    return found !== undefined && (found.size > 1 || !found.has(section));
  };
}

/** The roles to write: those that the document labels, unless only few tasks have them; else the last. */
function rolesFor(roles: readonly FieldRole[], { counts }: FieldStyle): readonly FieldRole[] {
  const most = Math.max(...roles.map((role) => counts[role]));
  if (most === 0) return roles.slice(-1);
  return roles.filter((role) => counts[role] * 2 >= most);
}

/** A label of the kind that stands in a task with nobody and no day behind it, and where what stands there is, or the label. */
interface Blank {
  readonly label: string;
  readonly span: Span;
}

/** The blanks of a task, each label once. */
function blanksIn({ fields }: Task, { rule }: Wanted): readonly Blank[] {
  const roles = ASKED_ROLES[rule];
  const blanks = new Map<string, Blank>();
  for (const { role, label, parties, deadline, value } of fields)
    if (label && parties.length === 0 && !deadline && roles.includes(role) && !blanks.has(label.text))
      blanks.set(label.text, { label: label.text, span: value.end === value.start ? label.span : value });
  return [...blanks.values()];
}

/** The title, or how the first line with words begins, which is no comment. */
export function titleOf(plan: Plan): Span {
  if (plan.title) return plan.title.span;
  const from = plan.blocks[0]?.span.start ?? 0;
  const first = FIRST_WORDS.exec(plan.text.slice(from));
  const start = from + (first?.index ?? 0);
  return { start, end: start + (first?.[0].length ?? 0) };
}

/** Up to the end of the first sentence or line, 60 characters at most: some texts are one line. */
const FIRST_WORDS = /[^\s。！？][^\n\r。！？]{0,59}/u;
