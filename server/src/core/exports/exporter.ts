import type { Plan } from '../plan/plan.ts';

/** Writes documents in one format: a function of their plans. */
export interface Exporter {
  readonly format: string;
  readonly write: (documents: readonly Document[], options?: ExportOptions) => string | Uint8Array;
}

/** What tasks can be divided by. */
export const divisions = ['unit', 'leader', 'month'] as const;
export type Division = (typeof divisions)[number];

export interface ExportOptions {
  /** What the tasks are divided by; each format knows what is usual. */
  readonly by?: Division | undefined;
  /** ISO 8601; where nobody says it, nothing in what is written depends on the day. */
  readonly today?: string | undefined;
}

/** A plan and the path it is known by. */
export interface Document {
  readonly path: string;
  readonly plan: Plan;
}
