import type { Finding } from '../../core/lint/finding.ts';
import type { Options } from '../args.ts';
import type { Call } from '../commands/command.ts';
import { nearest } from '../nearest.ts';
import { type ChangedLines, changesOf, touches, type Unknown } from './changes.ts';
import type { Examined, Job } from './examine.ts';

/** What of the files the options ask to look at; undefined where git cannot tell, which was complained about. */
export async function scopeOf({ run }: Options, call: Call): Promise<Scope | undefined> {
  if (run.since === undefined && !run.staged && !run.changedLines) return { call, lines: undefined };
  const changes = await changesOf(run, call.host.files, call.host.git);
  if ('lines' in changes) {
    return { call: { ...call, host: { ...call.host, files: changes.files } }, lines: changes.lines };
  }
  await call.complain(reasonOf(changes, call));
  return undefined;
}

export interface Scope {
  /** The call with the files to look at: for staged changes, as they stand in the index. */
  readonly call: Call;
  /** The changed lines by absolute path; undefined where all is to be checked. */
  readonly lines: ReadonlyMap<string, ChangedLines> | undefined;
}

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
  const ends = lineEndsOf(text);
  const heads = new Map(extents.map(({ start, end }) => [start, end]));
  return ({ span }) => {
    const end = Math.max(span.end - 1, span.start, (heads.get(span.start) ?? 0) - 1);
    return touches(changed, 1 + countBelow(ends, span.start), 1 + countBelow(ends, end));
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
  if (lineEndsOf(text).length !== lineEndsOf(before).length) return [];
  const counts = isOnChange({ text }, examined, changed);
  const isOn = isOnChange({ text }, { extents: [] }, changed);
  return examined.findings.filter((one) => counts(one) && one.fix?.edits.every(isOn));
}

/** Where git sees lines end: at line feeds alone. */
function lineEndsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

/** How many of `sorted` are smaller than `value`. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reasonOf(unknown: Unknown, { words: { team } }: Call): string {
  if ('unknown' in unknown)
    return team.unknownRevision(unknown.unknown, nearest(unknown.unknown, unknown.near));
  if (unknown.refused === 'noGit') return team.noGit;
  if (unknown.refused === 'noRepository') return team.noRepository;
  return team.gitSaid(unknown.refused.said);
}
