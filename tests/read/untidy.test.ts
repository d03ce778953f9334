import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, read } from './render.ts';

/** Texts whose numbers, lines or lists are not as a style guide has them, and how they are read all the same. */
const untidy: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    'a number that only its neighbours show, whatever its mark',
    `
      一、重点任务
      1.改造校舍。（责任单位：计财科）
      2，推广阅读。（责任单位：语委办）
      3：培训教师。（责任单位：人事科）
      4 排查校车安全。（责任单位：安全科）
      5。发放资助。
      二，能力建设
      l.做好宣传。
      2、3所学校建成操场
      3.100%完成改造。（责任单位：办公室）
      三、应急值守
      1.24小时专人值守。`,
    `
      §一 重点任务
        1 改造校舍  责 计财科
        2 推广阅读  责 语委办
        3 培训教师  责 人事科
        4 排查校车安全  责 安全科
        5 发放资助
      §二 能力建设
        l 做好宣传
        2 3所学校建成操场
        3 100%完成改造  责 办公室
      §三 应急值守
        1 24小时专人值守`,
  ],
  [
    'figures at the head of a line that goes on with the one above',
    `
      一、重点任务
      （一）建设校舍。新增学位
      2.5万个，改造面积
      1.2万平方米。
      （二）配齐教师。2026年
      12 月底前，招聘教师
      3 百名，培训
      4 千人次。`,
    `
      §一 重点任务
        一 建设校舍
        二 配齐教师  文 ../2026-12-31 month`,
  ],
  [
    'decimal numbers without a space, and numbers over 999',
    `
      1 总则
      1.1建立台账。（责任科室：甲科）
      1.2完善制度。
      2 任务
      2.1组织检查。（责任科室：乙科）
      999.推广阅读。
      1000.培训教师。`,
    `
      §1 总则
        1.1 建立台账  责 甲科
        1.2 完善制度
      §2 任务
        2.1 组织检查  责 乙科
      999 推广阅读
      1000 培训教师`,
  ],
  [
    'a list ahead of the first heading',
    `
      工作原则：
      （1）坚持育人。
      （2）坚持安全。
      一、改善条件
      1.改造图书室。（责任单位：计财股）
      二、提升质量
      1.开展听评课。`,
    `
      §一 改善条件
        1 改造图书室  责 计财股
      §二 提升质量
        1 开展听评课`,
  ],
  [
    '1. above （一） where it goes on behind it',
    `
      1.教育
      （一）改造校舍。（责任单位：甲科）
      （二）推广阅读。（责任单位：乙科）
      2.卫生
      （一）改造医院。（责任单位：丙科）`,
    `
      §1 教育
        一 改造校舍  责 甲科
        二 推广阅读  责 乙科
      §2 卫生
        一 改造医院  责 丙科`,
  ],
  [
    'a table of contents, a box and footnotes',
    `
      目 录
      一、总体要求
      二、重点任务
      一、总体要求
      办好教育。
      二、重点任务
      （一）改造校舍。完成三栋①。
      专栏1 重点工程
      （一）校舍工程。
      （二）操场工程。
      （二）推广阅读。覆盖全部学校②。
      ①指教学楼。
      ②指义务教育学校。
      （三）培训教师。`,
    `
      §一 总体要求 [guidance]
      §二 重点任务
        一 改造校舍
        二 推广阅读
        三 培训教师`,
  ],
  [
    '节 below 章, and a number alone on its line',
    `
      第一章 夯实基础
      第一节 校舍
      1.改造校舍。
      第二章
      提升质量
      第一节 教研
      1.集体备课。`,
    `
      §一 夯实基础
        §一 校舍
          1 改造校舍
      §二 提升质量
        §一 教研
          1 集体备课`,
  ],
  [
    'headings alone over paragraphs',
    `
      清河县第二中学2026年工作计划
      一、狠抓德育
      召开主题班会，开展志愿服务。
      二、活动时间
      5月至6月，共两个月。
      三、狠抓教学
      落实教学常规，开展推门听课。`,
    `
      一 狠抓德育
      §二 活动时间 [guidance]
      三 狠抓教学`,
  ],
  [
    'a sentence of its own above the numbered ones',
    `
      一、重点任务
      抓好招生。（责任单位：基教科）
      1.规范入学。
      2.推进分班。（责任单位：人事科）
      二、其他任务
      （责任单位：办公室）
      3.做好宣传。`,
    `
      §一 重点任务
        · 抓好招生  责 基教科
        1 规范入学
        2 推进分班  责 人事科
      §二 其他任务
        3 做好宣传  责 办公室`,
  ],
  [
    'introductions that say who does all below them',
    `
      一、推动创业
      激发活力。（发展改革委牵头，科技部负责）
      1.强化支撑。
      2.开放平台。
      二、推动制造
      提升水平。（工业和信息化部牵头）
      1.发展智能制造。`,
    `
      §一 推动创业
        1 强化支撑  牵 发展改革委  责 科技部
        2 开放平台  牵 发展改革委  责 科技部
      §二 推动制造
        1 发展智能制造  牵 工业和信息化部`,
  ],
  [
    'fields that stand once behind the last item of every section',
    `
      一、开展调查
      （一）年度计划。按时完成。
      （二）具体措施
      1.选用队伍。
      2.加强联系。
      责任科室：调查科
      完成时限：2026年12月底前
      二、推进登记
      1.制定文件。
      2.印发方案。
      责任科室：登记科
      完成时限：2026年10月底前`,
    `
      §一 开展调查
        一 年度计划  责 调查科  时 ../2026-12-31 month
        §二 具体措施
          1 选用队伍  责 调查科  时 ../2026-12-31 month
          2 加强联系  责 调查科  时 ../2026-12-31 month
      §二 推进登记
        1 制定文件  责 登记科  时 ../2026-10-31 month
        2 印发方案  责 登记科  时 ../2026-10-31 month`,
  ],
  [
    'bullets with and without an owner',
    `
      一、重点任务
      • 新增学位三百个。责任单位：学前股
      • 改造食堂三所。责任单位：计财股
      • 推广整本书阅读。`,
    `
      §一 重点任务
        · 新增学位三百个  责 学前股
        · 改造食堂三所  责 计财股
        · 推广整本书阅读`,
  ],
  [
    'problems to be put right, each with its measures',
    `
      问题一：校舍老化。
      整改措施：更换线路。
      整改时限：2026年6月底前
      责任领导：张三
      问题二：台账不全。
      整改措施：
      1.建立台账。
      2.完善制度。
      整改时限：2026年7月底前
      责任领导：李四`,
    `
      一 校舍老化  牵 @张三  时 ../2026-06-30 month
      二 台账不全  牵 @李四  时 ../2026-07-31 month
        - 1 建立台账
        - 2 完善制度`,
  ],
  [
    'paragraphs that close the text',
    `
      一、重点任务
      1.改造校舍。（责任单位：甲科；完成时限：6月底）
      2.推广阅读。
      各科室要认真组织实施，于12月底前报送总结。
      本要点自印发之日起施行。`,
    `
      §一 重点任务
        1 改造校舍  责 甲科  时 ../2026-06-30 month
        2 推广阅读`,
  ],
  [
    'marks of Markdown',
    `
      # 一、**重点任务**
      **1.改造校舍**。（责任单位：**甲科**；完成时限：**6月底前**）
      2. **推广阅读**：开展活动。
      **责任单位**：**乙科**
      **完成时限**：**9月底前**`,
    `
      §一 重点任务
        1 改造校舍  责 甲科  时 ../2026-06-30 month
        2 推广阅读  责 乙科  时 ../2026-09-30 month`,
  ],
  [
    'items on one line, each closed by its owner',
    `
      一、重点任务（一）改造校舍。具体措施：1．开展排查。（责任单位：甲科）2．2026年6月底前完成改造。（责任单位：乙科）（二）推广阅读。`,
    `
      §一 重点任务
        §一 改造校舍
          1 开展排查  责 甲科
          2 2026年6月底前完成改造  责 乙科  文 ../2026-06-30 month
        二 推广阅读`,
  ],
  [
    'cells of several lines, with and without quotation marks, and a row of totals',
    `
      序号\t任务\t责任单位\t完成时限
      1\t"改造食堂
      推进""明厨亮灶"""\t"计财科
      安全科"\t9月底
      2\t推广阅读：
      评选书香校园；
      开展诵读。\t语委办\t10月底
      合  计\t2项`,
    `
      1 改造食堂 推进"明厨亮灶"  责 计财科 安全科  时 ../2026-09-30 month
      2 推广阅读  责 语委办  时 ../2026-10-31 month`,
  ],
  [
    'rows between bars, with breaks in a cell, and one cell a line',
    `
      | 序号 | 工作内容 | 责任部门 |
      |---|---|---|
      | 1 | 组织演练<br>形成总结 | 生产部<br>安环部 |
      | 小计 | 1项 | |
      |
      项目名称 |
      责任单位 |
      完成时间 |
      |
      村道硬化 |
      县交通局 |
      |`,
    `
      1 组织演练  责 生产部 安环部
      · 村道硬化  责 县交通局`,
  ],
];

