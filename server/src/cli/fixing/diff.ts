import { flatMapped } from '../../core/text/flat.ts';

/**
 * The lines that lead from `before` to `after`, as a unified diff with three lines around each change; empty where
 * nothing changed. Lines that stand once in both texts hold it together, so it takes n log n for n lines.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  return diffOf(nameOf(path), before, after);
}

function diffOf(name: string, before: string, after: string): string {
  const old = linesOf(before);
  const renewed = linesOf(after);
  const hunks = hunksOf(changesBetween(old, renewed), old.length);
  if (hunks.length === 0) return '';
  const parts = [`--- ${name}\n+++ ${name}\n`];
  for (const hunk of hunks) parts.push(written(hunk, old, renewed));
  return parts.join('');
}

/**
 * The same for texts as they stand in files, whatever their encoding: what `git apply` and `patch` find is bytes. A
 * byte order mark belongs to the first line.
 */
export function binaryDiff(path: string, before: Uint8Array, after: Uint8Array): Uint8Array {
  const name = asLatin1(new TextEncoder().encode(nameOf(path)));
  return Uint8Array.from(diffOf(name, asLatin1(before), asLatin1(after)), (one) => one.charCodeAt(0));
}

/** Every byte as the character of its number. */
function asLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += STEP)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + STEP)));
  return parts.join('');
}

const STEP = 8192;

/** `path` as git and patch read it back: quoted as in C where it has to be, and ended by a tab where it has spaces. */
function nameOf(path: string): string {
  if (!QUOTED.test(path)) return path.includes(' ') ? `${path}\t` : path;
  const octal = (one: string) => `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${path.replace(/["\\]/gu, '\\$&').replace(CONTROL, octal)}"`;
}

const QUOTED = /["\\\p{Cc}]/u;
/** Of one byte. */
const CONTROL = /(?![\u{80}-\u{9F}])\p{Cc}/gu;

/** Lines `from` to `to` of the old text become lines `newFrom` to `newTo` of the new one; ends are exclusive. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** With their line ends, so that a change of these shows. A lone CR ends no line in a patch. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

function changesBetween(old: readonly string[], renewed: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [from, newFrom] = [0, 0];
  const anchors = [...anchorsOf(old, renewed), [old.length, renewed.length] as const];
  for (const [at, newAt] of anchors) {
    const change = trimmed({ from, to: at, newFrom, newTo: newAt }, old, renewed);
    if (change) changes.push(change);
    [from, newFrom] = [at + 1, newAt + 1];
  }
  return changes;
}

/** The longest ascending run of lines that stand once in both texts. */
function anchorsOf(
  old: readonly string[],
  renewed: readonly string[],
): readonly (readonly [number, number])[] {
  const places = uniqueIn(renewed);
  const pairs = flatMapped([...uniqueIn(old)], ([line, at]): (readonly [number, number])[] => {
    const newAt = places.get(line);
    return newAt === undefined ? [] : [[at, newAt]];
  });
  // Patience: the piles' tops ascend, and each card remembers the top of the pile before its own.
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, [, newAt]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < newAt) low = middle + 1;
      else high = middle;
    }
    before.push(tops[low - 1]);
    tops[low] = i;
  }
  const run: (readonly [number, number])[] = [];
  for (let i = tops.at(-1); i !== undefined; i = before[i]) {
    const pair = pairs[i];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

function uniqueIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (places.has(line)) twice.add(line);
    places.set(line, i);
  }
  for (const line of twice) places.delete(line);
  return places;
}

/** Without the equal lines at both ends; undefined where nothing is left. */
function trimmed(change: Change, old: readonly string[], renewed: readonly string[]): Change | undefined {
  let { from, to, newFrom, newTo } = change;
  while (from < to && newFrom < newTo && old[from] === renewed[newFrom])
    [from, newFrom] = [from + 1, newFrom + 1];
  while (from < to && newFrom < newTo && old[to - 1] === renewed[newTo - 1])
    [to, newTo] = [to - 1, newTo - 1];
  return from < to || newFrom < newTo ? { from, to, newFrom, newTo } : undefined;
}

/** Changes whose surroundings touch stand in one hunk. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly changes: readonly Change[];
}

const AROUND = 3;

function hunksOf(changes: readonly Change[], length: number): readonly Hunk[] {
  const hunks: { start: number; end: number; changes: Change[] }[] = [];
  for (const change of changes) {
    const [start, end] = [Math.max(0, change.from - AROUND), Math.min(length, change.to + AROUND)];
    const last = hunks.at(-1);
    if (last && start <= last.end) {
      last.end = end;
      last.changes.push(change);
    } else hunks.push({ start, end, changes: [change] });
  }
  return hunks;
}

function written({ start, end, changes }: Hunk, old: readonly string[], renewed: readonly string[]): string {
  const lines: string[] = [];
  const say = (mark: string, all: readonly string[], from: number, to: number) => {
    for (const line of all.slice(from, to)) {
      lines.push(`${mark}${line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`}`);
    }
  };
  let at = start;
  for (const { from, to, newFrom, newTo } of changes) {
    say(' ', old, at, from);
    say('-', old, from, to);
    say('+', renewed, newFrom, newTo);
    at = to;
  }
  say(' ', old, at, end);
  const [first, last] = [changes[0], changes.at(-1)];
  const newStart = (first?.newFrom ?? 0) - ((first?.from ?? 0) - start);
  const newEnd = (last?.newTo ?? 0) + (end - (last?.to ?? 0));
  return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${lines.join('')}`;
}

/** `3,7`: from line 3, seven lines; of none, the line before. */
function range(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}
