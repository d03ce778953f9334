import { matching, offsetIn, spanIn } from '../../../plan/block.ts';
import type { Plan, Style } from '../../../plan/plan.ts';
import { type Mark, markOf } from '../../../read/outline/numbering.ts';
import { flatMapped } from '../../../text/flat.ts';
import { matchesIn } from '../../../text/matches.ts';
import { once } from '../../../text/memo.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Declared } from './declared.ts';

/** Counts that point forward and that the items behind them belie: `做好以下三项工作：` before 1. and 2. alone. */
export function followingIn(plan: Plan): Declared[] {
  const roles = once(() => rolesOf(plan));
  return flatMapped(plan.blocks, (block, i) => {
    const matches = forwardIn(block);
    if (matches.length === 0) return NONE;
    const ordinals = ordinalsIn(block.text);
    let next = 0;
    return flatMapped(matches, (match) => {
      const { number = '', counter = '' } = match.groups ?? {};
      const declared = numeralValue(number) ?? 0;
      while ((ordinals[next]?.at ?? Number.POSITIVE_INFINITY) < match.index) next += 1;
      const end = match.index + match[0].length;
      const closes = ordinals.length === 0 && !/[。;]/u.test(block.text.slice(end, end + 60).slice(0, -1));
      const found = countInline(ordinals, next) ?? (closes ? countItems(plan, i, roles()) : undefined);
      if (declared < 2 || !found || found.includes(declared)) return [];
      const at = match.index + match[0].indexOf(number);
      const span = spanIn(block, at, at + number.length + counter.length);
      return [{ span, declared, found: found[0] ?? 0 }];
    });
  });
}

/** What sections and tasks are for, by where their numbers stand. */
function rolesOf({ sections, tasks }: Plan): ReadonlyMap<number, string> {
  return new Map([...sections, ...tasks].map(({ numberSpan, role }) => [numberSpan.start, role]));
}

const FORWARD =
  /(?:以下|下列|如下)(?<number>[两二三四五六七八九十]{1,3}|\d{1,2})(?<counter>个|项|大|条|点|类|种|件)(?!以|[及或]以[上下])/gu;
const NONE: readonly Declared[] = [];
const forwardIn = matching(FORWARD);

interface Ordinal {
  readonly at: number;
  readonly value: number;
}

/** 一是, 二是 behind a clause end. */
function ordinalsIn(text: string): readonly Ordinal[] {
  return matchesIn(text, /(?<=[。;:,])([一二三四五六七八九十]{1,3})是(?!否)/gu).map((match) => ({
    at: match.index,
    value: numeralValue(match[1] ?? '') ?? 0,
  }));
}

/** How far 一是, 二是 … count from an ordinal on; undefined where they do not begin with 一是 or leave one out. */
function countInline(ordinals: readonly Ordinal[], from: number): readonly number[] | undefined {
  let count = 0;
  while (ordinals[from + count]?.value === count + 1 && count < MOST) count += 1;
  const after = ordinals[from + count]?.value ?? 1;
  return count > 1 && after === 1 ? [count] : undefined;
}

/** No list that a person counts is longer. */
const MOST = 60;

/** How many items of one style stand in a list. */
interface Count {
  all: number;
  /** Without what is no task (保障措施). */
  tasks: number;
  /** Whether they count on from one item above them to the next. */
  runsOn: boolean;
}

/**
 * How many items follow the paragraph directly, by their levels, with what is no task and without; those that count on
 * below several headings (一、1. 2. 二、3. 4.) first.
 */
function countItems(
  { blocks }: Plan,
  index: number,
  roles: ReadonlyMap<number, string>,
): readonly number[] | undefined {
  const own = blocks[index] && markOf(blocks[index]);
  const counts = new Map<Style, Count>();
  let top: Mark | undefined;
  let last: Mark | undefined;
  for (const block of blocks.slice(index + 1, index + 400)) {
    const mark = markOf(block);
    if (mark && mark.style === own?.style) break;
    if (!top && mark?.value !== 1) return undefined;
    if (mark && !top && !roles.has(offsetIn(block, mark.from))) return undefined;
    if (!mark || mark.style === 'bare') continue;
    if (mark.style === (top ?? mark).style) {
      if (mark.value !== (top?.value ?? 0) + 1) break;
      top = mark;
    }
    const known = counts.get(mark.style);
    // The heading of what stands behind the list.
    if (!known && mark.value !== 1) break;
    const count = known ?? { all: 0, tasks: 0, runsOn: false };
    const role = roles.get(offsetIn(block, mark.from)) ?? 'task';
    count.all += 1;
    if (role !== 'safeguards' && role !== 'guidance') count.tasks += 1;
    if (last === top && mark !== top && mark.value > 1) count.runsOn = true;
    counts.set(mark.style, count);
    last = mark;
  }
  if (!top || top.value < 2) return undefined;
  const found = [...counts.values()].sort((one, other) => Number(other.runsOn) - Number(one.runsOn));
  return flatMapped(found, ({ all, tasks }) => [all, tasks]);
}
