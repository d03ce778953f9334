/**
 * The room `features`: what an editor asks of a plan, or of a workspace of plans, at a place or of the whole. `reading`
 * shows what is there, `going` leads from one place to another, `writing` helps to write. No feature knows another.
 */

import type { Span } from '../text/text.ts';

/** Where something stands in one of the documents at hand. */
export interface Place {
  /** As `Workspace` knows the document. */
  readonly path: string;
  readonly span: Span;
}
