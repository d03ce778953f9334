/** Whether this is the long run with values drawn anew, `npm run soak`. */
export const soaking = process.env.PLANLINT_SOAK === '1';

/** What every drawn value comes from: the same in each `npm test`; a soak prints its own and takes it from PLANLINT_SEED. */
export const seed = Number(process.env.PLANLINT_SEED ?? 20_260);

/** How a property is run: a few rounds in `npm test`, many in a soak. */
export function rounds(
  few: number,
  many: number,
): { readonly seed: number; readonly numRuns: number; readonly interruptAfterTimeLimit?: number } {
  return { seed, numRuns: soaking ? many : few, ...(soaking && { interruptAfterTimeLimit: LONGEST }) };
}

/** Milliseconds that one property has in a soak, whose rounds then are as many as there was time for. */
const LONGEST = 20_000;

/** `items` in a soak; in `npm test` one of each `step`, spread over all, beginning with that number `first`. */
export function sampled<T>(items: readonly T[], step: number, first = 0): readonly T[] {
  return soaking ? items : items.filter((_, i) => i % step === first);
}
