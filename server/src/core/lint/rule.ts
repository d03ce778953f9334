import type { Directory } from '../people/directory.ts';
import type { Block, Passage } from '../plan/block.ts';
import type { Plan } from '../plan/plan.ts';
import type { Span } from '../text/text.ts';
import type { Elsewhere, Fix, Message, Related, Severity, Tag, Unlisted } from './finding.ts';
import type { Alike, Many } from './once.ts';
import type { Settings } from './settings.ts';
import type { Silence } from './silence.ts';

/** What a rule rests on: a national standard with its clause where that was verified, or practice (实务). */
export type Authority =
  | { readonly kind: 'standard'; readonly standard: string; readonly clause?: string }
  | { readonly kind: 'practice' };

/** One rule: its documentation, its examples and its check in one value. */
export interface Rule {
  readonly id: string;
  /** A few words that stand beside the id, such as 缺责任主体; no sentence. */
  readonly name: Message;
  readonly severity: Severity;
  /** Given where the rule is off until somebody sets a severity for it. */
  readonly default?: 'off';
  readonly authority: Authority;
  readonly summary: Message;
  readonly why: Message;
  /** `⟦…⟧` marks each finding in `bad`; applying every fix gives `fixed`, else `good`. */
  readonly examples: readonly Example[];
  /** Given where the rule judges the comments that silence others: it runs when it is known what they silence. */
  readonly judges?: 'silences';
  /** Rules that know better: what overlaps a finding of theirs is left to them. */
  readonly yieldsTo?: readonly string[];
  /** Rules that tell of the same fault elsewhere: what a finding of theirs relates to, unless it is a hint, is left to them. */
  readonly yieldsWhereRelated?: readonly string[];
  /**
   * Given for a rule that has something to say of certain paragraphs alone, whether one is of these: it is given them as
   * `RuleContext.paragraphs`, and is not asked of a text that has none. The answer is of the words alone, whatever number
   * heads them.
   */
  readonly looksAt?: (passage: Passage) => boolean;
  /** Whether it looks at the lines of a page around the document, too. */
  readonly beyondProse?: true;
  readonly check: (plan: Plan, report: Report, context: RuleContext) => void;
}

/** What a rule may know beside the plan. */
export interface RuleContext {
  readonly settings: Settings;
  /** What the rule looks at, in order; empty for one that does not say what it looks at. */
  readonly paragraphs: readonly Block[];
  /** The unit directories that serve the plan, the nearest first; empty where there is none. */
  readonly directories: readonly Directory[];
  /** Ids of all rules there are. */
  readonly known: readonly string[];
  /** Ids of the rules that run. */
  readonly ran: readonly string[];
  /** Whether all rules run that are on by default. */
  readonly complete: boolean;
  /** The comments that silence findings, in order. */
  readonly silences: readonly Silence[];
  /** Those of them that silenced something; empty for a rule that does not judge them. */
  readonly used: ReadonlySet<Silence>;
  /** Whether anybody looks at hints: where nobody does, a rule need not make out those that it has many of. */
  readonly hints: boolean;
  /** The directory that the document is or holds, read when it is first asked for; its path is empty. */
  readonly own: () => Directory | undefined;
}

export interface Example {
  readonly bad: string;
  readonly good: string;
  /** Where the fix is a stub that a person completes. */
  readonly fixed?: string;
  /** The text of the unit directory that serves it. */
  readonly directory?: string;
  /** The day that the settings give, for a rule that needs one. */
  readonly today?: string;
}

/** Reports one fault at the smallest span that shows it. */
export type Report = (
  span: Span,
  message: Message,
  more?: {
    readonly fix?: Fix;
    readonly severity?: Severity;
    readonly word?: string;
    readonly related?: readonly Related[];
    readonly elsewhere?: readonly Elsewhere[];
    readonly unlisted?: Unlisted;
    readonly tags?: readonly Tag[];
    readonly alike?: Alike;
    readonly many?: Many;
  },
) => void;

/** The severity that `settings` give to `rule`, its own where they are silent. */
export function severityOf(settings: Settings, rule: Rule): Severity | 'off' {
  return settings.severities[rule.id] ?? rule.default ?? rule.severity;
}
