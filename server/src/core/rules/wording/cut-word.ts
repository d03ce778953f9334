import { wordEndings } from '../../lint/lexicons/word-endings.ts';
import type { Rule } from '../../lint/rule.ts';
import { spanIn } from '../../plan/block.ts';
import { clausesOf, proseOf } from '../../plan/prose.ts';

/** A clause that ends within a word: `提升协同育人效。` */
export const cutWord: Rule = {
  id: 'cut-word',
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
  check(plan, report) {
    for (const block of proseOf(plan)) {
      for (const { text, to } of clausesOf(block)) {
        const last = text.at(-1) ?? '';
        const before = text.at(-2) ?? '';
        const firsts = wordEndings.get(last);
        if (text.length < 5 || !firsts || firsts.includes(before) || !HAN.test(before)) continue;
        // What a stop does not end may go on in the next line.
        if (!STOP.test(block.text[to] ?? '')) continue;
        report(spanIn(block, to - 1, to), {
          zh: `“${last}”不单独成词，句末疑有漏字。`,
          en: `${last} is half a word; something seems to be missing at the end of the clause.`,
        });
      }
    }
  },
};

const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;
const STOP = /[,;。!?]/u;
