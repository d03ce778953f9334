import { wordsOf } from './words.ts';

/**
 * Verbs and verb phrases of official documents that open a clause. Left out are those that turn into nouns behind a noun
 * (`政策制定`, `品牌培育`, `标准规范`). Compiled by hand.
 */
export const clauseOpeners: readonly string[] = wordsOf(`
严格执行 严格落实 严禁 严肃 严防 举办 做好 健全 全面加强 全面实施 全面推行
全面推进 全面提升 全面落实 出台 切实做好 切实加强 切实提高 力争 加快建设 加快推进
加快构建 印发 压实 压紧压实 召开 启动 坚决 大力实施 大力推进 夯实 守住 守牢
建立 建立健全 开展 扎实开展 扎实推进 扬优势 抓好 抓实 持续加强 持续开展 持续推进
探索 杜绝 每个学校 每名 每所 每校 深入实施 深入开展 深入推进 着力推进 着力提升
着力构建 确保 积极开展 积极推动 积极推进 筑牢 组建 统筹推进 聚力 聚焦
认真落实 认真贯彻 评选 选优配强 选好配强 选派
`);
