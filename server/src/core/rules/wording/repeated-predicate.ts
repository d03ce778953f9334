import { predicates } from '../../lint/lexicons/predicates.ts';
import { wordAt, wordIndex } from '../../lint/lexicons/words.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { clausesOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';

/** The same predicate, or two that say the same, twice in one clause: `实现乡镇实现全覆盖`. */
export const repeatedPredicate: Rule = {
  id: 'repeated-predicate',
  name: { zh: '谓语重复', en: 'Repeated predicate' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '一个分句里谓语不重复。',
    en: 'No clause has its predicate twice.',
  },
  why: {
    zh: '改写句子时，原来的谓语常忘了删。',
    en: 'When a sentence was rewritten, the old predicate is often left in it.',
  },
  examples: [
    { bad: '课后服务实现镇村学校⟦实现⟧全覆盖。', good: '课后服务实现镇村学校全覆盖。' },
    { bad: '实验小学荣获2023年度⟦获评⟧全县先进集体。', good: '实验小学获评2023年度全县先进集体。' },
  ],
  looksAt: (passage) => twiceIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const { first, second, at } of twiceIn(block)) {
        const span = spanIn(block, at, at + second.length);
        report(span, {
          zh:
            first === second
              ? `“${first}”在本分句里重复。`
              : `“${second}”与前面的“${first}”重复，保留其一即可。`,
          en:
            first === second
              ? `“${first}” stands twice in this clause.`
              : `“${second}” repeats “${first}”; keep one.`,
        });
      }
    }
  },
};

const index = wordIndex(predicates.keys());
const PREDICATE = new RegExp([...predicates.keys()].join('|'), 'gu');

/** The predicates that a clause of the paragraph says twice; offsets into the paragraph. */
const twiceIn = unnumbered((passage: Passage) =>
  flatMapped(clausesOf(passage), ({ text, from }) => {
    if ((text.match(PREDICATE)?.length ?? 0) < 2) return [];
    const twice = repeatedIn(text);
    return twice ? [{ ...twice, at: from + twice.at }] : [];
  }),
);

/** The second of two predicates of one meaning with no mark or conjunction between them. */
function repeatedIn(
  text: string,
): { readonly first: string; readonly second: string; readonly at: number } | undefined {
  let first: { readonly word: string; readonly end: number } | undefined;
  let quoted = 0;
  for (let i = 0; i < text.length; i += 1) {
    if ('“《'.includes(text[i] ?? '')) quoted += 1;
    if ('”》'.includes(text[i] ?? '')) quoted -= 1;
    if (quoted > 0) continue;
    if (PARTS.test(text[i] ?? '')) {
      first = undefined;
      continue;
    }
    const word = wordAt(index, text, i);
    if (!word) continue;
    const same = first && (first.word === word || predicates.get(word)?.includes(first.word));
    // `达到标准的比例达到90%`: a share of those that reach something reaches a figure.
    if (first && same && SHARE.test(text.slice(first.end, i))) return undefined;
    if (first && same && i - first.end >= 2) return { first: first.word, second: word, at: i };
    first = { word, end: i + word.length };
    i += word.length - 1;
  }
  return undefined;
}

/** `能效达到基准水平产能比例`: what the second predicate is said of. */
const SHARE = /(?:比例|比重|占比|率|数量?|产能|规模)$/u;

/** What begins another part of the clause, or makes the first part an attribute. */
const PARTS = /[、的地得和与及或并且又再到而后]/u;
