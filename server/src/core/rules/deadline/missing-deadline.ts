import { datesOthers } from '../../lint/answered.ts';
import { datedByHeading } from '../../lint/habit.ts';
import { reportMissing } from '../../lint/missing.ts';
import type { Rule } from '../../lint/rule.ts';
import { asking } from '../../plan/citing.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { isSpanned } from '../../plan/tasks.ts';
import { fold } from '../../text/fold.ts';
import { once } from '../../text/memo.ts';

/** A task without any day by which it is to be done, neither in a field nor in its words. */
export const missingDeadline: Rule = {
  id: 'missing-deadline',
  name: { zh: '缺完成时限', en: 'Missing deadline' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '每项任务都注明完成时限。',
    en: 'Every task says by when it is to be done.',
  },
  why: {
    zh: '没有时限的任务无法排期，也无从判断是否逾期。正文中写明的时间（如“8月底前完成”）同样算数，只有目标年份（如“到2025年全覆盖”）不算。同部分的任务大多写明了时限，漏写的一项就单独提醒；全文都没有这种习惯，只在标题上提醒一次；报告、意见、若干措施、函、指南、办法、职责分工、政策解读不作要求；分阶段安排了时间的，条目多是条件、材料的，或结构残缺看不清的，也不提醒。',
    en: 'A task without a deadline cannot be scheduled and is never late. A time in its words counts too (“8月底前完成”), but a target year alone (“到2025年全覆盖”) does not. Where most tasks of the same part have a deadline, the one that has none is marked; where there is no such habit, the title alone; reports, opinions, measures of support, letters, guides, regulations, standing duties and what explains a plan are not asked, nor is a plan that is phased as a whole, one whose items are conditions or materials, or a text whose structure is lost.',
  },
  examples: [
    {
      bad: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。',
        '责任单位：校产科',
        '完成时间：2024年8月',
        '2.配齐图书馆员。每校至少一名。',
        '责任单位：人事科',
        '完成时间：2024年9月',
        '⟦3.开放运动场地⟧。周末向附近居民开放操场。',
        '责任单位：体卫艺科',
      ].join('\n'),
      fixed: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。',
        '责任单位：校产科',
        '完成时间：2024年8月',
        '2.配齐图书馆员。每校至少一名。',
        '责任单位：人事科',
        '完成时间：2024年9月',
        '3.开放运动场地。周末向附近居民开放操场。',
        '责任单位：体卫艺科',
        '完成时间：',
      ].join('\n'),
      good: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。',
        '责任单位：校产科',
        '完成时间：2024年8月',
        '2.配齐图书馆员。每校至少一名。',
        '责任单位：人事科',
        '完成时间：2024年9月',
        '3.开放运动场地。周末向附近居民开放操场。',
        '责任单位：体卫艺科',
        '完成时间：2024年5月',
      ].join('\n'),
    },
    {
      bad: [
        '⟦石桥镇中心小学2024年工作计划⟧',
        '一、重点工作',
        '⟦1.建好班级图书角⟧。每班不少于一百册。（责任单位：教务处）',
      ].join('\n'),
      fixed: [
        '石桥镇中心小学2024年工作计划',
        '一、重点工作',
        '1.建好班级图书角。每班不少于一百册。（责任单位：教务处；完成时限：）',
      ].join('\n'),
      good: [
        '石桥镇中心小学2024年工作计划',
        '一、重点工作',
        '1.建好班级图书角。每班不少于一百册。（责任单位：教务处；完成时限：6月底前）',
      ].join('\n'),
    },
  ],
  check: (plan, report, context) => {
    const stages = once(() => tasksOfYears(plan));
    const othersDated = once(() => datesOthers(plan));
    reportMissing(plan, report, context, {
      rule: 'missing-deadline',
      english: 'a deadline',
      states: (task) => task.deadline !== undefined && !datedByHeading(plan, task),
      lacks: (task) =>
        task.deadline === undefined &&
        task.proseDeadlines.length === 0 &&
        !isSpanned(task, 'deadline') &&
        !othersDated() &&
        !stages().includes(task),
      mayBeIn: maySayWhen,
    });
  },
};

/** The tasks that are each a year of a plan over several years: that says by when. */
function tasksOfYears({ tasks }: Plan): readonly Task[] {
  const found = tasks.filter((task) => yearOf(task) !== undefined);
  return new Set(found.map(yearOf)).size > 1 ? found : [];
}

const yearOf = asking((title): string | undefined => {
  const { before, behind } = YEAR_OF.exec(fold(title))?.groups ?? {};
  return before ?? behind;
});

/** `2026年：巩固提升。`, `巩固提升年（2026年）` */
const YEAR_OF = /^(?<before>20\d\d) ?年度?(?:$|[:(])|\((?<behind>20\d\d) ?年度?\)$/u;

const maySayWhen = (words: string) => SOME_TIME.test(words);

/**
 * `今年4月，组织…`, `上半年组织好`, `年中召开`, `秋收结束前`, `教师节前后`, `“七一”前后`, `本学期配齐`, `第3周进行`, `毕业典礼前`, `上午：颁奖`: a time
 * that may or may not be the day by which it is done; 年终考核 and 下周边 are none.
 */
const SOME_TIME = new RegExp(
  [
    String.raw`\d{1,2} ?月|(?<![每\d一二三四五六七八九十])[一二三四五六七八九十]{1,2}月|(?<!\d)\d{1,2}[日号]前`,
    '[上下]半年|[一二三四1-4]季度|[年月季]底|年[初中末](?!级)|年终(?!考|评|奖|绩效|目标|述|决算|总结)|每(?:半?[年月]|[周季旬]|[一两二三四六]个?[周月]|学[期年])',
    '学期[初中末]|[本下]学期|上学期(?=开展|组织|举|召|完成|进行)|本学年|[寒暑][假期]|期[初中末](?![考测])|开学[初后时]',
    '第 ?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:教学)?周(?![年期岁])|[本下]周(?:[一二三四五六日天末内]|(?=[,。]))',
    '前\\)|(?:[节日汛冬夏考收种暑] ?|(?<![请休销准病事])假 ?|[开放]学|[退轮]休|考试|典礼|结束|来临|到来|开始)(?:之|以)?前(?!往|来|置|教|[端沿线])',
    '[节日”]前后|(?:节|国庆|元旦|五一”?)(?:期间|前夕)|(?:清明|劳动|青年|儿童|端午|教师|中秋|国庆|重阳|元宵)节,?(?=开展|组织|举|进行|慰问|走访)|入[汛冬夏春秋]',
    '(?<=[,;])(?:全年|常年|长期|持续|常态化)(?:开展|推进|实施|坚持|落实|进行|组织|抓好|保持)?[。;(]',
    '(?:早[上晨]|上午|中午|下午|傍晚|晚上|课间):',
  ].join('|'),
  'u',
);
