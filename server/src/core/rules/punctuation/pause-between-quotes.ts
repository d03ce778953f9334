import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';

/** `、` between adjoining quotes or titles, which set them apart already. */
export const pauseBetweenQuotes: Rule = {
  id: 'pause-between-quotes',
  name: { zh: '引号间的顿号', en: 'Pause mark between quotes' },
  severity: 'hint',
  authority: { kind: 'standard', standard: 'GB/T 15834—2011', clause: '4.5.3.5' },
  summary: {
    zh: '并列的引号之间、并列的书名号之间通常不用顿号。',
    en: 'Between adjoining quotes or titles there is usually no 、.',
  },
  why: {
    zh: '引号和书名号已经把各项分开，再用顿号是重复。只有中间插入了别的成分，才宜用顿号。',
    en: 'Quotes and title marks already part the items; a 、 does it twice. It is kept where something else stands between them.',
  },
  examples: [
    {
      bad: '评选“阅读之星”⟦、⟧“劳动之星”，每月一次。',
      good: '评选“阅读之星”“劳动之星”，每月一次。',
    },
    {
      bad: '学习《学校安全条例》⟦、⟧《值班工作制度》。',
      good: '学习《学校安全条例》《值班工作制度》。',
    },
  ],
  looksAt: (passage) => pausesIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    const places = flatMapped(paragraphs, (block) =>
      flatMapped(pausesIn(block), ({ index, 0: marks }): readonly Place[] => {
        if (isMixed(block.text, index + 1)) return [];
        const span = spanIn(block, index + 1, index + 2);
        return [
          {
            span,
            edits: [{ span, newText: '' }],
            message: {
              zh: `${marks[0]} 与 ${marks[2]} 之间通常不用顿号。`,
              en: `There is usually no 、 between ${marks[0]} and ${marks[2]}.`,
            },
          },
        ];
      }),
    );
    reportAlike(report, places, {
      fix: {
        kind: 'unsafe',
        one: { zh: '删去顿号', en: 'Remove the 、' },
        all: { zh: '删去这些顿号', en: 'Remove every such 、' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处在并列的引号或书名号之间用了顿号，通常不用。`,
        en: `The text has 、 between adjoining quotes or titles in ${count} places; usually there is none.`,
      }),
    });
  },
};

/** `“甲”、“乙”、丙、“丁”`: where a member of the list has no quotes, its 、 stay. */
function isMixed(text: string, at: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - REACH), at)
      .split(STOP)
      .at(-1) ?? '';
  const [after = ''] = text.slice(at + 1, at + REACH).split(STOP);
  const members = `${before}、${after}`.split('、');
  const inner = members.slice(1, -1);
  const [first = '', last = ''] = [members[0], members.at(-1)];
  return !/[”》]$/u.test(first) || !/^[“《]/u.test(last) || inner.some((member) => !QUOTED.test(member));
}

const REACH = 200;
const STOP = /[,;:。!?]/u;
const QUOTED = /^(?:“[^“”]*”|《[^《》]*》)$/u;

/** `”、“`, `》、《` */
const PAUSE = /”、“|》、《/gu;
const pausesIn = matching(PAUSE);
