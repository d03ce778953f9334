import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { clausesOf, inCitation } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';
import { matchesIn } from '../../text/matches.ts';

/** A verb beside a noun that official Chinese does not put together: 力度 is made larger (加大), not stronger. */
export const collocation: Rule = {
  id: 'collocation',
  name: { zh: '搭配不当', en: 'Words that do not go together' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '动词与宾语搭配得当，如“加大力度”。',
    en: 'A verb fits its object: 力度 goes with 加大.',
  },
  why: {
    zh: '“力度”说的是大小，只能“加大”，不能“加强”“提升”“强化”。',
    en: '力度 is a measure of size: it is made larger (加大), not strengthened, raised or reinforced.',
  },
  examples: [
    {
      bad: '⟦加强⟧校本培训力度，办好教研沙龙。',
      good: '加大校本培训力度，办好教研沙龙。',
    },
    {
      bad: '切实⟦提升⟧执法检查的力度。',
      good: '切实加大执法检查的力度。',
    },
  ],
  looksAt: (passage) => verbsIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      const cited = inCitation(block);
      for (const { verb, at } of verbsIn(block)) {
        if (cited(at)) continue;
        const span = spanIn(block, at, at + verb.length);
        report(
          span,
          {
            zh: `“力度”与“加大”搭配，不说“${verb}…力度”。`,
            en: `力度 goes with 加大, not with ${verb}.`,
          },
          {
            fix: {
              title: { zh: '改为“加大”', en: 'Change to 加大' },
              kind: 'unsafe',
              edits: [{ span, newText: '加大' }],
            },
          },
        );
      }
    }
  },
};

/** The verbs of a paragraph that have 力度 for their object and do not go with it. */
const verbsIn = unnumbered((passage: Passage): readonly { readonly verb: string; readonly at: number }[] =>
  passage.text.includes('力度')
    ? flatMapped(clausesOf(passage), ({ text, from }) =>
        matchesIn(text, FORCE).map(({ index, groups }) => ({
          verb: groups?.verb ?? '',
          at: from + index,
        })),
      )
    : [],
);

/**
 * `加强培训力度`, at the head of a clause or behind an adverb; no other verb that could have 力度 for its object stands
 * between, nor another object (`加强管理、加大力度`), and 力度 is the whole of the object (`提升力度、精度`, `对力度的满意度`).
 */
const FORCE =
  /(?<=^[\d.、()一二三四五六七八九十是 ]{0,6}|(?:进一步|持续|切实|不断|全面|继续|积极|大力|着力|逐步|各地|各校|要|并|应|需))(?<verb>加强|提升|强化|增强)(?:对[^,、]{2,12}的(?:(?!力度|加大|的).){1,8}|(?:(?!力度|加大|加强|提升|强化|提高|增强|加快|[、和与及等的]).){0,10}的?)力度(?!不|精准|[大小强弱的、和与及])/gu;
