import type { Declared } from '../declared.ts';
import { numeralValue } from '../numerals.ts';
import { offsetIn, spanIn } from '../parse/blocks.ts';
import { markOf } from '../parse/numbering.ts';
import type { Plan } from '../plan.ts';

/** Counts that point forward and that the items behind them belie: `做好以下三项工作：` before 1. and 2. alone. */
export function followingIn(plan: Plan): Declared[] {
  const known = new Set([...plan.sections, ...plan.tasks].map(({ numberSpan }) => numberSpan.start));
  return plan.blocks.flatMap((block, i) => {
    return [...block.text.matchAll(FORWARD)].flatMap((match) => {
      const { number = '', counter = '' } = match.groups ?? {};
      const declared = numeralValue(number) ?? 0;
      const rest = block.text.slice(match.index);
      const found = countInline(rest) ?? (/[。;]./u.test(rest) ? undefined : countItems(plan, i, known));
      if (declared < 2 || found === undefined || found === declared) return [];
      const at = match.index + match[0].indexOf(number);
      return [{ span: spanIn(block, at, at + number.length + counter.length), declared, found }];
    });
  });
}

const FORWARD =
  /(?:以下|下列|如下)(?<number>[两二三四五六七八九十]{1,3}|\d{1,2})(?<counter>个|项|大|条|点|类|种)(?!以)/gu;

/** How far 一是, 二是 … count in the same paragraph; undefined where they do not begin with 一是. */
function countInline(text: string): number | undefined {
  const values = [...text.matchAll(/(?<=[。;:,])([一二三四五六七八九十]{1,3})是(?!否)/gu)].map((one) =>
    numeralValue(one[1] ?? ''),
  );
  const last = values.findIndex((value, i) => value !== i + 1);
  const count = last < 0 ? values.length : last;
  return values[0] === 1 && count > 1 && last < 0 ? count : undefined;
}

/** How many items of one style follow the paragraph directly, others among them left out. */
function countItems({ blocks }: Plan, index: number, known: ReadonlySet<number>): number | undefined {
  const own = markOf(blocks[index] ?? EMPTY);
  const first = blocks[index + 1];
  const mark = first && markOf(first);
  if (!first || !mark || mark.value !== 1 || mark.style === own?.style) return undefined;
  let count = 1;
  if (!known.has(offsetIn(first, mark.from))) return undefined;
  for (const block of blocks.slice(index + 2, index + 400)) {
    const next = markOf(block);
    if (next?.style === own?.style && next) break;
    if (next?.style !== mark.style) continue;
    if (next.value !== count + 1) break;
    count += 1;
  }
  return count > 1 ? count : undefined;
}

const EMPTY = { text: '', span: { start: 0, end: 0 }, offsets: undefined };
