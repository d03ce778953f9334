/** Whether a plan is that of one week, month, quarter, holiday, occasion or campaign, by its title (folded): by then all of it is done. */
export function isOfPeriod(title: string): boolean {
  return (
    OF_PERIOD.test(title) ||
    PERIOD_BEHIND.test(title) ||
    (OF_OCCASION.test(title) && !OF_MORE.test(title)) ||
    OF_CAMPAIGN.test(title)
  );
}

const HAN = '一二三四五六七八九十';
const NUMBER = `(?:\\d{1,2}|[${HAN}]{1,3})`;
/** No longer than a quarter; two that a dash joins may be. */
const PERIOD = `(?:${[
  // 第4周, 第三、四周, 本周, 一周
  `第${NUMBER}(?:、${NUMBER})?周(?![-~—–至期年岁])`,
  `(?<![${HAN}])(?:[本下]周(?![-~—–至期年岁边围一])|[双一]周(?=工作|重点|主要|教学|安排|计划|要点))`,
  // 5月, 三月份, 5月上旬; 三月三 is a day
  `(?<![-~—–至到、.\\d${HAN}]|[-~—–至到]20\\d\\d年)(?:${NUMBER}|元)月(?![-~—–至到、底末初以前起\\d${HAN}]|革命)|[本下]月`,
  // 9月14日—18日
  `(?<![-~—–至到])(?<month>${NUMBER})月${NUMBER}日?[-~—–至]{1,2}(?:\\k<month>月)?${NUMBER}日`,
  // 第三季度
  `(?<![-~—–至、${HAN}\\d])第?[一二三四1-4]季度(?![-~—–至、])`,
  // 寒假, “五一”假期, 国庆节期间; 寒暑假 are two
  '寒假|(?<!寒)暑[假期]|(?<![暑休])假期(?!限)|长假|[节庆秋旦一]”?期间',
].join('|')})`;

/** What is done about something that was then: `5月会议任务分工`, `“5·12”地震灾后重建`. */
const AFTER =
  '.{0,10}(?:会议|反馈|督[导察查]|巡[视察]|讲话|两会|精神|事故|火灾(?!防)|地震|灾后|案件|指示|总结|小结|完成情况)';

/** A body or a place that is named after a time, not what is done then: 冬季运动管理中心, 三秋镇, 周工作例会. */
const NAMESAKE =
  '.{0,8}(?:中心|公园|[乡镇]|小镇|工作站|活动办|办公室|办事处|组委会|基地|例会|制度)(?=20\\d\\d|工作|年度|重点|建设)';

/** `第4周园务工作计划（3月6日——3月10日）`, `2026年5月工作要点`, `寒假工作安排`; not `5月会议任务分工`, `12月工作总结`. */
const OF_PERIOD = new RegExp(
  `${PERIOD}(?!${AFTER}|${NAMESAKE}).{0,14}?(?:计划|安排|要点|重点|任务|清单|打算|工作)`,
  'u',
);

/** `工作计划（9月）`; behind the year of a plan, `（2026年5月）` is the day of its issue. */
const PERIOD_BEHIND = new RegExp(
  `(?:计划|安排|要点|重点|任务|清单|打算|工作)\\((?<!学期.{0,60})(?:(?<!年.{0,60})20\\d\\d年)?${PERIOD}份?\\)$`,
  'u',
);

/** What stands behind the name of a day, a week or a month. */
const NAMED =
  '”?(?=[》”]?(?:系列|主题|集中|宣传|教育|庆祝|慰问|祭扫|走访|安保|值班|保障|文艺|活动|期间|专项|工作|实施|方案|[和暨及、]))';

/** A named day, week or month, a festival, a season or a campaign; 每月, 四周, 节假日, 党日 and 环节 are no such names. */
const OCCASION = `(?:${[
  // 安全生产月, 宪法宣传周, 国际档案日, 植树节
  `(?<![\\d${HAN}个每当本上下逐按整几明新岁满双半])月${NAMED}`,
  `(?<![\\d${HAN}第每本上下双单两逐圆四])周${NAMED}`,
  `(?<![\\d${HAN}假作今当每休半生终百党平往旧双整旭])日${NAMED}`,
  `(?<![环季时细调小章礼情关枝使])节${NAMED}`,
  // 清明祭扫, “3·15”宣传
  '(?:清明|端午|中秋|国庆|重阳|元宵|元旦|春节)(?=期间|祭扫|文明|慰问|活动|安全|安保|值班|保障|服务|文艺|文化)',
  '“\\d{1,2}·\\d{1,2}”(?=[^,。]{0,8}(?:宣传|活动|主题|系列))',
  // 春运, 高考期间, 暑期
  '春运|黄金周|(?<!寒)暑期|[高中]考(?=期间|保障|安保|护航|考务|组织|服务|考点|安全|环境|噪声)',
  // 夏季, 今冬明春, 汛期, 百日攻坚
  '[夏冬]季|(?<![学园班级].{0,20})[春秋]季(?!.{0,10}[学园班级])|今冬明春|冬春|秋冬|三[夏秋](?!季)|[汛凌]期|防火期|百日(?=攻坚|行动|整治|会战|冲刺|大战|专项)',
].join('|')})`;

/** `“安全生产月”活动方案`, `春运保障工作方案`; `春季学期工作计划`, `小学春季工作计划` is that of half a year. */
const OF_OCCASION = new RegExp(
  `${OCCASION}(?!学期|学年|教|开学|招生|入学|${AFTER}|${NAMESAKE})[^,。]{0,20}?(?:方案|计划|安排|要点|重点|任务|清单|打算|工作)`,
  'u',
);

/** The plan of a year that also names a time: `安全生产和汛期防灾工作要点`; 春节和元宵节 are two times. */
const OF_MORE =
  /(?<!(?:元旦|春节|清明|五一|端午|中秋|国庆).{0,6})[和及与][^和及与]{0,40}(?:要点|工作计划|重点工作安排)$/u;

/** `节水专项行动方案（2026年4月—10月）`, not that of a year (1月—12月): what is done within some months of a year. */
const OF_CAMPAIGN =
  /(?:行动|整治|攻坚|活动|[排检]查|专项|会战)[^()]{0,10}\((?:20\d\d年)?(?!0?[1-3]月.{0,6}12月)\d{1,2}月(?:\d{1,2}日)?[-~—–至到]{1,2}\d{1,2}月(?:\d{1,2}日)?\)$/u;
