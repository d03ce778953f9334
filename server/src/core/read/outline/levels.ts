import type { Style } from '../../plan/plan.ts';
import type { Mark } from './numbering.ts';

/**
 * Whether numbers of `style` stand below those of `other` in the `marks` to come, where one of the two first opens a
 * list directly behind the other. A section of `（一）` alone and one of `1.` alone before it tell nothing of the two.
 */
function nestsBelow(style: Style, other: Style, marks: readonly Mark[]): boolean {
  for (const [i, mark] of marks.entries()) {
    const before = marks[i - 1]?.style;
    if (mark.value !== 1) continue;
    if (mark.style === style && before === other) return true;
    if (mark.style === other && before === style) return false;
  }
  return false;
}

/** Where a style is met for the first time. */
interface Met {
  /** How many of the styles stand above it here. */
  readonly below: number;
  /** Whether lists stand above the first heading. */
  readonly listsAbove: boolean;
  /** The numbers from here on. */
  readonly ahead: () => readonly Mark[];
}

/**
 * Where `style` belongs in the `order` of those met so far, the outermost first. Below the innermost, but 一、 never below
 * （一）, as a text may begin in the middle of a longer one, and the first headings never below the items of a list ahead
 * of them, unless the list goes on behind them; any other below those under which lists of it stand further on.
 */
export function placeOf(style: Style, order: readonly Style[], { below, listsAbove, ahead }: Met): number {
  const rank = SECTIONAL.indexOf(style);
  if (rank < 0) return belowOthers(style, order, below, ahead);
  // （一） may stand below a stage of the work that is a heading.
  const isHeading = (other: Style) =>
    SECTIONAL.includes(other) || (style === 'paren' && (other === 'period' || other === 'office'));
  if (!listsAbove && !order.some(isHeading)) return 0;
  const minor = order.findIndex((other) => SECTIONAL.indexOf(other) > rank);
  return minor >= 0 ? Math.min(minor, below) : below;
}

/** Below those styles met so far under which lists of it stand further on. */
function belowOthers(style: Style, order: readonly Style[], place: number, ahead: () => readonly Mark[]) {
  if (place >= order.length) return place;
  const marks = ahead();
  let below = place;
  for (const [i, other] of order.entries()) if (i >= place && nestsBelow(style, other, marks)) below = i + 1;
  return below;
}

const SECTIONAL: readonly Style[] = ['part', 'chapter', 'division', 'article', 'formal', 'han', 'paren'];
