import type { Edit, FixKind, Message, Report, Severity } from './lint.ts';
import type { Span } from './text.ts';

/** One of many places where a text does the same thing. */
export interface Place {
  readonly span: Span;
  /** What mends it; empty where only a person knows. */
  readonly edits: readonly Edit[];
  readonly message: Message;
}

/** What is said once where a whole text does it. */
export interface Habit {
  readonly kind: FixKind;
  readonly fixOne: Message;
  readonly fixAll: Message;
  /** Says it of all `count` places. */
  readonly messageAll: (count: number) => Message;
  readonly severity?: Severity;
}

/** Reports every place, or the first on behalf of all, with one fix for all, where there are more than `most`. */
export function reportAlike(report: Report, places: readonly Place[], habit: Habit, most = 5): void {
  const severity = habit.severity && { severity: habit.severity };
  const fixOf = (edits: readonly Edit[], title: Message) =>
    edits.length > 0 ? { fix: { title, kind: habit.kind, edits } } : {};
  const first = places[0];
  if (first && places.length > most) {
    const edits = places.flatMap((place) => place.edits);
    report(first.span, habit.messageAll(places.length), { ...fixOf(edits, habit.fixAll), ...severity });
    return;
  }
  for (const { span, edits, message } of places)
    report(span, message, { ...fixOf(edits, habit.fixOne), ...severity });
}
