import type { Edit, Finding, FixKind } from './finding.ts';

/**
 * `text` with the fixes of `findings` applied whose kind is in `kinds`: a fix that overlaps one of an earlier
 * finding is skipped whole (`skipped`), to be found again on the next round. Takes n log n for n characters and
 * edits.
 */
export function applyFixes(
  text: string,
  findings: readonly Finding[],
  kinds: ReadonlySet<FixKind>,
): { readonly text: string; readonly applied: number; readonly skipped: number } {
  const { edits, applied, skipped } = chosenEdits(text, findings, kinds);
  return { text: edited(text, edits), applied, skipped };
}

/** The edits that `applyFixes` makes, none overlapping another, for whoever applies them itself. */
export function chosenEdits(
  text: string,
  findings: readonly Pick<Finding, 'fix'>[],
  kinds: ReadonlySet<FixKind>,
): { readonly edits: readonly Edit[]; readonly applied: number; readonly skipped: number } {
  const edits: Edit[] = [];
  const taken = new TakenEdits(text.length);
  let applied = 0;
  let skipped = 0;
  for (const { fix } of findings) {
    if (!fix || !kinds.has(fix.kind)) continue;
    if (fix.edits.some((edit) => taken.overlap(edit))) {
      skipped += 1;
      continue;
    }
    for (const edit of fix.edits) {
      taken.add(edit);
      edits.push(edit);
    }
    applied += 1;
  }
  return { edits, applied, skipped };
}

/**
 * Fixes, checks again, and so on until nothing is left to fix, a text comes back that was there before, or `rounds`
 * are over (10 unless given). `check` gives the findings of a text.
 */
export function fixAll(
  text: string,
  check: (text: string) => readonly Finding[],
  kinds: ReadonlySet<FixKind>,
  rounds = 10,
): { readonly text: string; readonly applied: number; readonly findings: readonly Finding[] } {
  const seen = new Set([text]);
  let current = text;
  let applied = 0;
  let findings = check(current);
  for (let round = 0; round < rounds; round += 1) {
    const next = applyFixes(current, findings, kinds);
    if (next.applied === 0 || seen.has(next.text)) break;
    seen.add(next.text);
    applied += next.applied;
    current = next.text;
    findings = check(current);
  }
  return { text: current, applied, findings };
}

/** `text` after `edits`, which do not overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(done, span.start), newText);
    done = span.end;
  }
  return parts.join('') + text.slice(done);
}

/** Answers whether an edit overlaps one taken before, in the logarithm of the text's length. */
class TakenEdits {
  /** A Fenwick tree over start offsets: how far the edits reach that start at or before an offset. */
  readonly #reach: Uint32Array;

  constructor(length: number) {
    this.#reach = new Uint32Array(length + 2);
  }

  add({ span }: Edit): void {
    const end = reachOf(span);
    for (let i = span.start + 1; i < this.#reach.length; i += i & -i) {
      this.#reach[i] = Math.max(this.#reach[i] ?? 0, end);
    }
  }

  overlap({ span }: Edit): boolean {
    for (let i = reachOf(span); i > 0; i -= i & -i) {
      if ((this.#reach[i] ?? 0) > span.start) return true;
    }
    return false;
  }
}

/** An insertion takes the place it stands at: two at one place overlap, since their order would be chance. */
function reachOf(span: Edit['span']): number {
  return Math.max(span.end, span.start + 1);
}
