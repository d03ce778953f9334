import type { Origin } from '../plan/moved.ts';
import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import { Mover } from '../text/change.ts';
import { flatMapped } from '../text/flat.ts';
import type { Rope } from '../text/rope.ts';
import { lineOf, type Span } from '../text/text.ts';
import type { Fix } from './finding.ts';
import { harmless } from './harmless.ts';
import type { Told } from './once.ts';

/** Findings that changes of the text have moved since: they are made anew when they are asked for. */
export class Moving<F extends Told> {
  #list: readonly F[] | undefined;
  #steps: readonly Step[];

  constructor(list: readonly F[] | undefined, steps: readonly Step[] = []) {
    this.#list = list;
    this.#steps = steps;
  }

  /** Undefined where a change touched a place. */
  get list(): readonly F[] | undefined {
    for (const step of this.#steps) this.#list = this.#list && step.moved(this.#list);
    this.#steps = [];
    return this.#list;
  }

  /** Those of some places in the list, where they are now. */
  some(places: readonly number[]): readonly F[] | undefined {
    const list = this.#list;
    let some: readonly F[] | undefined = list && flatMapped(places, (place) => list[place] ?? []);
    for (const step of this.#steps) some = some && step.moved(some);
    return some;
  }

  moved(step: Step): Moving<F> {
    if (this.#list?.length === 0) return this;
    if (this.#steps.length === MOST_STEPS) return new Moving(this.list, [step]);
    return new Moving(this.#list, [...this.#steps, step]);
  }
}

/** So many changes are remembered until findings are moved. */
const MOST_STEPS = 4;

/** Moves findings over a change. */
export class Step {
  readonly #mover: Mover;
  /** The line of the change and a little more: characters beside a fix say whether it may be made. */
  readonly #beside: Span;
  /** The same in the text before. */
  readonly #besideBefore: Span;
  /** The lines of that. */
  readonly lines: { readonly first: number; readonly last: number };
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
    const { start, end } = this.#beside;
    this.#besideBefore = { start, end: end - change.words.length + change.end - change.start };
    this.lines = { first: lineOf(lineStarts, start), last: lineOf(lineStarts, end) };
  }

  /** The findings where they are now; undefined where that cannot be told. */
  moved<F extends Told>(findings: readonly F[]): readonly F[] | undefined {
    const mover = this.#mover;
    mover.lost = false;
    const moved = mover.each(findings, (one) => this.#one(one));
    return mover.lost ? undefined : moved;
  }

  /** Whether it can be told where findings are now: only what of them is near the change is looked at. */
  holds(findings: readonly Told[]): boolean {
    const mover = this.#mover;
    mover.lost = false;
    for (const one of findings) this.#one(this.#partOf(one));
    return !mover.lost;
  }

  /** A finding without the places that are not near: a fix may number hundreds of items anew. */
  #partOf(one: Told): Told {
    const { fix, related, many } = one;
    if (!fix && !related && !many) return one;
    const wasNear = ({ span }: { readonly span: Span }) => meet(span, this.#besideBefore);
    return {
      ...one,
      fix: fix && { ...fix, edits: fix.edits.filter(wasNear) },
      ...(related && { related: related.filter(wasNear) }),
      ...(many && {
        many: { ...many, places: many.places.filter((place) => wasNear(place) || place.edits.some(wasNear)) },
      }),
    };
  }

  #one<F extends Told>(one: F): F {
    const now = movedFinding(one, this.#mover);
    const edits = now.fix?.edits;
    if (edits?.some(this.#isNear)) {
      const near = edits.filter(this.#isNear);
      if (made(this.#after, near) !== near.length) this.#mover.lost = true;
    }
    // What a rule tells of many places is put together later.
    if (now.many)
      for (const [i, place] of now.many.places.entries())
        if (
          this.#isNear(place) &&
          made(this.#after, place.edits) !== made(this.#before, one.many?.places[i]?.edits ?? [])
        )
          this.#mover.lost = true;
    return now;
  }

  readonly #isNear = ({ span }: { readonly span: Span }): boolean => meet(span, this.#beside);
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

const NO_TITLE = { zh: '', en: '' };

function meet(one: Span, other: Span): boolean {
  return one.end >= other.start && one.start <= other.end;
}

/** No entity is longer. */
const NEAR = 16;

function movedFinding<F extends Told>(one: F, mover: Mover): F {
  const span = mover.span(one.span);
  const fix = one.fix && movedFix(one.fix, mover);
  if (!one.related && !one.many) return span === one.span && fix === one.fix ? one : { ...one, span, fix };
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
  const { title, kind } = fix;
  const edits = mover.each(fix.edits, (edit) => movedPlace(edit, mover));
  return edits === fix.edits ? fix : { title, kind, edits };
}

function movedPlace<P extends { readonly span: Span }>(place: P, mover: Mover): P {
  const span = mover.span(place.span);
  return span === place.span ? place : { ...place, span };
}
