import { matching, spanIn } from '../../../plan/block.ts';
import type { Plan } from '../../../plan/plan.ts';
import { markOf } from '../../../read/outline/numbering.ts';
import { numeralValue } from '../../../text/numerals.ts';
import type { Numbered } from './numbered.ts';
import type { Run } from './runs.ts';

/** The series 一是…；二是… inside paragraphs; each ends where a numbered paragraph or another 一是 begins. */
export function inlineRuns(plan: Plan): readonly Run[] {
  const runs: { items: Numbered[]; first: undefined }[] = [];
  let open = false;
  for (const block of plan.blocks) {
    const ordinals = ordinalsIn(block);
    if (open && markOf(block)) open = false;
    for (const match of ordinals) {
      const number = match[1] ?? '';
      const value = numeralValue(number) ?? 0;
      if (value === 1) runs.push({ items: [], first: undefined });
      else if (!open) continue;
      open = true;
      const span = spanIn(block, match.index, match.index + number.length);
      const markSpan = spanIn(block, match.index, match.index + match[0].length);
      runs.at(-1)?.items.push({
        number,
        value,
        span,
        style: 'han',
        before: '',
        after: '是',
        markSpan,
        holder: 'inline',
        part: 0,
        titleSpan: markSpan,
      });
    }
  }
  return runs.filter(({ items }) => items.length > 1);
}

/** 一是, 二是 at a paragraph's head or behind a clause end. */
const ORDINAL = /(?<=^|[,。;:!?\s”)])([一二三四五六七八九十]{1,2})是(?!否)/gu;
const ordinalsIn = matching(ORDINAL);
