import { counted } from '../docx/counting.ts';

/** A numbered list that is open. */
export interface Counter {
  next: number;
  /** As a word processor calls it. */
  readonly format: string;
}

/** How a list counts, as its `type` or its style says. */
export function formatOf(attributes: string): string {
  const style = /list-style(?:-type)?\s*:\s*(?<style>[a-z-]+)/iu.exec(attributes)?.groups?.style;
  const type = /\btype\s*=\s*["']?(?<type>[1aAiI])(?:["'\s]|$)/u.exec(attributes)?.groups?.type;
  return FORMATS.get(style?.toLowerCase() ?? '') ?? FORMATS.get(type ?? '') ?? 'decimal';
}

const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'cjk-ideographic': 'chineseCounting',
    'simp-chinese-informal': 'chineseCounting',
    'trad-chinese-informal': 'chineseCounting',
    'japanese-informal': 'chineseCounting',
    'simp-chinese-formal': 'chineseLegalSimplified',
    'trad-chinese-formal': 'ideographLegalTraditional',
    'cjk-heavenly-stem': 'ideographTraditional',
    'cjk-earthly-branch': 'ideographZodiac',
    'lower-alpha': 'lowerLetter',
    'upper-alpha': 'upperLetter',
    'lower-roman': 'lowerRoman',
    'upper-roman': 'upperRoman',
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  }),
);

/** The number of an item with its mark, as a browser shows it. */
export function numberAs(value: number, format: string): string {
  return counted(value, format) + (HAN_FORMATS.has(format) ? '、' : '. ');
}

const HAN_FORMATS: ReadonlySet<string> = new Set(
  [...FORMATS.values()].filter((format) => /^(?:chinese|ideograph)/u.test(format)),
);

/** A number as it is; the letters and signs of symbol fonts are bullets. */
export function listNumber(words: string): string {
  const number = words.replace(/[\s\u00A0]+/gu, '');
  return /^[·•●○■□◆◇lnuqvwpoØü§\uE000-\uF8FF]$/u.test(number) ? '•' : number;
}
