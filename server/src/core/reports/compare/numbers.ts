import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';

/**
 * The target numbers that differ between two wordings: numbers with the same words around them. Years and days are no
 * targets.
 */
export function numberChanges(
  before: string,
  after: string,
): readonly { readonly from: string; readonly to: string }[] {
  const later = numbersIn(after);
  const used = new Set<number>();
  return flatMapped(numbersIn(before), (number) => {
    const same = later.findIndex((one, i) => !used.has(i) && isSame(number, one));
    const found = later[same];
    if (!found) return [];
    used.add(same);
    if (found.value === number.value) return [];
    return [{ from: number.shown, to: found.shown }];
  });
}

interface Target {
  readonly value: string;
  /** Up to six characters before it. */
  readonly before: string;
  /** What it counts: `%`, `所`. */
  readonly unit: string;
  readonly shown: string;
}

function isSame(a: Target, b: Target): boolean {
  if (a.unit !== b.unit) return false;
  const ends = Math.min(a.before.length, b.before.length, 3);
  return ends > 0 && a.before.slice(-ends) === b.before.slice(-ends);
}

function numbersIn(text: string): readonly Target[] {
  return matchesIn(fold(text), TARGET).map(({ groups = {}, index, 0: all }) => {
    const from = Math.max(0, index - 8);
    const before = text.slice(from, index).replace(/[\s\p{P}\d]/gu, '');
    return {
      value: groups.value ?? '',
      before,
      unit: groups.unit ?? '',
      shown: text.slice(index, index + all.length),
    };
  });
}

/** `85%`, `12所`, `3000个`; in folded text. */
const TARGET =
  /(?<![\d.])(?<value>\d{1,9}(?:\.\d{1,4})?)(?![\d.]|年|月|日|号|时|分(?!之))(?<unit>%|‰|[々〇㐀-鿿𠀀-𲎯]{1,2})/gu;
