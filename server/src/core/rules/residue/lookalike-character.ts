import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { isWithout } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { isTraditional, nameText } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { radicalFor } from '../../text/radicals.ts';

/** Radicals and compatibility characters that look like the Han characters they stand for: said once. */
export const lookalikeCharacter: Rule = {
  id: 'lookalike-character',
  name: { zh: '形近部首字符', en: 'Look-alike radical' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有形似汉字的部首字符。',
    en: 'No radicals stand in for the characters that they look like.',
  },
  why: {
    zh: '由 PDF 转出的“⼯”“⼤”是部首，不是汉字，看着一样，却查不到、排不了序，也认不出单位名称。',
    en: 'The ⼯ and ⼤ of a PDF export are radicals: they look alike, but searches, sorting and unit names fail on them.',
  },
  examples: [
    {
      bad: '开展劳动教育周活动，由⟦⼯⟧会组织。',
      good: '开展劳动教育周活动，由工会组织。',
    },
  ],
  check(plan, report) {
    if (isWithout(plan, (words) => MAY_HOLD.test(words))) return;
    const { text } = plan;
    const found = matchesIn(text, LOOK_ALIKE);
    const traditional = found.length > 0 && isTraditional(text);
    const places = flatMapped(found, ({ 0: character, index }): readonly Place[] => {
      const newText = radicalFor(character, traditional) ?? nameText(character);
      if (newText === character) return [];
      const span = { start: index, end: index + 1 };
      return [
        {
          span,
          edits: [{ span, newText }],
          message: {
            zh: `这里是部首字符“${character}”，不是汉字“${newText}”。`,
            en: `This is the radical ${character}, not the character ${newText}.`,
          },
        },
      ];
    });
    reportAlike(report, places, {
      fix: {
        kind: 'safe',
        one: { zh: '改为汉字', en: 'Use the Han character' },
        all: { zh: '全部改为汉字', en: 'Use Han characters throughout' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}个形似汉字的部首字符。`,
        en: `The text has ${count} radicals in place of Han characters.`,
      }),
      most: 3,
    });
  },
};

/** CJK and Kangxi radicals, and compatibility ideographs. */
const MAY_HOLD = /[\u{2E80}-\u{2FDF}\u{F900}-\u{FAFF}]/u;
const LOOK_ALIKE = /[\u{2E80}-\u{2FDF}\u{F900}-\u{FAFF}]/gu;
