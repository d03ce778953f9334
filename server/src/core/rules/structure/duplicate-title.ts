import { inQuotes } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Passage } from '../../plan/block.ts';
import { type Plan, type Task, textIn } from '../../plan/plan.ts';
import { isRow } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { unnumbered } from '../../text/known.ts';
import { lineOf } from '../../text/text.ts';

/** Two tasks of one title. */
export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  name: { zh: '任务标题重复', en: 'Duplicate title' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '任务标题不重复。', en: 'No two tasks have the same title.' },
  why: {
    zh: '标题相同的两项任务，多半是重复粘贴，或者应当合并；分解和督查时也无法用标题区分。',
    en: 'Two tasks of one title were mostly pasted twice or belong together, and cannot be told apart when tracked.',
  },
  examples: [
    {
      bad: '一、改善条件\n1.加快校舍改造进度。更换门窗。\n2.开放操场。\n3.⟦加快校舍改造进度⟧。更换照明。',
      good: '一、改善条件\n1.加快校舍改造进度。更换门窗。\n2.开放操场。\n3.加快照明改造进度。更换照明。',
    },
  ],
  check(plan, report) {
    if (plan.kind === 'directory') return;
    const pairs = pairsIn(plan);
    const meant = areMeant(pairs.filter(isParallel));
    const across = pairs.filter(({ first, second }) => first.section !== second.section);
    for (const { first, second } of pairs) {
      if (meant && isParallel({ first, second })) continue;
      // Several in other sections are an annex that repeats the plan.
      if (first.section !== second.section && across.length > 2) continue;
      report(
        second.titleSpan,
        {
          zh: `任务标题“${inQuotes(second.title)}”与第${first.number}项相同。`,
          en: `The title “${second.title}” is that of task ${first.number}.`,
        },
        {
          related: [
            { span: first.titleSpan, message: { zh: '标题相同的任务。', en: 'The task of the same title.' } },
          ],
        },
      );
    }
  },
};

interface Pair {
  readonly first: Task;
  readonly second: Task;
}

/** Tasks of one title in one period; what stands three times and more is a template (工作目标 under each heading). */
function pairsIn(plan: Plan): readonly Pair[] {
  const periodOf = periodsIn(plan);
  return flatMapped(sameTitles(plan), ([first, second, ...more]) => {
    if (!first || !second || more.length > 0 || first.role !== second.role) return [];
    // An annex may take up what the plan says.
    if (first.part !== second.part) return [];
    // A list of parts, and the section that says of each when and where.
    if (first.section !== second.section && first.style !== second.style) return [];
    // A plan by months has what is done each month in each.
    if (periodOf(first) !== periodOf(second)) return [];
    // Rows of a table say in other cells where, how or who else.
    if (isRow(first) && isRow(second) && rowOf(plan, first) !== rowOf(plan, second)) return [];
    return [{ first, second }];
  });
}

/** Whether a pair has one number under two headings. */
function isParallel({ first, second }: Pair): boolean {
  return first.section !== second.section && first.number === second.number;
}

/**
 * Whether parallel pairs are meant: a text that stands twice in a file, or that says several things of the same items,
 * has several, and what is short is said of many things; one alone is a task that was pasted.
 */
function areMeant([pair, ...more]: readonly Pair[]): boolean {
  return !pair || more.length > 0 || pair.first.title.length < LONG;
}

/** In characters. */
const LONG = 12;

/** The cells of a task behind its number. */
function rowOf(plan: Plan, { numberSpan, span }: Task): string {
  return nameText(textIn(plan, numberSpan.end, span.end));
}

/** Numbered tasks with words enough to be no pattern, by title; two short titles are told where all their words are the same. */
function sameTitles(plan: Plan): readonly (readonly Task[])[] {
  const groups = new Map<string, Task[]>();
  for (const task of plan.tasks) {
    if (!task.number) continue;
    const title = nameText(task.title);
    if (PHASE.test(title)) continue;
    const group = groups.get(title);
    if (group) group.push(task);
    else groups.set(title, [task]);
  }
  return flatMapped([...groups], ([title, same]) => {
    const [first, second] = same;
    const isPattern =
      !first || !second || (title.length < 6 && !isCopy(rowOf(plan, first), rowOf(plan, second)));
    return isPattern ? [] : [same];
  });
}

function isCopy(one: string, other: string): boolean {
  return one === other && one.length >= SHORTEST_COPY;
}

/** In characters. */
const SHORTEST_COPY = 10;

/** `总结评比阶段（2026年9月）`: each of several schemes in a file has its phases. */
const PHASE = /阶段(?:[（(][^（）()]*[）)])?$/u;

/** Which heading of a month, a quarter or a week a task stands below. */
function periodsIn({ blocks }: Plan): (task: Task) => number {
  const headings = blocks.filter(isPeriod);
  const starts = [0, ...headings.map(({ span }) => span.start)];
  return ({ span }) => lineOf(starts, span.start);
}

const isPeriod = unnumbered(({ text }: Passage) => text.length <= 24 && PERIOD.test(text));

/** `三月份`, `（二）4月：期中检查`, `【元月】`, `第二季度`, `第3周`, `星期一（3月30日）` */
const PERIOD =
  /^(?:\(?[一二三四五六七八九十\d]{1,3}[、.)] ?)?【?(?:(?:19|20)\d\d年)?(?:(?:[元一二三四五六七八九十]{1,2}|\d{1,2})(?:[—~、-](?:[一二三四五六七八九十]{1,2}|\d{1,2}))?月份?|第[一二三四1-4]季度|[上下]半年|第(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:周|阶段)|(?:星期|周)[一二三四五六日天])(?:[ :(】].*)?$/u;
