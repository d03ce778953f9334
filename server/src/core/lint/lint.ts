/**
 * The room `lint`: what a finding, a fix and a rule are, how rules run and are silenced, and what several rules share
 * (`reckoning` counts, `lexicons` hold words, `stub` writes fields to fill in). It knows no single rule.
 */

import { type Directory, directoryOf } from '../people/directory.ts';
import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import { commentsIn } from '../text/comments.ts';
import { flatMapped } from '../text/flat.ts';
import { once, remembered } from '../text/memo.ts';
import { type Span, within } from '../text/text.ts';
import { readsOf, touch, watched } from '../text/watched.ts';
import {
  findingsBefore,
  findingsOf,
  type Given,
  holdsNoComment,
  isMovable,
  isSameFound,
  NO_READS,
  NOTHING_FOUND,
  OfRule,
  remember,
} from './again.ts';
import type { Finding, Severity } from './finding.ts';
import { harmless } from './harmless.ts';
import { type Looked, lookedAt } from './looked.ts';
import { alone, eachOf, saidOnce, type Told } from './once.ts';
import { type Rule, type RuleContext, severityOf } from './rule.ts';
import { Said } from './said.ts';
import type { Settings } from './settings.ts';
import { type Linted, type Silence, silence, silencesIn } from './silence.ts';
import { yielded } from './yielded.ts';

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
  { hints = true }: Asked = {},
): Found {
  return new Linting(plan, { rules, settings, directories, hints }).found;
}

/** Looks for findings in a plan as `lintAll` does, and can be left between two rules to be gone on with later. */
export class Linting {
  readonly #begin: () => Iterator<undefined, Found>;
  #steps: Iterator<undefined, Found> | undefined;
  #found: Found | undefined;

  constructor(plan: Plan, given: Given) {
    this.#begin = () => linted(plan, given);
  }

