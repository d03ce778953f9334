import { wordsOf } from './words.ts';

/**
 * Words that plans use all the time and never double. Compiled by hand.
 */
export const commonWords: readonly string[] = wordsOf(`
不断 中小学 人才 以及 任务 优化 体育 促进 保障 信息 健康 党员 全面 切实 创新
加强 劳动 单位 发展 培育 培训 学校 学生 安全 完善 实施 实现 宣传 家长 工作
干部 幼儿园 建设 引导 强化 德育 情况 扎实 打造 持续 按照 推动 推进 提升 提高
支持 改革 政府 教学 教师 教育 数据 文化 服务 机制 构建 校园 根据 检查 水平
深入 深化 监督 目标 科技 积极 管理 组织 经费 网络 美育 群众 考核 能力 落实
要求 规范 评价 课程 质量 资金 进一步 进行 通过 部门 重点 问题 队伍 项目 鼓励
`);
