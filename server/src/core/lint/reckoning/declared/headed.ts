import { asking } from '../../../plan/citing.ts';
import { foldedIn, type Plan, type Section, type Task } from '../../../plan/plan.ts';
import { flatMapped } from '../../../text/flat.ts';
import { matchesIn } from '../../../text/matches.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Span } from '../../../text/text.ts';
import type { Declared } from './declared.ts';

/**
 * Counts that the headings belie: `实施八大行动` before seven headings that end in 行动. Declared in the preamble, they
 * are held against all headings of one level, as is the title's count, declared under a heading, against those below it.
 */
export function headedIn(plan: Plan): Declared[] {
  const faults: Declared[] = [];
  const groups = groupsOf(plan);
  const whole = countsOf([...groups.byParent.values(), ...groups.byLevel.values()]);
  const opening = plan.preamble ?? openingOf(plan);
  if (opening) faults.push(...faultsIn(plan, opening, whole));
  // What the title says again is told once; what it carries out in part was declared by others.
  if (plan.title && faults.length === 0 && !isOfOthers(plan.title.text))
    faults.push(...faultsIn(plan, plan.title.span, whole));
  for (const [i, section] of plan.sections.entries()) {
    const below = groups.byParent.get(i);
    if (!below) continue;
    const first = below.start;
    faults.push(...faultsIn(plan, { start: section.titleSpan.start, end: first }, countsOf([below])));
  }
  return faults;
}

/** `落实“八大行动”2024年工作要点` */
function isOfOthers(title: string): boolean {
  return /(?:落实|贯彻|对照|响应|服务|助力|推进|围绕)[^，。]{0,8}[“"]/u.test(title);
}

/** The few words between title and first heading that make no preamble: `今年实施四大行动。` */
function openingOf({ title, sections: [first] }: Plan): Span | undefined {
  return title && first && { start: title.span.end, end: Math.max(title.span.end, first.span.start) };
}

interface Group {
  /** Their titles are read where something is declared of them, and not before. */
  readonly items: (Section | Task)[];
  readonly start: number;
}

function groupsOf(plan: Plan) {
  const byParent = new Map<number | undefined, Group>();
  const byLevel = new Map<number, Group>();
  const put = <K>(groups: Map<K, Group>, key: K, item: Section | Task) => {
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { items: [item], start: item.span.start });
  };
  for (const section of plan.sections) {
    put(byParent, section.parent, section);
    put(byLevel, section.level, section);
  }
  for (const task of plan.tasks) {
    if (!task.number) continue;
    put(byParent, task.section, task);
    if (task.section !== undefined) put(byLevel, 100, task);
  }
  return { byParent, byLevel };
}

function faultsIn(
  plan: Plan,
  { start, end }: Span,
  countsFor: (noun: string) => readonly number[],
): Declared[] {
  const text = foldedIn(plan, start, end);
  return flatMapped(matchesIn(text, DECLARED), (match) => {
    const { number = '', counter = '', noun = '' } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 20);
    if (PART.test(before) || COUNT_BEFORE.test(before) || COUNT_AFTER.test(after)) return [];
    const declared = numeralValue(number) ?? 0;
    const counts = countsFor(noun);
    const [found] = counts;
    if (declared < 3 || found === undefined || counts.includes(declared)) return [];
    const at = start + match.index;
    return [{ span: { start: at, end: at + number.length + counter.length }, declared, found }];
  });
}

/** How many titles end in a noun, by group; each noun is counted once. */
function countsOf(groups: readonly Group[]): (noun: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (noun) => {
    const counts = known.get(noun) ?? flatMapped(groups, (group) => countOf(group, noun));
    known.set(noun, counts);
    return counts;
  };
}

/** How many titles of a group end in `noun`, where nearly all do. */
function countOf({ items }: Group, noun: string): number[] {
  const count = items.filter((item) => nounOf(item) === noun).length;
  return count >= 3 && count >= items.length - 1 ? [count] : [];
}

/** The last two characters of a title, which are as many as each noun has. */
const nounOf = asking((title) => title.replace(/(?<![”"’』\s])[”"’』\s]+$/u, '').slice(-2));

/** `项目4个,其中新建3个项目`: a part of what is counted. */
const PART = /(?:其中|包括|分别)[^。;\n\r]{0,40}$/u;
/** `新建3个项目、续建1个项目`: counts side by side are none of the whole. */
const COUNT_BEFORE = /(?:\d|[两二三四五六七八九十])[个项][^,。;\n\r]{0,14}[、和][々〇㐀-鿿𠀀-𲎯]{0,6}$/u;
const COUNT_AFTER = /^[^,。;\n\r]{0,4}[、和][々〇㐀-鿿𠀀-𲎯]{0,6}(?:\d|[一两二三四五六七八九十])/u;

/** `十二大教育品质提升行动`, `八大行动`; 3个项目 may be any three. */
const DECLARED =
  /(?<![第\d一二三四五六七八九十])(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?<counter>大|项|个(?![^,。;、:“”()\s]{0,12}项目))[^,。;、:“”()\s]{0,12}?(?<noun>行动|工程|任务|举措|措施|计划|项目)/gu;
