import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';

/** What all rules but those on missing fields say of a text. */
function said(text: string): readonly string[] {
  const judged = rules.filter(({ id }) => !id.startsWith('missing-'));
  return lint(parse(text), judged, defaultSettings).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
}

/** A plan with `body` as the words of its first task. */
function planWith(body: string): string {
  return `松岭镇2024年教育工作要点\n一、重点任务\n1.做好当前工作。${body}\n2.开放操场。周末向居民开放。`;
}

describe('what is right in numbers, names, dates and sums stays silent', () => {
  it.each([
    [
      'a count in a heading with its number',
      '一、实施三大行动\n（一）产业提升行动。培养企业家。\n（二）科技创新行动。引进人才。\n（三）城乡一体行动。选派村官。',
    ],
    [
      'numbers of two levels, each in a form of its own',
      '一、提高质量\n1.抓好教研。每周一次。\n2.搞好建设。改善条件。\n3.抓好德育。开好班会。\n4.抓好体育。办好运动会。\n二、更新观念\n（一）开展学习\n1、读书。每月一本。',
    ],
    [
      'titles that begin with a figure',
      '一、重点任务\n10.设立岗位。设立五十个。\n11.121人才梯队项目。培养后备人才。\n12.培养博士后。培养四百名。',
    ],
    [
      'numbers in the cells of tasks that begin anew in each month',
      '月份\t重点工作\t责任科室\n3月\t1.召开会议\t办公室\n\t2.检查开学\t督导室\n4月\t1.排练节目\t团委\n\t2.布置展厅\t教研室',
    ],
  ])('%s', (_name, body) => {
    expect(said(`松岭镇2024年教育工作要点\n${body}\n`)).toEqual([]);
  });

  it.each([
    '50名80后后备干部参加了培训。',
    '严格落实“三会一课”制度。',
    '深刻领会“两个确立”的决定性意义。',
    '实现“一年能胜任、三年成骨干、五年带徒弟”的目标。',
    '构建“1+1+N”培养模式，形成1所领航学校。',
    '完成“两高四初十小十五幼”布局，推进一高两初三小四幼建设。',
    '文件编号为松教〔2021〕1号，见松教发〔2024〕12号。',
    '会议于10:09开始，16:30结束。',
    '网址为https://www.example.edu.cn/a/b-c_1.html，邮箱为abc@example.cn。',
    '索引编号11370300004224677M/2022-5300729由办公室保管。',
    '健全县、区、校三级教研联动机制。',
    '2022年3月7日召开动员会，9月30日总结。',
    '依据《学校管理条例（试行）》（2023年修订），加强管理（含幼儿园）。',
  ])('%s', (body) => {
    expect(said(planWith(body))).toEqual([]);
  });

  it.each([
    [
      'lists of the number that is declared',
      '推进学前、小学、初中、高中四大工程，抓好教学、科研等两个方面，落实“甲乙、丙丁、戊己”三大行动。',
    ],
    [
      'a list that 等 leaves open',
      '推动东关、西关、北关等7条道路建设，改造水池、泵站5个，新建食堂、宿舍三项。',
    ],
    [
      'lists whose last entry is joined',
      '做好手机、作业、读物、睡眠和体质“五个”管理，抓好课程、活动、文化和队伍四个方面。',
    ],
    [
      'lists with brackets and quotes in them',
      '落实国家、省（区、市）、县三大层面责任，推进“一校一品、一校多品”、阅读、书法三大活动。',
    ],
    [
      'lists in quotes whose last entry may be one',
      '按“现状、目标、存在问题和发展思路”三个部分汇报，分为“甲区、乙区、东丙地和西丁地”四个片区。',
    ],
    ['quantities', '用时三个月、五个工作日，满意度提高两个百分点，培育项目三个以上。'],
    ['two levels and three in one clause', '形成市、县两级示范区和市、县、镇三级示范园的格局。'],
    ['a count that nothing stands beside', '围绕“六大战略”，统筹实施三大攻坚，办好十件实事。'],
    ['a count of what was done', '获评6个三年行动计划，新增2个项目。'],
    [
      'rates that may exceed 100%',
      '毛入学率达到105%，高中阶段入学率101.5%，幼儿入园率达到102%，任务完成率达到120%，收入增长率达到130%，流动性覆盖率达到120%，入学率达到100%，合格率保持在98%以上。',
    ],
    ['sums that add up', '招聘教师60人（语文20、数学18、英语22），改造小学8所、初中3所，共11所。'],
    [
      'numbers that count nothing',
      '安排教室2间（A101、A102），设考点2个（一中1、二中3），配备车辆3台（甲5、乙6、丙7）。',
    ],
    ['parts that are not all', '培训教师300人，其中党员40人、团员30人，新建学校5所（含幼儿园2所）。'],
    [
      'brackets that are no parts',
      '投入8.04亿元（其中县级5亿元、市级1亿元、其他1亿元），面积500平方米（长25米、宽20米）。',
    ],
    [
      'spans of years',
      '落实三年行动计划（2022—2024年），五年规划（2021—2025年），“十四五”时期（2021—2025年）。',
    ],
    [
      'slogans that differ on purpose',
      '推行“县管校聘”改革、“局管校聘”改革。落实“十三五”规划目标。编制“十四五”规划目标。开展“春季攻势”专项行动。开展“夏季攻势”专项行动。实施“四个一批”建设项目。实施“五个一批”建设项目。',
    ],
    [
      'slogans of which one word differs',
      '实施“头雁领航”工程建设。打造“书香校园”建设品牌。实施“群雁领航”工程建设。打造“墨香校园”建设品牌。',
    ],
    ['two slogans in one sentence', '巩固“四个一”工程成果，启动“五个一”工程成果展示。'],
    [
      'titles that differ in words',
      '印发《学校体育工作方案》《学校美育工作方案》《学校美育工作方案（试行）》。',
    ],
    ['ages and lengths of time', '开设18月龄至36月龄托班，工期18个月，0—36月龄全覆盖。'],
    ['leap days', '2024年2月29日前完成统计，2月29日报送。'],
  ])('%s', (_name, body) => {
    expect(said(planWith(body))).toEqual([]);
  });

  it('一、 followed by 1., and numbers that run on', () => {
    const text =
      '一、规范办学\n1.开齐课程。按表上课。\n2.管好作业。控制总量。\n二、改善条件\n3.改造校舍。更换门窗。\n4.开放操场。周末开放。\n三、配强队伍\n5.补充教师。公开招聘。';
    expect(said(text)).toEqual([]);
  });

  it('numbers that begin anew in each section, under objectives and in lists of measures', () => {
    const text = [
      '一、主要目标\n1.办学更规范。\n2.条件更完善。',
      '二、工作内容\n（一）规范办学\n1.开齐课程。按表上课。\n（1）上好体育课。\n（2）上好美术课。\n2.管好作业。控制总量。\n（1）统筹数量。\n（2）分层布置。',
      '（二）改善条件\n3.改造校舍。一是更换门窗；二是更换照明。\n4.开放操场。一是定好时间；二是配好人员；三是管好安全。',
    ].join('\n');
    expect(said(text)).toEqual([]);
  });

  it('a second plan in the same file', () => {
    const plan = '松岭镇2024年教育工作要点\n一、规范办学\n开齐开足课程。\n二、改善条件\n改造老旧校舍。';
    expect(said(`${plan}\n${plan.replace('工作要点', '实施方案')}`)).toEqual([]);
  });

  it('an appendix and a second half that have numbers of their own', () => {
    const notice = '关于做好校舍改造的通知\n各学校：\n一、请各校于3月底前报送计划。';
    const scheme = '一、改造目标\n更换门窗，逐校验收。';
    expect(said(`${notice}\n附件1\n松岭镇2024年校舍改造方案\n${scheme}`)).toEqual([]);
    expect(said(`${notice}\n附件1\n松岭镇2024年校舍改造方案\n${scheme}\n二、改造内容\n更换照明。`)).toEqual(
      [],
    );
    const halves = (plan: string) =>
      `松岭镇2023年工作总结和2024年工作计划\n2023年工作总结\n一、条件改善\n更换了门窗。\n2024年工作计划\n${plan}`;
    expect(said(halves(scheme))).toEqual([]);
    expect(said(halves(`${scheme}\n三、改造内容\n更换照明。`))).toEqual(['number-gap: 三']);
  });

  it('a list inside a task whose numbers are far on, and phases that two schemes share', () => {
    const list = (next: number) =>
      ['一、重点任务', '1.开放操场。', '2.修缮校舍。', '3.补充教师。', `${next}.登记造册。`].join('\n');
    expect(said(list(6))).toEqual(['number-gap: 6']);
    expect(said(list(14))).toEqual([]);
    const scheme = (work: string) =>
      `一、${work}方案\n（一）动员部署阶段（2026年3月）。印发通知。\n（二）总结评比阶段（2026年9月）。公布结果。`;
    expect(said(`松岭镇2026年教育工作要点\n${scheme('书香校园')}\n${scheme('文明班级')}`)).toEqual([]);
  });

  it('circled numbers of which some share a line', () => {
    const games = (...lines: string[]) => said(['一、比赛项目', ...lines].join('\n'));
    expect(games('①跳绳 ②拔河 ③踢毽', '④跑步 ⑤跳远')).toEqual([]);
    expect(games('①跳绳', '②拔河', '④跑步')).toEqual(['number-gap: ④']);
  });

  it('numbers that a bracket adds up', () => {
    expect(said(planWith('种植6675亩（其中：1830+3850+745+200+50）。'))).toEqual([]);
    expect(said(planWith('种植6675亩（其中：1830+3850+745+280+50）。'))).toEqual(['sum-mismatch: 6675亩']);
    expect(said(planWith('建成3个中心（1+1+N）。'))).toEqual([]);
  });

  it('a whole that stands before its parts and behind them', () => {
    const summed = (words: string) => said(planWith(words));
    expect(summed('改造管网190公里，燃气85公里、供水60公里、排水45公里，合计190公里。')).toEqual([]);
    expect(summed('新增床位310张：县医院100张、中医院120张、妇幼90张，共310张。')).toEqual([]);
    expect(summed('建设小学10所、初中4所、高中6所，共20所。')).toEqual([]);
    expect(summed('管网190公里，燃气85公里、供水60公里、排水45公里，合计180公里。')).toEqual([
      'sum-mismatch: 180公里',
    ]);
    expect(summed('检查5000户，其中城东2100户、城西1700户、城北1100户，共计5000户。')).toEqual([
      'sum-mismatch: 5000户',
    ]);
  });

  it('parts that overlap, but not places that are more than all there is', () => {
    const summed = (words: string) => said(planWith(words));
    expect(summed('项目42个，其中政策类8个、财政类10个、投资类12个。')).toEqual([]);
    expect(summed('项目42个，其中政策类8个、财政类20个、投资类16个。')).toEqual([]);
    expect(summed('项目42个，其中城关镇8个、柳河镇20个、青河镇16个。')).toEqual(['sum-mismatch: 42个']);
    expect(summed('项目42个，其中工业项目20个、亿元项目8个、新建项目30个。')).toEqual([]);
    expect(summed('交流320人，其中校长20人、骨干教师120人、普通教师200人。')).toEqual([
      'sum-mismatch: 320人',
    ]);
    expect(summed('培训90人，其中女教师60人、党员20人、骨干教师40人。')).toEqual([]);
  });

  it('headings whose content stands behind a colon', () => {
    const lines = ['一、重点任务', '1.开放操场。', '二、活动时间：11月6日下午', '三、活动地点：操场'];
    expect(said(lines.join('\n'))).toEqual([]);
  });

  it('spaces that part a heading from its text, a label from its value, the halves of a motto', () => {
    const lines = [
      '1.编制目的 有效防御台风，保障师生安全。',
      '1.4.1 坚持统一领导。',
      '内容概述 现将《松溪县读书任务分解表》印发给你们，请认真抓好落实，并就有关事项通知如下：',
      '发文字号 松政办函',
      '温馨团队 心手相牵',
    ];
    expect(
      said(`松岭县防台风工作方案\n${lines.join('\n')}`).filter((one) => one.startsWith('stray')),
    ).toEqual([]);
    expect(said(planWith('有效防御 台风，保障师生安全。'))).toEqual(['stray-space:  ']);
  });

  it('counts that stand beside others or are parts', () => {
    const titles = ['校舍改造', '操场改造', '食堂改造', '宿舍改造'];
    const items = (noun: string) =>
      titles.map((title, i) => `${i + 1}.${title}${noun}。分年完成。`).join('\n');
    const declaring = (words: string, noun: string) => said(`一、重点工程\n${words}\n${items(noun)}`);
    expect(declaring('实施重点项目4个，其中新建3个项目、续建1个项目。', '项目')).toEqual([]);
    expect(declaring('共有4项工程，其中新建三项工程。', '工程')).toEqual([]);
    expect(declaring('实施三项新建工程和一项续建工程。', '工程')).toEqual([]);
    expect(declaring('实施三项工程。', '工程')).toEqual(['declared-count: 三项']);
  });

  it('counts of items that stand below several headings', () => {
    const plan = (opening: string, ...numbers: readonly number[]) => {
      const titles = ['更换门窗', '配齐教师', '检查食堂', '开放操场', '维修校车', '公开账目'];
      const tasks = titles.map((title, i) => `${numbers[i]}.${title}。逐项落实。`);
      const lines = ['一、校舍', ...tasks.slice(0, 2), '二、师资', ...tasks.slice(2, 4), '三、经费'];
      return said([`松岭镇2024年教育工作要点${opening}`, ...lines, ...tasks.slice(4)].join('\n'));
    };
    const [on, anew] = [
      [1, 2, 3, 4, 5, 6],
      [1, 2, 1, 2, 1, 2],
    ];
    for (const numbers of [on, anew]) {
      expect(plan('\n重点做好以下6项工作：', ...numbers)).toEqual([]);
      expect(plan('\n重点做好以下三项工作：', ...numbers)).toEqual([]);
      expect(plan('（共6项）', ...numbers)).toEqual([]);
      expect(plan('\n抓好三个方面6项工作。', ...numbers)).toEqual([]);
      expect(plan('\n抓好五个方面8项工作。', ...numbers)).toEqual([]);
      // 县里确定三大类36项任务, and 15项指标 of last year, are none of those below.
      expect(plan('\n抓好三个方面8项工作。', ...numbers)).toEqual([]);
    }
    expect(plan('\n重点做好以下8项工作：', ...on)).toEqual(['declared-count: 8项']);
    expect(plan('\n（共8项）', ...on)).toEqual(['declared-count: 8项']);
  });

  it('counts in brackets behind headings, where those of others tell that they count tasks', () => {
    const plan = (count: string, other = '（1项）') =>
      `松岭镇2024年教育工作要点\n一、校舍（${count}）\n1.更换门窗。逐校落实。\n2.检查食堂。逐校落实。\n二、师资${other}\n3.配齐教师。逐校落实。`;
    expect(said(plan('2项'))).toEqual([]);
    expect(said(plan('共8项'))).toEqual(['declared-count: 8项']);
    // 一、承接下放事项（26项）
    expect(said(plan('26项', ''))).toEqual([]);
    expect(said(plan('26件', '（5件）'))).toEqual([]);
  });

  it('a plan by months in which a task comes again', () => {
    const month = (name: string, more: string) =>
      `${name}\n1.召开教研组长会议。布置工作。\n2.${more}。逐项落实。`;
    const months = (first: string, second: string) =>
      said(`松岭镇2024年教育工作计划\n${month(first, '检查开学准备')}\n${month(second, '组织期中测试')}`);
    expect(months('三月份', '四月份')).toEqual([]);
    expect(months('（一）3月：', '（二）4月：')).toEqual([]);
    expect(months('第一季度', '第二季度')).toEqual([]);
  });

  it('a list inside an item of another list', () => {
    const text =
      '一、指标\n1.覆盖率\n逐年提高。\n2.满意率\n查看以下材料：\n1.是否建立制度。\n2.是否配齐人员。\n3.续约率\n逐年提高。';
    expect(said(text)).toEqual([]);
  });

  it('the review part of a summary-and-plan document', () => {
    const text = [
      '松岭镇2023年工作总结和2024年工作计划',
      '一、2023年工作完成情况',
      '1.办学条件明显改善。2023年8月底前完成校舍改造，满意度提升明显。',
      '二、2024年工作计划',
      '1.开放操场。周末开放。（责任单位：体卫艺科；完成时限：2024年5月）',
    ].join('\n');
    expect(said(text)).toEqual([]);
  });

  it('deadlines that go on, recur or reach to a target year', () => {
    const field = (when: string, i: number) =>
      `${i + 1}.第${i + 1}项工作要做好。责任到人。（责任单位：校产科；完成时限：${when}）`;
    const whens = [
      '长期坚持',
      '每月25日前',
      '2024年10月底前完成并持续推进',
      '2024年秋季学期开学前',
      '2023—2024年',
      '全年',
      '随项目进度',
      '次年1月20日前',
      '2023年12月底（已完成）',
    ];
    expect(
      said(
        `松岭镇2024年教育工作要点\n一、任务\n${whens.map(field).join('\n')}\n松岭镇教育办公室\n2024年3月12日`,
      ),
    ).toEqual([]);
  });

  it('leaders and units that are named once, elided prefixes, and sub-offices', () => {
    const fields = [
      '（牵头单位：县教育局、财政局；配合单位：县公安局、县公安局交通管理局）',
      '（牵头单位：县财政局；责任单位：县医院、县中医院，各镇、街道）',
      '（牵头领导：林晓岚、周明；责任科室：基教科、职教科）',
      '（牵头科室：教育股；责任科室：教育督导股、安全股、安全应急股）',
      '（责任单位：教育股）',
    ];
    expect(
      said(
        `一、任务\n${fields.map((field, i) => `${i + 1}.办好第${i + 1}件事。抓好落实。${field}`).join('\n')}`,
      ),
    ).toEqual([]);
  });

  it('a title without the region that the notice names', () => {
    const issued = (named: string, title: string) =>
      said(
        `${title}的通知\n各学校：\n现将《${named}》印发给你们，请认真落实。\n${title}\n一、任务\n1.开放操场。周末开放。`,
      );
    expect(issued('东川省教育厅2024年工作要点', '省教育厅2024年工作要点')).toEqual([]);
    expect(issued('2024年石桥县教育工作要点', '2024年教育工作要点')).toEqual([]);
    expect(issued('石桥县教育规划》任务分工印发，见《附件', '石桥县教育规划任务分工')).toEqual([]);
    expect(issued('2024年石桥县教育工作要点', '2024年石桥县教学工作要点')).toEqual([
      'signature-mismatch: 《2024年石桥县教育工作要点》',
    ]);
  });

  it('a signature that is broken over two lines, and one that is fuller than the title', () => {
    const notice = (signature: string) =>
      `石桥县教育督导委员会办公室关于印发2024年工作要点的通知\n各学校：\n请认真落实。\n${signature}\n2024年3月1日\n2024年工作要点\n一、任务\n1.开放操场。周末开放。`;
    expect(said(notice('石桥县教育\n督导委员会办公室'))).toEqual([]);
    expect(said(notice('东川市石桥县教育督导委员会办公室'))).toEqual([]);
    expect(said(notice('县教育督导委员会办公室'))).toEqual(['signature-mismatch: 县教育督导委员会办公室']);
  });
});
