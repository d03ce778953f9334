import { pairsOf } from './words.ts';

/**
 * Characters that stand as the second half of a word only, each with the first halves that it has (`成效`). Compiled by
 * hand from 现代汉语词典's entries; forms that are shortened in official use are included.
 */
export const wordEndings: ReadonlyMap<string, readonly string[]> = pairsOf(`
励=奖|激|鼓|勉|策|砥 彻=贯|透|洞 挥=发|指 措=举|无|失|筹
效=成|实|增|见|质|高|有|无|失|奏|绩|时|长|疗|功|生|速|特|显|同|能|财|药|提|低|用|神|收|治|国|等|量|报|投|仿
析=分|解|剖|辨|评|赏|浅 畴=范|平 础=基
绩=成|业|政|战|功|实|佳|劣|考|评 键=关|按
障=保|屏|故|智|残|孤|路|白|魔
`);
