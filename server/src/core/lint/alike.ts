import type { Message, Severity } from './finding.ts';
import { type ManyFix, mostOf, type Place } from './once.ts';
import type { Report } from './rule.ts';

export type { Place } from './once.ts';

/** What is said once where a whole text does it. */
export interface Habit {
  /** Given where the places have edits. */
  readonly fix?: ManyFix;
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
  const more = { alike, ...(severity && { severity }) };
  if (places.length > mostOf(alike)) {
    const sorted = inOrder(places);
    const [first] = sorted;
    if (first) report(first.span, first.message, { ...more, many: { places: sorted, fix } });
    return;
  }
  for (const { span, edits, message } of places) {
    report(span, message, {
      ...more,
      ...(fix && edits.length > 0 && { fix: { title: fix.one, kind: fix.kind, edits } }),
    });
  }
}

/** Mostly they are. */
function inOrder(places: readonly Place[]): readonly Place[] {
  const follows = ({ span }: Place, i: number) => {
    const before = places[i - 1]?.span;
    return !before || before.start < span.start || (before.start === span.start && before.end <= span.end);
  };
  return places.every(follows)
    ? places
    : [...places].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
