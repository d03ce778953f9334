/** A frame of official wording that is left open in some way. */
export interface Frame {
  /** The frame as a person knows it. */
  readonly name: string;
  /** The word that is missing; empty where only a person can tell. */
  readonly missing: string;
  /** Stands in every clause that has the frame, so that others need not be looked at. */
  readonly key: string;
  /**
   * Matches a clause of folded text in which the frame is open, in time linear in its length. The group `open` is what
   * shows it, else the whole match; the missing word belongs before the group `tail`, else behind `open`.
   */
  readonly pattern: RegExp;
  /**
   * The source of a pattern that finds the words of `shown` with the missing one (`宣传` of `加大宣传力度`). Where the
   * document never writes the whole frame of them, the frame may well be meant as it is.
   */
  readonly elsewhere?: (shown: string) => string;
  /** Matches the paragraph up to the clause, where the frame is open behind certain words only. */
  readonly after?: RegExp;
  /** Matches the sentence up to the clause where something in it governs the frame: `通过拆解，整理成册的方式`. */
  readonly governed?: RegExp;
  /** Matches what stands right before the frame where it is no frame: `健全推动…机制`. */
  readonly before?: RegExp;
}

/** `加大知识的宣传`: behind 的 it is a noun, which is not made more of. */
const SURE = '加大';

/** Frames whose second half is lost most often. Compiled by hand from the usage of official documents (公文固定搭配). */
export const frames: readonly Frame[] = [
  {
    // `加大教育政策的宣传`: what is done, not what there is, is made more of in 力度
    name: '加大…力度',
    missing: '力度',
    key: '加大',
    pattern:
      /(?<open>加大(?:(?!力度|投入|支持|扶持|加大).){2,60}(?:宣传|储备|培训|培养|整治|治理|检查|监管|督查|督导|管理|推进|落实|保护|引进|招聘|推广|研究|执法|查处|巡查|排查|考核|帮扶|指导|监督|选拔|曝光|打击))$/u,
    elsewhere: (shown) =>
      /的..$/u.test(shown) ? SURE : `加大[^，。；,;]{0,20}${shown.slice(-2)}[^，。；,;]{0,4}力度`,
  },
  {
    // `贯彻落上级文件`, `重要组成部，`: the last character of a set phrase is lost
    name: '贯彻落实',
    missing: '实',
    key: '贯彻落',
    pattern: /(?<open>贯彻落)(?=[々〇㐀-鿿𠀀-𲎯])(?![实地细到])/u,
  },
  {
    name: '组成部分',
    missing: '分',
    key: '组成部',
    pattern: /(?<open>组成部)(?![分件门队位署长落委级])/u,
  },
  {
    name: '巩固拓展…成果',
    missing: '成果',
    key: '巩固',
    pattern:
      /(?<open>巩固(?:拓展|扩大|深化)(?:(?!成果|成效|阵地|优势|巩固).){2,40}(?:扶贫|脱贫|攻坚|整治|教育|活动|创建))$/u,
  },
  {
    // `以提升质量抓手`
    name: '以…为…',
    missing: '为',
    key: '以',
    pattern:
      /^(?<open>以(?![及来上下外内后前至])[^为作当做成]{3,40}(?<tail>核心|重点|抓手|导向|主线|根本|契机|载体|突破口|出发点|落脚点))$/u,
  },
  {
    // `实现关爱工作覆盖`
    name: '实现…全覆盖',
    missing: '全',
    key: '覆盖',
    pattern:
      /(?<open>实现(?!.*覆盖.*覆盖)[^全、]{2,40}(?:工作|服务|机制|体系|组织|网络|资助|关爱|培训|教育|监管|监测|督导)(?<tail>覆盖))$/u,
  },
  {
    // `总体目标。是各项指标稳步提升。`
    name: '…是…',
    missing: '',
    key: '是',
    pattern: /^(?<open>是)(?![否以故日非时我全本该首唯第])/u,
    after: /^[\d一二三四五六七八九十.、()① ]{0,8}[々〇㐀-鿿𠀀-𲎯]{2,10}。$/u,
  },
  {
    // `在巩固成果的基础，`
    name: '在…上（下、中）',
    missing: '',
    key: '在',
    pattern: /^(?<open>在[^上中下有具备打奠夯供创是]{2,40}的(?:基础|前提|过程|背景|框架))$/u,
  },
  {
    name: '发挥…作用',
    missing: '作用',
    key: '发挥',
    pattern:
      /^(?<open>(?:充分|积极|切实|有效|更好)发挥(?:(?!作用|优势|效能|效应|职能|功能|潜力|价值|职责|机制|效益|特长|性|专长|力量|潜能|效用|表率|所长).){4,50}(?:带头|示范|引领|带动|骨干|先锋|堡垒|主体|桥梁|纽带|辐射|统筹|协调|监督|保障|支撑|引导))$/u,
  },
  {
    // `推动市、县、校三级训练体系`
    name: '推动…建设',
    missing: '建设',
    key: '推动',
    before: /(?:健全|完善|建立|优化|形成|强化|加强|组织|统筹|改革|创新|政策|科技|投资)$/u,
    pattern:
      /(?<open>推动(?![、和与]|的|了|研发|研究|开发|绿色)(?:(?!的|研发|研制|开发|形成|建立|构建|健全|完善|建设|改革|融入|实现|纳入|建成|出台|落实|实施|优化|创新|搭建|发展|提升|衔接|成为|达成|推动|创建|进入|走|制定|重塑|融合|共建|理顺|打通|破解|破除|转变|规范|变革|整合|深化|强化|细化|固化|延伸|拓展|覆盖|升级|转型|重构|再造|调整|改进|加强|扩大|引入|嵌入|接入|对接|贯通|理清|厘清|明确|发挥|落地|运行|运转|使用|应用|推广|试行|执行|加快|探索|统一|向).){2,30}(?:体系|机制))$/u,
  },
  {
    // `探索“特设岗位”的方式引进人才`
    name: '以…的方式',
    missing: '',
    key: '式',
    governed: /[以用按凭]|通过|借助|依靠|采取|采用/u,
    pattern:
      /^(?:(?![以用按通借凭依靠采换改变]|有利|创新|实行|实施|等).){2,40}(?<open>的(?:方式|形式)(?:引进|开展|推进|实施|进行|解决|补充|招聘|组织|建设|培养|加强|提升|选拔|落实|举办))[々〇㐀-鿿𠀀-𲎯]{2}/u,
  },
  {
    // `形成更中考方案`
    name: '更…的…',
    missing: '',
    key: '更',
    pattern:
      /(?<![变转])(?<open>更)(?=中考|高考|学校|教育|教学|学生|教师|课程|方案|机制|体系|制度|计划|政策|措施|平台|项目|活动)/u,
  },
];
