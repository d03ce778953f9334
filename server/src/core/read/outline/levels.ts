import type { Style } from '../../plan/plan.ts';
import type { Mark } from './numbering.ts';

/**
 * Whether numbers of `style` stand below those of `other` in the `marks` to come, where one of the two first opens a
 * list directly behind the other. A section of `（一）` alone and one of `1.` alone before it tell nothing of the two.
 */
export function nestsBelow(style: Style, other: Style, marks: readonly Mark[]): boolean {
  for (const [i, mark] of marks.entries()) {
    const before = marks[i - 1]?.style;
    if (mark.value !== 1) continue;
    if (mark.style === style && before === other) return true;
    if (mark.style === other && before === style) return false;
  }
  return false;
}
