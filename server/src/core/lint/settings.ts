import type { FieldRole } from '../plan/plan.ts';
import type { Severity } from './finding.ts';

/** What a person can set; the same value in the editor and on the command line. */
export interface Settings {
  /** Severity by rule id; `off` switches the rule off. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Whether every task must state a field (`missing-lead`, `missing-unit`, `missing-deadline`). */
  readonly missing: Readonly<Record<MissingRule, MissingMode>>;
  /** Labels beyond the known ones, by role. */
  readonly labels: Readonly<Partial<Record<FieldRole, readonly string[]>>>;
  readonly words: WordSettings;
  /** The day, ISO 8601, by which deadlines are past (`past-deadline`); undefined: none is. The core reads no clock. */
  readonly today?: string | undefined;
}

/** A person's own dictionary, beside the lexicons of the project. */
export interface WordSettings {
  /** Terms that are right: never reported, and what a near miss is measured against. */
  readonly add: readonly string[];
  /** Words that are not reported. */
  readonly ignore: readonly string[];
  /** How sure `wrong-character` has to be; `high` where it is not given. */
  readonly caution?: Caution;
}

/** `high` hardly ever reports what is right, `low` misses fewer slips. */
export type Caution = (typeof cautions)[number];

export const cautions = ['high', 'normal', 'low'] as const;

export type MissingRule = 'missing-lead' | 'missing-unit' | 'missing-deadline';

/** `auto`: warn on single tasks where most of their peers state the field, else once per document that should. */
export type MissingMode = 'auto' | 'always' | 'never';

export const defaultSettings: Settings = {
  severities: {},
  missing: { 'missing-lead': 'auto', 'missing-unit': 'auto', 'missing-deadline': 'auto' },
  labels: {},
  words: { add: [], ignore: [] },
};
