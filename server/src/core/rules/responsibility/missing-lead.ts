import { reportMissing } from '../../lint/missing.ts';
import type { Rule } from '../../lint/rule.ts';
import { aloneIn, hasOwnersInCells, inRow, namesUnlisted, partiesIn } from '../../lint/unlisted.ts';
import { isScattered, namesSomebody } from '../../plan/tasks.ts';
import { once } from '../../text/memo.ts';

/** A task for which nobody is named: no lead, no responsible unit, no support. */
export const missingLead: Rule = {
  id: 'missing-lead',
  name: { zh: '缺责任主体', en: 'Nobody responsible' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '每项任务都注明由谁牵头或负责。',
    en: 'Every task says who leads it or is responsible for it.',
  },
  why: {
    zh: '没有责任主体的任务无人认领，也无从督查。同部分的任务大多写明了，漏写的一项多半是起草时的疏忽；全文都没有这种习惯，则多在另发的分工方案中，所以只在标题上提醒一次。报告、意见、若干措施、函、指南、办法、职责分工、政策解读本来就不写，不作要求；条目多是条件、材料而不是要做的事，或结构残缺看不清的，也不提醒。责任主体写在没有登记的标签后面（跟进科室：办公室）的，也不断言缺漏；本单位的标签可以登记在设置里。',
    en: 'A task that belongs to nobody is done by nobody, and nobody can be asked about it. Where most tasks of the same part name somebody, the one that does not was mostly forgotten; where there is no such habit, the names are mostly in another document, so the title alone is marked. Reports, opinions, measures of support, letters, guides, regulations, standing duties and what explains a plan name nobody and are not asked, nor is a text whose items are conditions or materials, or whose structure is lost. Where names stand behind a label that is not known, nobody is claimed to be missing; the settings take labels of your own.',
  },
  examples: [
    {
      bad: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '⟦3.开放运动场地⟧。周末向附近居民开放操场。',
      ].join('\n'),
      fixed: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '3.开放运动场地。周末向附近居民开放操场。（牵头领导：；责任科室：）',
      ].join('\n'),
      good: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '3.开放运动场地。周末向附近居民开放操场。（牵头领导：林晓岚；责任科室：体卫艺科）',
      ].join('\n'),
    },
    {
      bad: ['⟦石桥镇中心小学2024年工作计划⟧', '一、重点工作', '⟦1.建好班级图书角⟧。每班不少于一百册。'].join(
        '\n',
      ),
      fixed: [
        '石桥镇中心小学2024年工作计划',
        '一、重点工作',
        '1.建好班级图书角。每班不少于一百册。（责任单位：）',
      ].join('\n'),
      good: [
        '石桥镇中心小学2024年工作计划',
        '一、重点工作',
        '1.建好班级图书角。每班不少于一百册。（责任单位：教务处）',
      ].join('\n'),
    },
  ],
  check: (plan, report, context) => {
    const named = once(() => partiesIn(plan));
    reportMissing(plan, report, context, {
      rule: 'missing-lead',
      english: 'who is responsible',
      // Who takes part (全班参与) makes no habit of saying who sees to it.
      states: ({ leads, units }) => leads.length + units.length > 0,
      lacks: (task) => !namesSomebody(task) && !isScattered(plan, task),
      mayBeIn: hasOwnersInCells(plan) ? maySayWho : maySayWhoInRows,
      mayStandIn: (passage) => aloneIn(passage).some((names) => names.every((name) => named().has(name))),
    });
  },
};

const maySayWho = (words: string) => SOME_LABEL.test(words) || namesUnlisted(words);
const maySayWhoInRows = (words: string) => maySayWho(words) || inRow(words, 'all');

/** Labels, as a pattern. */
const LABEL = '(?:责任|牵头|主责|主办|承办)(?:单位|部门|科室|处室|股室|领导)';

/** What a bracket behind a task says that names nobody: 详见附件1, 新建项目, 每学期一次, 年底前完成, 义务教育阶段. */
const ASIDE =
  '[^()]{0,12}(?:见附|详见|附[件表]|另行|[试新续]|项目|指标|实事|除外|为准|略|[国省市县区校]级|每|阶段|学期|假期|[年月季][初末底内]|全年|长期)';

/**
 * `要责任单位：基教科`, `（责任科室；基教科）`: a label that is damaged was not read, and its owner is there all the same; so is one
 * in prose that was not, `各学校落实值班`, `…由党委、政府负责。`, and one in a closing bracket of names, `…。（督导、教研）`, `…（安全科）`.
 */
const SOME_LABEL = new RegExp(
  [
    `${LABEL} ?: ?[々〇㐀-鿿𠀀-𲎯]`,
    `[([〔【]${LABEL}(?:[;,、.—]{1,2} ?)?(?!${LABEL}|配合|完成)[々〇㐀-鿿𠀀-𲎯]{2}`,
    '(?:^|[。;.、)])\\s?各[々〇㐀-鿿]{1,6}(?:负责|落实)',
    '[([〔【;][々〇㐀-鿿𠀀-𲎯]{0,6}(?:[组校院园所队站馆局]长|主任|[老教]师|成员|书记|委员|主讲人?|执教|主持人?) ?: ?[々〇㐀-鿿𠀀-𲎯]',
    '由[^。;,]{2,20}(?:(?:负责|牵头)[。\\s]*$|[主承]办)|由[^。;,、]{2,20}组织实施[。\\s]*$|(?:以上|上述)[^。;,()]{0,8}由[々〇㐀-鿿]{2}',
    `[。;] ?[([〔【](?!${ASIDE})[々〇㐀-鿿𠀀-𲎯]{2,10}(?:[、,;/ ][々〇㐀-鿿𠀀-𲎯]{2,10}){0,8}[)\\]〕】]。?$`,
    '[([〔【][々〇㐀-鿿𠀀-𲎯、,; ]{0,40}(?:[局委办科股室处组会]|中心|负责|牵头)[)\\]〕】]$',
  ].join('|'),
  'u',
);
