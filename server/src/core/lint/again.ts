import type { Directory } from '../people/directory.ts';
import { WatchedBlock } from '../plan/block.ts';
import { type Origin, originOf, settle } from '../plan/moved.ts';
import type { Plan } from '../plan/plan.ts';
import type { Change } from '../text/change.ts';
import { Reads } from '../text/watched.ts';
import { Moving, Step } from './moving.ts';
import type { Told } from './once.ts';
import type { Rule } from './rule.ts';
import type { Said } from './said.ts';
import type { Settings } from './settings.ts';

/** What one rule found in a plan. */
export class OfRule {
  readonly #found: Moving<Told>;
  /** Which words the rule read themselves: it is asked anew when these change. */
  readonly reads: Reads;

  constructor(found: readonly Told[] | Moving<Told>, reads: Reads) {
    this.#found = found instanceof Moving ? found : new Moving(found);
    this.reads = reads;
  }

  /** Undefined where a change touched a place: then the rule has to be asked anew. */
  get told(): readonly Told[] | undefined {
    return this.#found.list;
  }

  /** `reads`: what it read, after the change. */
  moved(step: Step, reads: Reads): OfRule {
    const found = this.#found.moved(step);
    return found === this.#found && reads === this.reads ? this : new OfRule(found, reads);
  }
}

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
interface Kept {
  readonly found: readonly OfRule[];
  /** Undefined where a change touched a place. */
  readonly said: Said | undefined;
}

/** What was found before a change. */
interface KeptBefore extends Kept {
  /** Which of the rules are to be asked anew: what they read themselves has changed. */
  readonly stale: ReadonlySet<OfRule>;
}

const known = new WeakMap<Plan, { readonly given: Given; readonly found: Kept }>();
/** The findings that others were moved from, and how. */
const origins = new WeakMap<Said, { readonly before: Said; readonly plan: Plan; readonly change: Change }>();

/** Whether a plan may be moved. */
export function isMovable({ blocks }: Plan): boolean {
  return blocks.some((block) => block instanceof WatchedBlock);
}

/** Remembers what was found in a plan that may be moved, and in which there is no comment. */
export function remember(plan: Plan, given: Given, found: Kept): void {
  known.set(plan, { given, found });
  settle(plan);
}

/** What was found in the same plan before, if it is known. */
export function findingsOf(plan: Plan, given: Given): Said | undefined {
  const same = known.get(plan);
  return same && isGiven(same.given, given) ? same.found.said : undefined;
}

/** Whether it is known of a plan that was moved that there is no comment in it. */
export function holdsNoComment(plan: Plan): boolean {
  const origin = originOf(plan);
  if (!origin || !(known.has(origin.before) || holdsNoComment(origin.before))) return false;
  return !origin.words[1].text.includes('<!--');
}

/** The findings that others were moved from by a change inside of a line, if they were. */
export function findingsMovedFrom(findings: Said) {
  return origins.get(findings);
}

/**
 * What was found in the plan that `plan` was moved from, where it stands now: it still holds, but for rules that read
 * words themselves. Undefined where that is not known.
 */
export function findingsBefore(plan: Plan, given: Given): KeptBefore | undefined {
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

function movedFound({ found, said, stale }: KeptBefore, origin: Origin, plan: Plan): KeptBefore {
  const { before, change, words, inWords } = origin;
  const [old, now] = words;
  const step = new Step(origin, plan);
  const changed = new Set<OfRule>();
  const passed = new Map<Reads, Reads>();
  const judged = new Map<unknown, unknown>();
  const moved = found.map((one) => {
    const { reads } = one;
    if (reads.isEmpty && stale.size === 0) return one.moved(step, reads);
    const isStale =
      stale.has(one) || reads.has(old, inWords) || reads.finds(now) || !reads.stands(plan, judged);
    const next = one.moved(step, isStale ? reads : reads.passed(old, now.known, inWords, passed));
    if (isStale) changed.add(next);
    return next;
  });
  const result = said?.moved(step);
  if (said && result) {
    origins.set(result, { before: said, plan: before, change });
    // Those before keep none alive.
    origins.delete(said);
  }
  return { found: moved, said: result, stale: changed };
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
