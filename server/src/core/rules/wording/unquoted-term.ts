import { quotedTerms } from '../../lint/lexicons/quoted-terms.ts';
import { wordAt, wordIndex } from '../../lint/lexicons/words.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { textIn } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';

/** A shortened term without the quotes that the document gives it elsewhere: `双减` beside `“双减”`. */
export const unquotedTerm: Rule = {
  id: 'unquoted-term',
  name: { zh: '引号时有时无', en: 'Term without its quotes' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '同一简称加引号的写法前后一致。',
    en: 'A shortened term that has quotes in one place has them everywhere.',
  },
  why: {
    zh: '“双减”“县管校聘”一类简称按惯例加引号。只在本文别处加了引号时才提醒。',
    en: 'Terms such as 双减 and 县管校聘 are written in quotes by custom. It is said only where the document quotes them elsewhere.',
  },
  examples: [
    {
      bad: '推进“县管校聘”改革，完善⟦县管校聘⟧配套办法。',
      good: '推进“县管校聘”改革，完善“县管校聘”配套办法。',
    },
  ],
  looksAt: (passage) => mentionsIn(passage).length > 0 || quotedIn(passage).length > 0,
  beyondProse: true,
  check(plan, report, { settings, paragraphs }) {
    const quotes = new Set(flatMapped(paragraphs, quotedIn));
    if (quotes.size === 0) return;
    const allowed = new Set([...settings.words.add, ...settings.words.ignore]);
    const prose = new Set(proseOf(plan));
    const index = wordIndex([...quotes].filter((term) => !allowed.has(term)));
    if (index.size === 0) return;
    for (const block of paragraphs) {
      if (!prose.has(block)) continue;
      let next = 0;
      for (const i of mentionsIn(block)) {
        if (i < next) continue;
        const word = wordAt(index, block.text, i);
        if (!word || LONGER.test(block.text.slice(i + word.length - 1, i + word.length + 1))) continue;
        const span = spanIn(block, i, i + word.length);
        const plain = isInPlainList(block.text, i, word.length);
        next = i + word.length;
        if (plain || span.end - span.start !== word.length) continue;
        const newText = `“${textIn(plan, span.start, span.end)}”`;
        report(
          span,
          {
            zh: `“${word}”在本文别处加了引号，这里没有。`,
            en: `${word} has quotes elsewhere in this document.`,
          },
          {
            word,
            fix: {
              title: { zh: '加上引号', en: 'Add the quotes' },
              kind: 'safe',
              edits: [{ span, newText }],
            },
          },
        );
      }
    }
  },
};

/** The terms of the list that a paragraph has in quotes. */
const quotedIn = unnumbered(({ text }: Passage) =>
  flatMapped(matchesIn(text, QUOTE), ([, term = '']) => (terms.has(term) ? [term] : [])),
);
const QUOTE = /“([^“”]{2,12})”/gu;
const terms: ReadonlySet<string> = new Set(quotedTerms);

/** Where a paragraph has any of the terms without quotes. */
const mentionsIn = unnumbered(({ text }: Passage): readonly number[] => {
  if (!ANY.test(text)) return NONE;
  const found: number[] = [];
  let quoted = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if ('“《‘'.includes(character)) quoted += 1;
    else if ('”》’'.includes(character)) quoted = Math.max(0, quoted - 1);
    // What stands in straight quotes is halfwidth-mark's.
    if (quoted === 0 && text[i - 1] !== '"' && wordAt(every, text, i)) found.push(i);
  }
  return found;
});
const every = wordIndex(quotedTerms);
/** Any of them; `互联网+` is one. */
const ANY = new RegExp(quotedTerms.join('|').replaceAll('+', '\\+'), 'u');
const NONE: readonly number[] = [];

/** `一网通查、一网通办、一网通管`: a list whose members have no quotes gets none for one of them. */
function isInPlainList(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + length, at + length + 2);
  return /[^”》]、$/u.test(before) || /^、[^“《]/u.test(after);
}

/** `双高考`, `四风险`: the last character belongs to a word that goes on. */
const LONGER =
  /^(?:高[一三中二位压地等层峰度效新校考职端素质速铁]|减[免压少弱排税费轻速负]|风[光尚情景格气波筝貌采险雨]|流[动域失程量]|信[任仰号心息托用访贷]|识[别字]|养[护成殖老])$/u;
