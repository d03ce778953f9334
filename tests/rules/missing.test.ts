import { describe, expect, it } from 'vitest';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { missingUnit } from '../../server/src/core/rules/responsibility/missing-unit.ts';
import { check, findingsIn } from './check.ts';

/** Nothing is marked: each says which of the rules is silent about it. */
const silent = [
  {
    name: 'a plan without tasks',
    text: '清溪县教育局2025年工作要点\n全年工作的总要求是稳中求进。',
  },
  { name: 'no text at all', text: '' },
  {
    name: 'tasks that a table at the end gives out',
    text: `清溪县2025年校园安全实施方案
一、主要任务
（一）改善设施
1. 检修消防设备。逐校登记，逐项销号。
2.更换老旧电线。暑假里施工。
附件
清溪县校园安全任务分工表
序号\t任务\t牵头单位\t完成时限
1\t检修消防设备\t县教育局\t2025年6月
2\t更换老旧电线\t县教育局\t2025年8月`,
  },
  {
    name: 'steps of the work, numbered as its tasks are',
    text: `清溪县2025年乡村建设工作方案
一、重点任务
1.编制村庄规划。完成三十个村。（责任单位：县自然资源局；完成时限：2025年4月底前）
2.建设农村公路。新建五公里。（责任单位：县交通局；完成时限：2025年5月底前）
二、工作步骤
1.动员部署（2025年2月）。召开动员会。
2.组织实施（2025年3月至11月）。逐村推进。
3.总结验收（2025年12月）。开展验收。`,
  },
  {
    name: 'objectives, review, guidance and safeguards',
    text: `清溪县教育局2024年工作总结和2025年工作计划
一、2024年工作总结
1.学位供给增加。新建幼儿园两所。
二、总体要求
1.坚持公益普惠。把群众满意放在首位。
三、主要目标
1.入学率稳步提高。小学入学率保持百分之百。
四、重点任务
1.改善村小食堂。更新灶具和冰柜。（牵头领导：顾云；责任科室：后勤科；完成时限：2025年8月）
五、保障措施
1.加强督导检查。每月通报一次进度。`,
  },
  {
    name: 'a directory',
    text: `清溪县教育局责任单位名录
一、局领导
1.顾云（职务：局长；分管：办公室）
二、机关科室
1.办公室（负责人：秦川）
2.后勤科`,
  },
  {
    name: 'State-Council clauses with deadlines',
    text: `清溪县2025年教育重点任务分工
一、重点任务
1.整治校园周边环境。清理占道摊点。（县城管局牵头，县教育局、县公安局配合，6月底前完成）
2.补充乡村教师。面向师范院校招聘。（县教育局、县人社局负责，完成时限：2025年8月）
3.保障校车安全。逐辆检测校车。（各乡镇政府负责落实，完成时限：2025年9月）`,
  },
  {
    name: 'labels on lines of their own',
    text: `清溪县教育局2025年工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。
责任单位：安全股，各中小学、幼儿园
完成时间：2025年6月
2.补充乡村教师。面向师范院校招聘。
牵头部门：人事股　　配合部门：计财股
完成时间：2025年8月`,
  },
  {
    name: 'brackets of mixed widths',
    text: `清溪县教育局2025年工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。(责任单位：安全股；完成时限：2025年6月）
2.补充乡村教师。面向师范院校招聘。〔责任单位：人事股；完成时限：2025年8月〕`,
  },
  {
    name: 'a field under the heading, inherited by its tasks',
    text: `清溪县教育局2025年工作要点
一、建设平安校园（责任单位：安全股；完成时限：2025年11月）
1.整治校园周边环境。清理占道摊点。
2.补装监控设备。校门口全部覆盖。`,
  },
] as const;

describe('the three rules are silent about', () => {
  const rules = [missingLead, missingUnit, missingDeadline].map((rule) => [rule.id, rule] as const);

  it.each(silent.flatMap(({ name, text }) => rules.map(([id, rule]) => [name, id, rule, text] as const)))(
    '%s: %s',
    (_name, _id, rule, text) => {
      check(rule, text);
    },
  );
});

