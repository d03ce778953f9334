import type { Plan } from '../plan/plan.ts';

/** Writes documents in one format: a function of their plans. */
export interface Exporter {
  readonly format: string;
  readonly write: (documents: readonly Document[]) => string | Uint8Array;
}

/** A plan and the path it is known by. */
export interface Document {
  readonly path: string;
  readonly plan: Plan;
}
