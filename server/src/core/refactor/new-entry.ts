import type { Directory, Entry } from '../directory.ts';
import type { Edit, Unlisted } from '../lint.ts';
import { hanNumeral, numeralValue } from '../numerals.ts';
import type { Plan } from '../plan.ts';
import { lineEndOf, linesAround } from './refactoring.ts';

/**
 * The edit that adds a name to the directory whose text is `plan`: behind the last entry of its kind, or else behind
 * the last entry, with the number that follows. Undefined where the directory has no entry to follow.
 */
export function newEntry(plan: Plan, directory: Directory, { name, kind }: Unlisted): Edit | undefined {
  const last = directory.entries.filter((entry) => entry.kind === kind).at(-1) ?? directory.entries.at(-1);
  const task = last && taskOf(plan, last);
  if (!last || !task) return undefined;
  const lines = linesAround(plan, last.span);
  const lineEnd = lineEndOf(plan);
  const ended = /[\r\n]$/u.test(plan.text.slice(lines.start, lines.end));
  const head = plan.text.slice(lines.start, task.numberSpan.start);
  const behind = plan.text.slice(task.numberSpan.end, last.nameSpan.start);
  const entry = `${head}${next(task.number)}${behind}${name}`;
  return {
    span: { start: lines.end, end: lines.end },
    newText: ended ? `${entry}${lineEnd}` : `${lineEnd}${entry}`,
  };
}

function taskOf(plan: Plan, entry: Entry) {
  return plan.tasks.find(({ span }) => span.start === entry.span.start);
}

/** The number after one, in its numerals. */
function next(number: string): string {
  const value = numeralValue(number);
  if (value === undefined) return number;
  return /^\p{Script=Han}+$/u.test(number) ? hanNumeral(value + 1) : String(value + 1);
}
