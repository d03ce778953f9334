import { describe, expect, it } from 'vitest';
import { missingDeadline } from '../../server/src/core/rules/deadline/missing-deadline.ts';
import { missingLead } from '../../server/src/core/rules/responsibility/missing-lead.ts';
import { check, findingsIn, settingsOf } from './check.ts';

const TASKS = [
  '一、重点任务',
  '1.整治周边环境。清理摊点。',
  '2.加固校舍。逐校检测。',
  '3.培训门卫。请民警授课。',
];
const TITLE = '清溪县2025年校园安全工作方案';

/** Which of the two the document is warned of, where `lines` stand behind the tasks or, under `title`, above them. */
function warned(lines: readonly string[], { title = TITLE, above = false } = {}): string {
  const text = [title, ...(above ? lines : []), ...TASKS, ...(above ? [] : lines)].join('\n');
  const isWarned = [missingLead, missingDeadline].map((rule) =>
    findingsIn(rule, text).some(({ severity }) => severity === 'warning'),
  );
  return ['who', 'when'].filter((_, i) => isWarned[i]).join(' and ');
}

describe('what a whole document answers', () => {
  it.each([
    [['二、责任分工', '（一）执法大队：负责清理招牌。', '（二）市容股：负责审批备案。']],
    [['二、部门职责', '县水利局负责组织协调。', '县委宣传部负责宣传。']],
    [['二、人员分工', '周晓：负责统筹。', '李桐：负责校舍。']],
    [['二、工作分工', '1.第一小组（周晓、李桐）：负责镇区。', '2.第二小组（赵航）：负责各村。']],
    [['责任区划分', '1.东街：执法大队', '2.西街：保洁大队']],
    [['责任分工', '县水利局：用水管理、组织协调', '县住建局：管网改造。']],
    [['二、职责任务', '（一）执法大队。清理招牌。', '（二）市容股。审批备案。']],
    [['二、责任分工', '执法大队：周晓、李桐', '市容股：赵航']],
    [['二、组织实施', '本方案由县教育局牵头组织实施，县住建局抓好落实。']],
    [['二、组织实施', '本方案由县教育局负责组织实施和督查考核。']],
    [['二、明确责任分工', '组织部：人才引进。', '县设施建设中心：加固校舍。']],
    [['以上第1至2项由县教育局负责，第3项由县公安局牵头。']],
  ])('is who does what in a part of its own: %s', (lines) => {
    expect(warned(lines)).toBe('when');
  });

  it.each([
    [['一、党组主体责任', '二、班子成员责任清单'], ''],
    [['一、乡镇政府责任', '二、水利站职责（暂定）'], ''],
    [['一、落实主体责任', '二、强化监管责任'], 'who'],
    [['一、切实履行工作责任', '二、进一步压实党委责任'], 'who'],
    [['一、党组主体责任', '二、重点任务'], 'who'],
  ])('is whose duty the headings name: %s', (heads, expected) => {
    const tasks = ['1.清理河道。12月底前完成。', '2.拆除围堰。10月底前完成。'];
    const text = ['云溪县2026年河湖管护责任清单', ...heads.flatMap((head) => [head, ...tasks])].join('\n');
    const asked = findingsIn(missingLead, text).some(({ severity }) => severity === 'warning');
    expect(asked ? 'who' : '').toBe(expected);
  });

  it.each([
    [['二、工作分工', '各单位按职责抓好落实。', '加强领导，明确专人负责。']],
    [['二、工作职责', '（一）提高认识，统一思想。', '（二）明确牵头单位，靠实责任。']],
    [['二、附则', '本方案由县教育局负责解释。']],
    [['二、附则', '本方案由县安委会办公室负责督查考核。']],
    [['二、附则', '本方案由县教育局牵头修订，统一印发。']],
    [['二、落实工作职责', '（一）成立领导小组。局长任组长。', '（二）建立工作专班。定期会商。']],
    [['二、明确责任分工', '（一）明确责任部门。逐级压实。', '（二）充实工作专班。定期会商。']],
    [['二、保障措施', '实行安全工作责任制。']],
    [['二、职责分工', '各单位负责本辖区。', '校机关承担主体责任。', '书记承担第一责任。']],
    [['二、责任分工', '组长：周晓', '副组长：李桐']],
    [['二、履行职责', '执法大队负责清理招牌。', '市容股负责审批备案。']],
    [['二、附则', '本方案由县教育局负责督促检查。']],
  ])('is not who is responsible at large: %s', (lines) => {
    expect(warned(lines)).toBe('who and when');
  });

  it.each([
    [['附件：1.清溪县校园安全实施细则', '2.清溪县校园安全任务清单']],
    [['附件：清溪县校园安全任务台账']],
    [['附件1：任务责任分解表']],
    [['附：工作配档表']],
    [['附表：任务推进表']],
    [['附件：项目化清单']],
    [['（任务分工表附后）']],
  ])('is an annex that gives the tasks out: %s', (lines) => {
    expect(warned(lines)).toBe('');
  });

  it.each([
    [['附件：校园安全工作方案'], 'who and when'],
    [['附件：学校名单'], 'who and when'],
    [['附件：工作情况统计表'], 'who and when'],
    [['附件：隐患排查工作台账'], 'who and when'],
    [['附件：工作台账（样表）'], 'who and when'],
    [['附件：领导小组成员名单及职责分工'], 'who and when'],
    [['附件：考试时间安排'], 'who and when'],
    [['建立问题台账（格式见附件）。'], 'who and when'],
    [['附件：时间进度表'], 'who'],
    [['附件：1.清溪县校园安全实施细则', '2.清溪县校园安全责任清单'], 'when'],
    [['附件1：责任分解表'], 'when'],
    [['附件：职责分工'], 'when'],
  ])('is half of it, or nothing, in other annexes: %s', (lines, asked) => {
    expect(warned(lines)).toBe(asked);
  });

  it.each([
    [['二、实施步骤', '2025年4月底前，完成动员部署。', '2025年10月底前，完成建设任务。']],
    [
      [
        '二、方法步骤',
        '（一）宣传发动（4月上旬）。召开会议。',
        '（二）组织实施（4月中旬至10月底）。按月调度。',
      ],
    ],
    [['二、工作进度', '4月底前：动员部署', '10月底前：评估验收']],
    [['二、推进计划', '3月动员，4月至10月实施，11月总结。']],
    [['二、实施时间', '2025年全年']],
    [['二、工作要求', '专项工作自4月1日起至10月31日止。']],
    [['二、活动时间', '1.读书节：4月20日至27日', '2.运动会：5月1日至7日', '3.音乐会：5月8日']],
  ])('is when the work goes on: %s', (lines) => {
    expect(warned(lines)).toBe('who');
  });

  it.each([
    ['县政府决定自2025年4月至10月在全县开展整治。'],
    ['从4月1日开始，利用3个月时间集中整治。'],
    ['活动时间：4月10日'],
  ])('is when the work goes on, above it: %s', (line) => {
    expect(warned([line], { above: true })).toBe('who');
  });

  it.each([
    '去年我县集中三个月时间整治违建。',
    '2024年，县委决定自5月至10月开展整治，取得成效。',
    '县政府决定自4月至10月开展专项督查，各校做好迎检。',
    '去年防汛工作自5月1日起至9月30日止。',
  ])('is not when something else went on: %s', (line) => {
    expect(warned([line], { above: true })).toBe('who and when');
  });

  it.each([
    [['二、实施步骤', '先试点，后推广。']],
    [['二、实施步骤', '贯彻7月1日会议精神和8月要求。']],
    [['附表：主要指标', '月份\t1月\t2月\t3月', '雨量\t10\t20\t30']],
    [['二、服务时间', '周一至周五']],
    [['二、服务时间', '全年无休']],
    [['二、活动时间', '1.读书节：另行通知', '2.运动会：5月1日至7日', '3.音乐会：5月8日']],
  ])('is no step or time without a day: %s', (lines) => {
    expect(warned(lines)).toBe('who and when');
  });

  it.each([
    ['项目\t牵头单位\t一季度\t二季度\t三季度\t四季度', '1.新建公厕\t县城管局\t选址\t开工\t完工\t验收'],
    ['序号\t项目\t责任单位\t3月底\t6月底\t9月底\t12月底', '1\t新建公厕\t县城管局\t选址\t开工\t完工\t验收'],
    ['| 项目 | 责任单位 | 上半年进度 | 年底进度 |', '| 1.新建公厕 | 县城管局 | 选址 | 完工 |'],
  ])('is a column for each quarter or month: %s', (head, row) => {
    const rows = [row, row.replace('1', '2').replace('公厕', '车站')];
    const text = ['清溪县2025年重点项目推进计划表', head, ...rows].join('\n');
    expect(findingsIn(missingDeadline, text).filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it('is a heading for each season', () => {
    const told = (...heads: string[]) => {
      const lists = heads.flatMap((head, i) => [`${'一二三四'[i]}、${head}`, `1.清扫街巷${i}。清运队负责。`]);
      const found = findingsIn(missingDeadline, ['清溪县环卫处2025年工作计划', ...lists].join('\n'));
      return found.some(({ severity }) => severity === 'warning');
    };
    expect(told('春季', '夏季', '秋季', '冬季')).toBe(false);
    expect(told('街巷', '河道', '广场', '公园')).toBe(true);
  });

  it.each([
    '周晓同志2025年工作计划',
    '2025年度个人工作计划',
    '我的工作计划',
    '驻村第一书记2025年工作计划',
    '护士长年度工作计划',
    '个人学习计划',
  ])('is who plans for himself: %s', (title) => {
    expect(warned([], { title })).toBe('');
  });

  it.each([
    '清溪县2025年驻村第一书记工作计划',
    '清溪县个人信息保护工作计划',
    '清溪县支部书记培训计划',
    '清溪县驻村干部管理工作计划',
  ])('is not whom a plan is about: %s', (title) => {
    expect(warned([], { title })).toBe('who and when');
  });
});

describe('what else there is to do', () => {
  const head = `清溪县2025年工作计划
1.提高低保标准。（责任股室：救助股；完成时限：7月底前）
2.新建养老服务站。（责任股室：养老股；完成时限：10月底前）`;

  it.each([
    '完成上级交办的其他工作',
    '做好领导交办的其他任务',
    '完成县委、县政府交办的各项工作任务',
    '认真完成领导交办的临时性工作',
    '其他工作',
    '配合相关部门做好其他工作',
  ])('has no day and nobody of its own: %s', (last) => {
    check(missingLead, `${head}\n3.${last}。`);
    check(missingDeadline, `${head}\n3.${last}。`);
    check(missingLead, `${head}\n⟦3.${last}⟧。`, settingsOf('always'));
  });

  it.each(['办好人大交办建议', '办理环保督察组交办事项', '完成危房改造工作', '落实上级部署的重点任务'])(
    'is no task that somebody has to do: %s',
    (last) => {
      check(missingLead, `${head}\n⟦3.${last}⟧。`);
    },
  );
});

describe('where most tasks state it', () => {
  const OWNED = ['清理摊点', '加固校舍', '培训门卫', '检查食堂'].map(
    (task, i) => `${i + 1}.${task}。（责任单位：安全股）`,
  );
  const claimed = (rule: typeof missingLead, ...lines: readonly string[]) =>
    findingsIn(rule, [TITLE, '一、重点任务', ...OWNED, ...lines].join('\n')).filter(
      ({ severity }) => severity === 'warning',
    ).length;

  it('is not asked of the only step of a stage or a month', () => {
    expect(
      claimed(
        missingLead,
        '二、实施步骤',
        '（一）动员阶段（4月）',
        '1.召开会议。',
        '（二）总结阶段（9月）',
        '1.评比。',
      ),
    ).toBe(0);
    expect(claimed(missingLead, '二、逐月安排', '三月：', '1.植树护绿。', '四月：', '1.整理图书。')).toBe(0);
    expect(
      claimed(missingLead, '二、日常任务', '（一）会议', '1.召开会议。', '（二）评比', '1.评比先进。'),
    ).toBeGreaterThan(0);
  });

  it('is not asked of a holiday', () => {
    expect(claimed(missingLead, '5.国庆节放假。', '6.调休上课。')).toBe(0);
    expect(claimed(missingLead, '5.做好国庆节放假。')).toBe(1);
  });

  it('may be said behind a comma', () => {
    const dated = [
      '清理摊点，6月底前完成',
      '加固校舍，8月底前完成',
      '培训门卫，9月底前完成',
      '检查食堂，5月底前完成',
    ];
    const warned = (...more: readonly string[]) =>
      findingsIn(
        missingDeadline,
        [
          TITLE,
          '一、重点任务',
          ...[...dated, ...more].map((task, i) => `${i + 1}.${task}。（责任单位：安全股）`),
        ].join('\n'),
      ).filter(({ severity }) => severity === 'warning').length;
    expect(warned('宣传节俭，全年开展', '巡查校园，长期坚持')).toBe(0);
  });
});
