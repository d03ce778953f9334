/** The number that a change puts at the head of a line: by itself, or behind the line end of Enter. */
export function automaticNumber(change: string): string | undefined {
  return AUTOMATIC.exec(change)?.groups?.number;
}

/** `⏎7.`, `⏎　　（三）`, `五是` */
const AUTOMATIC =
  /^(?:\r?\n)?[ \t　]*(?<number>\d{1,3}[.．、] ?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?:、|是)|[①-⑳])$/u;

/**
 * Whether behind a number that was put in by itself a person has `written` one of their own: of another kind by hand,
 * of any kind where it was pasted. `1.` typed behind `2.` may be the beginning of 2.1.
 */
export function isOwnNumber(written: string, pasted: boolean): boolean {
  return OWN.test(written) || (pasted && PASTED.test(written));
}

/** `二、`, `（二）`, `第二条` */
const OWN =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条])/u;
/** `2.乙项`, `（2）`, `②`, `二是` */
const PASTED = /^(?:\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}是)/u;

/** Whether a document has fields on lines of their own, behind which numbers go on, and not behind titles. */
export function hasLinedFields(text: string): boolean {
  return LINED.test(text);
}

/** `责任单位：办公室` at the head of a line. */
const LINED =
  /^[ \t　]*(?:牵头|责任|主办|承办|配合|协办|落实|完成|办结|分管)[々〇㐀-鿿]{0,4}(?:单位|部门|科室|处室|股室|领导|人|时间|时限|期限)[：:]/mu;
