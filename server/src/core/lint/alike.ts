import type { Span } from '../text/text.ts';
import type { Edit, FixKind, Message, Severity } from './finding.ts';
import type { Report } from './rule.ts';

/** One of many places where a text does the same thing. */
export interface Place {
  readonly span: Span;
  /** What mends it; empty where only a person knows. */
  readonly edits: readonly Edit[];
  readonly message: Message;
}

/** What is said once where a whole text does it. */
export interface Habit {
  /** Given where the places have edits. */
  readonly fix?: { readonly kind: FixKind; readonly one: Message; readonly all: Message };
  /** Says it of all `count` places. */
  readonly messageAll: (count: number) => Message;
  readonly severity?: Severity;
}

/** Reports every place, or the first on behalf of all, with one fix for all, where there are more than `most`. */
export function reportAlike(report: Report, places: readonly Place[], habit: Habit, most = 5): void {
  const severity = habit.severity && { severity: habit.severity };
  const fixOf = (edits: readonly Edit[], which: 'one' | 'all') =>
    habit.fix && edits.length > 0 ? { fix: { title: habit.fix[which], kind: habit.fix.kind, edits } } : {};
  const first = places[0];
  if (first && places.length > most) {
    const edits = places.flatMap((place) => place.edits);
    report(first.span, habit.messageAll(places.length), { ...fixOf(edits, 'all'), ...severity });
    return;
  }
  for (const { span, edits, message } of places)
    report(span, message, { ...fixOf(edits, 'one'), ...severity });
}
