import type { Rope } from '../text/rope.ts';

/** The text of a plan and the same folded. */
export interface Texts {
  readonly text: Rope;
  readonly folded: Rope;
}

const texts = new WeakMap<object, Texts>();

/** Says in which parts the text of a plan is kept, for what reads some of it and notes itself what. */
export function keepTexts(plan: object, parts: Texts): void {
  texts.set(plan, parts);
}

/** Undefined for a plan whose text is in one piece, which nobody changes. */
export function textsOf(plan: object): Texts | undefined {
  return texts.get(plan);
}
