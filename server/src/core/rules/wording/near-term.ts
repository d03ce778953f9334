import { terms } from '../../lint/lexicons/terms.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, spanIn } from '../../plan/block.ts';
import { proseOf } from '../../plan/prose.ts';
import { type NearMiss, nearIndex, nearMisses } from '../../text/near.ts';

/** A fixed term with one slip in it (`随便就读`), where the document writes it right or nothing else can be meant. */
export const nearTerm: Rule = {
  id: 'near-term',
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '固定用语没有写错一个字。',
    en: 'No fixed term has one character wrong.',
  },
  why: {
    zh: '输入法联想常把熟语换成形音相近的词，通读时不易发现。四字用语只在本文另有正确写法时才提醒；确实无误的可加入 words.add。',
    en: 'Input methods put words that sound or look alike in place of set terms, which proofreaders read over. Terms of four characters are reported only where the document has the right form too; words.add takes what is right.',
  },
  examples: [
    {
      bad: '落实随班就读政策，完善⟦随便就读⟧保障条件。',
      good: '落实随班就读政策，完善随班就读保障条件。',
    },
    {
      bad: '为每所学校聘任⟦法制副校长⟧。',
      good: '为每所学校聘任法治副校长。',
    },
  ],
  check(plan, report, { settings }) {
    const own = settings.words.add;
    const allowed = new Set([...own, ...settings.words.ignore]);
    const index = nearIndex([...terms.keys(), ...own.filter((term) => !terms.has(term))]);
    const found = new Map<string, { readonly block: Block; readonly miss: NearMiss }[]>();
    for (const block of proseOf(plan)) {
      for (const miss of nearMisses(index, block.text)) {
        const { term, written } = miss;
        if (allowed.has(written) || terms.has(written) || terms.get(term)?.includes(written)) continue;
        const same = found.get(written);
        if (same) same.push({ block, miss });
        else found.set(written, [{ block, miss }]);
      }
    }
    let done = 0;
    for (const [written, [one, ...more]] of found) {
      // What is written so again is meant so.
      if (!one || more.length > 0) continue;
      const { term, from, to } = one.miss;
      if (term.length === 4 && !plan.folded.includes(term)) continue;
      if (isListed(one.block.text, one.miss)) continue;
      const span = spanIn(one.block, from, to);
      // One slip may miss a term and a longer one that holds it.
      if (span.start < done) continue;
      done = span.end;
      report(
        span,
        { zh: `“${written}”疑为“${term}”之误。`, en: `“${written}” is probably meant to be “${term}”.` },
        {
          word: written,
          fix: {
            title: { zh: `改为“${term}”`, en: `Change to ${term}` },
            kind: 'unsafe',
            edits: [{ span, newText: term }],
          },
        },
      );
    }
  },
};

/** `依法治校、依规治校`: side by side, both are meant. */
function isListed(text: string, { term, from, to }: NearMiss): boolean {
  const [before] = text
    .slice(Math.max(0, from - REACH), from)
    .split(STOP)
    .slice(-1);
  const [after] = text.slice(to, to + REACH).split(STOP);
  return `${before} ${after}`.includes(term);
}

const REACH = 40;
const STOP = /[,;:。!?]/u;
