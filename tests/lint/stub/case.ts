import type { Rule } from '../../../server/src/core/lint/rule.ts';

/** What a rule makes of a text, below a title and one heading. */
export interface Case {
  readonly name: string;
  readonly rule: Rule;
  readonly before: string;
  /** After the stub; `‸` where a person types. */
  readonly after: string;
}
