import { asking } from '../../../plan/citing.ts';
import { foldedIn, type Plan, type Section, type Task } from '../../../plan/plan.ts';
import { sectionsAround } from '../../../plan/tasks.ts';
import { flatMapped } from '../../../text/flat.ts';
import { fold } from '../../../text/fold.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Span } from '../../../text/text.ts';
import type { Declared } from './declared.ts';

/**
 * Counts of all tasks below: `（共24项）` behind or under the title, and `一、经济体制改革（8项）` where that of another heading
 * holds, and so counts tasks.
 */
export function bracketedIn(plan: Plan): Declared[] {
  const { sections, tasks, title } = plan;
  const outer = sections.filter(({ parent }) => parent === undefined);
  const start = title?.span.start ?? 0;
  const opening = { start, end: Math.max(start, Math.min(startOf(sections), startOf(tasks))) };
  const ofParts = sections.filter(endsInCount).map((section) => {
    const tasksBelow = tasks.filter((task) => sectionsAround(plan, task.section).includes(section));
    const headings = sections.filter(({ parent }) => parent !== undefined && sections[parent] === section);
    return faultsIn(plan, section.titleSpan, OF_PART, { tasks: tasksBelow, headings });
  });
  const told = ofParts.some((faults) => faults.length === 0) ? flatMapped(ofParts, (faults) => faults) : [];
  return [...faultsIn(plan, opening, OF_ALL, { tasks, headings: outer }), ...told];
}

function startOf([first]: readonly (Section | Task)[]): number {
  return first?.span.start ?? Number.POSITIVE_INFINITY;
}

interface Below {
  readonly tasks: readonly Task[];
  readonly headings: readonly Section[];
}

/** Counts in some words that neither the tasks below keep, nor their headings, their measures or the last number. */
function faultsIn(plan: Plan, { start, end }: Span, pattern: RegExp, { tasks, headings }: Below): Declared[] {
  const { index = 0, groups } = pattern.exec(foldedIn(plan, start, end)) ?? {};
  const { before = '', count = '' } = groups ?? {};
  if (!groups || tasks.length === 0) return [];
  const declared = numeralValue(count.slice(0, -1));
  const own = tasks.filter(({ role }) => role === 'task');
  const measures = tasks.reduce((sum, task) => sum + task.measures.length, 0);
  const last = numeralValue(tasks.at(-1)?.number ?? '');
  const found = own.length || tasks.length;
  if (!declared || [found, tasks.length, headings.length, measures, last].includes(declared)) return [];
  const at = start + index + before.length;
  return [{ span: { start: at, end: at + count.length }, declared, found }];
}

const NUMERAL = String.raw`(?:\d{1,3}|[一二三四五六七八九十]{1,3})`;
const COUNT = `(?<count>${NUMERAL}[项条件])`;
/** `（共24项）` at the end of a line; behind `责任领导：周晓` it counts what that one leads. */
const OF_ALL = new RegExp(
  `(?<before>(?<!(?:领导|单位|部门|[科处股]室|人) ?:[^\\n:]{0,40})\\( ?共)${COUNT}\\) *$`,
  'mu',
);
/** `（8项）` */
const OF_PART = new RegExp(`(?<before>\\( ?共?)${COUNT}\\)$`, 'u');
const endsInCount = asking((title) => OF_PART.test(fold(title)));
