import { flatMapped } from './flat.ts';

/**
 * The value of a whole number as documents write it: 一百二十三, 两千零五, 二〇二六 (digit by digit), 廿三, 壹貳, 123,
 * １２３, ①, ⑴, ⒈, ㈠. Undefined for anything else.
 */
export function numeralValue(text: string): number | undefined {
  // Nearly all there are.
  if (text.length === 1) {
    const value = '零一二三四五六七八九十'.indexOf(text);
    if (value >= 0) return value;
  }
  if (text.length <= 15 && DECIMAL.test(text)) return Number(text);
  const enclosed = ENCLOSED.find(([first, last]) => text >= first && text <= last && text.length === 1);
  if (enclosed) return text.charCodeAt(0) - enclosed[0].charCodeAt(0) + enclosed[2];
  const plain = text.normalize('NFKC').replace(FORMAL, (figure) => PLAIN[figure] ?? figure);
  if (/^\d{1,15}$/u.test(plain)) return Number(plain);
  return /^[〇零○一二两三四五六七八九]{2,}$/u.test(plain) ? digitByDigit(plain) : hanValue(plain);
}

/** `value` in Chinese numerals, as headings are numbered: 10 → 十, 21 → 二十一, 105 → 一百零五. For 0 ≤ value < 10⁸. */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e8) return String(value);
  if (value === 0) return '零';
  const high = Math.floor(value / 1e4);
  const low = value % 1e4;
  const head = high > 0 ? `${belowTenThousand(high)}万` : '';
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const words = head + gap + (low > 0 ? belowTenThousand(low) : '');
  return words.startsWith('一十') ? words.slice(1) : words;
}

/**
 * `value` in the numerals that `like` is written in: 八 → 九, 贰 → 叁, 08 → 09, ８ → ９, ⑧ → ⑨. Undefined where `like` is no
 * numeral, or its kind has no character for the value (⑳ is the last of its own).
 */
export function numeralLike(value: number, like: string): string | undefined {
  const [enclosed] = flatMapped(ENCLOSED, ([first, last, start]) =>
    like.length === 1 && like >= first && like <= last ? [{ first, last, start }] : [],
  );
  if (enclosed) {
    const code = enclosed.first.charCodeAt(0) + value - enclosed.start;
    return value >= enclosed.start && code <= enclosed.last.charCodeAt(0)
      ? String.fromCharCode(code)
      : undefined;
  }
  if (/^[\d０-９]+$/u.test(like)) {
    const digits = String(value).padStart(/^[0０]/u.test(like) ? like.length : 1, '0');
    return /[０-９]/u.test(like)
      ? digits.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : digits;
  }
  if (numeralValue(like) === undefined) return undefined;
  const numeral = hanNumeral(value);
  if (like.search(FORMAL) < 0) return numeral;
  const figures = /[貳參陸]/u.test(like) ? TRADITIONAL_FIGURES : FIGURES;
  return numeral.replace(
    /[一二三四五六七八九十]/gu,
    (digit) => figures['一二三四五六七八九十'.indexOf(digit)] ?? digit,
  );
}

/** The figures of sums of money, for 一 to 十, and the traditional forms of three. */
const FIGURES = '壹贰叁肆伍陆柒捌玖拾';
const TRADITIONAL_FIGURES = '壹貳參肆伍陸柒捌玖拾';
const FORMAL = /[壹贰貳叁参參肆伍陆陸柒捌玖拾]/gu;
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  flatMapped([FIGURES, TRADITIONAL_FIGURES, '壹贰参肆伍陆柒捌玖拾'], (figures) =>
    Array.from(figures, (figure, i) => [figure, '一二三四五六七八九十'.charAt(i)]),
  ),
);

const DECIMAL = /^\d+$/u;

/** First and last character of a run of enclosed numbers, and the value of the first. */
const ENCLOSED: readonly (readonly [first: string, last: string, value: number])[] = [
  ['①', '⑳', 1],
  ['⑴', '⒇', 1],
  ['⒈', '⒛', 1],
  ['㈠', '㈩', 1],
  ['㊀', '㊉', 1],
  ['㉑', '㉟', 21],
  ['㊱', '㊿', 36],
];

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function digitOf(character: string): number {
  if (character === '〇' || character === '○') return 0;
  if (character === '两') return 2;
  return DIGITS.indexOf(character);
}

function digitByDigit(text: string): number {
  let value = 0;
  for (const character of text) value = value * 10 + digitOf(character);
  return value;
}

function hanValue(text: string): number | undefined {
  if (!/^[〇零○一二两三四五六七八九十百千万廿卅]+$/u.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const character of text.replace(/廿/gu, '二十').replace(/卅/gu, '三十')) {
    if (character === '万') {
      total += (section + Math.max(digit, 0)) * 1e4;
      section = 0;
      digit = -1;
      continue;
    }
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = digitOf(character);
    } else {
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    }
  }
  return total + section + Math.max(digit, 0);
}

function belowTenThousand(value: number): string {
  let words = '';
  let pendingZero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      pendingZero = words !== '';
      continue;
    }
    words += (pendingZero ? '零' : '') + (DIGITS[digit] ?? '') + name;
    pendingZero = false;
  }
  return words;
}
