import { wordEndings } from '../../lint/lexicons/word-endings.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { clausesOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';

/** A clause that ends within a word: `提升协同育人效。` */
export const cutWord: Rule = {
  id: 'cut-word',
  name: { zh: '词语残缺', en: 'Cut word' },
  yieldsTo: ['misspelling'],
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '分句末尾的词语完整。',
    en: 'No clause ends within a word.',
  },
  why: {
    zh: '删改时易把句末的词删去半个，如“效果”只剩“效”。',
    en: 'Editing may cut the last word in half, such as 效 for 效果.',
  },
  examples: [
    { bad: '完善家访制度，提升家校共育⟦效⟧。', good: '完善家访制度，提升家校共育效果。' },
    { bad: '健全台账，表彰先进，给予精神⟦励⟧。', good: '健全台账，表彰先进，给予精神激励。' },
  ],
  looksAt: (passage) => cutIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const { last, to } of cutIn(block)) {
        report(spanIn(block, to - 1, to), {
          zh: `“${last}”不单独成词，句末疑有漏字。`,
          en: `${last} is half a word; something seems to be missing at the end of the clause.`,
        });
      }
    }
  },
};

/** The clauses of a paragraph that end within a word, by their ends. */
const cutIn = unnumbered((passage: Passage) =>
  flatMapped(clausesOf(passage), ({ text, to }) => {
    const last = text.at(-1) ?? '';
    const before = text.at(-2) ?? '';
    const firsts = wordEndings.get(last);
    if (text.length < 5 || !firsts || firsts.includes(before) || !HAN.test(before)) return [];
    // `投产达效`, `治理之效`: a word by itself in written language.
    if (/[达之其有]/u.test(before)) return [];
    // What a stop does not end may go on in the next line.
    return STOP.test(passage.text[to] ?? '') ? [{ last, to }] : [];
  }),
);

const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;
const STOP = /[,;。!?]/u;
