import { clauseEnds } from '../../lint/lexicons/clause-ends.ts';
import { clauseOpeners } from '../../lint/lexicons/clause-openers.ts';
import { commonWords } from '../../lint/lexicons/common-words.ts';
import type { Rule } from '../../lint/rule.ts';
import { spanIn } from '../../plan/block.ts';
import { proseOf } from '../../plan/prose.ts';

/** A word twice in a row: `加强加强`, `的的`. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '词语不接连重复。',
    en: 'No word stands twice in a row.',
  },
  why: {
    zh: '多为复制粘贴所致。',
    en: 'Mostly a slip of copy and paste.',
  },
  examples: [
    { bad: '进一步加强⟦加强⟧校舍管理。', good: '进一步加强校舍管理。' },
    { bad: '办好家门口的⟦的⟧学校。', good: '办好家门口的学校。' },
    { bad: '召开第四次⟦次⟧教代会。', good: '召开第四次教代会。' },
  ],
  check(plan, report) {
    for (const block of proseOf(plan)) {
      for (const { 0: both, index, groups } of block.text.matchAll(TWICE)) {
        const word = groups?.word ?? groups?.particle?.[0] ?? groups?.counter ?? '';
        if (groups?.word !== undefined && !words.has(word)) continue;
        const span = spanIn(block, index + word.length, index + both.length);
        if (span.end - span.start !== word.length) continue;
        report(
          span,
          { zh: `“${word}”重复。`, en: `“${word}” is repeated.` },
          {
            fix: {
              title: { zh: '删去重复的词', en: 'Remove the repetition' },
              kind: 'unsafe',
              edits: [{ span, newText: '' }],
            },
          },
        );
      }
    }
  },
};

const words: ReadonlySet<string> = new Set([...clauseEnds, ...clauseOpeners, ...commonWords]);

/**
 * `加强加强`; `的的` but not `的的确确` or `为目的的`; `及及` and `与与` but not `以及及时` or `参与与否`; `第四次次` but not
 * `次次`.
 */
const TWICE =
  /(?<word>\p{Script=Han}{2,4})\k<word>|(?<particle>(?<!目)的的(?![确士])|(?<![普涉波危触顾遍惠])及及(?![时早格])|(?<![参给赠])与与(?![会否]))|(?<=第[一二三四五六七八九十百\d]{1,4})(?<counter>[次届期批轮项])\k<counter>(?!(?<=批)[准复示次发]|(?<=届)[满中末时]|(?<=期)[中末满间初刊]|(?<=项)目)/gu;
