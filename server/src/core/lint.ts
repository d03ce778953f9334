import { type Directory, directoryOf } from './directory.ts';
import type { Party, Plan } from './plan.ts';
import { type Settings, severityOf } from './settings.ts';
import { type Silence, silence, silencesIn } from './silence.ts';
import type { Span } from './text.ts';

/** Every finding of `rules` in `plan` that is not silenced in place, sorted by place, then by rule. */
export function lint(
  plan: Plan,
  rules: readonly Rule[],
  settings: Settings,
  directories: readonly Directory[] = [],
): readonly Finding[] {
  return lintAll(plan, rules, settings, directories).active;
}

/**
 * Every finding of `rules` in `plan`, those apart that a comment silences. `rules` are all that there are: those
 * that the settings switch off do not run, but their names are known. A rule that throws becomes a finding itself.
 */
export function lintAll(
  plan: Plan,
  rules: readonly Rule[],
  settings: Settings,
  directories: readonly Directory[] = [],
): Linted {
  const silences = silencesIn(plan);
  const ran = rules.filter((rule) => severityOf(settings, rule) !== 'off');
  const context: RuleContext = {
    settings,
    directories,
    known: rules.map(({ id }) => id),
    ran: ran.map(({ id }) => id),
    complete: rules.every((rule) => rule.default === 'off' || ran.includes(rule)),
    silences,
    used: new Set(),
    own: once(() => directoryOf(plan, '')),
  };
  const first = ran.filter(({ judges }) => judges !== 'silences').flatMap((rule) => run(rule, plan, context));
  const linted = silence(first.sort(byPlace), silences);
  const last = ran.filter(({ judges }) => judges === 'silences');
  if (last.length === 0 || silences.length === 0) return linted;
  const found = last.flatMap((rule) => run(rule, plan, { ...context, used: linted.used }));
  const more = silence(found.sort(byPlace), silences);
  return {
    active: [...linted.active, ...more.active].sort(byPlace),
    silenced: [...linted.silenced, ...more.silenced],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function run(rule: Rule, plan: Plan, context: RuleContext): Finding[] {
  const severity = severityOf(context.settings, rule);
  const findings: Finding[] = [];
  if (severity === 'off') return findings;
  try {
    rule.check(
      plan,
      (span, message, { fix, ...more } = {}) => {
        findings.push({ rule: rule.id, severity, span, message, fix, ...more });
      },
      context,
    );
  } catch (fault) {
    findings.push(faultOf(rule, plan, fault));
  }
  return findings;
}

/** What was found in a plan. */
export interface Linted {
  readonly active: readonly Finding[];
  /** What comments in the text silence, each with the comment that does. */
  readonly silenced: readonly Silenced[];
}

export interface Silenced {
  readonly finding: Finding;
  readonly silence: Silence;
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
  /** Given where the rule judges the comments that silence others: it runs when it is known what they silence. */
  readonly judges?: 'silences';
  readonly check: (plan: Plan, report: Report, context: RuleContext) => void;
}

/** What a rule may know beside the plan. */
export interface RuleContext {
  readonly settings: Settings;
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
  },
) => void;

/** `unnecessary`: text that can go, shown faded. */
export type Tag = 'unnecessary';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly fix: Fix | undefined;
  /** The word that a person may add to the dictionary (`settings.words`) to have it accepted. */
  readonly word?: string;
  readonly related?: readonly Related[];
  readonly elsewhere?: readonly Elsewhere[];
  /** Whom a person may add to a directory to have the name accepted. */
  readonly unlisted?: Unlisted;
  readonly tags?: readonly Tag[];
}

/** Another place of the same document that explains a finding, such as the one that it contradicts. */
export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** A place in another document that explains a finding, such as a directory entry. */
export interface Elsewhere extends Related {
  /** As `Directory.path`. */
  readonly path: string;
}

/** A name that no directory lists. */
export type Unlisted = Pick<Party, 'name' | 'kind'>;

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
