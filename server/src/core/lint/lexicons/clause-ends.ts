import { wordsOf } from './words.ts';

/**
 * Nouns that end the object of a clause in official documents. Compiled by hand.
 */
export const clauseEnds: readonly string[] = wordsOf(`
中心 体系 制度 办法 台账 品牌 基地 工程 平台 意见 措施 政策 方案 机制 标准
格局 模式 氛围 活动 清单 环境 班子 短板 细则 网络 行动 规划 计划 课程 责任
队伍
`);
