/** A half-open stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Start offsets of all lines; LF, CRLF and a lone CR end a line. The first is 0, so there is always one. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** Zero-based index of the line that `offset` stands in; the largest line whose start is not after it. */
export function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * `text` with every character that has a one-unit compatibility form (Unicode NFKC) replaced by it, so that
 * full-width marks, odd spaces and Kangxi radicals compare equal. Offsets stay valid: the length is the same.
 */
export function fold(text: string): string {
  return text.replace(FOLDABLE, foldOne);
}

/** `text` as a name: no spaces inside, look-alike Han characters replaced, other forms kept as written. */
export function nameText(text: string): string {
  return text.replace(/\s+/gu, '').replace(LOOK_ALIKE_HAN, foldOne);
}

const LF = 10;
const CR = 13;

/** Blocks that hold compatibility forms: Latin-1 and general spaces, radicals, CJK compatibility, full-width. */
const FOLDABLE =
  /[\u{A0}\u{2000}-\u{200A}\u{202F}\u{2024}\u{205F}\u{2E80}-\u{2FDF}\u{3000}\u{F900}-\u{FAFF}\u{FE10}-\u{FE6F}\u{FF00}-\u{FFEF}]/gu;
const LOOK_ALIKE_HAN = /[\u{2E80}-\u{2FDF}\u{F900}-\u{FAFF}]/gu;

function foldOne(character: string): string {
  const known = RADICALS[character];
  if (known) return known;
  const form = character.normalize('NFKC');
  return form.length === 1 ? form : character;
}

/** CJK Radicals Supplement has no compatibility mappings; these stand in PDF exports for the characters. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⺟': '母',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
};
