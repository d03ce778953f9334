import { nameForms } from './directory.ts';

/**
 * How many characters of `known` were slipped in writing `key`: one that was swapped with the next or replaced, or up
 * to two that were left out or added. Undefined where the two rather name different bodies, as 市商务局 and 市税务局
 * do, or different persons. Both are keys.
 */
export function slipBetween(key: string, known: string, isPerson: boolean): number | undefined {
  if (key === known) return undefined;
  if (key.length !== known.length) return isPerson ? undefined : leftOut(key, known);
  const at = firstDifference(key, known);
  const swapped = key[at] === known[at + 1] && key[at + 1] === known[at];
  if (key.slice(at + (swapped ? 2 : 1)) !== known.slice(at + (swapped ? 2 : 1))) return undefined;
  if (swapped) return 1;
  return isReplaced(key, known, at, isPerson) ? 1 : undefined;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Whoever shares one of two characters with another, or all but the family name, is another person. */
function isReplaced(key: string, known: string, at: number, isPerson: boolean): boolean {
  if (key.length < 3 || at === 0) return false;
  if (isPerson) return true;
  if (TELLING.test(key[at] ?? '') && TELLING.test(known[at] ?? '')) return false;
  // 商务局 and 税务局 share most of their characters and nothing else; 人事股 and 人事科 are one office.
  const core = coreOf(known);
  return at >= core.end ? core.end - core.start >= 2 : core.end - core.start >= 3;
}

/** `市文广局` for 市文广新局: the characters of the shorter one stand in the longer one in their order. */
function leftOut(key: string, known: string): number | undefined {
  const [shorter, longer] = key.length < known.length ? [key, known] : [known, key];
  const count = longer.length - shorter.length;
  if (count > 2 || shorter.length < 2 + count) return undefined;
  const core = coreOf(longer);
  const places: number[] = [];
  for (let i = 0; i < longer.length; i += 1) {
    if (longer[i] !== shorter[i - places.length]) places.push(i);
    if (places.length > count) return undefined;
  }
  // What stands before a name, or tells it from its like, was not left out by chance.
  const isChance = (i: number) => i > 0 && (i >= core.end || !TELLING.test(longer[i] ?? ''));
  return places.every(isChance) ? count : undefined;
}

/** What of a name is neither its region nor the word for what kind of body it is. */
function coreOf(key: string): { readonly start: number; readonly end: number } {
  const end = key.length - (ENDING.exec(key)?.[0].length ?? 0);
  return { start: Math.min(end, key.length - (nameForms(key).at(-1)?.length ?? 0)), end };
}

const ENDING =
  /(?:委员会|办公室|中心|集团|公司|学校|学院|大学|[小中]学|幼儿园|[局委厅部办科股室处院站所队馆会联社校园])$/u;

/** What tells 第一小学 from 第二小学, and 城东小学 from 城西中学. */
const TELLING = /[一二三四五六七八九十百〇零\d东西南北中上下大小初高前后左右新老甲乙丙丁]/u;
