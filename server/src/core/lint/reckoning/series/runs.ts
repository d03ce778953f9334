import { flatMapped } from '../../../text/flat.ts';
import type { Numbered } from './numbered.ts';

/** The series in which `items` of one style and part count on, across sections or within each, as the document does. */
export function runsIn(items: readonly Numbered[]): readonly Run[] {
  const byStyle = new Map<string, Numbered[]>();
  for (const item of items) {
    const prefix = item.style === 'decimal' ? item.number.slice(0, item.number.lastIndexOf('.')) : '';
    const key = `${item.part} ${item.style} ${prefix} ${item.holder.startsWith('task') ? 'measure' : ''}`;
    const same = byStyle.get(key);
    if (same) same.push(item);
    else byStyle.set(key, [item]);
  }
  return flatMapped([...byStyle.values()], runsOfStyle);
}

/** Items that count on from one another, in order, and where the first of them should begin. */
export interface Run {
  readonly items: readonly Numbered[];
  /** 1 where the document's other series begin with 1 too; undefined where nothing is certain. */
  readonly first: number | undefined;
}

function runsOfStyle(items: readonly Numbered[]): Run[] {
  const modes = transitions(items);
  const restarts = modes.restarting > modes.running;
  const runs: OpenRun[] = [];
  let open: OpenRun[] = [];
  for (const [i, item] of items.entries()) {
    const run = open.at(-1);
    const last = run?.items.at(-1);
    if (!run || !last || begins(item, last, items[i + 1], modes)) {
      const sibling = !last || last.holder === item.holder;
      const opened = { items: [item], first: !sibling && restarts ? 1 : undefined };
      runs.push(opened);
      // A list inside an item does not end the list that the item is in.
      open = sibling ? [...open.slice(-NESTED), opened] : [opened];
      continue;
    }
    if (item.value !== last.value + 1) {
      const outer = [...open].reverse().findIndex((one) => one.items.at(-1)?.value === item.value - 1);
      if (outer >= 0) open = open.slice(0, open.length - outer);
    }
    open.at(-1)?.items.push(item);
  }
  return runs;
}

interface OpenRun {
  readonly items: Numbered[];
  readonly first: number | undefined;
}

/** How many lists one inside another are followed. */
const NESTED = 6;

interface Modes {
  readonly running: number;
  readonly restarting: number;
}

/** How often the numbers run on, and how often they begin anew, where another section begins. */
function transitions(items: readonly Numbered[]): Modes {
  let running = 0;
  let restarting = 0;
  for (const [i, item] of items.entries()) {
    const last = items[i - 1];
    if (!last || last.holder === item.holder) continue;
    if (item.value === last.value + 1) running += 1;
    else if (item.value === 1) restarting += 1;
  }
  return { running, restarting };
}

/** Whether `item` begins a series of its own behind `last`. */
function begins(item: Numbered, last: Numbered, next: Numbered | undefined, modes: Modes): boolean {
  if (item.value === last.value + 1) return false;
  if (item.holder === last.holder) {
    const several = last.value > 1 || item.holder.startsWith('task');
    return item.value === 1 && several && (!next || next.value === 2);
  }
  if (item.value === 1) return true;
  return modes.restarting > modes.running || (modes.running === 0 && item.value < last.value);
}
