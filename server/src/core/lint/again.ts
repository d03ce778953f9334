import type { Directory } from '../people/directory.ts';
import { WatchedBlock } from '../plan/block.ts';
import { type Origin, originOf, settle, textsOf } from '../plan/moved.ts';
import type { Plan } from '../plan/plan.ts';
import { type Change, Mover } from '../text/change.ts';
import type { Rope } from '../text/rope.ts';
import { lineOf, type Span } from '../text/text.ts';
import { Reads } from '../text/watched.ts';
import type { Finding, Fix } from './finding.ts';
import { harmless } from './harmless.ts';
import type { Told } from './once.ts';
import type { Rule } from './rule.ts';
import type { Settings } from './settings.ts';

/** What one rule found in a plan; where that was moved, it is moved when it is asked for. */
export class OfRule {
  #told: readonly Told[] | undefined;
  #steps: readonly Step[];
  /** Which words the rule read themselves: it is asked anew when these change. */
  readonly reads: Reads;

  constructor(told: readonly Told[] | undefined, reads: Reads, steps: readonly Step[] = []) {
    this.#told = told;
    this.reads = reads;
    this.#steps = steps;
  }

  /** Undefined where a change touched a place: then the rule has to be asked anew. */
  get told(): readonly Told[] | undefined {
    for (const step of this.#steps) this.#told = this.#told && step.moved(this.#told);
    this.#steps = [];
    return this.#told;
  }

  /** `reads`: what it read, after the change. */
  moved(step: Step, reads: Reads): OfRule {
    if (this.#told?.length === 0) return reads === this.reads ? this : new OfRule(this.#told, reads);
    if (this.#steps.length === MOST_STEPS) return new OfRule(this.told, reads, [step]);
    return new OfRule(this.#told, reads, [...this.#steps, step]);
  }
}

/** So many changes are remembered until findings are moved. */
const MOST_STEPS = 4;

export const NO_READS = new Reads();
export const NOTHING_FOUND = new OfRule([], NO_READS);

/** What findings depend on beside the plan. */
export interface Given {
  readonly rules: readonly Rule[];
  readonly settings: Settings;
  readonly directories: readonly Directory[];
  readonly hints: boolean;
}

/** What was found in a plan: by rule, in the order in which they run, and what it came to. */
interface Found {
  readonly found: readonly OfRule[];
  /** Undefined where a change touched a place. */
  readonly active: readonly Finding[] | undefined;
}

/** What was found before a change. */
interface FoundBefore extends Found {
  /** Which of the rules are to be asked anew: what they read themselves has changed. */
  readonly stale: ReadonlySet<OfRule>;
}

const known = new WeakMap<Plan, { readonly given: Given; readonly found: Found }>();
/** The findings that others were moved from, and how. */
const origins = new WeakMap<
  readonly Finding[],
  { readonly before: readonly Finding[]; readonly plan: Plan; readonly change: Change }
>();

/** Whether a plan may be moved. */
export function isMovable({ blocks }: Plan): boolean {
  return blocks.some((block) => block instanceof WatchedBlock);
}

/** Remembers what was found in a plan that may be moved, and in which no comment silences anything. */
export function remember(plan: Plan, given: Given, found: Found): void {
  known.set(plan, { given, found });
  settle(plan);
}

/** What was found in the same plan before, if it is known. */
export function findingsOf(plan: Plan, given: Given): readonly Finding[] | undefined {
  const same = known.get(plan);
  return same && isGiven(same.given, given) ? same.found.active : undefined;
}

/** Whether it is known of a plan that was moved that no comment in it silences anything. */
export function holdsNoComment(plan: Plan): boolean {
  const origin = originOf(plan);
  if (!origin || !(known.has(origin.before) || holdsNoComment(origin.before))) return false;
  return !origin.words[1].text.includes('planlint');
}

/** The findings that others were moved from by a change inside of a line, if they were. */
export function findingsMovedFrom(findings: readonly Finding[]) {
  return origins.get(findings);
}

/**
 * What was found in the plan that `plan` was moved from, where it stands now: it still holds, but for rules that read
 * words themselves. Undefined where that is not known.
 */
export function findingsBefore(plan: Plan, given: Given): FoundBefore | undefined {
  const origin = originOf(plan);
  if (!origin) return undefined;
  const of = known.get(origin.before);
  if (of && !isGiven(of.given, given)) return undefined;
  const before = of ? { ...of.found, stale: NONE } : findingsBefore(origin.before, given);
  return before && movedFound(before, origin, plan);
}

const NONE: ReadonlySet<OfRule> = new Set();

function isGiven(one: Given, other: Given): boolean {
  return (
    one.rules === other.rules &&
    one.settings === other.settings &&
    one.hints === other.hints &&
    one.directories.length === other.directories.length &&
    one.directories.every((directory, i) => directory === other.directories[i])
  );
}

function movedFound({ found, active, stale }: FoundBefore, origin: Origin, plan: Plan): FoundBefore {
  const { before, change, words, inWords } = origin;
  const [old, now] = words;
  const step = new Step(origin, plan);
  const changed = new Set<OfRule>();
  const passed = new Map<Reads, Reads>();
  const moved = found.map((one) => {
    const { reads } = one;
    const isStale = stale.has(one) || reads.has(old, inWords) || reads.finds(now) || !reads.stands(plan);
    const next = one.moved(step, isStale ? reads : reads.passed(old, now.known, inWords, passed));
    if (isStale) changed.add(next);
    return next;
  });
  const result = active && step.moved(active);
  if (active && result && result !== active) {
    origins.set(result, { before: active, plan: before, change });
    // Those before keep none alive.
    origins.delete(active);
  }
  return { found: moved, active: result, stale: changed };
}

/** Moves findings over a change. */
class Step {
  readonly #mover: Mover;
  /** The line of the change and a little more: characters beside a fix say whether it may be made. */
  readonly #beside: Span;
  readonly #before: Rope | undefined;
  readonly #after: Rope | undefined;

  constructor({ before, change }: Origin, plan: Plan) {
    const { lineStarts } = plan;
    const line = lineOf(lineStarts, change.start);
    this.#mover = new Mover(change);
    this.#before = textsOf(before)?.text;
    this.#after = textsOf(plan)?.text;
    const length = this.#after?.length ?? 0;
    this.#beside = {
      start: Math.max(0, (lineStarts[line] ?? 0) - NEAR),
      end: Math.min(length, (lineStarts[line + 1] ?? length) + NEAR),
    };
  }

  /** The findings where they are now; undefined where that cannot be told. */
  moved<F extends Told>(findings: readonly F[]): readonly F[] | undefined {
    const mover = this.#mover;
    mover.lost = false;
    const moved = mover.each(findings, (one) => this.#one(one));
    return mover.lost ? undefined : moved;
  }

  #one<F extends Told>(one: F): F {
    const now = movedFinding(one, this.#mover);
    const near = now.fix?.edits.filter(({ span }) => meet(span, this.#beside)) ?? NO_EDITS;
    if (near.length > 0 && made(this.#after, near) !== near.length) this.#mover.lost = true;
    // What a rule tells of many places is put together later.
    for (const [i, { span, edits }] of now.many?.places.entries() ?? [])
      if (
        meet(span, this.#beside) &&
        made(this.#after, edits) !== made(this.#before, one.many?.places[i]?.edits ?? [])
      )
        this.#mover.lost = true;
    return now;
  }
}

/** How many of some edits may be made, which stand near a line. */
function made(text: Rope | undefined, edits: Fix['edits']): number {
  const [first] = edits;
  if (!text || !first) return 0;
  const start = Math.max(0, Math.min(...edits.map(({ span }) => span.start)) - NEAR);
  const end = Math.min(text.length, Math.max(...edits.map(({ span }) => span.end)) + NEAR);
  const own = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }));
  const fix = { title: NO_TITLE, kind: 'safe', edits: own } as const;
  return harmless(text.slice(start, end), fix)?.edits.length ?? 0;
}

const NO_EDITS: Fix['edits'] = [];
const NO_TITLE = { zh: '', en: '' };

function meet(one: Span, other: Span): boolean {
  return one.end >= other.start && one.start <= other.end;
}

/** No entity is longer. */
const NEAR = 16;

function movedFinding<F extends Told>(one: F, mover: Mover): F {
  const span = mover.span(one.span);
  const fix = one.fix && movedFix(one.fix, mover);
  const related = one.related && mover.each(one.related, (place) => movedPlace(place, mover));
  const places =
    one.many &&
    mover.each(one.many.places, (place) => {
      const edits = mover.each(place.edits, (edit) => movedPlace(edit, mover));
      const at = mover.span(place.span);
      return at === place.span && edits === place.edits ? place : { ...place, span: at, edits };
    });
  if (span === one.span && fix === one.fix && related === one.related && places === one.many?.places)
    return one;
  return {
    ...one,
    span,
    fix,
    ...(related && { related }),
    ...(places && one.many && { many: { ...one.many, places } }),
  };
}

function movedFix(fix: Fix, mover: Mover): Fix {
  const edits = mover.each(fix.edits, (edit) => movedPlace(edit, mover));
  return edits === fix.edits ? fix : { ...fix, edits };
}

function movedPlace<P extends { readonly span: Span }>(place: P, mover: Mover): P {
  const span = mover.span(place.span);
  return span === place.span ? place : { ...place, span };
}

/** Whether a rule found the same; two that could not be moved cannot be told to be. */
export function isSameFound(one: OfRule, other: OfRule | undefined): boolean {
  return one === other || (one.told !== undefined && isSame(one.told, other?.told));
}

const ANY = 7;

/** Whether two values hold the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // What is said of so many places, for any number of them.
  if (typeof one === 'function' && typeof other === 'function') return isSame(one(ANY), other(ANY));
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
