import { misspellings } from '../../lint/lexicons/misspellings.ts';
import { openings, seams } from '../../lint/lexicons/seams.ts';
import { wordAt, wordIndex } from '../../lint/lexicons/words.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { unnumbered } from '../../text/known.ts';

/** A form that is no word and that everybody knows the right one of (`竟赛`). */
export const misspelling: Rule = {
  id: 'misspelling',
  name: { zh: '错别字', en: 'Misspelling' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '没有常见的错别字。',
    en: 'There is none of the usual wrong characters.',
  },
  why: {
    zh: '同音、形近字最易输错。词表只收不成词的写法，确属有意的可加入 words.ignore。',
    en: 'Characters that sound or look alike are easily mistyped. The list has only forms that are no word; words.ignore takes exceptions.',
  },
  examples: [
    { bad: '举办青年教师基本功⟦竟赛⟧，选拔参赛选手。', good: '举办青年教师基本功竞赛，选拔参赛选手。' },
    { bad: '⟦截止目前⟧，修缮校舍12处。', good: '截至目前，修缮校舍12处。' },
  ],
  looksAt: (passage) => misspeltIn(passage).length > 0,
  check(_plan, report, { settings, paragraphs }) {
    const allowed = new Set([...settings.words.add, ...settings.words.ignore]);
    for (const block of paragraphs) {
      for (const { word, right, at } of misspeltIn(block)) {
        if (allowed.has(word)) continue;
        const span = spanIn(block, at, at + word.length);
        report(
          span,
          { zh: `“${word}”有错别字，正确的是“${right}”。`, en: `“${word}” is a mistake for “${right}”.` },
          {
            word,
            fix: {
              title: { zh: `改为“${right}”`, en: `Change to ${right}` },
              kind: 'unsafe',
              edits: [{ span, newText: right }],
            },
          },
        );
      }
    }
  },
};

const wrong = wordIndex(misspellings.keys());

/** The forms in a paragraph that are no word, each with the right one. */
const misspeltIn = unnumbered(({ text }: Passage) => {
  const found: { readonly word: string; readonly right: string; readonly at: number }[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const word = wordAt(wrong, text, i);
    const right = word && misspellings.get(word)?.[0];
    if (!word || !right || words.has(text.slice(i - 1, i + 1))) continue;
    const last = i + word.length - 1;
    if (words.has(text.slice(last, last + 2))) continue;
    found.push({ word, right, at: i });
    i = last;
  }
  return found;
});

const words: ReadonlySet<string> = new Set([...seams, ...openings]);
