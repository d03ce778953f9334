import type { Block, Passage } from '../plan/block.ts';
import type { Plan } from '../plan/plan.ts';
import { proseOf } from '../plan/prose.ts';
import { flatMapped } from '../text/flat.ts';
import { type Agreeing, unnumbered } from '../text/known.ts';
import type { Rule } from './rule.ts';

/** For each rule that looks at paragraphs alone, those that it looks at, in order; undefined for the others. */
export type Looked = readonly (readonly Block[] | undefined)[];

/** Which paragraphs of `plan` each of `rules` looks at. It is walked once for all, and can be left on the way. */
export function* lookedAt(plan: Plan, rules: readonly Rule[]): Generator<undefined, Looked> {
  const found = rules.map(({ looksAt }): Block[] | undefined => (looksAt ? [] : undefined));
  const prose = proseOf(plan);
  let next = 0;
  for (const [i, block] of plan.blocks.entries()) {
    if (i > 0 && i % STRETCH === 0) yield;
    const own = prose[next] === block;
    if (own) next += 1;
    for (const at of lookersOf(block, rules)) if (own || rules[at]?.beyondProse) found[at]?.push(block);
  }
  return found;
}

/** So many paragraphs take a moment. */
const STRETCH = 250;

/** Which of `rules`, by their places, look at a paragraph. */
function lookersOf(passage: Passage, rules: readonly Rule[]): readonly number[] {
  return lookers(passage).of(rules, passage);
}

const lookers = unnumbered(() => new Lookers());

/** Who looks at some words; mostly the same rules are asked, of whatever text. */
class Lookers implements Agreeing {
  #rules: readonly Rule[] = [];
  #places: readonly number[] = NO_PLACES;

  of(rules: readonly Rule[], passage: Passage): readonly number[] {
    if (this.#rules === rules) return this.#places;
    this.#rules = rules;
    const places = flatMapped(rules, (rule, i) => (looks(rule, passage) ? [i] : []));
    this.#places = places.length === 0 ? NO_PLACES : places;
    return this.#places;
  }

  agree(other: unknown, after: Passage): boolean {
    if (!(other instanceof Lookers)) return false;
    const places = other.of(this.#rules, after);
    return places.length === this.#places.length && places.every((place, i) => place === this.#places[i]);
  }
}

const NO_PLACES: readonly number[] = [];

/** A rule that fails here is asked, so that its fault is seen where all are. */
function looks({ looksAt }: Rule, passage: Passage): boolean {
  try {
    return looksAt?.(passage) === true;
  } catch {
    return true;
  }
}
