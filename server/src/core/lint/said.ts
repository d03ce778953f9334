import type { Plan } from '../plan/plan.ts';
import { flatMapped } from '../text/flat.ts';
import { once } from '../text/memo.ts';
import { lineOf, type Span } from '../text/text.ts';
import type { Finding } from './finding.ts';
import { Moving, type Step } from './moving.ts';
import type { Told } from './once.ts';

/** What was found in a plan, all in all. */
export class Said {
  readonly #found: Moving<Finding>;
  readonly #lines: () => Lines;

  constructor(found: readonly Finding[] | Moving<Finding>, lines: () => Lines) {
    this.#found = found instanceof Moving ? found : new Moving(found);
    this.#lines = lines;
  }

  static of(findings: readonly Finding[], { lineStarts }: Plan): Said {
    return new Said(
      findings,
      once(() => new Lines(findings, lineStarts)),
    );
  }

  get findings(): readonly Finding[] {
    return this.#found.list ?? [];
  }

  /** Undefined where a change touches a place. */
  moved(step: Step): Said | undefined {
    const near = this.#found.some(this.#lines().around(step.lines));
    if (!near || !step.holds(near)) return undefined;
    return new Said(this.#found.moved(step), this.#lines);
  }
}

/** Which findings have a place on a line; a change inside of a line leaves that as it is. */
class Lines {
  /** By line, places in the list of findings. */
  readonly #on = new Map<number, number[]>();
  /** Those that reach over many lines. */
  readonly #wide: number[] = [];

  constructor(findings: readonly Finding[], lineStarts: readonly number[]) {
    for (const [at, finding] of findings.entries())
      for (const { start, end } of placesOf(finding)) {
        const [first, last] = [lineOf(lineStarts, start), lineOf(lineStarts, end)];
        if (last - first > WIDE) this.#wide.push(at);
        else for (let line = first; line <= last; line += 1) this.#put(line, at);
      }
  }

  #put(line: number, at: number): void {
    const there = this.#on.get(line);
    if (!there) this.#on.set(line, [at]);
    else if (there.at(-1) !== at) there.push(at);
  }

  /** Findings with a place on some lines. */
  around({ first, last }: Step['lines']): readonly number[] {
    const found = new Set(this.#wide);
    for (let line = first; line <= last; line += 1) for (const at of this.#on.get(line) ?? []) found.add(at);
    return [...found];
  }
}

/** In lines. */
const WIDE = 8;

function placesOf({ span, fix, related, many }: Told): readonly Span[] {
  const places = [...(fix?.edits ?? []), ...(related ?? []), ...(many?.places ?? [])];
  const edits = flatMapped(many?.places ?? [], (place) => place.edits);
  return [span, ...[...places, ...edits].map((place) => place.span)];
}
