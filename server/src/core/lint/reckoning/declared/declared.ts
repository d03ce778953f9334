import type { Span } from '../../../text/text.ts';

/** A count that the text declares and does not keep. */
export interface Declared {
  /** Of the count: `八大`. */
  readonly span: Span;
  readonly declared: number;
  /** How many there are. */
  readonly found: number;
}