describe('what is written untidily', () => {
  it.each(untidy)('%s', (_name, text, expected) => {
    expect(read(`清河县教育局2026年工作计划\n${plain(text)}`)).toBe(plain(expected));
  });
});

describe('numbers in a cell', () => {
  it('are measures of its row', () => {
    const { tasks } = parse(
      '清河县2026年工作计划\n序号\t任务\t责任单位\n1\t推广阅读：\n1.评选书香校园；\n2.开展诵读。\t语委办\n2\t书写\t教研室',
    );
    expect(
      tasks.map(({ number, units, measures }) => [
        number,
        units[0]?.name,
        ...measures.map((measure) => measure.number),
      ]),
    ).toEqual([
      ['1', '语委办', '1', '2'],
      ['2', '教研室'],
    ]);
  });
});

describe('what is doubtful', () => {
  it('is a table that an export broke into pieces', () => {
    const table = '12.专业群\n数量（个\n）>4>6\n13.双师型\n教师占比\n（%）>60\n12.专业群';
    const { doubtful, tasks, text } = parse(
      `清河县工作计划\n一、任务\n1.建设专业群。\n${table}\n2.培训教师。`,
    );
    expect(doubtful.map(({ start, end }) => text.slice(start, end))).toEqual([table]);
    expect(tasks.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('is no list of short items', () => {
    expect(
      parse('清河县工作计划\n一、任务\n1.晨读\n2.晚读\n3.午读\n4.评课\n5.备课\n6.听课').doubtful,
    ).toEqual([]);
  });
});
