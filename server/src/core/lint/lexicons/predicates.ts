import { pairsOf } from './words.ts';

/**
 * Verbs that stand as predicates and never as nouns, each with those that say the same. Compiled by hand.
 */
export const predicates: ReadonlyMap<string, readonly string[]> = pairsOf(`
做到 具有 取得 实现 形成 得到 成为 荣膺=荣获|获评|被评为
荣获=获评|获得|被评为|荣膺 获得=荣获|获评|被评为 获评=荣获|获得|被评为|荣膺
被评为=荣获|获评|获得|荣膺 达到 进行
`);