  /** Goes on until `isOver` says to stop; whether all is found then. */
  goOn(isOver: () => boolean): boolean {
    while (!this.#step()) if (isOver()) return false;
    return true;
  }

  /** All that is found. */
  get found(): Found {
    for (;;) {
      const found = this.#step();
      if (found) return found;
    }
  }

  /** What was found, if that is all. Who fails begins anew the next time. */
  #step(): Found | undefined {
    if (this.#found) return this.#found;
    const steps = this.#steps ?? this.#begin();
    this.#steps = undefined;
    const { done, value } = watched(() => steps.next());
    if (done) this.#found = value;
    else this.#steps = steps;
    return this.#found;
  }
}

/** What was found in a plan. */
export interface Found extends Linted {
  /** What it says of the plan: the same as long as that is the same but for where it stands. */
  readonly said: Said;
}

function* linted(plan: Plan, given: Given): Generator<undefined, Found> {
  const { rules, settings, directories, hints } = given;
  const known = findingsOf(plan, given);
  if (known) return unsilenced(known);
  const commented = !holdsNoComment(plan) && plan.folded.includes('<!--');
  const comments = commented ? commentsIn(plan.folded) : [];
  const silences = commented ? silencesIn(plan) : [];
  const { severities, first, last, ...ran } = runOf(rules, settings);
  const context: RuleContext = {
    ...ran,
    settings,
    paragraphs: [],
    directories,
    silences,
    used: new Set(),
    // What a comment silences must be known to say which are unused.
    hints: hints || silences.length > 0,
    own: once(() => directoryOf(plan, '')),
  };
  const noted = !commented && isMovable(plan);
  const before = noted ? findingsBefore(plan, given) : undefined;
  let looked: Looked | undefined;
  const foundBy = (i: number): OfRule => {
    const [rule, severity] = [rules[i], severities[i]];
    if (!rule || !severity) return NOTHING_FOUND;
    const paragraphs = rule.looksAt && looked?.[i];
    if (paragraphs?.length === 0) return NOTHING_FOUND;
    return run(rule, severity, plan, paragraphs ? { ...context, paragraphs } : context, noted);
  };
  const found: OfRule[] = [];
  for (const [k, i] of first.entries()) {
    const old = before?.found[k];
    if (old && !before?.stale.has(old)) found.push(old);
    else {
      if (rules[i]?.looksAt) looked ??= yield* lookedAt(plan, rules);
      found.push(foundBy(i));
      yield;
    }
  }
  let said = before?.said;
  if (!said || !found.every((one, k) => isSameFound(one, before?.found[k]))) {
    for (const [k, i] of first.entries()) {
      if (found[k]?.told) continue;
      if (rules[i]?.looksAt) looked ??= yield* lookedAt(plan, rules);
      found[k] = foundBy(i);
    }
    const told = flatMapped(found, (one) => one.told ?? []);
    const { used, ...active } = settled(yielded(told, rules), silences, plan.text, comments);
    if (silences.length > 0) return withJudged(active, { ...context, used });
    said = Said.of(active.active, plan);
  }
  if (noted) remember(plan, given, { found, said });
  return unsilenced(said);

  /** The findings with those of the rules that judge the comments. */
  function withJudged(before: Linted, judging: RuleContext): Found {
    const judged = flatMapped(last, (i) => {
      const [rule, severity] = [rules[i], severities[i]];
      return rule && severity ? (run(rule, severity, plan, judging, false).told ?? []) : [];
    });
    const more = settled(judged, silences, plan.text);
    const active = [...before.active, ...more.active].sort(byPlace);
    return { active, silenced: [...before.silenced, ...more.silenced], said: Said.of(active, plan) };
  }
}

/** What was found in a plan in which nothing is silenced; it is listed when somebody looks at it. */
function unsilenced(said: Said): Found {
  return {
    said,
    silenced: [],
    get active() {
      return said.findings;
    },
  };
}

/** Which of some rules run under some settings; `first` and `last` are places in the list of rules. */
interface Run extends Pick<RuleContext, 'known' | 'ran' | 'complete'> {
  /** By the place of the rule; undefined for one that is off. */
  readonly severities: readonly (Severity | undefined)[];
  readonly first: readonly number[];
  /** Those that judge the comments that silence others. */
  readonly last: readonly number[];
}

function runOf(rules: readonly Rule[], settings: Settings): Run {
  const before = runs(settings);
  if (before.rules === rules && before.run) return before.run;
  const severities = rules.map((rule) => {
    const severity = severityOf(settings, rule);
    return severity === 'off' ? undefined : severity;
  });
  const on = flatMapped(rules, (_, i) => (severities[i] ? [i] : []));
  const run: Run = {
    severities,
    first: on.filter((i) => rules[i]?.judges !== 'silences'),
    last: on.filter((i) => rules[i]?.judges === 'silences'),
    known: rules.map(({ id }) => id),
    ran: flatMapped(on, (i) => rules[i]?.id ?? []),
    complete: rules.every((rule, i) => rule.default === 'off' || severities[i]),
  };
  runs(settings).rules = rules;
  runs(settings).run = run;
  return run;
}

/** Many texts have the same settings, and mostly the same rules are asked. */
const runs = remembered((_settings: Settings): { rules?: readonly Rule[]; run?: Run } => ({}));

/** What somebody who asks for findings looks at. */
export interface Asked {
  /** Whether hints; true unless given. Rules may give some all the same. */
  readonly hints?: boolean;
}

/**
 * The findings in order, those apart that are silenced; what is silenced is not counted among what is said once, and what
 * stands in a comment is no text.
 */
function settled(
  found: readonly Told[],
  silences: readonly Silence[],
  text: string,
  comments: readonly Span[] = [],
): ReturnType<typeof silence> {
  if (silences.length === 0 && comments.length === 0)
    return { active: saidOnce([...found].sort(byPlace), text), silenced: [], used: NONE };
  // Each of many places may be silenced for itself.
  const inComment = within(comments);
  const each = flatMapped(found, (one) => eachOf(one, text))
    .filter(({ span }) => !inComment(span.start))
    .sort(byPlace);
  const { active, silenced, used } = silence(each, silences);
  return {
    active: saidOnce(active, text),
    silenced: silenced.map((one) => ({ ...one, finding: alone(one.finding) })),
    used,
  };
}

const NONE: ReadonlySet<Silence> = new Set();

/** What `rule` finds; `noted`: whether anybody wants to know what it reads. */
function run(rule: Rule, severity: Severity, plan: Plan, context: RuleContext, noted: boolean): OfRule {
  const told: Told[] = [];
  // The plan would note that the rule reads it.
  const text = once(() => textsOf(plan)?.text.text ?? plan.text);
  const check = () => {
    try {
      rule.check(
        plan,
        (span, message, more = {}) => {
          const fix = more.fix && harmless(text(), more.fix);
          if (fix !== more.fix) touch();
          told.push({ rule: rule.id, severity, span, message, ...more, fix });
        },
        context,
      );
    } catch (fault) {
      touch();
      told.push(faultOf(rule, plan, fault));
    }
  };
  if (noted) return new OfRule(told, readsOf(check));
  check();
  return new OfRule(told, NO_READS);
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
