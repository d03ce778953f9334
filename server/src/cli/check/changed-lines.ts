import type { Finding } from '../../core/lint/finding.ts';
import { lineOf } from '../../core/text/text.ts';
import type { Examined, Job } from './examine.ts';

/** Half-open ranges of 1-based lines in order; `all` for a new file. */
export type ChangedLines = readonly LineRange[] | 'all';
export type LineRange = readonly [from: number, to: number];

/**
 * Whether a finding speaks of something that changed. One on the head of a task speaks of the whole task: its owner
 * may have been deleted some lines below.
 */
export function isOnChange(
  { text }: Pick<Job, 'text'>,
  { extents }: Pick<Examined, 'extents'>,
  changed: ChangedLines | undefined,
): (finding: Pick<Finding, 'span'>) => boolean {
  if (changed === undefined) return () => false;
  const lines = linesOf(text);
  const heads = new Map(extents.map(({ start, end }) => [start, end]));
  return ({ span }) => {
    const end = Math.max(span.end - 1, span.start, (heads.get(span.start) ?? 0) - 1);
    return touches(changed, 1 + lineOf(lines, span.start), 1 + lineOf(lines, end));
  };
}

/**
 * The findings of a text that count and whose fixes leave the other lines as they are. None where lines were added or
 * taken away since `before`: what changed is known by the numbers that the lines had there.
 */
export function mendable(
  examined: Pick<Examined, 'extents' | 'findings'>,
  text: string,
  before: string,
  changed: ChangedLines | undefined,
): readonly Finding[] {
  if (linesOf(text).length !== linesOf(before).length) return [];
  const counts = isOnChange({ text }, examined, changed);
  const isOn = isOnChange({ text }, { extents: [] }, changed);
  return examined.findings.filter((one) => counts(one) && one.fix?.edits.every(isOn));
}

/** Whether lines `from` to `to` (1-based, both included) touch what changed. */
export function touches(changed: ChangedLines, from: number, to: number): boolean {
  if (changed === 'all') return true;
  let low = 0;
  let high = changed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changed[middle]?.[1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const range = changed[low];
  return range !== undefined && range[0] <= to;
}

/** Where lines start as git sees them: behind line feeds alone. */
function linesOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
