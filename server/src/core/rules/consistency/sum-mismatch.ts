import { mayAddUp, sumsIn } from '../../lint/reckoning/sums.ts';
import type { Rule } from '../../lint/rule.ts';
import { flatMapped } from '../../text/flat.ts';

/** A total that its parts do not add up to. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  name: { zh: '合计不符', en: 'Sum does not add up' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '总数与分项之和相等。', en: 'Parts add up to their total.' },
  why: {
    zh: '总数与分项对不上，必有一个数写错；编制、经费、招聘人数以哪个为准，下级无从判断。',
    en: 'Where parts and total differ, one number is wrong, and nobody below can tell which posts or funds are meant.',
  },
  examples: [
    {
      bad: '一、师资\n招聘教师⟦60人⟧（语文20、数学18、英语12）。',
      good: '一、师资\n招聘教师60人（语文20、数学18、英语22）。',
    },
    {
      bad: '一、条件\n1.改造小学8所、初中3所、高中1所，共⟦14所⟧。',
      good: '一、条件\n1.改造小学8所、初中3所、高中1所，共12所。',
    },
    {
      bad: '一、师资\n招聘教师⟦90人⟧，其中小学段60人（语文20、数学18、英语22），初中段40人（语文15、数学25）。',
      good: '一、师资\n招聘教师100人，其中小学段60人（语文20、数学18、英语22），初中段40人（语文15、数学25）。',
    },
    {
      bad: '一、队伍\n干部学历由3名研究生、20名本科优化为⟦5名研究生、16名本科⟧。',
      good: '一、队伍\n干部学历由3名研究生、20名本科优化为5名研究生、18名本科。',
    },
  ],
  looksAt: mayAddUp,
  beyondProse: true,
  check(_plan, report, { paragraphs }) {
    for (const { span, parts, total, sum, kind } of flatMapped(paragraphs, sumsIn)) {
      if (Math.abs(total - sum) < 1e-6) continue;
      if (kind === 'change') {
        report(
          span,
          {
            zh: `变动前各项合计${total}，变动后合计${sum}，相差${difference(total, sum)}，请核对。`,
            en: `The parts add up to ${total} before the change and to ${sum} after it; please check.`,
          },
          { severity: 'info', related: [{ span: parts, message: { zh: '变动前。', en: 'Before.' } }] },
        );
        continue;
      }
      report(
        span,
        {
          zh: `总数为${total}，分项相加得${sum}，相差${difference(total, sum)}，请核对。`,
          en: `The total is ${total}, but the parts add up to ${sum}; please check.`,
        },
        { related: [{ span: parts, message: { zh: '分项。', en: 'The parts.' } }] },
      );
    }
  },
};

function difference(a: number, b: number): number {
  return Math.round(Math.abs(a - b) * 1e6) / 1e6;
}
