import type { Edit, Finding, FixKind } from '../../lint/finding.ts';
import { chosenEdits } from '../../lint/fix.ts';
import type { Plan } from '../../plan/plan.ts';
import { bracketOf, linesOf } from '../../refactor/placement.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { countUpTo, type Span } from '../../text/text.ts';

/** What formatting does beyond the rest. */
export interface FormatStyle {
  /** Stray spaces go. */
  readonly spacing: boolean;
  /** `unify`: siblings get the number mark that most of them have. */
  readonly numbering: 'keep' | 'unify';
  /** Where the fields of a task go that stand together. */
  readonly fields: 'keep' | 'bracket' | 'line';
}

/** A text that was read, and what was found in it. */
export interface Checked {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/**
 * The edits of `formatting` and of what it still finds in the text that they make, as edits of the first text: once is
 * enough. `check` reads a text and finds what is in it.
 */
export function formattingThrough(
  first: Checked,
  check: (text: string) => Checked,
  within: Span,
  style: FormatStyle,
): readonly Edit[] {
  let { plan, findings } = first;
  let pieces: readonly Piece[] = [{ start: 0, end: plan.text.length }];
  let { end } = within;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = formatting(plan, findings, { start: within.start, end }, style);
    if (edits.length === 0) break;
    pieces = replaced(pieces, edits);
    const text = pieces.map((piece) => wordsOf(piece, first.plan.text)).join('');
    end += text.length - plan.text.length;
    if (round + 1 < MOST_ROUNDS) ({ plan, findings } = check(text));
  }
  return editsOf(pieces, first.plan.text.length);
}

const MOST_ROUNDS = 5;

/** A stretch of the first text, or new words. */
type Piece = Span | { readonly words: string };

function wordsOf(piece: Piece, text: string): string {
  return 'words' in piece ? piece.words : text.slice(piece.start, piece.end);
}

/** The pieces of a text after edits of it, which stand in order. */
function replaced(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const found: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  // Takes what is left up to an offset of the text.
  const take = (to: number): Piece[] => {
    const taken: Piece[] = [];
    while (at < to) {
      const piece = rest.pop();
      if (!piece) break;
      const length = 'words' in piece ? piece.words.length : piece.end - piece.start;
      const cut = Math.min(length, to - at);
      const [head, tail]: readonly [Piece, Piece] =
        'words' in piece
          ? [{ words: piece.words.slice(0, cut) }, { words: piece.words.slice(cut) }]
          : [
              { start: piece.start, end: piece.start + cut },
              { start: piece.start + cut, end: piece.end },
            ];
      taken.push(head);
      if (cut < length) rest.push(tail);
      at += cut;
    }
    return taken;
  };
  for (const { span, newText } of edits) {
    found.push(...take(span.start));
    take(span.end);
    found.push({ words: newText });
  }
  return [...found, ...rest.reverse()];
}

/** What makes the pieces of a text of this length. */
function editsOf(pieces: readonly Piece[], length: number): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let words = '';
  const gap = (start: number) => {
    if (start > at || words !== '') edits.push({ span: { start: at, end: start }, newText: words });
    words = '';
  };
  for (const piece of pieces) {
    if ('words' in piece) words += piece.words;
    else if (piece.end > piece.start) {
      gap(piece.start);
      at = piece.end;
    }
  }
  gap(length);
  return edits;
}

/**
 * Edits that change form and never wording, within `within`: the safe fixes of the findings, white space at the ends
 * of lines, and the place of fields.
 */
export function formatting(
  plan: Plan,
  findings: readonly Finding[],
  within: Span,
  style: FormatStyle,
): readonly Edit[] {
  const inside = ({ span }: Edit) => span.start >= within.start && span.end <= within.end;
  const wanted = findings.filter(
    ({ rule, fix }) =>
      fix?.kind === 'safe' &&
      (style.spacing || !SPACING.has(rule)) &&
      (style.numbering === 'unify' || rule !== 'number-style'),
  );
  const fixes = [...movedFields(plan, style.fields), ...wanted].filter(({ fix }) => fix?.edits.every(inside));
  const { edits } = chosenEdits(plan.text, fixes, new Set<FixKind>(['safe']));
  const trailing = !style.spacing
    ? []
    : matchesIn(plan.text, TRAILING).map(
        (match): Edit => ({
          span: { start: match.index, end: match.index + match[0].length },
          newText: '',
        }),
      );
  const sorted = [...edits].sort(byPlace);
  // None overlaps another, so that only the last one that begins before an edit ends can reach into it.
  const isFree = ({ span }: Edit) => {
    const before = sorted[countUpTo(sorted, span.end - 1, (edit) => edit.span.start) - 1];
    return !before || before.span.end <= span.start;
  };
  const free = trailing.filter((edit) => inside(edit) && isFree(edit));
  return [...sorted, ...free].sort(byPlace);
}

function byPlace(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

const SPACING: ReadonlySet<string> = new Set(['stray-space', 'name-spacing']);

/** Fields of several brackets stay where they are: each closes a measure of its own. */
function movedFields(plan: Plan, to: FormatStyle['fields']): Pick<Finding, 'fix'>[] {
  if (to === 'keep') return [];
  return flatMapped(plan.tasks, (task) => {
    const { fields } = task;
    const holders = flatMapped(fields, ({ label, placement, holder }) =>
      label && placement === 'bracket' ? [holder] : [],
    );
    const [holder] = holders;
    if (to === 'line') {
      const apart = holders.some(({ start }) => start !== holder?.start);
      if (apart) return [];
    } else if (holder) return [];
    const moved = to === 'line' ? linesOf(plan, task) : bracketOf(plan, task);
    return moved ? [{ fix: { title: moved.title, kind: 'safe' as const, edits: moved.edits } }] : [];
  });
}

/** Spaces before a line end, bounded so that a line of spaces costs no more than its length. */
const TRAILING = /(?<=\S)[^\S\r\n]{1,64}(?=\r|\n|$)/gu;
