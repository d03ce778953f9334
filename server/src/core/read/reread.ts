import { blockAt, type Passage, WatchedBlock } from '../plan/block.ts';
import { moved } from '../plan/moved.ts';
import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import { type Change, changeFrom, Mover, narrowed, withChange } from '../text/change.ts';
import { Known } from '../text/known.ts';
import type { Rope } from '../text/rope.ts';
import { lineOf } from '../text/text.ts';
import type { Memory } from './memory.ts';
import { annexAt } from './outline/annexed.ts';

/**
 * What `parse` gives of the text of `plan` after a change, found without reading it again: where the change lies inside of
 * one line, and all that was asked of the line has the same answers afterwards, nothing but places changes. Undefined
 * where that is not so, or cannot be told. `memory` is the one that the plan was read with, under the same options; `text`
 * is given where it is known what the change makes of the text.
 */
export function reread(plan: Plan, given: Change, memory: Memory, text?: Rope): Plan | undefined {
  const known = textsOf(plan);
  const { lineStarts, blocks, tasks } = plan;
  // What is said of a few lines may depend on how long they are.
  if (!known || plan.kind === 'directory' || lineStarts.length < FEWEST_LINES) return undefined;
  const narrow = narrowed(known.text.slice(given.start, given.end), given);
  if (BREAKS.test(narrow.words)) return undefined;
  const at = lineOf(lineStarts, narrow.start);
  const [start, end] = [lineStarts[at] ?? 0, lineStarts[at + 1] ?? known.text.length];
  const block = blocks[blockAt(blocks, narrow.start)];
  const change = { ...narrow, grows: narrow.end === block?.span.end };
  const { inside } = new Mover(change);
  if (!(block instanceof WatchedBlock) || !inside(block.span)) return undefined;
  // A list of duties behind the plan cites tasks by their titles.
  if (tasks.some(({ titleSpan }) => inside(titleSpan)) && annexAt(blocks) >= 0) return undefined;
  const now = text ?? known.text.with(change);
  memory.open(now.length);
  const raw = known.text.slice(start, end);
  const [before, after] = [memory.line(raw), memory.line(withChange(raw, changeFrom(start, change)))];
  const by = change.words.length - (change.end - change.start);
  const whole = before.words === block.words && before.from === after.from && before.to + by === after.to;
  if (!whole || after.comment) return undefined;
  const inWords = new Mover(changeFrom(block.span.start, change));
  if (!agree(block.words, after.words, inWords)) return undefined;
  const folded = known.folded.with({ start, end, words: after.folded });
  return moved(plan, change, { text: now, folded }, block, after.words);
}

/** See `Known.agree`; what fails at the new words fails again where faults are told of. */
function agree(before: Passage, after: Passage, { offset }: Mover): boolean {
  try {
    return Known.agree(before, after, offset);
  } catch {
    return false;
  }
}

const FEWEST_LINES = 64;
const BREAKS = /[\r\n\t]/u;
