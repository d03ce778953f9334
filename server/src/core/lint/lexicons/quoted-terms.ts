import { wordsOf } from './words.ts';

/**
 * Shortened terms that documents put in quotes; a document that quotes one leaves the quotes out by mistake. Compiled by
 * hand from the usage of the State Council's and the Ministry of Education's public documents.
 */
export const quotedTerms: readonly string[] = wordsOf(`
一岗双责 一校一品 一校一案 一校一策 一网通办 三会一课 三全育人 三名工程 三重一大
两不愁三保障 两个确立 两个维护 两免一补 互联网+ 五位一体 五育并举 五育融合
人工智能+ 党建+ 八五普法 县管校聘 双一流 双减 双培养 双师型 双带头人
双随机、一公开 双高 名校+ 四个全面 四个意识 四个自信 四风 国培计划 大思政课
局管校聘 强基计划 强师计划 放管服 特岗计划 第一议题 跨省通办
`);
