/**
 * Where an offset in changed words stands afterwards; undefined for one that the change touches. `side`: whether something
 * begins or ends there, which says on which side of a change beside it that is.
 */
export type Moved = (offset: number, side?: 'start' | 'end') => number | undefined;

/**
 * Whether two answers to one question, asked of words before and after a change, say the same of it but for where it
 * stands. A number in an answer is a place in the words, unless it has one of the names in `COUNTS`; an answer that is
 * a number counts something. What cannot be told is not alike.
 */
export function isAlike(before: unknown, after: unknown, moved: Moved): boolean {
  return before === after || (typeof before !== 'number' && isSame(before, after, moved, undefined));
}

/** Members of answers that are numbers and no places: the value of a numeral, how wide a line is. */
const COUNTS: ReadonlySet<string> = new Set(['value', 'width']);
/** Members that hold the words as a whole, or are made of them. */
const WHOLE: ReadonlySet<string> = new Set(['input', 'known']);

const SIDES: Readonly<Record<string, 'start' | 'end'>> = {
  from: 'start',
  start: 'start',
  index: 'start',
  bodyFrom: 'start',
  to: 'end',
  end: 'end',
};

function isSame(before: unknown, after: unknown, moved: Moved, name: string | undefined): boolean {
  if (typeof before === 'number') return moved(before, name ? SIDES[name] : undefined) === after;
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return false;
  if (before instanceof Map || before instanceof Set)
    return (
      (after instanceof Map || after instanceof Set) &&
      before.size === after.size &&
      isSame([...before], [...after], moved, undefined)
    );
  if ('isAlike' in before && typeof before.isAlike === 'function')
    return before.isAlike(after, moved) === true;
  const names = Object.keys(before);
  return (
    Object.getPrototypeOf(before) === Object.getPrototypeOf(after) &&
    names.length === Object.keys(after).length &&
    names.every((name) => {
      if (WHOLE.has(name)) return true;
      const [one, other]: unknown[] = [Reflect.get(before, name), Reflect.get(after, name)];
      return typeof one === 'number' && COUNTS.has(name) ? one === other : isSame(one, other, moved, name);
    })
  );
}
