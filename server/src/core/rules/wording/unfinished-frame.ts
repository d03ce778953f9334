import type { Fix } from '../../lint/finding.ts';
import { type Frame, frames } from '../../lint/lexicons/frames.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, type Passage, saying, spanIn } from '../../plan/block.ts';
import { foldedIn, type Plan } from '../../plan/plan.ts';
import { type Clause, clausesOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered, unnumberedAt } from '../../text/known.ts';

/** A frame of official wording that was opened and not closed: `加大…` without `力度`, `以…为…` without `为`. */
export const unfinishedFrame: Rule = {
  id: 'unfinished-frame',
  name: { zh: '结构不完整', en: 'Unfinished frame' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '固定格式前后呼应，如“加大…力度”“以…为…”。',
    en: 'A frame that is opened is closed, such as 加大…力度 and 以…为….',
  },
  why: {
    zh: '中间的成分一长，后半截就容易漏写，句子便不完整。',
    en: 'When much stands between, the second half is easily forgotten and the sentence is left open.',
  },
  examples: [
    {
      bad: '⟦加大校园安全知识的宣传⟧，办好家长课堂。',
      good: '加大校园安全知识的宣传力度，办好家长课堂。',
    },
    { bad: '⟦以提升课堂质量抓手⟧，带动教研转型。', good: '以提升课堂质量为抓手，带动教研转型。' },
    { bad: '修订实施细则，形成⟦更⟧高考方案。', good: '修订实施细则，形成更完善的高考方案。' },
  ],
  looksAt: (passage) => openIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const open of openIn(block)) {
        const span = spanIn(block, open.from, open.to);
        const shown = foldedIn(plan, span.start, span.end);
        const sure = open.frame.elsewhere === undefined || isWhole(plan, open.frame.elsewhere(shown));
        report(span, messageOf(open.frame), {
          ...fixOf(open, block),
          ...(!sure && { severity: 'hint' as const }),
        });
      }
    }
  },
};

/** Whether a paragraph has a frame as a whole. */
function isWhole({ blocks }: Plan, whole: string): boolean {
  return blocks.some((block) => mayBeWhole(block) && isWholeAt(block, 0, 0, whole));
}

const mayBeWhole = saying(/加大/u);
const isWholeAt = unnumberedAt(({ text }: Passage, _from, _to, whole: string) =>
  new RegExp(whole, 'u').test(text),
);

/** A frame that a clause leaves open; offsets into the paragraph. */
interface Open {
  readonly frame: Frame;
  readonly from: number;
  readonly to: number;
  /** Where the missing word belongs. */
  readonly hole: number;
}

const STOP = /[,;:。!?)]/u;

/** No heading that a frame is open behind is longer. */
const REACH = 40;

/** The frames that the clauses of a paragraph leave open, one a clause at most. */
const openIn = unnumbered((passage: Passage): readonly Open[] => {
  const possible = frames.filter(({ key }) => passage.text.includes(key));
  if (possible.length === 0) return NONE;
  return flatMapped(clausesOf(passage), (clause) => openInClause(clause, passage, possible) ?? []);
});

const NONE: readonly Open[] = [];

function openInClause(
  { text, from: start }: Clause,
  whole: Passage,
  possible: readonly Frame[],
): Open | undefined {
  // `“双随机,一公开”的方式`: the clause begins inside quotes, and what governs it stands before them.
  if (/^[^“]*”/u.test(text)) return undefined;
  for (const frame of possible) {
    if (frame.after && !frame.after.test(whole.text.slice(Math.max(0, start - REACH), start))) continue;
    const match = text.includes(frame.key) ? frame.pattern.exec(text) : null;
    if (!match) continue;
    const shown = match.groups?.open ?? match[0];
    const from = match.index + match[0].indexOf(shown);
    if (frame.before?.test(text.slice(0, from))) continue;
    if (frame.governed?.test(sentenceBefore(whole.text, start))) continue;
    // What no stop ends may go on in the next line.
    if (/作用|力度|成果|建设|^分$/u.test(frame.missing) && !STOP.test(whole.text[start + text.length] ?? ''))
      continue;
    const to = from + shown.length;
    return {
      frame,
      from: start + from,
      to: start + to,
      hole: start + to - (match.groups?.tail?.length ?? 0),
    };
  }
  return undefined;
}

/** What stands between the last full stop and `at`, as far as anybody remembers it. */
function sentenceBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - REACH), at)
      .split(/[。;!?]/u)
      .at(-1) ?? ''
  );
}

function messageOf({ name, missing }: Frame) {
  return missing
    ? {
        zh: `“${name}”不完整，疑漏“${missing}”。`,
        en: `${name} is not complete; ${missing} seems to be missing.`,
      }
    : { zh: `“${name}”不完整，请补足。`, en: `${name} is not complete.` };
}

function fixOf({ frame: { missing }, hole }: Open, block: Block): { readonly fix?: Fix } {
  if (!missing) return {};
  const { end } = spanIn(block, hole - 1, hole);
  return {
    fix: {
      title: { zh: `补上“${missing}”`, en: `Add ${missing}` },
      kind: 'unsafe',
      edits: [{ span: { start: end, end }, newText: missing }],
    },
  };
}
