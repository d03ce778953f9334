import { describe, expect, it } from 'vitest';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { check, findingsIn } from './check.ts';

describe('missing-deadline', () => {
  const head = `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。（责任单位：安全股；完成时限：2025年6月）`;

  it.each([
    ['a day in the prose', '2.补充乡村教师。面向师范院校招聘，8月底前完成。'],
    ['a vague deadline', '2.补充乡村教师。面向师范院校招聘。（责任单位：人事股；完成时限：尽快）'],
    [
      'an impossible deadline',
      '2.补充乡村教师。面向师范院校招聘。（责任单位：人事股；完成时限：2025年13月）',
    ],
    ['an open deadline', '2.补充乡村教师。面向师范院校招聘。（责任单位：人事股；完成时限：长期坚持）'],
    ['a bare deadline', '2.补充乡村教师。面向师范院校招聘。（县教育局负责，2025年8月底前完成）'],
  ])('is satisfied by %s', (_name, task) => {
    check(missingDeadline, `${head}\n${task}`);
  });

  it.each([
    [
      'a target year alone',
      '⟦2.补充乡村教师⟧。面向师范院校招聘，到2027年实现村小全覆盖。（责任单位：人事股）',
    ],
    [
      'how long homework takes',
      '⟦2.控制作业总量⟧。初中每天书面作业完成时间不超过90分钟。（责任单位：基教股）',
    ],
    ['an empty field', '⟦2.补充乡村教师⟧。面向师范院校招聘。（责任单位：人事股；完成时限：）'],
    ['a draft placeholder', '⟦2.补充乡村教师⟧。面向师范院校招聘。（责任单位：人事股；完成时限：XX）'],
  ])('is not satisfied by %s', (_name, task) => {
    check(missingDeadline, `${head}\n${task}`);
  });

  it('is not claimed where the cell of whoever does it is merged with the one above', () => {
    const text = (owner: string) =>
      [
        '清溪县2025年任务清单',
        '| 序号 | 任务 | 责任单位 | 完成时限 |',
        '| 1 | 修缮老街 | 县住建局 | 6月底 |',
        `| | 更新路灯 | ${owner} | |`,
        '| 2 | 建成书屋 | 县文旅局 | 9月底 |',
        '| 3 | 推广滴灌 | 县农业农村局 | 10月底 |',
      ].join('\n');
    expect(findingsIn(missingDeadline, text(''))).toHaveLength(0);
    expect(findingsIn(missingDeadline, text('县城管局'))).toHaveLength(1);
  });

  it.each([
    '第4周园务工作计划（3月6日——3月10日）',
    '第三、四周园务工作安排',
    '清溪县第一小学本周工作安排',
    '一周工作安排（9.14-9.18）',
    '9月14日—18日工作安排',
    '清溪县教育局2025年5月工作要点',
    '小班三月份工作计划',
    '德育工作计划（9月）',
    '教学工作安排（4月1日—4月30日）',
    '清溪县教育局第三季度重点工作任务',
    '清溪县第一小学寒假工作安排',
    '“五一”假期重点工作安排',
    '清溪县2025年“安全生产月”活动方案',
    '清溪县“质量月”和“质量清溪行”活动方案',
    '清溪县宪法宣传周工作方案',
    '清溪县国际档案日宣传活动方案',
    '清溪县植树节活动方案',
    '清明祭扫安全工作方案',
    '“3·15”消费维权宣传活动方案',
    '清溪县2025年春运保障工作方案',
    '“十一”黄金周旅游安全工作方案',
    '清溪县高考期间安全保障工作方案',
    '清溪县暑期安全防范方案',
    '清溪县汛期安全生产工作方案',
    '清溪县今冬明春火灾防控工作方案',
    '清溪县春季造林工作计划',
    '清溪县百日攻坚行动方案',
    '清溪县节水专项行动方案（2025年4月—10月）',
  ])('asks the plan of a week, a month, a quarter or a holiday for no day as a whole: %s', (title) => {
    expect(warningsFor(title)).toEqual([]);
  });

  it.each([
    '第2周期校舍改造工作要点',
    '第4—6周园务工作计划',
    '2025年1—8月工作计划',
    '2025年9月至2026年1月工作计划',
    '2025年第一、二季度工作要点',
    '清溪县第一小学寒暑假工作安排',
    '清溪县2025年工作要点（2025年3月）',
    '2024年12月工作总结及2025年工作计划',
    '贯彻落实全县5月会议精神任务分工方案',
    '校庆十一周年工作安排',
    '12个月攻坚行动计划',
    '关于落实2025年3月全国两会精神的重点任务分工方案',
    '清溪幼儿园春季学期工作计划（2025年2月）',
    '清溪县4月火灾事故整改工作方案',
    '清溪县落实带薪休假期限工作方案',
    '清溪县2025年十月革命纪念馆建设工作计划',
    '清溪县校园安全一周两查工作方案',
    '清溪县项目双周调度工作方案',
    '清溪县第一小学春季工作计划',
    '清溪县明月镇工作要点',
    '清溪县关键环节专项整治方案',
    '清溪县节假日值班工作方案',
    '清溪县主题党日活动计划',
    '清溪县幼儿园一日活动方案',
    '清溪县日常工作计划',
    '清溪县节水行动实施方案',
    '长春市校舍改造工作要点',
    '清溪县高考改革工作方案',
    '“5·12”地震灾后重建工作方案',
    '清溪县汛期督查反馈问题整改方案',
    '清溪县校园安全三年行动计划（2025年1月—2027年12月）',
    '清溪县冬季运动管理中心2025年工作要点',
    '清溪县三秋镇2025年工作要点',
    '清溪县读书月活动办2025年工作计划',
    '清溪县旭日工作站2025年工作计划',
    '清溪县防火和汛期防灾工作要点',
    '清溪县校园安全专项整治方案（2025年1月—12月）',
  ])('asks any other for one: %s', (title) => {
    expect(warningsFor(title)).toEqual(['全文3项任务均未注明完成时限。']);
  });

  it.each([
    '年终进行评估。',
    '上午：颁发奖状。',
    '开学初公布。',
    '放假前清点。',
    '期中考试前测完。',
    '毕业典礼前布置。',
    '本周五前上传。',
    '第17周进行。（第17周）',
    '本学年配齐。',
    '教师节开展慰问。',
    '国庆期间值班。',
    '20日前报总务处。',
  ])('does not claim that a time of school life is missing: %s', (said) => {
    expect(warningsIn(habitual(`2.补充乡村教师。${said}`))).toEqual([]);
  });

  it.each([
    '纳入年终考核。',
    '清理楼下周边。',
    '总结上学期经验。',
    '办好三周年庆典。',
    '请假前须审批。',
    '与年终评优挂钩。',
  ])('claims it where no time is said: %s', (said) => {
    check(missingDeadline, habitual(`⟦2.补充乡村教师⟧。${said}`));
  });

  it('counts no task that says a time which may be its day', () => {
    const said = (tasks: readonly string[]) =>
      warningsIn(`清溪县第一小学安全工作计划\n${tasks.map((task, i) => `${i + 1}.${task}`).join('\n')}`);
    const timed = ['排查校舍。于每月25日前上报。', '开展演练。每半年疏散一次。', '配齐器材。本学期配齐。'];
    expect(said([...timed, '培训门卫。请民警授课。'])).toEqual([]);
    const others = ['培训门卫。请民警授课。', '粉刷围墙。刷漆两遍。', '更换门锁。换锁六把。'];
    expect(said([...timed, ...others])).toEqual(['全文6项任务中有3项未注明完成时限。']);
  });

  it.each([
    '未注明完成时限的，均为2025年12月底前完成。',
    '（注：未标注完成时间的任务均须于年底前完成）',
    '备注：凡没有明确时限的工作，完成时限均为12月底前。',
    '如无特别说明，完成时限均为2025年12月底前。',
    '说明：1.未注明时限的任务均须于12月底前完成。2.牵头单位要抓好落实。',
    '未标明时间的11底前完成。',
    '凡未明确完成时限的任务，原则上均于2025年12月31日前完成。',
  ])('is satisfied by the day of all that name none, above and below: %s', (said) => {
    const [title = '', ...tasks] = habitual('2.补充乡村教师。面向师范院校招聘。').split('\n');
    check(missingDeadline, [title, said, ...tasks].join('\n'));
    check(missingDeadline, [title, ...tasks, said].join('\n'));
  });

  it.each([
    '清理未明确完成时限的合同，11月底前整改。',
    '对未按时限要求完成的单位，12月通报。',
    '未注明来源的，一律清退。',
    '以下任务完成时限另行通知。',
    '以下各项任务均为2025年度重点工作。',
    '以下任务均纳入年度考核。',
    '对没有明确完成时限的任务，各单位要倒排工期，3月底前报送时间表。',
    '没有规定办理时限的事项，8月底前全部公布时限。',
    '对没有规定时限的事项，6月底前完成清理。',
  ])('is not satisfied by what is said of others: %s', (said) => {
    const last = `6.清理合同。${said}（责任单位：法规股；完成时限：2025年9月底前）`;
    const [title = '', ...tasks] = habitual('⟦2.补充乡村教师⟧。面向师范院校招聘。').split('\n');
    check(missingDeadline, [title, ...tasks, last].join('\n'));
    check(missingDeadline, [title, said, ...tasks].join('\n'));
    check(missingDeadline, [title, ...tasks, said].join('\n'));
  });

  it('takes the years of a plan over several, each a task, for days by which they are done', () => {
    const text = (...stages: string[]) => `清溪县校园安全三年行动方案（2025—2027年）
一、重点任务
1.加固校舍。逐校检测。（完成时限：2026年10月底前）
2.改造消防。更换管道。（完成时限：2027年11月底前）
3.整治食堂。更新灶具。（完成时限：2027年6月底前）
二、实施步骤
${stages.join('\n')}`;
    check(
      missingDeadline,
      text('1.集中整治年（2025年）。摸清底数。', '2.巩固提升年（2026年）。创建示范校。'),
    );
    check(missingDeadline, text('（一）2025年：集中整治。', '（二）2026年：巩固提升。'));
    check(missingDeadline, text('⟦1.整治成果（2025年）⟧。摸清底数。', '⟦2.创建示范校⟧。逐校验收。'));
  });

  it('counts no task that opens with a time which may not be its own', () => {
    const findings = findingsIn(
      missingDeadline,
      `清溪县2025年教育工作要点
一、重点任务
1.整治校园周边环境。清理占道摊点。
2.补装监控设备。校门口全部覆盖。
3.10月份各校自评，12月份接受认定。
4.开展测评。第三季度全县通报。`,
    ).filter(({ severity }) => severity === 'warning');
    expect(findings.map(({ message }) => message.zh)).toEqual(['全文4项任务中有2项未注明完成时限。']);
  });

  it('counts the tasks without one where no field states any', () => {
    const findings = check(
      missingDeadline,
      `⟦清溪县2025年教育工作要点⟧
一、重点任务
⟦1.整治校园周边环境⟧。清理占道摊点。
2.补充乡村教师。面向师范院校招聘，8月底前完成。
⟦3.补装监控设备⟧。校门口全部覆盖。`,
    );
    expect(findings.map(({ severity, message }) => [severity, message.zh])).toEqual([
      ['warning', '全文3项任务中有2项未注明完成时限。'],
      ['hint', '第1项任务“整治校园周边环境”未注明完成时限。'],
      ['hint', '第3项任务“补装监控设备”未注明完成时限。'],
    ]);
  });

  it.each([
    '一、活动时间\n2025年6月1日至6月30日',
    '一、活动时间：6月1日至30日',
    '一、时间要求\n各校于6月底前完成。',
    '一、活动时间和主题：\n活动时间：6月1日至30日。\n活动主题：人人讲安全。',
    '一、活动时间及地点\n2025年6月1日至6月30日，文化馆',
    '一、时间、地点\n时间：6月10日\n地点：文化馆',
    '一、活动日期：6月10日',
    '一、比赛时间：第8周',
    '活动时间：2025年6月1日至6月30日',
    '时间：6月1日—6月30日',
  ])('asks no day of a plan with a section that dates the whole: %s', (dated) => {
    const tasks = ['启动仪式', '设置咨询台', '开展宣讲', '发动举报'].map(
      (title, i) => `⟦（${'一二三四'[i]}）${title}⟧。分头组织。（责任单位：安全股）`,
    );
    const findings = check(
      missingDeadline,
      `清溪县2025年“安全生产月”活动方案\n${dated}\n二、活动内容\n${tasks.join('\n')}\n（五）应急演练。6月25日前完成。`,
    );
    expect(findings.map(({ severity }) => severity)).toEqual(Array(4).fill('hint'));
  });

  it.each([
    '上述问题均已在去年12月底前完成整改。',
    '以上企业均须于3月底前完成改造。',
    '三、会议时间\n3月5日上午九点召开动员会。',
    '三、工作时间和要求\n上午八点上班。\n3月起打卡。\n每周检查。',
    '三、时限和要求\n各站3月10日前报送方案。\n方案报县府办。',
    '三、时间、地点\n动员会于3月10日召开。\n地点：礼堂。',
    '活动时间：3月10日。',
    '三、保修期限\n自12月起两年。',
  ])('hears no day for all tasks in what speaks of something else: %s', (said) => {
    const task = (title: string, owner: string) => `${title}。逐处落实。（责任单位：${owner}）`;
    const findings = check(
      missingDeadline,
      `⟦清溪县2025年水利工作要点⟧
一、重点任务
1.清理河道。逐段清理。（责任单位：水利局；完成时限：6月底前）
⟦2.${task('种植树木⟧', '林业局')}
⟦3.${task('修缮桥梁⟧', '交通局')}
⟦4.${task('修缮道路⟧', '交通局')}
5.修缮隧道。逐处修缮。（责任单位：交通局；完成时限：6月底前）
${said}`,
    );
    expect(findings.map(({ severity }) => severity)).toContain('warning');
  });

  it('claims nothing of a plan most of whose tasks say a time that may be their day', () => {
    const findings = check(
      missingDeadline,
      `清溪县2025年教育工作要点
一、重点任务
⟦1.举办采摘节⟧。于9月20日前后开园。
⟦2.开展体检⟧。秋收结束前开展。
⟦3.召开会议⟧。年中召开一次。
⟦4.表彰教师⟧。教师节前后开展。
⟦5.补装监控设备⟧。校门口全部覆盖。
⟦6.补充乡村教师⟧。面向师范院校招聘。
⟦7.整治校园周边环境⟧。清理占道摊点。
⟦8.疏通沟渠⟧。入汛前疏通。`,
    );
    expect(findings.map(({ severity }) => severity)).toEqual(Array(8).fill('hint'));
  });

  it('takes 学前教育 for no time', () => {
    const findings = check(
      missingDeadline,
      '清溪县2025年教育工作要点\n⟦1.发展学前教育⟧。加快普惠。（责任单位：学前股）\n2.更换课桌。（责任单位：装备股；完成时限：4月底前）\n3.配备校医。（责任单位：体卫股；完成时限：5月底前）',
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('makes no habit of the days of stages', () => {
    const stages = '第一阶段：3月，动员\n1.开会。\n2.发文。\n第二阶段：4月—6月，整治\n1.检查门店。';
    expect(warningsIn(`清溪县2025年方案\n一、内容\n${stages}\n二、其他\n1.更新名录。`)).toEqual([]);
  });
});

/** A list of which most tasks state a deadline, with one more. */
function habitual(task: string): string {
  const stated = ['修缮校舍。', '更换课桌。', '配备校医。'].map(
    (title, i) => `${i + 3}.${title}逐项落实。（责任单位：计财股；完成时限：2025年9月底前）`,
  );
  return [
    '清溪县2025年教育工作要点',
    '1.检修校车。逐辆检修。（责任单位：安全股；完成时限：2025年8月底前）',
    task,
    ...stated,
  ].join('\n');
}

function warningsFor(title: string): readonly string[] {
  return warningsIn(`${title}\n1.讨论计划。\n2.召开例会。\n3.整理图书。`);
}

function warningsIn(text: string): readonly string[] {
  return findingsIn(missingDeadline, text)
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message.zh);
}
