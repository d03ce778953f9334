import type { Plan } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { matchesIn } from '../../text/matches.ts';
import { suspectsIn } from './suspects.ts';
import { packedWording } from './table.data.ts';
import { unpacked } from './table.ts';

/**
 * Terms of a bureau's own in its plans, sorted by code: what nearly is usual wording and stands in two of them, or
 * three times, and what two of them put in quotes. For a person to go through: a slip that is copied looks the same.
 */
export function ownTerms(plans: readonly Plan[]): readonly string[] {
  const uses = new Map<string, { count: number; plans: Set<Plan> }>();
  const use = (term: string, plan: Plan) => {
    const known = uses.get(term) ?? { count: 0, plans: new Set() };
    uses.set(term, known);
    known.count += 1;
    known.plans.add(plan);
  };
  const table = unpacked(packedWording);
  for (const plan of plans) {
    for (const { text } of proseOf(plan)) {
      for (const { from, to } of suspectsIn(text, table, LEAST)) {
        const written = text.slice(from, to);
        if (TERM.test(written)) use(written, plan);
      }
      for (const [, quoted = ''] of matchesIn(text, QUOTED)) use(quoted, plan);
    }
  }
  const own = [...uses].filter(([, { count, plans: those }]) => those.size >= 2 || count >= 3);
  return own.map(([term]) => term).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** As `wrong-character` with the least caution. */
const LEAST = 9;
const TERM = /^[々〇㐀-鿿𠀀-𲎯]{2,8}$/u;
/** `“晨曦计划”` */
const QUOTED = /“([々〇㐀-鿿𠀀-𲎯]{4,8})”/gu;
