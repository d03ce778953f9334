import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { check, findingsIn, fixedBy } from './check.ts';

const rule = (id: string) => rules.find((one) => one.id === id)!;

/** Beyond the examples of the rules: rule, marked text, and the text once it is fixed, where it is. */
const cases: readonly [id: string, marked: string, fixed?: string][] = [
  ['number-gap', '一、重点任务\n1.开放操场。一是定好时间，二是配好人员，⟦四⟧是管好安全。'],
  // A number in another style is none of these.
  ['number-gap', '一、重点任务\n1.开放操场。\n2.改造校舍。\n③培训教师。\n⟦4⟧.配备校医。\n5.规范食堂。'],
  [
    'number-duplicate',
    '一、改善条件\n1.开放操场。\n2.改造校舍。\n二、配强队伍\n⟦2⟧.配备校医。\n3.规范食堂。',
    '一、改善条件\n1.开放操场。\n2.改造校舍。\n二、配强队伍\n3.配备校医。\n4.规范食堂。',
  ],
  [
    'number-style',
    '一、重点任务\n1.开放操场。\n2⟦ .⟧改造校舍。\n3.配备校医。\n4.规范食堂。',
    '一、重点任务\n1.开放操场。\n2.改造校舍。\n3.配备校医。\n4.规范食堂。',
  ],
  ['empty-task', '一、重点任务\n1.开放操场。（体卫艺科负责，6月底前完成）\n⟦2⟧.（校产科负责，9月底前完成）'],
  ['duplicate-title', '一、改善条件\n1.开放操场。周末全天开放。\n2.⟦开放操场⟧。周末全天开放。'],
  [
    'duplicate-title',
    '一、重点项目\n1.创建示范县。\n2.配合园区建设，高起点谋划国际学校。\n二、亮点工作\n1.开放操场。\n2.⟦配合园区建设，高起点谋划国际学校⟧。',
  ],
  [
    'issue-date-form',
    '一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n\n青溪图书馆\n    ⟦2024.3.7⟧\n',
    '一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n\n青溪图书馆\n    2024年3月7日\n',
  ],
  [
    'issue-date-form',
    '青溪县图书馆2024年工作计划\n一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n⟦2024-03-07⟧',
    '青溪县图书馆2024年工作计划\n一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n2024年3月7日',
  ],
  [
    'issue-date-form',
    '青溪县2024年工作计划\n一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n来源：青溪县图书馆\n2024-03-07\n打印 关闭',
  ],
  [
    'issue-date-form',
    '青溪县2024年工作计划\n一、开放书库，方便居民周末读书。\n二、举办讲座，邀请居民每月参加。\n三、修缮书架，完成时间：\n2024-12-30',
  ],
  ['number-range-dash', '每亩施肥20⟦-⟧30公斤，水温10⟦-⟧15℃。', '每亩施肥20～30公斤，水温10～15℃。'],
  [
    'halfwidth-mark',
    '合格率达到95%⟦;⟧ 组织研修2期⟦.⟧ 办好讲座3场。',
    '合格率达到95%；组织研修2期。办好讲座3场。',
  ],
  [
    'period-quotes',
    '一、任务\n完成“十四五”规划总结，启动⟦十五五⟧规划编制。',
    '一、任务\n完成“十四五”规划总结，启动“十五五”规划编制。',
  ],
  [
    'sum-mismatch',
    '一、任务\n新建公厕⟦10座⟧：东城4座、西城5座、南城3座。七年级8个班、八年级7个班，共计⟦16个班⟧。',
  ],
  [
    'signature-mismatch',
    [
      '石桥县水利局关于印发工作要点的通知',
      '各科室：',
      '⟦石桥县水务局⟧',
      '2024年3月1日',
      '2024年水利工作要点',
      '一、重点任务',
      '1.检修泵站。每月一次。',
    ].join('\n'),
  ],
  [
    'signature-mismatch',
    [
      '石桥县教育局',
      '石桥县水利局',
      '关于印发防溺水工作方案的通知',
      '各学校：',
      '⟦石桥县教育局⟧',
      '2024年3月1日',
      '石桥县防溺水工作方案',
      '一、重点任务',
      '1.排查水域。每月一次。',
    ].join('\n'),
  ],
  [
    'signature-mismatch',
    [
      '石桥县栖凤街道办事处关于印发工作要点的通知',
      '各社区：',
      '⟦石桥县溪凤街道办事处⟧',
      '2024年3月1日',
      '2024年社区工作要点',
      '一、重点任务',
      '1.检修路灯。每月一次。',
    ].join('\n'),
  ],
  ['unpaired-mark', '实施“薪火“相传”工程。'.replace('“薪火', '⟦“⟧薪火')],
  ['unpaired-mark', '编制“十四五⟦“⟧规划，启动课题。', '编制“十四五”规划，启动课题。'],
  ['unpaired-mark', '印发《校园安全手册⟦”⟧，人手一册。'],
  ['unpaired-mark', '开展家访⟦（⟧每学期一次，做到全覆盖。'],
  ['unpaired-mark', '开展家访⟦(⟧每学期一次，做到全覆盖。'],
  ['unpaired-mark', '做好三件事：1）家访；2）走访；a)慰问。'],
  ['unpaired-mark', '落实“一校一策，&quot;。'],
  ['unpaired-mark', '修订（《安全手册⟦）》⟧，下发。', '修订（《安全手册》），下发。'],
  ['halfwidth-mark', '谁来负责⟦?⟧责任到人。', '谁来负责？责任到人。'],
  ['halfwidth-mark', '建设?水校区，家门口的好学?普通高中。'],
  ['halfwidth-mark', '新建小学（暂定名⟦)⟧，当年投用。', '新建小学（暂定名），当年投用。'],
  ['halfwidth-mark', '推进⟦"双减"⟧工作，减轻负担。', '推进“双减”工作，减轻负担。'],
  ['halfwidth-mark', '采购27"显示器、32"电视，落实⟦"双减"⟧。', '采购27"显示器、32"电视，落实“双减”。'],
  ['halfwidth-mark', '推行⟦"课后服务5+2"⟧模式。', '推行“课后服务5+2”模式。'],
  ['halfwidth-mark', '中文域名：清溪教育网.政务网站标识码一二三。'],
  ['halfwidth-mark', '(一)开放操场\n(1)检修器材\n1.登记造册'],
  ['stray-space', '6月5⟦ ⟧日前完成，3校参加，9名教师，2个班。', '6月5日前完成，3校参加，9名教师，2个班。'],
  ['stray-space', '到 2024 年，建成 3 所学校，培训 20 名教师，表彰 5 个集体。'],
  ['stray-space', '联系王老师 0533-2188899，地址见附件，工作日8时至17时。'],
  ['stray-space', '按照《中共青溪县委 青溪县人民政府关于办好教育的意见》，抓好落实。'],
  ['stray-space', '落实中共青溪县委 青溪县人民政府的部署，抓好各项工作落实到位。'],
  ['stray-space', '联系人：张三 电话：0533-2188899，地址见附件，工作日8时至17时。'],
  ['stray-space', '本报讯（记者 林晓岚）近日，全县召开教育大会，部署全年工作。（通讯员 周明）'],
  [
    'stray-space',
    '各有关单位： 为办好教育，现提出以下要求。 一、建立台账，抓好落实。 二、健全机制，持续推进。',
  ],
  ['stray-space', '（一）思想引领，凝聚办学共识 通过集中学习和个人自学，提高教师素养，落实立德树人。'],
  ['stray-space', '按照《加强校舍安全 提升办学条件的若干措施》的要求，分年改造，逐校验收。'],
  [
    'stray-space',
    '序号 类别 主要任务 责任单位\n1 队伍 补充教师，优化结构。 县教育局、人社局等 各乡镇（街道）党委、政府',
  ],
  [
    'stray-space',
    '按照《青溪县教育局主要任务⟦ ⟧分解方案》，抓好落实，每月通报一次。',
    '按照《青溪县教育局主要任务分解方案》，抓好落实，每月通报一次。',
  ],
  [
    'stray-space',
    '关于印发⟦ ⟧2024年青溪县教育工作要点的通知\n青溪县教育局\n2024年2月26⟦ ⟧日',
    '关于印发2024年青溪县教育工作要点的通知\n青溪县教育局\n2024年2月26日',
  ],
  ['stray-space', '关于印发《2024年青溪县教育工作要点》 的通知\n青溪县教育局\n2024 年 2 月 26 日'],
  [
    'year-range-dash',
    '按照《校舍规划（2023-2025年）》，做好2023⟦--⟧2025年维修。',
    '按照《校舍规划（2023-2025年）》，做好2023—2025年维修。',
  ],
  ['year-range-dash', '编号2023-2025-01，电话2023-2025，2025-2023年。'.replace('电话2023-2025，', '')],
  [
    'number-range-dash',
    '建设3⟦－⟧5个项目，日期2024-3-5，编号1-2-3个，5-3个。',
    '建设3～5个项目，日期2024-3-5，编号1-2-3个，5-3个。',
  ],
  ['number-range-dash', '落实《3-6岁儿童学习与发展指南》和“1-3年级”要求，执行GB 3-6级标准。'],
  ['document-number-form', '青教基一⟦（2024）⟧12号', '青教基一〔2024〕12号'],
  ['document-number-form', '青教基函〔2024〕⟦第⟧12号', '青教基函〔2024〕12号'],
  ['halfwidth-mark', '按照青财教(2022)07号文件要求，开展检查。'],
  [
    'stray-space',
    '青府函〔2024〕55⟦ ⟧号\n落实青府函〔2024〕⟦ ⟧56号，2024年9月前，分3批检修12所学校校舍。',
    '青府函〔2024〕55号\n落实青府函〔2024〕56号，2024年9月前，分3批检修12所学校校舍。',
  ],
  ['document-number-form', '青教基一〔2024〕12号，第（2024）12号教室。'],
  ['repeated-mark', '2026年工作要点\n一、工作\n1.修缮校舍。更换门窗。（责任单位：；完成时限：）'],
  ['repeated-mark', '2026年工作要点\n一、工作\n1.修缮校舍。更换门窗。（责任单位⟦：、⟧办公室）'],
  ['repeated-mark', '要求⟦：，⟧修缮校舍。'],
  ['repeated-mark', '开放操场……方便居民——安全第一！！'],
  ['repeated-mark', '开放操场⟦，。⟧'],
  ['repeated-mark', '开放操场，更换门窗⟦,。⟧'],
  ['halfwidth-mark', '开放操场，更换门窗,。'],
  ['halfwidth-mark', '开放操场，责任单位⟦:⟧；完成时限：', '开放操场，责任单位：；完成时限：'],
  ['word-residue', '目录⟦PAGEREF _Toc12345 \\h⟧总则', '目录总则'],
  ['word-residue', '见[附件1]，[image]和_变量。'],
  ['html-residue', '开展“书香⟦&quot;⟧活动，5⟦&lt;⟧6，R&D;', '开展“书香”活动，5<6，R&D;'],
  [
    'html-residue',
    '⟦&nbsp;&nbsp;⟧1.开放操场。⟦&ensp;⟧ 检修器材。⟦</p><p>⟧2.改造校舍。⟦<br>⟧\n3.补充教师。',
    '1.开放操场。 检修器材。\n2.改造校舍。\n3.补充教师。',
  ],
  ['html-residue', '⟦<tr><td>⟧1⟦</td><td>⟧开放操场⟦</td></tr>⟧', '1\t开放操场'],
  ['html-residue', '建设⟦<b>⟧书香校园⟦</b>⟧，面积5⟦&#160;⟧亩。', '建设书香校园，面积5 亩。'],
  ['control-character', '甲⟦\u0007\u200B⟧乙\t丙', '甲乙\t丙'],
  ['control-character', '\uFEFF⟦\u200B\uFEFF⟧甲乙', '\uFEFF甲乙'],
  ['placeholder', '20⟦⟧xx年'.replace('20⟦⟧xx', '⟦20xx⟧')],
  ['placeholder', '备注：班级写作X年级X班。'],
  ['placeholder', '“1+X”证书，XXL号服装，X光检查，3×4米。'],
  ['placeholder', '⟦__⟧镇学校于20⟦__⟧年建成。'],
  ['placeholder', '打造“×××工程”，由⟦××⟧学校负责。'],
  ['placeholder', '王××同学被录取，李××、张××等获奖，由⟦××⟧学校、张⟦××⟧村负责。'],
  ['misspelling', '落实上级决策⟦布署⟧，发布署名文章。', '落实上级决策部署，发布署名文章。'],
  ['misspelling', '⟦渡假村⟧旁的学校按装机容量配电，防犯罪。', '度假村旁的学校按装机容量配电，防犯罪。'],
  [
    'misspelling',
    '建立⟦台帐⟧，整理⟦原始纪录⟧，学习党的⟦十九大六中全会⟧和党的十九大、二十届三中全会精神。',
    '建立台账，整理原始记录，学习党的十九届六中全会和党的十九大、二十届三中全会精神。',
  ],
  ['near-term', '落实随班就读，做好随园就读试点，开展随班就学。'],
  ['near-term', '落实随班就读、随便就读要求。'],
  ['near-term', '完善随便就读条件，加强随便就读管理，落实随班就读。'],
  ['near-term', '铸牢⟦中华名族共同体意识⟧。', '铸牢中华民族共同体意识。'],
  ['slogan-form', `${'实施“头雁领航”工程建设。'.repeat(3)}实施⟦“头燕领航”⟧工程建设。`],
  ['slogan-form', `${'实施“头雁领航”工程建设。'.repeat(2)}实施“群雁领航”工程建设。`],
  ['repeated-predicate', '实现从有到优，实现城乡一体。'],
  ['repeated-predicate', '学校“实现梦想”活动实现全覆盖。'],
  ['unquoted-term', '落实“双减”，《双减实施办法》，‘双减’。'],
  ['lost-comma', '通过组织活动开展宣传，依托平台建立台账和清单。'],
  ['lost-comma', '建立民办教育举办者台账机制，完善活动开展情况通报制度。'],
  ['lost-comma', '开展送教⟦活动建立⟧送教档案和台账。', '开展送教活动，建立送教档案和台账。'],
  ['unfinished-frame', '加大表彰奖励力度，加大教育投入，加大对学校的支持。'],
  ['unfinished-frame', '以先进文化引领，以评促建，以立德树人为根本。'],
  ['unfinished-frame', '⟦在巩固成果的基础⟧，拓宽渠道。'],
  ['unfinished-frame', '探索特设岗位⟦的方式引进⟧紧缺人才。'],
  ['unfinished-frame', '⟦实现残疾学生送教服务覆盖⟧。', '实现残疾学生送教服务全覆盖。'],
  ['unfinished-frame', '实现农村污水设施基本覆盖，实现送教服务全覆盖。'],
  ['unfinished-frame', '总体目标。⟦是⟧各项指标稳步提升，是否达标由县里评定。是以为据。'],
  ['cut-word', '取得实效，健全保障，推动提质增效。'],
  [
    'cut-word',
    '落实奖惩举⟦措⟧；完善各项措⟦措⟧。'.replace('举⟦措⟧', '举措').replace('各项措⟦措⟧', '各项⟦措⟧'),
  ],
];

