import type { Finding } from '../../core/lint/finding.ts';
import { type Quoted, sentenceKey } from '../fingerprint.ts';

/**
 * Findings that were there before (基线), known by rule and by what their sentence says, not by where it stands: text
 * may move within a file and to another one. Paths are relative to the baseline's own folder.
 */
export type Baseline = Readonly<Record<string, readonly KnownFinding[]>>;

/** `count` findings of one rule in sentences that say the same. */
export interface KnownFinding {
  readonly rule: string;
  readonly sentence: string;
  readonly count: number;
}

/** A file that was checked, as a baseline sees it. */
export interface BaselineFile extends Quoted {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** What a run covered: only of that it can be said that a finding is no longer there. */
export interface Coverage {
  /** Ids of the rules that ran. */
  readonly rules: ReadonlySet<string>;
  /** Files of the baseline that do not exist any more. */
  readonly gone: ReadonlySet<string>;
}

/** Which findings of `files` the baseline knows, and which it knows that are no longer there. */
export function compare(baseline: Baseline, files: readonly BaselineFile[], coverage: Coverage): Compared {
  const known = new Set<Finding>();
  const left = new Map(Object.entries(baseline).map(([path, entries]) => [path, countsOf(entries)]));
  for (const file of files) match(file, left.get(file.path), known);
  // What a checked file no longer holds may have moved to another one; so may all of a file that is gone.
  const checked = new Set(files.map(({ path }) => path));
  const loose = new Map<string, number>();
  for (const [path, counts] of left) {
    if (!checked.has(path) && !coverage.gone.has(path)) continue;
    for (const [key, count] of counts) loose.set(key, (loose.get(key) ?? 0) + count);
  }
  for (const file of files) match(file, loose, known);
  const ran = [...loose].filter(([key]) => coverage.rules.has(ruleOf(key)));
  return { known, solved: ran.reduce((sum, [, count]) => sum + count, 0) };
}

export interface Compared {
  readonly known: ReadonlySet<Finding>;
  /** How many known findings were looked for and not found. */
  readonly solved: number;
}

/** The baseline after a run: the findings of `files` for which `keep` holds, and what the run did not cover. */
export function renewed(
  baseline: Baseline,
  files: readonly BaselineFile[],
  coverage: Coverage,
  keep: (finding: Finding) => boolean,
): Baseline {
  const after = new Map<string, readonly KnownFinding[]>();
  for (const [path, entries] of Object.entries(baseline)) {
    if (!coverage.gone.has(path)) after.set(path, entries);
  }
  for (const file of files) {
    const known = Object.hasOwn(baseline, file.path) ? baseline[file.path] : [];
    const untouched = (known ?? []).filter(({ rule }) => !coverage.rules.has(rule));
    const counts = countsOf(untouched);
    for (const finding of file.findings.filter(keep)) {
      const key = keyOf(file, finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    after.set(file.path, entriesOf(counts));
  }
  const filled = [...after].filter(([, entries]) => entries.length > 0);
  return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many findings a baseline holds. */
export function sizeOf(baseline: Baseline): number {
  return Object.values(baseline)
    .flat()
    .reduce((sum, { count }) => sum + count, 0);
}

/** The text of a baseline file: equal for equal baselines, and in an order that moving text does not change. */
export function printBaseline(baseline: Baseline): string {
  const plans = Object.entries(baseline).map(([path, entries]) => {
    const rows = entries.map(({ rule, sentence, count }) =>
      JSON.stringify({ rule, sentence, ...(count > 1 ? { count } : {}) }),
    );
    return `    ${JSON.stringify(path)}: [\n      ${rows.join(',\n      ')}\n    ]`;
  });
  const body = plans.length === 0 ? '{}' : `{\n${plans.join(',\n')}\n  }`;
  return `{\n  "schemaVersion": 1,\n  "plans": ${body}\n}\n`;
}

/** What a baseline file says; undefined where it is none. */
export function readBaseline(text: string): Baseline | undefined {
  const value = jsonOf(text);
  if (!isRecord(value) || value.schemaVersion !== 1 || !isRecord(value.plans)) return undefined;
  const plans: [string, readonly KnownFinding[]][] = [];
  for (const [path, rows] of Object.entries(value.plans)) {
    if (!Array.isArray(rows)) return undefined;
    const entries = rows.map(entryOf);
    if (!entries.every((entry) => entry !== undefined)) return undefined;
    plans.push([path, entries]);
  }
  return Object.fromEntries(plans);
}

function match(file: BaselineFile, counts: Map<string, number> | undefined, known: Set<Finding>): void {
  if (!counts || counts.size === 0) return;
  for (const finding of file.findings) {
    if (known.has(finding)) continue;
    const key = keyOf(file, finding);
    const count = counts.get(key);
    if (count === undefined) continue;
    known.add(finding);
    if (count > 1) counts.set(key, count - 1);
    else counts.delete(key);
  }
}

/** A rule id has no spaces. */
function keyOf(file: Quoted, finding: Finding): string {
  return `${finding.rule} ${sentenceKey(file, finding.span)}`;
}

function ruleOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

function countsOf(entries: readonly KnownFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, sentence, count } of entries) {
    const key = `${rule} ${sentence}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

function entriesOf(counts: ReadonlyMap<string, number>): readonly KnownFinding[] {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([key, count]) => {
    const rule = ruleOf(key);
    return { rule, sentence: key.slice(rule.length + 1), count };
  });
}

function entryOf(row: unknown): KnownFinding | undefined {
  if (!isRecord(row)) return undefined;
  const { rule, sentence, count = 1 } = row;
  return typeof rule === 'string' && typeof sentence === 'string' && isCount(count)
    ? { rule, sentence, count }
    : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