describe('missing-lead', () => {
  it.each([
    ['a support', '（责任单位：县城管局）', '（配合单位：县消防救援大队）'],
    ['a blanket clause', '（责任单位：县城管局。以下均需各乡镇政府落实，不再列出）', ''],
  ])('is silent where %s names somebody', (_name, first, second) => {
    check(
      missingLead,
      `清溪县2025年教育重点任务分工
一、重点任务
1.整治校园周边环境。清理占道摊点。${first}
2.开展安全演练。每学期不少于两次。${second}`,
    );
  });

  // Of the tasks each has its hint, of the whole nothing is claimed.
  it.each([
    ['headings that are persons', '一、李明\n⟦1.抓好招商⟧。开工三个。\n二、韩 梅\n⟦2.抓好交通⟧。修路。'],
    ['a column of who speaks', '时间\t活动内容\t主讲人\n9月16日\t⟦教材分析⟧\t周晓\n9月30日\t⟦评课⟧\t林遥'],
    ['a bracket of who speaks', '⟦1.举办讲座⟧。（主讲：周晓）\n⟦2.开展评课⟧。（主持：林遥）'],
  ])('claims nothing where whoever does it may stand in %s', (_name, body) => {
    check(missingLead, `清溪县2025年重点工作安排\n${body}`);
  });

  it('does not take an owner in the prose for a field', () => {
    check(
      missingLead,
      `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（责任单位：安全股）
⟦2.补充乡村教师⟧。由乡镇政府牵头，教育、人社等部门分工负责，面向师范院校招聘。`,
    );
  });

  it('does not take contacts for owners', () => {
    check(
      missingLead,
      `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（责任单位：安全股）
⟦2.补充乡村教师⟧。面向师范院校招聘。（联系人：秦川；联系电话：0550-123）`,
    );
  });

  it('says what is still to be filled in, without a fix', () => {
    const findings = check(
      missingLead,
      `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（牵头领导：顾云；责任科室：安全股）
⟦2.补充乡村教师⟧。面向师范院校招聘。（牵头领导：；责任科室：）`,
    );
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        message: {
          zh: '第2项任务“补充乡村教师”的牵头领导、责任科室尚待填写。',
          en: 'Task 2 “补充乡村教师” has 牵头领导 and 责任科室 still to be filled in.',
        },
        fix: undefined,
      },
    ]);
  });

  it('uses the words of the document', () => {
    const [finding] = check(
      missingLead,
      `清溪县2025年教育工作要点
一、重点任务
（一）整治校园周边环境。清理占道摊点。（牵头部门：县城管局；配合部门：县教育局）
⟦（二）补充乡村教师⟧。面向师范院校招聘。`,
    );
    expect(finding?.message).toEqual({
      zh: '第二项任务“补充乡村教师”未注明牵头部门，同部分2项任务中1项已写明。',
      en: 'Task 二 “补充乡村教师” does not state who is responsible (牵头部门); 1 of the 2 tasks of this part does.',
    });
    expect(finding?.fix?.title).toEqual({
      zh: '补上“牵头部门”，内容待填',
      en: 'Add 牵头部门, to be filled in',
    });
  });

  it('shortens a long title, never within a character', () => {
    const long = '𠮷'.repeat(30);
    const [finding] = check(
      missingLead,
      `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（责任单位：安全股）
⟦2.${long}⟧。面向师范院校招聘。`,
    );
    expect(finding?.message.zh).toBe(
      `第2项任务“${'𠮷'.repeat(24)}…”未注明责任单位，同部分2项任务中1项已写明。`,
    );
  });
});

describe('missing-lead where most name somebody', () => {
  const claimedIn = (text: string) =>
    findingsIn(missingLead, text).filter(({ severity }) => severity !== 'hint');
  const among = (last: string) =>
    `青河县2026年教育工作要点
1.做好招生工作。严格就近入学。（责任科室：基教科）
2.做好招聘工作。严格招聘程序。（责任科室：人事科）
3.做好资助工作。严格资助标准。（责任科室：资助中心）
${last}`;

  it.each([
    '（安全科、基教科）',
    '（督导、教研）',
    '（周晓）',
    '（任课老师负责）',
    '（责任科室；安全科）',
    '（责任科室、安全科）',
    '（责任科室安全科）',
    '（责任科室：：安全科）',
    '（组长：周晓）',
    '由社区志愿者组织实施。',
    '（以上由安全科统筹）',
    '由县体育局主办，各乡镇协办，校医做好保障。',
  ])('is silent where one closes in %s', (bracket) => {
    expect(claimedIn(among(`4.排查隐患。每月检查。${bracket}`))).toEqual([]);
  });

  it.each([
    '',
    '（详见附件1）',
    '（市级项目）',
    '（每学期两次）',
    '（小学阶段）',
    '（联系人：周晓）',
    '（参加对象：一中、二中）',
  ])('finds one that closes in %j', (bracket) => {
    expect(claimedIn(among(`4.排查隐患。每月检查。${bracket}`))).toHaveLength(1);
  });

  it('asks nothing of the others where some say who takes part', () => {
    const findings = check(
      missingLead,
      `⟦青河县第三中学运动会方案⟧
1.拔河。划好场地。（全班参与）
⟦2.跳绳⟧。在操场进行。
⟦3.接力⟧。在跑道进行。
4.广播操。在操场进行。（全体教师参加）`,
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'hint', 'hint']);
  });

  it('claims no unit missing of a plan whose tasks close in persons', () => {
    const text =
      '青河县实验小学后勤工作计划\n1.修剪花木。（王晓、李小云）\n2.更换灯管。责任人：王晓\n3.整理仓库。（李小云）';
    expect(findingsIn(missingUnit, text)).toEqual([]);
  });

  it('claims nothing of a plan whose tasks close in persons who may be words', () => {
    const text =
      '青河县实验小学后勤工作计划\n1.修剪花木。（周晓）\n2.更换灯管。（林遥）\n3.整理仓库。（周晓、林遥）';
    expect(claimedIn(text)).toEqual([]);
  });
});

describe('missing-lead in a table with a cell a line', () => {
  const rows = [
    '1\n修缮老街\n县住建局\n6月底',
    '3\n建成书屋\n县文旅局\n9月底',
    '4\n推广滴灌\n县水利局\n10月底',
  ];
  const [first, ...others] = rows.map((row) => row.replaceAll('\n', ' |\n'));
  const text = (row: string) =>
    ['清溪县2025年任务清单', '序号 |', '任务 |', '责任单位 |', '完成时限 |', first, row, ...others].join(
      '\n',
    );

  it('claims nobody missing of a row that lacks a cell, which may be merged', () => {
    expect(findingsIn(missingLead, `${text('2 |\n更新路灯 |\n8月底 |')} |`)).toHaveLength(0);
  });
});
