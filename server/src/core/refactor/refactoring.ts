import type { Edit, Message } from '../lint/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { lineOf, type Span } from '../text/text.ts';

/** A change that a person asks for, not one that mends a finding. */
export interface Refactoring {
  readonly title: Message;
  /** Stable, for commands: `renumber`, `move-up`. */
  readonly id: string;
  readonly edits: readonly Edit[];
}

/** The whole lines that a span touches, with their line ends. */
export function linesAround({ lineStarts, text }: Plan, span: Span): Span {
  const start = lineStarts[lineOf(lineStarts, span.start)] ?? 0;
  const end = lineStarts[lineOf(lineStarts, Math.max(span.start, span.end - 1)) + 1] ?? text.length;
  return { start, end };
}
