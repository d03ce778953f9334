import { pairsOf } from './words.ts';

/**
 * Characters that stand as the second half of a word only, each with the first halves that it has (`成效`). Compiled by
 * hand from 现代汉语词典's entries; forms that are shortened in official use are included.
 */
export const wordEndings: ReadonlyMap<string, readonly string[]> = pairsOf(`
励=奖|激|鼓|勉|策|砥|惕|振|警|自|共|互|嘉|劝|督|淬 彻=贯|透|洞|响|清|通|明|澄 挥=发|指
措=举|无|失|筹|所
效=成|实|增|见|质|高|有|无|失|奏|绩|时|长|疗|功|生|速|特|显|同|能|财|药|提|低|用|神|收|治|国|等|量|报|投|仿|问|创|督|评|考|晒|验|求|要|促|出|赋|强|保|减|降|节|优|亮|比|看|察|追|述|扩|控|管|讲|重|谋|争|产|战|倍|放|叠|聚|激|卓|良|短|即|延|灵|奇|测|检|学|度
析=分|解|剖|辨|评|赏|浅|研|探|简|略|透|离|明|细|精|详|判|案|例|试|诊|比|深|品|讲|预|缕|微|问
畴=范|平|田 础=基
绩=成|业|政|战|功|实|佳|劣|考|评|述|伟|勋|问|晒|比|创|赛|亮|履|学|教|丰|看|论|报|督|验|新
键=关|按|进|停|启|动|速|退|复|放|新|格|车|捷|能|除|音|换|强|一|静|始|行|琴|单|双|级|止|存
障=保|屏|故|智|残|孤|路|白|魔|排|清|除|破|越|视|听|言|语|多|消|无|精|设|扫|内|助|翳|沙
`);
