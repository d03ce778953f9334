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
  /** So many are still said one by one; as `Alike.most`. */
  readonly most?: number;
}

/** Reports every place as one of many of the same cause: the engine says it once where there are more than a few. */
export function reportAlike(
  report: Report,
  places: readonly Place[],
  { fix, messageAll, severity, most }: Habit,
): void {
  const alike = {
    cause: `at most ${most}`,
    all: messageAll,
    ...(fix && { fixAll: fix.all }),
    ...(most !== undefined && { most }),
  };
  for (const { span, edits, message } of places) {
    report(span, message, {
      alike,
      ...(severity && { severity }),
      ...(fix && edits.length > 0 && { fix: { title: fix.one, kind: fix.kind, edits } }),
    });
  }
}
