import type { Directory } from './directory.ts';
import type { Plan } from './plan.ts';
import { type Settings, severityOf } from './settings.ts';
import type { Span } from './text.ts';

/** Every finding of `rules` in `plan`, sorted by place, then by rule. A rule that throws becomes a finding itself. */
export function lint(
  plan: Plan,
  rules: readonly Rule[],
  settings: Settings,
  directories: readonly Directory[] = [],
): readonly Finding[] {
  const context = { settings, directories };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(settings, rule);
    if (severity === 'off') continue;
    try {
      rule.check(
        plan,
        (span, message, more) => {
          findings.push({
            rule: rule.id,
            severity: more?.severity ?? severity,
            span,
            message,
            fix: more?.fix,
            ...(more?.word !== undefined && { word: more.word }),
            ...(more?.related && { related: more.related }),
          });
        },
        context,
      );
    } catch (fault) {
      findings.push(faultOf(rule, plan, fault));
    }
  }
  return findings.sort(byPlace);
}

/** Words in the two languages of the project. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a rule rests on: a national standard with its clause where that was verified, or practice (实务). */
export type Authority =
  | { readonly kind: 'standard'; readonly standard: string; readonly clause?: string }
  | { readonly kind: 'practice' };

/** One rule: its documentation, its examples and its check in one value. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Given where the rule is off until somebody sets a severity for it. */
  readonly default?: 'off';
  readonly authority: Authority;
  readonly summary: Message;
  readonly why: Message;
  /** `⟦…⟧` marks each finding in `bad`; applying every fix gives `fixed`, else `good`. */
  readonly examples: readonly Example[];
  readonly check: (plan: Plan, report: Report, context: RuleContext) => void;
}

/** What a rule may know beside the plan. */
export interface RuleContext {
  readonly settings: Settings;
  /** The unit directories that serve the plan, the nearest first; empty where there is none. */
  readonly directories: readonly Directory[];
}

export interface Example {
  readonly bad: string;
  readonly good: string;
  /** Where the fix is a stub that a person completes. */
  readonly fixed?: string;
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
  },
) => void;

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly fix: Fix | undefined;
  /** The word that a person may add to the dictionary (`settings.words`) to have it accepted. */
  readonly word?: string;
  readonly related?: readonly Related[];
}

/** Another place of the same document that explains a finding, such as the one that it contradicts. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** `safe` changes no wording, `unsafe` does, `stub` leaves a place for a person to fill. */
export type FixKind = 'safe' | 'unsafe' | 'stub';

/** A change that mends one finding; its edits do not overlap. */
export interface Fix {
  readonly title: Message;
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** Offsets in `newText` where a person types, in order; given for stubs. */
  readonly stops?: readonly number[];
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** A faulty rule must not silence the others, nor go unnoticed. */
function faultOf(rule: Rule, plan: Plan, fault: unknown): Finding {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return {
    rule: rule.id,
    severity: 'error',
    span: { start: 0, end: Math.min(1, plan.text.length) },
    message: {
      zh: `规则 ${rule.id} 内部出错（${reason}），其结果不完整，请报告此问题。`,
      en: `Rule ${rule.id} failed (${reason}); its findings are incomplete. Please report this.`,
    },
    fix: undefined,
  };
}