describe('rules of form and wording', () => {
  it.each(cases)('%s: %s', (id, marked, fixed) => {
    const found = check(rule(id), marked);
    const text = marked.replace(/[⟦⟧]/gu, '');
    expect(fixedBy(rule(id), text)).toBe(fixed ?? text);
    if (fixed === undefined) expect(found.filter(({ fix }) => fix)).toEqual([]);
  });

  it('never make a bracket of a number half-width', () => {
    const text = '(一)开放操场。\n(二)检修器材。\n（三)修缮校舍。\n(四)更换门窗。';
    expect(findingsIn(rule('number-style'), text)).toHaveLength(1);
    expect(fixedBy(rule('number-style'), text)).toBe(
      '（一）开放操场。\n（二）检修器材。\n（三）修缮校舍。\n（四）更换门窗。',
    );
  });

  it('say what is to be removed', () => {
    const [found] = findingsIn(rule('document-number-form'), '青教基函〔2024〕第12号');
    expect(found?.fix?.title.zh).toBe('删去“第”');
    expect(found?.message.zh).toMatch(/：删去“第”。$/u);
  });

  it('make number marks full-width where everything becomes so', () => {
    const text = '(一)开放操场,检修器材,登记造册,公布结果。\n(二)修缮校舍,更换门窗。';
    expect(fixedBy(rule('halfwidth-mark'), text)).toBe(
      '（一）开放操场，检修器材，登记造册，公布结果。\n（二）修缮校舍，更换门窗。',
    );
  });

  it('say that a lost character is not to be saved, unless a person set how bad it is', () => {
    const severities = (settings = defaultSettings) =>
      findingsIn(rule('control-character'), '甲\uFFFD乙\u0007丙\uE000丁', settings).map(
        ({ severity, message }) => [severity, message.zh.includes('不要保存')],
      );
    const others = [
      ['warning', false],
      ['warning', false],
    ];
    expect(severities()).toEqual([['error', true], ...others]);
    const set = { ...defaultSettings, severities: { 'control-character': 'warning' as const } };
    expect(severities(set)).toEqual([['warning', true], ...others]);
  });

  it('say once what a whole text does', () => {
    const one = (id: string, text: string) => findingsIn(rule(id), text);
    expect(one('halfwidth-mark', '开放操场,检修器材,登记造册;公布结果,'.repeat(9))).toHaveLength(1);
    expect(one('placeholder', 'XX学校、'.repeat(9))).toHaveLength(1);
    expect(one('control-character', '操\u200B场，'.repeat(9))).toHaveLength(1);
    expect(one('pause-between-quotes', '“甲”、“乙”，'.repeat(9))).toHaveLength(1);
    expect(one('unpaired-mark', '“操场，'.repeat(9))).toHaveLength(1);
  });
});

describe('a dictionary of one’s own', () => {
  const words = (add: readonly string[], ignore: readonly string[]) => ({
    ...defaultSettings,
    words: { add, ignore },
  });
  const text = '落实随班就读，完善随便就读条件，举办竟赛，落实“双减”和双减配套。';

  it.each([
    ['near-term', '随便就读'],
    ['misspelling', '竟赛'],
    ['unquoted-term', '双减'],
  ])('accepts for %s what was added or ignored', (id, word) => {
    const found = findingsIn(rule(id), text);
    expect(found.map((finding) => finding.word)).toEqual([word]);
    expect(findingsIn(rule(id), text, words([word], []))).toEqual([]);
    expect(findingsIn(rule(id), text, words([], [word]))).toEqual([]);
  });

  it('knows a term that was added, and what nearly is it', () => {
    const own = '推进晨曦计划，落实晨熙计划。';
    expect(findingsIn(rule('near-term'), own)).toEqual([]);
    const found = findingsIn(rule('near-term'), own, words(['晨曦计划'], []));
    expect(found.map(({ word, fix }) => [word, fix?.edits[0]?.newText])).toEqual([['晨熙计划', '晨曦计划']]);
  });
});
