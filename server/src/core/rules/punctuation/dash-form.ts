import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, offsetIn, spanIn } from '../../plan/block.ts';
import { textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** Two hyphens where a dash (——) should stand. */
export const dashForm: Rule = {
  id: 'dash-form',
  name: { zh: '破折号不规范', en: 'Dash of hyphens' },
  severity: 'info',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011' },
  summary: {
    zh: '破折号写作“——”，不用“--”代替。',
    en: 'A dash is written ——, not as two hyphens.',
  },
  why: {
    zh: '“--”多由键盘直接输入或网页转换而来，印出来是两个短横。',
    en: 'Two hyphens come from the keyboard or from a web export and print as two short strokes.',
  },
  examples: [
    {
      bad: '1.办好三项活动。\n⟦--⟧开展红色研学。组织六批。\n⟦--⟧举办校园歌会。每校一场。',
      good: '1.办好三项活动。\n——开展红色研学。组织六批。\n——举办校园歌会。每校一场。',
    },
    {
      bad: '抓住一条主线⟦--⟧立德树人。',
      good: '抓住一条主线——立德树人。',
    },
  ],
  looksAt: (passage) => hyphensIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    const places = flatMapped(paragraphs, (block) =>
      flatMapped(hyphensIn(block), ({ index, 0: hyphens }): readonly Place[] => {
        const span = spanIn(block, index, index + hyphens.length);
        // Folding made wide hyphens narrow, and a line break may stand between two.
        if (textIn(plan, offsetIn(block, index), span.end) !== hyphens) return [];
        return [
          {
            span,
            edits: [{ span, newText: '——' }],
            message: { zh: '破折号应写作“——”。', en: 'A dash is written ——.' },
          },
        ];
      }),
    );
    reportAlike(report, places, {
      fix: {
        kind: 'safe',
        one: { zh: '改为“——”', en: 'Change to ——' },
        all: { zh: '全部改为“——”', en: 'Change all to ——' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处用“--”代替破折号“——”。`,
        en: `The text has -- for the dash —— in ${count} places.`,
      }),
    });
  },
};

/** Two hyphens before Chinese; three and more draw a line, and between figures they join a range. */
const HYPHENS = /(?<![-\dA-Za-z])--(?= ?[々〇㐀-鿿𠀀-𲎯“《])/gu;
const hyphensIn = matching(HYPHENS);
