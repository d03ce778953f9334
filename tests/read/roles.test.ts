import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, read } from './render.ts';

/** What headings say their sections are for, in a plan for 2026. */
const headings = {
  tasks: [
    ...['重点任务', '主要任务', '重点工作安排', '工作措施', '2026年重点工作', '下一步打算', '下一步工作思路'],
    ...[
      '聚焦高质量发展目标',
      '完成年度绩效指标',
      '围绕目标抓落实',
      '全力完成年度招生目标',
      '持续优化评价指标',
    ],
    ...['健全保障机制改革', '实施教育保障提档行动', '提升教育保障能力', '强化美育工作领导', '营造良好氛围'],
    ...['建立健全体系', '2026年起推行导师制', '明确工作职责', '完善保障制度', '优化考评方式', '扩大资助范围'],
    ...['坚持就近入学原则', '其他工作', '考评内容', '健全职责体系'],
  ],
  objectives: [
    ...[
      '工作目标',
      '总体目标',
      '主要目标',
      '主要目标任务',
      '目标任务',
      '2026年工作目标',
      '发展目标',
      '任务目标',
    ],
    ...['经济社会发展的主要预期目标', '2026年体育工作目标', '空气质量目标', '主要目标指标', '专项整治目标'],
    ...['年度主要目标', '行动目标', '核心指标', '“十五五”时期的主要目标和重点任务'],
  ],
  review: [
    ...[
      '2025年工作总结',
      '2025年全县教育工作开展情况',
      '工作回顾',
      '存在的问题',
      '存在问题和不足',
      '主要成效',
    ],
    ...['学校概况', '基本现状'],
    ...['取得的成绩', '2025年主要工作', '今年以来工作完成情况', '当前形势', '主要做法和成效'],
  ],
  guidance: [
    ...[
      '总体要求',
      '指导思想',
      '工作思路',
      '基本原则',
      '总体思路',
      '总体要求和基本原则',
      '适用范围',
      '支持对象',
    ],
    ...['序言', '引言', '规划背景'],
    ...['2026年总体要求', '重要意义', '总体工作思路', '责任单位名录'],
    ...[
      '招生原则',
      '就近入学原则',
      '申报条件',
      '资助类型和标准',
      '支持内容',
      '名词解释',
      '活动对象',
      '实施范围',
    ],
  ],
  safeguards: [
    ...['保障措施', '组织领导', '组织保障', '加强组织领导', '强化组织领导，压实责任', '工作要求', '组织实施'],
    ...[
      '保障制度',
      '组织体系',
      '工作职责',
      '职责分工',
      '成员单位职责分工',
      '考评方式',
      '评分标准',
      '其他事项',
    ],
    ...['强化保障措施', '加强组织领导和宣传引导', '附则', '有关说明', '有关要求', '成立领导小组'],
  ],
};

describe('roles', () => {
  it.each(
    Object.entries(headings).flatMap(([role, titles]) => titles.map((title) => [title, role] as const)),
  )('%s heads %s', (title, role) => {
    const plan = parse(`某县2026年教育工作计划\n一、${title}\n1.晨读。\n二、其余工作\n2.晚读。`);
    expect(plan.sections[0]).toMatchObject({ title, role });
  });

  it('are inherited by sections and tasks inside', () => {
    const text = `
      某县2025年教育工作总结和2026年教育工作计划
      一、2025年工作总结
      （一）党建工作。有新提高。
      （二）主要措施。都已落实。
      （三）下一步打算
      1.再接再厉。
      二、2026年工作计划
      （一）工作思路。稳中求进。
      （二）工作目标
      1.学位够用。
      （三）主要措施
      1.建校。新建一所。
      三、保障措施
      （一）加强领导。
      （二）加强督导。由督导室实施。（责任科室：督导室）`;
    const expected = `
      §一 2025年工作总结 [review]
        §一 党建工作 [review]
        §二 主要措施 [review]
        §三 下一步打算
          1 再接再厉
      §二 2026年工作计划
        §一 工作思路 [guidance]
        §二 工作目标 [objectives]
          1 学位够用 [objective]
        §三 主要措施
          1 建校
      §三 保障措施 [safeguards]
        §一 加强领导 [safeguards]
        二 加强督导 [safeguards] 责 督导室`;
    expect(read(text)).toBe(plain(expected));
    expect(parse(plain(text)).year).toBe(2026);
  });

  it('are not taken from a heading among tasks whose own tasks have owners', () => {
    const text =
      '一、主要任务\n（一）开齐课程。开足。（教研室负责）\n（二）强化保障\n1.配齐教师。（人事科负责）';
    expect(read(text)).toBe(
      '§一 主要任务\n  一 开齐课程 责 教研室\n  §二 强化保障\n    1 配齐教师 责 人事科',
    );
  });

  it('of aims and tasks, and of parted duties, come from what their items say', () => {
    expect(read('一、目标和任务\n1.办家长学校。上半年完成挂牌。\n2.组建社团。')).toBe(
      '§一 目标和任务\n  1 办家长学校 文 half\n  2 组建社团',
    );
    expect(
      read('一、主要目标\n1.新增学位。\n二、职责分工\n1.建校。（教育局负责）\n2.植树。（林业局负责）'),
    ).toBe(
      '§一 主要目标 [objectives]\n  1 新增学位 [objective]\n§二 职责分工\n  1 建校 责 教育局\n  2 植树 责 林业局',
    );
  });

  it('leave the tasks that a body heads, and the duties that begin with one, to that body', () => {
    expect(read('一、基础教育科\n1.招生。\n二、计划财务科工作\n1.改造。\n2.核拨。（责任人：安平）')).toBe(
      '§一 基础教育科\n  1 招生\n§二 计划财务科工作\n  1 改造\n  2 核拨 牵 安平',
    );
    expect(read('一、基础教育科\n1.招生。\n二、计划财务科工作\n1.改造。')).toBe(
      '§一 基础教育科\n  1 招生 责 基础教育科\n§二 计划财务科工作\n  1 改造 责 计划财务科',
    );
    expect(read('一、分担\n①区公安分局负责核查。\n②区住建局：落实经费。')).toBe(
      '§一 分担\n  ① 区公安分局负责核查 责 区公安分局\n  ② 区住建局 责 区住建局',
    );
    expect(read('一、任务\n1.县图书馆提升。开放。\n2.建设实验室：落实经费。')).toBe(
      '§一 任务\n  1 县图书馆提升\n  2 建设实验室',
    );
  });

  it('are a review where a letter is answered', () => {
    expect(read('某县教育局关于第12号建议办理情况的复函\n一、关于县道\n1.关于路面。')).toBe(
      '§一 关于县道 [review]\n  1 关于路面 [review]',
    );
  });

  it('say what leaves among tasks are', () => {
    const text = '（一）指导思想。立德树人。\n（二）建设校舍。开工。\n（三）加强组织领导。成立专班。';
    expect(read(text)).toBe('§一 指导思想 [guidance]\n二 建设校舍\n§三 加强组织领导 [safeguards]');
  });
});
