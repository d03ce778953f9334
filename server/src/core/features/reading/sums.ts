import type { Message } from '../../lint/finding.ts';
import { type Sum, sumsIn } from '../../lint/reckoning/sums.ts';
import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import type { Span } from '../../text/text.ts';

/** What is shown behind a place of the text. */
export interface SumHint {
  readonly offset: number;
  readonly label: Message;
}

/** Beside each total and its parts between `from` and `to`, whether they agree: `合计 299 ✓`, `合计 301 ≠ 299`. */
export function sumHints(plan: Plan, from: number, to: number): readonly SumHint[] {
  return sumsWithin(plan, from, to).map((sum) => ({
    offset: endOf(plan, sum),
    label: { zh: `合计 ${verdict(sum)}`, en: `sum ${verdict(sum)}` },
  }));
}

/** The total or the parts at `offset` with what was reckoned. */
export function sumHover(
  plan: Plan,
  offset: number,
): { readonly span: Span; readonly text: Message } | undefined {
  const sum = sumsWithin(plan, offset, offset).find(({ span, parts }) =>
    [span, parts].some(({ start, end }) => start <= offset && offset <= end),
  );
  if (!sum) return undefined;
  return { span: whole(sum), text: explained(sum) };
}

/** Only the paragraphs that reach into the stretch are read. */
function sumsWithin({ blocks }: Plan, from: number, to: number): readonly Sum[] {
  return flatMapped(
    blocks.filter(({ span }) => span.start <= to && from <= span.end),
    sumsIn,
  );
}

/** Behind the parts and the bracket around them, or behind the total where that stands last. */
function endOf({ folded }: Plan, sum: Sum): number {
  const { end } = whole(sum);
  return folded[end] === ')' ? end + 1 : end;
}

function whole({ span, parts }: Sum): Span {
  return { start: Math.min(span.start, parts.start), end: Math.max(span.end, parts.end) };
}

function verdict({ total, sum, kind }: Sum): string {
  if (Math.abs(total - sum) < 1e-6) return `${sum} ✓`;
  // A change need not keep the total.
  return kind === 'change' ? `${total} → ${sum}` : `${sum} ≠ ${total}`;
}

function explained({ total, sum, kind }: Sum): Message {
  if (kind === 'change') {
    return {
      zh: `变动前合计 **${total}**，变动后合计 **${sum}**`,
      en: `**${total}** in all before the change, **${sum}** after it`,
    };
  }
  return Math.abs(total - sum) < 1e-6
    ? { zh: `分项合计 **${sum}**，与总数一致 ✓`, en: `The parts add up to the total, **${sum}** ✓` }
    : {
        zh: `分项合计 **${sum}**，总数写的是 **${total}**`,
        en: `The parts add up to **${sum}**; the total says **${total}**`,
      };
}
