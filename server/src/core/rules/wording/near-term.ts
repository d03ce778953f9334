import { terms } from '../../lint/lexicons/terms.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Block, type Passage, spanIn } from '../../plan/block.ts';
import { type Plan, says } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { unnumbered } from '../../text/known.ts';
import { type NearMiss, nearIndex, nearMisses } from '../../text/near.ts';

/** A fixed term with one slip in it (`随便就读`), where the document writes it right or nothing else can be meant. */
export const nearTerm: Rule = {
  id: 'near-term',
  name: { zh: '固定用语有误', en: 'Near miss of a fixed term' },
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
    const more = nearIndex(own.filter((term) => !terms.has(term)));
    const misses = (block: Block) =>
      more.byEnd.size === 0
        ? missesIn(block)
        : [...missesIn(block), ...nearMisses(more, block.text)].sort((a, b) => a.from - b.from);
    const found = new Map<string, { readonly block: Block; readonly miss: NearMiss }[]>();
    for (const block of proseOf(plan)) {
      for (const miss of misses(block)) {
        const { term, written } = miss;
        if (allowed.has(written) || terms.has(written) || terms.get(term)?.includes(written)) continue;
        if (isNewer(plan, term)) continue;
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
      if (term.length === 4 && !says(plan, term)) continue;
      if ([isListed, isWider, endsWord].some((is) => is(one.block.text, one.miss))) continue;
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

const known = nearIndex(terms.keys());
const missesIn = unnumbered(({ text }: Passage) => nearMisses(known, text));

/** Whether a term was coined after the text was written: in 2016 nobody could write 德智体美劳. */
function isNewer({ date, year }: Plan, term: string): boolean {
  const written = date ? Number(date.iso.slice(0, 4)) : year;
  const born = [...BORN].find(([coined]) => term.includes(coined))?.[1];
  return written !== undefined && born !== undefined && written < born;
}

/** The years since which terms are in official use. */
const BORN: ReadonlyMap<string, number> = new Map([
  ['德智体美劳', 2018],
  ['中国式现代化', 2021],
  ['两个确立', 2021],
  ['两个维护', 2018],
  ['四个意识', 2016],
  ['四个自信', 2016],
  ['新质生产力', 2023],
]);

/** `依法治校、依规治校`: side by side, both are meant. */
function isListed(text: string, { term, from, to }: NearMiss): boolean {
  const [before] = text
    .slice(Math.max(0, from - REACH), from)
    .split(STOP)
    .slice(-1);
  const [after] = text.slice(to, to + REACH).split(STOP);
  return `${before} ${after}`.includes(term);
}

/** `因村因户制宜`, `联检联控`: the frame of the term with other words in it, a form of its own. */
function isWider(text: string, { term, written, from }: NearMiss): boolean {
  const [first, , third] = term;
  const before = text.slice(Math.max(0, from - 2), from);
  return before[0] === first || (first === third && written[0] === first && written[2] === third);
}

/** `教师师德师风`, `树立立德树人`: what looks doubled ends the word before the term. */
function endsWord(text: string, { term, written, from }: NearMiss): boolean {
  return written.slice(1) === term && HAN.test(text[from - 1] ?? '');
}

const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;
const REACH = 40;
const STOP = /[,;:。!?]/u;
