import { wordsOf } from './words.ts';

/**
 * Words that end in the first character of a wrong form, behind which its second one begins another word
 * (`精神|彩绘`, `上海|拨付`). Compiled by hand.
 */
export const seams: readonly string[] = wordsOf(`
上海 东海 严峻 临海 乘坐 书记 争辩 低沉 作答 公海 内蕴 军训 准时 分辨 前提
加倍 北海 区划 南海 危急 及时 命脉 四海 回答 地震 培训 增幅 大幅 威海 娴熟
学历 学时 宁海 完毕 定时 定海 实干 实训 家训 宽松 导演 小幅 履历 山脉 干燥
平台 应对 应急 应答 底蕴 思辨 意蕴 成倍 成熟 手提 才干 抗震 抢答 拼凑 指针
按时 探究 提拔 放松 教训 文脉 方针 明辨 条幅 来历 枯燥 标记 校训 横幅 毕竟
沿海 波兰 涨幅 深沉 渤海 滨海 牢记 王侯 珠海 琼海 登记 看台 着急 研究 研训
究竟 笔记 答辩 策划 筹划 篇幅 精神 紧凑 紧急 经历 翻倍 考究 能干 舞台 芬兰
若干 荷兰 营帐 蚊帐 表演 规划 解答 计划 讲台 讲究 诸侯 课时 谋划 资历 轮训
轻松 近海 追究 选拔 速记 针对 铭记 镇海 问答 防震 阳台 降幅 险峻 随时 雄辩
集训 青海 静坐 静海 面对 风暴 骨干 黄海 黑海
`);

/** Words that begin in the last character of a wrong form, before which another word ends (`核对|帐篷`, `发布|署名`). */
export const openings: readonly string[] = wordsOf(`
帐幔 帐幕 帐篷 署名
`);
