import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';

/** A share of a whole that is said to be more than the whole. */
export const rateOver100: Rule = {
  id: 'rate-over-100',
  name: { zh: '比率超过100%', en: 'Rate over 100%' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '入学率、合格率、占比等不超过100%。',
    en: 'Rates of enrolment, of passing and other shares do not exceed 100%.',
  },
  why: {
    zh: '部分占全体的比率至多为100%，“100%以上”也不成立。增长率、完成率可以超过100%，入学率、参保率可能计入范围以外的人（如毛入学率101.5%），都不在此列。',
    en: 'A part is at most 100% of its whole, so “100% and more” cannot be. Growth and completion may exceed it, and enrolment or insurance may count people from elsewhere (101.5%); these are left alone.',
  },
  examples: [
    {
      bad: '一、目标\n义务教育巩固率达到⟦105%⟧，高血压患者规范管理率提高到⟦165%⟧，适龄儿童入学率保持在⟦100%以上⟧。',
      fixed: '一、目标\n义务教育巩固率达到105%，高血压患者规范管理率提高到165%，适龄儿童入学率保持在100%。',
      good: '一、目标\n义务教育巩固率达到95%，高血压患者规范管理率提高到65%，适龄儿童入学率保持在100%，任务完成率达到120%。',
    },
  ],
  looksAt: (passage) => ratesIn(passage).length > 0,
  beyondProse: true,
  check(_plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const { index, groups } of ratesIn(block)) {
        const { before = '', value = '', above = '' } = groups ?? {};
        const rate = Number(value);
        if (rate < 100 || (rate === 100 && !above)) continue;
        if (GROSS.test(before) && rate > 100 && rate <= MOST_GROSS) continue;
        const from = index + before.length;
        const to = from + value.length + 1;
        const whole = spanIn(block, from, to + above.length);
        if (rate > 100) {
          report(whole, {
            zh: `比率“${value}%”超过100%，请核对。`,
            en: `A rate of ${value}% is more than the whole; please check.`,
          });
          continue;
        }
        report(
          whole,
          {
            zh: '比率不会在100%以上，是否为“100%”？请核对。',
            en: 'A rate cannot be above 100%; is it 100%? Please check.',
          },
          {
            fix: {
              title: { zh: `删去“${above}”`, en: 'Say 100% alone' },
              kind: 'unsafe',
              edits: [{ span: spanIn(block, to, to + above.length), newText: '' }],
            },
          },
        );
      }
    }
  },
};

/** Who is counted and who could be are not the same people: pupils of other ages, residents from elsewhere, two telephones. */
const GROSS = /入[学园]率|参保率|接种率|普及率/u;
const MOST_GROSS = 150;

/** `入学率达到100%以上`: a rate that is bounded by nature, words that lead to its value, the value. */
const RATE =
  /(?<before>(?:(?<!毛)入[学园]率|(?<!拨备|流动性|资[金本产]|利息|利润|偿债|债务|现金|担保|抵押|准备金?)覆盖率|普及率|巩固率|合格率|达标率|及格率|优秀率|优良率|满意率|满意度|知晓率|就业率|升学率|录取率|上线率|通过率|毕业率|出勤率|到课率|参与率|参保率|接种率|持证率|配备率|建档率|公开率|办结率|答复率|处理率|治理率|管理率|及时率|整改率|开课率|公办率|普惠率|近视率|辍学率|绿化率|占比|比重)(?:均|都|全部|稳定|保持|力争|总体|分别){0,2}(?:达到|提高到|提升至|提升到|提高至|保持在|稳定在|控制在|在|达|为|超过|不低于)?)(?<value>\d{1,4}(?:\.\d{1,4})?)%(?<above>及?以上)?/gu;
const ratesIn = matching(RATE);
