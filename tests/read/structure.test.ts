import { describe, expect, it } from 'vitest';
import { plain, read } from './render.ts';

/** What is a section, a task or a measure besides what its number says: what stands there, and how it is read. */
const structures: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    'two plans in one text, each from 一、',
    `
      一、夯实基础
      1.建设校舍。
      二、保障措施
      成立专班。
      城北区学校阅读行动方案
      一、重点任务
      1.建设书房。`,
    `
      §一 夯实基础
        1 建设校舍
      §二 保障措施 [safeguards]
      §一 重点任务
        1 建设书房`,
  ],
  [
    'a summary and a plan under headings without numbers',
    `
      清河县教育局2025年工作总结和2026年工作计划
      2025年工作总结
      一、保障有力
      1.改造校舍。两所完工。
      2026年工作计划
      一、强化保障
      1.改造校舍。再改造两所。（责任单位：计财科）`,
    `
      § 2025年工作总结 [review]
        §一 保障有力 [review]
          1 改造校舍 [review]
      § 2026年工作计划
        §一 强化保障
          1 改造校舍 责 计财科`,
  ],
  [
    'the plan half under 工作思路',
    `
      清河县教育局2025年工作总结和2026年工作计划
      一、2025年工作成效
      1.校舍更新。
      二、2026年工作思路
      1.改造校舍。
      2.培训教师。`,
    `
      §一 2025年工作成效 [review]
        1 校舍更新 [review]
      §二 2026年工作思路
        1 改造校舍
        2 培训教师`,
  ],
  [
    'the demands of a letter that issues a plan',
    `
      清河县教育局关于印发2026年教育工作要点的通知
      各中小学：
      现将《2026年教育工作要点》印发给你们，并就有关事项通知如下：
      一、提高站位。各校要主动作为。
      二、细化分解。各校要压实责任。
      清河县教育局
      2026年3月5日
      2026年教育工作要点
      一、办好学校
      1.建设校舍。（责任单位：计财科）`,
    `
      §一 办好学校
        1 建设校舍 责 计财科`,
  ],
  [
    'the tasks of a notice that holds them',
    `
      清河县教育局关于做好2026年校园安全工作的通知
      各学校：
      现将校园安全工作要点印发给你们，请认真落实。
      一、开展隐患排查。各学校要逐栋排查。
      二、强化安全教育。每周一课。`,
    `
      一 开展隐患排查
      二 强化安全教育`,
  ],
  [
    'when, where and who of an event',
    `
      清河县2026年教师节活动方案
      一、活动时间为2026年9月1日至9月10日。
      二、活动地点为县体育馆和各中小学校。
      三、参加人员为全县教师。`,
    `
      §一 活动时间为2026年9月1日至9月10日
      §二 活动地点为县体育馆和各中小学校
      §三 参加人员为全县教师`,
  ],
  [
    'the demands of a letter that comes without its plan',
    `
      清河县人民政府办公室关于印发2026年重点工作任务分解表的通知
      各镇人民政府：
      《2026年重点工作任务分解表》已经县政府同意，现印发给你们，请遵照执行。
      一、高度重视。各单位要夯实责任。
      二、主动作为。各单位要强化协作。
      附件：2026年重点工作任务分解表
      2026年3月5日`,
    `
      §一 高度重视 [safeguards]
      §二 主动作为 [safeguards]`,
  ],
  [
    'headings that run on behind the preamble and before their tasks',
    `
      清河县教育局2026年工作要点
      办好每一所学校，为建设教育强县而努力。一、加强党的建设1.抓好学习。每周一次。2.抓好作风。每月一查。
      二、办好学校1.改造校舍。
      2.配齐教师。`,
    `
      §一 加强党的建设
        1 抓好学习
        2 抓好作风
      §二 办好学校
        1 改造校舍
        2 配齐教师`,
  ],
  [
    'other tasks, and other notes',
    `
      一、重点工作
      1.晨读。
      二、其他
      2.整理书架。
      三、其他
      1.本计划自印发之日起施行。
      2.联系人：周晓。`,
    `
      §一 重点工作
        1 晨读
      §二 其他
        2 整理书架
      §三 其他 [safeguards]
        1 本计划自印发之日起施行 [safeguards]
        2 联系人 [safeguards]`,
  ],
  [
    'titles that begin with a figure, and figures that begin no task',
    `
      1.加强网格治理。完善机制。
      2.12345热线提质行动。缩短时限。（责任单位：市信访局）
      3.5G网络建设。补齐盲区。
      4.推进普惠托育。新增托位
      2.5万个。
      5.配齐教师。`,
    `
      1 加强网格治理
      2 12345热线提质行动 责 市信访局
      3 5G网络建设
      4 推进普惠托育
      5 配齐教师`,
  ],
  [
    'measures that run on behind the title, or are closed by brackets',
    `
      1.继续实施扶贫行动一是争取资金。二是落实项目。三是扩大范围。
      2.深化改革。（1）落实多证合一。（市工商局牵头负责）（2）完善登记。（市数据局牵头负责）`,
    `
      1 继续实施扶贫行动 措 一、二、三
      2 深化改革 牵 市工商局、市数据局 措 1、2`,
  ],
  [
    'items that say what the tasks are for',
    `
      一、把握总体原则
      1.指导思想。全面贯彻教育方针。
      2.工作目标。管理体制更加健全。
      3.加强培训。每年培训百人。
      二、现状与问题
      1.意识淡薄。`,
    `
      §一 把握总体原则
        1 指导思想 [guidance]
        2 工作目标 [objective]
        3 加强培训
      §二 现状与问题 [review]
        1 意识淡薄 [review]`,
  ],
  [
    'parts with chapters in them',
    `
      清河县教育三年行动计划
      第一部分：基本情况
      第一章 学校概况
      1.基础较好。成绩突出。
      第二部分：重点任务
      第二章 教学
      1.抓好阅读。`,
    `
      §一 基本情况 [review]
        §一 学校概况 [review]
          1 基础较好 [review]
      §二 重点任务
        §二 教学
          1 抓好阅读`,
  ],
  [
    'a sentence under 一、 beside others that run on',
    `
      清河县爱国卫生工作计划
      一、巩固卫生城市成果，重点治理城乡结合部。
      二、以灭鼠为重点，做好防制工作。争取专项经费。
      三、开展爱国卫生月活动。围绕主题开展宣传。`,
    `
      一 巩固卫生城市成果，重点治理城乡结合部
      二 以灭鼠为重点，做好防制工作
      三 开展爱国卫生月活动`,
  ],
  [
    'headings that spaces part from their text',
    `
      一、总体要求  认真学习贯彻上级的工作部署，办好每一所学校。
      二、重点任务
      （一）强基固本，忠诚教育　　学校将坚定不移地加强政治忠诚教育。`,
    `
      §一 总体要求 [guidance]
      §二 重点任务
        一 强基固本，忠诚教育`,
  ],
  [
    'a size in front, and a closing paragraph behind',
    `
      6.99 KB
      清河县实验小学2026年工作计划
      一、重点工作
      1.抓好阅读。
      综上所述，12月底前全面提高质量。`,
    `
      §一 重点工作
        1 抓好阅读`,
  ],
  [
    '一、 each with an owner and nothing numbered below',
    `
      一、办公空间。免费提供。（责任单位：国资委）
      二、人才公寓。租金减半。
      三、启动资金。最高十万元。（责任单位：财政局）
      四、附则
      本措施由财政局解释。`,
    `
      一 办公空间 责 国资委
      二 人才公寓
      三 启动资金 责 财政局
      §四 附则 [safeguards]`,
  ],
  [
    'owned paragraphs without numbers under one heading',
    `
      一、支持平台建设
      培育平台。给予补助。（责任单位：经信局）
      推动上云。发放券。（责任单位：财政局）
      二、支持人才
      培养人才。开展培训。（责任单位：人社局）`,
    `
      §一 支持平台建设
        · 培育平台 责 经信局
        · 推动上云 责 财政局
      §二 支持人才
        · 培养人才 责 人社局`,
  ],
  [
    'headings and tasks that end in a colon',
    `
      一、主要工作：
      （一）德育工作：
      1、开好班会：每周一次。
      2、办好家长学校：
      （二）阅读工作：
      1、晨读；`,
    `
      §一 主要工作
        §一 德育工作
          1 开好班会
          2 办好家长学校
        §二 阅读工作
          1 晨读`,
  ],
  [
    'a heading that goes on behind a colon',
    `
      一、空间布局：一核引领、两翼齐飞
      （一）建设核心：集聚资源，打造样板。
      （二）建设两翼：协同发展。`,
    `
      §一 空间布局：一核引领、两翼齐飞
        一 建设核心
        二 建设两翼`,
  ],
  [
    'markdown headings, bullets and bold labels',
    `
      ## 一、重点任务
      ### （一）扩大学位
      - 1.新建学校。**责任单位**：项目办
      - **2.改建学校**
      **牵头单位：** 基建科`,
    `
      §一 重点任务
        §一 扩大学位
          1 新建学校 责 项目办
          2 改建学校 牵 基建科`,
  ],
  [
    'residue before the number',
    `
      一、重点工作
      [bookmark: _GoBack]1.抓好阅读。
      • 2.抓好书写。`,
    `
      §一 重点工作
        1 抓好阅读
        2 抓好书写`,
  ],
  [
    'parts, each with a role of its own',
    `
      第一部分 2025年工作总结
      一、主要工作
      （一）晨读。已成习惯。
      第二部分 2026年工作计划
      一、重点工作
      ★（一）晚读。逐步推开。`,
    `
      §一 2025年工作总结 [review]
        §一 主要工作 [review]
          §一 晨读 [review]
      §二 2026年工作计划
        §一 重点工作
          一 晚读`,
  ],
  [
    'numbers in a box between tasks',
    `
      （一）引进首店。支持。（商务局负责）
      专栏1 品牌培育工程
      1.品牌行动。开展。
      2.首店行动。开展。
      （二）发展夜市。支持。（文旅局负责）`,
    `
      一 引进首店 责 商务局
      二 发展夜市 责 文旅局`,
  ],
  [
    'tasks that run on behind a box',
    `
      （一）引进首店
      1.首店行动。开展。
      专栏1 品牌培育工程
      培育品牌。
      2.夜市行动。开展。`,
    `
      §一 引进首店
        1 首店行动
        2 夜市行动`,
  ],
  [
    'measures: 一是, ——, ①, and an ordinal that is none',
    `
      一、重点工作
      1.抓好阅读。一是晨读；二是晚读。
      2.抓好书写。
      ——每周一练。
      ——每月一评。
      3.抓好计算。①口算；②笔算。
      4.抓好实验。一是一，二是二不分。
      5.抓好劳动。重点是：1.种菜；2.养花。`,
    `
      §一 重点工作
        1 抓好阅读 措 一、二
        2 抓好书写 措 ——、——
        3 抓好计算 措 ①、②
        4 抓好实验 措 一、二
        5 抓好劳动 措 1、2`,
  ],
  [
    'slogans, figures and times that are no numbers',
    `
      一、重点工作
      一、二年级不留书面作业。
      1.抓好阅读。
      2.5万册图书上架。
      10:30开始大课间。
      三会一课常态化。
      2.抓好书写。`,
    `
      §一 重点工作
        1 抓好阅读
        2 抓好书写`,
  ],
];

describe('structure', () => {
  it.each(structures)('%s', (_name, text, expected) => {
    expect(read(text)).toBe(plain(expected));
  });
});
